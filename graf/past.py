"""The graph as it was on a day: as things had been decided by then, or as the documents of that time tell it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import msgspec

from graf.bounds import Calendar
from graf.keys import case_key
from graf.model import Assignment, Case, CaseGraph, DateExpression, Decision, DecisionPoint, Evidence, Statement


def as_decided(graph: CaseGraph, day: date) -> CaseGraph:
    """What had been decided, given and answered by a day, as all documents held tell it, younger ones too.

    What has no day counts from the last one on which it can have happened; :func:`undated` tells of the rest.
    """
    calendar = Calendar(graph)
    return replace(
        graph,
        decisions=tuple(d for d in graph.decisions if calendar.between(d).has_happened(day)),
        assignments=tuple(_assignment_by(a, day) for a in graph.assignments if calendar.between(a).has_happened(day)),
    )


def undated(graph: CaseGraph, day: date) -> tuple[Assignment, ...]:
    """The assignments of which it is not known whether they had been given by a day."""
    calendar = Calendar(graph)
    return tuple(a for a in graph.assignments if calendar.between(a).has_happened(day) is None)


def as_known(graph: CaseGraph, day: date) -> CaseGraph:
    """What the documents dated by a day tell: nothing that only a younger or an undated one says."""
    papers = {d.name for d in graph.documents if d.date and d.date.latest <= day}
    decisions = tuple(decision for d in graph.decisions if (decision := _decision_in(d, papers)))
    statements = tuple(said for s in graph.statements if (said := _statement_in(s, papers)))
    resolutions = tuple(r for r in graph.resolutions if r.document in papers)
    assignments = tuple(given for a in graph.assignments if (given := _assignment_in(a, papers)))
    named = {case_key(r.target) for r in resolutions if r.target} | {case_key(d.case) for d in decisions if d.case}
    cases = (_case_in(case, papers) for case in graph.cases)
    kept = replace(
        graph,
        documents=tuple(d for d in graph.documents if d.name in papers),
        cases=tuple(case for case in cases if case.held or case_key(case.id) in named),
        decisions=decisions,
        assignments=assignments,
        statements=statements,
        resolutions=resolutions,
        problems=tuple(p for p in graph.problems if p.document in papers),
    )
    return as_decided(kept, day)


def _by(when: DateExpression | None, day: date) -> bool:
    return when is None or when.earliest <= day


def _assignment_by(given: Assignment, day: date) -> Assignment:
    moves = tuple(move for move in given.moves if _by(move.date, day))
    if given.answered_by and not _by(given.answered_on, day):
        return replace(given, moves=moves, answered_by=None, answered_on=None, answer=())
    return replace(given, moves=moves)


# --- told by some documents alone ---------------------------------------------------------------


def _within(words: Iterable[Evidence], papers: set[str]) -> tuple[Evidence, ...]:
    return tuple(quote for quote in words if quote.document in papers)


def _statement_in(said: Statement, papers: set[str]) -> Statement | None:
    words = _within(said.evidence, papers)
    # an inferred statement rests on all its words, a stated one on any
    enough = words if said.status != "inferred" else words and len(words) == len(said.evidence)
    return replace(said, evidence=words) if enough else None


def _point_in(point: DecisionPoint, papers: set[str]) -> DecisionPoint | None:
    words = _within((point.evidence, *point.more), papers)
    return msgspec.structs.replace(point, evidence=words[0], more=words[1:]) if words else None


def _decision_in(decision: Decision, papers: set[str]) -> Decision | None:
    points = tuple(known for point in decision.points if (known := _point_in(point, papers)))
    return replace(decision, points=points) if points else None


def _assignment_in(given: Assignment, papers: set[str]) -> Assignment | None:
    words, answer = _within(given.evidence, papers), _within(given.answer, papers)
    if not words:
        return None
    moves = tuple(move for move in given.moves if _within(move.evidence, papers))
    if given.answered_by and not answer:
        return replace(given, evidence=words, moves=moves, answered_by=None, answered_on=None, answer=())
    return replace(given, evidence=words, moves=moves, answer=answer)


def _case_in(case: Case, papers: set[str]) -> Case:
    documents = tuple(name for name in case.documents if name in papers)
    return replace(case, documents=documents, held=bool(documents))
