"""Every noun of graf, as frozen values.

Offsets are 0-based, half-open and count Unicode code points of the document's text as read.
No value points back at a larger one: what belongs together is joined by keys.
A *key* of a node is the last part of its IRI, ``arende/1280/STK-2016-796`` (see :mod:`graf.keys`).
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from graf.text import Folded


class Status(StrEnum):
    """How a statement came about (utsagestatus)."""

    STATED = "stated"
    INFERRED = "inferred"
    REVIEWED = "reviewed"
    REJECTED = "rejected"


class Modality(StrEnum):
    """How a text puts a thing (modalitet): a committee that proposes has not decided."""

    DECIDED = "decided"
    PROPOSED = "proposed"
    MOVED = "moved"
    RECOUNTED = "recounted"
    NEGATED = "negated"
    CONDITIONAL = "conditional"

    @property
    def holds(self) -> bool:
        """Whether the thing was really done, by this text or one it recounts."""
        return self in {Modality.DECIDED, Modality.RECOUNTED}


class Role(StrEnum):
    """What a reference is to the document or item it stands in (hänvisningens roll)."""

    OWN = "own"
    CITED = "cited"
    LISTED = "listed"


class Action(StrEnum):
    """What a decision point does (beslutsåtgärd)."""

    APPROVE = "approve"
    ADOPT = "adopt"
    ESTABLISH = "establish"
    ASSIGN = "assign"
    ALLOCATE = "allocate"
    REPEAL = "repeal"
    REPLACE = "replace"
    AMEND = "amend"
    CORRECT = "correct"
    EXTEND = "extend"
    GRANT = "grant"
    GRANT_PARTLY = "grant_partly"
    REJECT = "reject"
    ANSWER = "answer"
    COMMENT = "comment"
    DEFER = "defer"
    POSTPONE = "postpone"
    REFER = "refer"
    REFER_BACK = "refer_back"
    SEND = "send"
    NOTE = "note"
    FILE = "file"
    DELEGATE = "delegate"
    APPOINT = "appoint"
    DISMISS = "dismiss"
    CLOSE = "close"


class Relation(StrEnum):
    """How one node bears on another (relationstyp); always later or citing → earlier or cited."""

    REPEALS = "repeals"
    REPLACES = "replaces"
    AMENDS = "amends"
    ADOPTS = "adopts"
    CONTINUES = "continues"
    REPORTS_ON = "reportsOn"
    CONTINUES_ASSIGNMENT = "continuesAssignment"
    FOLLOWS_UP = "followsUp"
    OCCASIONED_BY = "occasionedBy"
    IN_ACCORDANCE_WITH = "inAccordanceWith"
    ANSWERS = "answers"
    COMPLEMENTS = "complements"
    DEFERS = "defers"
    REFERS_TO = "refersTo"
    SEE_ALSO = "seeAlso"
    SAME_CASE_AS = "sameCaseAs"

    @property
    def builds_on(self) -> bool:
        """Whether the relation carries a thread from one case to the next."""
        return self in BUILDS_ON


BUILDS_ON = frozenset(
    {
        Relation.REPEALS,
        Relation.REPLACES,
        Relation.AMENDS,
        Relation.CONTINUES,
        Relation.REPORTS_ON,
        Relation.FOLLOWS_UP,
        Relation.OCCASIONED_BY,
        Relation.IN_ACCORDANCE_WITH,
        Relation.ANSWERS,
    }
)


class AssignmentState(StrEnum):
    """Where an assignment (uppdrag) stands on a date."""

    PROPOSED = "proposed"
    OPEN = "open"
    ANSWERED = "answered"
    LATE = "late"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text: ``text[start:end]``."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as precise as the text gives it (datumuttryck): EDTF and the two days that bound it."""

    edtf: str
    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class CaseId:
    """The identity of a case (ärende): its town's code and the folded key of its number.

    ``municipality`` is the four-digit code of Statistics Sweden, or the slug of an authority
    that is no municipality, or ``okand-`` and eight hex digits where the document names none.
    ``key`` is series, year and serial without padding: ``STK-2016-796``, ``2010-363``.
    """

    municipality: str
    key: str

    def __str__(self) -> str:
        """The form that a user may type: ``1280:STK-2016-796``."""
        return f"{self.municipality}:{self.key}"


