"""The audit sheet (granskning av verkställighet): what a body decided that others were to do, and what answered it.

Source of the year within which a motion is to be decided: kommunallagen (2017:725) 5 kap. 35 §.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from graf.ledger import deadline_on, latest_day, state_of
from graf.model import (
    Action,
    Assignment,
    AssignmentState,
    CaseGraph,
    CaseId,
    DateExpression,
    Decision,
    Document,
    Evidence,
    Modality,
)

NO_ANSWER = "no answer in the documents held"
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
    """``assignment``, ``approved motion``, or ``motion without decision``."""
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
    """Every assignment and approved motion of the period, and motions older than a year without a decision."""
    titles = {case.id: case.title for case in graph.cases}
    lines = (
        *_assignments(graph, asked),
        *_approved(graph, asked, titles),
        *_undecided(graph, asked, titles),
    )
    return tuple(sorted(lines, key=_order))


def undated(graph: CaseGraph, asked: Period) -> int:
    """How many assignments and approved motions of the body a period leaves out, because no day of theirs is known."""
    if asked.first is None and asked.last is None:
        return 0
    return sum(line.decided is None for line in audit(graph, replace(asked, first=None, last=None)))


def _order(line: Line) -> tuple[str, str, str, str]:
    return str(line.decided.earliest) if line.decided else "9999", str(line.case), line.kind, line.title


def _asked_for(asked: Period, body: str | None, when: DateExpression | None) -> bool:
    if asked.body is not None and (body or "").lower() != asked.body.lower():
        return False
    if when is None:
        return asked.first is None and asked.last is None
    return (asked.first is None or when.latest >= asked.first) and (asked.last is None or when.earliest <= asked.last)


# --- assignments --------------------------------------------------------------------------------


def _assignments(graph: CaseGraph, asked: Period) -> Iterator[Line]:
    for given in graph.assignments:
        if given.status.holds and _asked_for(asked, given.assigner, given.given):
            yield _assignment(given, asked.as_of)


def _assignment(given: Assignment, as_of: date) -> Line:
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
    )


# --- motions ------------------------------------------------------------------------------------


def _approved(graph: CaseGraph, asked: Period, titles: dict[CaseId, str | None]) -> Iterator[Line]:
    """Motions that a body has granted: what in the same case, or reported on it, answered them."""
    motions = {case for case, _ in _motions(graph, titles)}
    assigned = {a.decision for a in graph.assignments}
    later = _later(graph.decisions)
    for decision in graph.decisions:
        granted = [p for p in decision.points if p.action in _GRANTED and p.status.holds]
        if decision.case is None or decision.case not in motions or not granted or decision.key in assigned:
            continue
        if _asked_for(asked, decision.body, decision.date):
            followed = next((d for d in later[decision.case] if _follows(d, decision, asked.as_of)), None)
            yield Line(
                "approved motion",
                decision.case,
                titles.get(decision.case) or granted[0].evidence.quote,
                decision.body,
                decision.date,
                None,
                None,
                "followed up" if followed else "open",
                followed.case if followed else None,
                followed.date if followed else None,
                tuple(point.evidence for point in granted),
                tuple(point.evidence for point in followed.points) if followed else (),
            )


def _later(decisions: Iterable[Decision]) -> dict[CaseId, list[Decision]]:
    found: dict[CaseId, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.case and decision.date and decision.status.holds:
            found[decision.case].append(decision)
    return found


def _follows(decision: Decision, granted: Decision, as_of: date) -> bool:
    when, then = decision.date, granted.date
    return bool(when and then and then.latest < when.earliest <= as_of)


def _undecided(graph: CaseGraph, asked: Period, titles: dict[CaseId, str | None]) -> Iterator[Line]:
    """Motions moved more than a year before the day of the audit, of which no document held tells a decision by the council."""
    settled = {
        d.case
        for d in graph.decisions
        if d.status.holds and d.date and d.date.earliest <= asked.as_of and any(p.action in _SETTLED for p in d.points)
    }
    for case, document in _motions(graph, titles):
        moved = document.date if document else None
        if case in settled or moved is None or (asked.as_of - moved.latest).days <= _YEAR:
            continue
        if asked.last and moved.earliest > asked.last:
            continue
        words = _first_words(graph, case)
        title = titles.get(case) or str(case)
        yield Line("motion without decision", case, title, None, moved, None, None, "older than a year", None, None, words, ())


def _motions(graph: CaseGraph, titles: dict[CaseId, str | None]) -> Iterator[tuple[CaseId, Document | None]]:
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
