"""The parts of a document that belong to one case each: the §§ of minutes, or the whole of a letter."""

from graf.matching import find_printed
from graf.model import Part, Printed, Span
from graf.parse.lines import Line, heading_kind, item_start
from graf.tables import cue

_HEAD_LINES = 6
"""How many lines below an item's heading its own number and the rest of its title may stand."""


def find_parts(text: str, rows: tuple[Line, ...], printed: tuple[Printed, ...]) -> tuple[Part, ...]:
    """The items in order; empty where the document has none.

    A § that the contents list and the minutes proper both open is one item, where its text stands.
    """
    starts = [(number, match) for number, line in enumerate(rows) if (match := item_start(line))]
    last_of = {match["paragraph"]: number for number, match in starts}
    kept = [(number, match) for number, match in starts if last_of[match["paragraph"]] == number]
    parts = []
    for order, (number, match) in enumerate(kept):
        stop = rows[kept[order + 1][0]].span.start if order + 1 < len(kept) else len(text)
        span = Span(rows[number].span.start, stop)
        head = _head(rows, number, stop)
        parts.append(
            Part(
                match["paragraph"].replace(" ", ""),
                _own_case(printed, head),
                _title(rows, number, match["title"], head),
                span,
                head,
            )
        )
    return tuple(parts)


def _head(rows: tuple[Line, ...], number: int, stop: int) -> Span:
    end = rows[number].span.end
    for line in rows[number + 1 : number + 1 + _HEAD_LINES]:
        if line.span.start >= stop or heading_kind(line):
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
