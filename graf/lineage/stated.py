"""Relations that a text states with a phrase of its own, each attached to the finest thing it names."""

from collections.abc import Iterator
from dataclasses import replace

from graf.lineage.facts import Facts, between
from graf.lineage.material import Read
from graf.model import CaseId, RelationMention, Resolution, Statement, Status


def stated_relation(facts: Facts) -> Iterator[Statement]:
    """The text says with a phrase of its own how one case bears on another ("ett komplement till ärendet …").

    A relation to a § with its day, or one that stands in a decision of its own, joins those decisions; and always their cases.
    """
    for read in facts.reads:
        for mention in read.extraction.relations:
            yield from _of(facts, read, mention)


def _of(facts: Facts, read: Read, mention: RelationMention) -> Iterator[Statement]:
    beside = read.at(mention.at) if mention.at else None
    source, target = _end(read, mention.source, mention, beside), _end(read, mention.target, mention, beside)
    lifted = between(
        source, mention.relation, target, Status.STATED, mention.confidence, mention.rule, (mention.evidence,), mention.modality
    )
    for statement in lifted:
        yield statement
        if fine := _finest(facts, statement, (source, target), mention, beside):
            yield fine


def _end(read: Read, number: str | None, mention: RelationMention, beside: Resolution | None) -> CaseId | None:
    """The case of one end: of the number beside the cue, of the other number, or the document's or item's own."""
    if number is None:
        return read.own(mention.item)
    if beside and beside.reference.normal == number:
        return beside.target
    own = read.own(mention.item)
    return read.case(number) or own


def _finest(
    facts: Facts,
    lifted: Statement,
    ends: tuple[CaseId | None, CaseId | None],
    mention: RelationMention,
    beside: Resolution | None,
) -> Statement | None:
    """The same between decisions, where the text stands in one or names one by its § and day."""
    speaks = facts.decision_at.get((mention.evidence.document, mention.evidence.start))
    named = facts.decision_of(beside.target, beside.reference) if beside and beside.target else None
    subject, target = lifted.subject, lifted.object
    for decision in (named, speaks):
        if decision and decision.case == ends[0] and decision.status.holds and mention.modality.holds:
            subject = decision.key
    if named and named.case == ends[1]:
        target = named.key
    return replace(lifted, subject=subject, object=target) if (subject, target) != (lifted.subject, lifted.object) else None
