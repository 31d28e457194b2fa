"""Assignments: who is to do what by when, and which paper answers one, which does not."""

import pytest

from graf.model import Assignment, AssignmentState, CaseGraph, Modality, Relation, Status
from tests.papers import assignments, builds_on, graph_of, item, letter, minutes

GIVEN = minutes(
    item(
        12,
        "STK-2017-1030",
        "Kommunstyrelsen uppdrar åt stadskontoret att senast december 2018 lämna en lägesbeskrivning om träd.",
    ),
    day="2017-11-08",
)
TOLD = "Uppdraget lämnades av kommunstyrelsen i november 2017 (STK-2017-1030)."
REPORT = "Lägesbeskrivning om träd"


def deferred(graph: CaseGraph) -> set[str]:
    """The keys of the assignments that were put off."""
    return {a.key for a in graph.assignments if any(m.state is AssignmentState.DEFERRED for m in a.moves)}


def one_assignment(*texts: str, case: str = "1280:STK-2017-1030") -> Assignment:
    """The only assignment given in a case."""
    (found,) = assignments(graph_of(*texts), case)
    return found


def test_an_assignment_has_its_giver_taker_task_and_deadline() -> None:
    found = one_assignment(GIVEN)
    assert [found.assigner, found.assignee] == ["Kommunstyrelsen", "Stadskontoret"]
    assert "lägesbeskrivning om träd" in found.task
    assert [found.given and found.given.edtf, found.deadline and found.deadline.edtf] == ["2017-11-08", "2018-12"]
    assert found.status is Modality.DECIDED


ANSWERS = [
    pytest.param(letter(TOLD, "STK-2018-1", title=REPORT, day="2018-11-16"), True, id="a report before the deadline"),
    pytest.param(letter(TOLD, "STK-2018-1", title=REPORT, day="2019-03-01"), True, id="a report some months late"),
    pytest.param(letter(TOLD, "STK-2018-1", title=REPORT, day="2020-06-01"), False, id="a report a year and a half late"),
    pytest.param(letter(TOLD, "STK-2018-1", title=REPORT, day="2017-05-01"), False, id="a report before it was asked for"),
    pytest.param(letter(TOLD, "STK-2018-1", title="Budget för träd", day="2018-11-16"), False, id="no report by its title"),
    pytest.param(
        letter("Om träd.", "STK-2018-1", title=REPORT, day="2018-11-16"), False, id="a report that names no assignment"
    ),
    pytest.param(
        letter(f"{TOLD}", "STK-2018-1", title=REPORT, town="Lunds kommun", day="2018-11-16"), False, id="another town's report"
    ),
    pytest.param(
        letter("- Protokollsutdrag STK-2017-1030", "STK-2018-1", title=REPORT, day="2018-11-16", section="Beslutsunderlag"),
        False,
        id="the assignment is only listed among papers",
    ),
    pytest.param(
        letter(
            "Detta lämnas med anledning av kommunstyrelsens uppdrag i november 2017 (STK-2017-1030).",
            "STK-2018-1",
            day="2018-11-16",
        ),
        True,
        id="it says that it comes of the assignment",
    ),
    pytest.param(
        letter(
            "Detta lämnas med anledning av kommunstyrelsens uppdrag i november 2017 (STK-2017-1031).",
            "STK-2018-1",
            day="2018-11-16",
        ),
        False,
        id="it says that it comes of another assignment",
    ),
    pytest.param(
        letter(
            "Detta lämnas med anledning av kommunstyrelsens uppdrag i november 2017 (STK-2017-1030).",
            "STK-2018-1",
            day="2018-11-16",
            office="Socialförvaltningen",
        ),
        False,
        id="it says so, but another office was tasked",
    ),
]


@pytest.mark.parametrize(("paper", "is_answered"), ANSWERS)
def test_a_paper_answers_an_assignment_or_does_not(paper: str, is_answered: bool) -> None:
    found = one_assignment(GIVEN, paper)
    assert (found.answered_by is not None) is is_answered
    assert bool(found.answer) is is_answered


def test_an_answer_leaves_a_statement_to_the_assignment_and_to_its_case() -> None:
    graph = graph_of(GIVEN, ANSWERS[0].values[0])  # type: ignore[arg-type]
    found = [s for s in graph.statements if s.relation is Relation.REPORTS_ON]
    (given,) = assignments(graph, "STK-2017-1030")
    assert {s.object for s in found} == {given.key, "arende/1280/STK-2017-1030"}
    assert {(s.subject, s.status) for s in found} == {("arende/1280/STK-2018-1", Status.INFERRED)}
    assert all(s.evidence for s in found)


