"""The parts of a document that belong to one case each: the §§ of minutes, or the whole of a letter."""

import re
from dataclasses import dataclass

from graf.model import Part, Printed, Span
from graf.parse.lines import Line, heading_kind, is_apart
from graf.parse.numbers import Numbers
from graf.parse.starts import Start, find_starts

_HEAD_LINES = 7
"""How many lines below an item's § its number and the rest of its title may stand."""
_TITLE_LINES = 4
_PROSE = 160
_FULL = 34
"""A title goes on with a capital letter only below a line as long as this: it was broken, not ended."""


_ENDS = re.compile(r"(?<!m\.fl)(?<!m\.m)(?<!bl\.a)\.$|:$")


@dataclass(frozen=True, slots=True)
class Items:
    """The parts, and the rows of the lines that open them."""

    parts: tuple[Part, ...]
    rows: frozenset[int]


def find_items(text: str, rows: tuple[Line, ...], printed: tuple[Printed, ...]) -> Items:
    """The items in order; empty where the document has none.

    A § that the contents list and the minutes proper both open is one item, where its text stands.
    """
    numbers = Numbers(text, printed)
    starts = find_starts(text, rows, numbers)
    heads = [_head(text, rows, numbers, start, _stop(starts, place, rows)) for place, start in enumerate(starts)]
    if _numbers_stand_above(rows, numbers, starts, heads):
        heads = [_with_number_above(rows, numbers, head) for head in heads]
    begins = [rows[head.first].span.start for head in heads]
    stops = [*begins[1:], len(text)]
    parts = (_part(rows, head, begin, stop) for head, begin, stop in zip(heads, begins, stops, strict=False))
    return Items(tuple(parts), frozenset(start.row for start in starts))


def _stop(starts: list[Start], place: int, rows: tuple[Line, ...]) -> int:
    return starts[place + 1].row if place + 1 < len(starts) else len(rows)


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands at the head of an item: its rows from ``first`` up to, not with, ``end``."""

    start: Start
    first: int
    end: int
    own: Printed | None
    title: str | None


def _head(text: str, rows: tuple[Line, ...], numbers: Numbers, start: Start, stop: int) -> _Head:
    """Walk down from the § through title and number until the item's text begins."""
    line = rows[start.row]
    own = numbers.beside(line, start.title)
    words = [first] if (first := numbers.without(line, start.title) if own else start.title.strip()) else []
    end, closed = start.row + 1, False
    for row in range(start.row + 1, min(stop, start.row + 1 + _HEAD_LINES)):
        # a heading of no known kind is the item's title, which Word sets below its §
        if heading_kind(rows[row]) not in {None, "text"}:
            break
        if (alone := numbers.alone(rows[row])) is not None:
            own, end, closed = own or alone, row + 1, bool(words)
        elif not closed and _goes_on(text, rows, row, words):
            ending = numbers.beside(rows[row], "") if own is None else None
            words.append(numbers.without(rows[row], rows[row].text) if ending else rows[row].text)
            own, end, closed = own or ending, row + 1, ending is not None
        elif not words or own is not None or not _is_title_line(rows[row]):
            break
    return _Head(start, start.row, end, own, " ".join(" ".join(words).split()) or None)


def _goes_on(text: str, rows: tuple[Line, ...], row: int, words: list[str]) -> bool:
    """Whether a line is the title, or the next line of one that the line above did not end."""
    line = rows[row]
    if not words:
        return len(line.text) < _PROSE
    if len(words) >= _TITLE_LINES or is_apart(text, rows, row) or _ENDS.search(words[-1]):
        return False
    return (line.text[0].islower() or line.text[0] == "(" or len(words[-1]) >= _FULL) and _is_title_line(line)


def _is_title_line(line: Line) -> bool:
    return len(line.text) < 90 and not line.text.endswith((".", ":", ";")) and not line.text.startswith(("-", "•", "–"))


# --- a number above its § -----------------------------------------------------------------------


def _numbers_stand_above(rows: tuple[Line, ...], numbers: Numbers, starts: list[Start], heads: list[_Head]) -> bool:
    """Whether these minutes set the number above the §: most of those that stand alone are there, and not below."""
    above = sum(start.row > 0 and numbers.is_alone(rows[start.row - 1]) for start in starts)
    below = sum(head.own is not None for head in heads)
    return above > below


def _with_number_above(rows: tuple[Line, ...], numbers: Numbers, head: _Head) -> _Head:
    own = numbers.alone(rows[head.first - 1]) if head.first else None
    return _Head(head.start, head.first - (own is not None), head.end, own, head.title)


def _part(rows: tuple[Line, ...], head: _Head, begin: int, stop: int) -> Part:
    end = min(max(rows[head.end - 1].span.end, begin), stop)
    own = head.own.normal if head.own else None
    return Part(head.start.paragraph, own, head.title, Span(begin, stop), Span(begin, end))
