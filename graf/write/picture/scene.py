"""What a picture shows, before anything has a place: items, bars of assignments, lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graf.keys import case_key, slug
from graf.model import AssignmentState, Branch, DateExpression, Decision, Modality, Statement, Status
from graf.write.picture.labels import shorten
from graf.write.picture.lanes import Lane
from graf.write.picture.phrases import Said, phrase, short
from graf.write.picture.words import words

TASK_LETTERS = 54
"""Letters of an assignment that its bar shows."""


@dataclass(frozen=True, slots=True)
class Item:
    """One case or instrument as a box with up to three lines of text: number, what was done, when."""

    id: str
    label: str
    word: Said
    lane: Lane
    when: DateExpression | None
    note: Said = ""
    """Its date in a few letters, or what stands for one."""
    near: str | None = None
    """The item beside which one without a date is placed."""
    main: bool = False
    held: bool = False
    proposal: bool = False
    seed: bool = False
    guessed: bool = False
    """Its date is only the year in its number, so it is placed by it but no span is drawn."""
    light: bool = False
    """Beside the main line."""
    doubts: int = 0
    """Cases that its ambiguous references may mean."""

    @property
    def lines(self) -> tuple[Said, ...]:
        """The lines of text."""
        return tuple(part for part in (shorten(self.label), self.word, self.note) if part)


@dataclass(frozen=True, slots=True)
class Bar:
    """An assignment as a bar from the day it was given to the answer; without one it stays open."""

    id: str
    who: Said
    task: str
    lane: Lane
    given: date
    deadline: DateExpression | None
    end: date | None
    """When it was answered; None where it is open, or where the day of the answer is not known."""
    state: AssignmentState

    @property
    def closed(self) -> bool:
        """Whether an answer is held."""
        return self.state is AssignmentState.ANSWERED

    @property
    def label(self) -> Said:
        """Who is to do what, and how it stands."""
        state = phrase(f"state.{self.state}")
        known = phrase("ui.bar_due", state, short(self.deadline)) if self.deadline else state
        return phrase("ui.bar", self.who, shorten(self.task, TASK_LETTERS), known)


@dataclass(frozen=True, slots=True)
class Line:
    """An edge, from what is built on to what builds on it."""

    id: str
    source: str
    target: str
    main: bool
    dashed: bool
    hollow: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """All that one picture shows; items of the main line in order of time."""

    items: tuple[Item, ...]
    lines: tuple[Line, ...]
    bars: tuple[Bar, ...] = ()


def line_id(statement: Statement) -> str:
    """The name of an edge on the page and in its permalink."""
    return f"{statement.subject}--{statement.relation}--{statement.object}"


def branch_id(branch: Branch) -> str:
    """The name of a branch's node: its case, or the instrument that the statement joins."""
    if branch.case:
        return case_key(branch.case.id)
    ends = (branch.statement.subject, branch.statement.object)
    return next((end for end in ends if end != case_key(branch.to)), f"styrmedel/{slug(branch.label)}")


def line(statement: Statement, main: bool) -> Line:
    """The edge of a statement, which points from later to earlier, drawn in the order of time."""
    return Line(
        line_id(statement),
        statement.object,
        statement.subject,
        main,
        statement.status is Status.INFERRED,
        statement.modality in {Modality.PROPOSED, Modality.MOVED},
    )


def action_word(decisions: Iterable[Decision]) -> Said:
    """The one word that tells most of what was done, what holds before what is only proposed."""
    points = [point for decision in decisions for point in decision.points]
    told = [point for point in points if point.status.holds] or points
    if not told:
        return ""
    return phrase(f"action.{min((point.action for point in told), key=words().weight)}")


def only_proposed(decisions: Iterable[Decision]) -> bool:
    """Whether all that is told of a case is a proposal."""
    kinds = {decision.status for decision in decisions}
    return bool(kinds) and kinds <= {Modality.PROPOSED, Modality.MOVED}
