"""References without a number, led to the case they mean by what is told of it, or kept with the reason why not."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graf.lineage.decisions import are_apart
from graf.lineage.material import Read
from graf.model import CaseId, DateExpression, Decision, DecisionPoint, Evidence, Reference, Resolution, Role
from graf.tables import cue
from graf.words import overlap, subject_stems

_ALIKE = 0.75
"""The share of a subject's words that must stand in the sentence that tells of a case."""


@dataclass(frozen=True, slots=True)
class Towns:
    """What is told of the cases of each town: decisions by case, and the sentences that name it."""

    decisions: dict[str, dict[CaseId, list[Decision]]]
    told: dict[CaseId, list[Evidence]]
    by_year: dict[tuple[str, int], list[Decision]]
    """Town and year → the decisions that were really taken."""
    by_stem: dict[tuple[str, str], set[CaseId]]
    """Town and stem → the cases that some sentence tells of with that word."""

    @classmethod
    def of(cls, reads: Iterable[Read], decisions: Iterable[Decision]) -> "Towns":
        """Index once."""
        towns = cls(defaultdict(lambda: defaultdict(list)), defaultdict(list), defaultdict(list), defaultdict(set))
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
        self.told[case] += [point.evidence for point in decision.points if point.status.holds]
        if when and decision.status.holds:
            self.by_year[case.municipality, when.earliest.year].append(decision)

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
    return _by_day(read, resolution, towns)


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


def _by_day(read: Read, resolution: Resolution, towns: Towns) -> Resolution:
    """The one case of the town in which that body did that then; of several, the one told of in the sentence's words."""
    reference, own = resolution.reference, read.own(resolution.reference.item)
    points = [p for p in read.extraction.points if p.evidence.start <= reference.span.start < p.evidence.end and p.date]
    if own is None or not points:
        return replace(resolution, reason="what was decided, and when, is not told with it")
    did = [d for p in points for d in _doing(p, own.municipality, towns) if d.case and d.case != own]
    found = tuple(sorted({d.case for d in did if d.case}, key=str))
    named = found if len(found) == 1 else _told_alike(reference, did)
    if len(named) == 1:
        return replace(resolution, target=named[0], rule="decision-by-day", candidates=found, reason=None)
    reason = "several cases fit" if found else "no case of the town has such a decision in that month"
    return replace(resolution, candidates=found, reason=reason)


def _doing(told: DecisionPoint, town: str, towns: Towns) -> Iterator[Decision]:
    """The decisions within the time that is told, of the body that is told, that did the same."""
    when = told.date
    for year in range(when.earliest.year, when.latest.year + 1) if when else ():
        for decision in towns.by_year.get((town, year), ()):
            if when and _is_within(decision.date, when) and len({told.body, decision.body} - {None}) <= 1:
                yield from (decision for point in decision.points if point.action is told.action and not are_apart(told, point))


def _is_within(date: DateExpression | None, when: DateExpression) -> bool:
    return date is not None and when.earliest <= date.earliest and date.latest <= when.latest


def _told_alike(reference: Reference, decisions: Iterable[Decision]) -> tuple[CaseId, ...]:
    """The cases whose points speak of what the sentence speaks of, where that sets them apart from the others."""
    words = reference.evidence.quote
    fits: dict[CaseId, float] = {}
    for decision in decisions:
        for point in decision.points if decision.case else ():
            if decision.case and point.evidence.document != reference.evidence.document:
                fit = overlap(point.target or point.task or point.evidence.quote, words)
                fits[decision.case] = max(fits.get(decision.case, 0.0), fit)
    return tuple(sorted((case for case, fit in fits.items() if fit >= _ALIKE), key=str))


def speaking(read: Read, reference: Reference) -> CaseId | None:
    """The case that a place speaks of: in a row of decisions the one told last before it, else the document's own."""
    for sequence in read.extraction.sequences:
        before = [(w, n) for w, n in zip(sequence.evidence, sequence.cases, strict=True) if w.start <= reference.span.start]
        if before and reference.span.start < sequence.evidence[-1].end and (case := read.case(before[-1][1])):
            return case
    return read.own(reference.item)
