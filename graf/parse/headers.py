"""Running headers, footers and page numbers, which stand between and inside the items of minutes.

They are blanked, not cut, so that offsets stay. The first page keeps its header: it is the masthead.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from graf.model import Span
from graf.parse.lines import heading_kind, lines
from graf.tables import cue

_LINE = re.compile(r"(?P<feed>\f?)[^\S\n\f]*(?P<words>[^\s\f][^\n\f]*)")
_NEAR = 6
"""How many lines above or below a page's mark the rest of a running header stands."""
_FIRST = 8
"""How many lines at the top of the text are the masthead."""
_SHARE = 0.25
"""Of the pages, how many must have a line at one place for it to be a running line; and never fewer than two."""
_SENTENCE_SHARE = 0.5
"""The same of a line that ends as a sentence does: "Motionen avslås." may come at two pages' ends."""
_GOES_ON = re.compile(r"[a-zåäö(]|(?:19|20)\d\d\b")
_IS_OPEN = re.compile(r"[\w,-]$")
_NUMBER = re.compile(r"[-–|. ]*(?P<number>\d{1,4})(?:\s*[/(]\s*\d{1,4}\)?)?[-–|. ]*")


class _Row(msgspec.Struct, frozen=True):
    """A line that is not blank."""

    span: Span
    words: str
    marks: bool
    """Whether it bears the mark of a page."""
    feeds: bool
    """Whether a page begins with it, by a form feed."""

    @property
    def form(self) -> str:
        """The words in the form in which two lines are compared."""
        return " ".join(self.words.split()).casefold()


def blank_running_lines(text: str) -> str:
    """The text with every running line after its first appearance as blanks.

    >>> blank_running_lines("Nämnden  Sida 1 (2)\\nEtt\\nNämnden  Sida 2 (2)\\ntvå").split()
    ['Nämnden', 'Sida', '1', '(2)', 'Ett', 'två']
    """
    places = cue("page-mark").scanner.places(text)
    if len(places) < 2 and "\f" not in text:
        return text
    rows = [_row(match, places) for match in _LINE.finditer(text)]
    anchors = _anchors(rows)
    if len(anchors) < 2:
        return text
    running = sorted(set(_running(rows, anchors)))
    blanked = _without(text, [rows[row].span for row in running])
    return _without(blanked, list(_gaps_inside_sentences(text, rows, set(running))), keep="\n")


def _without(text: str, spans: list[Span], keep: str = "") -> str:
    """The text with stretches, which are in order, as blanks; ``keep`` stands at the beginning of each."""
    pieces, done = [], 0
    for span in spans:
        pieces += [text[done : span.start], keep, " " * (span.end - span.start - len(keep))]
        done = span.end
    return "".join((*pieces, text[done:]))


def _gaps_inside_sentences(text: str, rows: list[_Row], running: set[int]) -> Iterator[Span]:
    """From line to line over a page's end, where the sentence goes on: all but one line's end is to go."""
    kept = [n for n in range(len(rows)) if n not in running]
    for one, other in pairwise(kept):
        if other > one + 1 and _GOES_ON.match(text, rows[other].span.start) and _IS_OPEN.search(rows[one].form):
            yield Span(rows[one].span.end, rows[other].span.start)


def _row(match: re.Match[str], places: list[int]) -> _Row:
    """A line; ``places`` is where a word of a page's mark stands, in order."""
    words, here = match["words"], bisect_left(places, match.start())
    marks = False
    if here < len(places) and places[here] < match.end():
        indented = f"  {words}" if match.start("words") > match.end("feed") else words
        marks = cue("page-mark").search(indented) is not None
    return _Row(Span(*match.span("words")), words, marks, bool(match["feed"]))


def _anchors(rows: list[_Row]) -> list[int]:
    """One row of each page: its mark, or where there is none near, its first."""
    marks = [n for n, row in enumerate(rows) if row.marks]
    near = {n for mark in marks for n in _near(mark, rows)}
    return sorted({*marks, *(n for n, row in enumerate(rows) if row.feeds and n not in near)})


def _running(rows: list[_Row], anchors: list[int]) -> Iterator[int]:
    """The rows that are running lines, but the first appearance of what the masthead or a number may be."""
    marks = [n for n in anchors if rows[n].marks]
    yield from marks[1:]
    yield from set(_page_numbers(rows, anchors)) - set(marks)
    first = {row.form for row in rows[:_FIRST]}
    repeated, told = _repeated(rows, anchors), set[str]()
    for row in sorted({n for anchor in anchors for n in _near(anchor, rows)} - set(marks)):
        form, at_top = rows[row].form, row < _FIRST
        kept = form not in told and (at_top or (form not in first and any(map(str.isdigit, form))))
        if form in repeated or (form in first and not at_top):
            told.add(form)
            if not kept and _may_run(rows[row]):
                yield row


def _near(anchor: int, rows: list[_Row]) -> range:
    return range(max(0, anchor - _NEAR), min(len(rows), anchor + _NEAR + 1))


def _repeated(rows: list[_Row], anchors: list[int]) -> set[str]:
    """The forms that stand at the same distance from the marks of several pages."""
    places = Counter((n - anchor, rows[n].form) for anchor in anchors for n in _near(anchor, rows) if n != anchor)
    few, many = max(2, _SHARE * len(anchors)), max(2, _SENTENCE_SHARE * len(anchors))
    return {form for (_, form), count in places.items() if count >= (many if form.endswith(".") else few)}


def _may_run(row: _Row) -> bool:
    """Whether a line is neither a heading nor the head of an item, which may recur at the top of pages too."""
    return not any(line.text.startswith("§") or heading_kind(line) for line in lines(row.form))


def _page_numbers(rows: list[_Row], anchors: list[int]) -> Iterator[int]:
    """Numbers alone on their lines that count the pages: at one distance from the marks, rising by one."""
    for distance in range(-_NEAR, _NEAR + 1):
        places = [anchor + distance for anchor in anchors if 0 <= anchor + distance < len(rows)]
        counted = [(n, int(match["number"])) for n in places if (match := _NUMBER.fullmatch(rows[n].form))]
        rising = [n for (n, one), (_, other) in zip(counted[1:], counted, strict=False) if one == other + 1]
        if rising and len(rising) * 2 >= len(anchors) - 1:
            yield from (n for n, _ in counted)
