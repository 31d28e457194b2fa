"""What the rules look cases up in: who owns which number, and which § of which meeting decided which case."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from graf.keys import slug
from graf.matching import find_printed
from graf.model import CaseId, Document, Extraction, Role
from graf.tables import authority

STATE = "regeringen"
"""The scope of the ministries' numbers, one for the whole country."""


def scope_of(document: Document) -> str:
    """The diary that a document's bare numbers belong to: its town, its authority, or the document alone.

    >>> scope_of(Document("a.txt", "d1ge57a0" * 8, municipality="1280"))
    '1280'
    >>> scope_of(Document("a.txt", "d1ge57a0" * 8, authority="Landstinget i Jönköpings län"))
    'region-joenkoepings-laen'
    """
    if document.municipality:
        return document.municipality
    if not document.authority:
        return f"okand-{document.digest[:8]}"
    known = authority(document.authority)
    return slug(known.name if known else document.authority)


@lru_cache(maxsize=100_000)
def _form(number: str) -> tuple[str, str]:
    """The kind and the folded key of a number; the kind is empty where no written form fits."""
    found = find_printed(number)
    if found:
        return found[0].kind, found[0].key
    labelled = find_printed(f"dnr {number}")
    return "", labelled[0].key if labelled else slug(number)


def key_of(number: str) -> str:
    """The folded key of a number in its normal form.

    >>> key_of("STK-2016-0796")
    'STK-2016-796'
    """
    return _form(number)[1]


def case_of(scope: str, number: str) -> CaseId:
    """The case of a number in its normal form, in the diary that bare numbers belong to."""
    kind, key = _form(number)
    return CaseId(STATE if kind == "gov_case" else scope, key)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a body decided something: the § of one meeting."""

    scope: str
    body: str
    day: str
    paragraph: str


@dataclass(frozen=True, slots=True)
class Index:
    """What is known of all documents before any reference is resolved."""

    known: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Scope → keys that its documents own or cite as theirs."""
    owned: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Scope → keys of which a document of the case itself is held."""
    addresses: dict[Address, CaseId] = field(default_factory=dict)
    years: dict[Address, set[CaseId]] = field(default_factory=lambda: defaultdict(set))
    """The same by year: of bodies whose §§ run on through the year, one case; of others, that of each meeting."""
    meetings: set[tuple[str, str, str]] = field(default_factory=set)
    """Scope, body and day of the meetings whose minutes are held."""

    @classmethod
    def of(cls, extractions: Iterable[Extraction]) -> "Index":
        """Gather the index in one pass."""
        index = cls()
        for extraction in extractions:
            index.add(extraction)
        return index

    def add(self, extraction: Extraction) -> None:
        """Take in one document."""
        document, scope = extraction.document, scope_of(extraction.document)
        for number in (document.own_case, *(item.case for item in document.items)):
            if number:
                self.known[scope].add(key_of(number))
                self.owned[scope].add(key_of(number))
        for reference in extraction.references:
            if reference.kind == "case" and reference.role is not Role.LISTED:
                self.known[scope].add(reference.key)
        if not (document.body and document.date):
            return
        day = document.date.edtf
        if document.items:
            self.meetings.add((scope, document.body, day))
        for item in document.items:
            if item.case:
                case, paragraph = CaseId(scope, key_of(item.case)), item.paragraph.partition("/")[0]
                self.addresses.setdefault(Address(scope, document.body, day, paragraph), case)
                self.years[Address(scope, document.body, day[:4], paragraph)].add(case)
