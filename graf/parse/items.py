"""The parts of a document that belong to one case each: the §§ of minutes, or the whole of a letter."""

import re
from dataclasses import dataclass

from graf.matching import find_printed
from graf.model import Part, Printed, Span
from graf.parse.lines import Line, heading_kind, item_start
from graf.tables import cue

_HEAD_LINES = 6
"""How many lines below an item's heading its own number and the rest of its title may stand."""
_NUMBER_LINES = 3
"""How many lines below the count of an agenda's item its number stands: "2 Andra delårsrapporten", "Dnr 2018/KS 0290 10"."""
_COUNTED = re.compile(r"^(?P<paragraph>\d{1,3})[.)]?\s+(?P<title>[A-ZÅÄÖ].*)$")

_BESIDE = re.compile(r"^[Ää]rende[ ]\d{1,3}[ ]|[ ]\([^()]{3,60}\)$")
"""What may stand beside the number of an agenda's item: its count, or when it was put and postponed."""


@dataclass(frozen=True, slots=True)
class _Start:
    """The line that opens an item."""

    row: int
    paragraph: str
    title: str


def find_parts(text: str, rows: tuple[Line, ...], printed: tuple[Printed, ...]) -> tuple[Part, ...]:
    """The items in order; empty where the document has none.

    A § that the contents list and the minutes proper both open is one item, where its text stands.
    """
    starts = _signed(rows) or _counted(rows)
    last_of = {start.paragraph: start.row for start in starts}
    kept = [start for start in starts if last_of[start.paragraph] == start.row]
    stops = [*(rows[start.row].span.start for start in kept[1:]), len(text)]
    return tuple(_part(rows, printed, start, stop) for start, stop in zip(kept, stops, strict=False))


def _signed(rows: tuple[Line, ...]) -> list[_Start]:
    found = ((number, item_start(line)) for number, line in enumerate(rows))
    return [_Start(number, match["paragraph"].replace(" ", ""), match["title"]) for number, match in found if match]


def _counted(rows: tuple[Line, ...]) -> list[_Start]:
    """The counted items of an agenda or a transcript: a rising number, a title, and a line below that is a number alone."""
    starts: list[_Start] = []
    for number, line in enumerate(rows):
        match = _COUNTED.match(line.text)
        if match and _has_number_below(rows, number) and (not starts or int(match["paragraph"]) > int(starts[-1].paragraph)):
            starts.append(_Start(number, match["paragraph"], match["title"]))
    return starts if len(starts) > 1 else []


def _has_number_below(rows: tuple[Line, ...], number: int) -> bool:
    return any(_is_number_alone(line.text) for line in rows[number + 1 : number + 1 + _NUMBER_LINES])


def _is_number_alone(words: str) -> bool:
    """Whether a line is a number with its label, and at most its count before or a parenthesis behind it.

    "Dnr 2018/KS 0290 10", "Ärende 2 Diarienummer KS 1/21", "Dnr 329-1/12 (framställd 28/1)"
    """
    words = _BESIDE.sub("", words)
    return any(p.kind == "case" for p in find_printed(words)) and not _without_number(words)


def _part(rows: tuple[Line, ...], printed: tuple[Printed, ...], start: _Start, stop: int) -> Part:
    head = _head(rows, start.row, stop)
    title = _title(rows, start.row, start.title, head)
    return Part(start.paragraph, _own_case(printed, head), title, Span(rows[start.row].span.start, stop), head)


def _head(rows: tuple[Line, ...], number: int, stop: int) -> Span:
    end = rows[number].span.end
    for line in rows[number + 1 : number + 1 + _HEAD_LINES]:
        # a heading of no known kind is the item's title, which Word sets below its §
        if line.span.start >= stop or heading_kind(line) not in {None, "text"}:
            break
        end = line.span.end
        if len(line.text) > 160:
            return Span(rows[number].span.start, line.span.start)
    return Span(rows[number].span.start, end)


def _own_case(printed: tuple[Printed, ...], head: Span) -> str | None:
    return next((p.normal for p in printed if p.kind == "case" and head.covers(p.span)), None)


def _title(rows: tuple[Line, ...], number: int, first: str, head: Span) -> str | None:
    words = [first] if (first := _without_number(first)) else []
    for line in rows[number + 1 :]:
        if line.span.end <= head.end and not words and not _without_number(line.text):
            continue  # the number alone, above its title
        if (
            line.span.end > head.end
            or find_printed(line.text)
            or (words and words[-1].endswith("."))
            or (words and line.text[0].isupper())
        ):
            break
        words.append(line.text)
    return " ".join(words) or None


def _without_number(title: str) -> str:
    for printed in reversed(find_printed(title)):
        if printed.kind == "case":
            title = cue("number-label").sub("", title[: printed.span.start]) + title[printed.span.end :]
    return " ".join(title.split()).strip(" ,;()-")
