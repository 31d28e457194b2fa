"""Where an assignment stands on a day, said of the documents held."""

from dataclasses import replace
from datetime import date

import pytest

from graf.ledger import deadline_on, latest_day, state_of
from graf.model import Assignment, AssignmentState, CaseGraph, CaseId, DateExpression, Modality, Move
from tests.factories import TOWN, case, day, evidence, mission, month
from tests.graphs import assignment

OPEN = assignment("STK-2017-1030", month(2018, 12))
ANSWERED = replace(OPEN, answered_by=CaseId(TOWN, "STK-2018-1094"), answered_on=day("2018-11-16"))
STATES = [
    pytest.param(OPEN, "2018-12-31", AssignmentState.OPEN, id="the deadline's last day"),
    pytest.param(OPEN, "2019-01-01", AssignmentState.LATE, id="the day after"),
    pytest.param(replace(OPEN, deadline=None), "2050-01-01", AssignmentState.OPEN, id="without a deadline nothing is late"),
    pytest.param(ANSWERED, "2018-11-16", AssignmentState.ANSWERED, id="the day of the answer"),
    pytest.param(ANSWERED, "2018-11-15", AssignmentState.OPEN, id="the day before the answer"),
    pytest.param(
        replace(ANSWERED, answered_on=day("2019-02-01")), "2019-01-15", AssignmentState.LATE, id="late until it is answered"
    ),
    pytest.param(replace(ANSWERED, answered_on=None), "2018-01-01", AssignmentState.ANSWERED, id="an answer without a day"),
    pytest.param(replace(OPEN, status=Modality.PROPOSED), "2019-06-01", AssignmentState.PROPOSED, id="only proposed, long ago"),
    pytest.param(replace(OPEN, status=Modality.RECOUNTED), "2019-06-01", AssignmentState.LATE, id="told of, and nothing came"),
]


@pytest.mark.parametrize(("given", "when", "state"), STATES)
def test_where_an_assignment_stands(given: Assignment, when: str, state: AssignmentState) -> None:
    assert state_of(given, date.fromisoformat(when)) is state


def moved(state: AssignmentState, when: str, deadline: DateExpression | None = None) -> Move:
    return Move(state, CaseId(TOWN, "STK-2018-9"), day(when), deadline, "test-rule", (evidence("ord"),))


PUT_OFF = moved(AssignmentState.DEFERRED, "2018-02-01")
MOVED = moved(AssignmentState.OPEN, "2018-11-01", month(2019, 3))
WITHDRAWN = moved(AssignmentState.WITHDRAWN, "2018-06-01")
MOVES = [
    pytest.param((PUT_OFF,), "2018-01-31", AssignmentState.OPEN, "2018-12", id="the day before it was put off"),
    pytest.param((PUT_OFF,), "2020-01-01", AssignmentState.DEFERRED, "2018-12", id="put off is not late"),
    pytest.param((MOVED,), "2019-01-15", AssignmentState.OPEN, "2019-03", id="within the later deadline"),
    pytest.param((MOVED,), "2019-04-01", AssignmentState.LATE, "2019-03", id="past the later deadline"),
    pytest.param((PUT_OFF, MOVED), "2019-01-15", AssignmentState.OPEN, "2019-03", id="taken up again with a later deadline"),
    pytest.param((WITHDRAWN,), "2030-01-01", AssignmentState.WITHDRAWN, "2018-12", id="withdrawn is never late"),
    pytest.param(
        (moved(AssignmentState.SUPERSEDED, "2018-06-01", month(2020, 1)),),
        "2019-06-01",
        AssignmentState.SUPERSEDED,
        "2018-12",
        id="the deadline of the one that took over is not its own",
    ),
]


@pytest.mark.parametrize(("moves", "when", "state", "deadline"), MOVES)
def test_where_an_assignment_stands_that_was_moved(
    moves: tuple[Move, ...], when: str, state: AssignmentState, deadline: str
) -> None:
    given, on = replace(OPEN, moves=moves), date.fromisoformat(when)
    assert state_of(given, on) is state
    in_force = deadline_on(given, on)
    assert in_force is not None
    assert in_force.edtf == deadline


def test_what_is_answered_or_only_proposed_is_neither_put_off_nor_late() -> None:
    assert state_of(replace(ANSWERED, moves=(PUT_OFF,)), date(2019, 6, 1)) is AssignmentState.ANSWERED
    assert state_of(replace(OPEN, status=Modality.PROPOSED, moves=(PUT_OFF,)), date(2019, 6, 1)) is AssignmentState.PROPOSED


def test_now_is_the_day_of_the_newest_document() -> None:
    graph, _ = mission()
    (paper,) = graph.documents
    older, undated = replace(paper, date=day("2011-01-01")), replace(paper, date=None)
    assert latest_day(replace(graph, documents=(older, paper, undated))) == date(2018, 11, 16)


def test_the_newest_document_may_be_dated_by_its_month() -> None:
    graph, _ = mission()
    when: DateExpression = month(2018, 12)
    assert latest_day(replace(graph, documents=(replace(graph.documents[0], date=when),))) == date(2018, 12, 31)


def test_without_a_dated_document_there_is_a_day_all_the_same() -> None:
    assert latest_day(CaseGraph(cases=(case("STK-1"),))) < date(1950, 1, 1)
