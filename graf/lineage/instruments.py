"""The things that decisions are about, and who established, changed or repealed them (styrmedel)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graf.keys import case_key, slug
from graf.model import Action, CaseId, Decision, DecisionPoint, PolicyInstrument, Relation, Statement, Status
from graf.tables import instruments
from graf.words import subject_stems

_RELATIONS = {
    Action.ESTABLISH: Relation.ADOPTS,
    Action.ADOPT: Relation.ADOPTS,
    Action.REPEAL: Relation.REPEALS,
    Action.REPLACE: Relation.REPLACES,
    Action.AMEND: Relation.AMENDS,
}


@dataclass(frozen=True, slots=True)
class Deeds:
    """The instruments, and the statements of what was done to them."""

    instruments: tuple[PolicyInstrument, ...]
    statements: tuple[Statement, ...]


def find_deeds(decisions: Iterable[Decision]) -> Deeds:
    """What decisions did to things that one town's documents name alike: the same stems are one thing."""
    labels: dict[str, str] = {}
    statements: list[Statement] = []
    for decision, case, point in _touching(decisions):
        key = instrument_key(case.municipality, point.target or "")
        labels[key] = min(labels.get(key, point.target or ""), point.target or "", key=lambda label: (len(label), label))
        evidence = (point.evidence, *point.more)
        for subject in (case_key(case), decision.key):
            statements.append(
                Statement(
                    subject,
                    _RELATIONS[point.action],
                    key,
                    Status.STATED,
                    point.status,
                    point.confidence,
                    "acts-on-thing",
                    evidence,
                )
            )
    found = tuple(PolicyInstrument(key, labels[key]) for key in sorted(labels))
    return Deeds(found, tuple(statements))


def instrument_key(municipality: str, words: str) -> str:
    """The key of a thing: the stems of its name, in order of the alphabet, in its town.

    >>> instrument_key("1280", "de sociala investeringsfonderna") == instrument_key("1280", "social investeringsfond")
    True
    """
    return f"styrmedel/{municipality}/{slug(' '.join(sorted(subject_stems(words))))}"


def origins_and_ends(decisions: Iterable[Decision]) -> tuple[dict[CaseId, frozenset[str]], dict[CaseId, frozenset[str]]]:
    """Case → what it established, for cases that did nothing else; and case → what it repealed or replaced."""
    made: dict[CaseId, set[str]] = defaultdict(set)
    ended: dict[CaseId, set[str]] = defaultdict(set)
    more: set[CaseId] = set()
    for decision in decisions:
        case = decision.case
        for point in decision.points if case else ():
            if case and point.action is Action.ESTABLISH:
                made[case].add(instrument_key(case.municipality, point.target or ""))
            elif case and point.action in {Action.REPEAL, Action.REPLACE}:
                ended[case].add(instrument_key(case.municipality, point.target or ""))
            elif case:
                more.add(case)
    return {c: frozenset(t) for c, t in made.items() if c not in more}, {c: frozenset(t) for c, t in ended.items()}


def _touching(decisions: Iterable[Decision]) -> Iterator[tuple[Decision, CaseId, DecisionPoint]]:
    for decision in decisions:
        for point in decision.points:
            if decision.case and point.action in _RELATIONS and point.target and _is_thing(point.target):
                yield decision, decision.case, point


def _is_thing(words: str) -> bool:
    return any(row.pattern.search(words) for row in instruments())
