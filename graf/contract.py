"""The JSON that scripts rely on: an extraction as ``graf extract`` prints it."""

from typing import Any

from graf.model import DateExpression, DecisionPoint, Extraction, Item, PersonMention, Problem, Reference


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


def _problem(problem: Problem) -> dict[str, Any]:
    return {"kind": problem.kind, "message": problem.message}
