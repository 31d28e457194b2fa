"""The case that a place in a document belongs to: its item's, else the document's own."""

from graf.model import CaseId, DecisionPoint, Extraction
from graf.resolve.index import case_of, scope_of


def own_case_of(extraction: Extraction, item: str | None) -> CaseId | None:
    """The case of an item, or of the document outside items."""
    document = extraction.document
    number = next((i.case for i in document.items if i.paragraph == item), None) if item else document.own_case
    return case_of(scope_of(document), number) if number else None


def point_cases(extraction: Extraction, point: DecisionPoint, aliases: dict[CaseId, CaseId]) -> tuple[CaseId, ...]:
    """The cases that a point is a decision in, short numbers led to the cases they stand for."""
    scope = scope_of(extraction.document)
    found = (case_of(scope, number) for number in point.cases)
    return tuple(dict.fromkeys(aliases.get(case, case) for case in found))
