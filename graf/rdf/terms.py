"""Triples and literals, and their text in N-Triples."""

import re
from typing import TypeAlias

from rdflib import XSD, Literal, URIRef

Triple: TypeAlias = tuple[URIRef, URIRef, URIRef | Literal]

# What N-Triples wants escaped; the rest because an editor may not show it, or takes it for the end of a line.
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\u2028\u2029]')
_NAMED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SURROGATE = re.compile("[\ud800-\udfff]")


def text(words: str) -> Literal:
    """A plain string; a lone surrogate, which no encoding can carry, becomes U+FFFD."""
    return Literal(_SURROGATE.sub("\ufffd", words))


def swedish(words: str) -> Literal:
    """Words of the source's language."""
    return Literal(_SURROGATE.sub("\ufffd", words), lang="sv")


def decimal(number: float) -> Literal:
    """A number between 0 and 1 without trailing zeros, since engines differ in whether they keep those.

    >>> str(decimal(0.80)), str(decimal(1.0))
    ('0.8', '1')
    """
    return Literal(f"{number:.4f}".rstrip("0").rstrip("."), datatype=XSD.decimal)


def whole(number: int) -> Literal:
    """A whole number."""
    return Literal(str(number), datatype=XSD.integer)


def ntriples(term: URIRef | Literal) -> str:
    r"""A term as N-Triples writes it.

    >>> print(ntriples(Literal('sade "ja"\n')))
    "sade \"ja\"\n"
    """
    if isinstance(term, URIRef):
        return f"<{term}>"
    quoted = f'"{_ESCAPED.sub(_escape, str(term))}"'
    if term.language:
        return f"{quoted}@{term.language}"
    return f"{quoted}^^<{term.datatype}>" if term.datatype else quoted


def _escape(found: re.Match[str]) -> str:
    char = found.group()
    return _NAMED.get(char) or f"\\u{ord(char):04X}"
