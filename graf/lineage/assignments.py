"""The ledger's raw material: every assignment that a decision gives or a proposal would give."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from graf.model import Action, Assignment, CaseId, Decision, DecisionPoint, Modality
from graf.words import overlap

_STATUSES = {Modality.DECIDED, Modality.RECOUNTED, Modality.PROPOSED}
_ALIKE = 0.5


def find_assignments(decisions: Iterable[Decision]) -> tuple[Assignment, ...]:
    """Every assignment, in order of time, numbered within its decision; said twice it is one.

    A proposal stands only until the assignment it proposed is decided.
    """
    by_case: dict[CaseId | str, list[Assignment]] = defaultdict(list)
    for decision in decisions:
        for assignment in _given(decision):
            by_case[assignment.case or assignment.key].append(assignment)
    kept = [assignment for group in by_case.values() for assignment in _without_twins(group)]
    return tuple(sorted(kept, key=lambda a: (str(a.given.earliest) if a.given else "9999", a.decision, a.key)))


def _given(decision: Decision) -> list[Assignment]:
    points = [p for p in decision.points if p.action is Action.ASSIGN and p.status in _STATUSES and (p.assignee or p.task)]
    tail = decision.key.split("/", 1)[1]
    return [_assignment(decision, point, f"uppdrag/{tail}-{number}") for number, point in enumerate(points, 1)]


def _assignment(decision: Decision, point: DecisionPoint, key: str) -> Assignment:
    return Assignment(
        key,
        decision.case,
        decision.key,
        point.addressee or decision.body if point.status is Modality.PROPOSED else decision.body,
        point.assignee,
        point.task or point.evidence.quote,
        point.deadline,
        decision.date,
        point.status,
        (point.evidence, *point.more),
    )


def _without_twins(group: list[Assignment]) -> list[Assignment]:
    kept: list[Assignment] = []
    # the decided before the told, the told before the proposed
    for assignment in sorted(group, key=lambda a: (a.status is Modality.PROPOSED, a.status is Modality.RECOUNTED)):
        twin = next((n for n, other in enumerate(kept) if _is_twin(assignment, other)), None)
        if twin is None:
            kept.append(assignment)
        elif kept[twin].status.holds == assignment.status.holds:
            kept[twin] = replace(kept[twin], evidence=(*kept[twin].evidence, *assignment.evidence))
    return kept


def _is_twin(one: Assignment, other: Assignment) -> bool:
    if one.deadline != other.deadline or len({one.assignee, other.assignee} - {None}) > 1:
        return False
    if one.decision == other.decision and one.status is other.status:
        return one.deadline is not None and max(overlap(one.task, other.task), overlap(other.task, one.task)) >= 0.9
    # the day and the deadline are telling: a report told of in other words is still the same
    return one.deadline is not None or max(overlap(one.task, other.task), overlap(other.task, one.task)) >= _ALIKE
