"""Where assignments stand, and since when: the one place where pages and figures ask."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from graf.ledger import latest_day, moves_until, state_of
from graf.model import Assignment, AssignmentState, CaseGraph

Course = tuple[tuple[date, AssignmentState], ...]
"""The states of an assignment in order, each with the day from which it holds."""


WAITING = (AssignmentState.LATE, AssignmentState.OPEN, AssignmentState.DEFERRED, AssignmentState.PROPOSED)
"""The states without an answer, the most pressing first."""


def states(graph: CaseGraph, tasks: Iterable[Assignment], as_of: date | None = None) -> Mapping[str, AssignmentState]:
    """The state of each assignment on a day, by its key; without ``as_of``, on the day of the newest document."""
    day = as_of or latest_day(graph)
    return {task.key: state_of(task, day) for task in tasks}


def courses(graph: CaseGraph, tasks: Iterable[Assignment]) -> Mapping[str, Course]:
    """How each assignment's state changed up to the day of the newest document."""
    last = latest_day(graph)
    return {task.key: _course(task, last) for task in tasks}


def _course(task: Assignment, last: date) -> Course:
    first = task.given.earliest if task.given else date.min
    found: list[tuple[date, AssignmentState]] = []
    for day in sorted({first, *(day for day in _turns(task, last) if day <= last)}):
        state = state_of(task, day)
        if not found or found[-1][1] is not state:
            found.append((day, state))
    return tuple(found)


def _turns(task: Assignment, last: date) -> set[date]:
    """The days on which the state may change."""
    moves = moves_until(task, last)
    days = {task.answered_on.earliest} if task.answered_on else set()
    days |= {move.date.earliest for move in moves if move.date}
    deadlines = [task.deadline, *(move.deadline for move in moves)]
    return days | {due.latest + timedelta(1) for due in deadlines if due and due.latest < date.max}