def test_the_first_paper_to_answer_closes_an_assignment_whatever_the_order_of_files() -> None:
    early = letter(TOLD, "STK-2018-1", title=REPORT, day="2018-06-01")
    late = letter(TOLD, "STK-2018-2", title=REPORT, day="2018-11-16")
    for papers in ((GIVEN, early, late), (late, early, GIVEN)):
        found = one_assignment(*papers)
        assert found.answered_by
        assert [found.answered_by.key, found.answered_on and found.answered_on.edtf] == ["STK-2018-1", "2018-06-01"]


def test_a_report_that_fits_two_assignments_alike_answers_none() -> None:
    twice = minutes(
        item(
            12,
            "STK-2017-1030",
            "Kommunstyrelsen uppdrar åt stadskontoret att senast december 2018 lämna en lägesbeskrivning om träd i norr.",
            "Kommunstyrelsen uppdrar åt stadskontoret att senast december 2018 lämna en lägesbeskrivning om träd i söder.",
        ),
        day="2017-11-08",
    )
    graph = graph_of(twice, ANSWERS[0].values[0])  # type: ignore[arg-type]
    found = assignments(graph, "STK-2017-1030")
    assert len(found) == 2
    assert all(assignment.answered_by is None for assignment in found)


# --- told twice, proposed and decided -----------------------------------------------------------


def test_what_is_told_of_a_given_assignment_makes_no_second_one() -> None:
    told = "I november 2017 uppdrog kommunstyrelsen åt stadskontoret att lämna en lägesbeskrivning senast december 2018"
    found = one_assignment(letter(f"{told} (STK-2017-1030)."), GIVEN)
    assert found.status is Modality.DECIDED
    assert {evidence.document for evidence in found.evidence} == {"1.txt", "2.txt"}


@pytest.mark.parametrize(
    "told",
    ["I november 2017 gav kommunstyrelsen uppdraget (STK-2017-1030).", "Uppdraget gavs i november 2017 (STK-2017-1030)."],
)
def test_that_an_assignment_was_given_is_no_task(told: str) -> None:
    assert one_assignment(letter(told), GIVEN).assignee == "Stadskontoret"


PROPOSED = letter(
    "Kommunstyrelsen föreslås besluta\n\n1. Stadskontoret får i uppdrag att lämna en rapport om träd senast september 2019.",
    "STK-2018-1094",
    section="Förslag till beslut",
)


def test_a_proposed_assignment_stands_as_proposed() -> None:
    assert one_assignment(PROPOSED, case="STK-2018-1094").status is Modality.PROPOSED


def test_a_proposed_assignment_gives_way_to_the_one_decided() -> None:
    words = "Stadskontoret får i uppdrag att lämna en rapport om träd senast september 2019."
    for papers in ((PROPOSED, minutes(item(7, "STK-2018-1094", words))), (minutes(item(7, "STK-2018-1094", words)), PROPOSED)):
        assert one_assignment(*papers, case="STK-2018-1094").status is Modality.DECIDED


def test_a_proposed_assignment_with_another_deadline_is_another_one() -> None:
    words = "Stadskontoret får i uppdrag att lämna en rapport om träd senast mars 2020."
    graph = graph_of(PROPOSED, minutes(item(7, "STK-2018-1094", words)))
    assert {a.status for a in assignments(graph, "STK-2018-1094")} == {Modality.DECIDED, Modality.PROPOSED}


def test_a_proposal_is_answered_by_nothing_and_carries_no_thread() -> None:
    paper = letter("Uppdraget föreslogs i STK-2018-1094.", "STK-2019-5", title="Rapport om träd", day="2019-09-01")
    graph = graph_of(PROPOSED, paper)
    assert [a.answered_by for a in assignments(graph, "STK-2018-1094")] == [None]
    assert builds_on(graph) == set()


TAKERS = [
    pytest.param("Kommunstyrelsen uppdrar åt stadskontoret att plantera lindar.", "Stadskontoret", id="uppdrar åt"),
    pytest.param("Stadskontoret får i uppdrag att plantera lindar.", "Stadskontoret", id="får i uppdrag"),
    pytest.param(
        "I maj 2016 gav kommunstyrelsen stadskontoret i uppdrag att plantera lindar (STK-2016-1).", "Stadskontoret", id="gav"
    ),
    pytest.param(
        "Kommunstyrelsen gav i maj 2016 stadskontoret i uppdrag att plantera lindar (STK-2016-1).",
        "Stadskontoret",
        id="gav, its body first",
    ),
    pytest.param(
        "Kommunfullmäktige gav kommunstyrelsen uppdraget att plantera lindar i maj 2016 (STK-2016-1).",
        "Kommunstyrelsen",
        id="uppdraget",
    ),
    pytest.param("I maj 2016 fick stadskontoret i uppdrag att plantera lindar (STK-2016-1).", "Stadskontoret", id="fick, told"),
    pytest.param(
        "Stadskontoret fick i maj 2016 i uppdrag av kommunstyrelsen att plantera lindar (STK-2016-1).", "Stadskontoret", id="av"
    ),
]


