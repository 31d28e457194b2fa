"""The IRI of every node, made from keys."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from rdflib import URIRef

from graf import __version__
from graf.keys import body_key, case_key, digest, iri, slug
from graf.model import CaseGraph, CaseId, DateExpression, Document, Evidence
from graf.tables import tables_digest
from graf.vocab import REGEL

UNKNOWN_TOWN = "okand"
_SAFE = "/-._~"
_PLAIN = re.compile(r"[A-Za-z0-9/._~-]+")


@dataclass(frozen=True, slots=True)
class Names:
    """Where nodes get their IRIs: the base, and the digest that stands for each document's text."""

    base: str
    digests: Mapping[str, str]

    @classmethod
    def of(cls, graph: CaseGraph, base: str) -> "Names":
        """The names of a graph's nodes under ``base``."""
        return cls(base, {place: d.digest for d in graph.documents if d.digest for place in (*d.places, d.name)})

    def node(self, key: str) -> URIRef:
        """The IRI of a key, percent-safe whatever the key holds."""
        return _unchecked(iri(key if _PLAIN.fullmatch(key) else quote(key, safe=_SAFE), self.base))

    def case(self, case: CaseId) -> URIRef:
        """The IRI of a case."""
        return self.node(case_key(case))

    def town(self, town: str) -> URIRef:
        """The IRI of a municipality, or of an authority that is none."""
        return self.node(f"kommun/{town}" if is_municipality(town) else f"myndighet/{town}")

    def body(self, town: str, body: str) -> URIRef:
        """The IRI of a body."""
        return self.node(body_key(town, body))

    def document(self, document: Document) -> URIRef:
        """The IRI of a document: its town, and the start of its text's digest, or of its name's where none was read."""
        return self.node(f"handling/{document.municipality or UNKNOWN_TOWN}/{document.digest[:16] or digest(document.name)}")

    def text(self, document: str) -> URIRef:
        """The IRI of the text of the document at a place."""
        return self.node(f"text/{self.digests[document][:16] if document in self.digests else digest(document)}")

    def evidence(self, evidence: Evidence) -> URIRef:
        """The IRI of a stretch of text, with the fragment of RFC 5147."""
        return _unchecked(f"{self.text(evidence.document)}#char={evidence.start},{evidence.end}")

    def party(self, letters: str) -> URIRef:
        """The IRI of a party; parties are the same in the whole country."""
        return self.node(f"parti/{slug(letters)}")

    def person(self, town: str, name: str) -> URIRef:
        """The IRI of a person, of one town alone: the same name elsewhere is somebody else."""
        return self.node(f"person/{town}/{slug(name)}")

    def date(self, when: DateExpression) -> URIRef:
        """The IRI of a date; all who name the same date share it."""
        # "2018/2019": a key holds no slash, so that prefixed names need no escape
        return self.node(f"datum/{when.edtf.replace('/', '--')}")

    def statement(self, *parts: str) -> URIRef:
        """The IRI of a statement: what it says and why, not the words it rests on, so that it outlives new evidence."""
        return self.node(f"utsaga/{digest(*parts)}")

    def rule(self, rule: str) -> URIRef:
        """The IRI of a rule; rules belong to graf, not to a data set."""
        return _rule(rule)

    def run(self) -> URIRef:
        """The IRI of the run: this version of graf with these tables, whatever it reads and whenever."""
        return _unchecked(iri(_run_key(), self.base))


@cache
def _rule(rule: str) -> URIRef:
    return REGEL[quote(rule, safe="-._~")]


def _unchecked(iri: str) -> URIRef:
    """An IRI whose signs are known to be safe; looking them through once more takes half the time of a triple."""
    return str.__new__(URIRef, iri)


@cache
def _run_key() -> str:
    return f"korning/{digest(__version__, tables_digest())}"


def is_municipality(town: str) -> bool:
    """Whether the code is one of Statistics Sweden's.

    >>> is_municipality("1280"), is_municipality("okand-0a1b2c3d")
    (True, False)
    """
    return len(town) == 4 and town.isdecimal()


def town_of(key: str) -> str:
    """The town that a key names.

    >>> town_of("beslut/1280/STK-2016-796-kommunstyrelsen-2016-08")
    '1280'
    """
    return key.split("/")[1]
