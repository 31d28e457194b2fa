"""Paragraphs of minutes whose sign was lost on the way: bare numbers that rise through a document.

A contents list or a transcript may print "142 Dagordning … 143 Informationshandlingar": one bare number says
nothing, but three or more that rise in order before a title or a "Dnr" are the §§ of a meeting. Numbers from 1
are an agenda's own count and no §§. An attendance list names §§ too: "(S) ersätter (M) 243". It says so only where
a title or a sign in the same document names a § near it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from graf.model import Printed, Span
from graf.tables import cue

_FEWEST = 3
_FEWEST_OF_YEAR = 2
"""A number with its year, "110/18", says more than a bare one."""
_LARGEST_STEP = 8
_FIRST = 7
"""Runs that begin lower count the points of an agenda or a list."""
_MEETING = 25
"""How far apart two §§ of one meeting may lie and still bear each other out."""

_ATTENDING = ("attends-paragraph", "attends-paragraph-with-role", "attends-paragraph-by-name", "attests-paragraph")
"""The cues that name what someone attended or attests."""

_Mark = tuple[Span, int]


def find_runs(text: str, printed: tuple[Printed, ...]) -> tuple[Printed, ...]:
    """The printed references with the bare paragraphs of a meeting among them, in order.

    >>> run = "PROTOKOLL 142 Dagordning fastställs. 143 Handlingar läggs till. 144 Delegationsbeslut."
    >>> [p.normal for p in find_runs(run, ())]
    ['§ 142', '§ 143', '§ 144']
    """
    if not cue("minutes").search(text):
        return printed
    signed = [(p.span, int(n)) for p in printed if p.kind == "paragraph" for n in re.findall(r"\d+", p.normal)[:1]]
    titles = _free(text, printed, "bare-paragraph")
    of_year = _free(text, printed, "bare-paragraph-of-year")
    attending = sorted({mark for name in _ATTENDING for mark in _free(text, printed, name)})
    run = _run(sorted([*signed, *titles], key=lambda mark: mark[0].start), _FEWEST)
    run += _run(of_year, _FEWEST_OF_YEAR)
    run += _borne_out([mark for mark in titles if _opens_line(text, mark[0])], signed, 2)
    sure = [*signed, *run]
    run += _borne_out(attending, sure or titles, 1)
    run += [] if sure else _borne_out(titles, attending, 2)
    free = {mark[0] for mark in (*titles, *of_year, *attending)}
    found = (_printed(span, text) for span in sorted({span for span, _ in run if span in free}))
    return tuple(sorted([*printed, *found], key=lambda p: p.span))


def _free(text: str, printed: tuple[Printed, ...], name: str) -> list[_Mark]:
    """The numbers that a cue finds where no reference stands; of a range, the first."""
    ends = [p.span.end for p in printed]
    found = map(_span, cue(name).finditer(text))
    return [
        (span, int(re.findall(r"\d+", text[span.start : span.end])[0])) for span in found if not _overlaps(span, printed, ends)
    ]


def _span(match: re.Match[str]) -> Span:
    group = next(name for name in match.groupdict() if match[name])
    return Span(match.start(group), match.end("year") if "year" in match.groupdict() else match.end(group))


def _overlaps(span: Span, printed: tuple[Printed, ...], ends: list[int]) -> bool:
    """Whether one of the references, which are in order and apart, holds a part of it."""
    following = bisect_right(ends, span.start)
    return following < len(printed) and printed[following].span.start < span.end


def _opens_line(text: str, span: Span) -> bool:
    return span.start == 0 or text[span.start - 1] == "\n"


def _run(marks: list[_Mark], fewest: int) -> list[_Mark]:
    run = _longest(marks)
    return run if len(run) >= fewest and run[0][1] >= _FIRST else []


def _borne_out(marks: list[_Mark], others: list[_Mark], fewest: int) -> list[_Mark]:
    """The marks that so many others of the same meeting lie near."""
    known = {number for _, number in others}
    return [
        (span, number)
        for span, number in marks
        if number >= _FIRST and sum(other in known for other in range(number - _MEETING, number + _MEETING + 1)) >= fewest
    ]


def _printed(span: Span, text: str) -> Printed:
    words = text[span.start : span.end]
    normal = f"§§ {words}" if "-" in words else f"§ {words}"
    return Printed("paragraph", "paragraph-in-run", span, words, normal, normal.replace(" ", ""), 0.75)


def _longest(marks: list[_Mark]) -> list[_Mark]:
    """The longest run that rises by small steps."""
    best: list[tuple[int, int]] = []
    for place, (_, number) in enumerate(marks):
        before = [(best[n][0], n) for n in range(max(0, place - 60), place) if 0 < number - marks[n][1] <= _LARGEST_STEP]
        length, previous = max(before, default=(0, -1))
        best.append((length + 1, previous))
    return list(_back(marks, best))[::-1]


def _back(marks: list[_Mark], best: list[tuple[int, int]]) -> Iterator[_Mark]:
    place = max(range(len(best)), key=lambda n: best[n][0], default=-1)
    while place >= 0:
        yield marks[place]
        place = best[place][1]
