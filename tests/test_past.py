"""The graph as it was on a day."""

from datetime import date

from graf.ledger import state_of
from graf.model import AssignmentState, CaseGraph, CaseId
from graf.past import as_decided, as_known
from graf.trace import trace
from tests.papers import assignments, builds_on, graph_of, item, letter, minutes

TASK = "Kommunstyrelsen uppdrar åt stadskontoret att senast december 2018 lämna en lägesbeskrivning om träd."
GIVEN = minutes(item(12, "STK-2017-1030", TASK), day="2017-11-08")
TOLD = "Uppdraget lämnades av kommunstyrelsen i november 2017 (STK-2017-1030)."
REPORT = letter(TOLD, "STK-2018-1", title="Lägesbeskrivning om träd", day="2018-11-16")
LATER = letter(
    "Kommunstyrelsen har fattat en rad beslut:\n\n- I maj 2016 antogs en plan (STK-2016-7).\n"
    "- I november 2017 gavs ett uppdrag (STK-2017-1030).",
    "STK-2019-3",
    day="2019-05-04",
)
GRAPH = graph_of(GIVEN, REPORT, LATER)


def state(graph: CaseGraph, day: date) -> AssignmentState:
    (given,) = assignments(graph, "STK-2017-1030")
    return state_of(given, day)


def steps(graph: CaseGraph, day: date) -> list[str]:
    return [step.case.label for step in trace(graph, CaseId("1280", "STK-2017-1030"), day).steps]


def test_what_was_decided_later_is_left_out() -> None:
    day = date(2018, 1, 1)
    then = as_decided(GRAPH, day)
    assert {d.case.key for d in then.decisions if d.case} == {"STK-2016-7", "STK-2017-1030"}
    assert state(then, day) is AssignmentState.OPEN
    assert assignments(as_decided(GRAPH, date(2017, 1, 1)), "STK-2017-1030") == ()
    assert state(as_decided(GRAPH, date(2019, 1, 1)), date(2019, 1, 1)) is AssignmentState.ANSWERED


def test_what_was_decided_early_and_told_late_is_decided_and_was_not_known() -> None:
    day = date(2018, 1, 1)
    assert steps(as_decided(GRAPH, day), day) == ["STK-2016-7", "STK-2017-1030"]
    assert steps(as_known(GRAPH, day), day) == ["STK-2017-1030"]


def test_only_documents_of_the_time_are_held() -> None:
    then = as_known(GRAPH, date(2018, 12, 31))
    assert [document.name for document in then.documents] == ["1.txt", "2.txt"]
    assert {words.document for said in then.statements for words in said.evidence} <= {"1.txt", "2.txt"}
    assert "STK-2016-7" not in {case.label for case in then.cases}


def test_the_last_day_shows_all() -> None:
    day = date(2030, 1, 1)
    assert as_known(GRAPH, day) == as_decided(GRAPH, day) == GRAPH
    assert builds_on(as_known(GRAPH, day)) == builds_on(GRAPH)
