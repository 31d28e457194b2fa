"""The parts of a document that belong to one case each: the §§ of minutes, or the whole of a letter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graf.model import Part, Printed, Span
from graf.parse.lines import Line, heading_kind, is_apart, item_start
from graf.parse.numbers import Numbers
from graf.parse.starts import Start, find_starts

_HEAD_LINES = 7
"""How many lines below an item's § its number and the rest of its title may stand."""
_TITLE_LINES = 4
_FEWEST_CASES = 3
_OF_AN_ITEM = {"decision", "proposal", "background", "motion"}
"""Sections that the text of an item has and a list of items has not."""
_EARLIER = re.compile(r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,6}[ ]§[ ]?\d{1,4}(?:/\d{2,4})?(?:,?[ ]{1,20}|$))+")
"""The §§ of bodies that dealt with an item before, on its own line: "§ 45   Au § 99   Dnr KS 2018/14"."""
_GOES_ON = re.compile(r"[ ]*\(?\bforts(?:\.|ättning)?\)?$", re.IGNORECASE)
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
    starts, others = find_starts(text, rows, numbers)
    heads = [_head(text, rows, numbers, start, _stop(starts, place, rows)) for place, start in enumerate(starts)]
    if _numbers_stand_above(rows, numbers, starts, heads):
        heads = [_with_number_above(rows, numbers, head) for head in heads]
    again = _printed_again(text, rows, numbers, heads, others)
    heads = sorted([*heads, *again], key=lambda head: head.first)
    begins = [rows[head.first].span.start for head in heads]
    stops = [*begins[1:], len(text)]
    parts = (_part(rows, head, begin, stop) for head, begin, stop in zip(heads, begins, stops, strict=False))
    return Items(tuple(parts), frozenset(start.row for start in starts))


def holds_many(text: str, rows: tuple[Line, ...], printed: tuple[Printed, ...]) -> bool:
    """Whether the numbers of several cases stand on lines of their own, so that a meeting's items are there, known or not."""
    numbers = Numbers(text, printed)
    alone = {own.key for line in rows if (own := numbers.alone(line)) is not None and own.kind == "case"}
    return len(alone) >= _FEWEST_CASES


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


def _printed_again(
    text: str, rows: tuple[Line, ...], numbers: Numbers, heads: list[_Head], others: list[Start]
) -> Iterator[_Head]:
    """Heads of an item's text that its § and case open too: on the item's next page, or behind the list of an agenda."""
    known = {head.start.paragraph: head for head in heads}
    begins = sorted([*(head.start.row for head in heads), *(start.row for start in others)])
    for start in others:
        first = known.get(start.paragraph)
        stop = next((row for row in begins if row > start.row), len(rows))
        head = _head(text, rows, numbers, start, stop)
        same = first and first.own and head.own and first.own.normal == head.own.normal
        if same and any(heading_kind(line) in _OF_AN_ITEM for line in rows[start.row + 1 : stop]):
            yield head


def _head(text: str, rows: tuple[Line, ...], numbers: Numbers, start: Start, stop: int) -> _Head:
    """Walk down from the § through title and number until the item's text begins."""
    line, title = rows[start.row], _EARLIER.sub("", start.title, count=1) if _EARLIER.match(start.title) else start.title
    own = numbers.beside(line, title)
    words = [first] if (first := (numbers.without(line, title) if own else title).strip(" –—-")) else []
    end, closed = start.row + 1, False
    for row in range(start.row + 1, min(stop, start.row + 1 + _HEAD_LINES)):
        # a heading of no known kind is the item's title, which Word sets below its §
        if heading_kind(rows[row]) not in {None, "text"}:
            break
        if (earlier := item_start(rows[row])) and earlier["body"] and not earlier["title"]:
            end = row + 1
        elif (alone := numbers.alone(rows[row])) is not None:
            own, end, closed = own or alone, row + 1, bool(words)
        elif not closed and _goes_on(text, rows, row, words):
            ending = numbers.beside(rows[row], "") if own is None else None
            words.append(numbers.without(rows[row], rows[row].text) if ending else rows[row].text)
            own, end, closed = own or ending, row + 1, ending is not None
        elif not words or own is not None or not _is_title_line(rows[row]):
            break
    return _Head(start, start.row, end, own, _GOES_ON.sub("", " ".join(" ".join(words).split())) or None)


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
