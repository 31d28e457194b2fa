"""Between which days a thing without a day of its own must have happened, as far as the papers bound it."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graf.model import Assignment, CaseGraph, CaseId, DateExpression, Decision, Evidence, Modality
from graf.tables import cue

_YEAR = re.compile(r"(?:^|-)((?:19|20)\d\d)-")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and the last day on which a thing can have happened; None where nothing bounds it."""

    earliest: date | None = None
    latest: date | None = None

    def has_happened(self, day: date) -> bool | None:
        """Whether it had happened by a day; None where that is not known."""
        if self.latest and self.latest <= day:
            return True
        return False if self.earliest and day < self.earliest else None

    def is_within(self, first: date | None, last: date | None) -> bool | None:
        """Whether it happened in a period of which None is an open end; None where that is not known."""
        if (first and self.latest and self.latest < first) or (last and self.earliest and last < self.earliest):
            return False
        begins = first is None or (self.earliest is not None and first <= self.earliest)
        ends = last is None or (self.latest is not None and self.latest <= last)
        return True if begins and ends else None

    @property
    def edtf(self) -> str | None:
        """As an interval of EDTF, ``..`` for an open end.

        >>> Bounds(None, date(2018, 2, 7)).edtf
        '../2018-02-07'
        """
        if self == Bounds():
            return None
        return f"{self.earliest or '..'}/{self.latest or '..'}"


class Calendar:
    """The days of one graph's papers and cases.

    A thing is not younger than the oldest paper that tells of it, and not older than the year in the number of its case;
    where the number has none, than the first day known of the case. What a paper proposes it proposes on its own day. The
    budget of a year is decided in the year before at the earliest (kommunallagen 11 kap. 10 §).
    """

    def __init__(self, graph: CaseGraph) -> None:
        """Index once."""
        self._written = {d.name: d.date for d in graph.documents if d.date}
        self._first: dict[CaseId, date] = _first_days(graph)

    def between(self, thing: Assignment | Decision) -> Bounds:
        """The bounds of an assignment's or a decision's day; where it is known, its first day is both."""
        when = thing.given if isinstance(thing, Assignment) else thing.date
        if when:
            return Bounds(when.earliest, when.earliest)
        words = _words(thing)
        told = [written for quote in words if (written := self._written.get(quote.document))]
        if thing.status in {Modality.PROPOSED, Modality.MOVED} and told:
            first = min(told, key=lambda written: written.earliest)
            return Bounds(first.earliest, first.latest)
        latest = min((written.latest for written in (*told, *_later(thing))), default=None)
        earliest = max(filter(None, (self._opened(thing.case), _budget(words))), default=None)
        return Bounds(None if earliest and latest and latest < earliest else earliest, latest)

    def _opened(self, case: CaseId | None) -> date | None:
        """The first day of the year in a case's number, else the first day known of it."""
        year = _YEAR.search(f"{case.key}-") if case else None
        return date(int(year[1]), 1, 1) if year else self._first.get(case) if case else None


def _first_days(graph: CaseGraph) -> dict[CaseId, date]:
    days: dict[CaseId, list[date]] = defaultdict(list)
    written = {d.name: d.date.earliest for d in graph.documents if d.date}
    for case in graph.cases:
        days[case.id] += [written[name] for name in case.documents if name in written]
    for decision in graph.decisions:
        if decision.case and decision.date and decision.status.holds:
            days[decision.case].append(decision.date.earliest)
    return {case: min(known) for case, known in days.items() if known}


def _words(thing: Assignment | Decision) -> tuple[Evidence, ...]:
    if isinstance(thing, Assignment):
        return thing.evidence
    return tuple(words for point in thing.points for words in (point.evidence, *point.more))


def _later(thing: Assignment | Decision) -> Iterable[DateExpression]:
    """The days of what came after an assignment: its answer and its moves."""
    if isinstance(thing, Assignment):
        yield from (when for when in (thing.answered_on, *(move.date for move in thing.moves)) if when)


def _budget(words: Iterable[Evidence]) -> date | None:
    years = [int(found["year"]) for quote in words if (found := cue("budget-year").search(quote.quote))]
    return date(min(years) - 1, 1, 1) if years else None
