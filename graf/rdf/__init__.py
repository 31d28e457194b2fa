"""The graph as RDF: one node per thing, one statement node per fact, the direct triple where the fact holds.

Everything is derived from content: no blank node, no clock, no counter, so the same graph gives the same triples.
"""

from collections.abc import Iterator
from itertools import chain

import rdflib
from pyoxigraph import Store

from graf.keys import BASE
from graf.model import CaseGraph
from graf.rdf.decisions import assignment_triples, decision_triples
from graf.rdf.facts import relation_triples, rule_triples
from graf.rdf.loading import as_rdflib, load_lines
from graf.rdf.meetings import ballot_triples, meeting_triples, stand_triples
from graf.rdf.names import Names
from graf.rdf.references import reference_triples
from graf.rdf.terms import Triple, ntriples, parsed, repeated
from graf.rdf.things import (
    body_triples,
    case_triples,
    date_triples,
    document_triples,
    instrument_triples,
    run_triples,
    town_triples,
)
from graf.vocab import PREFIXES

__all__ = ["Triple", "as_rdflib", "to_lines", "to_rdf", "to_store", "to_triples"]


def to_triples(graph: CaseGraph, base: str = BASE) -> Iterator[Triple]:
    """All that the graph says, one triple at a time.

    A triple that two facts share, such as the words both rest on, may come twice.
    """
    names = Names.of(graph, base)
    return chain(
        town_triples(graph, names),
        body_triples(graph, names),
        date_triples(graph, names),
        document_triples(graph, names),
        case_triples(graph, names),
        instrument_triples(graph, names),
        decision_triples(graph, names),
        assignment_triples(graph, names),
        meeting_triples(graph, names),
        ballot_triples(graph, names),
        stand_triples(graph, names),
        relation_triples(graph, names),
        reference_triples(graph, names),
        rule_triples(graph, names),
        run_triples(names),
    )


def to_lines(graph: CaseGraph, base: str = BASE) -> Iterator[str]:
    """The same as lines of N-Triples; the shortest way into an engine, which reads text faster than it takes objects."""
    for subject, predicate, value in to_triples(graph, base):
        yield f"<{subject}> {repeated(predicate)} {ntriples(value)} .\n"


def to_store(graph: CaseGraph, base: str = BASE) -> Store:
    """The graph in memory in Oxigraph, as one default graph; :func:`as_rdflib` gives it rdflib's interface."""
    return load_lines(to_lines(graph, base))


def to_rdf(graph: CaseGraph, base: str = BASE) -> rdflib.Graph:
    """The graph as one ``rdflib.Graph`` in rdflib's own memory, with graf's prefixes bound; for graphs that are not large."""
    rdf = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        rdf.bind(prefix, namespace)
    for subject, predicate, value in to_triples(graph, base):
        rdf.add((subject, predicate, parsed(value)))
    return rdf
