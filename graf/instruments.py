"""The register of policy instruments (styrmedel): who established, changed or ended each, and what was in force on a day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graf.model import CaseGraph, CaseId, DateExpression, Decision, Evidence, Modality, PolicyInstrument, Relation, Status

_ENDS = {Relation.REPEALS, Relation.REPLACES, Relation.CLOSES}


class Force(StrEnum):
    """Whether an instrument was in force on a day, as far as the documents held tell."""

    IN_FORCE = "in force"
    ENDED = "ended"
    NOT_YET = "not yet"
    UNCERTAIN = "uncertain"
    """The day lies within a month or a year in which it began or ended."""
    ONLY_PROPOSED = "only proposed"


@dataclass(frozen=True, slots=True)
class Deed:
    """What one decision did to an instrument."""

    relation: Relation
    modality: Modality
    case: CaseId | None
    body: str | None
    date: DateExpression | None
    evidence: tuple[Evidence, ...]

    @property
    def ends(self) -> bool:
        """Whether the instrument stopped being in force by it."""
        return self.relation in _ENDS


@dataclass(frozen=True, slots=True)
class History:
    """An instrument with all that was done to it, in order of time; what has no day comes last."""

    instrument: PolicyInstrument
    deeds: tuple[Deed, ...]

    @property
    def done(self) -> tuple[Deed, ...]:
        """The deeds that were really done, with a day."""
        return tuple(deed for deed in self.deeds if deed.modality.holds and deed.date)


def histories(graph: CaseGraph) -> tuple[History, ...]:
    """Every instrument of the graph, in order of its label."""
    decisions = {decision.key: decision for decision in graph.decisions}
    deeds: dict[str, list[Deed]] = defaultdict(list)
    for said in graph.statements:
        if said.object.startswith("styrmedel/") and said.subject in decisions and said.status is not Status.REJECTED:
            deeds[said.object].append(_deed(said.relation, said.modality, decisions[said.subject], said.evidence))
    found = (History(thing, tuple(sorted(deeds[thing.key], key=_order))) for thing in graph.instruments)
    return tuple(sorted(found, key=lambda history: (history.instrument.label.lower(), history.instrument.key)))


def _deed(relation: Relation, modality: Modality, decision: Decision, words: tuple[Evidence, ...]) -> Deed:
    return Deed(relation, modality, decision.case, decision.body, decision.date, words)


def _order(deed: Deed) -> tuple[str, bool, str]:
    # what replaces a thing by a new one of the same name ends the old before it adopts the new
    return str(deed.date.earliest) if deed.date else "9999", not deed.ends, str(deed.case)


def force_on(history: History, day: date) -> Force:
    """Whether an instrument was in force on a day.

    What was changed or ended must have been in force before, though no document held tells of its beginning.
    """
    done = history.done
    if not done:
        return Force.ONLY_PROPOSED
    if any(d.date and d.date.earliest <= day < d.date.latest and _turns(d, done) for d in done):
        return Force.UNCERTAIN
    before = [d for d in done if d.date and d.date.latest <= day]
    if before:
        return Force.ENDED if before[-1].ends else Force.IN_FORCE
    return Force.NOT_YET if done[0].relation is Relation.ADOPTS else Force.IN_FORCE


def _turns(deed: Deed, done: Iterable[Deed]) -> bool:
    """Whether a deed changes that the instrument is in force, and not only what it says."""
    return deed.ends or deed is next(iter(done), None)
