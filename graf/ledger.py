"""The ledger of assignments: where each stands on a date (uppdragslista). Absence is said of the documents held."""

from datetime import date

from graf.model import Assignment, AssignmentState, CaseGraph, Modality, Relation


def latest_day(graph: CaseGraph) -> date:
    """The day of the newest document held: what "now" means, since no clock is read."""
    return max((d.date.latest for d in graph.documents if d.date), default=date(1900, 1, 1))


def deferred(graph: CaseGraph) -> frozenset[str]:
    """The keys of the assignments that a later decision put off."""
    return frozenset(s.object for s in graph.statements if s.relation is Relation.DEFERS and s.modality.holds)


def state_of(assignment: Assignment, as_of: date, put_off: frozenset[str] = frozenset()) -> AssignmentState:
    """Where an assignment stands on a day.

    An answer dated later than ``as_of`` does not count yet. "Late" means that the deadline has passed
    and no answer is among the documents held; it says nothing of papers that are not.
    """
    if assignment.status is Modality.PROPOSED:
        return AssignmentState.PROPOSED
    if assignment.answered_by and (assignment.answered_on is None or assignment.answered_on.earliest <= as_of):
        return AssignmentState.ANSWERED
    if assignment.key in put_off:
        return AssignmentState.DEFERRED
    if assignment.deadline and assignment.deadline.latest < as_of:
        return AssignmentState.LATE
    return AssignmentState.OPEN
