"""A parsed document as the extractors walk it: sentences with their section and part, and evidence for a stretch."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from graf.matching import Printed, find_printed
from graf.model import Evidence, Parsed, Part, Section, Span
from graf.text import sentences

_AROUND = 80
"""Characters of context kept on either side of a quote."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a section; spans count characters of the folded text."""

    span: Span
    section: Section
    part: Part
    text: str


class Context:
    """One document with what every extractor needs of it, computed once."""

    def __init__(self, parsed: Parsed) -> None:
        """Keep the document; nothing is computed until it is asked for."""
        self.parsed = parsed
        self.text = parsed.folded.text

    @cached_property
    def printed(self) -> tuple[Printed, ...]:
        """Every reference as printed."""
        return find_printed(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence, in order; a heading is none."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[Sentence]:
        for section in self.parsed.sections:
            for start, end in sentences(self.text, section.span.start, section.span.end):
                yield Sentence(Span(start, end), section, self.part(start), self.text[start:end])

    def part(self, place: int) -> Part:
        """The part that a place belongs to; before the first item, the first."""
        parts = self.parsed.parts
        return next((part for part in reversed(parts) if part.span.start <= place), parts[0])

    def item(self, place: int) -> str | None:
        """The § of the item that a place lies in, None outside items."""
        part = self.part(place)
        return part.paragraph if part.paragraph and part.span.start <= place < part.span.end else None

    def section_kind(self, place: int) -> str:
        """The kind of the section that a place lies in."""
        return next((s.kind for s in reversed(self.parsed.sections) if s.span.start <= place), "masthead")

    def section_end(self, place: int) -> int:
        """Where the section that a place lies in ends."""
        return next((s.span.end for s in reversed(self.parsed.sections) if s.span.start <= place), len(self.text))

    def folded_offset(self, place: int) -> int:
        """The offset in the folded text of a place of the document."""
        return self.parsed.folded.folded(place)

    def inside(self, span: Span, *kinds: str) -> tuple[Printed, ...]:
        """The references of some kinds inside a stretch."""
        return tuple(p for p in self.printed if p.kind in kinds and span.covers(p.span))

    def evidence(self, span: Span) -> Evidence:
        """The words of a stretch as they stand in the document."""
        start, end = self.parsed.folded.span(span.start, span.end)
        text = self.parsed.text
        page = next((n for n, p in enumerate(self.parsed.pages, 1) if p.start <= start < p.end), None)
        return Evidence(
            self.parsed.document.name,
            start,
            end,
            text[start:end],
            text[max(0, start - _AROUND) : start],
            text[end : end + _AROUND],
            page,
        )

    def original(self, span: Span) -> Span:
        """A stretch of the folded text, in the document's own offsets."""
        return Span(*self.parsed.folded.span(span.start, span.end))
