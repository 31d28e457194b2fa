"""The ledger of assignments: where each stands on a date (uppdragslista). Absence is said of the documents held."""

from datetime import date

from graf.model import Assignment, AssignmentState, CaseGraph, DateExpression, Modality, Move

_STANDING = {AssignmentState.DEFERRED, AssignmentState.WITHDRAWN, AssignmentState.SUPERSEDED}


def latest_day(graph: CaseGraph) -> date:
    """The day of the newest document held: what "now" means, since no clock is read."""
    return max((d.date.latest for d in graph.documents if d.date), default=date(1900, 1, 1))


def state_of(assignment: Assignment, as_of: date) -> AssignmentState:
    """Where an assignment stands on a day.

    An answer or a move dated later than ``as_of`` does not count yet. "Late" means that the deadline then in force has
    passed and no answer is among the documents held; it says nothing of papers that are not.
    """
    if assignment.status is Modality.PROPOSED:
        return AssignmentState.PROPOSED
    if assignment.answered_by and (assignment.answered_on is None or assignment.answered_on.earliest <= as_of):
        return AssignmentState.ANSWERED
    moves = moves_until(assignment, as_of)
    if moves and moves[-1].state in _STANDING:
        return moves[-1].state
    deadline = deadline_on(assignment, as_of)
    return AssignmentState.LATE if deadline and deadline.latest < as_of else AssignmentState.OPEN


def deadline_on(assignment: Assignment, as_of: date) -> DateExpression | None:
    """The deadline in force on a day: the one given, or the last to which it had been moved by then."""
    moved = [m.deadline for m in moves_until(assignment, as_of) if m.deadline and m.state is AssignmentState.OPEN]
    return moved[-1] if moved else assignment.deadline


def moves_until(assignment: Assignment, as_of: date) -> tuple[Move, ...]:
    """What had become of an assignment by a day, in order of time."""
    return tuple(m for m in assignment.moves if m.date is None or m.date.earliest <= as_of)
