"""What a phrase is about, whatever its endings."""

import pytest

from graf.words import overlap, stem, subject_stems

ONE_SUBJECT = [
    pytest.param("fonden", "fonder", id="definite and plural"),
    pytest.param("riktlinjerna", "riktlinjer", id="definite plural"),
    pytest.param("stärkt organisation", "stärkta organisationer", id="an adjective's ending"),
    pytest.param("Taxan", "taxan", id="a capital"),
]


@pytest.mark.parametrize(("one", "other"), ONE_SUBJECT)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert subject_stems(one) == subject_stems(other)


OVERLAPS = [
    pytest.param("gröna tak", "en utredning av gröna tak på skolor", 1.0, id="all of it"),
    pytest.param("gröna tak", "blå tak", 0.5, id="half of it"),
    pytest.param("gröna tak", "en ny simhall", 0.0, id="none of it"),
    pytest.param("beslutet i ärendet", "beslutet i ärendet", 0.0, id="words of every decision say nothing"),
    pytest.param("", "gröna tak", 0.0, id="nothing has no subject"),
    pytest.param("2016-796", "2016-796", 0.0, id="numbers are no subject"),
]


@pytest.mark.parametrize(("phrase", "other", "share"), OVERLAPS)
def test_the_share_of_a_subject_that_another_phrase_speaks_of(phrase: str, other: str, share: float) -> None:
    assert overlap(phrase, other) == share


def test_two_subjects_keep_two_stems() -> None:
    assert stem("taket") != stem("taxan")
