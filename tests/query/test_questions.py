"""Every named question is told in full, gives what it promises, and gives the same on two engines."""

from datetime import date
from pathlib import Path

import pytest

from graf.errors import QueryError
from graf.model import CaseId
from graf.query import Given, Question, named, questions
from graf.query.guard import check
from tests.factories import TOWN
from tests.query.engines import Engines, words

NAMES = [question.name for question in questions()]
THREAD = Given(case=CaseId(TOWN, "STK-2016-796"))
ROWS = [
    ("actions-by-year", Given(body="Kommunstyrelsen"), 3, "three decisions of the executive committee in the thread"),
    ("actions-by-year", Given(), 6, "one kind of action a year and body, proposals left out"),
    ("allocations", Given(body="Kommunstyrelsen"), 3, "one decision, whose place in the text three sentences share"),
    ("allocations", Given(body="Kommunfullmäktige"), 0, "the council gives none"),
    ("answer-times", Given(), 0, "no answer of the thread has a day"),
    ("assignments-of-body", Given(body="Stadskontoret"), 3, "what was only proposed is no assignment"),
    ("assignments-of-body", Given(body="Kommunstyrelsen"), 0, "who assigns is not assigned"),
    ("answered-by-reference", Given(), 1, "one motion, answered by pointing at a case"),
    ("bodies-in-thread", THREAD, 11, "who decides, assigns, is assigned, proposes and issues"),
    ("builds-on", Given(case=CaseId(TOWN, "STK-2018-1094")), 4, "all the way back"),
    ("builds-on", Given(case=CaseId(TOWN, "STK-2015-553")), 0, "the first of its thread"),
    ("complements", Given(), 1, "one branch"),
    ("complements", Given(case=CaseId(TOWN, "STK-2017-488")), 0, "no branch at this step"),
    ("contradictions", Given(), 1, "proposed here and negated there"),
    ("decisions-of-case", Given(), 6, "every decision of every case, no proposal"),
    ("decisions-of-case", Given(case=CaseId(TOWN, "STK-2018-1094")), 1, "of one case, its proposal left out"),
    ("dissents", Given(), 2, "a reservation against a decision, and a note of nobody in a case"),
    ("dissents", Given(body="Kommunstyrelsens arbetsutskott"), 1, "of one body's decisions"),
    ("dissents", Given(body="Kommunfullmäktige"), 0, "nobody stood outside theirs"),
    ("documents-of-case", Given(case=CaseId(TOWN, "STK-2018-1094")), 1, "the one that is held"),
    ("documents-of-case", Given(case=CaseId(TOWN, "STK-2016-796")), 0, "a case that is only cited"),
    ("evidence-of-thread", THREAD, None, "every edge with its words"),
    ("instrument-changes", Given(), 1, "the council repeals the fund"),
    ("late-assignments", Given(as_of=date(2018, 4, 1)), 1, "one deadline has passed"),
    ("late-assignments", Given(as_of=date(2018, 7, 1)), 2, "two have"),
    ("late-assignments", Given(as_of=date(2018, 7, 1), body="stadskontoret"), 2, "both are the same office's"),
    ("late-assignments", Given(as_of=date(2018, 7, 1), body="Kommunstyrelsen"), 0, "another body's are not told as its own"),
    ("late-assignments", Given(as_of=date(2018, 3, 31)), 0, "the last day of the month still counts"),
    ("late-assignments", Given(as_of=date(2020, 1, 1)), 2, "the answered one is not late, nor is what was only proposed"),
    ("late-assignments", Given(), 2, "on the day of the latest document"),
    ("led-to", Given(case=CaseId(TOWN, "STK-2015-553")), 4, "all that came of it"),
    ("meetings", Given(), 1, "the one that is known by its day"),
    ("meetings", Given(body="Kommunfullmäktige"), 0, "of another body"),
    ("missing-cases", Given(), None, "each with the case that names it"),
    ("most-cited", Given(), None, "each with the cases that name it"),
    ("motion-outcomes", Given(), 0, "the motion itself is not held"),
    ("moved-deadlines", Given(), 1, "one renewed task"),
    ("never-reported", Given(as_of=date(2017, 10, 31)), 0, "the day before the month they were given in"),
    ("never-reported", Given(as_of=date(2017, 11, 1)), 3, "given and not answered"),
    ("never-reported", Given(body="Kommunstyrelsen"), 0, "who assigns has nothing to report"),
    ("never-reported", Given(), 2, "one was answered by a document of the last day"),
    ("participants", THREAD, 4, "everybody of the one meeting"),
    ("sent-back", Given(body="Kommunfullmäktige"), 0, "the council does not"),
    ("sent-back", Given(), 1, "the executive committee waits"),
    ("thread-duration", THREAD, 1, "one row for the thread"),
    ("threads", Given(), 1, "five cases in a line and one beside them"),
    ("to-review", Given(), None, "what is inferred or unsure"),
    ("undecided-proposals", Given(), 0, "a decision of the case came after it"),
    ("unresolved-references", Given(), 3, "two candidates of one, and one outside the material"),
    ("votes", Given(), 1, "the one that is counted"),
    ("votes", Given(body="Kommunfullmäktige"), 0, "of another body"),
]
CASES = [pytest.param(name, given, count, id=f"{name}: {reason}") for name, given, count, reason in ROWS]


@pytest.mark.parametrize("name", NAMES)
def test_a_question_says_what_it_asks_in_two_languages_and_for_whom(name: str) -> None:
    question = named(name)
    assert question.swedish.endswith(("?", "."))
    assert question.english.endswith(("?", "."))
    assert question.audience
    assert "PREFIX" not in question.text


def test_there_are_more_than_twenty_and_each_is_asked_here() -> None:
    assert len(NAMES) > 20
    assert {name for name, *_ in ROWS} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_question_passes_the_guard(name: str) -> None:
    check(named(name).text)
    assert named(name).needs in {(), ("case",)}


@pytest.fixture(scope="module")
def engines(folder: Path) -> Engines:
    """The made-up graph in both."""
    return Engines.of(folder)


@pytest.mark.parametrize(("name", "given", "count"), CASES)
def test_a_question_gives_the_same_rows_on_two_engines(engines: Engines, name: str, given: Given, count: int | None) -> None:
    text = named(name).text_for(given)
    answer, (variables, rows) = engines.default(text, given), engines.rdflib(text, given)
    assert [tuple(map(words, row)) for row in answer.rows] == rows
    assert answer.variables == variables
    if count is None:
        assert rows
    else:
        assert len(rows) == count


def test_a_question_about_one_case_must_be_told_which() -> None:
    with pytest.raises(QueryError, match="--case"):
        named("builds-on").text_for(Given())


def test_an_unknown_question_is_told_where_the_names_are() -> None:
    with pytest.raises(QueryError, match="graf questions"):
        named("what-is-this")


@pytest.mark.parametrize("question", questions(), ids=NAMES)
def test_what_a_question_takes_it_selects(question: Question) -> None:
    selected = question.text.split("WHERE", 1)[0]
    variables = {"case": "?case", "as-of": "?asOf", "body": "?body"}
    assert all(variables[parameter] in selected for parameter in question.takes)
