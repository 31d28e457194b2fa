"""Where the rows of ``tables/references.toml`` and ``tables/bodies.toml`` are matched on a folded text.

All offsets here count characters of the folded copy (:class:`graf.text.Folded`).
"""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from graf.model import Printed, Span
from graf.scanning import Scan, Scanner
from graf.tables import ReferenceRow, bodies, references

_SHORT_LIST = re.compile(
    r"(?:[ ]?,|[ ]och|[ ]samt|[ ]?;)[ ](?:dnr[ ])?(?P<number>(?P<serial>\d{1,5})/(?P<year>(?:19|20)\d\d|\d\d))(?![\w/:-]\d|\d)"
)
"""What may follow a labelled short number: "dnr 145/13 och 363/10" is two references."""


@cache
def _scanner() -> Scanner:
    return Scanner(row.pattern for row in references())


def find_printed(text: str) -> tuple[Printed, ...]:
    """Every reference in a folded text, in order, none overlapping another.

    >>> [p.normal for p in find_printed("Se STK-2016-796 och dnr 145/13 (SOU 2015:88).")]
    ['STK-2016-796', '145/2013', 'SOU 2015:88']
    """
    rows = references()
    found = [
        (order, printed)
        for order, match in _scanner().matches(text)
        for printed in _of_match(rows[order], text, match)
        if _is_whole(text, printed.span)
    ]
    found.sort(key=lambda pair: (pair[1].span.start, -pair[1].span.end, pair[0]))
    kept: list[Printed] = []
    for _, printed in found:
        if not kept or printed.span.start >= kept[-1].span.end:
            kept.append(printed)
    return tuple(kept)


def _is_whole(text: str, span: Span) -> bool:
    """Whether no lost character (U+FFFD) stands beside a number: the digit that it was makes another number."""
    return "\ufffd" not in (text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1])


def _of_match(row: ReferenceRow, text: str, match: re.Match[str]) -> Iterator[Printed]:
    yield _printed(row, match)
    if row.name == "labelled-serial-year":
        yield from _further(row, text, match.end())


def _further(row: ReferenceRow, text: str, start: int) -> Iterator[Printed]:
    while match := _SHORT_LIST.match(text, start):
        yield _printed(row, match)
        start = match.end()


def _printed(row: ReferenceRow, match: re.Match[str]) -> Printed:
    start = match.start("number")
    text = match["number"].rstrip()
    normal = _normal(row, match, text)
    return Printed(row.kind, row.name, Span(start, start + len(text)), text, normal, _key(row, match, normal), row.confidence)


def _parts(match: re.Match[str]) -> dict[str, str]:
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    for name in ("year", "serial"):
        if f"{name}2" in groups:
            groups[name] = groups[f"{name}2"]
    return groups


def _normal(row: ReferenceRow, match: re.Match[str], text: str) -> str:
    groups = _parts(match)
    if row.normal is None:
        return _with_long_year(match, text)
    start = re.search(r"(?:19|20)\d\d", text)
    session = f"{start.group() if start else ''}/{groups.get('end', '')}"
    rest = re.sub(r"\s*-+\s*", "-", text.replace("§", "").strip()).replace(" och ", ", ")
    closed = text.replace(" (delvis)", "").replace(" ", "")
    return row.normal.format_map({"series": "", **groups, "session": session, "rest": rest, "closed": closed})


def _with_long_year(match: re.Match[str], text: str) -> str:
    words = " ".join(text.split())
    year = _parts(match).get("year", "")
    if len(year) != 2:
        return words
    start = match.start("year" if match.groupdict().get("year") else "year2") - match.start("number")
    return words[:start] + long_year(year) + words[start + 2 :]


def long_year(two_digits: str) -> str:
    """A two-digit year as four: the registers that write so are younger than 1950.

    >>> long_year("13"), long_year("91")
    ('2013', '1991')
    """
    return ("19" if int(two_digits) >= 50 else "20") + two_digits


def _key(row: ReferenceRow, match: re.Match[str], normal: str) -> str:
    groups = _parts(match)
    if row.kind not in {"case", "gov_case"} or "year" not in groups or "serial" not in groups:
        return normal.casefold().replace(" ", "")
    year = groups["year"] if len(groups["year"]) == 4 else long_year(groups["year"])
    series = groups.get("series", "").upper()
    return "-".join(part for part in (series, year, str(int(groups["serial"]))) if part)


# --- bodies -------------------------------------------------------------------------------------


class PrintedBody(msgspec.Struct, frozen=True):
    """A body (organ) named in a text; ``name`` is its full name, not in the genitive."""

    span: Span
    name: str
    kind: str
    genitive: bool


@cache
def body_scanner() -> Scanner:
    """What finds the rows of ``tables/bodies.toml``."""
    return Scanner(row.pattern for row in bodies())


def find_bodies(text: str, start: int = 0, end: int | None = None, scan: Scan | None = None) -> tuple[PrintedBody, ...]:
    """The bodies named in a stretch of a folded text, in order; a ``scan`` of the text spares looking for its words.

    >>> [b.name for b in find_bodies("KSAU föreslår kommunstyrelsen och Skarpnäcks stadsdelsnämnd")]
    ['Kommunstyrelsens arbetsutskott', 'Kommunstyrelsen', 'Skarpnäcks stadsdelsnämnd']
    """
    stop = len(text) if end is None else end
    rows = bodies()
    found = [
        PrintedBody(
            Span(*match.span()), rows[place].name or _own_name(match.group()), rows[place].kind, match.group().endswith("s")
        )
        for place, match in (scan.matches(start, stop) if scan else body_scanner().matches(text, start, stop))
    ]
    if not found:
        return ()
    found.sort(key=lambda body: (body.span.start, -body.span.end))
    kept: list[PrintedBody] = []
    for body in found:
        if not kept or body.span.start >= kept[-1].span.end:
            kept.append(body)
    return tuple(kept)


def _own_name(printed: str) -> str:
    name = printed.removesuffix("s") if re.search(r"(?:en|et|nämnd|utskott|ning)s$", printed) else printed
    return name[0].upper() + name[1:]
