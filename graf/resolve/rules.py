"""The rules that lead a reference to a case; the first that has an answer gives it.

A rule is a small function; its docstring is what ``graf why`` tells the user.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from graf.matching import long_year
from graf.model import CaseId, Extraction, Reference, Resolution, Role
from graf.parse.masthead import towns_named
from graf.resolve.cases import own_case_of
from graf.resolve.index import STATE, Address, Index, scope_of
from graf.tables import series

_OF_YEAR = re.compile(r"§ (?P<number>\d{1,4})/(?P<year>(?:19|20)?\d\d)")
_SHORT = re.compile(r"\d{4}-\d+")
_BESIDE = 80
"""How far before a number the name of its town may stand."""
_AS_CASES = {"case", "gov_case"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule has to say: one case, or none with candidates and the reason."""

    target: CaseId | None
    candidates: tuple[CaseId, ...] = ()
    reason: str | None = None


Rule = Callable[[Reference, Extraction, Index], Answer | None]


def ministry_number(reference: Reference, extraction: Extraction, index: Index) -> Answer | None:
    """A ministry's number is one and the same in the whole country."""
    return Answer(CaseId(STATE, reference.key)) if reference.kind == "gov_case" else None


def listed_elsewhere(reference: Reference, extraction: Extraction, index: Index) -> Answer | None:
    """A number among the titles of other papers is this town's only where the town's own documents know it."""
    if reference.kind != "case" or reference.role is not Role.LISTED:
        return None
    scope = scope_of(extraction.document)
    if reference.key in index.known[scope]:
        return Answer(CaseId(scope, reference.key))
    return Answer(None, reason="listed among other papers; whose number it is, is not said")


def short_form_of_own_number(reference: Reference, extraction: Extraction, index: Index) -> Answer | None:
    """A number without a series ("dnr 145/13") is a case with the same year and serial ("STK-2013-145").

    But only where the same document deals with that case, and no other series of the town has such a number.
    """
    if reference.kind != "case" or not _SHORT.fullmatch(reference.key):
        return None
    scope = scope_of(extraction.document)
    same = sorted(key for key in index.known[scope] if key.endswith(f"-{reference.key}"))
    here = {r.key for r in extraction.references if r.role is not Role.LISTED}
    candidates = tuple(CaseId(scope, key) for key in same)
    if len(candidates) == 1 and candidates[0].key in here:
        return Answer(candidates[0], candidates)
    if candidates:
        return Answer(
            CaseId(scope, reference.key),
            candidates,
            "the same year and serial stand in another document's series; nothing joins them",
        )
    return None


def series_of_one_town(reference: Reference, extraction: Extraction, index: Index) -> Answer | None:
    """A series that one town alone is known to have ("STK" is Malmö's) makes a number that town's, whoever cites it.

    But not in the papers of a town that keeps such a series itself.
    """
    row = next((row for row in series() if reference.key.startswith(f"{row.series}-")), None)
    scope = scope_of(extraction.document)
    if reference.kind != "case" or row is None or row.municipality == scope:
        return None
    keeps_its_own = any(key.startswith(f"{row.series}-") for key in index.owned[scope])
    return None if keeps_its_own else Answer(CaseId(row.municipality, reference.key))


def town_named_beside(reference: Reference, extraction: Extraction, index: Index) -> Answer | None:
    """A number right behind the name of another town is that town's ("Lunds kommun har ett liknande ärende (KS 2016/9)")."""
    scope, start = scope_of(extraction.document), reference.span.start - reference.evidence.start
    if reference.kind != "case" or reference.role is not Role.CITED or reference.key in index.owned[scope]:
        return None
    named = towns_named(reference.evidence.quote[max(0, start - _BESIDE) : start])
    others = [town.code for town in named if town.code != scope]
    return Answer(CaseId(others[-1], reference.key)) if others and len(others) == len(named) else None


def own_diary(reference: Reference, extraction: Extraction, index: Index) -> Answer | None:
    """A number belongs to the diary of the authority whose document cites it."""
    return Answer(CaseId(scope_of(extraction.document), reference.key)) if reference.kind == "case" else None


