"""Places that tell of the same decision are one decision; what may be another one stays apart."""

import pytest

from graf.model import Action, Modality
from tests.papers import assignments, decisions, graph_of, item, letter, minutes

REPEALED = "I maj 2016 (STK-2015-553) beslutade kommunstyrelsen att upphäva de sociala fonderna."
HELD = minutes(item(12, "STK-2015-553", "Kommunstyrelsen avsätter 3 miljoner kronor till gatuträd."), day="2016-05-11")


def test_one_fact_in_fourteen_places_is_one_point_with_fourteen_pieces_of_evidence() -> None:
    graph = graph_of(*(letter(REPEALED, f"STK-2020-{number}") for number in range(1, 15)))
    (decision,) = decisions(graph, "STK-2015-553")
    (point,) = decision.points
    places = (point.evidence, *point.more)
    assert point.action is Action.REPEAL
    assert len({evidence.document for evidence in places}) == len(places) == 14
    assert all("STK-2015-553" in evidence.quote for evidence in places)


def test_the_same_words_twice_in_one_paper_are_one_point_with_two_places() -> None:
    graph = graph_of(letter(f"{REPEALED}\n\nSammanfattningsvis:\n\n{REPEALED}"))
    (point,) = decisions(graph, "STK-2015-553")[0].points
    assert len({(e.document, e.start) for e in (point.evidence, *point.more)}) == 2


TOLD = [
    pytest.param("I maj 2016 avsatte kommunstyrelsen medel till gatuträd (STK-2015-553).", 1, id="by its month"),
    pytest.param("Den 11 maj 2016 avsatte kommunstyrelsen medel till gatuträd (STK-2015-553).", 1, id="by its day"),
    pytest.param("I maj 2016 avsattes medel till gatuträd (STK-2015-553).", 1, id="no body is named"),
    pytest.param("År 2016 avsatte kommunstyrelsen medel till gatuträd (STK-2015-553).", 1, id="by its year"),
    pytest.param("I juni 2016 avsatte kommunstyrelsen medel till gatuträd (STK-2015-553).", 2, id="another month"),
    pytest.param("I maj 2016 avsatte kommunfullmäktige medel till gatuträd (STK-2015-553).", 2, id="another body"),
    pytest.param("I maj 2016 avsatte kommunstyrelsen medel till gatuträd (STK-2015-554).", 1, id="another case"),
]


@pytest.mark.parametrize(("words", "number"), TOLD)
def test_what_is_told_of_a_held_decision_joins_it(words: str, number: int) -> None:
    found = decisions(graph_of(letter(words), HELD), "STK-2015-553")
    assert len(found) == number
    held = next(decision for decision in found if decision.status is Modality.DECIDED)
    assert held.paragraph == "12"
    assert held.points[0].evidence.document == "2.txt", "the words of the minutes come first"


def test_a_held_decision_keeps_its_own_words_when_others_tell_of_it() -> None:
    (decision,) = decisions(graph_of(letter(TOLD[0].values[0]), HELD), "STK-2015-553")  # type: ignore[arg-type]
    assert [e.document for e in decision.points[0].more] == ["1.txt"]


def test_the_same_deed_in_the_same_month_in_two_towns_is_two_decisions() -> None:
    words = "I maj 2016 avsatte kommunstyrelsen medel till gatuträd (KS 2015/553)."
    graph = graph_of(letter(words, "KS 2020/1", town="Lunds kommun"), letter(words, "KS 2020/1"))
    assert len({decision.key for decision in graph.decisions}) == 2
    assert {len(decision.points[0].more) for decision in graph.decisions} == {0}


# --- a decision told without a number -----------------------------------------------------------

