"""One document, extracted: the pass that the other modules of this folder serve."""

from msgspec.structs import replace

from graf.extract.ballots import find_dissents, find_votes
from graf.extract.context import Context
from graf.extract.forms import find_forms, with_fields
from graf.extract.people import find_people
from graf.extract.points import find_points
from graf.extract.references import find_references
from graf.extract.relations import find_relations
from graf.extract.sequences import find_sequences, lead_body
from graf.extract.tasks import each_task
from graf.extract.trust import text_problems, weighed
from graf.model import DecisionPoint, Extraction, Modality, Parsed, Problem, Sequence


def extract(parsed: Parsed) -> Extraction:
    """All that one document says."""
    context = Context(parsed)
    sequences = find_sequences(context)
    extraction = Extraction(
        parsed.document,
        find_references(context),
        _points(context, sequences),
        find_relations(context),
        sequences,
        find_people(context),
        find_votes(context),
        find_dissents(context),
        (*_problems(parsed), *text_problems(parsed)),
    )
    return weighed(extraction, parsed)


def _points(context: Context, sequences: tuple[Sequence, ...]) -> tuple[DecisionPoint, ...]:
    whole = (with_fields(context, _with_lead(point, sequences)) for point in find_points(context))
    found = (*(task for point in whole for task in each_task(point)), *find_forms(context))
    return tuple(sorted(found, key=lambda point: (point.evidence.start, point.evidence.end)))


def _with_lead(point: DecisionPoint, sequences: tuple[Sequence, ...]) -> DecisionPoint:
    """A point of a list whose words name no body has the body that the list's lead-in names, less surely."""
    if point.body or point.status is not Modality.RECOUNTED:
        return point
    lead = next((s.lead_in for s in sequences if s.lead_in and set(point.cases) & set(s.cases)), None)
    body = lead_body(lead.quote) if lead else None
    return replace(point, body=body, confidence=round(point.confidence - 0.15, 2)) if body else point


def _problems(parsed: Parsed) -> tuple[Problem, ...]:
    document = parsed.document
    problems = []
    if not document.municipality and not document.authority:
        problems.append(
            Problem(
                document.name,
                "no-authority",
                "no town is named: its cases are kept apart; give --municipality CODE if you know it",
            )
        )
    if lost := parsed.text.count("\ufffd"):
        message = f"{lost} characters could not be read and stand as \ufffd: fetch or save the file again"
        problems.append(Problem(document.name, "lost-characters", message))
    if document.kind == "protokoll" and not document.items and not document.own_case:
        message = "minutes of several cases whose items could not be told apart: their decisions belong to no case"
        problems.append(Problem(document.name, "no-items", message))
    elif not document.own_case and not document.items and document.kind != "kallelse":
        problems.append(
            Problem(document.name, "no-own-case", "no registration number of its own was found in the masthead or title")
        )
    return tuple(problems)
