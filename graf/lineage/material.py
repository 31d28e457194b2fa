"""What the rules of lineage look at: every extraction with its resolutions, cases led to the ones they stand for."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from graf.model import CaseId, DateExpression, DecisionPoint, Extraction, Resolution, Span
from graf.resolve import own_case_of, point_cases, scope_of


@dataclass(frozen=True, slots=True)
class Paper:
    """What speaks for one case at one time: a letter, or one § of minutes."""

    read: "Read"
    own: CaseId
    title: str | None
    resolutions: tuple[Resolution, ...]
    points: tuple[DecisionPoint, ...]

    @property
    def day(self) -> DateExpression | None:
        """The day of the document."""
        return self.read.extraction.document.date

    @property
    def body(self) -> str | None:
        """The body or office that writes."""
        return self.read.extraction.document.body


@dataclass(frozen=True, slots=True)
class Read:
    """One document, read and resolved."""

    extraction: Extraction
    resolutions: tuple[Resolution, ...]
    aliases: dict[CaseId, CaseId] = field(default_factory=dict)
    """Short numbers of this document → the cases that a rule says they are."""
    same: dict[CaseId, CaseId] = field(default_factory=dict)
    """Cases that an analyst has ruled to be others."""

    @property
    def scope(self) -> str:
        """The diary that its bare numbers belong to."""
        return scope_of(self.extraction.document)

    def cases(self, point: DecisionPoint) -> tuple[CaseId, ...]:
        """The cases that a point is a decision in: by number, else by the § of the meeting that decided."""
        numbered = point_cases(self.extraction, point, self.aliases)
        return tuple(dict.fromkeys(self.same.get(case, case) for case in numbered)) or self._by_paragraph(point)

    def _by_paragraph(self, point: DecisionPoint) -> tuple[CaseId, ...]:
        start, end = point.evidence.start, point.evidence.end
        found = (r for r in self.resolutions if r.reference.kind == "paragraph" and r.target)
        inside = (r.target for r in found if start <= r.reference.span.start < end)
        return tuple(dict.fromkeys(case for case in inside if case))

    def own(self, item: str | None = None) -> CaseId | None:
        """The case of the document, or of one of its items."""
        own = own_case_of(self.extraction, item)
        return self.same.get(own, own) if own else None

    def papers(self) -> Iterator[Paper]:
        """The letter, or each § of the minutes that has a case."""
        document = self.extraction.document
        own = self.own()
        if own:
            yield Paper(self, own, document.title, self.resolutions, self.extraction.points)
        for item in document.items:
            if case := self.own(item.paragraph):
                resolutions = tuple(r for r in self.resolutions if r.reference.item == item.paragraph)
                points = tuple(p for p in self.extraction.points if p.item == item.paragraph)
                yield Paper(self, case, item.title, resolutions, points)

    def at(self, span: Span) -> Resolution | None:
        """What the reference at a place was resolved to."""
        return next((r for r in self.resolutions if r.reference.span == span), None)

    def case(self, number: str) -> CaseId | None:
        """The case that a number, in its normal form, was resolved to."""
        return next((r.target for r in self.resolutions if r.reference.normal == number and r.target), None)


def read_of(extraction: Extraction, resolutions: tuple[Resolution, ...]) -> Read:
    """Put a document and its resolutions together."""
    aliases = {
        CaseId(r.target.municipality, r.reference.key): r.target
        for r in resolutions
        if r.target and r.reference.kind == "case" and r.target.key != r.reference.key
    }
    return Read(extraction, resolutions, aliases)