@pytest.mark.parametrize(("words", "taker"), TAKERS)
def test_the_one_who_is_to_do_it_is_not_the_one_who_asks(words: str, taker: str) -> None:
    graph = graph_of(minutes(item(7, "STK-2016-1", words)) if "STK" not in words else letter(words))
    (found,) = assignments(graph, "STK-2016-1")
    assert found.assignee == taker
    assert found.task.startswith("att plantera lindar")


# --- put off ------------------------------------------------------------------------------------

GUIDELINES = minutes(
    item(1, "STK-2017-488", "Stadskontoret får i uppdrag att ta fram riktlinjer för trädvård."), day="2017-08-31"
)
PUT_OFF = [
    pytest.param(
        "Kommunstyrelsen avvaktar med riktlinjer för trädvård.", "2017-11-08", True, id="a later decision waits with it"
    ),
    pytest.param("Kommunstyrelsen avvaktar med riktlinjer för trädvård.", "2017-05-08", False, id="an earlier decision cannot"),
    pytest.param("Kommunstyrelsen avvaktar med köp av dagvattenrör.", "2017-11-08", False, id="another thing is put off"),
    pytest.param("Kommunstyrelsen antar riktlinjer för trädvård.", "2017-11-08", False, id="adopted and not put off"),
]


@pytest.mark.parametrize(("words", "day", "is_put_off"), PUT_OFF)
def test_a_decision_puts_off_an_assignment_or_does_not(words: str, day: str, is_put_off: bool) -> None:
    graph = graph_of(GUIDELINES, minutes(item(2, "STK-2017-1030", words), day=day))
    (given,) = assignments(graph, "STK-2017-488")
    assert (given.key in deferred(graph)) is is_put_off


def test_a_deferral_that_is_only_proposed_puts_nothing_off() -> None:
    words = "Kommunstyrelsen föreslås besluta\n\n1. Kommunstyrelsen avvaktar med riktlinjer för trädvård."
    graph = graph_of(GUIDELINES, letter(words, "STK-2017-1030", section="Förslag till beslut", day="2017-11-08"))
    assert not deferred(graph)


def test_a_deferral_that_fits_two_tasks_puts_off_none() -> None:
    twin = minutes(
        item(4, "STK-2017-489", "Stadskontoret får i uppdrag att ta fram riktlinjer för trädvård."), day="2017-09-30"
    )
    waits = minutes(item(2, "STK-2017-1030", "Kommunstyrelsen avvaktar med riktlinjer för trädvård."), day="2017-11-08")
    assert not deferred(graph_of(GUIDELINES, twin, waits))


# --- two tasks of one sentence ------------------------------------------------------------------

BOTH = minutes(
    item(12, "STK-2017-1030", "Stadskontoret får i uppdrag att ta fram riktlinjer för träd samt bemanna en växtskola."),
    day="2017-11-08",
)
CAME = "Detta lämnas med anledning av kommunstyrelsens uppdrag i november 2017 (STK-2017-1030)."
OF_BOTH = [
    pytest.param("Riktlinjer för träd", [True, False], id="the title speaks of the first"),
    pytest.param("Växtskola", [False, True], id="the title speaks of the second"),
    pytest.param("En skrivelse", [True, True], id="the title tells nothing: the assignment as a whole is answered"),
]


@pytest.mark.parametrize(("title", "answered"), OF_BOTH)
def test_a_paper_answers_the_task_of_a_sentence_that_it_speaks_of(title: str, answered: list[bool]) -> None:
    graph = graph_of(BOTH, letter(CAME, "STK-2018-1", title=title, day="2018-11-16"))
    assert [a.answered_by is not None for a in assignments(graph, "STK-2017-1030")] == answered


def test_two_tasks_told_again_in_other_words_stay_two() -> None:
    told = "I november 2017 (STK-2017-1030) gavs uppdrag att ta fram riktlinjer för stadens träd och att bemanna en växtskola."
    found = assignments(graph_of(letter(told), BOTH), "STK-2017-1030")
    assert [a.task for a in found] == ["att ta fram riktlinjer för träd", "bemanna en växtskola"]
    assert [len(a.evidence) for a in found] == [2, 2]


def test_a_withdrawal_of_the_assignment_withdraws_both_tasks_of_its_sentence() -> None:
    ends = minutes(item(2, "STK-2018-3", "Kommunstyrelsen återkallar uppdraget i ärende STK-2017-1030."), day="2018-03-08")
    found = assignments(graph_of(BOTH, ends), "STK-2017-1030")
    assert [[m.state for m in a.moves] for a in found] == [[AssignmentState.WITHDRAWN]] * 2
