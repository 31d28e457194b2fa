"""A parsed document as the extractors walk it: sentences with what stands in them, and evidence for a stretch."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from graf import dates
from graf.dates import DateMention, find_dates
from graf.extract.clauses import Act, act_scanner, find_acts
from graf.extract.openings import split
from graf.matching import PrintedBody, body_scanner, find_bodies
from graf.model import Evidence, Parsed, Part, Printed, Section, Span
from graf.scanning import Scan, Signs
from graf.tables import cue, vocabulary
from graf.text import sentences

_AROUND = 80
"""Characters of context kept on either side of a quote."""
_LINE_END = re.compile(r"\n(?<=[^\n.]\n)(?=[^\n])")
_PARAGRAPH = re.compile(r"\n[ \t]*\n(?!\s{0,100}(?!att\b)[a-zåäö])|\n(?=\s{0,100}[-–•*]\s)")
_CASES = {"case", "gov_case"}


T = TypeVar("T")


class kept(Generic[T]):  # noqa: N801 - used as a decorator
    """A property that is found when first asked for, and kept; that of ``functools`` takes a lock each time (Python 3.11)."""

    def __init__(self, find: Callable[[Any], T]) -> None:
        """Take what finds it."""
        self._find, self._name, self.__doc__ = find, find.__name__, find.__doc__

    def __get__(self, owner: object, _: type | None = None) -> T:
        """What is asked for; the next time it is found in the object itself."""
        found = owner.__dict__[self._name] = self._find(owner)
        return found


class Scans(NamedTuple):
    """What is looked for in every sentence, scanned for once in the whole of a text."""

    bodies: Scan
    dates: Scan
    acts: Scan


@dataclass(eq=False)
class Sentence:
    """One sentence of a section; spans count characters of the folded text.

    What stands in it is looked for when first asked, and kept: hence no slots.
    """

    span: Span
    section: Section
    part: Part
    source: str
    """The whole folded text."""
    printed: tuple[Printed, ...]
    """The references in it."""
    paragraph: int
    """Where its paragraph, or its item of a list, begins."""
    signs: int
    """Of which patterns of the tables words stand in it (:meth:`graf.scanning.Vocabulary.signs`)."""

    scans: "Scans"
    """What stands where in the whole folded text."""

    def search(self, name: str) -> re.Match[str] | None:
        """Where a named cue stands in it."""
        phrase = cue(name)
        return phrase.pattern.search(self.text) if phrase.mask & self.signs else None

    def match(self, name: str) -> re.Match[str] | None:
        """The named cue that it begins with."""
        phrase = cue(name)
        return phrase.pattern.match(self.text) if phrase.mask & self.signs else None

    @kept
    def text(self) -> str:
        """The words."""
        return self.source[self.span.start : self.span.end]

    @kept
    def bodies(self) -> tuple[PrintedBody, ...]:
        """The bodies named in it."""
        return find_bodies(self.source, self.span.start, self.span.end, self.scans.bodies)

    @kept
    def dates(self) -> tuple[DateMention, ...]:
        """The dates in it that are no deadlines."""
        return tuple(d for d in find_dates(self.source, self.span.start, self.span.end, self.scans.dates) if not d.deadline)

    @kept
    def acts(self) -> tuple[Act, ...]:
        """The decision verbs in it, but for those of a condition that it ends with."""
        condition = self.search("under-condition")
        stop = self.span.start + condition.start() if condition else self.span.end
        return find_acts(self.source, self.span.start, stop, self.scans.acts)

    @kept
    def cases(self) -> tuple[Printed, ...]:
        """The registration numbers in it."""
        return tuple(p for p in self.printed if p.kind in _CASES)

    @kept
    def deciders(self) -> tuple[PrintedBody, ...]:
        """The bodies in it that can decide, offices and officers left out."""
        return tuple(b for b in self.bodies if b.kind in {"council", "board", "committee", "state"})


class Context:
    """One document with what every extractor needs of it, computed once."""

    def __init__(self, parsed: Parsed) -> None:
        """Keep the document; nothing is computed until it is asked for."""
        self.parsed = parsed
        self.text = parsed.folded.text
        self.flat = _LINE_END.sub(" ", self.text)
        """The same, character for character, with a line's end inside a sentence as a blank."""
        self.printed: tuple[Printed, ...] = parsed.printed
        self._starts = [p.span.start for p in self.printed]
        self._part_starts = [part.span.start for part in parsed.parts]
        self._section_starts = [section.span.start for section in parsed.sections]
        self._evidence: dict[Span, Evidence] = {}

    @kept
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence, in order; a heading is none."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[Sentence]:
        scans = Scans(body_scanner().scan(self.flat), dates.SCANNER.scan(self.flat), act_scanner().scan(self.flat))
        for section in self.parsed.sections:
            opens = [
                section.span.start,
                *(m.end() for m in _PARAGRAPH.finditer(self.text, section.span.start, section.span.end)),
            ]
            for start, end, signs in self._statements(section):
                paragraph, span = opens[bisect_right(opens, start) - 1], Span(start, end)
                yield Sentence(span, section, self.part(start), self.flat, self.inside(span), paragraph, signs, scans)

    def _statements(self, section: Section) -> Iterator[tuple[int, int, int]]:
        """Each statement's start, end and signs."""
        within = self._signs.within
        for start, end in sentences(self.text, section.span.start, section.span.end):
            signs = within(start, end)
            for left, right in split(self.text, start, end, self.inside(Span(start, end)), signs):
                yield left, right, signs if (left, right) == (start, end) else within(left, right)

    @kept
    def _signs(self) -> Signs:
        return vocabulary().signs_in(self.flat)

    @kept
    def of_a_meeting(self) -> bool:
        """Whether it has a meeting's items, though it may not say that it is minutes."""
        return bool(self.parsed.document.items) or any(p.rule == "paragraph-in-run" for p in self.printed)

    def part(self, place: int) -> Part:
        """The part that a place belongs to; before the first item, the first."""
        return self.parsed.parts[max(0, bisect_right(self._part_starts, place) - 1)]

    def item(self, place: int) -> str | None:
        """The § of the item that a place lies in, None outside items."""
        part = self.part(place)
        return part.paragraph if part.paragraph and part.span.start <= place < part.span.end else None

    def section(self, place: int) -> Section:
        """The section that a place lies in."""
        return self.parsed.sections[max(0, bisect_right(self._section_starts, place) - 1)]

    def inside(self, span: Span) -> tuple[Printed, ...]:
        """The references inside a stretch."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end, first)
        if first == last:
            return ()
        return tuple(p for p in self.printed[first:last] if p.span.end <= span.end)

    def evidence(self, span: Span) -> Evidence:
        """The words of a stretch as they stand in the document."""
        if span not in self._evidence:
            self._evidence[span] = self._words_at(span)
        return self._evidence[span]

    def _words_at(self, span: Span) -> Evidence:
        start, end = self.parsed.folded.span(span.start, span.end)
        text = self.parsed.text
        page, paragraph = _count_at(self.parsed.pages, start), _count_at(self.parsed.paragraphs, start)
        before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        return Evidence(self.parsed.document.name, start, end, text[start:end], before, after, page, paragraph)

    def words(self, span: Span) -> str:
        """The words of a stretch as they stand in the document, its line's ends included."""
        start, end = self.parsed.folded.span(span.start, span.end)
        return self.parsed.text[start:end]

    def original(self, span: Span) -> Span:
        """A stretch of the folded text, in the document's own offsets."""
        return Span(*self.parsed.folded.span(span.start, span.end))

    def folded_offset(self, place: int) -> int:
        """The offset in the folded text of a place of the document."""
        return self.parsed.folded.folded(place)


def _count_at(spans: tuple[Span, ...], place: int) -> int | None:
    """Which of the spans, counted from 1, holds a place."""
    number = bisect_right(spans, place, key=lambda span: span.start)
    return number if number and place < spans[number - 1].end else None
