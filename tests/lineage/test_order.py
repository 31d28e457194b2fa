"""Time runs one way: what would turn it is refused, and told."""

from datetime import date

import pytest

from graf.lineage.order import AGAINST_TIME, CIRCLE, NUMBER_TOO_YOUNG, in_order
from graf.model import Relation
from tests.factories import link
from tests.papers import builds_on, edges, graph_of, item, letter, minutes

A, B, C, D = "STK-2015-1", "STK-2016-2", "STK-2017-3", "STK-2018-4"


def span(first: str, last: str) -> tuple[date, date]:
    return date.fromisoformat(first), date.fromisoformat(last)


TIMES = {f"arende/1280/{A}": span("2015-01-01", "2015-06-01"), f"arende/1280/{B}": span("2016-01-01", "2016-06-01")}


@pytest.mark.parametrize(
    ("source", "target", "refused"),
    [
        pytest.param(B, A, False, id="the later builds on the earlier"),
        pytest.param(A, B, True, id="all of the one is older than all of the other"),
        pytest.param(A, C, False, id="of one of them no day is known"),
    ],
)
def test_a_case_builds_on_nothing_that_is_younger(source: str, target: str, refused: bool) -> None:
    said = link(source, Relation.CONTINUES, target)
    found = in_order([said], TIMES, {})
    assert (found.statements, found.refused) == (((), (said,)) if refused else ((said,), ()))
    assert [problem.kind for problem in found.problems] == [AGAINST_TIME] * refused


def test_a_case_still_open_may_build_on_a_younger_one() -> None:
    times = TIMES | {f"arende/1280/{A}": span("2015-01-01", "2017-01-01")}
    assert in_order([link(A, Relation.CONTINUES, B)], times, {}).problems == ()


def test_what_carries_no_thread_may_point_forward() -> None:
    said = link(A, Relation.COMPLEMENTS, B)
    assert in_order([said], TIMES, {}).statements == (said,)


def test_of_a_circle_the_least_sure_edge_is_refused() -> None:
    sure = [link(B, Relation.CONTINUES, A, stated=True), link(C, Relation.CONTINUES, B, stated=True)]
    back = link(A, Relation.CONTINUES, C)
    found = in_order([back, *sure], {}, {})
    assert set(found.statements) == set(sure)
    assert [problem.kind for problem in found.problems] == [CIRCLE]
    assert A in found.problems[0].message


def test_two_circles_through_one_case_both_open() -> None:
    said = [link(B, Relation.CONTINUES, A), link(A, Relation.CONTINUES, B), link(C, Relation.CONTINUES, A)]
    found = in_order([*said, link(A, Relation.ANSWERS, C)], {}, {})
    assert len(found.statements) == 2
    assert in_order(found.statements, {}, {}).refused == ()


def test_the_order_of_the_statements_does_not_matter() -> None:
    said = [link(B, Relation.CONTINUES, A), link(A, Relation.CONTINUES, B), link(D, Relation.CONTINUES, C)]
    assert set(in_order(said, {}, {}).statements) == set(in_order(said[::-1], {}, {}).statements)


def test_a_number_of_a_later_year_than_its_document_is_no_step() -> None:
    graph = graph_of(letter("Skrivelsen är en fortsättning på ärendet STK-2023-77.", day="2020-05-04"))
    assert builds_on(graph) == set()
    assert NUMBER_TOO_YOUNG in {problem.kind for problem in graph.problems}


def test_a_graph_tells_of_the_edge_it_refuses() -> None:
    old = minutes(item(1, "STK-2015-10", "Kommunstyrelsen ersätter ärende STK-2016-20 och godkänner planen."), day="2015-05-20")
    young = minutes(item(9, "STK-2016-20", "Kommunstyrelsen godkänner rapporten."), day="2020-05-20")
    graph = graph_of(old, young)
    assert ("STK-2015-10", "replaces", "STK-2016-20") not in edges(graph)
    assert [problem.kind for problem in graph.problems if problem.message.startswith("refused")] != []
