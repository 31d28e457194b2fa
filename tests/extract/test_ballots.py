"""Votes with their counts, and who did not agree, by party."""

import pytest

from tests.written import said

HEAD = "Sammanträdesprotokoll\nKommunstyrelsen\n2019-03-06\n\n§ 40 Dnr KS 2018/233\nCykelparkering\nBeslutsgång\n"

VOTES = [
    pytest.param("Med 8 ja-röster mot 5 nej-röster beslutar styrelsen att avslå motionen.", (8, 5, None), id="in a sentence"),
    pytest.param("25 ja-röster och 24 nej-röster samt 2 ledamöter avstår.", (25, 24, 2), id="with those who abstain"),
    pytest.param("Ja: 8 Nej: 5 Avstår: 1", (8, 5, 1), id="as a row of a table"),
    pytest.param("Motionen avslogs med 31 röster mot 18.", (31, 18, None), id="without ja and nej"),
]


@pytest.mark.parametrize(("words", "expected"), VOTES)
def test_a_vote_has_its_counts_and_its_item(words: str, expected: tuple[int, int, int | None]) -> None:
    (vote,) = said(f"{HEAD}{words}\n").votes
    assert (vote.yes, vote.no, vote.abstained) == expected
    assert (vote.item, vote.evidence.quote) == ("40", words)


DISSENTS = [
    pytest.param("Bo Alm (M) och Cia Dal (SD) reserverar sig mot beslutet.", ("reservation", ("M", "SD")), id="members"),
    pytest.param("Samtliga ledamöter från V och MP reserverar sig.", ("reservation", ("V", "MP")), id="letters without marks"),
    pytest.param("Vänsterpartiet reserverar sig mot beslutet.", ("reservation", ("V",)), id="a group by its name"),
    pytest.param("Reservation anfördes av borgarråden Ek och Alm (båda MP).", ("reservation", ("MP",)), id="several"),
    pytest.param("Särskilt uttalande gjordes av Dan Lind (KD).", ("statement", ("KD",)), id="a statement is no reservation"),
    pytest.param("Centerpartiet lämnar följande protokollsanteckning.", ("note", ("C",)), id="a note to the minutes"),
    pytest.param("Cia Dal (V) deltar inte i beslutet.", ("no-part", ("V",)), id="one who takes no part"),
]


@pytest.mark.parametrize(("words", "expected"), DISSENTS)
def test_who_did_not_agree_is_kept_by_party(words: str, expected: tuple[str, tuple[str, ...]]) -> None:
    (dissent,) = said(f"{HEAD}{words}\n").dissents
    assert (dissent.kind, dissent.parties, dissent.item) == (*expected, "40")


def test_money_set_aside_is_no_reservation() -> None:
    extraction = said(f"{HEAD}Nämnden reserverade medel för cykelvägar med 8 ledamöter närvarande.\n")
    assert (extraction.votes, extraction.dissents) == ((), ())
