"""Why an edge is there, or is not: the statements between two cases, and the candidates that were left open."""

from dataclasses import dataclass

from graf.keys import case_key
from graf.model import CaseGraph, CaseId, Resolution, Statement
from graf.tables import RuleRow, rules


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


def rule_of(name: str) -> RuleRow:
    """The row of a rule; a cue phrase of a text is the rule that texts speak for themselves."""
    return rules().get(name) or rules()["stated-relation"]


def rule_text(name: str) -> str:
    """A rule in a sentence.

    >>> rule_text("plain-reference")
    'The text cites the number of another case and says no more of how the two hang together.'
    """
    return rule_of(name).meaning
