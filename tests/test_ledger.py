"""Where an assignment stands on a day, said of the documents held."""

from dataclasses import replace
from datetime import date

import pytest

from graf.ledger import deferred, latest_day, state_of
from graf.model import Assignment, AssignmentState, CaseGraph, CaseId, DateExpression, Modality, Relation, Statement, Status
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


@pytest.mark.parametrize(
    ("given", "state"),
    [
        pytest.param(OPEN, AssignmentState.DEFERRED, id="put off is not late"),
        pytest.param(ANSWERED, AssignmentState.ANSWERED, id="what is answered is no longer put off"),
        pytest.param(replace(OPEN, status=Modality.PROPOSED), AssignmentState.PROPOSED, id="a proposal cannot be put off"),
    ],
)
def test_an_assignment_put_off(given: Assignment, state: AssignmentState) -> None:
    assert state_of(given, date(2019, 6, 1), frozenset({given.key})) is state


@pytest.mark.parametrize(
    ("modality", "counts"),
    [(Modality.DECIDED, True), (Modality.RECOUNTED, True), (Modality.PROPOSED, False), (Modality.NEGATED, False)],
)
def test_only_a_deferral_that_holds_puts_off(modality: Modality, counts: bool) -> None:
    source = f"arende/{TOWN}/STK-2018-1"
    said = Statement(source, Relation.DEFERS, OPEN.key, Status.INFERRED, modality, 0.7, "test-rule", (evidence("ord"),))
    assert (OPEN.key in deferred(CaseGraph(statements=(said,)))) is counts


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
