"""What was in force on a day, as far as the documents held tell."""

from datetime import date
from pathlib import Path

import pytest

from graf.instruments import Deed, Force, History, force_on, histories
from graf.model import DateExpression, Modality, PolicyInstrument, Relation
from graf.pipeline import build_graph
from tests.factories import day, month
from tests.papers import graph_of, item, letter, minutes

FUND = PolicyInstrument("styrmedel/1280/fond", "fond")


def did(relation: Relation, when: DateExpression | None, modality: Modality = Modality.DECIDED) -> Deed:
    return Deed(relation, modality, None, "Kommunfullmäktige", when, ())


BEGAN, ENDED = did(Relation.ADOPTS, day("2012-03-01")), did(Relation.REPEALS, month(2017, 8))
PROPOSED = did(Relation.ADOPTS, day("2015-01-01"), Modality.PROPOSED)
PROPOSED_END = did(Relation.REPEALS, day("2015-01-01"), Modality.PROPOSED)
CASES = [
    pytest.param((BEGAN, ENDED), "2012-02-28", Force.NOT_YET, id="before it began"),
    pytest.param((BEGAN, ENDED), "2012-03-01", Force.IN_FORCE, id="the day it began"),
    pytest.param((BEGAN, ENDED), "2017-07-31", Force.IN_FORCE, id="the day before the month of its end"),
    pytest.param((BEGAN, ENDED), "2017-08-15", Force.UNCERTAIN, id="within the month of its end"),
    pytest.param((BEGAN, ENDED), "2017-09-01", Force.ENDED, id="after its end"),
    pytest.param((ENDED,), "2016-01-01", Force.IN_FORCE, id="what was ended had begun, though nobody tells when"),
    pytest.param((did(Relation.AMENDS, day("2015-01-01")),), "2014-01-01", Force.IN_FORCE, id="what was changed had begun"),
    pytest.param((BEGAN, did(Relation.AMENDS, month(2015, 5))), "2015-05-10", Force.IN_FORCE, id="a change is no end"),
    pytest.param(
        (BEGAN, did(Relation.REPLACES, day("2015-01-01")), did(Relation.ADOPTS, day("2015-01-01"))),
        "2016-01-01",
        Force.IN_FORCE,
        id="a new one took the old one's place",
    ),
    pytest.param(
        (BEGAN, did(Relation.REPEALS, day("2015-01-01"), Modality.PROPOSED)), "2016-01-01", Force.IN_FORCE, id="proposed"
    ),
    pytest.param(
        (did(Relation.ADOPTS, day("2015-01-01"), Modality.PROPOSED),), "2016-01-01", Force.ONLY_PROPOSED, id="only so"
    ),
    pytest.param((did(Relation.ADOPTS, None),), "2016-01-01", Force.ONLY_PROPOSED, id="no day is known"),
]


@pytest.mark.parametrize(("deeds", "when", "force"), CASES)
def test_whether_an_instrument_was_in_force(deeds: tuple[Deed, ...], when: str, force: Force) -> None:
    assert force_on(History(FUND, deeds), date.fromisoformat(when)) is force


def test_what_papers_tell_of_one_thing_is_its_history() -> None:
    graph = graph_of(
        minutes(item(3, "STK-2012-191", "Kommunstyrelsen inrättar en trädfond."), day="2012-03-01"),
        letter("I augusti 2017 (STK-2017-488) upphävde kommunfullmäktige trädfonden."),
    )
    (history,) = histories(graph)
    assert [(deed.relation, deed.body) for deed in history.deeds] == [
        (Relation.ADOPTS, "Kommunstyrelsen"),
        (Relation.REPEALS, "Kommunfullmäktige"),
    ]
    assert all(deed.evidence for deed in history.deeds)


def test_a_thing_named_by_its_head_alone_is_the_one_that_the_same_paper_names_in_full() -> None:
    points = ("Kommunstyrelsen antar riktlinjer för trädvård.", "Kommunstyrelsen inrättar en social investeringsfond.")
    begun = minutes(item(3, "STK-2012-191", *points), day="2012-03-01")
    ended = minutes(item(4, "STK-2012-191", "Kommunstyrelsen upphäver fonden."), day="2017-03-01")
    found = {h.instrument.label: [deed.relation for deed in h.deeds] for h in histories(graph_of(begun, ended))}
    assert found["social investeringsfond"] == [Relation.ADOPTS, Relation.REPEALS]
    assert found["riktlinjer för trädvård"] == [Relation.ADOPTS]


def test_the_real_funds_were_in_force_from_2012_until_august_2017(shared: Path) -> None:
    found = {h.instrument.label: h for h in histories(build_graph([shared / "corpus"]))}
    (fund,) = [h for label, h in found.items() if "investeringsfond" in label]
    assert [(d.relation.value, d.date.edtf if d.date else None) for d in fund.done] == [
        ("adopts", "2012"),
        ("repeals", "2017-08"),
    ]
    assert force_on(fund, date(2016, 1, 1)) is Force.IN_FORCE
    assert force_on(fund, date(2018, 1, 1)) is Force.ENDED


