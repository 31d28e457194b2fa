"""Follow one policy from case to case (tråd): what it builds on, what came of it, and what stands beside it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from graf.keys import case_key
from graf.model import (
    Assignment,
    Branch,
    Case,
    CaseGraph,
    CaseId,
    DateExpression,
    Decision,
    Document,
    Modality,
    Relation,
    Resolution,
    Statement,
    Status,
    Step,
    Thread,
)

_FAR = date.max


def trace(graph: CaseGraph, seed: CaseId, as_of: date | None = None) -> Thread:
    """The thread through a case: all it builds on and all that builds on it, in order of time.

    ``as_of`` leaves out what is dated later. A sibling, which builds on the same case as a step but not
    on the seed, is a branch and no step.
    """
    return _Tracer(graph, as_of).thread(seed)


class _Tracer:
    """The graph indexed for one question."""

    def __init__(self, graph: CaseGraph, as_of: date | None) -> None:
        self.graph = graph
        self.decisions = _by_case(graph.decisions)
        self.tasks = _tasks(graph.assignments)
        self.papers = {d.name: d for d in graph.documents}
        self.newest = max((d for d in graph.documents if d.date), key=_newest, default=None)
        self.unsure = _unsure(graph.resolutions)
        self.cases = {case_key(c.id): c for c in graph.cases if not as_of or self._day(c) <= as_of}
        self.order = {key: (self._day(case), self._width(case), key) for key, case in self.cases.items()}
        self.touching: dict[str, list[Statement]] = defaultdict(list)
        self.deeds_of: dict[str, list[Statement]] = defaultdict(list)
        self.deeds_on: dict[str, list[Statement]] = defaultdict(list)
        self.up: dict[str, set[str]] = defaultdict(set)
        self.down: dict[str, set[str]] = defaultdict(set)
        for statement in graph.statements:
            self._index(statement)

    def thread(self, seed: CaseId) -> Thread:
        line = self._line(case_key(seed))
        keys = sorted(line, key=lambda key: self._place(key, line))
        steps = tuple(self._step(key, keys[:number]) for number, key in enumerate(keys))
        branches = self._branches(keys)
        tasks = tuple(task for step in steps for task in self.tasks.get(step.case.id, ()))
        missing = tuple(step.case for step in steps if not step.case.held)
        return Thread(seed, steps, branches, tasks, missing, self._around(steps, branches, tasks))

    def _around(self, steps: tuple[Step, ...], branches: tuple[Branch, ...], tasks: tuple[Assignment, ...]) -> CaseGraph:
        """The part of the graph that a thread is drawn and cited from, with the newest document, which says what day it is."""
        cases = tuple(step.case for step in steps) + tuple(branch.case for branch in branches if branch.case)
        decisions = tuple(decision for case in cases for decision in self.decisions.get(case.id, ()))
        vias = tuple(step.via for step in steps if step.via) + tuple(branch.statement for branch in branches)
        words = [point.evidence for decision in decisions for point in decision.points]
        words += [one for via in vias for one in via.evidence] + [
            one for task in tasks for one in (*task.evidence, *task.answer)
        ]
        names = {one.document for one in words} | {name for case in cases for name in case.documents}
        names |= {self.newest.name} if self.newest else set()
        papers = tuple(self.papers[name] for name in sorted(names & self.papers.keys()))
        unsure = tuple(one for case in cases for one in self.unsure.get(case.id, ()))
        return CaseGraph(papers, cases, decisions, tasks, statements=vias, resolutions=unsure)

    def _place(self, key: str, line: set[str]) -> tuple[date, int, int, str]:
        """Where a case stands in a line: by its day; without one right before what builds on it, else behind its ground."""
        day, width, _ = self.order[key]
        if day < _FAR:
            return day, 1, width, key
        after = [self.order[k][0] for k in self.down.get(key, set()) & line if self.order[k][0] < _FAR]
        before = [self.order[k][0] for k in self.up.get(key, set()) & line if self.order[k][0] < _FAR]
        return (min(after), 0, 0, key) if after else (max(before), 2, 0, key) if before else (_FAR, 1, width, key)

    def _index(self, statement: Statement) -> None:
        if statement.subject not in self.cases or statement.relation is Relation.SAME_CASE_AS:
            return
        if statement.status is Status.REJECTED:
            return
        if statement.object.startswith("styrmedel/"):
            self.deeds_of[statement.subject].append(statement)
            self.deeds_on[statement.object].append(statement)
        elif statement.object in self.cases:
            self.touching[statement.subject].append(statement)
            self.touching[statement.object].append(statement)
        if statement.relation.builds_on and self._is_edge(statement):
            self.up[statement.subject].add(statement.object)
            self.down[statement.object].add(statement.subject)

    def _is_edge(self, statement: Statement) -> bool:
        return statement.modality.holds and statement.subject in self.cases and statement.object in self.cases

    def _line(self, seed: str) -> set[str]:
        return (_reached(seed, self.up) | _reached(seed, self.down)) & set(self.cases) | ({seed} & set(self.cases))

    # --- steps ----------------------------------------------------------------------------------

    def _written(self, name: str) -> DateExpression | None:
        paper = self.papers.get(name)
        return paper.date if paper else None

    def _first(self, case: Case) -> Decision | None:
        """The first thing decided in a case, else the first proposed."""
        told = self.decisions.get(case.id, [])
        held = [d for d in told if d.status.holds and d.date]
        proposed = [d for d in told if d.status is Modality.PROPOSED and d.date]
        return min(held or proposed, key=_when, default=None)

    def _date(self, case: Case) -> DateExpression | None:
        first = self._first(case)
        papers = [when for name in case.documents if (when := self._written(name))]
        dates = [first.date] if first and first.date else []
        if not (first and first.status.holds):
            dates += papers
        return min(dates, key=lambda when: when.earliest, default=None)

    def _day(self, case: Case) -> date:
        when = self._date(case)
        return when.earliest if when else _FAR

    def _width(self, case: Case) -> int:
        when = self._date(case)
        return (when.latest - when.earliest).days if when else 0

    def _step(self, key: str, earlier: list[str]) -> Step:
        case = self.cases[key]
        first = self._first(case)
        decisions = tuple(sorted(self.decisions.get(case.id, ()), key=_when))
        hops = self._hops(key, earlier)
        body = first.body if first else None
        return Step(case, self._date(case), body, decisions, hops[0] if hops else None, tuple(hops[1:]))

    def _hops(self, key: str, earlier: list[str]) -> list[Statement]:
        """The surest statement to each earlier step that a step builds on, that to the latest step first."""
        best: dict[str, Statement] = {}
        for said in self.touching.get(key, ()):
            if said.subject == key and said.object in earlier and said.relation.builds_on and self._is_edge(said):
                known = best.get(said.object)
                best[said.object] = said if known is None or _trust(said) > _trust(known) else known
        return sorted(best.values(), key=lambda said: -earlier.index(said.object))

    # --- branches -------------------------------------------------------------------------------

    def _branches(self, steps: list[str]) -> tuple[Branch, ...]:
        best: dict[str, tuple[tuple[bool, bool, float, int], Branch]] = {}
        for statement, step, other in self._beside(steps):
            typed = statement.relation is not Relation.REFERS_TO
            rank = (statement.modality.holds, typed, statement.confidence, steps.index(step))
            if other not in best or rank > best[other][0]:
                case = self.cases[other]
                best[other] = (rank, Branch(case, case.label, self.cases[step].id, statement))
        return tuple(best[key][1] for key in sorted(best, key=lambda key: self.order[key]))

    def _beside(self, steps: list[str]) -> Iterator[tuple[Statement, str, str]]:
        """Statements that join a step to a case beside the line: directly, or by a thing that both acted on."""
        line = set(steps)
        for step in steps:
            for statement in self.touching.get(step, ()):
                other = statement.object if statement.subject == step else statement.subject
                if other not in line:
                    yield statement, step, other
            for deed in self.deeds_of.get(step, ()):
                yield from ((deed, step, act.subject) for act in self.deeds_on[deed.object] if act.subject not in line)


def _by_case(decisions: Iterable[Decision]) -> dict[CaseId, list[Decision]]:
    found: dict[CaseId, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.case:
            found[decision.case].append(decision)
    return dict(found)


def _tasks(assignments: Iterable[Assignment]) -> dict[CaseId, list[Assignment]]:
    found: dict[CaseId, list[Assignment]] = defaultdict(list)
    for task in assignments:
        if task.case:
            found[task.case].append(task)
    return dict(found)


def _unsure(resolutions: Iterable[Resolution]) -> dict[CaseId, list[Resolution]]:
    """The ambiguous references of each case."""
    found: dict[CaseId, list[Resolution]] = defaultdict(list)
    for one in resolutions:
        if one.case and one.target is None and len(one.candidates) > 1:
            found[one.case].append(one)
    return dict(found)


def _newest(paper: Document) -> tuple[date, str]:
    return paper.date.latest if paper.date else date.min, paper.name


def _trust(said: Statement) -> tuple[bool, bool, float, str]:
    return said.status is Status.REVIEWED, said.status is Status.STATED, said.confidence, said.relation


def _reached(seed: str, edges: dict[str, set[str]]) -> set[str]:
    seen, waiting = {seed}, [seed]
    while waiting:
        fresh = edges.get(waiting.pop(), set()) - seen
        seen |= fresh
        waiting += sorted(fresh)
    return seen


def _when(decision: Decision) -> tuple[date, str]:
    return decision.date.earliest if decision.date else _FAR, decision.key


def threads(graph: CaseGraph) -> tuple[Thread, ...]:
    """Every thread of two steps or more, the longest first; each from its last case."""
    carrying = [s for s in graph.statements if s.relation.builds_on and s.modality.holds and s.status is not Status.REJECTED]
    builders, built = {s.subject for s in carrying}, {s.object for s in carrying}
    tips = [case.id for case in graph.cases if case_key(case.id) in builders - built]
    tracer = _Tracer(graph, None)
    found = [thread for tip in tips if len((thread := tracer.thread(tip)).steps) > 1]
    return tuple(sorted(found, key=lambda thread: (-len(thread.steps), str(thread.seed))))
