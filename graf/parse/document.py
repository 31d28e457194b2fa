"""One document, parsed: the pass that the other modules of this folder serve."""

import unicodedata
from collections.abc import Iterator

from graf.matching import find_printed
from graf.model import Document, Item, Parsed, Part, Printed, RawText, Span
from graf.parse.headers import blank_running_lines
from graf.parse.items import find_items, holds_many
from graf.parse.lines import Line, find_sections, lines
from graf.parse.masthead import find_authority, find_body, find_date, find_kind, find_title, own_number, zone
from graf.parse.quality import quality
from graf.parse.runs import find_runs
from graf.tables import cue
from graf.text import Folded


def parse(raw: RawText, municipality: str | None = None) -> Parsed:
    """Read masthead, sections and items; ``municipality`` is used where the document names no authority."""
    folded = Folded(raw.text, blank_running_lines)
    rows = lines(folded.text)
    printed = find_runs(folded.text, find_printed(folded.text))
    items = find_items(folded.text, rows, printed)
    parts = items.parts
    sections = find_sections(rows, len(folded.text), items.rows)
    masthead = zone(rows)
    kind = _kind(rows, masthead, parts)
    own = _own(folded.text, rows, masthead, parts, printed, kind)
    authority, code = find_authority(
        folded.text, masthead, own.normal if own else next((p.case for p in parts if p.case), None)
    )
    single = parts[0] if len({part.paragraph for part in parts}) == 1 else None
    document = Document(
        name=raw.place,
        digest=raw.digest,
        kind=kind,
        authority=authority,
        municipality=code or municipality,
        body=find_body(folded.text, rows, masthead, sections, kind),
        date=find_date(rows, masthead),
        title=single.title if single and single.title else None if parts else find_title(masthead) or find_title(rows[:12]),
        own_case=single.case if single and single.case else own.normal if own else None,
        items=tuple(_items(folded, parts)),
        places=(raw.place,),
    )
    return Parsed(
        document,
        raw.text,
        folded,
        printed,
        sections,
        parts or _whole(document, folded.text, masthead, own),
        raw.pages,
        raw.paragraphs,
        quality(unicodedata.normalize("NFC", raw.text).replace("\u00ad", "")),
        raw.recognised,
    )


def _items(folded: Folded, parts: tuple[Part, ...]) -> Iterator[Item]:
    """Each item once, by its longest stretch, in the order in which they begin."""
    longest: dict[str | None, Part] = {}
    for part in parts:
        known = longest.setdefault(part.paragraph, part)
        if part.span.end - part.span.start > known.span.end - known.span.start:
            longest[part.paragraph] = part
    for part in longest.values():
        yield Item(part.paragraph or "", part.case, part.title, Span(*folded.span(part.span.start, part.span.end)))


def _kind(rows: tuple[Line, ...], masthead: tuple[Line, ...], parts: tuple[Part, ...]) -> str | None:
    """The kind of document; a paper with items is one of a meeting, whatever kind the title of an item names."""
    begin = parts[0].span.start if parts else rows[-1].span.end if rows else 0
    before = tuple(line for line in masthead if line.span.start < begin)
    return find_kind(before) or find_kind(tuple(line for line in rows[:60] if line.span.start < begin))


def _own(
    text: str,
    rows: tuple[Line, ...],
    masthead: tuple[Line, ...],
    parts: tuple[Part, ...],
    printed: tuple[Printed, ...],
    kind: str | None,
) -> Printed | None:
    """The number of the whole document; none of minutes, be their items known or not."""
    if parts or (kind == "protokoll" and holds_many(text, rows, printed)):
        return None
    return own_number(masthead, printed, kind) or next(
        (p for p in printed if p.kind == "case" and cue("matter").search(text, max(0, p.span.start - 340), p.span.start)), None
    )


def _whole(document: Document, text: str, masthead: tuple[Line, ...], own: Printed | None) -> tuple[Part, ...]:
    end = max((line.span.end for line in masthead), default=0)
    return (Part(None, own.normal if own else None, document.title, Span(0, len(text)), Span(0, end)),)
