"""What is cited and not held, and the letter that asks for it."""

from dataclasses import replace

import msgspec

from graf.missing import authority_of, find_missing
from graf.model import CaseGraph, CaseId, Role
from graf.request import request_letters
from tests.factories import TOWN, case, day, mission
from tests.graphs import reference, resolution


def cited(graph: CaseGraph, *numbers: str) -> CaseGraph:
    found = (resolution(number, CaseId(TOWN, number)) for number in numbers)
    return replace(graph, resolutions=(*graph.resolutions, *found))


def test_a_case_that_is_held_or_never_cited_is_not_missing() -> None:
    graph, _ = mission()
    assert find_missing(graph) == ()
    assert [m.label for m in find_missing(cited(graph, "STK-2018-1094", "STK-2016-796"))] == ["STK-2016-796"]


def test_those_that_break_most_threads_come_first() -> None:
    graph, _ = mission()
    alone = case("STK-1999-1")
    found = find_missing(cited(replace(graph, cases=(*graph.cases, alone)), "STK-1999-1", "STK-2016-796"))
    assert [(m.label, m.threads) for m in found] == [("STK-2016-796", 1), ("STK-1999-1", 0)]


def test_a_missing_case_tells_who_cites_it_and_what_was_decided() -> None:
    graph, _ = mission()
    (thing,) = find_missing(cited(graph, "STK-2016-796", "STK-2016-796"))
    assert thing.documents == 1
    assert [words.quote for words in thing.citations] == ["se STK-2016-796"]
    assert thing.decided == ("2016-08 Kommunstyrelsen",)


def test_its_own_number_does_not_make_a_case_missing() -> None:
    graph, _ = mission()
    own = resolution("STK-2016-796", CaseId(TOWN, "STK-2016-796"), Role.OWN)
    assert find_missing(replace(graph, resolutions=(own,))) == ()


def test_the_minutes_of_a_meeting_are_missing_where_only_a_paragraph_of_them_is_cited() -> None:
    graph, _ = mission()
    said = msgspec.structs.replace(reference("§ 176", kind="paragraph"), body="Kommunfullmäktige", date=day("2016-08-25"))
    unheld = resolution("§ 176", None, reference=said, reason="no minutes of that meeting are held")
    vague = resolution("§ 9", None, reference=reference("§ 9", kind="paragraph"))
    (thing,) = find_missing(replace(graph, resolutions=(unheld, vague)))
    assert (thing.label, thing.case, thing.municipality) == ("Kommunfullmäktige 2016-08-25 § 176", None, TOWN)


def test_one_letter_for_each_authority_with_the_words_that_cite() -> None:
    graph, _ = mission()
    found = find_missing(cited(graph, "STK-2016-796"))
    elsewhere = replace(found[0], municipality="0180", label="KS 2018/1802")
    letters = request_letters((*found, elsewhere), {TOWN: "Malmö stad", "0180": "Stockholms stad"})
    assert letters.count("Till registrator, ") == 2
    assert "1. Ärende STK-2016-796:" in letters
    assert "Nämns i skrivelse.md: ”se STK-2016-796”" in letters
    assert "Stockholms stad" in letters.split("-" * 72)[1]


def test_a_town_is_asked_by_the_name_its_papers_bear() -> None:
    graph, _ = mission()
    assert authority_of(graph, TOWN) == "Malmö stad"
    assert authority_of(graph, "0180") == "Stockholms kommun"
