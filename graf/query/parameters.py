"""The three things a question may be asked about: a case, a day, a body."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Store, Triple, Variable

from graf.errors import QueryError
from graf.keys import case_key, iri
from graf.model import CaseId
from graf.vocab import PREFIXES

CASE, AS_OF, BODY = "case", "asOf", "body"
"""The variables that stand for them."""
_DATE = NamedNode(f"{PREFIXES['xsd']}date")
_BODIES = (
    "SELECT DISTINCT ?body ?name ?id WHERE { ?body org:unitOf/dcterms:identifier ?id ; skos:prefLabel|skos:altLabel ?name }"
)
_LATEST = "SELECT (MAX(?day) AS ?latest) WHERE { ?document a graf:Document ; graf:documentDate/graf:latest ?day }"


Value: TypeAlias = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Given:
    """What a user asks about; each is a value, never a piece of the query's text."""

    case: CaseId | None = None
    as_of: date | None = None
    body: str | None = None
    """A body's name, after its town's code and a colon where several towns have one of that name."""


def bind(store: Store, text: str, given: Given) -> dict[Variable, Value]:
    """The values of the variables that the query names.

    Raises:
        QueryError: The query has no place for what was given, or the body is not known.
    """
    named = set(re.findall(r"[?$](\w+)", text))
    bound: dict[Variable, Value] = {}
    if given.case is not None:
        bound[_variable(CASE, "--case", named)] = NamedNode(iri(case_key(given.case)))
    if given.body is not None:
        bound[_variable(BODY, "--body", named)] = find_body(store, given.body)
    if given.as_of is not None:
        bound[_variable(AS_OF, "--as-of", named)] = Literal(given.as_of.isoformat(), datatype=_DATE)
    elif AS_OF in named and (latest := _latest(store)):
        bound[Variable(AS_OF)] = latest
    return bound


def _variable(name: str, option: str, named: Iterable[str]) -> Variable:
    if name not in named:
        raise QueryError(f"the query does not use {option}; name ?{name} in it and select it")
    return Variable(name)


def find_body(store: Store, name: str) -> NamedNode:
    """The body of a name, letter case aside."""
    wanted = name.casefold().strip()
    found: dict[str, NamedNode] = {}
    for body, label, town in _rows(store, _BODIES):
        if wanted in {label.value.casefold(), f"{town.value}:{label.value}".casefold()}:
            found[f"{town.value}:{label.value}"] = body
    if not found:
        raise QueryError(
            f"no body called {name} in this graph; graf query 'SELECT ?n {{ [] org:unitOf [] ; skos:prefLabel ?n }}' lists them"
        )
    if len(set(found.values())) > 1:
        raise QueryError(f"several municipalities have a {name}; ask for one of {', '.join(sorted(found))}")
    return next(iter(found.values()))


def _latest(store: Store) -> Literal | None:
    found: list[Literal] = [row[0] for row in _rows(store, _LATEST) if row[0] is not None]
    return found[0] if found else None


def _rows(store: Store, query: str) -> list[tuple[Any, ...]]:
    solutions = store.query(query, prefixes=dict(PREFIXES))
    return [tuple(row) for row in solutions] if isinstance(solutions, QuerySolutions) else []
