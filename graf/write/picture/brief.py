"""A thread in brief: for each step when, who, what and the words that say so; then what is still open."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graf.keys import case_key
from graf.model import Action, Assignment, AssignmentState, CaseGraph, Decision, DecisionPoint, Step, Thread
from graf.text import squeeze
from graf.write.picture.phrases import Said, joined, phrase
from graf.write.picture.states import WAITING, states
from graf.write.picture.words import words

FIRST, LAST = 3, 7
"""Steps at both ends that a long thread shows in brief."""
_MARK = re.compile(r"^(?:[-–•*]|\d{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True)
class BriefStep:
    """One step in a line."""

    id: str
    label: str
    when: Said
    who: Said
    what: Said
    words: str
    """The words of the point that weighs most, without the mark of a list before them."""
    held: bool


@dataclass(frozen=True, slots=True)
class BriefTask:
    """One assignment without an answer, in a line."""

    id: str
    state: AssignmentState
    said: Said


@dataclass(frozen=True, slots=True)
class Brief:
    """What a reader should know before anything else."""

    first: tuple[BriefStep, ...]
    left_out: int
    last: tuple[BriefStep, ...]
    open: tuple[BriefTask, ...]


def brief(graph: CaseGraph, thread: Thread) -> Brief:
    """The thread in brief, on the day of the newest document."""
    steps = tuple(map(_step, thread.steps))
    whole = len(steps) <= FIRST + LAST
    stands = states(graph, thread.assignments)
    tasks = sorted(
        (task for task in thread.assignments if stands[task.key] in WAITING), key=lambda task: WAITING.index(stands[task.key])
    )
    return Brief(
        steps if whole else steps[:FIRST],
        0 if whole else len(steps) - FIRST - LAST,
        () if whole else steps[-LAST:],
        tuple(BriefTask(task.key, stands[task.key], _task(task)) for task in tasks),
    )


def _step(step: Step) -> BriefStep:
    points = weightiest(step.decisions)
    said = _MARK.sub("", squeeze(points[0].evidence.quote)) if points else ""
    who = step.body or phrase("ui.unknown_body")
    return BriefStep(case_key(step.case.id), step.case.label, step.date, who, deeds(step.decisions), said, step.case.held)


def weightiest(decisions: Iterable[Decision]) -> list[DecisionPoint]:
    """The points of decisions, what holds before what is only proposed, the one that tells most first."""
    points = [point for decision in decisions for point in decision.points]
    return sorted(points, key=lambda point: (not point.status.holds, words().weight(point.action)))


def deeds(decisions: Iterable[Decision]) -> Said:
    """What was done, in words, what tells most first; what is only proposed says so."""
    points = weightiest(decisions)
    held = [point for point in points if point.status.holds]
    actions: dict[Action, None] = dict.fromkeys(point.action for point in held or points)
    what = joined(", ", (phrase(f"action.{action}") for action in actions))
    if not actions:
        return phrase("ui.nothing_decided")
    return what if held else phrase("ui.only_proposed", what)


def _task(task: Assignment) -> Said:
    told = task.deadline is None or words().when(task.deadline) in task.task.lower()
    due = "" if told else phrase("ui.due", task.deadline)
    return joined(", ", (joined(": ", (task.assignee or phrase("ui.unknown_assignee"), task.task)), due))