# --- what a reader and the parser hand on -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RawText:
    """The text of one file as a reader found it."""

    place: str
    """POSIX path relative to the SOURCE it came from."""
    text: str
    digest: str
    """SHA-256 of the text as UTF-8, in hex: the identity of the document."""
    pages: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document under a heading; ``span`` is the body, without the heading."""

    kind: str
    """A ``kind`` of ``tables/sections.toml``; ``text`` where the heading is not known."""
    heading: str
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """One § of minutes (paragraf): its case and title, and the stretch that belongs to it."""

    paragraph: str
    case: str | None
    title: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A document (handling) as its masthead presents it; the text itself is not kept here."""

    name: str
    """Its first place: POSIX path relative to its SOURCE."""
    digest: str
    kind: str | None = None
    authority: str | None = None
    municipality: str | None = None
    body: str | None = None
    date: DateExpression | None = None
    title: str | None = None
    own_case: str | None = None
    items: tuple[Item, ...] = ()
    places: tuple[str, ...] = ()
    """Every place where the same text was found, in order."""


@dataclass(frozen=True, slots=True)
class Part:
    """What belongs to one case inside a document: a § of minutes, or the whole of a letter.

    Spans count characters of the folded text; ``head`` is where its own number may stand.
    """

    paragraph: str | None
    case: str | None
    title: str | None
    span: Span
    head: Span


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document with its text and its parts, as the extractors see it.

    ``sections`` and ``parts`` count characters of ``folded.text``; :meth:`Folded.span` leads back.
    """

    document: Document
    text: str
    folded: Folded
    sections: tuple[Section, ...] = ()
    parts: tuple[Part, ...] = ()
    pages: tuple[Span, ...] = ()


# --- what a document says -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a fact rests on (belägg): ``quote`` is ``text[start:end]`` of the document."""

    document: str
    """``Document.name``."""
    start: int
    end: int
    quote: str
    before: str = ""
    after: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Reference:
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


@dataclass(frozen=True, slots=True)
class DecisionPoint:
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


@dataclass(frozen=True, slots=True)
class RelationMention:
    """A cue phrase that joins two things, as the text puts it ("komplement till ärendet …")."""

    relation: Relation
    source: str | None
    """Normal form of the case that bears on the other; None for the document's own."""
    target: str
    rule: str
    confidence: float
    evidence: Evidence
    modality: Modality = Modality.RECOUNTED
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Sequence:
    """Decisions in one matter told in order of time (en rad beslut), each with its own words."""

    rule: str
    cases: tuple[str, ...]
    """Normal forms, oldest first."""
    evidence: tuple[Evidence, ...]
    """One per case, in the same order."""
    lead_in: Evidence | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person in a public role (förtroendevald, sekreterare), with party and role as written."""

    name: str
    party: str | None
    role: str | None
    span: Span
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
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
    problems: tuple[Problem, ...] = ()


# --- the graph ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Case:
    """A case (ärende) that the documents hold or name."""

    id: CaseId
    label: str
    """Its number as printed in its own documents, else as first cited."""
    title: str | None = None
    held: bool = False
    """Whether a document of the case itself is in the material."""
    variants: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What one body decided, proposed or is told to have decided at one time in one case (beslut)."""

    key: str
    case: CaseId | None
    body: str | None
    date: DateExpression | None
    paragraph: str | None
    status: Modality
    points: tuple[DecisionPoint, ...]


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who was to do what by when (uppdrag), and what answered it."""

    key: str
    case: CaseId | None
    decision: str
    """Key of the decision that gives it."""
    assigner: str | None
    assignee: str | None
    task: str
    deadline: DateExpression | None
    given: DateExpression | None
    status: Modality
    evidence: tuple[Evidence, ...]
    answered_by: CaseId | None = None
    answered_on: DateExpression | None = None
    answer: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class PolicyInstrument:
    """The thing decided about (styrmedel): a fund, a guideline, rules, an organisation."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """A reference and what it was found to mean; unresolved is a value, with its reason."""

    reference: Reference
    document: str
    case: CaseId | None
    """The case in whose document or item the reference stands."""
    target: CaseId | None
    rule: str
    candidates: tuple[CaseId, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One edge of the graph (utsaga): what it says, how sure it is, and the words it rests on."""

    subject: str
    relation: Relation
    object: str
    status: Status
    modality: Modality
    confidence: float
    rule: str
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class CaseGraph:
    """All that the documents say, resolved: the one model that RDF, networkx, tables and pages project."""

    documents: tuple[Document, ...] = ()
    cases: tuple[Case, ...] = ()
    decisions: tuple[Decision, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    instruments: tuple[PolicyInstrument, ...] = ()
    statements: tuple[Statement, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One case of a thread, in order of time; the first has no ``via``."""

    case: Case
    date: DateExpression | None
    body: str | None
    decisions: tuple[Decision, ...]
    via: Statement | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """A case or instrument beside the main line, and the statement that joins it to a step."""

    case: Case | None
    label: str
    to: CaseId
    statement: Statement


@dataclass(frozen=True, slots=True)
class Thread:
    """How one policy moved from case to case (tråd)."""

    seed: CaseId
    steps: tuple[Step, ...]
    branches: tuple[Branch, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    missing: tuple[Case, ...] = ()
    """Steps of which no document is held."""
