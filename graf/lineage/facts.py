"""What the rules of lineage look at, and how they make a statement between two cases."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from graf.keys import case_key
from graf.lineage.material import Read
from graf.model import Assignment, CaseId, Decision, Evidence, Modality, Reference, Relation, Statement, Status


@dataclass(frozen=True)
class Facts:
    """What the rules may look at; its indexes are made when first asked for, hence no slots."""

    reads: tuple[Read, ...]
    decisions: tuple[Decision, ...]
    assignments: tuple[Assignment, ...]
    established: dict[CaseId, frozenset[str]]
    """Case → the things it established, for cases that are told to have done nothing else."""
    ended: dict[CaseId, frozenset[str]]
    """Case → the things it repealed or replaced."""

    @cached_property
    def decision_at(self) -> dict[tuple[str, int], Decision]:
        """Document and place of a point's words → the decision that it is a point of."""
        return {
            (words.document, words.start): decision
            for decision in self.decisions
            for point in decision.points
            for words in (point.evidence, *point.more)
        }

    @cached_property
    def by_address(self) -> dict[tuple[CaseId, str], list[Decision]]:
        """Case and § → the decisions taken under that §."""
        found: dict[tuple[CaseId, str], list[Decision]] = {}
        for decision in self.decisions:
            if decision.case and decision.paragraph and decision.status.holds:
                found.setdefault((decision.case, decision.paragraph), []).append(decision)
        return found

    def decision_of(self, case: CaseId, reference: Reference) -> Decision | None:
        """The decision in a case that a § with its day names, where that one is known."""
        if reference.kind != "paragraph" or reference.date is None:
            return None
        told = self.by_address.get((case, reference.normal.lstrip("§ ")), ())
        same_day = [d for d in told if d.date == reference.date]
        return same_day[0] if len(same_day) == 1 else None


Rule = Callable[[Facts], Iterator[Statement]]


def between(
    source: CaseId | None,
    relation: Relation,
    target: CaseId | None,
    status: Status,
    confidence: float,
    rule: str,
    evidence: tuple[Evidence, ...],
    modality: Modality = Modality.RECOUNTED,
) -> Iterator[Statement]:
    """A statement between two cases; none between a case and itself, and only plain references between towns."""
    if (
        source
        and target
        and source != target
        and (source.municipality == target.municipality or relation is Relation.REFERS_TO)
    ):
        yield Statement(case_key(source), relation, case_key(target), status, modality, confidence, rule, evidence)
