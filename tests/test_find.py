"""From what a user types to a case."""

from dataclasses import replace

import pytest

from graf.errors import AmbiguousCaseError, UnknownCaseError
from graf.find import find_case, search
from graf.model import Action, Case, CaseGraph, CaseId
from tests.factories import case, decision, month, point

LUND = "1281"
SHORT = replace(case("STK-2013-145"), variants=("STK-2013-145", "145/2013"))
GRAPH = CaseGraph(
    cases=(
        case("STK-2016-796", held=True, title="Stärkt organisation för sociala investeringar"),
        case("STK-2016-797", title="Gatuträd längs kanalen"),
        SHORT,
        Case(CaseId("1280", "2010-363"), "363/2010"),
        Case(CaseId(LUND, "2010-363"), "363/2010"),
        Case(CaseId(LUND, "KS-2016-12"), "KS 2016/12", title="Gatuträd vid torget"),
        Case(CaseId("regeringen", "S-2014-1696"), "S2014/1696/FST"),
        Case(CaseId("okand-64d8ee1d", "KS-2020-88"), "KS 2020/88"),
    ),
)

SPELLINGS = [
    pytest.param("STK-2016-796", "1280:STK-2016-796", id="as printed"),
    pytest.param("stk-2016-796", "1280:STK-2016-796", id="small letters"),
    pytest.param("stk 2016/796", "1280:STK-2016-796", id="blank and slash"),
    pytest.param("  STK-2016-0796 ", "1280:STK-2016-796", id="zeros and blanks around"),
    pytest.param("dnr STK-2016-796", "1280:STK-2016-796", id="with its label"),
    pytest.param("STK\u20112016\u2011796", "1280:STK-2016-796", id="pasted, with hyphens that do not break"),
    pytest.param("1280:STK-2016-796", "1280:STK-2016-796", id="with its town"),
    pytest.param("145/2013", "1280:STK-2013-145", id="a short form that a document uses"),
    pytest.param("145/13", "1280:STK-2013-145", id="and with a short year"),
    pytest.param("Dnr 145/13", "1280:STK-2013-145", id="as the document prints it"),
    pytest.param("1281:363/2010", "1281:2010-363", id="a short number of one town"),
    pytest.param("ks 2016/12", "1281:KS-2016-12", id="another form of series"),
    pytest.param("S2014/1696/FST", "regeringen:S-2014-1696", id="a ministry's number"),
    pytest.param("okand-64d8ee1d:KS 2020/88", "okand-64d8ee1d:KS-2020-88", id="a document of unknown town"),
]


@pytest.mark.parametrize(("typed", "expected"), SPELLINGS)
def test_a_case_is_found_in_any_spelling(typed: str, expected: str) -> None:
    assert str(find_case(GRAPH, typed)) == expected


@pytest.mark.parametrize("label", [str(c.id) for c in GRAPH.cases])
def test_every_case_is_found_by_its_identity(label: str) -> None:
    assert str(find_case(GRAPH, label)) == label


def test_a_number_of_two_towns_is_asked_about() -> None:
    with pytest.raises(AmbiguousCaseError, match=r"1280:2010-363 or 1281:2010-363.*--municipality"):
        find_case(GRAPH, "363/2010")
    assert find_case(GRAPH, "363/2010", LUND).municipality == LUND


UNKNOWN = [
    pytest.param("STK-2016-798", "STK-2016-796", id="the nearest are named"),
    pytest.param("STK-2016-79", "STK-2016-796", id="a digit short"),
    pytest.param("0180:STK-2016-796", "no case", id="not in that town"),
    pytest.param("blommor", "graf find", id="words are looked for by another command"),
    pytest.param("", "no case", id="nothing at all"),
    pytest.param("(*[", "no case", id="signs that mean something in a pattern"),
]


@pytest.mark.parametrize(("typed", "told"), UNKNOWN)
def test_an_unknown_case_is_said_with_what_to_do(typed: str, told: str) -> None:
    with pytest.raises(UnknownCaseError) as caught:
        find_case(GRAPH, typed)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


# --- by subject ---------------------------------------------------------------------------------

SEARCHES = [
    pytest.param("sociala investeringar", ["STK-2016-796"], id="words of a title"),
    pytest.param("social investering", ["STK-2016-796"], id="in another form"),
    pytest.param("GATUTRÄD", ["STK-2016-797", "KS 2016/12"], id="both towns' cases, in a fixed order"),
    pytest.param("gatuträd torget", ["KS 2016/12", "STK-2016-797"], id="the better fit first"),
    pytest.param("363/10", ["363/2010", "363/2010"], id="a number finds the case of every town"),
    pytest.param("dagvatten", [], id="nothing fits"),
    pytest.param("", [], id="nothing asked"),
    pytest.param("och för att", [], id="words of no subject"),
]


@pytest.mark.parametrize(("typed", "expected"), SEARCHES)
def test_cases_are_found_by_their_subject(typed: str, expected: list[str]) -> None:
    assert [found.label for _, found in search(GRAPH, typed)] == expected


def test_the_words_of_a_decision_are_searched_too() -> None:
    told = decision("STK-2016-797", "Kommunstyrelsen", month(2016, 5), point(Action.ALLOCATE, quote="Medel till plantering"))
    graph = replace(GRAPH, decisions=(told,))
    assert [found.label for _, found in search(graph, "plantering")] == ["STK-2016-797"]


def test_how_well_a_case_fits_is_between_nothing_and_one() -> None:
    for typed in ("sociala investeringar", "363/10", "gatuträd längs kajen"):
        assert all(0 < fit <= 1 for fit, _ in search(GRAPH, typed))


def test_a_case_that_is_held_stands_before_one_that_is_only_cited() -> None:
    cited = Case(CaseId("0180", "A-1"), "A-1", title="Stärkt organisation för sociala investeringar")
    graph = replace(GRAPH, cases=(cited, *GRAPH.cases))
    assert [found.held for _, found in search(graph, "sociala investeringar")] == [True, False]
