"""Where an assignment stands, as the pages show it: the one place that asks."""

from graf.model import Assignment, AssignmentState, Modality


def state(task: Assignment) -> AssignmentState:
    """Proposed while no decision of it is held, answered when something answers it, else open."""
    if task.status in {Modality.PROPOSED, Modality.MOVED}:
        return AssignmentState.PROPOSED
    if task.answered_by or task.answered_on:
        return AssignmentState.ANSWERED
    return AssignmentState.OPEN
