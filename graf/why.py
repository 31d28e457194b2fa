"""Why an edge is there, or is not: the statements between two cases, and the candidates that were left open."""

from dataclasses import dataclass

from graf.keys import case_key
from graf.lineage.rules import RULES as LINEAGE
from graf.model import CaseGraph, CaseId, Resolution, Statement
from graf.resolve import RULES as RESOLVING

_TEXTS = {
    "row-of-decisions": "row_of_decisions",
    "background-in-order": "row_of_decisions",
    "short-form-of-own-number": "short_form",
    "earlier-decision-by-subject": "earlier_decision_by_subject",
    "latest-decision-by-month": "latest_decision_by_month",
    "deferral-names-task": "deferral_names_task",
    "plain-reference": "plain_reference",
}
_OTHERS = {
    "none": "No rule leads the reference to a case.",
    "report-answers-assignment": "A paper whose title calls it a report answers the assignment that asks for such a report.",
    "stated-answer": "The paper says that it comes of an assignment and names the case that gave it.",
    "acts-on-thing": "The decision names the thing that it establishes, adopts, changes, replaces or repeals.",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the graph holds between two cases."""

    statements: tuple[Statement, ...]
    candidates: tuple[Resolution, ...]
    """References that could mean one of the two, and were left open."""


def explain(graph: CaseGraph, one: CaseId, other: CaseId) -> Explanation:
    """Everything said between two cases, in either direction."""
    keys = {case_key(one), case_key(other)}
    statements = tuple(s for s in graph.statements if {s.subject, s.object} == keys)
    pair = {one, other}
    open_ones = tuple(r for r in graph.resolutions if r.reason and r.case in pair and pair & set(r.candidates) - {r.case})
    return Explanation(statements, open_ones)


def rule_text(name: str) -> str:
    """A rule in a sentence: its docstring.

    >>> rule_text("plain-reference")
    'The text cites the number of another case and says no more of how the two hang together.'
    """
    functions = {rule.__name__: rule for rule in LINEAGE}
    resolving = {key: rule for key, rule, _ in RESOLVING}
    found = functions.get(_TEXTS.get(name, "")) or resolving.get(name)
    return " ".join((found.__doc__ or "").split()) if found else _OTHERS.get(name, "The text says so with a phrase of its own.")
