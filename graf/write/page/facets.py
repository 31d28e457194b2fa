"""What the filters and the day slider of a page go by, for each box, bar and line."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from graf.keys import case_key
from graf.model import Case, CaseGraph, CaseId, DateExpression, Statement, Thread
from graf.write.picture.scene import branch_id, line, line_id
from graf.write.picture.states import courses
from graf.write.picture.threads import drawn_branch
from graf.write.picture.whereabouts import Whereabouts, whereabouts

Facet = dict[str, Any]
FIRST_DAY = date(1800, 1, 1)
"""No decision is older; what is dated so is a slip of the pen."""


def thread_facets(graph: CaseGraph, thread: Thread) -> dict[str, Facet]:
    """The facets of all that a thread's page shows, by the name of the thing."""
    cases = [branch.case for branch in thread.branches if branch.case]
    known = whereabouts(graph, cases)
    facets: dict[str, Facet] = {}
    for branch in thread.branches:
        where = known.get(branch.case.id) if branch.case else None
        drawn = drawn_branch(branch)
        facets[branch_id(branch)] = _node("branch", where.when if where else None, (where.body,) if where else ())
        facets[line_id(branch.statement)] = _line(branch.statement, (drawn.source, drawn.target))
    for step in thread.steps:
        facets[case_key(step.case.id)] = _node("step", step.date, (step.body, *(one.body for one in step.decisions)))
        if step.via:
            facets[line_id(step.via)] = _line(step.via, (step.via.subject, step.via.object))
    return facets | _tasks(graph, thread)


def graph_facets(cases: Iterable[Case], known: Mapping[CaseId, Whereabouts], lines: Iterable[Statement]) -> dict[str, Facet]:
    """The facets of the cases and the statements between them."""
    facets = {case_key(case.id): _node("step", known[case.id].when, (known[case.id].body,)) for case in cases}
    return facets | {line_id(one): _line(one, (line(one, True).source, line(one, True).target)) for one in lines}


def _tasks(graph: CaseGraph, thread: Thread) -> dict[str, Facet]:
    known = courses(graph, thread.assignments)
    return {
        task.key: _node("task", task.given or task.deadline, (task.assignee, task.assigner))
        | {"course": [[_iso(since), state] for since, state in known[task.key]]}
        for task in thread.assignments
    }


def _node(kind: str, when: DateExpression | None, bodies: Iterable[str | None]) -> Facet:
    days = {"first": _iso(when.earliest), "last": _iso(when.latest)} if when else {}
    return {"kind": kind, "bodies": sorted({body for body in bodies if body}), **days}


def _line(statement: Statement, ends: tuple[str, str]) -> Facet:
    return {
        "kind": "line",
        "relation": statement.relation,
        "status": statement.status,
        "confidence": statement.confidence,
        "ends": list(ends),
    }


def _iso(day: date) -> str:
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


def choices(facets: Mapping[str, Facet]) -> dict[str, list[str]]:
    """What each filter offers: only what the page has."""
    found: dict[str, set[str]] = {"relation": set(), "status": set(), "body": set()}
    for facet in facets.values():
        found["body"].update(facet.get("bodies", ()))
        for name in ("relation", "status"):
            if name in facet:
                found[name].add(str(facet[name]))
    return {name: sorted(values) for name, values in found.items()}


def period(facets: Mapping[str, Facet], as_of: date) -> tuple[date, date] | None:
    """The days that the slider goes through: from the first thing to a day after the last that changes anything."""
    turns = [turn for facet in facets.values() for turn in (facet.get("first"), *(day for day, _ in facet.get("course", ())))]
    known = [day for turn in turns if turn and FIRST_DAY <= (day := date.fromisoformat(turn)) <= as_of]
    return (min(known), min(as_of, max(known) + timedelta(1))) if len(set(known)) > 1 else None
