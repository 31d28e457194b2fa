"""What changed between two graphs, by meaning: facts and edges gained, lost, changed; never by offsets, files or order."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from graf.model import Assignment, CaseGraph, CaseId, Decision, Evidence, Modality, PolicyInstrument, Statement

_Facts = dict[str, "Fact"]
_BY_WHEN = re.compile(r"\s*\bsenast\b[^,.;]{0,40}?\d{4}")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact in words: what it is of, and what is said of it, each by name."""

    name: str
    said: Mapping[str, str]
    words: Evidence | None = None
    of: str = ""
    """What it is a fact of, without the words that may be put otherwise; empty where nothing else is the same thing."""


@dataclass(frozen=True, slots=True)
class Change:
    """A fact gained (no ``before``), lost (no ``after``), or changed."""

    kind: str
    before: Fact | None
    after: Fact | None

    @property
    def sign(self) -> str:
        """``+``, ``-`` or ``~``."""
        return "~" if self.before and self.after else "+" if self.after else "-"


def diff(old: CaseGraph, new: CaseGraph) -> tuple[Change, ...]:
    """Every change, by kind and in order of the facts' names."""
    return tuple(change for kind, facts in KINDS.items() for change in _changes(kind, facts(old), facts(new)))


def _changes(kind: str, old: _Facts, new: _Facts) -> tuple[Change, ...]:
    changed = [name for name in sorted(old.keys() | new.keys()) if not _is_same(old.get(name), new.get(name))]
    found = [Change(kind, old.get(name), new.get(name)) for name in changed]
    reworded = _reworded(
        [c.before for c in found if c.before and not c.after], [c.after for c in found if c.after and not c.before]
    )
    gone = {id(fact) for pair in reworded for fact in pair}
    kept = [c for c in found if (c.before and c.after) or id(c.before or c.after) not in gone]
    return tuple(sorted((*kept, *(Change(kind, *pair) for pair in reworded)), key=_name))


def _name(change: Change) -> str:
    fact = change.after or change.before
    return fact.name if fact else ""


def _is_same(before: Fact | None, after: Fact | None) -> bool:
    return before is not None and after is not None and before.said == after.said


def _reworded(lost: list[Fact], gained: list[Fact]) -> list[tuple[Fact, Fact]]:
    """What is lost and gained of one thing is that thing in other words: where its words are the same, else where it is one."""
    pairs: list[tuple[Fact, Fact]] = []
    for alike in (lambda fact: (fact.of, fact.said.get("what")), lambda fact: fact.of):
        taken = {id(fact) for pair in pairs for fact in pair}
        before, after = (_one_each(alike, facts, taken) for facts in (lost, gained))
        pairs += [(before[key], after[key]) for key in sorted(before.keys() & after.keys(), key=str)]
    return pairs


def _one_each(alike: Callable[[Fact], object], facts: Iterable[Fact], taken: set[int]) -> dict[object, Fact]:
    """The facts of which there is one of its kind."""
    groups: dict[object, list[Fact]] = {}
    for fact in facts:
        if fact.of and id(fact) not in taken:
            groups.setdefault(alike(fact), []).append(fact)
    return {key: group[0] for key, group in groups.items() if len(group) == 1}


def _labels(graph: CaseGraph) -> Callable[[CaseId | None], str]:
    """How a case is named in words: its number, and its town where the graph has several."""
    towns = {case.id.municipality for case in graph.cases}
    labels = {case.id: case.label if len(towns) == 1 else f"{case.id.municipality}:{case.label}" for case in graph.cases}
    return lambda case: labels.get(case, str(case)) if case else "?"


def _documents(graph: CaseGraph) -> _Facts:
    """Documents by their text: one renamed is none gained and none lost, one edited is one that changed."""
    return {d.digest: Fact(d.name, {"text": d.digest[:12]}, of=d.name) for d in graph.documents}


def _cases(graph: CaseGraph) -> _Facts:
    return _by_name(Fact(str(case.id), {"held": "held" if case.held else "cited"}) for case in graph.cases)


def _decisions(graph: CaseGraph) -> _Facts:
    label = _labels(graph)
    return _by_name(fact for decision in graph.decisions for fact in _points(decision, label))


def _points(decision: Decision, label: Callable[[CaseId | None], str]) -> Iterator[Fact]:
    when, body = decision.date.edtf if decision.date else "?", decision.body or "?"
    for point in decision.points:
        what = _short(_BY_WHEN.sub("", point.target or point.task or ""))
        name = " ".join(filter(None, (label(decision.case), body, when, point.action.value, what)))
        said = {"date": when, "what": what, "status": decision.status.value}
        yield Fact(name, said, point.evidence, " ".join((label(decision.case), body, point.action.value)))


