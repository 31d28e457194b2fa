"""The graph as N-Quads: one named graph per document, the default graph for what no single document says.

A named graph is called as its document. It holds the document, its text, the words taken from it, and every
statement whose evidence all lies in it; so one document can be taken out or put back alone. All else (cases,
bodies, dates, direct triples, statements that several documents support) is in the default graph.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rdflib import DCTERMS

from graf.model import CaseGraph
from graf.rdf.terms import ntriples
from graf.vocab import GRAF, OA
from graf.write.triples import TYPE, Line, sorted_lines

_DOCUMENT = ntriples(GRAF.Document)
_FORMAT_OF = ntriples(DCTERMS.isFormatOf)
_SOURCE = ntriples(OA.hasSource)
_EVIDENCE = ntriples(GRAF.evidence)


def write(graph: CaseGraph) -> Iterator[tuple[str, Iterable[str]]]:
    """The one file of this format."""
    lines = sorted_lines(graph)
    homes = _homes(lines)
    quads = sorted(f"{' '.join((*line, homes.get(line[0], ''))).rstrip()} .\n" for line in lines)
    yield "graph.nq", quads


def _homes(lines: Iterable[Line]) -> dict[str, str]:
    """The document that each node belongs to, for those that belong to one alone."""
    links: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for subject, predicate, value in lines:
        links[predicate][subject].add(value)
    homes = {subject: subject for subject, kinds in links[TYPE].items() if _DOCUMENT in kinds}
    for predicate in (_FORMAT_OF, _SOURCE, _EVIDENCE):
        for subject, values in links[predicate].items():
            found = {homes.get(value, "") for value in values}
            if len(found) == 1 and found != {""}:
                homes[subject] = found.pop()
    return homes
