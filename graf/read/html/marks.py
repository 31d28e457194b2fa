"""The text that the library lays out, with the marks of headings, and with items and lines where graf has them."""

import re
from collections.abc import Iterable

from turbohtml import Document

from graf.read.html.tree import KEPT_BLANK, PLAIN

_HEADINGS = {f"h{level}": ["#" * level] for level in range(1, 7)}
_LONE_MARK = re.compile(r"(?m)^( *)((?:(?:-|\d{1,9}\.) )+)\n+\1 +(?=\S)")
"""A mark whose item begins with a paragraph or list of its own, which the library puts below it."""
_EMPTY_ITEM = re.compile(r"(?m)^ *(?:-|\d{1,9}\.) (?:\n|\Z)")
"""Only the library's own marks have a blank behind them: a lone "1." that was typed stays."""
_LISTS_THAT_BEGIN_LISTS = 5
_INDENT = re.compile(r"\n +")
_MARK = re.compile(r"(?:\d{1,2}[.)]|[a-zåäö]\)|[ivx]{2,5}\)|[-–•])\s")
"""The mark of an item, set by the page or typed by its writer."""
_BLANK_LINE = "\n\n"
_MARKED = re.compile(rf"{_BLANK_LINE}(?={_MARK.pattern})")


def marked(tree: Document) -> str:
    """The lines of a tree, without blanks at the ends of the whole."""
    text, spans = tree.to_annotated_text(_HEADINGS, PLAIN)
    if spans:
        text = _with_headings(text, spans)
    if " \n" in text or text.endswith(" "):
        for _ in range(_LISTS_THAT_BEGIN_LISTS):
            text = _LONE_MARK.sub(r"\1\2", text)
        text = _EMPTY_ITEM.sub("", text)
    return _tightened(_INDENT.sub("\n", text).strip(" \n")).replace(KEPT_BLANK, " ")


def _with_headings(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    pieces: list[str] = []
    place = 0
    for start, end, mark in spans:
        if start >= place:
            pieces += (text[place:start], mark, " ", " ".join(text[start:end].split()))
            place = end
    pieces.append(text[place:])
    return "".join(pieces)


def _tightened(text: str) -> str:
    """The text with no blank line between two blocks that both begin with a mark."""
    pieces: list[str] = []
    place, upper = 0, -1 if _MARK.match(text) else None
    for lower in (block.start() for block in _MARKED.finditer(text)):
        if upper is not None and text.find(_BLANK_LINE, upper + 1) == lower:
            pieces.append(text[place:lower])
            place = lower + 1
        upper = lower + 1
    return "".join([*pieces, text[place:]])
