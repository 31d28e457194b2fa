"""The graph as Turtle: one block per node, names short, order fixed, so that two versions can be compared by eye."""

import re
from collections.abc import Iterable, Iterator

from graf.keys import BASE
from graf.model import CaseGraph
from graf.vocab import PREFIXES
from graf.write.triples import TYPE, nodes, sorted_lines

_ROOT = f"{BASE}id/"
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_TYPED = re.compile(r'("(?:[^"\\]|\\.)*")\^\^<([^>]*)>', re.DOTALL)
_INTEGER = f"{PREFIXES['xsd']}integer"


def write(graph: CaseGraph) -> Iterator[tuple[str, Iterable[str]]]:
    """The one file of this format."""
    yield "graph.ttl", _blocks(graph)


def _blocks(graph: CaseGraph) -> Iterator[str]:
    yield f"@base <{_ROOT}> .\n"
    for prefix, namespace in sorted(PREFIXES.items()):
        yield f"@prefix {prefix}: <{namespace}> .\n"
    for subject, facts in nodes(sorted_lines(graph)):
        rows = (f"{_predicate(predicate)} {', '.join(map(_term, objects))}" for predicate, objects in facts)
        yield "\n" + _term(subject) + " " + " ;\n  ".join(rows) + " .\n"


def _predicate(term: str) -> str:
    return "a" if term == TYPE else _term(term)


def _term(term: str) -> str:
    if term.startswith("<"):
        return _short(term[1:-1])
    typed = _TYPED.fullmatch(term)
    if not typed:
        return term
    return typed[1][1:-1] if typed[2] == _INTEGER else f"{typed[1]}^^{_short(typed[2])}"


def _short(iri: str) -> str:
    """A name relative to the base, or with a prefix, or as it is."""
    if iri.startswith(_ROOT):
        return f"<{iri.removeprefix(_ROOT)}>"
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return f"<{iri}>"
