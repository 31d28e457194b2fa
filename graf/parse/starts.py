"""The lines that may open an item: "§ 26 Dnr KS 2018/14", "KS § 80", "26 Dnr …" whose sign was lost, "3. Budget".

A line is weighed by its form and by what stands around it; the chain that the numbers make decides (:mod:`graf.parse.chain`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graf.matching import find_bodies
from graf.model import Span
from graf.parse.chain import Numbered, heaviest_chain, order
from graf.parse.lines import Line, heading_kind, is_apart, is_of_contents, item_start
from graf.parse.numbers import Numbers
from graf.tables import cue

_COUNTED = re.compile(r"^(?P<paragraph>(?P<number>\d{1,3})(?:/\d\d)?)(?P<dot>[.)])?\s+(?P<title>[A-ZÅÄÖ].*)$")
_ABBREVIATION = re.compile(r"(?!Av$|Jfr?$|Nr$)(?:[A-ZÅÄÖ]{2,6}|[A-ZÅÄÖ][bcdfghjklmnpqrstvwxz]*(?:[Aa]?u)?)")
"""How a body is shortened before a §: "KSAU", "Kf", "KsAu"; "Av" and "Se" are words."""
_FEWEST_UNSIGNED = 2
"""How many counted lines must have a number of a case for a run of them to be items."""
_FEWEST_BARE = 4
_FIRST_BARE = 7
"""A run of bare numbers without cases is one of §§ if it is this long and begins this high: lower ones count anything."""
_NUMBER_LINES = 3
_LONGEST_TITLE = 200
_AGENDA_HEAD = 600
"""How far down a paper says that it is an agenda, whose lines end in the numbers of their cases."""


@dataclass(frozen=True, slots=True)
class Start:
    """The line that opens an item."""

    row: int
    paragraph: str
    title: str
    """The rest of the line, with the number of the case if that stands there."""


def find_starts(text: str, rows: tuple[Line, ...], numbers: Numbers) -> tuple[list[Start], list[Start]]:
    """The lines that open the items, in order, empty where a document has none; and the others that have their form."""
    signed = {mark.row: (mark, start) for mark, start in _signed(text, rows, numbers)}
    counted = {mark.row: (mark, start) for mark, start in _counted(text, rows, numbers) if mark.row not in signed}
    both = signed | counted
    chain = heaviest_chain([both[row][0] for row in sorted(both)])
    if signed:
        outside = heaviest_chain([signed[row][0] for row in sorted(signed)])
        chain = chain if any(mark.row in signed for mark in chain) else outside
        if all(mark.row in counted for mark in chain):
            return [], []
    elif not _is_run_of_items(text, chain):
        return [], []
    opening = {mark.row for mark in chain}
    return [both[mark.row][1] for mark in chain], [both[row][1] for row in sorted(both) if row not in opening]


def _is_run_of_items(text: str, chain: list[Numbered]) -> bool:
    strong = sum(not mark.weak for mark in chain)
    if strong >= _FEWEST_UNSIGNED:
        return True
    first = chain[0].order if chain else 0
    return len(chain) >= _FEWEST_BARE and first >= order(_FIRST_BARE) and cue("minutes").search(text) is not None


# --- with a sign --------------------------------------------------------------------------------


def _signed(text: str, rows: tuple[Line, ...], numbers: Numbers) -> Iterator[tuple[Numbered, Start]]:
    forms = ((row, match) for row, line in enumerate(rows) if (match := item_start(line)) and _may_stand_before(match["body"]))
    found = list(_without_earlier_bodies(forms, rows, numbers))
    for place, (row, match) in enumerate(found):
        following = found[place + 1][0] if place + 1 < len(found) else len(rows)
        if following > row + 1 and is_of_contents(rows[row + 1]):
            continue
        weight = 2.0 + 0.2 * min(following - row - 1, 5) + _standing(text, rows, row)
        weight += 2.0 if numbers.beside(rows[row], match["title"]) or _has_number_near(rows, row, numbers) else 0.0
        paragraph = "".join(match["paragraph"].split())
        number, letter = int(match["number"]), (match["letter"] or "")
        yield Numbered(row, order(number, letter), weight, weak=False), Start(row, paragraph, match["title"])


def _without_earlier_bodies(
    found: Iterable[tuple[int, re.Match[str]]], rows: tuple[Line, ...], numbers: Numbers
) -> Iterator[tuple[int, re.Match[str]]]:
    """Without the §§ that stand alone right below an item's own: those of the bodies that dealt with it before.

    "Kf § 45" over "Ks § 102" and "Ksau § 88".
    """
    head, last = None, -1
    for row, match in found:
        adjoins = head is not None and all(numbers.is_alone(line) for line in rows[last + 1 : row])
        if head and adjoins and match["body"] and not match["title"] and match["body"] != head["body"]:
            last = row
            continue
        head, last = match, row
        yield row, match


def _may_stand_before(words: str | None) -> bool:
    """Whether what stands before a § is nothing, an abbreviation ("KS", "KsAu") or a body's name."""
    if not words or _ABBREVIATION.fullmatch(words):
        return True
    named = find_bodies(words)
    return bool(named) and named[0].span == Span(0, len(words))


def _standing(text: str, rows: tuple[Line, ...], row: int) -> float:
    """How a line stands: apart from what is above it, or as the next line of a paragraph."""
    if is_apart(text, rows, row) or heading_kind(rows[row]) == "text":
        return 1.0
    above = rows[row - 1].text
    return -1.5 if len(above) > 40 and (above[-1].islower() or above[-1] == ",") else 0.0


def _has_number_near(rows: tuple[Line, ...], row: int, numbers: Numbers) -> bool:
    below = rows[row + 1 : row + 1 + _NUMBER_LINES]
    return any(numbers.is_alone(line) for line in (*rows[max(0, row - 1) : row], *below))


# --- without ------------------------------------------------------------------------------------


def _counted(text: str, rows: tuple[Line, ...], numbers: Numbers) -> Iterator[tuple[Numbered, Start]]:
    """Counted lines: strong where the number of a case stands beside or right below, weak where a title stands alone."""
    agenda = cue("agenda").search(text, 0, _AGENDA_HEAD) is not None
    for row, line in enumerate(rows):
        match = _COUNTED.match(line.text)
        if not match or len(line.text) > _LONGEST_TITLE or is_of_contents(line):
            continue
        strong = (
            (agenda and numbers.beside(line, match["title"]) is not None)
            or numbers.opens(line, match["title"])
            or any(numbers.is_alone(below) for below in _before_next_count(rows, row))
        )
        if strong or ((agenda or is_apart(text, rows, row)) and _is_title(match, agenda)):
            weight = 2.5 if strong else 0.3
            mark = Numbered(row, order(int(match["number"])), weight, weak=not strong)
            yield mark, Start(row, match["paragraph"], match["title"])


def _before_next_count(rows: tuple[Line, ...], row: int) -> Iterator[Line]:
    for line in rows[row + 1 : row + 1 + _NUMBER_LINES]:
        if _COUNTED.match(line.text):
            return
        yield line


def _is_title(match: re.Match[str], agenda: bool) -> bool:
    title = match["title"]
    return (
        (agenda or match["dot"] is None)
        and len(title) <= 90
        and title[-1] not in ".,;:"
        and not cue("month-first").match(title)
    )
