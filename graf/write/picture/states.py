"""Where assignments stand on the day of the newest document: the one place where the pages ask."""

from collections.abc import Iterable, Mapping

from graf.ledger import latest_day, state_of
from graf.model import Assignment, AssignmentState, CaseGraph


def states(graph: CaseGraph, tasks: Iterable[Assignment]) -> Mapping[str, AssignmentState]:
    """The state of each assignment, by its key."""
    as_of = latest_day(graph)
    return {task.key: state_of(task, as_of) for task in tasks}
