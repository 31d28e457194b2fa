"""An analyst's rulings: each does what it says, at every build, or is told."""

from collections.abc import Iterable

import pytest

from graf.diff import diff
from graf.keys import case_key
from graf.lineage import link
from graf.lineage.reviewed import NO_GROUND, OTHER_WORDS
from graf.model import CaseGraph, CaseId, Relation, Ruling, RulingKind, Status
from graf.trace import trace
from tests.factories import TOWN
from tests.papers import builds_on, edges, item, letter, minutes, read_paper

A, B, C = "STK-2016-796", "STK-2017-488", "STK-2018-9"
FIRST = minutes(item(1, A, "Kommunstyrelsen antar en plan för gatuträd."), day="2016-05-18")
SECOND = minutes(item(2, B, f"Kommunstyrelsen ersätter beslutet i ärende {A} och antar en plan för parker."), day="2017-05-18")
PAPERS = (FIRST, SECOND)


def ruling(kind: str, one: str, other: str | None = None, **more: object) -> Ruling:
    said: dict[str, object] = {"relation": None, "words": None, "day": None, "author": "Vera Alm", "date": "2020-02-03"}
    said |= {"reason": "läst i arkivet", **more}
    target = CaseId(TOWN, other) if other else None
    return Ruling(RulingKind(kind), CaseId(TOWN, one), target, **said)  # type: ignore[arg-type]


def ruled(papers: Iterable[str], *rulings: Ruling) -> CaseGraph:
    return link([read_paper(text, f"{n}.txt") for n, text in enumerate(papers, 1)], rulings)


def problems(graph: CaseGraph) -> list[str]:
    return [problem.kind for problem in graph.problems if problem.document == "rulings.toml"]


def steps(graph: CaseGraph, number: str) -> list[str]:
    return [step.case.label for step in trace(graph, CaseId(TOWN, number)).steps]


# --- edges --------------------------------------------------------------------------------------


def test_a_rejected_edge_stays_as_rejected_and_carries_no_thread() -> None:
    graph = ruled(PAPERS, ruling("reject", B, A))
    assert steps(graph, A) == [A]
    said = [s for s in graph.statements if s.relation is Relation.REPLACES]
    assert {s.status for s in said} == {Status.REJECTED}
    assert {s.ruling for s in said} == {graph.rulings[0].key}
    assert trace(graph, CaseId(TOWN, A)).branches == ()


def test_an_accepted_edge_is_reviewed_and_sure() -> None:
    graph = ruled(PAPERS, ruling("accept", B, A))
    said = [s for s in graph.statements if s.relation is Relation.REPLACES and s.object == case_key(CaseId(TOWN, A))]
    assert {(s.status, s.confidence) for s in said} == {(Status.REVIEWED, 1.0)}
    assert steps(graph, A) == [A, B]


def test_a_ruling_of_one_relation_leaves_the_others_alone() -> None:
    graph = ruled(PAPERS, ruling("reject", B, A, relation=Relation.ANSWERS))
    assert steps(graph, A) == [A, B]
    assert problems(graph) == [NO_GROUND]


def test_a_rejected_answer_leaves_the_assignment_open_for_the_next_paper() -> None:
    task = "Kommunstyrelsen uppdrar åt stadskontoret att senast december 2018 lämna en lägesbeskrivning om träd."
    told = "Uppdraget lämnades av kommunstyrelsen i november 2017 (STK-2017-1030)."
    given = minutes(item(12, "STK-2017-1030", task), day="2017-11-08")
    papers = [given] + [letter(told, f"STK-2018-{n}", title="Lägesbeskrivning om träd", day=f"2018-0{n}-16") for n in (5, 8)]
    graph = ruled(papers, ruling("reject", "STK-2018-5", "STK-2017-1030"))
    (assignment,) = [a for a in graph.assignments if a.case and a.case.key == "STK-2017-1030"]
    assert assignment.answered_by == CaseId(TOWN, "STK-2018-8")


def test_an_edge_that_an_analyst_draws_carries_the_thread_without_words() -> None:
    other = minutes(item(3, C, "Kommunstyrelsen antar en budget."), day="2018-05-18")
    graph = ruled((FIRST, other), ruling("draw", C, A, relation=Relation.CONTINUES))
    assert steps(graph, A) == [A, C]
    (said,) = [s for s in graph.statements if s.relation is Relation.CONTINUES]
    assert (said.status, said.rule, said.evidence, said.ruling) == (Status.REVIEWED, "ruling", (), graph.rulings[0].key)
    assert problems(graph) == []


DRAWN = [
    pytest.param((FIRST,), [NO_GROUND], [A], id="no paper names the one case any more"),
    pytest.param(
        (FIRST, letter(f"Skrivelsen är en fortsättning på ärendet {A}.", C)), [], [A, C], id="a paper tells of it now: reviewed"
    ),
]


@pytest.mark.parametrize(("papers", "told", "line"), DRAWN)
def test_an_edge_that_was_drawn_stands_as_long_as_both_cases_do(
    papers: tuple[str, ...], told: list[str], line: list[str]
) -> None:
    graph = ruled(papers, ruling("draw", C, A, relation=Relation.CONTINUES))
    assert problems(graph) == told
    assert steps(graph, A) == line
    said = [s for s in graph.statements if s.relation is Relation.CONTINUES]
    assert {(s.status, bool(s.evidence)) for s in said} <= {(Status.REVIEWED, True)}


