"""What the evidence panel shows for each box, bar and line: plain values, put in place as text."""

from collections.abc import Iterable, Sequence
from typing import Any

from graf.keys import case_key
from graf.links import Links
from graf.model import (
    Assignment,
    AssignmentState,
    Case,
    CaseGraph,
    CaseId,
    Decision,
    DecisionPoint,
    Evidence,
    Statement,
    Thread,
)
from graf.write.picture.scene import branch_id, line_id
from graf.write.picture.states import states
from graf.write.picture.words import Words

MOST, MOST_IN_OVERVIEW = 8, 2
"""Quotes that the panel shows of one thing; the rest are counted."""

Fact = dict[str, Any]


def place(evidence: Evidence, words: Words) -> str:
    """Where a quote stands: document, page, characters."""
    page = [words.ui["page"].format(evidence.page)] if evidence.page is not None else []
    return ", ".join([evidence.document, *page, words.ui["characters"].format(evidence.start, evidence.end)])


def percent(confidence: float) -> str:
    """A confidence as a reader says it.

    >>> percent(0.8)
    '80 %'
    """
    return f"{round(confidence * 100)} %"


def names(graph: CaseGraph) -> dict[str, str]:
    """The printed name of every node that an edge can end in."""
    found = {case_key(case.id): case.label for case in graph.cases}
    found |= {one.key: one.label for one in graph.instruments}
    return found


def node_name(key: str, known: dict[str, str]) -> str:
    """What to call a node: its printed name, else the last part of its key."""
    return known.get(key) or key.rsplit("/", 1)[-1]


def case_fact(case: Case, decisions: Iterable[Decision], words: Words, most: int = MOST) -> Fact:
    """What is known of a case and what was decided in it."""
    told = tuple(sorted(decisions, key=lambda one: not one.status.holds))
    ui = words.ui
    rows = [
        (ui["title"], case.title or ""),
        (ui["date"], "; ".join(dict.fromkeys(words.when(one.date) for one in told if one.date))),
        (ui["body"], "; ".join(dict.fromkeys(one.body for one in told if one.body))),
        (ui["held"], ui["held_yes"] if case.held else ui["held_no"]),
        (ui["variants"], ", ".join(name for name in case.variants if name != case.label)),
        (ui["documents"], ", ".join(case.documents)),
    ]
    quotes = [_point(point, decision, words) for decision in told for point in decision.points]
    return _fact(f"{words.kind['case']} {case.label}", rows, quotes, words, most)


def statement_fact(statement: Statement, known: dict[str, str], words: Words, most: int = MOST) -> Fact:
    """What joins two nodes, how sure it is, and the words it rests on."""
    subject, target = node_name(statement.subject, known), node_name(statement.object, known)
    rows = [
        (words.ui["status"], words.status[statement.status]),
        (words.ui["modality"], words.modality[statement.modality]),
        (words.ui["rule"], _rule(statement.rule, words)),
        (words.ui["confidence"], percent(statement.confidence)),
    ]
    quotes = [_quote(one, "", words) for one in statement.evidence]
    return _fact(f"{subject} {words.relation[statement.relation]} {target}", rows, quotes, words, most)


def _rule(name: str, words: Words) -> str:
    """A rule in a sentence, with the name that ``graf why`` knows it by."""
    return f"{words.rule[name]} ({name})" if name in words.rule else name


def pair_fact(statements: Sequence[Statement], known: dict[str, str], words: Words) -> Fact:
    """The first of the statements between two nodes, and what else is said of the two."""
    fact = statement_fact(statements[0], known, words, MOST_IN_OVERVIEW)
    others = [f"{words.relation[one.relation]} ({words.status[one.status]})" for one in statements[1:]]
    return fact | {"rows": fact["rows"] + ([[words.ui["also"], ", ".join(others)]] if others else [])}


def assignment_fact(task: Assignment, stands: AssignmentState, known: dict[str, str], words: Words) -> Fact:
    """An assignment, where it stands, and the words that gave and answered it."""
    ui = words.ui
    rows = [
        (ui["task"], task.task),
        (ui["assigner"], task.assigner or ""),
        (ui["given"], words.when(task.given) if task.given else ""),
        (ui["deadline"], words.when(task.deadline) if task.deadline else ""),
        (ui["state"], words.state[stands]),
        (ui["answered_by"], node_name(case_key(task.answered_by), known) if task.answered_by else ""),
        (ui["answered_on"], words.when(task.answered_on) if task.answered_on else ""),
    ]
    quotes = [_quote(one, "", words) for one in task.evidence]
    quotes += [_quote(one, words.state["answered"], words) for one in task.answer]
    return _fact(ui["assignment_to"].format(task.assignee or ui["unknown_assignee"]), rows, quotes, words)


def thread_facts(graph: CaseGraph, thread: Thread, words: Words) -> dict[str, Fact]:
    """The facts of all that a thread's page shows, by the name of the thing."""
    known = names(graph)
    facts = {case_key(step.case.id): case_fact(step.case, step.decisions, words) for step in thread.steps}
    for branch in thread.branches:
        facts.setdefault(branch_id(branch), _branch_fact(branch.case, branch.label, graph, words))
        facts[line_id(branch.statement)] = statement_fact(branch.statement, known | {branch_id(branch): branch.label}, words)
    facts |= {line_id(step.via): statement_fact(step.via, known, words) for step in thread.steps if step.via}
    stands = states(graph, thread.assignments)
    return facts | {task.key: assignment_fact(task, stands[task.key], known, words) for task in thread.assignments}


def _branch_fact(case: Case | None, label: str, graph: CaseGraph, words: Words) -> Fact:
    if case is None:
        return _fact(f"{words.kind['instrument']} {label}", [], [], words)
    return case_fact(case, decisions_of(graph, case.id), words)


def decisions_of(graph: CaseGraph, case: CaseId) -> tuple[Decision, ...]:
    """The decisions in one case."""
    return tuple(one for one in graph.decisions if one.case == case)


def _fact(title: str, rows: list[tuple[str, str]], quotes: list[Fact], words: Words, most: int = MOST) -> Fact:
    more = words.ui["and_more"].format(len(quotes) - most) if len(quotes) > most else ""
    return {"title": title, "rows": [list(row) for row in rows if row[1]], "quotes": quotes[:most], "more": more}


def _point(point: DecisionPoint, decision: Decision, words: Words) -> Fact:
    who = decision.body or words.ui["unknown_body"]
    head = f"{who}: {words.action[point.action]} ({words.modality[point.status]})"
    note = f"{words.ui['rule']}: {point.rule}. {words.ui['confidence']}: {percent(point.confidence)}."
    return _quote(point.evidence, head, words) | {"note": note}


def _quote(evidence: Evidence, head: str, words: Words) -> Fact:
    return {
        "head": head,
        "before": evidence.before,
        "quote": evidence.quote,
        "after": evidence.after,
        "place": place(evidence, words),
        "evidence": evidence,
        "note": "",
    }


def linked(facts: dict[str, Fact], links: Links) -> dict[str, Fact]:
    """The same, each quote with the way to its document in place of the evidence itself."""
    return {name: fact | {"quotes": [_linked(one, links) for one in fact["quotes"]]} for name, fact in facts.items()}


def _linked(quote: Fact, links: Links) -> Fact:
    told = dict(quote)
    return told | {"link": links.to(told.pop("evidence"))}
