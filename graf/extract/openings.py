"""Where a new statement begins inside what punctuation alone takes for one sentence.

A transcript, or the text layer of a table, loses the ends of its lines: "64 Taxan Nämnden beslutar att ändra taxan",
"235 Val till uppdrag Beslut Avsägelserna godkänns." The title runs on into the decision, and only a body's name with
its verb, an inline heading or the number of an item tells where the one ends and the other begins.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from graf.model import Printed
from graf.tables import cue

_TITLE = 60
"""A line this short above a body and its verb is a title that ends there."""
_CAPITAL = re.compile(r"[A-ZÅÄÖ](?<=[ \n].)")
"""Where a statement can open: ``re`` passes over all else fast."""
_BULLET = re.compile(r"\s*(?:[-–•*]|\d{1,2}[.)])\s*")


def split(text: str, start: int, end: int, printed: tuple[Printed, ...], signs: int = -1) -> Iterator[tuple[int, int]]:
    """A sentence of ``text[start:end]`` as the statements in it, (start, end) pairs in order.

    ``signs`` are the bits of the cues of which words stand in it.

    >>> words = "64 Taxan Nämnden beslutar att ändra taxan."
    >>> [words[s:e] for s, e in split(words, 0, len(words), ())]
    ['64 Taxan', 'Nämnden beslutar att ändra taxan.']
    """
    inside = {*_openings(text, start, end, signs), *(_own_lines(text, start, end, printed) if printed else ())}
    places = sorted({start, *inside, end}) if inside else (start, end)
    for left, right in pairwise(places):
        words = text[left:right]
        if stripped := words.strip():
            first = left + words.index(stripped[0])
            yield first, first + len(stripped)


def _openings(text: str, start: int, end: int, signs: int) -> Iterator[int]:
    """Where a body with its verb, or an inline heading, stands behind a title; a title has no verb and no comma before it."""
    left = start
    heading, opens = cue("opens-with-heading"), cue("statement-opens")
    if heading.mask & signs and (heads := heading.pattern.match(text, start, end)):
        yield heads.end()
    for capital in _CAPITAL.finditer(text, start + 1, end) if opens.mask & signs else ():
        if capital.start() < left or not (match := opens.pattern.match(text, capital.start(), end)):
            continue
        if match["heading"]:
            yield from (match.start(), match.end())
        elif not _BULLET.fullmatch(text, left, match.start()) and (
            _is_short_line(text, match.start()) or not cue("clause-runs").search(text, left, match.start())
        ):
            yield match.start()
        left = match.end()


def _is_short_line(text: str, place: int) -> bool:
    """Whether a line as short as a title ends right before a place."""
    above = text.rfind("\n", 0, place - 1) + 1
    return text[place - 1] == "\n" and place - above <= _TITLE


def _own_lines(text: str, start: int, end: int, printed: tuple[Printed, ...]) -> Iterator[int]:
    """Where the number of an item stands in a run, and where a line that is a number alone ends."""
    for mark in printed:
        if mark.rule == "paragraph-in-run":
            yield mark.span.start
        elif mark.kind == "case" and text[mark.span.end : mark.span.end + 1] == "\n" and mark.span.end < end:
            opening = max(start, text.rfind("\n", 0, mark.span.start) + 1)
            if not cue("number-label").sub("", text[opening : mark.span.start]).strip():
                yield mark.span.end
