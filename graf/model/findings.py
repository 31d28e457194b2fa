"""What one document says, as found in its text and not yet resolved."""

from dataclasses import dataclass, field

import msgspec

from graf.model.codes import Action, Modality, Relation, Role
from graf.model.documents import Document
from graf.model.values import DateExpression, Evidence, Span


class Reference(msgspec.Struct, frozen=True):
    """A hint at something outside the sentence (hänvisning), as printed, not yet resolved."""

    kind: str
    """A ``kind`` of ``tables/references.toml``: case, paragraph, sou, decision …"""
    text: str
    normal: str
    """The number as printed, label dropped, spacing settled, a two-digit year written out."""
    key: str
    """The folded form that identity rests on."""
    span: Span
    role: Role
    rule: str
    confidence: float
    evidence: Evidence
    """The sentence it stands in."""
    date: DateExpression | None = None
    body: str | None = None
    item: str | None = None


class DecisionPoint(msgspec.Struct, frozen=True):
    """One att-sats: what is decided, proposed, moved or recounted, in one clause of the text."""

    action: Action
    status: Modality
    evidence: Evidence
    rule: str
    confidence: float
    number: int | None = None
    body: str | None = None
    addressee: str | None = None
    date: DateExpression | None = None
    cases: tuple[str, ...] = ()
    """Normal forms of the cases it is a decision in, the nearest first; empty for the item's own."""
    assignee: str | None = None
    task: str | None = None
    deadline: DateExpression | None = None
    target: str | None = None
    """The thing decided about, as printed: a fund, a guideline, rules."""
    item: str | None = None
    more: tuple[Evidence, ...] = ()
    """Other places that say the same; filled when the points of many documents are joined."""


class RelationMention(msgspec.Struct, frozen=True):
    """A cue phrase that joins two things, as the text puts it ("komplement till ärendet …")."""

    relation: Relation
    source: str | None
    """Normal form of the case that bears on the other; None for the document's own."""
    target: str | None
    """Normal form of the case or § it bears on; None for the document's own."""
    rule: str
    confidence: float
    evidence: Evidence
    modality: Modality = Modality.RECOUNTED
    item: str | None = None
    at: Span | None = None
    """Where the number or § right beside the cue stands: the target, or of a passive cue the source."""


class Sequence(msgspec.Struct, frozen=True):
    """Decisions in one matter told in order of time (en rad beslut), each with its own words."""

    rule: str
    cases: tuple[str, ...]
    """Normal forms, oldest first."""
    evidence: tuple[Evidence, ...]
    """One per case, in the same order."""
    lead_in: Evidence | None = None
    item: str | None = None


class PersonMention(msgspec.Struct, frozen=True):
    """A person in a public role (förtroendevald, sekreterare), with party and role as written."""

    name: str
    party: str | None
    role: str | None
    span: Span
    item: str | None = None


class Vote(msgspec.Struct, frozen=True):
    """A counted vote (omröstning) as minutes tell it."""

    yes: int
    no: int
    abstained: int | None
    evidence: Evidence
    item: str | None = None


class Dissent(msgspec.Struct, frozen=True):
    """Members who did not agree (reservation, särskilt yttrande), with the letters of their parties."""

    kind: str
    """reservation, statement, note, or no-part: a row of ``tables/ballots.toml``."""
    parties: tuple[str, ...]
    evidence: Evidence
    item: str | None = None


class Problem(msgspec.Struct, frozen=True):
    """Something that went wrong with one document, or that a user should know of it."""

    document: str
    kind: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document says."""

    document: Document
    references: tuple[Reference, ...] = ()
    points: tuple[DecisionPoint, ...] = ()
    relations: tuple[RelationMention, ...] = ()
    sequences: tuple[Sequence, ...] = ()
    people: tuple[PersonMention, ...] = ()
    votes: tuple[Vote, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    problems: tuple[Problem, ...] = ()
    text: str = field(default="", compare=False, repr=False)
    """The text itself, on its way to where it is kept; else empty."""
