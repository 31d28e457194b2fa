"""Why an edge is there, or is not: the statements between two cases, what was left open, and what was refused."""

from collections.abc import Iterator
from dataclasses import dataclass

from graf.keys import case_key
from graf.model import Case, CaseGraph, CaseId, Problem, Resolution, Statement, Status
from graf.tables import RuleRow, rules
from graf.trace import trace


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the graph holds between two cases."""

    statements: tuple[Statement, ...]
    candidates: tuple[Resolution, ...]
    """References that could mean one of the two, and were left open, or settled for another."""
    deeds: tuple[Statement, ...] = ()
    """What both did to one policy instrument: it joins the two side by side, as a branch."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that keeps an edge from being drawn, and what would change that."""

    kind: str
    """``carries-no-thread``, ``not-decided``, ``rejected``, ``refused``, ``left-open``, ``not-held``, ``other-town``,
    ``by-a-thing``, ``through-others`` or ``never-named-together``."""
    text: str
    changes: str
    statement: Statement | None = None
    resolution: Resolution | None = None


def explain(graph: CaseGraph, one: CaseId, other: CaseId) -> Explanation:
    """Everything said between two cases, or between their decisions and assignments, in either direction."""
    owners, keys = _owners(graph), {case_key(one), case_key(other)}
    statements = tuple(s for s in graph.statements if {owners.get(s.subject), owners.get(s.object)} == keys)
    return Explanation(statements, tuple(_left(graph, one, other)), _deeds(graph, one, other))


def _left(graph: CaseGraph, one: CaseId, other: CaseId) -> Iterator[Resolution]:
    """References that could mean the one, in papers of the other or where another's paper tells of it."""
    told = {case: [s for s in graph.statements if s.subject == case_key(case)] for case in (one, other)}
    for resolution in graph.resolutions:
        meant = {one, other} & set(resolution.candidates) if resolution.reason else set()
        for case in (one, other):
            if meant - {case} and (resolution.case == case or any(_rests_on(said, resolution) for said in told[case])):
                yield resolution
                break


def _rests_on(said: Statement, resolution: Resolution) -> bool:
    return said.rule == resolution.rule and resolution.reference.evidence in said.evidence


def _deeds(graph: CaseGraph, one: CaseId, other: CaseId) -> tuple[Statement, ...]:
    ends = case_key(one), case_key(other)
    acts = [s for s in graph.statements if s.subject in ends and s.object.startswith("styrmedel/")]
    first, second = ({s.object for s in acts if s.subject == end and s.status is not Status.REJECTED} for end in ends)
    return tuple(s for s in acts if s.object in first & second)


def _owners(graph: CaseGraph) -> dict[str, str]:
    owners = {case_key(c.id): case_key(c.id) for c in graph.cases}
    owners |= {d.key: case_key(d.case) for d in graph.decisions if d.case}
    return owners | {a.key: case_key(a.case) for a in graph.assignments if a.case}


def why_not(graph: CaseGraph, one: CaseId, other: CaseId) -> tuple[Reason, ...]:
    """What keeps a thread from running from one case to another; empty where one does run directly."""
    found = explain(graph, one, other)
    if any(_carries(said) for said in found.statements):
        return ()
    return (
        *(_of_statement(said) for said in found.statements),
        *_refused(graph, one, other),
        *(_left_open(resolution) for resolution in found.candidates),
        *_by_a_thing(graph, found.deeds),
        *_around(graph, one, other, bool(found.statements or found.deeds)),
    )


def _carries(said: Statement) -> bool:
    return said.relation.builds_on and said.modality.holds and said.status is not Status.REJECTED


def _of_statement(said: Statement) -> Reason:
    if said.status is Status.REJECTED:
        return Reason("rejected", f"the edge {said.relation} was ruled not to be", "graf rule accept", said)
    if not said.modality.holds:
        text = f"{said.relation} is only {said.modality}: a text says so, and nobody held has decided it"
        return Reason("not-decided", text, "the minutes of the body that decided", said)
    text = f"{said.relation} joins the two, and carries no thread from one to the next"
    return Reason("carries-no-thread", text, rule_of(said.rule).changes, said)


def _by_a_thing(graph: CaseGraph, deeds: tuple[Statement, ...]) -> Iterator[Reason]:
    labels = {thing.key: thing.label for thing in graph.instruments}
    for said in deeds:
        text = f"both acted on “{labels.get(said.object, said.object)}”, which makes a branch and no step"
        yield Reason("by-a-thing", text, "a text that says that the one case builds on the other", said)


def _refused(graph: CaseGraph, one: CaseId, other: CaseId) -> Iterator[Reason]:
    tails = [case_key(case).rsplit("/", 1)[1] for case in (one, other)]
    for problem in graph.problems:
        words = problem.message.split()
        if problem.message.startswith("refused: ") and all(tail in words for tail in tails):
            yield Reason("refused", _told(problem), "a ruling: graf rule accept, or a corrected day: graf rule date")


def _told(problem: Problem) -> str:
    return f"{problem.message} ({problem.document})" if problem.document else problem.message


def _left_open(resolution: Resolution) -> Reason:
    names = ", ".join(str(case) for case in resolution.candidates)
    taken = f"; {resolution.target} was taken" if resolution.target else ""
    text = f"“{resolution.reference.text}” in {resolution.document} could be {names}{taken}: {resolution.reason}"
    return Reason("left-open", text, rule_of(resolution.rule).changes, resolution=resolution)


def _around(graph: CaseGraph, one: CaseId, other: CaseId, told: bool) -> Iterator[Reason]:
    cases = {case.id: case for case in graph.cases}
    if one.municipality != other.municipality:
        text = "the two are cases of different towns, which nothing but a reference can join"
        yield Reason("other-town", text, "nothing: graf draws no thread from town to town")
    for case in (cases[one], cases[other]):
        if not case.held:
            yield _not_held(case)
    if other in {step.case.id for step in trace(graph, one).steps}:
        text = "both are steps of one thread, joined by the cases between them"
        yield Reason("through-others", text, "nothing need change: graf thread shows the way")
    elif not told:
        text = "no sentence of the documents held names the two together"
        change = "a document that cites the one in a paper of the other; or what you know of it: graf rule draw"
        yield Reason("never-named-together", text, change)


def _not_held(case: Case) -> Reason:
    text = f"no document of {case.label} itself is held, so what it builds on is known from others alone"
    return Reason("not-held", text, "the document: graf missing --format request asks for it")


def rule_of(name: str) -> RuleRow:
    """The row of a rule; a cue phrase of a text is the rule that texts speak for themselves."""
    return rules().get(name) or rules()["stated-relation"]


def rule_text(name: str) -> str:
    """A rule in a sentence.

    >>> rule_text("plain-reference")
    'The text cites the number of another case and says no more of how the two hang together.'
    """
    return rule_of(name).meaning
