"""What the evidence panel shows for each box, bar and line: phrases and the words of documents, put in place as text."""

from collections.abc import Iterable, Sequence
from typing import Any

from graf.keys import case_key
from graf.links import NO_LINKS, Links
from graf.model import (
    Assignment,
    AssignmentState,
    Case,
    CaseGraph,
    CaseId,
    Decision,
    DecisionPoint,
    Evidence,
    Resolution,
    Statement,
    Thread,
)
from graf.write.picture.phrases import Said, joined, phrase, plain
from graf.write.picture.scene import branch_id, line_id
from graf.write.picture.sources import percent, place, rule_said
from graf.write.picture.states import states

MOST, MOST_IN_OVERVIEW = 8, 2
"""Quotes that the panel shows of one thing; the rest are counted."""

Fact = dict[str, Any]
Row = tuple[str, Said]


def names(graph: CaseGraph) -> dict[str, str]:
    """The printed name of every node that an edge can end in."""
    found = {case_key(case.id): case.label for case in graph.cases}
    found |= {one.key: one.label for one in graph.instruments}
    return found


def node_name(key: str, known: dict[str, str]) -> str:
    """What to call a node: its printed name, else the last part of its key."""
    return known.get(key) or key.rsplit("/", 1)[-1]


class Facts:
    """Makes the facts of one page."""

    def __init__(self, graph: CaseGraph, links: Links = NO_LINKS, most: int = MOST) -> None:
        """``links`` leads to the documents, ``most`` caps the quotes of one thing."""
        self.graph, self.links, self.most = graph, links, most
        self.known = names(graph)
        self.ambiguous: dict[CaseId, list[Resolution]] = {}
        for one in graph.resolutions:
            if one.case and one.target is None and len(one.candidates) > 1:
                self.ambiguous.setdefault(one.case, []).append(one)

    def case(self, case: Case, decisions: Iterable[Decision]) -> Fact:
        """What is known of a case and what was decided in it."""
        told = tuple(sorted(decisions, key=lambda one: not one.status.holds))
        rows: list[Row] = [
            ("ui.title", case.title or ""),
            ("ui.date", joined("; ", dict.fromkeys(one.date for one in told if one.date))),
            ("ui.body", "; ".join(dict.fromkeys(one.body for one in told if one.body))),
            ("ui.held", phrase("ui.held_yes" if case.held else "ui.held_no")),
            ("ui.variants", ", ".join(name for name in case.variants if name != case.label)),
            ("ui.documents", ", ".join(case.documents)),
            *((("ui.ambiguous", self._doubt(one))) for one in self.ambiguous.get(case.id, ())),
        ]
        quotes = [self._point(point, decision) for decision in told for point in decision.points]
        return self._fact(joined(" ", (phrase("kind.case"), case.label)), rows, _merged(quotes))

    def _doubt(self, one: Resolution) -> Said:
        may_be = ", ".join(node_name(case_key(case), self.known) for case in one.candidates)
        return phrase("ui.may_be", one.reference.text, may_be)

    def statement(self, statement: Statement) -> Fact:
        """What joins two nodes, how sure it is, and the words it rests on."""
        ends = node_name(statement.subject, self.known), node_name(statement.object, self.known)
        rows: list[Row] = [
            ("ui.status", phrase(f"status.{statement.status}")),
            ("ui.modality", phrase(f"modality.{statement.modality}")),
            ("ui.rule", rule_said(statement.rule)),
            ("ui.confidence", percent(statement.confidence)),
        ]
        quotes = [self._quote(one) for one in statement.evidence]
        return self._fact(joined(" ", (ends[0], phrase(f"relation.{statement.relation}"), ends[1])), rows, quotes)

    def pair(self, statements: Sequence[Statement]) -> Fact:
        """The first of the statements between two nodes, and what else is said of the two."""
        fact = self.statement(statements[0])
        others = [phrase("ui.other", phrase(f"relation.{s.relation}"), phrase(f"status.{s.status}")) for s in statements[1:]]
        return fact | {"rows": fact["rows"] + ([[["ui.also"], plain(joined(", ", others))]] if others else [])}

    def assignment(self, task: Assignment, stands: AssignmentState) -> Fact:
        """An assignment, where it stands, and the words that gave and answered it."""
        rows: list[Row] = [
            ("ui.task", task.task),
            ("ui.assigner", task.assigner or ""),
            ("ui.given", task.given or ""),
            ("ui.deadline", task.deadline or ""),
            ("ui.state", phrase(f"state.{stands}")),
            ("ui.answered_by", node_name(case_key(task.answered_by), self.known) if task.answered_by else ""),
            ("ui.answered_on", task.answered_on or ""),
        ]
        quotes = [self._quote(one) for one in task.evidence]
        quotes += [self._quote(one, phrase("state.answered")) for one in task.answer]
        return self._fact(phrase("ui.assignment_to", task.assignee or phrase("ui.unknown_assignee")), rows, quotes)

    def thread(self, thread: Thread) -> dict[str, Fact]:
        """The facts of all that a thread's page shows, by the name of the thing."""
        facts = {case_key(step.case.id): self.case(step.case, step.decisions) for step in thread.steps}
        for branch in thread.branches:
            self.known.setdefault(branch_id(branch), branch.label)
            facts.setdefault(branch_id(branch), self._branch(branch.case, branch.label))
            facts[line_id(branch.statement)] = self.statement(branch.statement)
        facts |= {line_id(step.via): self.statement(step.via) for step in thread.steps if step.via}
        stands = states(self.graph, thread.assignments)
        return facts | {task.key: self.assignment(task, stands[task.key]) for task in thread.assignments}

    def _branch(self, case: Case | None, label: str) -> Fact:
        if case is None:
            return self._fact(joined(" ", (phrase("kind.instrument"), label)), [], [])
        return self.case(case, (one for one in self.graph.decisions if one.case == case.id))

    def _fact(self, title: Said, rows: list[Row], quotes: list[Fact]) -> Fact:
        more = phrase("ui.and_more", len(quotes) - self.most) if len(quotes) > self.most else ""
        said = [[[name], plain(value)] for name, value in rows if value not in {"", None}]
        return {"title": plain(title), "rows": said, "quotes": quotes[: self.most], **({"more": plain(more)} if more else {})}

    def _point(self, point: DecisionPoint, decision: Decision) -> Fact:
        who = decision.body or phrase("ui.unknown_body")
        what = phrase("ui.did", who, phrase(f"action.{point.action}"), phrase(f"modality.{point.status}"))
        note = phrase("ui.rule_and_confidence", rule_said(point.rule), percent(point.confidence))
        return self._quote(point.evidence, what) | {"note": plain(note)}

    def _quote(self, evidence: Evidence, head: Said = "") -> Fact:
        return {
            **({"head": plain(head)} if head else {}),
            "before": _lead(evidence.before),
            "quote": evidence.quote,
            "after": _trail(evidence.after),
            "document": evidence.document,
            "place": plain(place(evidence)),
            "link": self.links.to(evidence),
        }


_CUT = 40
"""Context as long as this was cut somewhere, likely inside a word."""


def _lead(before: str) -> str:
    """The words before a quote, from the first whole one."""
    first, blank, rest = before.partition(" ")
    return f"… {rest}" if len(before) >= _CUT and blank and first[:1].islower() else before


def _trail(after: str) -> str:
    """The words after a quote, to the last whole one."""
    rest, blank, last = after.rpartition(" ")
    return f"{rest} …" if len(after) >= _CUT and blank and last[-1:].isalpha() else after


def _merged(quotes: list[Fact]) -> list[Fact]:
    """Several things that the same words say, under those words once."""
    found: dict[tuple[str, str, str], Fact] = {}
    for one in quotes:
        key = (one["document"], one["quote"], str(one["place"]))
        if key not in found:
            found[key] = one
        elif one.get("head") and one["head"] not in _heads(found[key]["head"]):
            found[key] = found[key] | {"head": ["join", "; ", *_heads(found[key]["head"]), one["head"]]}
    return list(found.values())


def _heads(head: Any) -> list[Any]:
    return head[2:] if isinstance(head, list) and head[:2] == ["join", "; "] else [head]
