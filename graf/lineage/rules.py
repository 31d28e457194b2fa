"""The rules that make statements between cases. Each is a small function; its docstring is what ``graf why`` shows.

A rule never joins cases of two towns, and never a case with itself.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from graf.keys import case_key
from graf.lineage.facts import Facts, Rule, between
from graf.lineage.material import Read
from graf.lineage.reviewed import RULED, settled_reference
from graf.lineage.stated import stated_relation
from graf.lineage.unnumbered import speaking
from graf.model import (
    CaseId,
    Evidence,
    Modality,
    Relation,
    Resolution,
    Role,
    Sequence,
    Statement,
    Status,
)
from graf.tables import cue, instruments
from graf.words import stem

_BEGINS = 4
"""How many letters two words for things must begin with alike to be of one kind."""
_CONTINUES = {"row-of-decisions": 0.8, "background-in-order": 0.7}


def row_of_decisions(facts: Facts) -> Iterator[Statement]:
    """A text tells a row of decisions in order of time, as one matter: each case continues the one told before it."""
    for read in facts.reads:
        for sequence in read.extraction.sequences:
            yield from _continued(facts, read, sequence)


def _is_origin(facts: Facts, case: CaseId, later: list[CaseId]) -> bool:
    """Whether all that a case did was to establish a thing that a later one ended: its origin, no step towards its end."""
    made = facts.established.get(case, frozenset())
    return bool(made) and any(made & facts.ended.get(other, frozenset()) for other in later)


def _continued(facts: Facts, read: Read, sequence: Sequence) -> Iterator[Statement]:
    told = [
        (case, words) for number, words in zip(sequence.cases, sequence.evidence, strict=True) if (case := read.case(number))
    ]
    lead = (sequence.lead_in,) if sequence.lead_in else ()
    steps = [pair for n, pair in enumerate(told) if not _is_origin(facts, pair[0], [case for case, _ in told[n + 1 :]])]
    for (earlier, first), (later, second) in pairwise(steps):
        if not lead and not _is_one_matter(first, second):
            continue
        yield from between(
            later,
            Relation.CONTINUES,
            earlier,
            Status.INFERRED,
            _CONTINUES[sequence.rule],
            sequence.rule,
            (second, first, *lead),
        )


def _is_one_matter(first: Evidence, second: Evidence) -> bool:
    """Whether two sentences of a background, which nothing calls a row, may tell of one matter.

    They do not where the second says so ("i ett annat ärende"), or where each names things and none is the other's.
    """
    if cue("another-matter").search(second.quote):
        return False
    things, others = (_things(words.quote) for words in (first, second))
    return not (things and others) or any(_is_of_one_kind(one, other) for one in things for other in others)


def _things(quote: str) -> set[str]:
    return {match.group().lower() for row in instruments() for match in row.pattern.finditer(quote)}


def _is_of_one_kind(one: str, other: str) -> bool:
    """Whether two words begin alike, "policy" and "policyn", or one ends with the other, "trädfond" and "fonden"."""
    stems = stem(one), stem(other)
    return one[:_BEGINS] == other[:_BEGINS] or stems[0].endswith(stems[1]) or stems[1].endswith(stems[0])


def short_form(facts: Facts) -> Iterator[Statement]:
    """A number without a series is the case of the same year and serial that the document deals with.

    So "Dnr 145/13" is "STK-2013-145".
    """
    for read in facts.reads:
        for resolution in read.resolutions:
            if (
                resolution.rule == "short-form-of-own-number"
                and resolution.target
                and resolution.target.key != resolution.reference.key
            ):
                short = CaseId(resolution.target.municipality, resolution.reference.key)
                words = (resolution.reference.evidence, *_naming(read, resolution.target))
                yield Statement(
                    case_key(short),
                    Relation.SAME_CASE_AS,
                    case_key(resolution.target),
                    Status.INFERRED,
                    Modality.RECOUNTED,
                    0.85,
                    resolution.rule,
                    words,
                )


def _naming(read: Read, case: CaseId) -> tuple[Evidence, ...]:
    full = (r.reference.evidence for r in read.resolutions if r.target == case and r.reference.key == case.key)
    return tuple(full)[:1]


def earlier_decision_by_subject(facts: Facts) -> Iterator[Statement]:
    """The text follows an earlier decision that it names by subject alone.

    It is the latest earlier case of the town that is told of in those words.
    """
    telling = _first_telling(facts)
    for read, resolution in _resolved_by(facts, "earlier-decision-by-subject"):
        source, sure = speaking(read, resolution.reference), len(resolution.candidates) == 1
        words = (resolution.reference.evidence, *telling.get(resolution.target, ()))
        yield from between(
            source,
            Relation.IN_ACCORDANCE_WITH,
            resolution.target,
            Status.INFERRED,
            0.7 if sure else 0.6,
            resolution.rule,
            words,
        )


def _first_telling(facts: Facts) -> dict[CaseId | None, tuple[Evidence]]:
    """Case → the first sentence that names it by number."""
    found: dict[CaseId | None, tuple[Evidence]] = {}
    for read in facts.reads:
        for resolution in read.resolutions:
            if resolution.target and resolution.reference.kind == "case":
                found.setdefault(resolution.target, (resolution.reference.evidence,))
    return found


def decision_by_day(facts: Facts) -> Iterator[Statement]:
    """The text tells of a decision by its time, by what it did and by whom, but no number.

    It is the one case of the town in which that was done then.
    """
    for read, resolution in _resolved_by(facts, "decision-by-day"):
        own, words = read.own(resolution.reference.item), (resolution.reference.evidence,)
        yield from between(own, Relation.REFERS_TO, resolution.target, Status.INFERRED, 0.75, resolution.rule, words)


def settled_by_ruling(facts: Facts) -> Iterator[Statement]:
    """An analyst has settled which case a reference means."""
    for read, resolution in settled_reference(facts.reads):
        follows = resolution.reference.rule == "earlier-decision-about"
        relation = Relation.IN_ACCORDANCE_WITH if follows else Relation.REFERS_TO
        words = (resolution.reference.evidence,)
        source = speaking(read, resolution.reference)
        yield from between(source, relation, resolution.target, Status.REVIEWED, 1.0, RULED, words)


def plain_reference(facts: Facts) -> Iterator[Statement]:
    """The text cites the number of another case and says no more of how the two hang together."""
    for read in facts.reads:
        for resolution in read.resolutions:
            reference = resolution.reference
            if reference.kind in {"case", "gov_case", "paragraph"} and reference.role is Role.CITED and resolution.target:
                yield from between(
                    speaking(read, reference),
                    Relation.REFERS_TO,
                    resolution.target,
                    Status.STATED,
                    reference.confidence,
                    "plain-reference",
                    (reference.evidence,),
                )


def _resolved_by(facts: Facts, rule: str) -> Iterator[tuple[Read, Resolution]]:
    return ((read, r) for read in facts.reads for r in read.resolutions if r.rule == rule and r.target)


RULES: tuple[Rule, ...] = (
    row_of_decisions,
    stated_relation,
    short_form,
    earlier_decision_by_subject,
    decision_by_day,
    settled_by_ruling,
    plain_reference,
)
"""Every rule, the more telling before the less."""


def find_statements(facts: Facts, rules: Iterable[Rule] = RULES) -> tuple[Statement, ...]:
    """All that the rules have to say."""
    return tuple(statement for rule in rules for statement in rule(facts))
