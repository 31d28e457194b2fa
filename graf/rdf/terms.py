"""IRIs and literals, light enough to make millions of, and their text in N-Triples.

An IRI is a ``URIRef``. A literal is its own N-Triples text: an object of a library's for each would take longer to make than
an engine takes to load it. :func:`parsed` gives the object where one is wanted.
"""

import re
from functools import lru_cache
from typing import TypeAlias

import rdflib
from rdflib import XSD, Literal, URIRef

Term: TypeAlias = URIRef | str
"""An IRI, or the N-Triples text of a literal."""
Triple: TypeAlias = tuple[URIRef, URIRef, Term]


class RDF:
    """Terms of RDF; rdflib looks each up anew at every use, which a million triples notice."""

    type = rdflib.RDF.type
    subject = rdflib.RDF.subject
    predicate = rdflib.RDF.predicate
    object = rdflib.RDF.object


# What N-Triples wants escaped; the rest because an editor may not show it, or takes it for the end of a line.
# A lone surrogate, which no encoding can carry, becomes U+FFFD.
_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]')
_NAMED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_LITERAL = re.compile(r'"(?P<text>(?:[^"\\]|\\.)*)"(?:@(?P<lang>[A-Za-z-]+)|\^\^<(?P<type>[^>]*)>)?')
_UNESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|(.))")
_PLAIN = {"n": "\n", "r": "\r", "t": "\t"}


def text(words: str) -> str:
    """A plain string."""
    return f'"{_ESCAPED.sub(_escape, words)}"'


def swedish(words: str) -> str:
    """Words of the source's language."""
    return f'"{_ESCAPED.sub(_escape, words)}"@sv'


def english(words: str) -> str:
    """Words of graf's own."""
    return f'"{_ESCAPED.sub(_escape, words)}"@en'


def typed(words: str, datatype: str) -> str:
    """A value of a datatype.

    >>> print(typed("2018-11-26", XSD.date))
    "2018-11-26"^^<http://www.w3.org/2001/XMLSchema#date>
    """
    return f'"{_ESCAPED.sub(_escape, words)}"^^<{datatype}>'


@lru_cache
def decimal(number: float) -> str:
    """A number between 0 and 1 without trailing zeros, since engines differ in whether they keep those.

    >>> print(decimal(0.80).split("^")[0], decimal(1.0).split("^")[0])
    "0.8" "1"
    """
    return typed(f"{number:.4f}".rstrip("0").rstrip("."), XSD.decimal)


def whole(number: int) -> str:
    """A whole number."""
    return f'"{number}"^^<http://www.w3.org/2001/XMLSchema#integer>'


def ntriples(term: Term) -> str:
    r"""A term as N-Triples writes it.

    >>> print(ntriples(URIRef("a:b")), ntriples(text('sade "ja"\n')))
    <a:b> "sade \"ja\"\n"
    """
    return f"<{term}>" if type(term) is URIRef else term


@lru_cache(4096)
def repeated(term: URIRef) -> str:
    """The text of an IRI that comes again and again, such as a predicate."""
    return f"<{term}>"


def split(literal: str) -> tuple[str, str | None, str | None]:
    r"""The words of a literal, its language and its datatype.

    >>> split(swedish('sade "ja"\n'))
    ('sade "ja"\n', 'sv', None)
    """
    found = _LITERAL.fullmatch(literal)
    assert found, f"no literal: {literal}"
    return _UNESCAPED.sub(_unescape, found["text"]), found["lang"], found["type"]


def parsed(term: Term) -> URIRef | Literal:
    """The object of rdflib for a term.

    >>> parsed(whole(12))
    rdflib.term.Literal('12', datatype=rdflib.term.URIRef('http://www.w3.org/2001/XMLSchema#integer'))
    """
    if isinstance(term, URIRef):
        return term
    words, language, datatype = split(term)
    return Literal(words, lang=language, datatype=URIRef(datatype) if datatype else None)


def _escape(found: re.Match[str]) -> str:
    char = found.group()
    return _NAMED.get(char) or ("\ufffd" if "\ud800" <= char <= "\udfff" else f"\\u{ord(char):04X}")


def _unescape(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else _PLAIN.get(found[2], found[2])
