"""The audit sheet (granskning av verkställighet): what a body decided that others were to do, and what answered it.

Source of the year within which a motion is to be decided: kommunallagen (2017:725) 5 kap. 35 §.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from graf.bounds import Bounds, Calendar
from graf.ledger import deadline_on, latest_day, state_of
from graf.model import (
    Action,
    Assignment,
    AssignmentState,
    CaseGraph,
    CaseId,
    DateExpression,
    Decision,
    DecisionPoint,
    Document,
    Evidence,
    Modality,
)

NO_ANSWER = "no answer in the documents held"
DAY_NOT_KNOWN = "day not known"
"""The state of a motion that is settled on a day that no document held tells, so that the year cannot be checked."""
_MOTIONS = {"motion", "medborgarförslag"}
_GRANTED = {Action.GRANT, Action.GRANT_PARTLY}
_SETTLED = {
    Action.GRANT,
    Action.GRANT_PARTLY,
    Action.REJECT,
    Action.ANSWER,
    Action.CLOSE,
}
_YEAR = 365


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sheet."""

    kind: str
    """``assignment``, ``approved motion``, ``motion without decision``, or ``motion settled`` on a day that is not known."""
    case: CaseId | None
    title: str
    body: str | None
    decided: DateExpression | None
    responsible: str | None
    deadline: DateExpression | None
    state: str
    answered_by: CaseId | None
    answered_on: DateExpression | None
    words: tuple[Evidence, ...]
    answer: tuple[Evidence, ...]
    bounds: Bounds | None = None
    """Where the day of the decision is not known: the days that bound it."""


@dataclass(frozen=True, slots=True)
class Period:
    """Whose decisions of which time are looked at; None is no limit. ``as_of`` is the day on which answers are counted."""

    body: str | None
    first: date | None
    last: date | None
    as_of: date


def period(graph: CaseGraph, body: str | None, first: date | None, last: date | None, as_of: date | None) -> Period:
    """A period, with the day of the newest document as the day of the audit where none is given."""
    return Period(body, first, last, as_of or latest_day(graph))


def audit(graph: CaseGraph, asked: Period) -> tuple[Line, ...]:
    """Every assignment and approved motion of the period, and motions that are not known to have been decided within a year."""
    sheet = _Sheet(graph, asked, Calendar(graph), {case.id: case.title for case in graph.cases})
    return tuple(sorted((*sheet.assignments(), *sheet.approved(), *sheet.overdue()), key=_order))


def undated(graph: CaseGraph, asked: Period) -> int:
    """How many assignments and approved motions of the body may lie in the period or outside, no day of theirs being known."""
    whole = audit(graph, replace(asked, first=None, last=None))
    return sum(line.bounds is not None and line.bounds.is_within(asked.first, asked.last) is None for line in whole)


