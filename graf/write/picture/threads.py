"""The picture of one thread: its steps, what stands beside them, its assignments."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from graf.keys import case_key
from graf.model import Assignment, AssignmentState, Branch, CaseGraph, CaseId, DateExpression, Step, Thread
from graf.write.picture.lanes import ALONE, SIDE_RANK, TASK_RANK, Lane, body_lane
from graf.write.picture.phrases import phrase, short
from graf.write.picture.scene import Bar, Item, Line, Scene, action_word, branch_id, line, only_proposed
from graf.write.picture.states import states
from graf.write.picture.timeline import usable
from graf.write.picture.whereabouts import Whereabouts, whereabouts

_NOWHERE = Whereabouts(None, None, ())


def thread_scene(graph: CaseGraph, thread: Thread) -> Scene:
    """What the picture of a thread shows."""
    doubts = doubts_of(graph)
    steps = tuple(_step_item(step, thread.seed, doubts) for step in thread.steps)
    taken = {item.id for item in steps}
    branches = {branch_id(branch): branch for branch in thread.branches}
    places = whereabouts(graph, (branch.case for branch in thread.branches if branch.case))
    beside = tuple(_branch_item(branch, places) for name, branch in branches.items() if name not in taken)
    main = [line(step.via, True) for step in thread.steps if step.via]
    light = [drawn_branch(branch) for branch in thread.branches]
    known = states(graph, thread.assignments)
    bars = (_bar(task, known[task.key]) for task in thread.assignments)
    near = tuple(_within(item, _range(steps)) for item in beside)
    return Scene((*steps, *near), _drawable(main + light, taken | set(branches)), tuple(bar for bar in bars if bar))


def doubts_of(graph: CaseGraph) -> Mapping[CaseId, int]:
    """How many cases the ambiguous references of each case may mean."""
    found: Counter[CaseId] = Counter()
    for one in graph.resolutions:
        if one.case and one.target is None and len(one.candidates) > 1:
            found[one.case] += len(one.candidates)
    return found


def drawn_branch(branch: Branch) -> Line:
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
    year = phrase("ui.before_edge", str(when.latest.year)) if early else phrase("ui.after_edge", str(when.earliest.year))
    return replace(item, when=DateExpression(when.edtf, edge, edge), guessed=True, note=year)


def _drawable(lines: list[Line], names: set[str]) -> tuple[Line, ...]:
    """The lines whose both ends are in the picture, each once; a main line wins over its twin."""
    first: dict[str, Line] = {}
    for one in lines:
        if one.source in names and one.target in names and one.source != one.target:
            first.setdefault(one.id, one)
    return tuple(first.values())


def _step_item(step: Step, seed: CaseId, doubts: Mapping[CaseId, int]) -> Item:
    return Item(
        case_key(step.case.id),
        step.case.label,
        action_word(step.decisions),
        body_lane(step.body),
        step.date,
        note=short(step.date),
        main=True,
        held=step.case.held,
        proposal=only_proposed(step.decisions),
        seed=step.case.id == seed,
        doubts=doubts.get(step.case.id, 0),
    )


def _branch_item(branch: Branch, known: Mapping[CaseId, Whereabouts]) -> Item:
    where = known.get(branch.case.id, _NOWHERE) if branch.case else _NOWHERE
    lane = body_lane(where.body) if where.when else Lane(ALONE, SIDE_RANK)
    name = branch_id(branch)
    table = "relation" if branch.statement.subject == name else "inverse"
    return Item(
        name,
        branch.label,
        phrase(f"{table}.{branch.statement.relation}"),
        lane,
        where.when,
        note=short(where.when),
        near=case_key(branch.to),
        held=bool(branch.case and branch.case.held),
        proposal=only_proposed(where.decisions),
        light=True,
    )


def _bar(task: Assignment, state: AssignmentState) -> Bar | None:
    """The bar of an assignment; one of which no day is known has no place on a time axis."""
    deadline, answered = usable(task.deadline), usable(task.answered_on)
    starts = [when.earliest for when in (usable(task.given), deadline, answered) if when]
    if not starts:
        return None
    end = max(starts[0], answered.latest) if answered else None
    if state is AssignmentState.ANSWERED and end is None and deadline:
        end = max(starts[0], deadline.latest)
    who = task.assignee or phrase("ui.unknown_assignee")
    return Bar(task.key, who, _core(task.task), Lane(ALONE, TASK_RANK), starts[0], deadline, end, state)


def _core(task: str) -> str:
    """A task without the words that every task begins with ("att senast december 2018 återkomma …")."""
    return re.sub(r"^(att )?(senast (i )?\S+ \d{4} )?", "", task)
