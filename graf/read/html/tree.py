"""A parsed page made ready for its text: what nobody reads is taken out, and what the library lays out otherwise is changed."""

import re

from turbohtml import Document, Element, Node, PlainText, Text

from graf.read.notes import raised
from graf.read.numerals import printed

PLAIN = PlainText(layout="strict", bullet="- ")
KEPT_BLANK = "\x1e"
"""Stands for a blank at the start of a preformatted line, until the blanks of indented lists are gone."""

_DROPPED = (
    *("script", "style", "template", "noscript", "noembed", "noframes", "nav", "svg", "math", "iframe", "object", "embed"),
    *("canvas", "video", "audio", "button", "select", "textarea", "del"),
)
_UNSEEN = ("display:none", "display: none", "visibility:hidden", "visibility: hidden")
"""What a style on an element's own tag says of what is not shown; what is only not read aloud (``aria-hidden``) is shown."""
_DROPPED_BY = ", ".join(["[hidden]", "[role=navigation]", *(f'[style*="{words}" i]' for words in _UNSEEN)])
_BLOCKS = ("form", "fieldset", "legend", "center", "dir", "dialog", "hgroup", "search", "listing", "output")
"""Elements that stand apart and that the library sets in the line; ``caption`` is dealt with among the tables."""
_NOTE = re.compile(r"\s*\[?(\d{1,3})\]?\s*")
_LABEL_END = " \t\n\r\f\v:."
"""What may follow a bold paragraph's words outside the bold."""
_NUMBER = re.compile(r"-?\d{1,6}")
_INDENT = re.compile(r"(?m)^ +")
_FORMS = {"a": "lowerLetter", "i": "lowerRoman"}


def holds(tree: Document, name: str) -> bool:
    """Whether a tree has an element of this name; the library looks that up, where ``find`` walks the whole tree."""
    return bool(tree.find_all(name))


def title_of(tree: Document) -> str:
    """The page's title, where no heading of the first level says it."""
    if holds(tree, "h1"):
        return ""
    return " ".join(" ".join(title.text for title in tree.find_all("title")[:1]).split())


def prepare(tree: Document) -> None:
    """Change a tree; elements that it does not hold are asked for by their name, which takes no time."""
    tree.remove(", ".join([_DROPPED_BY, *(name for name in _DROPPED if holds(tree, name))]))
    for name in _BLOCKS:
        for element in tree.find_all(name):
            element.tag = "div"
    if holds(tree, "b") or holds(tree, "strong"):
        _mark_bold(tree)
    _part_notes(tree)
    if holds(tree, "ol"):
        _write_marks(tree)
        _drop_odd_numbers(tree)
    if holds(tree, "pre"):
        _keep_blanks(tree)


def _mark_bold(tree: Document) -> None:
    """A paragraph on the page itself that is all bold is a heading that nobody marked as one."""
    for bold in tree.select("p > b:only-child, p > strong:only-child"):
        paragraph = bold.parent
        if isinstance(paragraph, Element) and not paragraph.closest("li, td, th"):
            words, whole = bold.text.strip(), paragraph.text.strip()
            if words and whole.startswith(words) and not whole[len(words) :].strip(_LABEL_END):
                paragraph.tag = "h4"


def _part_notes(tree: Document) -> None:
    """A raised number behind a digit is a note's, and must not lengthen a number or a year: "2016<sup>1</sup>"."""
    for above in tree.find_all("sup"):
        note = _NOTE.fullmatch(above.text)
        if note:
            above.set_text(raised(_text_of(above.previous_sibling), note[1]))


def _text_of(node: Node | None) -> str:
    if isinstance(node, Text):
        return node.data
    return node.text if isinstance(node, Element) else ""


def _write_marks(tree: Document) -> None:
    """Items that the page letters or counts down: "a)", "ii)", "2."; the library counts up in figures."""
    for row in tree.select("ol[type], ol[reversed]"):
        kind, down = str(row.attrs.get("type", "")).lower(), "reversed" in row.attrs
        if kind not in _FORMS and not down:
            continue
        items = [item for item in row.children if isinstance(item, Element) and item.tag == "li"]
        number = _number(row, "start", len(items) if down else 1)
        for item in items:
            number = _number(item, "value", number)
            item.insert(0, Text(f"{printed(number, _FORMS[kind])}) " if kind in _FORMS else f"{number}. "))
            item.tag = "p"
            number += -1 if down else 1
        row.tag = "div"


def _number(element: Element, name: str, otherwise: int) -> int:
    given = str(element.attrs.get(name, ""))
    return int(given) if _NUMBER.fullmatch(given) else otherwise


def _drop_odd_numbers(tree: Document) -> None:
    """Numbers that no list has, and that the library would write out."""
    for row, name in (("ol", "start"), ("li", "value")):
        for element in tree.select(f"{row}[{name}]"):
            if not _NUMBER.fullmatch(str(element.attrs[name])):
                del element.attrs[name]


def _keep_blanks(tree: Document) -> None:
    for element in tree.select("pre:not(pre pre)"):
        element.set_text(_INDENT.sub(lambda blanks: KEPT_BLANK * len(blanks[0]), element.text.rstrip()))