def test_of_drawing_and_rejecting_an_edge_the_later_counts() -> None:
    draw, reject = ruling("draw", C, A, relation=Relation.CONTINUES), ruling("reject", C, A, relation=Relation.CONTINUES)
    assert draw.matter == reject.matter


# --- numbers ------------------------------------------------------------------------------------


def test_two_numbers_ruled_the_same_are_one_case() -> None:
    other = minutes(item(3, C, "Kommunstyrelsen antar en budget."), day="2018-05-18")
    graph = ruled((FIRST, other), ruling("same", C, A))
    (case,) = graph.cases
    assert case.label == A
    assert set(case.variants) == {A, C}
    assert {d.case for d in graph.decisions} == {CaseId(TOWN, A)}
    assert len(case.documents) == 2


def test_a_short_number_ruled_different_is_a_case_of_its_own() -> None:
    told = "I april 2013 (Dnr 145/13) godkände kommunstyrelsen rapporten."
    joined = ruled((letter(told, "STK-2013-145"),))
    graph = ruled((letter(told, "STK-2013-145"),), ruling("different", "2013-145", "STK-2013-145"))
    assert {c.id.key for c in joined.cases} == {"STK-2013-145"}
    assert {c.id.key for c in graph.cases} == {"STK-2013-145", "2013-145"}
    assert Relation.SAME_CASE_AS not in {s.relation for s in graph.statements if s.status is not Status.REJECTED}


# --- days and references ------------------------------------------------------------------------


def test_a_day_ruled_is_the_day_of_the_decision() -> None:
    graph = ruled(PAPERS, ruling("date", A, day="2015-04-01"))
    (decision,) = [d for d in graph.decisions if d.case == CaseId(TOWN, A)]
    assert decision.date is not None
    assert decision.date.edtf == "2015-04-01"


EARLIER = "Det sker i enlighet med tidigare beslut om en plan."


def test_a_reference_settled_means_the_case_that_it_was_settled_for() -> None:
    papers = (
        FIRST,
        minutes(item(2, B, "Kommunstyrelsen antar en plan för parker."), day="2017-05-18"),
        letter(EARLIER, "STK-2020-5"),
    )
    words = "i enlighet med tidigare beslut om en plan"
    graph = ruled(papers, ruling("settle", "STK-2020-5", A, words=words))
    assert ("STK-2020-5", "inAccordanceWith", A) in builds_on(graph)
    assert not [e for e in edges(graph) if e[0] == "STK-2020-5" and e[2] == B]


# --- what becomes of rulings --------------------------------------------------------------------

GONE = [
    pytest.param(ruling("reject", B, A), (FIRST,), NO_GROUND, id="the paper that said so is gone"),
    pytest.param(ruling("accept", A, "STK-1999-1"), PAPERS, NO_GROUND, id="nothing ever said so"),
    pytest.param(ruling("same", "STK-1999-1", A), PAPERS, NO_GROUND, id="the number is printed nowhere"),
    pytest.param(ruling("date", C, day="2015-04-01"), PAPERS, NO_GROUND, id="nothing is decided in the case"),
    pytest.param(ruling("settle", B, A, words="tidigare beslut om något"), PAPERS, NO_GROUND, id="the words are gone"),
    pytest.param(ruling("accept", B, A, ground="andra ord"), PAPERS, OTHER_WORDS, id="it rests on other words now"),
]


@pytest.mark.parametrize(("made", "papers", "kind"), GONE)
def test_a_ruling_whose_ground_is_gone_is_told(made: Ruling, papers: tuple[str, ...], kind: str) -> None:
    graph = ruled(papers, made)
    assert problems(graph) == [kind]
    assert graph.rulings == ((made,) if kind == OTHER_WORDS else ())


def test_rulings_hold_when_files_are_renamed_and_words_move() -> None:
    moved = [
        read_paper(f"{FIRST}\nEtt tillägg sist.\n", "arkiv/z.txt"),
        read_paper(SECOND.replace("§ 2 ", "§ 3 "), "arkiv/a.txt"),
    ]
    graph = link(moved, [ruling("reject", B, A)])
    assert problems(graph) == []
    assert steps(graph, A) == [A]


def test_ten_rulings_hold_or_are_told_after_the_papers_changed() -> None:
    made = [
        ruling("reject", B, A),
        ruling("date", A, day="2015-04-01"),
        ruling("same", C, B),
        *(ruling("accept", f"STK-2019-{n}", f"STK-2018-{n}") for n in range(1, 8)),
    ]
    more = [letter(f"Skrivelsen är en fortsättning på ärendet STK-2018-{n}.", f"STK-2019-{n}") for n in range(1, 8)]
    extra = minutes(item(3, C, "Kommunstyrelsen antar en budget."), day="2018-05-18")
    before = ruled((*PAPERS, extra, *more), *made)
    assert (len(before.rulings), problems(before)) == (10, [])
    after = ruled((*PAPERS, extra, *(text.replace("en fortsättning på", "ett svar på") for text in more[:3]), *more[4:]), *made)
    told = {(change.kind, change.sign) for change in diff(before, after)}
    edited_and_lost = {("documents", "~"), ("documents", "-"), ("edges", "~"), ("edges", "-")}
    assert told == edited_and_lost | {("cases", "-"), ("rulings", "-"), ("problems", "+")}
    assert len(after.rulings) + problems(after).count(NO_GROUND) == 10
    assert problems(after).count(NO_GROUND) == 1
