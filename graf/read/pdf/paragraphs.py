"""Rows to paragraphs: what the width of the page broke is joined, what the writer broke stays apart."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graf.read.pdf.lines import Cell, Row

_MARKER = re.compile(r"(?P<bullet>[•▪●○◦·\uf0b7\uf0a7\u25aa*–-])(?=\s|$)|(?P<number>\d{1,2}[.)]|[a-zåäö]\))(?=\s|$)")
_INSIDE = re.compile(r"[a-zåäöé(\d]")
_INSIDE_FOR_SURE = re.compile(r"[a-zåäöé]")
_LIST_OF_TWO = re.compile(r"(?:och|eller|samt|respektive|till)\b")
_CLOSED = (".", ":", ";", "!", "?")
_LONGEST_HEADING = 150
_NARROWEST = 10.0
"""Heights of a line that the lines of a column are wide; in a letterhead's block, which is not, no line goes on in the next."""
_CELL_LINES = 6
"""Lines that the first cell of a table's row may have; a jump up over more is a new column."""


@dataclass(frozen=True, slots=True)
class Style:
    """What is usual in a document, by which headings and gaps are known."""

    height: float
    leading: float
    """From line to line, in heights; a low one of those found, for many a gap lies between paragraphs."""


@dataclass(slots=True)
class Block:
    """A paragraph, heading, item of a list, or row of a table, while it is put together."""

    rows: list[Row]
    text: str
    cell: float | None = None
    """Where the last cell of a table's row begins."""
    close: bool = False
    """Whether it stands no further below the block before it than one line below another."""
    marker: bool = field(init=False)

    def __post_init__(self) -> None:
        """Note whether it is an item of a list."""
        self.marker = bool(_MARKER.match(self.text))

    @property
    def is_tight(self) -> bool:
        """Whether no blank line parts it from another such block."""
        return self.marker or "\t" in self.text

    def rendered(self, style: Style) -> str:
        """Its line of the text."""
        row = self.rows[0]
        large, bold = row.height > 1.12 * style.height, all(row.bold for row in self.rows)
        if (large or bold) and not self.is_tight and len(self.text) <= _LONGEST_HEADING and any(map(str.isalpha, self.text)):
            return f"{'#' if large else '####'} {self.text}"
        bullet = _MARKER.match(self.text)
        return f"-{self.text[bullet.end() :]}" if bullet and bullet["bullet"] else self.text


