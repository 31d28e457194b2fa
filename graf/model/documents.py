"""A document, from its file to its parts."""

from dataclasses import dataclass

import msgspec

from graf.model.values import DateExpression, Span
from graf.text import Folded


@dataclass(frozen=True, slots=True)
class RawText:
    """The text of one file as a reader found it."""

    place: str
    """POSIX path relative to the SOURCE it came from."""
    text: str
    digest: str
    """SHA-256 of the text as UTF-8, in hex: the identity of the document."""
    pages: tuple[Span, ...] = ()
    paragraphs: tuple[Span, ...] = ()
    """Where a reader knows no pages, as of Word: each paragraph or row of a table, the empty ones not counted."""
    recognised: bool = False
    """Whether any of it was recognised on pictures (OCR)."""


class Section(msgspec.Struct, frozen=True):
    """A part of a document under a heading; ``span`` is the body, without the heading."""

    kind: str
    """A ``kind`` of ``tables/sections.toml``; ``text`` where the heading is not known."""
    heading: str
    span: Span


class Item(msgspec.Struct, frozen=True):
    """One § of minutes (paragraf): its case and title, and the stretch that belongs to it."""

    paragraph: str
    case: str | None
    title: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A document (handling) as its masthead presents it; the text itself is not kept here."""

    name: str
    """Its first place: POSIX path relative to its SOURCE."""
    digest: str
    kind: str | None = None
    authority: str | None = None
    municipality: str | None = None
    body: str | None = None
    date: DateExpression | None = None
    title: str | None = None
    own_case: str | None = None
    items: tuple[Item, ...] = ()
    places: tuple[str, ...] = ()
    """Every place where the same text was found, in order."""


class Part(msgspec.Struct, frozen=True):
    """What belongs to one case inside a document: a § of minutes, or the whole of a letter.

    Spans count characters of the folded text; ``head`` is where its own number may stand.
    """

    paragraph: str | None
    case: str | None
    title: str | None
    span: Span
    head: Span


class Printed(msgspec.Struct, frozen=True):
    """A reference as printed: where it stands in the folded text, its normal form, and the key that identity rests on."""

    kind: str
    """A ``kind`` of ``tables/references.toml``."""
    rule: str
    """The ``name`` of the row that matched."""
    span: Span
    text: str
    normal: str
    key: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document with its text and its parts, as the extractors see it.

    ``printed``, ``sections`` and ``parts`` count characters of ``folded.text``; :meth:`Folded.span` leads back.
    """

    document: Document
    text: str
    folded: Folded
    printed: tuple[Printed, ...] = ()
    """Every reference in the text, in order."""
    sections: tuple[Section, ...] = ()
    parts: tuple[Part, ...] = ()
    pages: tuple[Span, ...] = ()
    paragraphs: tuple[Span, ...] = ()
    quality: float = 1.0
    """How the text reads, from 0, noise, to 1, plain Swedish."""
    recognised: bool = False
    """Whether any of it was recognised on pictures (OCR)."""
