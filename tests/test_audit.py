"""The audit sheet: what is in it, for which body and time, and what it says of answers."""

from datetime import date

import pytest

from graf.audit import audit, period, undated
from graf.audit_report import report
from graf.model import CaseGraph
from tests.papers import graph_of, item, letter, minutes

TASK = "Stadskontoret får i uppdrag att ta fram en plan för trädvård senast december 2017."
COUNCIL = minutes(
    item(1, "STK-2017-488", TASK, body="Kommunfullmäktige"),
    item(2, "STK-2016-20", "Kommunfullmäktige bifaller motionen.", title="Motion om fler lindar", body="Kommunfullmäktige"),
    body="Kommunfullmäktige",
    day="2017-03-31",
)
BOARD = minutes(item(5, "STK-2018-3", "Stadskontoret får i uppdrag att köpa en lind."), day="2018-05-18")
MOTION = "Malmö stad\nMotion\nDatum: 2016-02-01\nDnr STK-2016-55\n\n## Motion om gröna tak\n\nVi yrkar att taken görs gröna.\n"
REPORT = letter(
    "Uppdraget lämnades av kommunfullmäktige i mars 2017 (STK-2017-488).",
    "STK-2018-1",
    title="Återrapportering av plan för trädvård",
    day="2017-11-16",
)
GRAPH = graph_of(COUNCIL, BOARD, MOTION)


def lines(graph: CaseGraph = GRAPH, body: str | None = None, first: str = "", last: str = "", as_of: str = "") -> list[str]:
    days = [date.fromisoformat(day) if day else None for day in (first, last, as_of)]
    return [
        f"{line.kind} {line.case.key if line.case else ''} {line.state}" for line in audit(graph, period(graph, body, *days))
    ]


def test_the_sheet_has_assignments_approved_motions_and_motions_left_undecided() -> None:
    assert lines() == [
        "motion without decision STK-2016-55 older than a year",
        "approved motion STK-2016-20 open",
        "assignment STK-2017-488 late",
        "assignment STK-2018-3 open",
    ]


ASKED = [
    pytest.param({"body": "Kommunstyrelsen", "last": "2015-12-31"}, set(), id="nothing of that body and time"),
    pytest.param(
        {"body": "Kommunstyrelsen", "first": "2018-01-01"}, {"STK-2018-3"}, id="of one body, which decides no motions"
    ),
    pytest.param(
        {"body": "Kommunfullmäktige", "first": "2018-01-01"}, {"STK-2016-55"}, id="of the council, which decides motions"
    ),
    pytest.param({"first": "2018-06-01", "last": "2018-12-31"}, {"STK-2016-55"}, id="after all that was decided"),
]


@pytest.mark.parametrize(("asked", "cases"), ASKED)
def test_only_the_body_and_the_time_asked_about_are_in_it(asked: dict[str, str], cases: set[str]) -> None:
    first, last = (date.fromisoformat(asked[name]) if name in asked else None for name in ("first", "last"))
    found = audit(GRAPH, period(GRAPH, asked.get("body"), first, last, None))
    assert {line.case.key for line in found if line.case} == cases


def test_a_motion_not_yet_a_year_old_is_not_late() -> None:
    assert not [line for line in lines(as_of="2017-01-31") if line.startswith("motion")]
    assert [line for line in lines(as_of="2017-02-02") if line.startswith("motion")]


def test_a_motion_that_was_rejected_is_decided() -> None:
    decided = minutes(item(9, "STK-2016-55", "Kommunstyrelsen avslår motionen."), day="2016-12-01")
    assert not [line for line in lines(graph_of(COUNCIL, MOTION, decided)) if line.startswith("motion")]


SETTLED = [
    pytest.param("Kommunfullmäktige avslog motionen (STK-2016-55).", "2018-05-04", "motion settled", id="on a day not known"),
    pytest.param("Kommunfullmäktige avslog motionen (STK-2016-55).", "2016-12-04", "", id="by a paper within the year"),
    pytest.param(
        "Kommunstyrelsen föreslår att avslå motionen (STK-2016-55).",
        "2018-05-04",
        "motion without decision",
        id="only proposed",
    ),
    pytest.param("I mars 2018 avslog kommunfullmäktige motionen (STK-2016-55).", "2018-05-04", "", id="on a day that is known"),
]


@pytest.mark.parametrize(("told", "day", "kind"), SETTLED)
def test_a_motion_settled_on_an_unknown_day_is_settled_and_the_year_is_not_checked(told: str, day: str, kind: str) -> None:
    graph = graph_of(COUNCIL, MOTION, letter(told, "STK-2018-70", day=day))
    states = [line for line in lines(graph, as_of="2019-01-01") if line.startswith("motion")]
    wanted = {"motion settled": "day not known", "motion without decision": "older than a year"}
    assert states == ([f"{kind} STK-2016-55 {wanted[kind]}"] if kind else [])


def test_a_settlement_younger_than_the_day_of_the_audit_does_not_count_yet() -> None:
    told = letter("Kommunfullmäktige avslog motionen (STK-2018-56).", "STK-2019-70", day="2019-05-04")
    motion = MOTION.replace("STK-2016-55", "STK-2018-56")
    (line,) = [line for line in lines(graph_of(motion, told), as_of="2017-12-31") if line.startswith("motion")]
    assert line.startswith("motion without decision")


def test_what_was_given_after_the_day_of_the_audit_is_no_part_of_it() -> None:
    assert "STK-2018-3" not in " ".join(lines(as_of="2018-01-01"))


def test_an_assignment_without_a_day_stands_in_the_periods_that_bound_it() -> None:
    told = "Kommunstyrelsen gav stadskontoret i uppdrag att köpa en lind (STK-2017-88)."
    graph = graph_of(letter(told, "STK-2018-70", day="2018-02-07"))
    asked = [
        period(graph, None, date.fromisoformat(first), date.fromisoformat(last), None)
        for first, last in (("2017-01-01", "2018-12-31"), ("2018-01-01", "2018-12-31"), ("2019-01-01", "2019-12-31"))
    ]
    assert [[line.bounds and line.bounds.edtf for line in audit(graph, one)] for one in asked] == [
        ["2017-01-01/2018-02-07"],
        [],
        [],
    ]
    assert [undated(graph, one) for one in asked] == [0, 1, 0]


def test_an_answer_is_told_with_its_words_and_its_absence_of_the_documents_held() -> None:
    graph = graph_of(COUNCIL, REPORT)
    (line,) = [line for line in audit(graph, period(graph, None, None, None, None)) if line.kind == "assignment"]
    assert line.answered_by is not None
    assert line.answered_by.key == "STK-2018-1"
    assert line.answer[0].quote
    before = period(graph, None, None, None, date(2017, 6, 1))
    assert [found.answered_by for found in audit(graph, before) if found.kind == "assignment"] == [None]


def test_the_report_is_one_escaped_page_that_fetches_nothing() -> None:
    graph = graph_of(COUNCIL.replace("trädvård", "<script>alert(1)</script> träd"), REPORT)
    asked = period(graph, "Kommunfullmäktige", date(2016, 1, 1), date(2018, 12, 31), None)
    page = report(graph, asked, audit(graph, asked))
    assert "<script" not in page
    assert "src=" not in page
    assert "href=" not in page
    assert "Granskning av verkställighet: Kommunfullmäktige" in page
    assert "inget svar i de handlingar som finns" in page
