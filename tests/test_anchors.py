"""The words that a pattern requires, and what its matches begin with, are read from the pattern itself."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graf.anchors import anchors, opening, tail
from graf.plain import fold
from graf.tables import TABLES

PATTERNS = sorted(
    {
        found
        for table in TABLES.values()
        for row in table()
        for field in ("pattern", "now", "past", "headings")
        if (found := getattr(row, field, None))
    },
    key=lambda pattern: pattern.pattern,
)

WORDS = {
    "a choice is every word of it": (r"(?:beslutar|beslöt)\b", {"beslutar", "beslöt"}),
    "the longer word holds the shorter": (r"(?:att )?upphäva", {"upphäva"}),
    "what may be missing is not required": (r"(?:dnr )?STK", {"stk"}),
    "any digit is 0": (r"(?:19|20)\d\d-[0-9]", {"0000-0"}),
    "any blank is a space": (r"SOU\s\d", {"sou 0"}),
    "a number that goes on shows its first digit and its last": (r"§\d{1,4}:", {"§0"}),
    "what is looked ahead at stands in the text": (r"\w+(?= nämnden)", {" nämnden"}),
    "what must not stand there is no word": (r"(?<!\w)\w+(?! nämnden)", set()),
    "a choice with a branch without words requires none": (r"STK|\w+", set()),
    "a group within a repeat": (r"(?:nämnd ?)+", {"nämnd"}),
    "few characters are spelt out": (r"[Kk]F[/-]", {"kf/", "kf-"}),
}

BEGINNINGS = {
    "capitals": (r"(?<![\w/])(?P<series>[A-ZÅÄÖ]{2,6})-\d", r"[A-ZÅÄÖ](?<![\w/].)"),
    "what may be missing, and what follows it": (r"(?:Dnr )?\d", r"[D\d]"),
    "what is looked ahead at, where nothing else is matched": (r"(?=Nämnd)|§", "[N§]"),
    "each branch": (r"(?:SOU|Ds) \d", "[SD]"),
}


@pytest.mark.parametrize(("pattern", "words"), WORDS.values(), ids=WORDS)
def test_the_words_of_a_pattern(pattern: str, words: set[str]) -> None:
    assert {fold(word) for word in words} == anchors(re.compile(pattern)).words


@pytest.mark.parametrize(("pattern", "characters"), BEGINNINGS.values(), ids=BEGINNINGS)
def test_what_a_match_begins_with(pattern: str, characters: str) -> None:
    found = opening(re.compile(pattern))
    assert found is not None
    assert characters == found.pattern


@pytest.mark.parametrize("pattern", [r".\d", r".*x", "(?:x)?"])
def test_nothing_is_told_of_a_beginning_that_may_be_anything(pattern: str) -> None:
    assert opening(re.compile(pattern)) is None


def test_a_pattern_that_ends_with_the_text_is_looked_for_at_its_end() -> None:
    pattern = re.compile(r"(?<!\w)(?:till|åt)[ \n]$")
    reach = tail(pattern)
    assert reach == 6
    text = "remitteras åt och till "
    found = pattern.search(text)
    assert found is not None
    assert found.start() >= len(text) - reach


@pytest.mark.parametrize("pattern", [r"till", r"till.*$", r"till$|åt$"])
def test_a_pattern_that_may_end_before_the_text_does_is_looked_for_everywhere(pattern: str) -> None:
    assert tail(re.compile(pattern)) is None


@given(st.text())
def test_a_folded_text_keeps_every_place(text: str) -> None:
    assert len(text) == len(fold(text))
    assert fold(text).isascii()


def test_letters_that_ignoring_case_takes_for_ours_fold_alike() -> None:
    """``re`` finds "ſ" for s, the sign of Kelvin for k, that of Ångström for å, and digits of any script."""
    for pattern, odd in [("s", "ſ"), ("k", "\u212a"), ("å", "\u212b"), ("i", "ı"), ("i", "İ"), (r"\d", "٣"), (r"\s", "\u2003")]:
        assert re.fullmatch(pattern, odd, re.IGNORECASE)
        assert anchors(re.compile(pattern)).words == {fold(odd)}


def test_every_match_of_every_row_holds_one_of_its_words_within_reach(prose: str) -> None:
    for pattern in PATTERNS:
        found = anchors(pattern)
        for match in pattern.finditer(prose) if found.words else ():
            around = fold(prose[match.start() : match.start() + found.behind])
            first = min(place for word in found.words if (place := around.find(word)) >= 0)
            assert first <= found.before, f"{match.group()!r} of {pattern.pattern[:60]}"


def test_every_match_of_every_row_begins_as_told(prose: str) -> None:
    for pattern in PATTERNS:
        begins = opening(pattern)
        assert begins is None or all(begins.match(prose, match.start()) for match in pattern.finditer(prose) if match.group())
