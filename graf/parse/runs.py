"""Paragraphs of minutes whose sign was lost on the way: bare numbers that rise through a document.

A contents list or a transcript may print "142 Dagordning … 143 Informationshandlingar": one bare number says
nothing, but three or more that rise in order before a title or a "Dnr" are the §§ of a meeting. Numbers from 1
are an agenda's own count and no §§.
"""

from graf.model import Printed, Span
from graf.tables import cue

_FEWEST = 3
_LARGEST_STEP = 8
_FIRST = 7
"""Runs that begin lower count the points of an agenda or a list."""


def find_runs(text: str, printed: tuple[Printed, ...]) -> tuple[Printed, ...]:
    """The printed references with the bare paragraphs of a run among them, in order.

    >>> run = "PROTOKOLL 142 Dagordning fastställs. 143 Handlingar läggs till. 144 Delegationsbeslut."
    >>> [p.normal for p in find_runs(run, ())]
    ['§ 142', '§ 143', '§ 144']
    """
    if not cue("minutes").search(text):
        return printed
    taken = [p.span for p in printed]
    signed = [
        (p.span, int(digits)) for p in printed if p.kind == "paragraph" and (digits := p.normal.removeprefix("§ ")).isdigit()
    ]
    bare = [(Span(*m.span("number")), int(m["number"])) for m in cue("bare-paragraph").finditer(text)]
    free = [(span, number) for span, number in bare if not any(span.overlaps(other) for other in taken)]
    run = _longest(sorted([*signed, *free], key=lambda pair: pair[0].start))
    if len(run) < _FEWEST or run[0][1] < _FIRST:
        return printed
    found = [_printed(span, number, text) for span, number in run if (span, number) in free]
    return tuple(sorted([*printed, *found], key=lambda p: p.span))


def _printed(span: Span, number: int, text: str) -> Printed:
    normal = f"§ {number}"
    return Printed("paragraph", "paragraph-in-run", span, text[span.start : span.end], normal, normal.replace(" ", ""), 0.75)


def _longest(marks: list[tuple[Span, int]]) -> list[tuple[Span, int]]:
    """The longest run that rises by small steps."""
    best: list[tuple[int, int]] = []
    for place, (_, number) in enumerate(marks):
        before = [(best[n][0], n) for n in range(max(0, place - 60), place) if 0 < number - marks[n][1] <= _LARGEST_STEP]
        length, previous = max(before, default=(0, -1))
        best.append((length + 1, previous))
    place = max(range(len(best)), key=lambda n: best[n][0], default=-1)
    run = []
    while place >= 0:
        run.append(marks[place])
        place = best[place][1]
    return run[::-1]
