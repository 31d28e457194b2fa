"""The lines of a folded text, and which of them are headings."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache

import msgspec

from graf.model import Section, Span
from graf.tables import sections, vocabulary

_LINE = re.compile(r"[^\n\f]+")
_MARK = re.compile(r"[#*_>]")
_MARKS = re.compile(r"^[#*_>\s]+|[*_\s]+$|(?<=\w)\*+(?=\s)")
_ITEM = re.compile(
    r"^(?:(?:Punkt|Ärende|Nr)[ ]\d{1,3}[.:,]?[ ]{1,4}|\d{1,3}[.)]?[ ]{1,4})?"
    r"(?:(?P<body>[A-ZÅÄÖ][A-Za-zÅÄÖåäö -]{0,60}?)[ ]{1,4})?(?:§|Paragraf(?=[ ]\d))[ ]?"
    r"(?P<paragraph>(?P<number>\d{1,4})(?:[ ]?(?P<letter>[a-h])(?!\w))?(?:/\d{2,4})?)(?![\d/]|,\d|[ ]?[-–][ ]?\d)"
    r"(?:[.:](?![.,;:)])|,(?=[ ](?:[Dd]nr|[A-ZÅÄÖ]{1,6}[ /-]?\d|\d{2,5}/\d\d))|(?![.,;:)]))"
    r"\s*+(?P<title>(?![a-zåäö,;)]).*)$"
)
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]?[ ](?=[A-ZÅÄÖ])")
_LEADERS = re.compile(r"\.{3,}[ ]*\d|\.{4,}|(?:\. ){4,}|…[ .]*\d|\s{3,}\d{1,3}$")
_STATES = re.compile(r" .*[a-zåäö]{3}\.$")
"""Several words with a full stop say something; a heading ends without, but for "m.m."."""
_LONGEST_HEADING = 90


class Line(msgspec.Struct, frozen=True):
    """One line that is not empty; ``text`` has no Markdown marks, ``span`` covers it as it stands."""

    span: Span
    text: str
    marked: bool
    """Whether Markdown makes it a heading (#) or it is all bold."""


def lines(text: str) -> tuple[Line, ...]:
    """The lines of a folded text that are not empty.

    >>> [line.text for line in lines("#### **Sammanfattning**\\n\\nText.")]
    ['Sammanfattning', 'Text.']
    """
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    for match in _LINE.finditer(text):
        stripped = words = match.group().strip()
        marked = False
        if _MARK.search(words):
            words = _MARKS.sub("", match.group()).strip()
            marked = stripped.startswith("#") or (stripped.startswith("**") and stripped.endswith("**"))
        if words:
            yield Line(Span(*match.span()), words, marked)


def heading_kind(line: Line) -> str | None:
    """The kind of section a line opens, or None where it is no heading.

    >>> heading_kind(Line(Span(0, 8), "Beslut:", False))
    'decision'
    """
    if len(line.text) > 2 * _LONGEST_HEADING:
        return None
    words = _NUMBERED.sub("", line.text.rstrip(":").rstrip())
    if len(words) > _LONGEST_HEADING or words.startswith("§") or _STATES.search(words):
        return None
    return _known_kind(words) or ("text" if line.marked else None)


@lru_cache(maxsize=10_000)
def _known_kind(words: str) -> str | None:
    signs = vocabulary().signs(words)
    return next((kind for mask, kind, headings in _headings() if mask & signs and headings.fullmatch(words)), None)


@cache
def _headings() -> tuple[tuple[int, str, re.Pattern[str]], ...]:
    return tuple((vocabulary().mask(row.headings), row.kind, row.headings) for row in sections())


def item_start(line: Line) -> re.Match[str] | None:
    """Whether a line may open an item of minutes: "§ 694 Återrapportering", "KS § 80"; a line of contents does not."""
    return None if "§" not in line.text[:70] and not line.text.startswith("Paragraf") else _item(line)


def _item(line: Line) -> re.Match[str] | None:
    return None if is_of_contents(line) else _ITEM.match(line.text)


def is_of_contents(line: Line) -> bool:
    """Whether a line leads to a page: "Taxa för vatten ..... 12"."""
    return _LEADERS.search(line.text) is not None


def is_apart(text: str, rows: Sequence[Line], row: int) -> bool:
    """Whether a blank line, or a page's end, parts a line from the one above."""
    between = text[rows[row - 1].span.end : rows[row].span.start] if row else "\f"
    return between.count("\n") > 1 or "\f" in between


def find_sections(rows: tuple[Line, ...], end: int, items: Collection[int] = ()) -> tuple[Section, ...]:
    """The sections in order; what stands before the first heading is a section of kind ``masthead``.

    Args:
        rows: The lines.
        end: Where the text ends.
        items: The rows that open items: each begins a section of kind ``item``.
    """
    starts = [(n, line, kind) for n, line in enumerate(rows) if (kind := "item" if n in items else heading_kind(line))]
    found = [Section("masthead", "", Span(0, starts[0][1].span.start if starts else end))]
    above = -1
    for number, (row, line, kind) in enumerate(starts):
        stop = starts[number + 1][1].span.start if number + 1 < len(starts) else end
        heading = line.text.rstrip(":")
        if kind == "decision" and found[-1].kind == "proposal" and above == row - 1:
            # "Kommunstyrelsens förslag till kommunfullmäktige" over "Kommunfullmäktige beslutar": it is asked to
            kind, heading = "proposal", f"{found[-1].heading}, {heading}"
        found.append(Section(kind, heading, Span(line.span.end, stop)))
        above = row
    return tuple(found)
