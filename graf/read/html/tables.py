"""Tables as lines: a row a line with tabs between its cells, and the cells of a page's layout one after the other."""

import re
from collections.abc import Iterable, Iterator

from turbohtml import Document, Element, Text

from graf.read.html.tree import PLAIN, holds

_STRUCTURE = ("ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "pre")
_LAYOUT = ", ".join(("table", *_STRUCTURE))
"""What makes a cell a part of the page's layout."""
_UNEVEN = ("table", *_STRUCTURE, "br", "p", "div", "caption", "blockquote", "section", "article", "dl")
_SPANNING = ("[colspan]", "[rowspan]")
"""What a table of plain cells does not hold: elements, and cells over more than one column or row."""
_LABEL_LINES = 3
"""Lines that a cell may have and still be a cell of one line."""
_SECTIONS = frozenset({"thead", "tbody", "tfoot"})
_BLANKS = re.compile(r"[ \t\n\r\f\v]{2,}|[\t\n\r\f\v]")
_BLANK = ("  ", "\t", "\n", "\r", "\f", "\v")
"""What the pattern above finds holds one of these."""
_CELL, _ROW, _TABLE = "\x1f", "\x1e", "\x1d"


def lay_out_tables(tree: Document) -> None:
    """Put the lines of each table in its place, the outer before the inner ones."""
    if not holds(tree, "table"):
        return
    held = (name for name in _UNEVEN if holds(tree, name))
    for table in tree.select(f"table:has({', '.join([*held, *_SPANNING])})"):
        _lay_out(table)
    # What is left has no table in it, and the library gives the cells of all at once.
    tables = tree.find_all("table")
    for table, lines in zip(tables, _plain(tree.tables()) if tables else (), strict=True):
        table.set_text(lines)
        table.tag = "pre"


def _plain(tables: Iterable[list[list[str]]]) -> list[str]:
    """Tables of plain cells as lines; joined into one string, for each of many small ones would cost more than all."""
    joined = _TABLE.join([_ROW.join(filter(None, [_CELL.join(filter(None, row)) for row in table])) for table in tables])
    if any(blank in joined for blank in _BLANK):
        joined = _BLANKS.sub(" ", joined)
    return joined.replace(_CELL, "\t").replace(_ROW, "\n").split(_TABLE)


def _lay_out(table: Element) -> None:
    """One table whose cells hold more than words; a table inside it keeps its place."""
    held: list[tuple[Element, str]] = []
    for row in list(_rows(table)):
        line = _one_line(row)
        if line is None:
            _put(held)
            _stack(row)
        else:
            held.append((row, line))
    _put(held)
    table.tag = "div"


def _rows(table: Element) -> Iterator[Element]:
    for child in _elements(table):
        if child.tag == "tr":
            yield child
        elif child.tag in _SECTIONS:
            yield from (row for row in _elements(child) if row.tag == "tr")
            child.tag = "div"
        elif child.tag == "caption":
            child.tag = "p"


def _one_line(row: Element) -> str | None:
    """A row's cells with tabs between; None where one of them is a part of the layout."""
    cells = list(_elements(row))
    if any(cell.select_one(_LAYOUT) for cell in cells):
        return None
    texts = [lines for cell in cells if (lines := [line for line in cell.to_text(PLAIN).split("\n") if line.strip()])]
    if any(len(lines) > _LABEL_LINES for lines in texts) or (len(texts) > 1 and len(texts[0]) > 1):
        return None
    return "\t".join(" ".join(map(str.strip, lines)) for lines in texts)


def _put(held: list[tuple[Element, str]]) -> None:
    """Rows one under the other in place of the first of them."""
    if held:
        held[0][0].replace_with(_printed("\n".join(line for _, line in held if line)))
    for row, _ in held[1:]:
        row.decompose()
    held.clear()


def _stack(row: Element) -> None:
    for cell in _elements(row):
        cell.tag = "div"
    row.tag = "div"


def _printed(lines: str) -> Element:
    return Element("pre", None, [Text(lines)])


def _elements(element: Element) -> Iterator[Element]:
    return (child for child in element.children if isinstance(child, Element))
