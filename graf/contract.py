"""The JSON that scripts rely on, as ``graf extract``, ``graf thread`` and ``graf assignments`` print it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from graf.keys import case_key, iri, place_link
from graf.ledger import deadline_on, moves_until, state_of
from graf.model import (
    Assignment,
    AssignmentState,
    Branch,
    CaseId,
    DateExpression,
    Decision,
    DecisionPoint,
    Dissent,
    Evidence,
    Extraction,
    Item,
    Move,
    PersonMention,
    Problem,
    Reference,
    Statement,
    Step,
    Thread,
    Vote,
)


def extraction_row(extraction: Extraction) -> dict[str, Any]:
    """One document as an object of ``graf extract`` (docs/cli.md)."""
    document = extraction.document
    return {
        "document": document.name,
        "kind": document.kind,
        "authority": document.authority,
        "municipality": document.municipality,
        "body": document.body,
        "date": _edtf(document.date),
        "title": document.title,
        "own_case": document.own_case,
        "items": [_item(item) for item in document.items],
        "references": [_reference(reference) for reference in extraction.references],
        "decisions": [_decision(point) for point in extraction.points],
        "people": [_person(person) for person in extraction.people],
        "votes": [_vote(vote) for vote in extraction.votes],
        "dissents": [_dissent(dissent) for dissent in extraction.dissents],
        "problems": [_problem(problem) for problem in extraction.problems],
    }


def _edtf(date: DateExpression | None) -> str | None:
    return date.edtf if date else None


def _known(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value not in (None, ())}


def _item(item: Item) -> dict[str, Any]:
    return {"paragraph": item.paragraph, "case": item.case, "title": item.title, "start": item.span.start, "end": item.span.end}


def _reference(found: Reference) -> dict[str, Any]:
    return _known(
        {
            "start": found.span.start,
            "end": found.span.end,
            "text": found.text,
            "kind": found.kind,
            "normal": found.normal,
            "key": found.key,
            "role": found.role,
            "date": _edtf(found.date),
            "body": found.body,
            "item": found.item,
            "rule": found.rule,
            "confidence": found.confidence,
        }
    )


def _decision(point: DecisionPoint) -> dict[str, Any]:
    return _known(
        {
            "start": point.evidence.start,
            "end": point.evidence.end,
            "text": point.evidence.quote,
            "action": point.action,
            "status": point.status,
            "point": point.number,
            "body": point.body,
            "addressee": point.addressee,
            "date": _edtf(point.date),
            "cases": list(point.cases),
            "assignee": point.assignee,
            "task": point.task,
            "deadline": _edtf(point.deadline),
            "target": point.target,
            "item": point.item,
            "rule": point.rule,
            "confidence": point.confidence,
        }
    )


def _person(person: PersonMention) -> dict[str, Any]:
    return _known(
        {
            "name": person.name,
            "party": person.party,
            "role": person.role,
            "start": person.span.start,
            "end": person.span.end,
            "item": person.item,
        }
    )


def _vote(vote: Vote) -> dict[str, Any]:
    return _known({"yes": vote.yes, "no": vote.no, "abstained": vote.abstained, **_place(vote.evidence), "item": vote.item})


def _dissent(dissent: Dissent) -> dict[str, Any]:
    place = _place(dissent.evidence)
    return _known({"kind": dissent.kind, "parties": list(dissent.parties), **place, "item": dissent.item})


def _place(evidence: Evidence) -> dict[str, Any]:
    return {"start": evidence.start, "end": evidence.end, "text": evidence.quote}


def _problem(problem: Problem) -> dict[str, Any]:
    return {"kind": problem.kind, "message": problem.message}


# --- graf thread --------------------------------------------------------------------------------


def thread_row(thread: Thread, as_of: date) -> dict[str, Any]:
    """A thread as the object of ``graf thread --json`` (docs/cli.md)."""
    labels = {case_key(step.case.id): step.case.label for step in thread.steps}
    numbers = {case.id: case.label for part in (thread.steps, thread.branches) for case in (row.case for row in part) if case}
    return {
        "seed": next((s.case.label for s in thread.steps if s.case.id == thread.seed), thread.seed.key),
        "steps": [_step(step, labels) for step in thread.steps],
        "branches": [_branch(branch, thread) for branch in thread.branches],
        "assignments": [assignment_row(a, as_of, numbers) for a in thread.assignments],
        "missing": [case.label for case in thread.missing],
    }


def evidence_row(evidence: Evidence) -> dict[str, Any]:
    """The words of a fact with their place."""
    row = {
        "document": evidence.document,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "page": evidence.page,
        "paragraph": evidence.paragraph,
        "link": place_link(evidence),
    }
    return _known(row)


def _step(step: Step, labels: dict[str, str]) -> dict[str, Any]:
    row = {
        "case": step.case.label,
        "iri": iri(case_key(step.case.id)),
        "title": step.case.title,
        "date": _edtf(step.date),
        "body": step.body,
        "held": step.case.held,
        "decisions": [_point(decision, point) for decision in step.decisions for point in decision.points],
    }
    via = {"via": _via(step.via, labels)} if step.via else {}
    return row | via | ({"joins": [_via(said, labels) for said in step.joins]} if step.joins else {})


def _point(decision: Decision, point: DecisionPoint) -> dict[str, Any]:
    return _known(
        {
            "action": point.action,
            "status": point.status,
            "body": decision.body,
            "date": _edtf(decision.date),
            "target": point.target,
            "deadline": _edtf(point.deadline),
            **evidence_row(point.evidence),
        }
    )


def _via(statement: Statement, labels: dict[str, str]) -> dict[str, Any]:
    return {"from": labels.get(statement.object, statement.object), **_reason(statement)}


def _reason(statement: Statement) -> dict[str, Any]:
    return {
        "relation": statement.relation,
        "status": statement.status,
        "modality": statement.modality,
        "rule": statement.rule,
        "confidence": statement.confidence,
        "evidence": [evidence_row(e) for e in statement.evidence],
    }


def _branch(branch: Branch, thread: Thread) -> dict[str, Any]:
    to = next(step.case.label for step in thread.steps if step.case.id == branch.to)
    forward = branch.case is not None and branch.statement.subject == case_key(branch.case.id)
    return {
        "case": branch.label,
        "to": to,
        "direction": "case-to-step" if forward else "step-to-case",
        **({"through": "instrument"} if branch.statement.object.startswith("styrmedel/") else {}),
        **_reason(branch.statement),
    }


def assignment_row(assignment: Assignment, as_of: date, labels: Mapping[CaseId, str]) -> dict[str, Any]:
    """One line of the ledger as it stood on a day; ``labels`` are the numbers of the cases as printed."""

    def label(case: CaseId | None) -> str | None:
        return labels.get(case, case.key) if case else None

    state = state_of(assignment, as_of)
    answered = state is AssignmentState.ANSWERED
    return {
        "case": label(assignment.case),
        "municipality": assignment.case.municipality if assignment.case else None,
        "task": assignment.task,
        "assigner": assignment.assigner,
        "assignee": assignment.assignee,
        "given": _edtf(assignment.given),
        "deadline": _edtf(deadline_on(assignment, as_of)),
        "first_deadline": _edtf(assignment.deadline),
        "answered_by": label(assignment.answered_by) if answered else None,
        "answered_on": _edtf(assignment.answered_on) if answered else None,
        "state": state,
        "moves": [_move(move, label(move.case)) for move in moves_until(assignment, as_of)],
        "evidence": [evidence_row(e) for e in assignment.evidence],
        "answer": [evidence_row(e) for e in assignment.answer] if answered else [],
    }


def _move(move: Move, case: str | None) -> dict[str, Any]:
    return {
        "state": move.state,
        "case": case,
        "date": _edtf(move.date),
        "deadline": _edtf(move.deadline),
        "rule": move.rule,
        "evidence": [evidence_row(e) for e in move.evidence],
    }
