"""The ledger's raw material: every assignment that a decision gives or a proposal would give."""

from collections import defaultdict
from collections.abc import Collection, Iterable
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


def of_one_sentence(found: Collection[Assignment]) -> tuple[Assignment, ...]:
    """The assignments themselves where they are one, or where one sentence gave them all; else none: which is meant is open."""
    places = [{(words.document, words.start) for words in assignment.evidence} for assignment in found]
    return tuple(found) if places and set.intersection(*places) else ()


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
        twin = _twin(assignment, kept)
        if twin is None:
            kept.append(assignment)
        elif kept[twin].status.holds == assignment.status.holds:
            kept[twin] = replace(kept[twin], evidence=(*kept[twin].evidence, *assignment.evidence))
    return kept


def _twin(assignment: Assignment, kept: list[Assignment]) -> int | None:
    """The place of the assignment that says the same, of several the one that says it in the words most like."""
    twins = [(_likeness(assignment, other), -n) for n, other in enumerate(kept) if _is_twin(assignment, other)]
    return -max(twins)[1] if twins else None


def _likeness(one: Assignment, other: Assignment) -> float:
    return max(overlap(one.task, other.task), overlap(other.task, one.task))


def _is_twin(one: Assignment, other: Assignment) -> bool:
    if one.deadline != other.deadline or len({one.assignee, other.assignee} - {None}) > 1:
        return False
    if one.evidence[0] == other.evidence[0] and one.task != other.task:
        return False  # one sentence hands out both
    if one.decision == other.decision and one.status is other.status:
        return one.deadline is not None and _likeness(one, other) >= 0.9
    # the day and the deadline are telling: a report told of in other words is still the same
    return one.deadline is not None or _likeness(one, other) >= _ALIKE