CLOSES = [
    pytest.param("Kommunstyrelsen beslutar att anse kommissionens arbete som slutfört.", {"kommission"}, id="its work is done"),
    pytest.param("Kommissionens uppdrag anses slutfört.", {"kommission"}, id="its mandate is done"),
    pytest.param("Kommissionen anses avslutad.", {"kommission"}, id="held to be closed"),
    pytest.param("Kommissionen för ett grönt Malmö avslutas.", {"kommission"}, id="is closed, named in full"),
    pytest.param("Kommunstyrelsen upplöser kommissionen.", {"kommission"}, id="is dissolved"),
    pytest.param("Trädfonden läggs ned.", {"trädfond"}, id="is laid down"),
    pytest.param("Kommunstyrelsen lägger ned trädfonden.", {"trädfond"}, id="lays down"),
    pytest.param("Trädfonden upphör.", {"trädfond"}, id="ceases"),
    pytest.param("Trädfonden avvecklas.", {"trädfond"}, id="is wound up"),
    pytest.param("Kommunstyrelsen avslutar trädfonden.", {"trädfond"}, id="closes"),
    pytest.param("Kommunstyrelsen beslutade att lägga ned trädfonden.", {"trädfond"}, id="to lay down"),
    pytest.param("Kommunstyrelsen anser arbetet med riktlinjer för parker slutfört.", set(), id="work with it is not it"),
    pytest.param("Uppdraget om riktlinjer för parker anses slutfört.", set(), id="an assignment about it"),
    pytest.param("Kommunstyrelsen avslutar ärendet om trädfonden.", set(), id="a case about it"),
    pytest.param("Ärendet om trädfonden avskrivs.", set(), id="a case written off"),
    pytest.param("Motionen om trädfonden anses avslutad.", set(), id="a motion about it"),
    pytest.param("Trädfonden läggs inte ned.", set(), id="denied"),
    pytest.param("Kommunstyrelsen lägger ned mycket arbete på parker.", set(), id="to spend work on"),
    pytest.param("Trädfonden upphör med utlysningar.", set(), id="ceases to do something"),
]


@pytest.mark.parametrize(("words", "ended"), CLOSES)
def test_what_is_closed_is_no_longer_in_force_and_a_case_or_an_assignment_is_no_thing(words: str, ended: set[str]) -> None:
    begun = minutes(
        item(
            3,
            "STK-2012-191",
            "Kommunstyrelsen inrättar en kommission för ett grönt Malmö.",
            "Kommunstyrelsen inrättar en trädfond.",
            "Kommunstyrelsen antar riktlinjer för parker.",
        ),
        day="2012-03-01",
    )
    graph = graph_of(begun, minutes(item(4, "STK-2012-191", words), day="2017-03-01"))
    forces = {h.instrument.label.split()[0]: force_on(h, date(2018, 1, 1)) for h in histories(graph)}
    assert {label for label, force in forces.items() if force is Force.ENDED} == ended
    assert len(forces) == 3
    assert all(force_on(h, date(2016, 1, 1)) is Force.IN_FORCE for h in histories(graph))


def test_the_real_commission_is_closed_since_april_2013(shared: Path) -> None:
    (found,) = [h for h in histories(build_graph([shared / "corpus"])) if h.instrument.label.startswith("Kommission")]
    assert [force_on(found, date(*day)) for day in ((2012, 1, 1), (2016, 1, 1), (2018, 1, 1))] == [
        Force.IN_FORCE,
        Force.ENDED,
        Force.ENDED,
    ]


def test_things_named_by_their_kind_alone_are_each_cases_own() -> None:
    graph = graph_of(minutes(item(46, "KS-2018-92", "Nämnden antar taxan."), item(48, "KS-2018-96", "Nämnden antar taxan.")))
    assert [instrument.label for instrument in graph.instruments] == ["taxan", "taxan"]
    assert not [s for s in graph.statements if s.subject.endswith("KS-2018-92") and s.object.endswith("KS-2018-96")]


def test_a_year_in_its_name_tells_one_thing_from_the_next_and_who_adopted_it_is_no_part_of_it() -> None:
    points = (
        "Avfallstaxa för 2019 antas.",
        "Avfallstaxa för 2018 upphävs.",
        "Riktlinjer för gåvor, antagna av nämnden 2011, upphävs.",
    )
    words = "\n".join(f"{number}. {point}" for number, point in enumerate(points, 1))
    graph = graph_of(minutes(item(46, "KS-2018-92", words)))
    assert sorted(instrument.label for instrument in graph.instruments) == [
        "Avfallstaxa för 2018",
        "Avfallstaxa för 2019",
        "Riktlinjer för gåvor",
    ]
