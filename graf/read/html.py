"""HTML pages (``.html``, ``.htm``, ``.xhtml``), parsed by selectolax as browsers do, and turned into lines.

Headings become ``#`` lines, items of lists ``- `` or ``1. `` lines, a table's row one line with tabs between its cells;
paragraphs are parted by blank lines. Scripts, styles, navigation and what is marked as hidden or deleted are dropped.
The parsed page is written out again and its tags found by one pattern: that is many times faster than walking the tree.
"""

import re
from collections.abc import Callable
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from graf.read.decode import decode
from graf.read.lines import Lines
from graf.read.signatures import format_of

SUFFIXES = (".html", ".htm", ".xhtml")
LIMIT = 50_000_000
"""Bytes: the parsed page takes some ten times as much memory."""

_DROPPED = (
    "script, style, template, noscript, nav, svg, math, iframe, object, embed, canvas, video, audio, button, select, textarea, "
    "head, del, [hidden], [role=navigation]"
)
_BLOCKS = (
    "p|div|h[1-6]|ul|ol|li|table|tr|td|th|br|hr|pre|blockquote|section|article|header|footer|main|aside|address|"
    "dl|dt|dd|figure|figcaption|caption|fieldset|legend|form|center|body|details|summary"
)
_REST = r"(?:[^>\"]|\"[^\"]*\")*"
_BLOCK = re.compile(rf"<(/?(?:{_BLOCKS}|h7))((?![\w-]){_REST})>")
_INLINE = re.compile(rf"<!--.*?-->|</?(?!(?:{_BLOCKS}|h7)(?![\w-]))[a-z!]{_REST}>", re.DOTALL)
# A lone blank is as it should be: not to match it is what makes this fast.
_BLANKS = re.compile(r"[ \t\n\r\f\v]{2,}|[\t\n\r\f\v]")
# A raised number behind a digit is a note's, and must not lengthen a registration number or a year: "2016<sup>1</sup>".
_RAISED = re.compile(rf"<sup(?<=\d<sup)(?:\s{_REST})?>(?:<a\s{_REST}>)?\s*\[?(\d{{1,3}})\]?\s*(?:</a>)?</sup>")
# A paragraph that is all bold is a heading that nobody marked as one; h7 is no element of HTML.
_BOLD = re.compile(rf"<p(?:\s{_REST})?>\s*<(strong|b)(?:\s{_REST})?>((?:(?!</\1>|</?p\b).)*)</\1>([\s:.]*)</p>", re.DOTALL)
_START = re.compile(r'\b(?P<name>start|value|type)="(?P<value>[^"]*)"')


def recognises(head: bytes) -> bool:
    """Whether the first bytes are those of an HTML page."""
    return format_of(head) == "an HTML page"


def read(content: bytes) -> str:
    """The text of a page."""
    return to_text(decode(content))


def to_text(page: str) -> str:
    """The lines of a page of HTML.

    >>> to_text("<h2>Beslut</h2><ol><li>Motionen avslås.<li>Svaret godkänns.</ol><table><tr><td>Dnr<td>KS 2016/1</table>")
    '## Beslut\\n\\n1. Motionen avslås.\\n2. Svaret godkänns.\\n\\nDnr\\tKS 2016/1\\n'
    """
    tree = LexborHTMLParser(page)
    title = tree.css_first("title")
    named = title.text(strip=True) if title and not tree.css_first("h1") else ""
    for node in tree.css(_DROPPED):
        node.decompose()
    return _lines(tree.html or "", named)


def _lines(html: str, title: str) -> str:
    lines = Lines()
    lines.words(title)
    pieces = _BLOCK.split(_INLINE.sub("", _without_traps(html)))
    lines.words(_plain(pieces[0]))
    for tag, attributes, words in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        handler = _HANDLERS.get(tag)
        if handler:
            handler(lines, attributes)
        else:
            lines.end_block()
        if words:
            lines.words(_plain(words))
    return lines.text()


def _without_traps(html: str) -> str:
    if "<pre" not in html:
        html = _BLANKS.sub(" ", html)
    return _BOLD.sub(r"<h7>\2\3</h7>", _RAISED.sub(r" [\1]", html))


def _plain(words: str) -> str:
    return unescape(words) if "&" in words else words


def _attributes(attributes: str) -> dict[str, str]:
    return {found["name"]: found["value"] for found in _START.finditer(attributes)}


def _open_numbered(lines: Lines, attributes: str) -> None:
    given = _attributes(attributes)
    lines.open_list(_number(given.get("start")) or 1, given.get("type") in {"a", "A"})


def _number(printed: str | None) -> int | None:
    return int(printed) if printed and re.fullmatch(r"[0-9]{1,6}", printed) else None


_HANDLERS: dict[str, Callable[[Lines, str], None]] = {
    "h1": lambda lines, _: lines.open_heading(1),
    "h2": lambda lines, _: lines.open_heading(2),
    "h3": lambda lines, _: lines.open_heading(3),
    "h4": lambda lines, _: lines.open_heading(4),
    "h5": lambda lines, _: lines.open_heading(5),
    "h6": lambda lines, _: lines.open_heading(6),
    "h7": lambda lines, _: lines.open_bold(),
    "ul": lambda lines, _: lines.open_list(None),
    "/ul": lambda lines, _: lines.close_list(),
    "ol": _open_numbered,
    "/ol": lambda lines, _: lines.close_list(),
    "li": lambda lines, attributes: lines.open_item(_number(_attributes(attributes).get("value"))),
    "/li": lambda lines, _: lines.close_item(),
    "table": lambda lines, _: lines.open_table(),
    "/table": lambda lines, _: lines.close_table(),
    "tr": lambda lines, _: lines.open_row(),
    "/tr": lambda lines, _: lines.close_row(),
    "td": lambda lines, _: lines.open_cell(),
    "/td": lambda lines, _: lines.close_cell(),
    "th": lambda lines, _: lines.open_cell(),
    "/th": lambda lines, _: lines.close_cell(),
    "br": lambda lines, _: lines.end_line(),
    "pre": lambda lines, _: lines.open_pre(),
    "/pre": lambda lines, _: lines.close_pre(),
}
"""What a tag does; any other block's beginning and end part two paragraphs."""