POLICY = letter("I mars 2016 antog kommunfullmäktige en policy för gatuträd (STK-2015-553).", "STK-2020-1")
WATER = letter("I mars 2016 antog kommunfullmäktige en plan för dagvatten (STK-2015-600).", "STK-2020-2")
POOLS = letter("I mars 2016 antog kommunfullmäktige en policy för badhus (STK-2015-601).", "STK-2020-3")
HOMES = [
    pytest.param(
        "I mars 2016 antog kommunfullmäktige en policy.", (POLICY,), True, id="one that did the same at the same time"
    ),
    pytest.param("I mars 2016 antog kommunfullmäktige en policy.", (POLICY, POOLS), False, id="two candidates are none"),
    pytest.param("I mars 2016 antog kommunfullmäktige en policy.", (POLICY, WATER), True, id="of two, the one of such a thing"),
    pytest.param("I mars 2016 antog kommunfullmäktige en taxa för torg.", (POLICY,), False, id="another thing"),
    pytest.param("I april 2016 antog kommunfullmäktige en policy.", (POLICY,), False, id="another month"),
    pytest.param("I mars 2016 antog kommunstyrelsen en policy.", (POLICY,), False, id="another body"),
    pytest.param("I mars 2016 avslog kommunfullmäktige en motion.", (POLICY,), False, id="another deed"),
    pytest.param("Kommunfullmäktige antog en policy för länge sedan.", (POLICY,), False, id="no time at all"),
]


@pytest.mark.parametrize(("words", "others", "is_led_home"), HOMES)
def test_a_decision_told_without_a_number_is_led_home_or_left(words: str, others: tuple[str, ...], is_led_home: bool) -> None:
    graph = graph_of(letter(words, "STK-2020-9"), *others)
    documents = {e.document for d in decisions(graph, "STK-2015-553") for p in d.points for e in (p.evidence, *p.more)}
    assert ("1.txt" in documents) is is_led_home


def test_a_decision_without_a_number_is_not_led_to_another_town() -> None:
    words = "I mars 2016 antog kommunfullmäktige en policy."
    graph = graph_of(letter(words, "KS 2020/9", town="Lunds kommun"), POLICY)
    (home,) = decisions(graph, "STK-2015-553")
    assert {e.document for p in home.points for e in (p.evidence, *p.more)} == {"2.txt"}


# --- modes --------------------------------------------------------------------------------------

MODES = [
    pytest.param("I maj 2016 upphävde kommunstyrelsen fonden (STK-2015-553).", {Modality.RECOUNTED}, id="told as done"),
    pytest.param("I maj 2016 upphävde kommunstyrelsen inte fonden (STK-2015-553).", {Modality.NEGATED}, id="denied"),
    pytest.param(
        "Om kommunstyrelsen beslutar att upphäva fonden i maj 2026 (STK-2015-553) behövs medel.",
        {Modality.CONDITIONAL},
        id="if",
    ),
    pytest.param("Fonden omnämndes i maj 2016 (STK-2015-553).", set(), id="nothing decided"),
]


@pytest.mark.parametrize(("words", "modes"), MODES)
def test_a_decision_has_the_mode_of_its_words(words: str, modes: set[Modality]) -> None:
    assert {decision.status for decision in decisions(graph_of(letter(words)), "STK-2015-553")} == modes


def test_a_proposal_is_no_decision_and_stays_beside_it() -> None:
    proposal = letter(
        "Kommunstyrelsen föreslås besluta\n\n1. Fonden för gatuträd upphävs.", "STK-2015-553", section="Förslag till beslut"
    )
    decided = minutes(item(3, "STK-2015-553", "Fonden för gatuträd upphävs."))
    assert {d.status for d in decisions(graph_of(proposal), "STK-2015-553")} == {Modality.PROPOSED}
    assert {d.status for d in decisions(graph_of(proposal, decided), "STK-2015-553")} == {Modality.PROPOSED, Modality.DECIDED}


def test_every_decision_and_every_assignment_has_a_key_of_its_own() -> None:
    proposal = letter("Kommunstyrelsen föreslås besluta\n\n1. Fonden upphävs.", "STK-2015-553", section="Förslag till beslut")
    graph = graph_of(POLICY, WATER, HELD, proposal, *(letter(row.values[0], "STK-2020-8") for row in TOLD))  # type: ignore[arg-type]
    assert len({d.key for d in graph.decisions}) == len(graph.decisions)
    assert len({a.key for a in graph.assignments}) == len(graph.assignments)


def test_each_point_of_a_paragraph_is_a_point_of_its_decision() -> None:
    graph = graph_of(minutes(item(3, "STK-2015-553", "Planen antas.", "Stadskontoret får i uppdrag att plantera 40 lindar.")))
    (decision,) = decisions(graph, "STK-2015-553")
    assert [(p.number, p.action) for p in decision.points] == [(1, Action.ADOPT), (2, Action.ASSIGN)]
    assert [a.assignee for a in assignments(graph, "STK-2015-553")] == ["Stadskontoret"]