def motion_of_own_case(reference: Reference, extraction: Extraction, index: Index) -> Answer | None:
    """A motion's number with the year and serial of the document's own case is that case.

    So "Motion (2018:1802)" is "KS 2018/1802" in the papers of that case.
    """
    own = own_case_of(extraction, reference.item)
    digits = re.fullmatch(r"(\d{4}):0*(\d+)", reference.normal)
    if reference.kind == "mot" and own and digits and own.key.endswith(f"-{digits[1]}-{digits[2]}"):
        return Answer(own, (own,))
    return None


def paragraph_of_meeting(reference: Reference, extraction: Extraction, index: Index) -> Answer | None:
    """A § with body and day is the item of the minutes held of that meeting, and so the case it decided."""
    if reference.kind != "paragraph":
        return None
    # minutes name their own body's meetings by the day alone: "Bordlades den 5 februari 2019, § 20"
    body = reference.body or (extraction.document.body if extraction.document.items else None)
    if not (body and reference.date):
        return Answer(None, reason="no body and day are named with the §")
    scope, day = scope_of(extraction.document), reference.date.edtf
    if reference.normal.startswith("§§"):
        places = (Address(scope, body, day, number) for number in re.findall(r"\d+", reference.normal))
        several = tuple(dict.fromkeys(index.addresses[place] for place in places if place in index.addresses))
        return Answer(None, several, "several §§ under one sign: each of their cases is a candidate")
    found = index.addresses.get(Address(scope, body, day, reference.normal.lstrip("§ ").partition("/")[0]))
    held = (scope, body, day) in index.meetings
    missing = "the minutes held of that meeting have no such § with a case" if held else "no minutes of that meeting are held"
    return Answer(found, (found,)) if found else Answer(None, reason=missing)


def paragraph_of_year(reference: Reference, extraction: Extraction, index: Index) -> Answer | None:
    """A § with body and year ("KF § 46/2018") is the one item that the body's minutes of that year have under it."""
    told = _OF_YEAR.fullmatch(reference.normal) if reference.kind == "paragraph" and not reference.date else None
    if not (told and reference.body) or reference.role is Role.OWN:
        return None
    year = told["year"] if len(told["year"]) == 4 else long_year(told["year"])
    found = sorted(index.years.get(Address(scope_of(extraction.document), reference.body, year, told["number"]), ()), key=str)
    if len(found) == 1:
        return Answer(found[0], tuple(found))
    reason = "several meetings of that year have the §" if found else "no minutes of that year with the § are held"
    return Answer(None, tuple(found), reason)


RULES: tuple[tuple[str, Rule, float], ...] = (
    ("ministry-number", ministry_number, 1.0),
    ("listed-elsewhere", listed_elsewhere, 0.9),
    ("short-form-of-own-number", short_form_of_own_number, 0.85),
    ("series-of-one-town", series_of_one_town, 0.95),
    ("town-named-beside", town_named_beside, 0.8),
    ("own-diary", own_diary, 1.0),
    ("motion-of-own-case", motion_of_own_case, 0.95),
    ("paragraph-of-year", paragraph_of_year, 0.85),
    ("paragraph-of-meeting", paragraph_of_meeting, 0.95),
)
"""Name, rule, and how sure its answers are; in order of precedence."""


def resolve(extraction: Extraction, index: Index, rules: Iterable[tuple[str, Rule, float]] = RULES) -> tuple[Resolution, ...]:
    """Every reference of one document, resolved or kept with its reason."""
    chosen = tuple(rules)
    return tuple(_one(reference, extraction, index, chosen) for reference in extraction.references)


_NO_NUMBER = {
    **dict.fromkeys((*_AS_CASES, "decision"), "the reference has no number"),
    "back": "what the reference looks back to is no case, or not certain",
}
"""Why no rule answered, by the kind of reference; what is not here names something that is no case."""


def _one(reference: Reference, extraction: Extraction, index: Index, rules: tuple[tuple[str, Rule, float], ...]) -> Resolution:
    own = own_case_of(extraction, reference.item)
    for name, rule, _ in rules:
        if answer := rule(reference, extraction, index):
            return Resolution(reference, extraction.document.name, own, answer.target, name, answer.candidates, answer.reason)
    reason = _NO_NUMBER.get(reference.kind, "no case: the reference names something else")
    return Resolution(reference, extraction.document.name, own, None, "none", (), reason)
