"""What OCR's errors cost: at one sign in a hundred little, at three a good deal; docs/accuracy.md has the curve."""

from functools import cache

import pytest

from graf.extract import extract
from graf.model import Extraction
from graf.parse import parse
from graf.read import find_sources, read
from graf.score import load_gold, score
from graf.score.totals import Tally, tally
from tests.conftest import ROOT
from tests.noise import damaged
from tests.written import said

SEEDS = 3


@cache
def references(rate: float) -> Tally:
    """The references of the sample's gold, found in its texts with errors; the mean of several seeds, as one tally."""
    gold = load_gold(ROOT / "data" / "gold")
    raws = [read(source) for source in find_sources([ROOT / "data" / "sample"])]
    verdicts = []
    for seed in range(SEEDS if rate else 1):
        noisy = [type(raw)(raw.place, damaged(raw.text, rate, seed)[0], raw.digest) for raw in raws]
        verdicts += [v for v in score(gold, (extract(parse(raw)) for raw in noisy)) if v.measure == "reference"]
    return tally(verdicts)


def test_the_curve() -> None:
    clean, light, heavy = references(0.0), references(0.01), references(0.03)
    assert clean.recall - light.recall <= 0.05
    assert clean.precision - light.precision <= 0.015
    assert clean.recall - heavy.recall <= 0.20
    assert clean.precision - heavy.precision <= 0.10


def test_noise_is_the_same_from_run_to_run_and_nothing_at_no_rate() -> None:
    text = "Dnr STK-2016-796, § 12\n" * 20
    assert damaged(text, 0.05, 1) == damaged(text, 0.05, 1) != damaged(text, 0.05, 2)
    assert damaged(text, 0.0)[0] == text


LETTER = "Malmö stad\n\nTjänsteskrivelse\n\n{own}\n\nNämnden beslutade i maj 2016 i ärendet STK-2015-553 att avslå motionen.\n"


def trust(found: Extraction, normal: str) -> float:
    return next(reference.confidence for reference in found.references if reference.normal == normal)


@pytest.mark.parametrize("printed", ["STK-2O16-796", "STK-2016-7gG"])
def test_a_repaired_number_is_believed_less_and_others_as_much(printed: str) -> None:
    clean, noisy = said(LETTER.format(own="STK-2016-796")), said(LETTER.format(own=printed))
    assert noisy.document.own_case == "STK-2016-796"
    assert trust(noisy, "STK-2016-796") < trust(clean, "STK-2016-796")
    assert trust(noisy, "STK-2015-553") == trust(clean, "STK-2015-553")


def test_repairs_are_counted_and_told() -> None:
    (problem,) = said(LETTER.format(own="STK-2O16-7g6")).problems
    assert (problem.kind, problem.message.split()[0]) == ("repaired", "2")
    assert said(LETTER.format(own="STK-2016-796")).problems == ()


def test_a_quote_shows_the_text_as_it_stands() -> None:
    found = said(LETTER.format(own="STK-2O16-796"))
    assert next(reference.text for reference in found.references) == "STK-2O16-796"
