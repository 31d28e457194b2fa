"""What a text says of how cases hang together: rows of decisions and stated relations; and who is named in it."""

import pytest

from graf.model import Relation
from tests.written import said

HEAD = "Malmö stad\nStadskontoret\n\nTjänsteskrivelse\n\nLäget för stadens kanaler\nSTK-2022-10\n\nÄrendet\n\n"

ROW = """\
Kommunstyrelsen har fattat en rad beslut om kanalerna:

- I mars 2017 uppdrogs åt stadskontoret att utreda nya bryggor (STK-2016-8).
- I juni 2018 godkändes utredningen (STK-2018-21).
- I maj 2019 upphävde kommunfullmäktige de gamla reglerna (STK-2019-5).
"""
BESIDE = "\nDet finns även andra ärenden som rör vattnet. I april 2018 antog kommunfullmäktige en badplan (STK-2017-70).\n"
PROSE = (
    "I mars 2017 beslutade kommunstyrelsen att utreda nya bryggor (STK-2016-8). "
    "I juni 2018 godkände kommunstyrelsen utredningen (STK-2018-21)."
)
ROWS = [
    pytest.param(ROW, [("row-of-decisions", ("STK-2016-8", "STK-2018-21", "STK-2019-5"))], id="a list with its lead-in"),
    pytest.param(
        ROW + BESIDE, [("row-of-decisions", ("STK-2016-8", "STK-2018-21", "STK-2019-5"))], id="a side branch stays out"
    ),
    pytest.param(PROSE, [("background-in-order", ("STK-2016-8", "STK-2018-21"))], id="a paragraph in order of time"),
    pytest.param("I mars 2017 kom STK-2016-8 in. I maj 2016 kom STK-2016-2 in.", [], id="no decisions, no row"),
    pytest.param(
        "I maj 2019 antogs en plan (STK-2018-2). I mars 2017 antogs en annan (STK-2016-8).", [], id="not in order of time"
    ),
    pytest.param(BESIDE, [], id="a paragraph of side branches alone"),
    pytest.param("I mars 2017 beslutade kommunstyrelsen om bryggor (STK-2016-8).", [], id="one decision is no row"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_rows_of_decisions(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(row.rule, row.cases) for row in said(HEAD + text).sequences] == expected


def test_a_row_has_the_words_of_its_lead_in_and_of_each_decision() -> None:
    (row,) = said(HEAD + ROW).sequences
    assert row.lead_in is not None
    assert "en rad beslut" in row.lead_in.quote
    assert [case in words.quote for case, words in zip(row.cases, row.evidence, strict=True)] == [True] * 3


OWN = "STK-2022-10"
RELATIONS = [
    pytest.param(
        "Rapporten är ett komplement till ärendet STK-2020-3.", [("complements", OWN, "STK-2020-3")], id="the own case"
    ),
    pytest.param(
        "Utredningen STK-2019-4 är ett komplement till STK-2020-3.",
        [("complements", "STK-2019-4", "STK-2020-3")],
        id="a case named before the cue",
    ),
    pytest.param(
        "Rapporten kompletteras av ärendet STK-2020-3.", [("complements", "STK-2020-3", OWN)], id="the passive turns it"
    ),
    pytest.param("Se även ärende STK-2020-3.", [("seeAlso", OWN, "STK-2020-3")], id="see also"),
    pytest.param(
        "Skrivelsen lämnas med anledning av kommunstyrelsens beslut i maj 2020 (STK-2020-3).",
        [("occasionedBy", OWN, "STK-2020-3")],
        id="with a body and a month between",
    ),
    pytest.param("Detta är en fortsättning på ärendet STK-2020-3.", [("continues", OWN, "STK-2020-3")], id="continues"),
    pytest.param("Enligt förslaget (STK-2020-3) byggs två broar.", [], id="the own proposal is no lineage"),
    pytest.param("I ärende STK-2020-3 prövas frågan om en bro.", [], id="a plain mention"),
]


@pytest.mark.parametrize(("text", "expected"), RELATIONS)
def test_relations(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(r.relation, r.source, r.target) for r in said(HEAD + text).relations] == [
        (Relation(relation), source, target) for relation, source, target in expected
    ]


def test_a_list_of_papers_states_no_relation() -> None:
    papers = HEAD.replace("Ärendet", "Beslutsunderlag") + "- Komplement till ärendet STK-2020-3\n"
    assert said(papers).relations == ()


MINUTES = """\
Malmö stad
Kommunstyrelsen

Protokollsutdrag

Beslutande ledamöter
Vera Alm (S) (Ordförande)
Lars G Ek (MP)

Övriga närvarande
Disa Lund (Stadsdirektör)

Sekreterare
\tIvar Britt-Marie Ask

§ 4 Simhallen

STK-2021-9

Sammanfattning

Simlärare Anna Berg har ringt kommunen. Anders Bo är besviken. Tove Norr (S) frågar om taxan.
"""


def test_people_stand_only_in_public_roles() -> None:
    found = [(person.name, person.party, person.role) for person in said(MINUTES).people]
    assert found == [
        ("Vera Alm", "S", "ordförande"),
        ("Lars G Ek", "MP", None),
        ("Disa Lund", None, "stadsdirektör"),
        ("Ivar Britt-Marie Ask", None, "sekreterare"),
        ("Tove Norr", "S", None),
    ]


def test_a_person_stands_at_the_name() -> None:
    assert [MINUTES[p.span.start : p.span.end] for p in said(MINUTES).people] == [p.name for p in said(MINUTES).people]


def test_a_document_that_names_no_town_and_no_number_says_so() -> None:
    assert {problem.kind for problem in said("Tjänsteskrivelse\n\nNya lekplatser i hamnen\n").problems} == {
        "no-authority",
        "no-own-case",
    }


def test_a_document_with_both_has_no_problems() -> None:
    assert said("Malmö stad\nTjänsteskrivelse\nNya lekplatser i hamnen\nSTK-2019-5\n").problems == ()


def test_an_empty_text_says_nothing() -> None:
    found = said("")
    assert (found.references, found.points, found.relations, found.sequences, found.people) == ((), (), (), (), ())
