"""What all documents say together: the graph and the threads through it."""

from dataclasses import dataclass, field

from graf.model.codes import AssignmentState, Modality, Relation, RulingKind, Status
from graf.model.display import shown
from graf.model.documents import Document
from graf.model.findings import DecisionPoint, Problem, Reference
from graf.model.meetings import Ballot, Meeting, Participation, Stand
from graf.model.values import CaseId, DateExpression, Evidence


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
class Move:
    """What became of an assignment before it was answered: put off, given a later day, withdrawn, superseded."""

    state: AssignmentState
    """``OPEN`` where only the deadline moved."""
    case: CaseId | None
    date: DateExpression | None
    deadline: DateExpression | None
    """The deadline from then on, where it moved."""
    rule: str
    evidence: tuple[Evidence, ...]


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
    moves: tuple[Move, ...] = ()
    """In order of time."""


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
    ruling: str | None = field(default=None, compare=False)
    """Key of the ruling by which it is reviewed or rejected."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """An analyst's last word (granskningsbeslut): what is so, who says it, when and why.

    It names cases and words, never places or ordinals, so that it holds when documents are read anew.
    """

    kind: RulingKind
    case: CaseId
    other: CaseId | None
    """The other end; the case meant, of ``settle``; None of ``date``."""
    relation: Relation | None
    words: str | None
    """Of ``settle`` the reference as printed; of ``date`` the body, where it must be told."""
    day: str | None
    """Of ``date``, in EDTF."""
    author: str
    date: str
    reason: str
    ground: str = ""
    """The words it rested on when it was made."""

    @property
    def key(self) -> str:
        """What tells it from every other: all that it says of the matter, not who said it or why."""
        said = (self.kind, self.case, self.other, self.relation, self.words, self.day)
        return " ".join(str(part) for part in said if part is not None)

    @property
    def matter(self) -> tuple[object, ...]:
        """What it is of: of two rulings on one matter the later counts."""
        opposites = {
            RulingKind.REJECT: RulingKind.ACCEPT,
            RulingKind.DRAW: RulingKind.ACCEPT,
            RulingKind.DIFFERENT: RulingKind.SAME,
        }
        about = opposites.get(self.kind, self.kind)
        other = None if self.kind in {RulingKind.SETTLE, RulingKind.DATE} else self.other
        return about, self.case, other, self.relation, self.words


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
    rulings: tuple[Ruling, ...] = ()
    """Those that were applied."""
    meetings: tuple[Meeting, ...] = ()
    participations: tuple[Participation, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    stands: tuple[Stand, ...] = ()

    def _repr_html_(self) -> str:
        """What it holds and its best connected cases, for Jupyter."""
        return shown("graph_html", self)

    def _repr_svg_(self) -> str:
        """Its best connected cases as a figure."""
        return shown("graph_svg", self)


@dataclass(frozen=True, slots=True)
class Step:
    """One case of a thread, in order of time; the first has no ``via``."""

    case: Case
    date: DateExpression | None
    body: str | None
    decisions: tuple[Decision, ...]
    via: Statement | None = None
    joins: tuple[Statement, ...] = ()
    """The surest statement to each other earlier step that it builds on as well."""


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
    around: CaseGraph = field(default=CaseGraph(), compare=False, repr=False)
    """What the graph says of its cases and branches: enough to draw and to cite the thread by itself."""

    def _repr_html_(self) -> str:
        """Its figure and table, for Jupyter."""
        return shown("thread_html", self)

    def _repr_svg_(self) -> str:
        """Its figure, for Quarto and what turns notebooks into papers."""
        return shown("thread_svg", self)
