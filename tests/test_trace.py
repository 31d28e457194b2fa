"""The thread through a case: what is a step, what is a branch, and in which order."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from graf.model import Action, CaseGraph, CaseId, DateExpression, Modality, Relation, Status, Thread
from graf.trace import threads, trace
from tests.factories import TOWN, case, day, decision, link, mission, month, point

C = Relation.CONTINUES


def graph_of_links(*links: tuple[str, Relation, str], days: dict[str, DateExpression] | None = None) -> CaseGraph:
    """Cases joined by links; a case without a day of its own was decided in the year 2000 + its number."""
    numbers = sorted({number for source, _, target in links for number in (source, target)})
    when = {number: month(2000 + int(number.rsplit("-", 1)[1]), 1) for number in numbers} | (days or {})
    return CaseGraph(
        cases=tuple(case(number) for number in numbers),
        decisions=tuple(decision(n, "Kommunstyrelsen", when[n], point(Action.APPROVE)) for n in numbers),
        statements=tuple(link(*row) for row in links),
    )


def labels(thread: Thread) -> list[str]:
    return [step.case.label for step in thread.steps]


def through(graph: CaseGraph, number: str, as_of: date | None = None) -> Thread:
    return trace(graph, CaseId(TOWN, number), as_of)


CHAIN = (("STK-2", C, "STK-1"), ("STK-3", C, "STK-2"), ("STK-4", C, "STK-3"))
STEPS = [
    pytest.param(CHAIN, "STK-1", ["STK-1", "STK-2", "STK-3", "STK-4"], id="descendants of the first"),
    pytest.param(CHAIN, "STK-4", ["STK-1", "STK-2", "STK-3", "STK-4"], id="ancestors of the last"),
    pytest.param(CHAIN, "STK-2", ["STK-1", "STK-2", "STK-3", "STK-4"], id="both from the middle"),
    pytest.param((*CHAIN, ("STK-5", C, "STK-1")), "STK-3", ["STK-1", "STK-2", "STK-3", "STK-4"], id="a sibling is no step"),
    pytest.param(
        (*CHAIN, ("STK-4", C, "STK-0")), "STK-2", ["STK-1", "STK-2", "STK-3", "STK-4"], id="a descendant's other root"
    ),
    pytest.param((*CHAIN, ("STK-2", C, "STK-0")), "STK-3", ["STK-0", "STK-1", "STK-2", "STK-3", "STK-4"], id="two roots"),
    pytest.param(
        (("STK-2", C, "STK-1"), ("STK-3", C, "STK-1"), ("STK-4", C, "STK-2"), ("STK-4", C, "STK-3")),
        "STK-4",
        ["STK-1", "STK-2", "STK-3", "STK-4"],
        id="a line that parts and meets again",
    ),
    pytest.param((("STK-2", Relation.REFERS_TO, "STK-1"),), "STK-2", ["STK-2"], id="a mere reference carries no thread"),
    pytest.param((("STK-2", Relation.COMPLEMENTS, "STK-1"),), "STK-1", ["STK-1"], id="a complement carries no thread"),
    pytest.param((("STK-2", Relation.SEE_ALSO, "STK-1"),), "STK-1", ["STK-1"], id="see also carries no thread"),
]


@pytest.mark.parametrize(("links", "seed", "expected"), STEPS)
def test_the_steps_of_a_thread(links: Sequence[tuple[str, Relation, str]], seed: str, expected: list[str]) -> None:
    assert labels(through(graph_of_links(*links), seed)) == expected


@pytest.mark.parametrize("relation", [r for r in Relation if r.builds_on])
def test_every_relation_that_builds_on_carries_a_thread(relation: Relation) -> None:
    assert labels(through(graph_of_links(("STK-2", relation, "STK-1")), "STK-1")) == ["STK-1", "STK-2"]


@pytest.mark.parametrize(
    ("status", "modality"),
    [
        pytest.param(Status.REJECTED, Modality.RECOUNTED, id="an analyst rejected it"),
        pytest.param(Status.STATED, Modality.PROPOSED, id="only proposed"),
        pytest.param(Status.STATED, Modality.MOVED, id="only moved"),
        pytest.param(Status.STATED, Modality.NEGATED, id="denied"),
        pytest.param(Status.STATED, Modality.CONDITIONAL, id="conditional"),
    ],
)
def test_what_does_not_hold_carries_no_thread(status: Status, modality: Modality) -> None:
    graph = graph_of_links(("STK-2", C, "STK-1"))
    (statement,) = graph.statements
    held = replace(graph, statements=(replace(statement, status=status, modality=modality),))
    assert labels(through(held, "STK-1")) == ["STK-1"]


def test_the_missions_thread() -> None:
    graph, wanted = mission()
    found = trace(graph, wanted.seed)
    assert labels(found) == labels(wanted)
    assert [step.via for step in found.steps] == [step.via for step in wanted.steps]
    assert [(branch.label, branch.to) for branch in found.branches] == [(b.label, b.to) for b in wanted.branches]
    assert found.missing == wanted.missing
    assert found.assignments == wanted.assignments


# --- branches -----------------------------------------------------------------------------------

BESIDE = [
    pytest.param(("STK-9", Relation.COMPLEMENTS, "STK-2"), id="it bears on a step"),
    pytest.param(("STK-2", Relation.REFERS_TO, "STK-9"), id="a step bears on it"),
    pytest.param(("STK-9", Relation.SEE_ALSO, "STK-2"), id="see also"),
    pytest.param(("STK-9", C, "STK-1"), id="a sibling: it builds on what the seed builds on"),
]


@pytest.mark.parametrize("row", BESIDE)
def test_what_stands_beside_the_line_is_a_branch(row: tuple[str, Relation, str]) -> None:
    thread = through(graph_of_links(*CHAIN, row), "STK-2")
    assert labels(thread) == ["STK-1", "STK-2", "STK-3", "STK-4"]
    (branch,) = thread.branches
    assert branch.label == "STK-9"
    assert {branch.to.key, branch.label} == {row[0], row[2]}
    assert branch.statement.relation is row[1]


def test_a_branch_of_many_ties_is_told_once_by_the_most_telling() -> None:
    ties = (
        ("STK-9", Relation.REFERS_TO, "STK-2"),
        ("STK-9", Relation.COMPLEMENTS, "STK-1"),
        ("STK-3", Relation.REFERS_TO, "STK-9"),
    )
    (branch,) = through(graph_of_links(*CHAIN, *ties), "STK-2").branches
    assert [branch.statement.relation, branch.to.key] == [Relation.COMPLEMENTS, "STK-1"]


def test_what_holds_is_told_before_what_is_proposed() -> None:
    graph = graph_of_links(*CHAIN, ("STK-9", Relation.REPEALS, "STK-2"), ("STK-9", Relation.REFERS_TO, "STK-2"))
    proposed = tuple(replace(s, modality=Modality.PROPOSED) if s.relation is Relation.REPEALS else s for s in graph.statements)
    (branch,) = through(replace(graph, statements=proposed), "STK-2").branches
    assert branch.statement.relation is Relation.REFERS_TO


def test_a_branch_of_a_branch_is_not_shown() -> None:
    rows = (("STK-9", Relation.COMPLEMENTS, "STK-2"), ("STK-8", Relation.COMPLEMENTS, "STK-9"))
    assert [b.label for b in through(graph_of_links(*CHAIN, *rows), "STK-2").branches] == ["STK-9"]


# --- circles, ties and unknown days -------------------------------------------------------------


@pytest.mark.parametrize(
    "links",
    [
        pytest.param((("STK-2", C, "STK-1"), ("STK-1", C, "STK-2")), id="two that build on each other"),
        pytest.param((("STK-2", C, "STK-1"), ("STK-3", C, "STK-2"), ("STK-1", C, "STK-3")), id="a circle of three"),
        pytest.param((("STK-1", C, "STK-1"),), id="one that builds on itself"),
    ],
)
def test_a_circle_ends(links: tuple[tuple[str, Relation, str], ...]) -> None:
    graph = graph_of_links(*links)
    thread = through(graph, "STK-1")
    assert labels(thread) == sorted({number for source, _, target in links for number in (source, target)})
    assert thread.steps[0].via is None
    assert threads(graph) == ()


def test_a_long_line_needs_no_deep_stack() -> None:
    links = [(f"STK-{n + 1}", C, f"STK-{n}") for n in range(1, 3000)]
    days = {f"STK-{n}": month(2000 + n // 500, 1 + n % 12) for n in range(1, 3001)}
    assert len(through(graph_of_links(*links, days=days), "STK-1").steps) == 3000


def test_cases_of_the_same_month_stand_in_a_fixed_order() -> None:
    same = {number: month(2016, 5) for number in ("STK-1", "STK-2", "STK-3")}
    links = (("STK-3", C, "STK-1"), ("STK-3", C, "STK-2"))
    expected = labels(through(graph_of_links(*links, days=same), "STK-3"))
    assert labels(through(graph_of_links(*reversed(links), days=same), "STK-3")) == expected


def test_the_day_stands_before_the_month_that_begins_with_it() -> None:
    days = {"STK-1": month(2016, 5), "STK-2": day("2016-05-01")}
    assert labels(through(graph_of_links(("STK-2", C, "STK-1"), days=days), "STK-1")) == ["STK-2", "STK-1"]


def test_a_case_without_a_day_is_kept_before_what_builds_on_it() -> None:
    graph = graph_of_links(("STK-2", C, "STK-1"))
    dated = replace(graph, decisions=tuple(d for d in graph.decisions if d.case != CaseId(TOWN, "STK-1")))
    thread = through(dated, "STK-2")
    assert labels(thread) == ["STK-1", "STK-2"]
    assert thread.steps[0].date is None


def test_the_surest_of_several_ties_is_the_hop() -> None:
    graph = graph_of_links(("STK-2", C, "STK-1"))
    stated = link("STK-2", Relation.OCCASIONED_BY, "STK-1", stated=True)
    assert through(replace(graph, statements=(*graph.statements, stated)), "STK-1").steps[1].via == stated


def test_a_seed_that_nothing_joins_is_a_thread_of_one() -> None:
    graph = CaseGraph(cases=(case("STK-1"),))
    thread = through(graph, "STK-1")
    assert labels(thread) == ["STK-1"]
    assert [c.label for c in thread.missing] == ["STK-1"]


# --- as of a day --------------------------------------------------------------------------------

AS_OF = [
    pytest.param(date(2002, 12, 31), ["STK-1", "STK-2"], id="what came later is left out"),
    pytest.param(date(2003, 1, 1), ["STK-1", "STK-2", "STK-3"], id="the first day counts"),
    pytest.param(date(1999, 1, 1), [], id="before it all"),
    pytest.param(None, ["STK-1", "STK-2", "STK-3", "STK-4"], id="as it stands"),
]


@pytest.mark.parametrize(("when", "expected"), AS_OF)
def test_a_thread_as_of_a_day(when: date | None, expected: list[str]) -> None:
    assert labels(through(graph_of_links(*CHAIN), "STK-1", when)) == expected


def test_every_thread_is_told_once_the_longest_first() -> None:
    graph = graph_of_links(*CHAIN, ("STK-9", C, "STK-8"))
    assert [labels(thread) for thread in threads(graph)] == [["STK-1", "STK-2", "STK-3", "STK-4"], ["STK-8", "STK-9"]]


def test_a_case_without_a_day_stands_right_before_what_builds_on_it() -> None:
    older, none, younger = "STK-2014-1", "STK-2015-2", "STK-2016-3"
    links = (link(none, Relation.CONTINUES, older), link(younger, Relation.CONTINUES, none))
    told = tuple(decision(n, "Kommunstyrelsen", day(f"{n[4:8]}-05-01"), point(Action.ADOPT)) for n in (older, younger))
    graph = CaseGraph(cases=tuple(case(n) for n in (older, none, younger)), decisions=told, statements=links)
    assert [step.case.label for step in trace(graph, CaseId(TOWN, older)).steps] == [older, none, younger]


def test_a_step_that_builds_on_two_earlier_ones_tells_of_both() -> None:
    one, two, both = "STK-2014-1", "STK-2015-2", "STK-2016-3"
    links = (link(both, Relation.CONTINUES, one), link(both, Relation.CONTINUES, two, stated=True))
    told = tuple(decision(n, "Kommunstyrelsen", day(f"{n[4:8]}-05-01"), point(Action.ADOPT)) for n in (one, two, both))
    graph = CaseGraph(cases=tuple(case(n) for n in (one, two, both)), decisions=told, statements=links)
    last = trace(graph, CaseId(TOWN, both)).steps[-1]
    assert last.via == links[1]
    assert last.joins == (links[0],)
