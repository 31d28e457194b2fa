"""The graph as RDF 1.2 in N-Triples: a statement is a reifier of the triple that it is about.

Where the other formats say ``rdf:subject``, ``rdf:predicate`` and ``rdf:object``, which every RDF 1.1 tool reads, this one says
``rdf:reifies <<( subject predicate object )>>``. What is only proposed is reified and not asserted. Oxigraph reads it;
rdflib does not.
"""

from collections.abc import Iterable, Iterator

from rdflib import RDF as TERMS

from graf.model import CaseGraph
from graf.rdf.terms import RDF, repeated
from graf.write.triples import nodes, sorted_lines

_PARTS = tuple(map(repeated, (RDF.subject, RDF.predicate, RDF.object)))
_REIFIES = repeated(TERMS.type).replace("#type>", "#reifies>")


def write(graph: CaseGraph) -> Iterator[tuple[str, Iterable[str]]]:
    """The one file of this format."""
    yield "graph.rdf12.nt", _lines(graph)


def _lines(graph: CaseGraph) -> Iterator[str]:
    for subject, facts in nodes(sorted_lines(graph)):
        said = dict(facts)
        # A reference that means nothing known has no object, and so nothing to reify.
        whole = [said.pop(part)[0] for part in _PARTS] if all(part in said for part in _PARTS) else []
        if whole:
            yield f"{subject} {_REIFIES} <<( {' '.join(whole)} )>> .\n"
        for predicate, objects in said.items():
            yield from (f"{subject} {predicate} {value} .\n" for value in objects)
