"""The table of words is whole."""

from datetime import date
from enum import StrEnum

import pytest

from graf.model import Action, AssignmentState, DateExpression, Modality, Relation, Status
from graf.write.picture.words import LANGUAGES, words
from tests.factories import day, month


@pytest.mark.parametrize(
    ("table", "members"),
    [
        ("action", Action),
        ("relation", Relation),
        ("inverse", Relation),
        ("status", Status),
        ("modality", Modality),
        ("state", AssignmentState),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_has_a_word(table: str, members: type[StrEnum], language: str) -> None:
    assert {str(member) for member in members} == set(getattr(words(language), table))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (day("2018-11-26"), "26 november 2018"),
        (month(2016, 5), "maj 2016"),
        (month(2018, 12), "december 2018"),
        (DateExpression("2017", date(2017, 1, 1), date(2017, 12, 31)), "2017"),
        (DateExpression("2017-23", date(2017, 9, 1), date(2017, 11, 30)), "hösten 2017"),
        (None, "utan känt datum"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(value: DateExpression | None, said: str) -> None:
    assert said == words().when(value)
