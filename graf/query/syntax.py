"""What is wrong with a query that cannot be read: where, and what was expected there."""

import re

from pyoxigraph import Store

from graf.errors import QuerySyntaxError
from graf.vocab import PREFIXES

_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_TOKEN = re.compile(r'\[[^\]]*\]|"(?P<sign>(?:\\.|[^"\\])+)"|\b(?P<word>[A-Za-z][A-Za-z0-9]+)\b')
_REFUSED = {"SERVICE", "LATERAL", "expected", "one", "of"}
_KINDS = (("?", "a variable"), ("<", "an IRI"), ("'", "a string"))
"""A sign that opens one of a kind, and the kind."""
_SHOWN = 8
"""What is named as expected at most; a list of all that may stand somewhere helps nobody."""


def syntax_error(text: str) -> QuerySyntaxError | None:
    """Where the engine stops reading a query, and what it expected; None where it reads it.

    >>> error = syntax_error("SELECT ?s {" + chr(10) + "  ?s ?p ?o" + chr(10) + "} ORDER ?s")
    >>> print(error)
    line 3, near column 9: expected BY
    """
    try:
        Store().query(text, prefixes=dict(PREFIXES))
    except SyntaxError as error:
        return explained(text, str(error))
    return None


def explained(text: str, message: str) -> QuerySyntaxError:
    """The engine's message in plain words, with the line it is about."""
    place = _PLACE.match(message)
    if not place:
        return QuerySyntaxError(f"this is no SPARQL query: {message.splitlines()[0]}", "", 0)
    number = int(place[1])
    lines = text.splitlines() or [""]
    line = lines[min(number, len(lines)) - 1]
    column = _last_token(line, int(place[2]))
    return QuerySyntaxError(f"line {number}, near column {column}: {_cause(place[3])}", line, column)


def _last_token(line: str, column: int) -> int:
    """Where the last thing before a column begins: the engine tells the end of what it could not use."""
    return max((match.start() + 1 for match in re.finditer(r"[?$]?[\w:]+|\S", line) if match.start() + 1 < column), default=1)


def _cause(told: str) -> str:
    if "Prefix not found" in told:
        return "a prefix is not declared; graf knows " + ", ".join(f"{name}:" for name in PREFIXES)
    if not told.startswith("expected"):
        return told.splitlines()[0][:120]
    found = [match["sign"] or match["word"] for match in _TOKEN.finditer(told) if match["sign"] or match["word"]]
    kinds = [kind for sign, kind in _KINDS if sign in found]
    signs = [
        one for one in dict.fromkeys(found) if one not in _REFUSED and one not in {s for s, _ in _KINDS} and "\\" not in one
    ]
    wanted = [*kinds, *(f"“{one}”" if not one.isalpha() else one for one in signs)]
    if not wanted:
        return "something is missing before this, or does not belong here"
    return "expected " + (" or ".join(wanted) if len(wanted) <= _SHOWN else ", ".join(wanted[:_SHOWN]) + " …")
