"""Between which days a thing without a day happened, by the papers that tell of it."""

from datetime import date

import pytest

from graf.bounds import Bounds, Calendar
from graf.past import as_decided, undated
from tests.papers import graph_of, item, letter, minutes

D = date.fromisoformat
TASK = "Kommunstyrelsen gav stadskontoret i uppdrag att köpa en lind"
YEAR = "Kommunfullmäktige gav stadskontoret ett uppdrag i budget 2019 som innebär att köpa en lind."
PAPERS = [
    pytest.param(
        (letter(f"{TASK} (STK-2017-88).", day="2018-02-07"),), "2017-01-01/2018-02-07", id="the case's year, the paper"
    ),
    pytest.param((letter(f"{TASK}.", None, day="2018-02-07"),), "../2018-02-07", id="no case: the paper alone"),
    pytest.param((letter(YEAR, None, day="2020-02-07"),), "2018-01-01/2020-02-07", id="a budget is decided the year before"),
    pytest.param(
        (letter(f"{TASK} (STK-2017-88).", day="2019-02-07"), letter(f"{TASK} (STK-2017-88).", "STK-2018-5", day="2018-02-07")),
        "2017-01-01/2018-02-07",
        id="the oldest paper that tells of it",
    ),
    pytest.param(
        (letter("1. Stadskontoret får i uppdrag att köpa en lind.", section="Förslag till beslut", day="2018-02-07"),),
        "2018-02-07/2018-02-07",
        id="a paper proposes on its own day",
    ),
    pytest.param(
        (letter(f"{TASK} (STK-2019-88).", day="2018-02-07"),),
        "../2018-02-07",
        id="a number younger than the paper bounds nothing",
    ),
    pytest.param(
        (minutes(item(1, "STK-2017-88", TASK.replace("gav", "ger")), day="2017-03-31"),), "2017-03-31/2017-03-31", id="known"
    ),
]


@pytest.mark.parametrize(("papers", "edtf"), PAPERS)
def test_the_bounds_of_an_assignment_are_what_the_papers_bound_it_by(papers: tuple[str, ...], edtf: str) -> None:
    graph = graph_of(*papers)
    assert [Calendar(graph).between(a).edtf for a in graph.assignments] == [edtf]


HAPPENED = [
    pytest.param(Bounds(D("2017-01-01"), D("2018-02-07")), "2016-12-31", False, id="before the first day"),
    pytest.param(Bounds(D("2017-01-01"), D("2018-02-07")), "2017-06-01", None, id="between"),
    pytest.param(Bounds(D("2017-01-01"), D("2018-02-07")), "2018-02-07", True, id="the last day"),
    pytest.param(Bounds(None, D("2018-02-07")), "1990-01-01", None, id="no first day"),
    pytest.param(Bounds(D("2017-01-01"), None), "2050-01-01", None, id="no last day"),
    pytest.param(Bounds(), "2050-01-01", None, id="nothing bounds it"),
]


@pytest.mark.parametrize(("bounds", "day", "happened"), HAPPENED)
def test_whether_it_had_happened_by_a_day(bounds: Bounds, day: str, happened: bool | None) -> None:
    assert bounds.has_happened(D(day)) is happened


WITHIN = [
    pytest.param("2016-01-01", "2018-12-31", True, id="all of it in the period"),
    pytest.param(None, "2018-12-31", True, id="an open beginning"),
    pytest.param("2017-06-01", "2018-12-31", None, id="it may be before"),
    pytest.param("2016-01-01", "2017-12-31", None, id="it may be after"),
    pytest.param("2018-03-01", None, False, id="it was before"),
    pytest.param(None, "2016-12-31", False, id="it was after"),
]


@pytest.mark.parametrize(("first", "last", "within"), WITHIN)
def test_whether_it_lies_in_a_period(first: str | None, last: str | None, within: bool | None) -> None:
    bounds = Bounds(D("2017-01-01"), D("2018-02-07"))
    assert bounds.is_within(D(first) if first else None, D(last) if last else None) is within


def test_what_may_be_earlier_or_later_is_no_part_of_a_day_and_told_apart() -> None:
    graph = graph_of(letter(f"{TASK} (STK-2017-88).", day="2018-02-07"))
    days = [D(day) for day in ("1990-01-01", "2017-06-01", "2018-02-07")]
    assert [len(as_decided(graph, day).assignments) for day in days] == [0, 0, 1]
    assert [len(undated(graph, day)) for day in days] == [0, 1, 0]