def _order(line: Line) -> tuple[str, str, str, str]:
    return str(line.decided.earliest) if line.decided else "9999", str(line.case), line.kind, line.title


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One question, and what its lines are made from."""

    graph: CaseGraph
    asked: Period
    calendar: Calendar
    titles: Mapping[CaseId, str | None]

    def _asked_for(self, body: str | None, thing: Assignment | Decision, when: DateExpression | None) -> bool:
        """Whether a thing is of the body and the period, and not younger than the day of the audit."""
        asked = self.asked
        if asked.body is not None and (body or "").lower() != asked.body.lower():
            return False
        bounds = self.calendar.between(thing)
        if bounds.has_happened(asked.as_of) is False:
            return False
        if when is None:
            return bool(bounds.is_within(asked.first, asked.last))
        return (asked.first is None or when.latest >= asked.first) and (asked.last is None or when.earliest <= asked.last)

    def _bounds(self, thing: Assignment | Decision, when: DateExpression | None) -> Bounds | None:
        return None if when else self.calendar.between(thing)

    # --- assignments ----------------------------------------------------------------------------

    def assignments(self) -> Iterator[Line]:
        for given in self.graph.assignments:
            if given.status.holds and self._asked_for(given.assigner, given, given.given):
                yield self._assignment(given)

    def _assignment(self, given: Assignment) -> Line:
        as_of = self.asked.as_of
        state = state_of(given, as_of)
        answered = state is AssignmentState.ANSWERED
        return Line(
            "assignment",
            given.case,
            given.task,
            given.assigner,
            given.given,
            given.assignee,
            deadline_on(given, as_of),
            state.value,
            given.answered_by if answered else None,
            given.answered_on if answered else None,
            given.evidence,
            given.answer if answered else (),
            self._bounds(given, given.given),
        )

    # --- motions --------------------------------------------------------------------------------

    def approved(self) -> Iterator[Line]:
        """Motions that a body has granted: what in the same case, or reported on it, answered them."""
        motions = {case for case, _ in _motions(self.graph, self.titles)}
        assigned = {a.decision for a in self.graph.assignments}
        later = _later(self.graph.decisions)
        for decision in self.graph.decisions:
            granted = [p for p in decision.points if p.action in _GRANTED and p.status.holds]
            if decision.case is None or decision.case not in motions or not granted or decision.key in assigned:
                continue
            if self._asked_for(decision.body, decision, decision.date):
                followed = next((d for d in later[decision.case] if _follows(d, decision, self.asked.as_of)), None)
                yield self._approved(decision, decision.case, granted, followed)

    def _approved(self, decision: Decision, case: CaseId, granted: list[DecisionPoint], followed: Decision | None) -> Line:
        return Line(
            "approved motion",
            case,
            self.titles.get(case) or granted[0].evidence.quote,
            decision.body,
            decision.date,
            None,
            None,
            "followed up" if followed else "open",
            followed.case if followed else None,
            followed.date if followed else None,
            tuple(point.evidence for point in granted),
            tuple(point.evidence for point in followed.points) if followed else (),
            self._bounds(decision, decision.date),
        )

    def overdue(self) -> Iterator[Line]:
        """Motions moved more than a year before the day of the audit, with no decision held, or one whose day is not known.

        They are the council's to decide, and shown for the council alone.
        """
        settled = self._settled()
        for case, document in _motions(self.graph, self.titles):
            moved, council = document.date if document else self._first_told(case), _council(case)
            if moved is None or not self._is_council(council) or (self.asked.as_of - moved.latest).days <= _YEAR:
                continue
            if self.asked.last and moved.earliest > self.asked.last:
                continue
            deciding = settled.get(case, ())
            if any(d.date or self._in_time(d, moved) for d in deciding):
                continue
            kind, state = ("motion settled", DAY_NOT_KNOWN) if deciding else ("motion without decision", "older than a year")
            title, words = self.titles.get(case) or str(case), _first_words(self.graph, case)
            told = tuple(point.evidence for d in deciding for point in d.points if point.action in _SETTLED)
            by = case if deciding else None
            yield Line(kind, case, title, council, moved, None, None, state, by, None, words, told)

    def _first_told(self, case: CaseId) -> DateExpression | None:
        """The first day that is told of a case; a motion whose own paper is not held was moved by then."""
        days = (decision.date for decision in self.graph.decisions if decision.case == case and decision.date)
        return min(days, key=lambda day: (day.earliest, day.latest), default=None)

    def _is_council(self, council: str | None) -> bool:
        asked = self.asked.body
        return asked is None or (asked == council if council else asked.endswith("fullmäktige"))

    def _settled(self) -> dict[CaseId, list[Decision]]:
        """The decisions that settle a case and are not known to be younger than the day of the audit."""
        found: dict[CaseId, list[Decision]] = defaultdict(list)
        for decision in self.graph.decisions:
            settles = decision.status.holds and any(p.action in _SETTLED for p in decision.points)
            if decision.case and settles and self.calendar.between(decision).has_happened(self.asked.as_of) is not False:
                found[decision.case].append(decision)
        return found

    def _in_time(self, decision: Decision, moved: DateExpression) -> bool:
        """Whether a decision without a day was taken within the year all the same."""
        latest = self.calendar.between(decision).latest
        return latest is not None and (latest - moved.earliest).days <= _YEAR


def _council(case: CaseId) -> str | None:
    """The body that decides motions where a case is dealt with (kommunallagen 5 kap. 1 §)."""
    if case.municipality.isdigit():
        return "Kommunfullmäktige"
    return "Regionfullmäktige" if case.municipality.startswith("region-") else None


def _later(decisions: Iterable[Decision]) -> dict[CaseId, list[Decision]]:
    found: dict[CaseId, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.case and decision.date and decision.status.holds:
            found[decision.case].append(decision)
    return found


def _follows(decision: Decision, granted: Decision, as_of: date) -> bool:
    when, then = decision.date, granted.date
    return bool(when and then and then.latest < when.earliest <= as_of)


def _motions(graph: CaseGraph, titles: Mapping[CaseId, str | None]) -> Iterator[tuple[CaseId, Document | None]]:
    """The cases of motions, by a document that is one or by a title that says so, with the paper that moved it."""
    papers = {document.name: document for document in graph.documents}
    for case in graph.cases:
        held = [papers[name] for name in case.documents if name in papers]
        moved = [document for document in held if document.kind in _MOTIONS and not document.items]
        if moved:
            yield case.id, min(moved, key=lambda document: str(document.date.earliest) if document.date else "9999")
        elif (titles.get(case.id) or "").lower().startswith(("motion ", "svar på motion", "motion:", "medborgarförslag ")):
            yield case.id, None


def _first_words(graph: CaseGraph, case: CaseId) -> tuple[Evidence, ...]:
    moved = (p.evidence for d in graph.decisions if d.case == case and d.status is Modality.MOVED for p in d.points)
    return tuple(moved)[:1]
