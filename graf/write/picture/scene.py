"""What a picture shows, before anything has a place: items, bars of assignments, lines."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from graf.keys import case_key, slug
from graf.model import (
    Assignment,
    AssignmentState,
    Branch,
    CaseGraph,
    CaseId,
    DateExpression,
    Decision,
    Modality,
    Statement,
    Status,
    Step,
    Thread,
)
from graf.write.picture.labels import shorten
from graf.write.picture.lanes import ALONE, SIDE_RANK, TASK_RANK, Lane, body_lane
from graf.write.picture.states import states
from graf.write.picture.timeline import usable
from graf.write.picture.whereabouts import Whereabouts, whereabouts
from graf.write.picture.words import Words


@dataclass(frozen=True, slots=True)
class Item:
    """One case or instrument as a box with two lines of text."""

    id: str
    label: str
    word: str
    lane: Lane
    when: DateExpression | None
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


@dataclass(frozen=True, slots=True)
class Bar:
    """An assignment as a bar from the day it was given to the answer or the deadline."""

    id: str
    label: str
    lane: Lane
    given: date
    end: date | None
    """None where neither an answer nor a deadline ends it."""
    closed: bool


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


def action_word(decisions: Iterable[Decision], words: Words) -> str:
    """The one word that tells most of what was done, what holds before what is only proposed."""
    points = [point for decision in decisions for point in decision.points]
    told = [point for point in points if point.status.holds] or points
    if not told:
        return ""
    return words.action[min((point.action for point in told), key=words.weight)]


def only_proposed(decisions: Iterable[Decision]) -> bool:
    """Whether all that is told of a case is a proposal."""
    kinds = {decision.status for decision in decisions}
    return bool(kinds) and kinds <= {Modality.PROPOSED, Modality.MOVED}


def thread_scene(graph: CaseGraph, thread: Thread, words: Words) -> Scene:
    """The picture of one thread: its steps, what stands beside them, its assignments."""
    steps = tuple(_step_item(step, thread.seed, words) for step in thread.steps)
    taken = {item.id for item in steps}
    branches = {branch_id(branch): branch for branch in thread.branches}
    places = whereabouts(graph, (branch.case for branch in thread.branches if branch.case))
    beside = tuple(_branch_item(branch, places, words) for name, branch in branches.items() if name not in taken)
    main = [line(step.via, True) for step in thread.steps if step.via]
    light = [_branch_line(branch) for branch in thread.branches]
    known = states(graph, thread.assignments)
    bars = (_bar(task, known[task.key], words) for task in thread.assignments)
    near = tuple(_within(item, _range(steps)) for item in beside)
    return Scene((*steps, *near), _drawable(main + light, taken | set(branches)), tuple(bar for bar in bars if bar))


def _branch_line(branch: Branch) -> Line:
    """A branch's edge; it ends in the branch itself where its statement names the decision or the thing instead."""
    ends = {branch.statement.subject, branch.statement.object}
    drawn = line(branch.statement, False)
    if ends == {branch_id(branch), case_key(branch.to)}:
        return drawn
    return replace(drawn, source=branch_id(branch), target=case_key(branch.to))


def _range(steps: tuple[Item, ...]) -> tuple[date, date] | None:
    """The days that the picture reaches over: those of the main line, and half as much again on both sides."""
    dates = [when for item in steps if (when := usable(item.when))]
    if not dates:
        return None
    first, last = min(when.earliest for when in dates), max(when.latest for when in dates)
    reach = max(timedelta(days=365), (last - first) / 2)
    return first - reach, last + reach


def _within(item: Item, reach: tuple[date, date] | None) -> Item:
    """A branch from far outside stands at the edge and says its year, so that the main line keeps its room."""
    when = usable(item.when)
    if when is None or reach is None or (reach[0] <= when.latest and when.earliest <= reach[1]):
        return item
    early = when.latest < reach[0]
    edge = reach[0] if early else reach[1]
    word = f"← {when.latest.year}: {item.word}" if early else f"{item.word}: {when.earliest.year} →"
    return replace(item, when=DateExpression(when.edtf, edge, edge), guessed=True, word=word)


def _drawable(lines: list[Line], names: set[str]) -> tuple[Line, ...]:
    """The lines whose both ends are in the picture, each once; a main line wins over its twin."""
    first: dict[str, Line] = {}
    for one in lines:
        if one.source in names and one.target in names and one.source != one.target:
            first.setdefault(one.id, one)
    return tuple(first.values())


def _step_item(step: Step, seed: CaseId, words: Words) -> Item:
    return Item(
        case_key(step.case.id),
        step.case.label,
        action_word(step.decisions, words),
        body_lane(step.body, words.ui["unknown_body"]),
        step.date,
        main=True,
        held=step.case.held,
        proposal=only_proposed(step.decisions),
        seed=step.case.id == seed,
    )


def _branch_item(branch: Branch, known: Mapping[CaseId, Whereabouts], words: Words) -> Item:
    where = known.get(branch.case.id) if branch.case else None
    where = where or Whereabouts(None, None, ())
    lane = body_lane(where.body, words.ui["unknown_body"]) if where.when else Lane(ALONE, SIDE_RANK, words.ui["side_lane"])
    name = branch_id(branch)
    table = words.relation if branch.statement.subject == name else words.inverse
    return Item(
        name,
        branch.label,
        table[branch.statement.relation],
        lane,
        where.when,
        near=case_key(branch.to),
        held=bool(branch.case and branch.case.held),
        proposal=only_proposed(where.decisions),
        light=True,
    )


def _bar(task: Assignment, known: AssignmentState, words: Words) -> Bar | None:
    """The bar of an assignment; one of which no day is known has no place on a time axis."""
    ends = [when.latest for when in map(usable, (task.answered_on, task.deadline)) if when]
    starts = [when.earliest for when in map(usable, (task.given, task.deadline, task.answered_on)) if when]
    if not starts:
        return None
    end = max(starts[0], ends[0]) if ends else None
    label = f"{task.assignee or words.ui['unknown_assignee']}: {shorten(_core(task.task))} ({words.state[known]})"
    lane = Lane(ALONE, TASK_RANK, words.ui["task_lane"])
    return Bar(task.key, label, lane, starts[0], end, known is AssignmentState.ANSWERED)


def _core(task: str) -> str:
    """A task without the words that every task begins with ("att senast december 2018 återkomma …")."""
    return re.sub(r"^(att )?(senast (i )?\S+ \d{4} )?", "", task)
