"""What holds for any text at all."""

import itertools
import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graf.dates import find_dates
from graf.matching import find_bodies, find_printed
from graf.model import Span
from graf.text import Folded, sentences, squeeze
from tests.written import said

# Pieces that patterns look for, so that random texts come near them.
PLAIN = "STK-|2016|-796|/|§ |§| |dnr |Dnr.|(|)|:|, | och |12|kap. |SOU |prop. |2016/17:|KS |kommunstyrelsen|nämnden"
ODD = "den |maj |hösten |. |- |1. |a|Å|beslut|Mål |T |1-11|(EU) |\n|\n\n|\u00ad|\u2011|\u00a0|\u0430|\ufeff|\x02"
PIECES = st.sampled_from(f"{PLAIN}|{ODD}".split("|"))
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))
SERIES = st.sampled_from(["STK", "KSN", "BUN", "KSF", "RS"])
YEARS = st.integers(1950, 2049)
SERIALS = st.integers(10, 99_999)


def spellings(series: str, year: int, serial: int) -> tuple[str, ...]:
    """The forms in which one number of a diary is printed."""
    return (
        f"{series}-{year}-{serial}",
        f"{series} {year}-{serial}",
        f"{series} {year}/{serial}",
        f"{series}-{year}/{serial}",
        f"Dnr {series} {year}/{serial}",
        f"{series}\u2011{year}\u2011{serial}",
        f"{series}-{year}-\n{serial}",
        f"{series}\u00a0{year}/{serial}",
        f"{series}-{year}-\u00ad{serial}",
        f"{series}-{year}-{serial:06}",
    )


def key_of(printed: str) -> str:
    (found,) = find_printed(Folded(f"Se {printed}.").text)
    return found.key


def are_in_order(spans: list[Span], end: int) -> bool:
    """Ordered, disjoint, not empty, and inside the text."""
    return all(0 <= span.start < span.end <= end for span in spans) and all(
        one.end <= other.start for one, other in itertools.pairwise(spans)
    )


@given(TEXTS)
@example("Dnr 145/13 och 363/10, STK-2016-\n796 § 12")
def test_references_are_ordered_and_disjoint_and_inside_the_text(text: str) -> None:
    folded = Folded(text).text
    assert are_in_order([printed.span for printed in find_printed(folded)], len(folded))


@given(TEXTS)
def test_the_words_of_a_reference_stand_at_its_span(text: str) -> None:
    folded = Folded(text).text
    assert all(folded[p.span.start : p.span.end] == p.text for p in find_printed(folded))


@given(TEXTS)
@example("kommunstyrelsens arbetsutskotts nämnden")
def test_bodies_are_ordered_and_disjoint_and_inside_the_text(text: str) -> None:
    assert are_in_order([body.span for body in find_bodies(text)], len(text))


@given(TEXTS)
@example("i maj 2016 2016-05-01 den 1 maj 2016")
def test_dates_are_ordered_and_disjoint_and_inside_the_text(text: str) -> None:
    assert are_in_order([mention.span for mention in find_dates(text)], len(text))


@given(TEXTS)
def test_the_bounds_of_a_date_are_ordered(text: str) -> None:
    assert all(mention.date.earliest <= mention.date.latest for mention in find_dates(text))


@given(TEXTS)
def test_sentences_are_ordered_and_disjoint_and_leave_out_only_blanks(text: str) -> None:
    found = list(sentences(text))
    assert are_in_order([Span(*pair) for pair in found], len(text))
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())


@given(TEXTS)
@example("in\u00advesterings\u00adfond STK\u20112016-\n796")
def test_every_stretch_of_a_folded_text_leads_back_inside_the_text_and_in_order(text: str) -> None:
    folded = Folded(text)
    spans = [folded.span(place, place + 1) for place in range(len(folded.text))]
    assert are_in_order([Span(*pair) for pair in spans], len(text))


