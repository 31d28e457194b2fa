"""The graph's triples as sorted N-Triples terms, each once: the ground of the RDF formats."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from rdflib import RDF

from graf.model import CaseGraph
from graf.rdf import to_triples
from graf.rdf.terms import ntriples

Line: TypeAlias = tuple[str, str, str]
"""Subject, predicate and object as N-Triples writes them."""
TYPE = ntriples(RDF.type)


def sorted_lines(graph: CaseGraph) -> list[Line]:
    """Every triple once, by subject, its classes first; the same graph gives the same list."""
    unique = {(ntriples(s), ntriples(p), ntriples(o)) for s, p, o in to_triples(graph)}
    return sorted(unique, key=lambda line: (line[0], line[1] != TYPE, line))


def nodes(lines: Iterable[Line]) -> Iterator[tuple[str, list[tuple[str, list[str]]]]]:
    """Sorted lines node by node: its name, and the objects of each of its predicates."""
    for subject, said in groupby(lines, key=itemgetter(0)):
        yield subject, [(predicate, [line[2] for line in same]) for predicate, same in groupby(said, key=itemgetter(1))]
