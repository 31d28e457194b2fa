"""What a masthead says: kind, authority, body, date, title and own number, each by rules in order of trust."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from graf.dates import only_date
from graf.matching import find_bodies, find_printed
from graf.model import DateExpression, Printed, Section, Span
from graf.parse.lines import Line, heading_kind, item_start
from graf.tables import (
    CueRow,
    Municipality,
    authorities,
    authority,
    cue,
    document_kinds,
    masthead_fields,
    municipalities,
    series,
)

_MASTHEAD_LINES = 25
_OWN_KINDS = {"dir", "prop", "skr"}
"""The kinds of documents of the state that are known by the number of their series."""
_DEMANDS = {"motion", "medborgarförslag", "interpellation"}
"""The kinds of documents that no body speaks in: the body they name is asked."""
_LONGEST_TITLE = 250
_LONGEST_WITH_STOP = 50
"""A line longer than this that ends with a full stop is a sentence, no title."""
_LETTERHEAD_LINES = 5
_DAY = re.compile(r"(?:Datum:?[ ])?(?:\d{4}-\d\d-\d\d|\d{1,2}[ ][a-zåäö]+[ ]\d{4})")
_PROSE = 200
"""A line longer than this is prose, where a masthead has ended."""

_OF_MEETINGS = {"kallelse", "protokoll", "protokollsutdrag"}
_COLUMNS = re.compile(r"\S {4,}\S")
_MAIL = re.compile(r"@(?:[\w-]+\.)*(?P<domain>[\w-]+)\.se\b|(?<![\w@])www\.(?P<web>[\w-]+)\.se\b", re.IGNORECASE)
_LABEL_LAST = re.compile(r"(?:(?<!\s)|(?=\())\(?\s*+(?:dnr|diarienummer)?[.:]?\s*+\)?$", re.IGNORECASE)
_ASCII = str.maketrans("åäöéü", "aaoeu")


def zone(rows: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines of the masthead: until the first section of prose, an item's text, or a long line."""
    kept: list[Line] = []
    for place, line in enumerate(rows[: _MASTHEAD_LINES * 2]):
        kind = None if _is_letterhead(rows, place) else heading_kind(line)
        if (
            kind not in {None, "text", "attendance"}
            or (kind is None and len(line.text) > _PROSE and kept)
            or len(kept) >= _MASTHEAD_LINES
        ):
            break
        kept.append(line)
    return tuple(kept)


def _is_letterhead(rows: tuple[Line, ...], place: int) -> bool:
    """Whether an agency's paper says what it is, above its day or number: "Beslut" over "2022-06-16"."""
    if place >= _LETTERHEAD_LINES or place + 1 >= len(rows) or rows[place].text != "Beslut":
        return False
    below = rows[place + 1].text
    return bool(_DAY.fullmatch(below) or any(row.use == "case" and row.pattern.match(below) for row in masthead_fields()))


def find_kind(rows: tuple[Line, ...]) -> str | None:
    """The kind of document, by the first line that names one."""
    for line in rows:
        if line.text.startswith(("-", "§")):
            continue
        for row in document_kinds():
            match = row.pattern.search(line.text[:_PROSE])
            if match and match.start() < (60 if len(line.text) <= _PROSE else 15):
                return row.name
    return None


# --- authority ----------------------------------------------------------------------------------


@cache
def _by_name() -> dict[str, Municipality]:
    return {town.short.lower(): town for town in municipalities()}


@cache
def _by_domain() -> dict[str, Municipality | str]:
    others = {domain: row.name for row in authorities() for domain in row.domains}
    return others | {town.short.lower().translate(_ASCII).replace(" ", ""): town for town in municipalities()}


@cache
def _by_code() -> dict[str, Municipality]:
    return {town.code: town for town in municipalities()}


def find_authority(text: str, rows: tuple[Line, ...], own: str | None) -> tuple[str | None, str | None]:
    """The authority's name and, for a municipality, its code.

    In order of trust: the masthead, the domain of a mail address, a diary series that one town alone
    has, the town that the text names most, where it names it often and no other half as often.
    """
    for candidate in _candidates(text, rows, own):
        if isinstance(candidate, Municipality):
            return official_name(candidate, text), candidate.code
        if candidate:
            return candidate, None
    return None, None


def _candidates(text: str, rows: tuple[Line, ...], own: str | None) -> Iterator[Municipality | str | None]:
    yield _at_the_head(rows)
    for line in rows:
        yield from map(_named, cue("authority").finditer(line.text))
        yield _agency(line.text)
    if "@" in text or "www." in text.lower():
        yield from (_by_domain().get((match["domain"] or match["web"]).lower()) for match in _MAIL.finditer(text))
    yield _of_series(own)
    yield _most_named(text)