@given(TEXTS)
@example("a\u00ad\u00adb\u2011\u00a0c")
@example("\ufb00ekt")
def test_a_place_of_a_folded_text_round_trips(text: str) -> None:
    folded = Folded(text)
    first = {folded.offset(place): place for place in reversed(range(len(folded.text)))}  # the letters of a ligature share one
    assert all(folded.folded(offset) == place for offset, place in first.items())


@given(SERIES, YEARS, SERIALS)
@example("STK", 2016, 796)
def test_every_spelling_of_a_number_gives_one_key(series: str, year: int, serial: int) -> None:
    assert {key_of(printed) for printed in spellings(series, year, serial)} == {f"{series}-{year}-{serial}"}


@given(YEARS, st.integers(1, 1899))
@example(2013, 145)
def test_a_short_number_has_one_key_with_two_digits_of_the_year_or_four(year: int, serial: int) -> None:
    assert key_of(f"dnr {serial}/{year % 100:02}") == key_of(f"Dnr. {serial}/{year}") == f"{year}-{serial}"


@given(st.tuples(SERIES, YEARS, SERIALS), st.tuples(SERIES, YEARS, SERIALS), st.integers(0, 9), st.integers(0, 9))
def test_two_numbers_never_have_one_key(
    one: tuple[str, int, int], other: tuple[str, int, int], spelling: int, second: int
) -> None:
    assert (key_of(spellings(*one)[spelling]) == key_of(spellings(*other)[second])) is (one == other)


# --- twins: the same text in other signs --------------------------------------------------------

TOLD = "KS 2018/14|dnr 145/13|§ 12|SOU 2015:88|kommunstyrelsen beslutade i maj 2016 att avslå motionen|Nämnden antog planen"
WORDS = st.sampled_from(
    f"{TOLD}|Åsa Öberg (S) yrkar bifall|för ärendet|och|\u00e5rsredovisningen|senast den 1 mars 2019".split("|")
)
LETTERS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
HEAD = "Malmö stad\n\nTjänsteskrivelse\n\nSTK-2016-796\n\nÄrendet\n\n"


def _softened(text: str) -> str:
    return re.sub(r"(?<=[a-zåäö]{3})(?=[a-zåäö]{3})", "\u00ad", text)


def _doubled(text: str) -> str:
    return text.replace(" ", "  ")


TWINS = {
    "letters in pieces": lambda text: unicodedata.normalize("NFD", text),
    "other line ends": lambda text: text.replace("\n", "\r\n"),
    "soft hyphens": _softened,
    "doubled blanks": _doubled,
}


def facts(text: str) -> tuple[object, ...]:
    """What a text says, without places; words as they would be printed plainly."""
    found = said(text)
    document = found.document
    return (
        (document.own_case, document.authority, document.kind, document.date),
        [(r.kind, r.normal, r.key, r.role, r.date, r.body, squeeze(r.text), r.confidence) for r in found.references],
        [(p.action, p.status, p.body, p.date, p.deadline, p.cases, squeeze(p.evidence.quote)) for p in found.points],
        [(person.name, person.party) for person in found.people],
    )


@pytest.mark.parametrize("twin", TWINS.values(), ids=TWINS)
@given(words=LETTERS)
@settings(max_examples=30)
def test_the_same_text_in_other_signs_says_the_same(twin: Callable[[str], str], words: str) -> None:
    text = f"{HEAD}{words}.\n"
    assert facts(twin(text)) == facts(text)


@pytest.mark.parametrize("twin", TWINS.values(), ids=TWINS)
def test_a_quote_of_a_twin_is_its_text_at_its_place(twin: Callable[[str], str]) -> None:
    text = twin(f"{HEAD}Kommunstyrelsen beslutade i maj 2016 i ärendet KS 2018/14, § 12, att avslå motionen.\n")
    found = said(text)
    assert [r.text for r in found.references] == [text[r.span.start : r.span.end] for r in found.references] != []
    assert [p.evidence.quote for p in found.points] == [text[p.evidence.start : p.evidence.end] for p in found.points] != []
