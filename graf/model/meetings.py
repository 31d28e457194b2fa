"""Meetings: who took part by role and party, what was voted on, and who stood outside a decision.

People are in ``person`` and ``people`` alone, and there only where a user asks for them.
"""

from dataclasses import dataclass

from graf.model.codes import DissentKind, MeetingRole
from graf.model.values import CaseId, DateExpression, Evidence


@dataclass(frozen=True, slots=True)
class Meeting:
    """One body on one day (sammanträde)."""

    key: str
    body: str
    date: DateExpression
    documents: tuple[str, ...] = ()
    """Names of its minutes, of those that are held."""


@dataclass(frozen=True, slots=True)
class Participation:
    """Who took part in a meeting in one role (deltagande): so many of a party, or one person."""

    meeting: str
    """Key of the meeting."""
    role: MeetingRole
    party: str | None
    """Letters of the party, in capitals."""
    count: int = 1
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Ballot:
    """A counted vote in a case (omröstning), however many documents tell of it."""

    key: str
    case: CaseId | None
    decision: str | None
    """Key of the decision it led to, where one alone is meant."""
    yes: int
    no: int
    abstained: int | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """Where parties stand outside a decision (reservation, särskilt yttrande …), however many documents tell of it."""

    key: str
    case: CaseId | None
    decision: str | None
    """Key of the decision, where one alone is meant."""
    kind: DissentKind
    parties: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    people: tuple[str, ...] = ()
