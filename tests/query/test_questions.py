"""Every named question is told in full, gives what it promises, and gives the same on two engines."""

from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode
from rdflib import Graph
from rdflib import Literal as RdflibLiteral
from rdflib.term import Identifier, URIRef

from graf.errors import QueryError
from graf.model import CaseId
from graf.query import Given, Question, named, questions
from graf.query.engine import answer_from
from graf.query.guard import check
from graf.query.parameters import bind
from graf.query.stores import open_store
from graf.vocab import PREFIXES
from tests.factories import TOWN

NAMES = [question.name for question in questions()]
THREAD = Given(case=CaseId(TOWN, "STK-2016-796"))
ROWS = [
    ("actions-by-year", Given(body="Kommunstyrelsen"), 3, "three decisions of the executive committee in the thread"),
    ("actions-by-year", Given(), 6, "one kind of action a year and body, proposals left out"),
    ("answered-by-reference", Given(), 1, "one motion, answered by pointing at a case"),
    ("bodies-in-thread", THREAD, 11, "who decides, assigns, is assigned, proposes and issues"),
    ("builds-on", Given(case=CaseId(TOWN, "STK-2018-1094")), 4, "all the way back"),
    ("builds-on", Given(case=CaseId(TOWN, "STK-2015-553")), 0, "the first of its thread"),
    ("complements", Given(), 1, "one branch"),
    ("complements", Given(case=CaseId(TOWN, "STK-2017-488")), 0, "no branch at this step"),
    ("contradictions", Given(), 1, "proposed here and negated there"),
    ("decisions-of-case", Given(), 6, "every decision of every case, no proposal"),
    ("decisions-of-case", Given(case=CaseId(TOWN, "STK-2018-1094")), 1, "of one case, its proposal left out"),
    ("evidence-of-thread", THREAD, None, "every edge with its words"),
    ("instrument-changes", Given(), 1, "the council repeals the fund"),
    ("late-assignments", Given(as_of=date(2018, 4, 1)), 1, "one deadline has passed"),
    ("late-assignments", Given(as_of=date(2018, 7, 1)), 2, "two have"),
    ("late-assignments", Given(as_of=date(2018, 7, 1), body="stadskontoret"), 2, "both are the same office's"),
    ("late-assignments", Given(as_of=date(2018, 3, 31)), 0, "the last day of the month still counts"),
    ("late-assignments", Given(as_of=date(2020, 1, 1)), 2, "the answered one is not late, nor is what was only proposed"),
    ("late-assignments", Given(), 2, "on the day of the latest document"),
    ("led-to", Given(case=CaseId(TOWN, "STK-2015-553")), 4, "all that came of it"),
    ("missing-cases", Given(), None, "each with the case that names it"),
    ("moved-deadlines", Given(), 1, "one renewed task"),
    ("thread-duration", THREAD, 1, "one row for the thread"),
    ("to-review", Given(), None, "what is inferred or unsure"),
]
CASES = [pytest.param(name, given, count, id=f"{name}: {reason}") for name, given, count, reason in ROWS]


@pytest.mark.parametrize("name", NAMES)
def test_a_question_says_what_it_asks_in_two_languages_and_for_whom(name: str) -> None:
    question = named(name)
    assert question.swedish.endswith(("?", "."))
    assert question.english.endswith(("?", "."))
    assert question.audience
    assert "PREFIX" not in question.text


def test_there_are_fifteen_and_each_is_asked_here() -> None:
    assert len(NAMES) == 15
    assert {name for name, *_ in ROWS} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_question_passes_the_guard(name: str) -> None:
    check(named(name).text)
    assert named(name).needs in {(), ("case",)}


@pytest.mark.parametrize(("name", "given", "count"), CASES)
def test_a_question_gives_the_same_rows_on_two_engines(folder: Path, name: str, given: Given, count: int | None) -> None:
    text = named(name).text_for(given)
    store = open_store(folder / "graph.ttl")
    answer = answer_from(store, text, given, 1000)
    bound = {variable.value: _rdflib(term) for variable, term in bind(store, text, given).items()}
    found = Graph().parse(folder / "graph.ttl").query(text, initNs=dict(PREFIXES), initBindings=bound)
    other = [tuple(_words(cell) for cell in row) for row in found]  # type: ignore[union-attr]
    assert [tuple(_words(cell) for cell in row) for row in answer.rows] == other
    assert answer.variables == tuple(str(variable) for variable in found.vars or ())
    if count is None:
        assert other
    else:
        assert len(other) == count


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


def _rdflib(term: object) -> Identifier:
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    assert isinstance(term, Literal)
    return RdflibLiteral(term.value, datatype=URIRef(term.datatype.value))


def _words(cell: object) -> str | None:
    return None if cell is None else str(getattr(cell, "value", cell)) if isinstance(cell, NamedNode | Literal) else str(cell)
