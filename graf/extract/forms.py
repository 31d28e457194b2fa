"""Assignments handed out in a form: a directive with its fields for who and when (utredningsdirektiv).

Each form opens with "Utredningsdirektiv - …" and the task's words; "Ansvar/processägare" names who is to do it
and "Tidplan" by when. A form that breaks off before its fields is an assignment without them.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from graf.dates import find_dates
from graf.extract.clauses import deadline_of
from graf.extract.context import Context
from graf.matching import find_bodies
from graf.model import Action, DateExpression, DecisionPoint, Modality, Span
from graf.tables import cue

_HEAD = 600
"""How far behind the opening the first field's heading stands at most."""
_VALUE = 140
"""How far behind a field's heading its value stands at most, with page numbers between."""
_TAKER = re.compile(r"uppdrag(?:en|et)?[ ]till[ ]", re.IGNORECASE)


def find_forms(context: Context) -> tuple[DecisionPoint, ...]:
    """The assignments that a document's forms hand out, in order."""
    return tuple(_forms(context))


def with_fields(context: Context, point: DecisionPoint) -> DecisionPoint:
    """An assignment whose deadline stands behind it, in the next sentence or in a field below.

    "Uppdraget ska redovisas senast den 1 mars 2018." and "Redovisning: till kommunstyrelsen under hösten 2014".
    """
    if point.action is not Action.ASSIGN or point.deadline or point.rule == "form":
        return point
    start = context.folded_offset(point.evidence.end)
    stop = min(context.section(start - 1).span.end, start + _HEAD)
    behind = cue("deadline-behind").match(context.flat, start, stop)
    if behind and (when := deadline_of(context.flat, start, behind.end())):
        return replace(point, deadline=when)
    field = cue("schedule").search(context.text, start, stop)
    return replace(point, deadline=_when(context.text, field)) if field else point


def _forms(context: Context) -> Iterator[DecisionPoint]:
    openings = [
        m for m in cue("directive").finditer(context.text) if context.section(m.start()).kind not in {"papers", "contents"}
    ]
    for order, opening in enumerate(openings):
        stop = openings[order + 1].start() if order + 1 < len(openings) else len(context.text)
        first = cue("form-heading").search(context.text, opening.end(), min(stop, opening.end() + _HEAD))
        if first and "\n\n" not in context.text[opening.end() : first.start()].strip():
            yield _form(context, opening, first, stop)


def _form(context: Context, opening: re.Match[str], first: re.Match[str], stop: int) -> DecisionPoint:
    text, document = context.text, context.parsed.document
    responsible = cue("responsible").search(text, first.start(), stop)
    schedule = cue("schedule").search(text, first.start(), stop)
    assignee = _named(text, responsible) if responsible else _addressed(text, opening.start())
    own = context.part(opening.start()).case
    return DecisionPoint(
        Action.ASSIGN,
        Modality.DECIDED if document.kind in {"direktiv", "protokoll", "protokollsutdrag"} else Modality.PROPOSED,
        context.evidence(_words(opening, first, responsible, schedule, text)),
        "form",
        0.9 if responsible and schedule else 0.7,
        body=document.body,
        date=document.date,
        cases=(own,) if own else (),
        assignee=assignee,
        task=" ".join(text[opening.end() : first.start()].split()).strip(" .") or None,
        deadline=_when(text, schedule) if schedule else None,
        item=context.item(opening.start()),
    )


def _words(
    opening: re.Match[str], first: re.Match[str], responsible: re.Match[str] | None, schedule: re.Match[str] | None, text: str
) -> Span:
    """The fields where there are some, else the opening and its task."""
    if not (responsible and schedule) or schedule.start() < responsible.start():
        return Span(opening.start(), first.start())
    dates = find_dates(text, schedule.end(), schedule.end() + _VALUE)
    return Span(responsible.start(), dates[0].span.end if dates else schedule.end())


def _named(text: str, field: re.Match[str]) -> str | None:
    bodies = find_bodies(text, field.end(), field.end() + _VALUE)
    return bodies[0].name if bodies else None


def _addressed(text: str, before: int) -> str | None:
    taker = _TAKER.search(text, 0, before)
    bodies = find_bodies(text, taker.end(), taker.end() + 60) if taker else ()
    return bodies[0].name if bodies else None


def _when(text: str, field: re.Match[str]) -> DateExpression | None:
    dates = find_dates(text, field.end(), field.end() + _VALUE)
    return dates[0].date if dates else None
