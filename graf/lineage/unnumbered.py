"""References without a number, led to the case they mean by what is told of it, or kept with the reason why not."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graf.lineage.material import Read
from graf.model import Action, CaseId, DateExpression, Decision, Evidence, Reference, Resolution, Role
from graf.tables import cue
from graf.words import overlap, subject_stems

_ALIKE = 0.75
"""The share of a subject's words that must stand in the sentence that tells of a case."""


@dataclass(frozen=True, slots=True)
class Towns:
    """What is told of the cases of each town: decisions by case, and the sentences that name it."""

    decisions: dict[str, dict[CaseId, list[Decision]]]
    told: dict[CaseId, list[Evidence]]
    by_deed: dict[tuple[str, DateExpression, Action], set[CaseId]]
    """Town, date and what was done → the cases it was done in."""
    by_stem: dict[tuple[str, str], set[CaseId]]
    """Town and stem → the cases that some sentence tells of with that word."""

    @classmethod
    def of(cls, reads: Iterable[Read], decisions: Iterable[Decision]) -> "Towns":
        """Index once."""
        towns = cls(defaultdict(lambda: defaultdict(list)), defaultdict(list), defaultdict(set), defaultdict(set))
        for decision in decisions:
            towns._take(decision)
        for read in reads:
            for resolution in read.resolutions:
                if resolution.target and resolution.reference.role is not Role.LISTED:
                    towns.told[resolution.target].append(resolution.reference.evidence)
        for case, sentences in towns.told.items():
            for stem in frozenset().union(*(subject_stems(words.quote) for words in sentences)):
                towns.by_stem[case.municipality, stem].add(case)
        return towns

    def _take(self, decision: Decision) -> None:
        case, when = decision.case, decision.date
        if case is None:
            return
        self.decisions[case.municipality][case].append(decision)
        if when:
            for point in decision.points:
                self.by_deed[case.municipality, when, point.action].add(case)

    def telling(self, town: str, subject: str) -> list[CaseId]:
        """The cases of a town of which one sentence tells in the words of a subject."""
        stems = subject_stems(subject)
        counted = Counter(case for stem in stems for case in self.by_stem.get((town, stem), ()))
        near = (case for case, number in counted.items() if number >= _ALIKE * len(stems))
        return [case for case in near if any(overlap(subject, words.quote) >= _ALIKE for words in self.told[case])]

    def first_day(self, case: CaseId) -> str | None:
        """The day of the first decision in a case that was really taken."""
        known = self.decisions[case.municipality].get(case, ())
        return min((str(d.date.earliest) for d in known if d.date and d.status.holds), default=None)


def settle(reads: tuple[Read, ...], decisions: Iterable[Decision]) -> tuple[Read, ...]:
    """The same documents, with their references by words resolved as far as that can be done."""
    towns = Towns.of(reads, decisions)
    return tuple(replace(read, resolutions=tuple(_settled(read, r, towns) for r in read.resolutions)) for read in reads)


def _settled(read: Read, resolution: Resolution, towns: Towns) -> Resolution:
    if resolution.reference.kind != "decision" or resolution.target:
        return resolution
    if resolution.reference.rule == "earlier-decision-about":
        return _by_subject(read, resolution, towns)
    return _by_month(read, resolution, towns)


def _by_subject(read: Read, resolution: Resolution, towns: Towns) -> Resolution:
    """The latest earlier case of the town that is told of in the words of the subject; the others stay as candidates."""
    source = speaking(read, resolution.reference)
    when = towns.first_day(source) if source else None
    if source is None or when is None:
        return replace(resolution, reason="when the case that refers was decided is not known")
    subject = cue("earlier-decision").sub("", resolution.reference.text)
    fits = [
        (day, case)
        for case in towns.telling(source.municipality, subject)
        if case != source and (day := towns.first_day(case)) and day < when
    ]
    found = tuple(case for _, case in sorted(fits, key=lambda pair: (pair[0], str(pair[1]))))
    if not found:
        return replace(resolution, reason="no earlier case of the town is told of in these words")
    reason = None if len(found) == 1 else "several earlier cases fit; the latest is taken"
    return replace(resolution, target=found[-1], rule="earlier-decision-by-subject", candidates=found, reason=reason)


def _by_month(read: Read, resolution: Resolution, towns: Towns) -> Resolution:
    """The one case of the town in which that was done in that month which the sentence tells of."""
    reference, own = resolution.reference, read.own(resolution.reference.item)
    points = [p for p in read.extraction.points if p.evidence.start <= reference.span.start < p.evidence.end and p.date]
    if own is None or not points:
        return replace(resolution, reason="what was decided, and when, is not told with it")
    cases = {case for p in points if p.date for case in towns.by_deed.get((own.municipality, p.date, p.action), ())}
    found = tuple(sorted(cases - {own}, key=str))
    if len(found) == 1:
        return replace(resolution, target=found[0], rule="latest-decision-by-month", candidates=found, reason=None)
    reason = "several cases fit" if found else "no case of the town has such a decision in that month"
    return replace(resolution, candidates=found, reason=reason)


def speaking(read: Read, reference: Reference) -> CaseId | None:
    """The case that a place speaks of: in a row of decisions the one told last before it, else the document's own."""
    for sequence in read.extraction.sequences:
        before = [(w, n) for w, n in zip(sequence.evidence, sequence.cases, strict=True) if w.start <= reference.span.start]
        if before and reference.span.start < sequence.evidence[-1].end and (case := read.case(before[-1][1])):
            return case
    return read.own(reference.item)
