"""Meetings, who took part in them by role and party, votes, and those who stood outside a decision."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from graf.keys import case_key, meeting_key, slug
from graf.lineage.material import Read
from graf.model import (
    Ballot,
    CaseGraph,
    CaseId,
    Decision,
    Dissent,
    DissentKind,
    Document,
    Evidence,
    Meeting,
    MeetingRole,
    Modality,
    Participation,
    PersonMention,
    Stand,
    Vote,
)
from graf.tables import meeting_roles

_MINUTES = {"protokoll", "protokollsutdrag"}
_HEADING = re.compile(
    r"(?:(?:Beslutande|Närvarande|Frånvarande|Övriga|Justera(?:re|nde)|Ordförande|Vice|Sekreterare|Ledam(?:ot|öter)|"
    r"(?:Tjänstgörande\s+)?Ersättare|Från)\s+)+"
)


_Told = TypeVar("_Told", Ballot, Stand)


@dataclass(frozen=True, slots=True)
class _Someone:
    """A person at a meeting in one role."""

    meeting: str
    role: MeetingRole
    name: str
    party: str | None


def with_meetings(graph: CaseGraph, reads: tuple[Read, ...]) -> CaseGraph:
    """The graph with the meetings of its documents and decisions, and what happened at them; people are named."""
    ends = _Ends.of(graph.decisions)
    return replace(
        graph,
        meetings=_meetings(graph),
        participations=_participations(reads),
        ballots=_joined(_ballot(read, vote, ends) for read in reads for vote in read.extraction.votes),
        stands=_joined(_stand(read, told, ends) for read in reads for told in read.extraction.dissents),
    )


# --- meetings and who took part -----------------------------------------------------------------


def _meetings(graph: CaseGraph) -> tuple[Meeting, ...]:
    """Every meeting that has minutes, and every one whose decision is told with its day and §."""
    found: dict[str, Meeting] = {}
    for decision in graph.decisions:
        if decision.status.holds and decision.body and decision.date and decision.paragraph:
            key = meeting_key(decision.key.split("/")[1], decision.body, decision.date)
            if key:
                found.setdefault(key, Meeting(key, decision.body, decision.date))
    for document in graph.documents:
        if key := _meeting_of(document):
            assert document.body
            assert document.date
            known = found.get(key) or Meeting(key, document.body, document.date)
            found[key] = replace(known, documents=(*known.documents, document.name))
    return tuple(found[key] for key in sorted(found))


def _meeting_of(document: Document) -> str | None:
    """The meeting that a document is the minutes of."""
    if document.kind in _MINUTES and document.municipality and document.body and document.date:
        return meeting_key(document.municipality, document.body, document.date)
    return None


def _participations(reads: Iterable[Read]) -> tuple[Participation, ...]:
    """Everybody whom the heads of minutes list, once in each role; who is known by role is not told as merely elected."""
    found: dict[tuple[str, str], list[_Someone]] = defaultdict(list)
    for read in reads:
        if meeting := _meeting_of(read.extraction.document):
            for mention in read.extraction.people:
                if someone := _someone(meeting, mention):
                    found[meeting, someone.name].append(someone)
    return tuple(
        Participation(meeting, role, party, 1, name)
        for (meeting, name), same in sorted(found.items())
        for party in [next((one.party for one in same if one.party), None)]
        for role in _roles(same)
    )


def _roles(same: list[_Someone]) -> list[MeetingRole]:
    told = {one.role for one in same}
    # who certifies the minutes has a seat as well
    seats = told - {MeetingRole.ELECTED, MeetingRole.OFFICIAL, MeetingRole.CERTIFIER}
    return sorted(told - {MeetingRole.ELECTED, MeetingRole.OFFICIAL} if seats else told)


def _someone(meeting: str, mention: PersonMention) -> _Someone | None:
    """A person listed outside the items; who has neither party nor role is nobody that the public need know."""
    name = _HEADING.sub("", mention.name, count=1)
    if mention.item is not None or not (mention.party or mention.role) or len(name.split()) < 2:
        return None
    return _Someone(meeting, role_of(mention.role), name, mention.party.upper() if mention.party else None)


def role_of(words: str | None) -> MeetingRole:
    """The role that the words beside a name tell; an office's title makes an official.

    >>> [str(role_of(words)) for words in ("2:e vice ordförande", "stadsdirektör", None)]
    ['vice_chair', 'official', 'elected']
    """
    if words is None:
        return MeetingRole.ELECTED
    named = next((row.name for row in meeting_roles() if row.pattern.search(words)), "official")
    return MeetingRole(named)


# --- votes and dissents -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Ends:
    """The decision that each § of each document tells of, where it is one alone; a proposal where nothing is decided."""

    decided: dict[tuple[str, str | None], Decision | None]
    proposed: dict[tuple[str, str | None], Decision | None]

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> "_Ends":
        maps: dict[Modality, dict[tuple[str, str | None], Decision | None]] = {Modality.DECIDED: {}, Modality.PROPOSED: {}}
        for decision in decisions:
            at = maps.get(decision.status, {})
            for document in {words.document for point in decision.points for words in (point.evidence, *point.more)}:
                place = document, decision.paragraph
                at[place] = decision if at.get(place, decision) is decision else None
        return cls(maps[Modality.DECIDED], maps[Modality.PROPOSED])

    def at(self, document: str, item: str | None) -> Decision | None:
        place = document, item
        return self.decided[place] if place in self.decided else self.proposed.get(place)


def _place(read: Read, item: str | None, ends: _Ends) -> tuple[CaseId | None, Decision | None, str]:
    """The case and decision that a sentence of an item bears on, and the tail of their key; the document's where neither is."""
    decision = ends.at(read.extraction.document.name, item)
    case = read.own(item) or (decision.case if decision else None)
    home = decision.key if decision else case_key(case) if case else f"//{read.extraction.document.digest[:16]}"
    return case, decision, f"{home.split('/')[1] or read.scope}/{home.rsplit('/', 1)[1]}"


def _ballot(read: Read, vote: Vote, ends: _Ends) -> Ballot:
    case, decision, tail = _place(read, vote.item, ends)
    counts = "-".join(str(count) for count in (vote.yes, vote.no, vote.abstained) if count is not None)
    key = f"omrostning/{tail}-{counts}"
    return Ballot(key, case, decision.key if decision else None, vote.yes, vote.no, vote.abstained, (vote.evidence,))


def _stand(read: Read, told: Dissent, ends: _Ends) -> Stand:
    case, decision, tail = _place(read, told.item, ends)
    kind, parties = DissentKind(told.kind), tuple(sorted({letters.upper() for letters in told.parties}))
    key = "-".join((f"avvikelse/{tail}-{kind}", *map(slug, parties)))
    words = told.evidence
    people = [m.name for m in read.extraction.people if words.start <= m.span.start and m.span.end <= words.end]
    names = tuple(dict.fromkeys(name for found in people if len((name := _HEADING.sub("", found, count=1)).split()) > 1))
    return Stand(key, case, decision.key if decision else None, kind, parties, (words,), names)


def _joined(told: Iterable[_Told]) -> tuple[_Told, ...]:
    """What many documents tell of, once, with all their words."""
    same: dict[str, list[_Told]] = defaultdict(list)
    for one in told:
        same[one.key].append(one)
    return tuple(replace(same[key][0], evidence=_distinct(same[key])) for key in sorted(same))


def _distinct(told: Sequence[Ballot | Stand]) -> tuple[Evidence, ...]:
    words = (words for one in told for words in one.evidence)
    return tuple({(one.document, one.start, one.end): one for one in words}.values())
