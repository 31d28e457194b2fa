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
