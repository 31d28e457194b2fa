"""Meetings are built from minutes; people are counted by role and party unless they are asked for."""

from pathlib import Path

import pytest

from graf.lineage import link, without_people
from graf.lineage.meetings import role_of
from graf.lineage.people import nameless
from graf.model import CaseGraph, DissentKind, MeetingRole
from graf.pipeline import extract_all
from tests.minutes import MINUTES, NAMES


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> CaseGraph:
    """The graph of one council's minutes, with people."""
    folder = tmp_path_factory.mktemp("minutes")
    (folder / "protokoll.txt").write_text(MINUTES, encoding="utf-8")
    return link(extract_all([folder]), people=True)


def test_minutes_make_a_meeting_of_their_body_and_day(named: CaseGraph) -> None:
    (meeting,) = named.meetings
    assert meeting.key == "sammantrade/1280/kommunstyrelsen-2019-03-06"
    assert meeting.documents == ("protokoll.txt",)


def test_who_is_listed_took_part_in_each_role_the_list_tells(named: CaseGraph) -> None:
    told = {(one.person, one.role, one.party) for one in named.participations}
    assert told == {
        ("Vilma Stenkvist", MeetingRole.CHAIR, "S"),
        ("Ture Granlid", MeetingRole.ELECTED, "M"),
        ("Ture Granlid", MeetingRole.CERTIFIER, "M"),
        ("Signe Havsulv", MeetingRole.ELECTED, "S"),
        ("Elof Rosendahl", MeetingRole.ELECTED, "S"),
        ("Tora Mosskulle", MeetingRole.ELECTED, "C"),
        ("Alma Björksjö", MeetingRole.SECRETARY, None),
    }


def test_without_people_they_are_counted_by_role_and_party(named: CaseGraph) -> None:
    told = {(one.role, one.party): (one.count, one.person) for one in without_people(named).participations}
    assert told[MeetingRole.ELECTED, "S"] == (2, None)
    assert told[MeetingRole.CHAIR, "S"] == (1, None)


def test_leaving_people_out_twice_is_leaving_them_out_once(named: CaseGraph) -> None:
    once = without_people(named)
    assert without_people(once) == once


def test_a_vote_is_on_the_decision_of_its_item(named: CaseGraph) -> None:
    (ballot,) = named.ballots
    assert (ballot.yes, ballot.no, ballot.abstained) == (8, 5, None)
    assert ballot.decision == "beslut/1280/kommunstyrelsen-2019-03-06-p41"


def test_dissents_have_their_kind_parties_and_decision(named: CaseGraph) -> None:
    told = {(one.kind, one.parties, one.decision, one.people) for one in named.stands}
    decision = "beslut/1280/kommunstyrelsen-2019-03-06-p41"
    assert told == {
        (DissentKind.RESERVATION, ("C", "M"), decision, ("Ture Granlid", "Tora Mosskulle")),
        (DissentKind.STATEMENT, ("V",), decision, ("Ivar Tallhed",)),
    }


def test_a_quote_without_people_is_cut_from_the_text_and_has_no_name(named: CaseGraph) -> None:
    quotes = [words for one in without_people(named).stands for words in one.evidence]
    assert quotes
    for words in quotes:
        assert MINUTES[words.start : words.end] == words.quote
        assert not any(part in words.quote for name in NAMES for part in name.split())
        assert not words.before
        assert not words.after


@pytest.mark.parametrize(
    ("quote", "kept", "reason"),
    [
        ("Vera Alm (M) reserverar sig mot beslutet.", "(M) reserverar sig mot beslutet.", "the name comes first"),
        (
            "Mot beslutet reserverar sig Vera Alm (M).",
            "beslutet reserverar sig",
            "the name comes last; a capital may be a name",
        ),
        ("Reservation anfördes av Vera Alm (M).", "Reservation anfördes av", "the cue's own capital is no name"),
        ("Bo Ek (Fi) och Vera Alm (M) reserverar\nsig.", "(M) reserverar\nsig.", "a cue may run over a line"),
        ("utan något känt uttryck säger Vera Alm nej", "utan något känt uttryck säger", "no cue: the longest stretch"),
    ],
    ids=lambda value: value[:40],
)
def test_the_stretch_of_a_sentence_that_holds_no_name(quote: str, kept: str, reason: str) -> None:
    assert quote[slice(*nameless(quote))] == kept, reason


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("ordförande", MeetingRole.CHAIR),
        ("1:e vice ordförande", MeetingRole.VICE_CHAIR),
        ("utses att justera", MeetingRole.CERTIFIER),
        ("nämndsekreterare", MeetingRole.SECRETARY),
        ("utvecklingssekreterare", MeetingRole.OFFICIAL),
        ("ersättare", MeetingRole.SUBSTITUTE),
        ("stadsdirektör", MeetingRole.OFFICIAL),
        (None, MeetingRole.ELECTED),
    ],
)
def test_the_words_beside_a_name_tell_the_role(words: str | None, role: MeetingRole) -> None:
    assert role_of(words) is role


def test_a_letter_is_no_meeting(tmp_path: Path) -> None:
    letter = MINUTES.replace("Protokollsutdrag", "Tjänsteskrivelse")
    (tmp_path / "brev.txt").write_text(letter, encoding="utf-8")
    graph = link(extract_all([tmp_path]), people=True)
    assert graph.participations == ()