def towns_named(words: str) -> tuple[Municipality, ...]:
    """The municipalities that a phrase names in full, in order: "Lunds kommun", "Malmö stad"."""
    named = (_named(match) for match in cue("authority").finditer(words))
    return tuple(town for town in named if isinstance(town, Municipality))


def official_name(town: Municipality, text: str) -> str:
    """The form that the document uses, "Malmö stad" before "Malmö kommun"; Gotland, a town and a region, is Region Gotland."""
    if town.short == "Gotland" and "Region Gotland" in text:
        return "Region Gotland"
    genitive = town.name.rsplit(" ", 1)[0]
    return f"{genitive} stad" if re.search(rf"\b{re.escape(genitive)}[ ]stads?\b", text, re.IGNORECASE) else town.name


def _named(match: re.Match[str]) -> Municipality | str | None:
    if match["region"]:
        return _by_name()["gotland"] if match["region"] == "Region Gotland" else match["region"]
    name = (match["name"] or match["seat"] or match["capitals"]).lower()
    return _by_name().get(name) or _by_name().get(name.removesuffix("s"))


def _agency(words: str) -> str | None:
    """The agency whose name is all that a line of a letterhead says."""
    known = authority(words)
    return known.name if known and known.kind == "agency" else None


def _at_the_head(rows: tuple[Line, ...]) -> str | None:
    """The agency that a letter opens with: "Skolinspektionen Beslut 2019-11-04"."""
    words = rows[0].text.split(" ", 3) if rows else []
    return next((name for end in range(len(words), 0, -1) if (name := _agency(" ".join(words[:end])))), None)


def _of_series(own: str | None) -> Municipality | None:
    row = next((row for row in series() if own and re.match(rf"{row.series}[-/ ]", own)), None)
    return _by_code()[row.municipality] if row else None


def _most_named(text: str) -> Municipality | str | None:
    counted = Counter(town for match in cue("authority").finditer(text) if (town := _named(match)))
    ranked = counted.most_common(2)
    if not ranked or ranked[0][1] < 3 or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return None
    return ranked[0][0]


# --- fields -------------------------------------------------------------------------------------


def _fields(rows: tuple[Line, ...], *uses: str) -> Iterator[tuple[CueRow, str, Span]]:
    for number, line in enumerate(rows):
        for row in masthead_fields():
            if row.use in uses and (match := row.pattern.match(line.text)):
                value = line.text[match.end() :].strip()
                following = rows[number + 1] if number + 1 < len(rows) else line
                yield (row, value, line.span) if value else (row, following.text, following.span)


def find_date(rows: tuple[Line, ...], masthead: tuple[Line, ...]) -> DateExpression | None:
    """The day of the meeting or of the paper: from a field, else signed at the end, else first in the masthead."""
    for _, value, _ in _fields(masthead, "date", "body-and-date"):
        if (when := only_date(value)) and when.earliest == when.latest:
            return when
    for _, value, _ in _fields(rows, "body-and-date"):
        if (when := only_date(value[:60])) and when.earliest == when.latest:
            return when
    for line in rows:
        if any(row.use == "signed" and row.pattern.match(line.text) for row in masthead_fields()):
            return only_date(line.text)
    days = (only_date(line.text) for line in masthead if not item_start(line))
    return next((when for when in days if when and when.earliest == when.latest), None)


def find_body(
    text: str, rows: tuple[Line, ...], masthead: tuple[Line, ...], sections: tuple[Section, ...], kind: str | None
) -> str | None:
    """The body that speaks: named in a field, alone on a line of the masthead, or the one that decides or proposes."""
    if kind in _DEMANDS:
        return None
    for _, value, _ in _fields(masthead, "body", "body-and-date"):
        if found := find_bodies(value):
            return found[0].name
    for line in masthead:
        words = _without_kind(re.split(r" {4,}", line.text)[0])
        found = find_bodies(words)
        if found and len(words) <= found[0].span.end + 15 and found[0].span.start < 20 and found[0].kind != "officer":
            return found[0].name
    return _speaker(text, rows, sections, kind)


def _without_kind(words: str) -> str:
    """A line of a masthead without the kind of document that shares it: "Socialförvaltningen Tjänsteutlåtande"."""
    kinds = (row.pattern.search(words) for row in document_kinds())
    last = next((m for m in kinds if m and m.start() > 5 and m.end() == len(words)), None)
    return words[: last.start()].rstrip() if last else words


