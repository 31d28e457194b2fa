"""The small values that the others are made of: stretches of text, dates, identities, quotes."""

from dataclasses import dataclass
from datetime import date

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """A stretch of a document's text: ``text[start:end]``."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as precise as the text gives it (datumuttryck): EDTF and the two days that bound it."""

    edtf: str
    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class CaseId:
    """The identity of a case (ärende): its town's code and the folded key of its number.

    ``municipality`` is the four-digit code of Statistics Sweden, or the slug of an authority
    that is no municipality, or ``okand-`` and eight hex digits where the document names none.
    ``key`` is series, year and serial without padding: ``STK-2016-796``, ``2010-363``.
    """

    municipality: str
    key: str

    def __str__(self) -> str:
        """The form that a user may type: ``1280:STK-2016-796``."""
        return f"{self.municipality}:{self.key}"


class Evidence(msgspec.Struct, frozen=True):
    """The words a fact rests on (belägg): ``quote`` is ``text[start:end]`` of the document."""

    document: str
    """``Document.name``."""
    start: int
    end: int
    quote: str
    before: str = ""
    after: str = ""
    page: int | None = None
    paragraph: int | None = None
    """Of a Word file, whose pages only a printer knows: its paragraphs and rows of tables, counted from 1."""
