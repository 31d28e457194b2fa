"""When and by whom a case was handled, as far as the graph tells: by its decisions, else by its own documents."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graf.model import Case, CaseGraph, CaseId, DateExpression, Decision


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The first known date of a case, the body of that date, and the decisions in it."""

    when: DateExpression | None
    body: str | None
    decisions: tuple[Decision, ...]


def whereabouts(graph: CaseGraph, cases: Iterable[Case]) -> Mapping[CaseId, Whereabouts]:
    """Where each case belongs in a picture of time and bodies."""
    decisions: dict[CaseId, list[Decision]] = {}
    for one in graph.decisions:
        if one.case:
            decisions.setdefault(one.case, []).append(one)
    papers = {one.name: (one.date, one.body) for one in graph.documents}
    return {case.id: _of(case, tuple(decisions.get(case.id, ())), papers) for case in cases}


def _of(
    case: Case, decisions: tuple[Decision, ...], papers: Mapping[str, tuple[DateExpression | None, str | None]]
) -> Whereabouts:
    own = [papers[name] for name in case.documents if name in papers] if case.held else []
    told = [(one.date, one.body) for one in decisions]
    dated = [(when, body) for when, body in told if when] or [(when, body) for when, body in own if when]
    when, body = min(dated, key=lambda one: (one[0].earliest, one[0].latest, one[1] or ""), default=(None, None))
    return Whereabouts(when, body or next((name for _, name in (*told, *own) if name), None), decisions)
