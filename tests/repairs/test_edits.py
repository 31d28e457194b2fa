"""The same text in other signs is read the same, and every offset leads back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graf.repairs import composed, joined

SAME = [
    pytest.param("Sa\u0308tra a\u030angbåt", "Sätra ångbåt", id="letters in pieces"),
    pytest.param("of\ufb01ciell re\ufb02ex", "officiell reflex", id="ligatures"),
    pytest.param("ett\r\ntvå\rtre", "ett\ntvå\ntre", id="line ends of other systems"),
    pytest.param("sam\u00adråd", "samråd", id="a soft hyphen"),
    pytest.param("sam\u00ad\nråd", "samråd", id="a soft hyphen at a line's end"),
]


@pytest.mark.parametrize(("text", "meant"), SAME)
def test_a_text_is_composed(text: str, meant: str) -> None:
    assert composed(text)[0] == meant


WHOLE = [
    pytest.param("kommun-\nstyrelsen", "kommunstyrelsen", id="a word that a line's end breaks"),
    pytest.param("miljö-\noch byggnadsnämnden", "miljö-\noch byggnadsnämnden", id="a word that shares its end"),
    pytest.param("STK-2016-\n796", "STK-2016-\n796", id="a number"),
    pytest.param("två  blanka", "två blanka", id="a doubled blank"),
    pytest.param("kolumn   kolumn", "kolumn   kolumn", id="columns"),
    pytest.param("E-\npost", "E-\npost", id="one letter before the hyphen"),
]


@pytest.mark.parametrize(("text", "meant"), WHOLE)
def test_what_a_line_breaks_is_joined(text: str, meant: str) -> None:
    assert joined(text)[0] == meant


def test_a_stretch_of_the_copy_leads_back_to_the_signs_it_stands_for() -> None:
    text = "A\u030aker of\ufb01ce"
    told, way = composed(text)
    assert (told, text[way.back(0) : way.end(1)], text[way.back(6) : way.end(9)]) == ("Åker office", "A\u030a", "f\ufb01")


@given(
    st.lists(st.sampled_from(["a\u030a", "å", "\ufb01", "\u00ad", "\r\n", "x", " ", "o\u0308", "-", "2016"]), max_size=30).map(
        "".join
    )
)
def test_the_way_back_is_ordered_and_inside_the_text(text: str) -> None:
    told, way = composed(text)
    assert told == unicodedata.normalize("NFC", told)
    spans = [(way.back(place), way.end(place + 1)) for place in range(len(told))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
    assert all(way.forth(way.back(place)) <= place for place in range(len(told)))
