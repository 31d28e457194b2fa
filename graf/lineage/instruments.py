"""The things that decisions are about, and who established, changed or repealed them (styrmedel)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

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
    Action.CLOSE: Relation.CLOSES,
}


_RULE = "acts-on-thing"
_HEAD = re.compile(r"[ ](?:om|för|med|av|i|på|till|kring|gällande|angående|avseende|rörande)[ ]")
_ADOPTED = re.compile(r",?\s+(?:antag|fastställ|beslut)(?:en|et|na|d|t|da|ad|at|ade|ats)\s+(?:av|den|i|\d).*$", re.DOTALL)
_YEARS = re.compile(r"(?<![\d-])(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?(?![\d-])")
_CLAUSE = re.compile(r"^.*\b(?:att|samt|och därtill)\s+", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Deeds:
    """The instruments, and the statements of what was done to them."""

    instruments: tuple[PolicyInstrument, ...]
    statements: tuple[Statement, ...]


def find_deeds(decisions: Iterable[Decision]) -> Deeds:
    """What decisions did to things that one town's documents name alike: the same stems are one thing.

    A thing named by its head alone ("fonderna") is the one thing of that kind that the same case or document names in full.
    """
    touched = [(decision, case, point, _named(point.target or "")) for decision, case, point in _touching(decisions)]
    full = _in_full(touched)
    labels: dict[str, str] = {}
    statements: list[Statement] = []
    for decision, case, point, words in touched:
        name = _meant(decision, case, words, full)
        key = _key(case, name)
        labels[key] = min(labels.get(key, name), name, key=lambda label: (len(label), label))
        evidence = (point.evidence, *point.more)
        for subject in (case_key(case), decision.key):
            said = Statement(
                subject, _RELATIONS[point.action], key, Status.STATED, point.status, point.confidence, _RULE, evidence
            )
            statements.append(said)
    found = tuple(PolicyInstrument(key, labels[key]) for key in sorted(labels))
    return Deeds(found, tuple(statements))


def _named(words: str) -> str:
    """The thing itself, without the clause before it and without who adopted it.

    "Kommunstyrelsen föreslår nu att fonderna" speaks of the funds, "Riktlinjer, antagna av nämnden" of the guidelines.
    """
    named = _CLAUSE.sub("", words) or words
    return _ADOPTED.sub("", named) or named


def _in_full(touched: Iterable[tuple[Decision, CaseId, DecisionPoint, str]]) -> dict[str, set[str]]:
    """Case or document → the things of more than one stem, or of a compound, that it names."""
    full: dict[str, set[str]] = defaultdict(set)
    for _, case, point, words in touched:
        if len(subject_stems(words)) > 1:
            for place in (case_key(case), *(e.document for e in (point.evidence, *point.more))):
                full[place].add(words)
    return full


def _meant(decision: Decision, case: CaseId, words: str, full: dict[str, set[str]]) -> str:
    stems = subject_stems(words)
    if len(stems) != 1:
        return words
    (head,) = stems
    papers = {e.document for point in decision.points for e in (point.evidence, *point.more)}
    for places in ([case_key(case)], sorted(papers)):
        fits = {n for place in places for n in full.get(place, ()) if any(s.endswith(head) for s in subject_stems(n))}
        if len({instrument_key(case.municipality, name) for name in fits}) == 1:
            return min(fits)
    return words


def instrument_key(municipality: str, words: str) -> str:
    """The key of a thing: the stems of its name, in order of the alphabet, in its town.

    >>> instrument_key("1280", "de sociala investeringsfonderna") == instrument_key("1280", "social investeringsfond")
    True
    """
    return f"styrmedel/{municipality}/{slug(' '.join(sorted(subject_stems(words))))}"


def _key(case: CaseId, words: str) -> str:
    """The key of a thing; one that is named by its kind alone ("taxan") is its case's own, and no other case's.

    "Taxa för avfall 2019" is not that of 2018.
    """
    bare = any(kind.fullmatch(words.strip()) for kind in _kinds())
    key = "-".join([instrument_key(case.municipality, words), *(slug(years) for years in _YEARS.findall(words))])
    return f"{key}-{slug(case.key)}" if bare else key


@cache
def _kinds() -> tuple[re.Pattern[str], ...]:
    """The kinds of things as whole words, with nothing before them that makes a compound."""
    return tuple(re.compile(row.pattern.pattern.replace(r"\w*", "", 1), row.pattern.flags) for row in instruments())


def origins_and_ends(decisions: Iterable[Decision]) -> tuple[dict[CaseId, frozenset[str]], dict[CaseId, frozenset[str]]]:
    """Case → what it established, for cases that did nothing else; and case → what it repealed or replaced."""
    made: dict[CaseId, set[str]] = defaultdict(set)
    ended: dict[CaseId, set[str]] = defaultdict(set)
    more: set[CaseId] = set()
    for decision in decisions:
        case = decision.case
        for point in decision.points if case else ():
            if case and point.action is Action.ESTABLISH:
                made[case].add(_key(case, point.target or ""))
            elif case and point.action in {Action.REPEAL, Action.REPLACE}:
                ended[case].add(_key(case, point.target or ""))
            elif case:
                more.add(case)
    return {c: frozenset(t) for c, t in made.items() if c not in more}, {c: frozenset(t) for c, t in ended.items()}


def _touching(decisions: Iterable[Decision]) -> Iterator[tuple[Decision, CaseId, DecisionPoint]]:
    for decision in decisions:
        for point in decision.points:
            if decision.case and point.action in _RELATIONS and point.target and _is_thing(point.target, point.action):
                yield decision, decision.case, point


def _is_thing(words: str, action: Action) -> bool:
    """Whether the words name a thing; what is closed must be one itself: "arbetet med riktlinjerna" is none."""
    named = _HEAD.split(words, maxsplit=1)[0] if action is Action.CLOSE else words
    return any(row.pattern.search(named) for row in instruments())