def _assignments(graph: CaseGraph) -> _Facts:
    label = _labels(graph)
    return _by_name(_assignment(given, label) for given in graph.assignments)


def _assignment(given: Assignment, label: Callable[[CaseId | None], str]) -> Fact:
    # the deadline is said of the task, and is no part of its name
    task = _short(_BY_WHEN.sub("", given.task))
    said = {
        "what": task,
        "status": given.status.value,
        "deadline": given.deadline.edtf if given.deadline else "none",
        "answered by": label(given.answered_by) if given.answered_by else "nothing",
        "moves": ", ".join(move.state.value for move in given.moves) or "none",
    }
    of = f"{label(given.case)} to {given.assignee or '?'}"
    return Fact(f"{of}: {task}", said, given.evidence[0], of)


def _instruments(graph: CaseGraph) -> _Facts:
    return {thing.key: Fact(thing.label, {}) for thing in graph.instruments}


def _edges(graph: CaseGraph) -> _Facts:
    label = _labels(graph)
    ends, tasks = _ends(graph, label), {a.key: _short(_BY_WHEN.sub("", a.task)) for a in graph.assignments}
    return _by_name(_edge(said, ends, tasks) for said in graph.statements)


def _edge(said: Statement, ends: Mapping[str, str], tasks: Mapping[str, str]) -> Fact:
    one, other = (ends.get(key, key) for key in (said.subject, said.object))
    named = (f"{end} {tasks[key]}" if key in tasks else end for end, key in ((one, said.subject), (other, said.object)))
    how = {
        "relation": f"{said.relation} ({said.rule})",
        "what": tasks.get(said.object, tasks.get(said.subject, "")),
        "status": said.status.value,
        "modality": said.modality.value,
        "confidence": str(said.confidence),
    }
    name = f" {said.relation} ".join(named)
    how_said = "" if said.modality is Modality.RECOUNTED else f", {said.modality}"
    return Fact(f"{name} ({said.rule}{how_said})", how, said.evidence[0] if said.evidence else None, f"{one} → {other}")


def _ends(graph: CaseGraph, label: Callable[[CaseId | None], str]) -> dict[str, str]:
    """Keys of nodes in words; assignments by their case, since their ordinals move."""
    named = {f"arende/{c.id.municipality}/{c.id.key}": label(c.id) for c in graph.cases}
    named |= {d.key: f"decision {label(d.case)} {d.date.edtf if d.date else '?'}" for d in graph.decisions}
    named |= {a.key: f"assignment {label(a.case)}" for a in graph.assignments}
    things: tuple[PolicyInstrument, ...] = graph.instruments
    return named | {thing.key: thing.label for thing in things}


def _references(graph: CaseGraph) -> _Facts:
    """What references without a number, and numbers left open, were found to mean."""
    label = _labels(graph)
    return _by_name(
        Fact(f"“{_short(r.reference.text)}” in {label(r.case)}", {"means": label(r.target)}, r.reference.evidence)
        for r in graph.resolutions
        if r.candidates and (r.reason or r.reference.kind != "case")
    )


def _rulings(graph: CaseGraph) -> _Facts:
    return _by_name(Fact(r.key, {"by": r.author, "on": r.date, "because": r.reason}) for r in graph.rulings)


def _problems(graph: CaseGraph) -> _Facts:
    return _by_name(Fact(f"{p.kind}: {p.message}", {}) for p in graph.problems)


def _by_name(facts: Iterator[Fact]) -> _Facts:
    """Facts by name; of several with one name each has its number, in the order of what is said of them."""
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.name, []).append(fact)
    return {
        f"{name} ({number})" if number > 1 else name: fact
        for name, group in found.items()
        for number, fact in enumerate(sorted(group, key=lambda fact: sorted(fact.said.items())), 1)
    }


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 70 else f"{line[:70].rsplit(' ', 1)[0]} …"


KINDS: dict[str, Callable[[CaseGraph], _Facts]] = {
    "documents": _documents,
    "cases": _cases,
    "decisions": _decisions,
    "assignments": _assignments,
    "instruments": _instruments,
    "edges": _edges,
    "references": _references,
    "rulings": _rulings,
    "problems": _problems,
}
"""What is compared, in the order in which it is told."""
