"""Points to decisions: what one body did at one time in one case, however many documents say so."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

import msgspec

from graf.keys import decision_key
from graf.lineage.material import Read
from graf.model import CaseId, DateExpression, Decision, DecisionPoint, Evidence, Modality
from graf.words import overlap, subject_stems

_ALIKE = 0.6
"""The share of the words of a task or target that must be the other's, for two points to do one thing."""
_Group = tuple[CaseId | None, str | None, str | None, str | None, Modality, str]


def find_decisions(reads: Iterable[Read]) -> tuple[Decision, ...]:
    """Every decision, in order of time; what is told of a decision whose own document is held joins it."""
    groups: dict[_Group, list[DecisionPoint]] = defaultdict(list)
    scopes: dict[_Group, str] = {}
    for read in reads:
        for point in read.extraction.points:
            group = _group(read, point)
            groups[group].append(point)
            scopes.setdefault(group, read.scope)
    made = [_decision(group, tuple(points), scopes[group]) for group, points in groups.items()]
    return tuple(sorted(_joined(made), key=_order))


def _group(read: Read, point: DecisionPoint) -> _Group:
    cases = read.cases(point)
    case = cases[0] if cases else None
    document = point.evidence.document
    mark = f"{document}:{point.evidence.start}" if not case else "" if point.date else document
    return (
        case,
        point.body,
        point.date.edtf if point.date else None,
        point.item if point.status is not Modality.RECOUNTED else None,
        point.status,
        mark,
    )


def _decision(group: _Group, points: tuple[DecisionPoint, ...], scope: str) -> Decision:
    case, body, _, paragraph, status, mark = group
    date = next((p.date for p in points if p.date), None)
    merged = merge_points(points)
    key = decision_key(scope, case, body, date, paragraph, mark or merged[0].evidence.quote)
    return Decision(key if status.holds else f"{key}-{status}", case, body, date, paragraph, status, merged)


def merge_points(points: Iterable[DecisionPoint]) -> tuple[DecisionPoint, ...]:
    """One point for each thing done; the places that say it again become further evidence."""
    kept: list[DecisionPoint] = []
    for point in points:
        alike = [(_likeness(other, point), -n) for n, other in enumerate(kept) if _may_be_same(other, point)]
        fit, place = max(alike, default=(0.0, 0))
        if fit < _ALIKE:
            kept.append(point)
        else:
            kept[-place] = _with(kept[-place], (point.evidence, *point.more))
    return tuple(kept)


def _may_be_same(one: DecisionPoint, other: DecisionPoint) -> bool:
    if one.action is not other.action or (one.number and other.number and one.number != other.number):
        return False
    if one.task and other.task and one.task != other.task and one.evidence == other.evidence:
        return False  # one sentence hands out both
    return not (one.deadline and other.deadline and one.deadline != other.deadline)


def _likeness(one: DecisionPoint, other: DecisionPoint) -> float:
    words, others = one.task or one.target or "", other.task or other.target or ""
    return max(overlap(words, others), overlap(others, words)) if words and others else 1.0


def _with(point: DecisionPoint, evidence: tuple[Evidence, ...]) -> DecisionPoint:
    known = {(e.document, e.start) for e in (point.evidence, *point.more)}
    return msgspec.structs.replace(point, more=(*point.more, *(e for e in evidence if (e.document, e.start) not in known)))


# --- told of a decision that is held ------------------------------------------------------------


def _joined(decisions: list[Decision]) -> list[Decision]:
    """Lead what is recounted to the decision it recounts, where that one is held or told more exactly."""
    by_case: dict[CaseId | None, list[Decision]] = defaultdict(list)
    for decision in decisions:
        by_case[decision.case].append(decision)
    kept = [decision for case, group in by_case.items() if case for decision in _join_case(group)]
    return _home_unnumbered(by_case[None], kept)


def _home_unnumbered(told: list[Decision], kept: list[Decision]) -> list[Decision]:
    """Lead a decision told without a number to the one of its town that did the same at the same time; two are none."""
    rest: list[Decision] = []
    by_year: dict[tuple[str, int], list[int]] = defaultdict(list)
    for place, other in enumerate(kept):
        if other.date:
            by_year[_town(other), other.date.earliest.year].append(place)
    for decision in told:
        near = by_year.get((_town(decision), decision.date.earliest.year), ()) if decision.date else ()
        homes = [n for n in near if _is_home(decision, kept[n])]
        if len(homes) == 1:
            home = kept[homes[0]]
            kept[homes[0]] = replace(home, points=merge_points((*home.points, *decision.points)))
        else:
            rest.append(decision)
    return [*kept, *rest]


def _is_home(told: Decision, other: Decision) -> bool:
    same_deed = all(any(_is_deed(p, q) for q in other.points) for p in told.points)
    return same_deed and _recounts(told, other)


def _is_deed(told: DecisionPoint, point: DecisionPoint) -> bool:
    return told.action is point.action and not are_apart(told, point)


def are_apart(one: DecisionPoint, other: DecisionPoint) -> bool:
    """Whether two points name the things they are about, and no word of the one stands in the other."""
    first, second = (subject_stems(point.target or point.task or "") for point in (one, other))
    return bool(first and second) and not first & second


def _town(decision: Decision) -> str:
    return decision.key.split("/")[1]


def _join_case(decisions: list[Decision]) -> list[Decision]:
    kept: list[Decision] = []
    # the held before the told, the exact before the vague
    for decision in sorted(
        decisions, key=lambda d: (d.status is not Modality.DECIDED, d.body is None, _width(d.date), _order(d))
    ):
        home = next((n for n, other in enumerate(kept) if _recounts(decision, other)), None)
        if home is None:
            kept.append(decision)
        else:
            kept[home] = replace(kept[home], points=merge_points((*kept[home].points, *decision.points)))
    return kept


def _recounts(told: Decision, other: Decision) -> bool:
    if told.status is not Modality.RECOUNTED or not other.status.holds or not (told.date and other.date):
        return False
    within = told.date.earliest <= other.date.earliest and other.date.latest <= told.date.latest
    return within and told.body in {None, other.body}


def _width(date: DateExpression | None) -> int:
    return (date.latest - date.earliest).days if date else 100_000


def _order(decision: Decision) -> tuple[str, str, str]:
    return str(decision.date.earliest if decision.date else "9999"), str(decision.case or ""), decision.key
