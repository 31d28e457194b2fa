"""What becomes of an assignment before, or instead of, being answered."""

import pytest

from graf.model import Assignment, AssignmentState, CaseGraph, Modality, Relation
from tests.papers import assignments, graph_of, item, letter, minutes

TASK = "Stadskontoret får i uppdrag att ta fram en plan för trädvård senast december 2017."
GIVEN = minutes(item(1, "STK-2017-488", TASK), day="2017-03-31")


def later(words: str, number: str = "STK-2017-1030", day: str = "2017-11-08", title: str = "Gatuträd") -> str:
    return minutes(item(2, number, words, title=title), day=day)


def one(graph: CaseGraph, number: str = "STK-2017-488") -> Assignment:
    (found,) = assignments(graph, number)
    return found


MOVES = [
    pytest.param(
        "Kommunstyrelsen återkallar uppdraget att ta fram en plan för trädvård.",
        [("withdrawn", None)],
        id="withdrawn, by its task",
    ),
    pytest.param(
        "Kommunstyrelsen upphäver uppdraget i ärende STK-2017-488.", [("withdrawn", None)], id="withdrawn, by its case"
    ),
    pytest.param("Kommunstyrelsen upphäver uppdraget i ärende STK-2017-489.", [], id="another case's assignment"),
    pytest.param("Kommunstyrelsen återkallar uppdraget att bygga en bro.", [], id="another task"),
    pytest.param("Kommunstyrelsen avvaktar med en plan för trädvård.", [("deferred", None)], id="put off"),
    pytest.param(
        "Tiden för uppdraget att ta fram en plan för trädvård förlängs till senast mars 2018.",
        [("open", "2018-03")],
        id="given a later day",
    ),
    pytest.param("Planen för trädvård flyttas fram till den 1 juni 2018.", [("open", "2018-06-01")], id="put off until a day"),
    pytest.param("Kommunstyrelsen upphäver reglementet för parker.", [], id="a repeal of something else"),
]


@pytest.mark.parametrize(("words", "moves"), MOVES)
def test_a_later_decision_moves_an_assignment_or_does_not(words: str, moves: list[tuple[str, str | None]]) -> None:
    given = one(graph_of(GIVEN, later(words)))
    assert [(m.state.value, m.deadline.edtf if m.deadline else None) for m in given.moves] == moves
    assert all(m.evidence and m.case and m.case.key == "STK-2017-1030" for m in given.moves)


def test_an_earlier_decision_moves_nothing() -> None:
    words = "Kommunstyrelsen återkallar uppdraget att ta fram en plan för trädvård."
    assert one(graph_of(GIVEN, later(words, day="2016-11-08"))).moves == ()


def test_a_withdrawal_that_fits_two_tasks_withdraws_none() -> None:
    twin = minutes(item(4, "STK-2017-489", TASK.replace("stadskontoret", "socialförvaltningen")), day="2017-04-30")
    graph = graph_of(GIVEN, twin, later("Kommunstyrelsen återkallar uppdraget att ta fram en plan för trädvård."))
    assert not any(m.state is AssignmentState.WITHDRAWN for a in graph.assignments for m in a.moves)


FULFILLED = [
    pytest.param("Kommunstyrelsen anser uppdraget att ta fram en plan för trädvård slutfört.", id="by its task"),
    pytest.param("Uppdraget i ärende STK-2017-488 anses fullgjort.", id="by its case"),
]


@pytest.mark.parametrize("words", FULFILLED)
def test_an_assignment_declared_fulfilled_is_answered(words: str) -> None:
    given = one(graph_of(GIVEN, later(words)))
    assert given.answered_by is not None
    assert given.answered_by.key == "STK-2017-1030"
    assert given.answered_on is not None
    assert given.answered_on.edtf == "2017-11-08"
    assert given.moves == ()


def test_a_later_assignment_given_anew_takes_over_from_the_one_before() -> None:
    anew = later("Stadskontoret ges på nytt i uppdrag att ta fram en plan för trädvård senast juni 2019.", day="2018-02-08")
    graph = graph_of(GIVEN, anew)
    given, new = one(graph), one(graph, "STK-2017-1030")
    assert [m.state for m in given.moves] == [AssignmentState.SUPERSEDED]
    assert new.moves == ()
    (said,) = [s for s in graph.statements if s.relation is Relation.CONTINUES_ASSIGNMENT]
    assert (said.subject, said.object) == (new.key, given.key)


def test_a_proposal_to_give_anew_is_told_and_takes_over_nothing() -> None:
    task = "Stadskontoret ges på nytt i uppdrag att ta fram en plan för trädvård senast juni 2019."
    words = f"Kommunstyrelsen föreslås besluta\n\n1. {task}"
    graph = graph_of(GIVEN, letter(words, "STK-2018-5", section="Förslag till beslut", day="2018-02-08"))
    assert one(graph).moves == ()
    (said,) = [s for s in graph.statements if s.relation is Relation.CONTINUES_ASSIGNMENT]
    assert said.modality is Modality.PROPOSED


def test_an_item_of_minutes_that_reports_answers_the_assignment_of_its_own_case() -> None:
    report = later(
        "Kommunstyrelsen godkänner rapporten.",
        "STK-2017-488",
        title="Återrapportering av uppdrag att ta fram en plan för trädvård",
    )
    given = one(graph_of(GIVEN, report))
    assert given.answered_by is not None
    assert given.answered_by.key == "STK-2017-488"


def test_what_a_row_tells_as_presented_answers_what_the_case_before_asked_for() -> None:
    row = """Kommunstyrelsen har fattat en rad beslut om träd:

- I maj 2016 gav kommunstyrelsen stadskontoret i uppdrag att ta fram förslag på en stärkt trädvård (STK-2015-553).
- Ett förslag om stärkt trädvård lades fram, och presenterades för nämnden i augusti 2016 (STK-2016-796)."""
    given = one(graph_of(letter(row)), "STK-2015-553")
    assert given.answered_by is not None
    assert given.answered_by.key == "STK-2016-796"
    assert "presenterades" in given.answer[0].quote
