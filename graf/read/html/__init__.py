"""HTML pages (``.html``, ``.htm``, ``.xhtml``), parsed by turbohtml as browsers do, and turned into lines.

Headings become ``#`` lines, items of lists ``- `` or ``1. `` lines, a table's row one line with tabs between its cells;
paragraphs are parted by blank lines. Scripts, styles, navigation and what is marked as hidden or deleted are dropped.
The library lays the text out. Before that the tree is changed where its layout is not graf's
(:mod:`graf.read.html.tree`, :mod:`graf.read.html.tables`), and after it the marks are set (:mod:`graf.read.html.marks`).
"""

import re

import turbohtml

from graf.read.decode import decode, is_text
from graf.read.html.marks import marked
from graf.read.html.tables import lay_out_tables
from graf.read.html.tree import prepare, title_of
from graf.read.signatures import format_of, holds_tags

SUFFIXES = (".html", ".htm", ".xhtml")
LIMIT = 50_000_000
"""Bytes: the parsed page takes some ten times as much memory."""

# A page may name by its number what no text holds, and what stands here for the borders of cells.
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f]|&#(?:0*(?:[0-8]|11|1[4-9]|2\d|3[01])(?!\d)|[xX]0*(?:[0-8bBeEfF]|1[\da-fA-F])(?![\da-fA-F]));?"
)
_REFERENCE = re.compile("&#")


def recognises(head: bytes) -> bool:
    """Whether the first bytes are those of an HTML page, or text with tags in it, as publishing systems save a page's part."""
    found = format_of(head)
    return found == "an HTML page" or (found is None and is_text(head) and holds_tags(head))


def read(content: bytes) -> str:
    """The text of a page."""
    return to_text(decode(content))


def _clean(page: str) -> str:
    return _CONTROLS.sub("\ufffd", page) if "&" in page and _REFERENCE.search(page) else page


def to_text(page: str) -> str:
    """The lines of a page of HTML.

    >>> to_text("<h2>Beslut</h2><ol><li>Motionen avslås.<li>Svaret godkänns.</ol><table><tr><td>Dnr<td>KS 2016/1</table>")
    '## Beslut\\n\\n1. Motionen avslås.\\n2. Svaret godkänns.\\n\\nDnr\\tKS 2016/1\\n'
    """
    tree = turbohtml.parse(_clean(page))
    title = title_of(tree)
    prepare(tree)
    lay_out_tables(tree)
    text = "\n\n".join(filter(None, (title, marked(tree))))
    return f"{text}\n" if text else ""