def _speaker(text: str, rows: tuple[Line, ...], sections: tuple[Section, ...], kind: str | None) -> str | None:
    office = kind in {"tjänsteskrivelse", "tjänsteutlåtande"}
    for section in sections:
        found = find_bodies(section.heading)
        if office and found and found[0].genitive and found[0].kind == "office":
            return found[0].name
        if not office and section.kind in {"decision", "proposal"} and found and found[0].genitive:
            return found[0].name
    if office:
        return None
    for line in rows:
        found = find_bodies(line.text)
        if (
            found
            and found[0].span.start < 3
            and re.match(r"[ ](?:föreslår|beslutar|beslutade)\b", line.text[found[0].span.end :])
        ):
            return found[0].name
    return None


# --- own number and title -----------------------------------------------------------------------


def own_number(masthead: tuple[Line, ...], printed: tuple[Printed, ...], kind: str | None) -> Printed | None:
    """The document's own number: the first in its masthead or title, if the masthead has not begun to cite others.

    A judgment's is that of the court's case; the registration number in its head is of the decision appealed against.
    """
    if kind == "dom":
        return next((p for p in printed if p.kind == "court" and any(line.span.covers(p.span) for line in masthead)), None)
    for line in masthead:
        inside = [
            p
            for p in printed
            if p.kind in {"case", "gov_case"}
            and line.span.covers(p.span)
            and not p.normal.startswith("kommitté")
            and not _is_told(line, p)
        ]
        if inside:
            return inside[0]
    return next((p for p in printed if p.kind in _OWN_KINDS and _opens_or_closes(p, masthead[:3])), None)


def _is_told(line: Line, printed: Printed) -> bool:
    """Whether a line tells of a number within a sentence: "har fått promemorian på remiss (Ju2025/00949). Den som".

    A title may hold a verb too, but its number is its last word.
    """
    start = line.text.find(printed.text)
    before, behind = line.text[:start], line.text[start + len(printed.text) :]
    return bool(start > 0 and behind.strip(" )*") and cue("tells").search(before))


def _opens_or_closes(printed: Printed, lines: tuple[Line, ...]) -> bool:
    """Whether a number of the state's series is a title's first or last word: "Regeringens proposition 2018/19:162"."""
    return any(
        line.span.covers(printed.span) and (printed.span.start == line.span.start or printed.span.end == line.span.end)
        for line in lines
    )


def find_title(masthead: tuple[Line, ...]) -> str | None:
    """The title: the first marked heading, else the first line, that is not a field, a body, a kind or a list of people."""
    for _, value, _ in _fields(masthead, "title"):
        return _without_numbers(value)
    names = {span for _, _, span in _fields(masthead, "contact")}
    lines = [line for line in masthead if line.span not in names]
    marked = (line for line in lines if line.marked and _may_be_title(line))
    best = next(marked, None) or next((line for line in lines if _may_be_title(line)), None)
    return _without_numbers(best.text) if best else None


def _may_be_title(line: Line) -> bool:
    words = line.text
    return not (
        not 8 <= len(_without_numbers(words)) <= _LONGEST_TITLE
        or (len(words) > _LONGEST_WITH_STOP and words.endswith("."))
        or any(printed.text == words for printed in find_printed(words))
        or heading_kind(line) not in {None, "text"}
        or item_start(line)
        or "\t" in words
        or _COLUMNS.search(words)
        or "@" in words
        or any(row.pattern.match(words) for row in masthead_fields())
        or _names_its_kind(words)
        or authority(words)
        or ((town := cue("authority").match(words)) and (town.end() == len(words) or find_printed(words)))
        or re.search(r"\((?:[A-ZÅÄÖ]{1,3}|Fi)\)$", words)
        or (only_date(words) is not None and len(words) < 40)
        or any(body.span.end + 15 >= len(words) for body in find_bodies(words)[:1])
    )


def _names_its_kind(words: str) -> bool:
    """Whether a line says what the document is ("Yttrande", "Kallelse till sammanträde") and not what it is about."""
    for row in document_kinds():
        match = row.pattern.match(words)
        if match and len(words) < 50 and row.name not in {"motion", "regeringsuppdrag"}:
            return row.name in _OF_MEETINGS or not re.match(r" (?:om|över|av|för) ", words[match.end() :])
    return False


def _without_numbers(title: str) -> str:
    for printed in reversed(find_printed(title)):
        if printed.kind in {"case", "gov_case"}:
            title = title[: printed.span.start] + title[printed.span.end :]
    return _LABEL_LAST.sub("", title).strip(" ,;-*")
