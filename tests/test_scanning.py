"""Patterns that are tried only where their words stand find what they find on the whole text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graf.scanning import Guarded, Scanner, Vocabulary
from graf.tables import cue, cues, references, vocabulary
from graf.text import Folded

PATTERNS = tuple(row.pattern for row in references())
SCANNER = Scanner(PATTERNS)
PIECES = [
    "STK-",
    "2016",
    "-796",
    "/",
    "§ ",
    "§",
    " ",
    "dnr ",
    "Dnr.",
    "(",
    ")",
    ":",
    ", ",
    " och ",
    "12",
    "kap. ",
    "SOU ",
    "prop. ",
    "2016/17:",
    "KS ",
    "kommunstyrelsen",
    "nämnden",
    "den ",
    "maj ",
    "höst",
    "beslutet i maj 2016",
    "tidigare beslut om ",
    "Mål ",
    "T ",
    "1-11",
    "(EU) ",
    "\n",
    "\n\n",
    "å",
    "Å",
    "142 Dagordning ",
    "5 kap. 35 §",
    "ſou",
    "K",
    "٣",
    "–",
    "Dnr 36/13",
]
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))

Found = list[tuple[int, tuple[int, int]]]


def plainly(text: str) -> Found:
    """What every row finds, tried on every character."""
    return [(row, match.span()) for row, pattern in enumerate(PATTERNS) for match in pattern.finditer(text)]


def scanned(text: str) -> Found:
    return sorted((row, match.span()) for row, match in SCANNER.matches(text))


def test_the_sample_has_the_same_references_in_the_fast_form_and_the_readable_form(prose: str) -> None:
    assert len(plainly(prose)) > 100
    assert plainly(prose) == scanned(prose)


@given(TEXTS)
def test_any_text_has_the_same_references_in_the_fast_form_and_the_readable_form(text: str) -> None:
    folded = Folded(text).text
    assert plainly(folded) == scanned(folded)


@pytest.mark.parametrize("row", cues(), ids=lambda row: row.name)
def test_a_guarded_cue_finds_its_examples_and_what_the_bare_pattern_finds(row: object, prose: str) -> None:
    guarded, bare = cue(row.name), row.pattern  # type: ignore[attr-defined]
    for line in prose.splitlines():
        assert_same(guarded.search(line), bare.search(line))
        assert_same(guarded.match(line), bare.match(line))
        assert_same(guarded.search(line, 3, max(3, len(line) - 2)), bare.search(line, 3, max(3, len(line) - 2)))


def assert_same(one: re.Match[str] | None, other: re.Match[str] | None) -> None:
    assert (one and one.span()) == (other and other.span())


@pytest.mark.parametrize(
    "pattern", [r"(?<!\w)\w+(?<=nämnden)(?!\w)", r"\d{1,3}(?=\s[A-Z])", r"(?<=[a-z]),[ ]\d", r"[a-z]{2,4}+-\d"]
)
@given(
    text=st.lists(st.sampled_from(["vanämnden", "nämnden", " ", ", ", "1", "23 ", "Dnr", "ab", "-", "\n"]), max_size=30).map(
        "".join
    )
)
def test_words_that_are_looked_back_or_ahead_at_find_what_the_bare_pattern_finds(pattern: str, text: str) -> None:
    bare = re.compile(pattern)
    assert [match.span() for _, match in Scanner([bare]).matches(text)] == [match.span() for match in bare.finditer(text)]


def test_stretches_of_a_text_that_is_scanned_once_hold_what_each_holds_alone(prose: str) -> None:
    scan, signs, words = SCANNER.scan(prose), vocabulary().signs_in(prose), vocabulary().signs
    for start in range(0, len(prose) - 90, 61):
        alone = sorted((row, match.span()) for row, match in SCANNER.matches(prose, start, start + 90))
        assert sorted((row, match.span()) for row, match in scan.matches(start, start + 90)) == alone
        assert signs.within(start, start + 90) == words(prose[start : start + 90])


def test_a_pattern_without_words_is_tried_everywhere() -> None:
    pattern = re.compile(r"\w+-\w+|x\w")
    assert [(row, match.span()) for row, match in Scanner([pattern]).matches("a-b xy")] == [(0, (0, 3)), (0, (4, 6))]
    assert Guarded(pattern, Vocabulary([pattern])).search("xy")


def test_a_match_ends_where_the_next_may_begin() -> None:
    """As of ``finditer``: the second number of "1/2/3" begins in the first."""
    pattern = re.compile(r"\d/\d")
    assert [match.span() for _, match in Scanner([pattern]).matches("1/2/3/4")] == [(0, 3), (4, 7)]
