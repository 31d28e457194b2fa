"""Dates as Swedish administration writes them, with the precision the text gives.

Each form says the printed phrase it is for. A date that does not exist ("31 februari") is no date.
Seasons mean the term, not the almanac: ``hösten 2014`` is August to December (docs/decisions).
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import msgspec

from graf.model import DateExpression, Span
from graf.scanning import Scan, Scanner

_MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
_MONTH = (
    r"(?P<month>jan(?:uari|\.)?|feb(?:ruari|r?\.)?|mars?\.?|apr(?:il|\.)?|maj|jun[i.]?|jul[i.]?|aug(?:usti|\.)?"
    r"|sept?(?:ember|\.)?|okt(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SEASONS = {"vår": (21, 1, 6), "sommar": (22, 6, 8), "höst": (23, 8, 12), "vinter": (24, 12, 2)}
_ORDINALS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "1": 1, "2": 2, "3": 3, "4": 4}

Match = re.Match[str]


def day(year: int, month: int, number: int) -> DateExpression | None:
    """One day, or None where the calendar has no such day."""
    try:
        when = date(year, month, number)
    except ValueError:
        return None
    return DateExpression(when.isoformat(), when, when)


def month(year: int, number: int) -> DateExpression | None:
    """A whole month."""
    if not 1 <= number <= 12:
        return None
    return DateExpression(f"{year}-{number:02}", date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def _months(year: int, first: int, last: int, edtf: str) -> DateExpression:
    end = year + (last < first)
    return DateExpression(edtf, date(year, first, 1), date(end, last, monthrange(end, last)[1]))


def whole_year(year: int) -> DateExpression:
    """A whole year.

    >>> whole_year(2012).edtf
    '2012'
    """
    return _months(year, 1, 12, str(year))


def _month_number(word: str) -> int:
    return next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def _written_day(m: Match) -> DateExpression | None:
    return day(int(m["year"]), _month_number(m["month"]), int(m["day"]))


def _digits(m: Match) -> DateExpression | None:
    return day(int(m["year"]), int(m["m"]), int(m["day"]))


def _short_digits(m: Match) -> DateExpression | None:
    year = int(m["year"])
    return day(year + (1900 if year >= 60 else 2000), int(m["m"]), int(m["day"]))


def _season(m: Match) -> DateExpression | None:
    code, first, last = next(row for stem, row in _SEASONS.items() if m["season"].lower().startswith(stem))
    return _months(int(m["year"]), first, last, f"{m['year']}-{code}")


def _quarter(m: Match) -> DateExpression | None:
    number = _ORDINALS[(m["ordinal"] or m["digit"]).lower()]
    return _months(int(m["year"]), 3 * number - 2, 3 * number, f"{m['year']}-{32 + number}")


def _half(m: Match) -> DateExpression | None:
    number = _ORDINALS[m["ordinal"].lower()]
    return _months(int(m["year"]), 6 * number - 5, 6 * number, f"{m['year']}-{39 + number}")


def _turn(year: int, month_: int) -> DateExpression:
    first = date(year, month_, monthrange(year, month_)[1])
    last = date.fromordinal(first.toordinal() + 1)
    return DateExpression(f"{first}/{last}", first, last)


@dataclass(frozen=True, slots=True)
class Form:
    """A written form of a date: its name, the phrase it is for, its pattern, what it means."""

    name: str
    printed: str
    pattern: re.Pattern[str]
    meaning: Callable[[Match], DateExpression | None]


def _form(name: str, printed: str, pattern: str, meaning: Callable[[Match], DateExpression | None]) -> Form:
    return Form(name, printed, re.compile(pattern, re.IGNORECASE), meaning)


FORMS = (
    _form("iso", "2018-11-26", r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<day>[0-3]\d)(?![\d-])", _digits),
    _form("compact", "20181126", r"(?<![\d/:-])(?P<year>(?:19|20)\d\d)(?P<m>[01]\d)(?P<day>[0-3]\d)(?![\d/:-])", _digits),
    _form(
        "day",
        "den 26 november 2018",
        rf"(?:\bden )?(?<!\d)(?P<day>[0-3]?\d)(?::[ae])?\.? {_MONTH},? {_YEAR}(?!\d)",
        _written_day,
    ),
    _form("slash", "26/11 2018", r"(?<![\d/])(?P<day>[0-3]?\d)/(?P<m>[01]?\d) (?P<year>(?:19|20)\d\d)(?!\d)", _digits),
    _form(
        "month", "i maj 2016", rf"(?<!\d )\b{_MONTH} {_YEAR}(?!\d)", lambda m: month(int(m["year"]), _month_number(m["month"]))
    ),
    _form("season", "hösten 2014", rf"\b(?P<season>vår|höst|sommar|vinter)(?:en|n|terminen)? {_YEAR}(?!\d)", _season),
    _form(
        "quarter",
        "tredje kvartalet 2019",
        rf"\b(?:(?P<ordinal>första|andra|tredje|fjärde) kvartalet|kvartal (?P<digit>[1-4])),? {_YEAR}",
        _quarter,
    ),
    _form("half-year", "andra halvåret 2019", rf"\b(?P<ordinal>första|andra) halvåret,? {_YEAR}", _half),
    _form("mid-year", "halvårsskiftet 2019", rf"\bhalvårsskiftet {_YEAR}", lambda m: _turn(int(m["year"]), 6)),
    _form(
        "turn-of-year",
        "årsskiftet 2018/2019",
        rf"\bårsskiftet {_YEAR}(?:[/-](?:20)?\d\d)?(?!\d)",
        lambda m: _turn(int(m["year"]), 12),
    ),
    # a bare six-digit day only after a body or a paper's name: "KSAU 181126", "Protokoll 181126"
    _form(
        "short",
        "KSAU 181126",
        r"(?<=[A-ZÅÄÖa-zåäö] )(?<!\d )(?P<year>\d\d)(?P<m>[01]\d)(?P<day>[0-3]\d)(?![\d/:-])",
        _short_digits,
    ),
    _form(
        "year-of-deed",
        "inrättades 2012",
        rf"(?:(?<=des )|(?<=tes )|(?<=ogs )|(?<=ade )){_YEAR}(?![\d:/-])",
        lambda m: whole_year(int(m["year"])),
    ),
    _form(
        "year",
        "redan 2012",
        rf"\b(?:år|redan|sedan|under|i slutet av|i början av|före utgången av) {_YEAR}(?![\d:/-])",
        lambda m: whole_year(int(m["year"])),
    ),
)
"""Every form, the more precise before the less."""

_NUMBER = re.compile(r"\d{4}")
"""Every form has a year, or a day in six digits."""
SCANNER = Scanner(form.pattern for form in FORMS)
_DEADLINE = re.compile(r"\b(?:senast|innan|före|i tid till|inom utgången av|tills)\b[^.\d]{0,40}$", re.IGNORECASE)


class DateMention(msgspec.Struct, frozen=True):
    """A date as a text writes it; ``deadline`` tells that "senast" or the like stands before it."""

    span: Span
    date: DateExpression
    form: str
    deadline: bool


def find_dates(text: str, start: int = 0, end: int | None = None, scan: Scan | None = None) -> tuple[DateMention, ...]:
    """The dates in ``text[start:end]``, in order, none overlapping another; a ``scan`` of the text spares a second one.

    >>> [d.date.edtf for d in find_dates("I maj 2016 sades: senast den 1 mars 2017, annars hösten 2017.")]
    ['2016-05', '2017-03-01', '2017-23']
    """
    stop = len(text) if end is None else end
    taken: list[DateMention] = []
    if scan is None and not _NUMBER.search(text, start, stop):
        return ()
    for mention in _candidates(text, start, stop, scan):
        if not any(mention.span.overlaps(other.span) for other in taken):
            taken.append(mention)
    return tuple(sorted(taken, key=lambda mention: mention.span)) if taken else ()


def _in_order(found: tuple[int, Match]) -> tuple[int, int]:
    return found[0], found[1].start()


def _candidates(text: str, start: int, stop: int, scan: Scan | None) -> Iterator[DateMention]:
    found = sorted(scan.matches(start, stop) if scan else SCANNER.matches(text, start, stop), key=_in_order)
    for number, match in found:
        form = FORMS[number]
        if meaning := form.meaning(match):
            before = text[max(start, match.start() - 50) : match.start()]
            yield DateMention(Span(*match.span()), meaning, form.name, bool(_DEADLINE.search(before)))


def only_date(text: str) -> DateExpression | None:
    """The first date of a short text, such as a field of a masthead."""
    found = find_dates(text)
    return found[0].date if found else None


def day_of(text: str) -> DateExpression | None:
    """A day, a month or a year in EDTF, or as Swedish administration writes it.

    >>> [day_of(text).edtf for text in ("2017-11-08", "2017-11", "2017", "i maj 2016")]
    ['2017-11-08', '2017-11', '2017', '2016-05']
    >>> [day_of(text) for text in ("2017-13", "2017-02-30", "0000", "snart")]
    [None, None, None, None]
    """
    if short := re.fullmatch(r"([12]\d{3})(?:-(0[1-9]|1[0-2]))?", text.strip()):
        return month(int(short[1]), int(short[2])) if short[2] else whole_year(int(short[1]))
    return only_date(text)