def style_of(pages: Sequence[Sequence[Row]]) -> Style:
    """The height of most letters, and the usual distance of lines."""
    heights: Counter[float] = Counter()
    for page in pages:
        for row in page:
            heights[round(row.height, 1)] += len(row.cells[0].text)
    usual = heights.most_common(1)[0][0] if heights else 1.0
    drops = sorted(
        drop
        for page in pages
        for above, below in itertools.pairwise(page)
        if abs(below.height - usual) < 0.1 * usual and 0.7 < (drop := (above.bottom - below.bottom) / usual) < 2.2
    )
    return Style(usual, drops[len(drops) // 5] if drops else 1.2)


def blocks(page: Sequence[Row], style: Style) -> list[Block]:
    """The blocks of one page, in order."""
    found: list[Block] = []
    edges = _Edges(page)
    for row in map(_with_marker, page):
        joint = _joint(found[-1], row, edges, style) if found else None
        if joint is None:
            cell = row.cells[-1].left if len(row.cells) > 1 else None
            found.append(Block([row], row.text, cell, bool(found) and _is_close(found[-1].rows[-1], row, style)))
            continue
        if joint == "\t":
            _take_beside(found, row)
        _join(found[-1], row, joint)
    return found


def _with_marker(row: Row) -> Row:
    """A row whose first cell is only "1." or "•" is an item, no table."""
    if len(row.cells) > 1 and (mark := _MARKER.match(row.text)) and mark.end() == len(row.cells[0].text):
        first = Cell(f"{row.cells[0].text} {row.cells[1].text}", row.cells[0].left, row.cells[1].right)
        return row._replace(cells=(first, *row.cells[2:]))
    return row


def _join(block: Block, row: Row, joint: str) -> None:
    if joint == "\t" and not (block.marker and len(block.text) < 4):
        block.text, block.cell = f"{block.text}\t{row.text}", row.left
    else:
        block.text = joined(block.text, row.text)
    block.rows.append(row)


def _take_beside(found: list[Block], row: Row) -> None:
    """The lines of a first cell that lie lower than the second cell's top belong to the same row of the table."""
    while len(found) > 1 and found[-1].rows[0].top < row.top and found[-2].rows[-1].bottom < row.top and not found[-2].is_tight:
        last = found.pop()
        found[-1].text = joined(found[-1].text, last.text)
        found[-1].rows += last.rows


def joined(before: str, after: str) -> str:
    """Two lines as one: a hyphen at a line's end goes before a letter, and stays before a digit.

    >>> joined("stärkt bostads-", "försörjning"), joined("dnr STK-", "2016-796"), joined("kommun-", "och stadsdel")
    ('stärkt bostadsförsörjning', 'dnr STK-2016-796', 'kommun- och stadsdel')
    """
    if before.endswith("/") and after[:1].isdigit():
        return before + after
    if not before.endswith("-") or before[-2:-1].isspace() or len(before) < 2 or _LIST_OF_TWO.match(after):
        return f"{before} {after}"
    stem = re.split(r"[\s(/]", before[:-1])[-1]
    if after[:1].islower() and len(stem) > 1 and stem[-1].islower():
        return before[:-1] + after
    return before + after


def _joint(block: Block, row: Row, edges: "_Edges", style: Style) -> str | None:
    """What stands between a block and the next row: a blank, a tab between cells, None where a new block begins."""
    last, height = block.rows[-1], row.height
    drop = last.bottom - row.bottom
    if drop < 0.5 * height:
        return _beside(last, row, -drop, edges)
    if not _is_close(last, row, style):
        return None
    if _MARKER.match(row.text) or row.text.startswith("§"):
        return None
    if block.cell is not None:
        return " " if len(row.cells) == 1 and abs(row.left - block.cell) < 0.5 * height else None
    if len(row.cells) > 1:
        return None
    return " " if edges.is_full(last, row, row.bold != last.bold) else None


def _is_close(last: Row, row: Row, style: Style) -> bool:
    drop, alike = last.bottom - row.bottom, abs(row.height - last.height) < 0.08 * row.height
    return alike and -0.5 * row.height < drop < style.leading * 1.3 * max(row.height, style.height)


def _beside(last: Row, row: Row, rise: float, edges: "_Edges") -> str | None:
    if row.left >= last.right - 0.3 * row.height and rise < _CELL_LINES * row.height:
        return "\t"
    return " " if continues(last, row) and edges.is_full(last, row, True) else None


def continues(last: Row, row: Row) -> bool:
    """Whether a row goes on with what another page or column ended with."""
    style = last.bold == row.bold and abs(last.height - row.height) < 0.08 * row.height
    plain = not _MARKER.match(row.text) and not row.text.startswith("§") and len(row.cells) == 1
    return style and plain and (last.broken or last.text.endswith("-") or not last.text.endswith(_CLOSED))


class _Edges:
    """How far to the right the lines of a page go, by where they begin."""

    def __init__(self, page: Sequence[Row]) -> None:
        self._rows = page
        self._known: dict[int, tuple[float, bool]] = {}

    def is_full(self, last: Row, row: Row, doubtful: bool) -> bool:
        """Whether the first word of ``row`` had no room behind ``last``, so that the page's width broke the line."""
        if last.broken:
            return True
        edge, sure = self._edge(last)
        word = row.text.split(None, 1)[0]
        room = (len(word) + 1) * (row.right - row.left) / max(len(row.text), 1)
        full = last.right + room > edge - 0.2 * row.height
        inside = _INSIDE if edge - last.left > _NARROWEST * last.height else _INSIDE_FOR_SURE
        return full and ((sure and not doubtful) or bool(inside.match(row.text)))

    def _edge(self, last: Row) -> tuple[float, bool]:
        key = round(last.left)
        if key not in self._known:
            self._known[key] = self._measured(last)
        return self._known[key]

    def _measured(self, last: Row) -> tuple[float, bool]:
        """The edge that at least three long lines come near; without one, the longest line, of which nothing is sure."""
        near = 3.5 * last.height
        rights = sorted((row.right for row in self._rows if abs(row.left - last.left) < near), reverse=True)
        for number, right in enumerate(rights[:-2]):
            if right - last.left < _NARROWEST * last.height:
                break
            if right - rights[number + 2] < near:
                return right, True
        return (rights[0] if rights else last.right), False


def texts(pages: Sequence[Sequence[Row]], style: Style) -> Iterator[str]:
    """The text of each page, a paragraph a line; what runs over a page's end is not parted by a line's end."""
    # Of all pages only two are blocks at a time: a page, and the one that it may run over to.
    found = ((page, blocks(page, style)) for page in pages)
    for (rows, page), (_, following) in itertools.pairwise(itertools.chain(found, [((), [])])):
        goes_on = bool(page and following and _runs_over(page[-1], following[0], rows))
        if goes_on:
            _move_broken_word(page[-1], following[0])
        yield _rendered(page, style) + ("" if goes_on else "\n\n")


def _runs_over(last: Block, first: Block, page: Sequence[Row]) -> bool:
    if last.cell is not None or not continues(last.rows[-1], first.rows[0]):
        return False
    return _Edges(page).is_full(last.rows[-1], first.rows[0], False)


def _move_broken_word(last: Block, first: Block) -> None:
    """The rest of a word or number that a page breaks comes to the page where it begins."""
    if last.text.endswith(("-", "/")):
        word, _, rest = first.text.partition(" ")
        last.text, first.text = joined(last.text, word), rest


def _rendered(page: list[Block], style: Style) -> str:
    pieces: list[str] = []
    for number, block in enumerate(page):
        if number:
            pieces.append("\n" if block.close or (block.is_tight and page[number - 1].is_tight) else "\n\n")
        pieces.append(block.rendered(style))
    return "".join(pieces)
