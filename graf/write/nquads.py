"""The graph as N-Quads: one named graph per document, the default graph for what no single document says.

A named graph is called as its document. It holds the document, its text, the words taken from it, and every
statement whose evidence all lies in it; so one document can be taken out or put back alone. All else (cases,
bodies, dates, direct triples, statements that several documents support) is in the default graph.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from graf.keys import BASE
from graf.model import CaseGraph
from graf.rdf.names import Names
from graf.rdf.terms import ntriples
from graf.vocab import GRAF
from graf.write.triples import sorted_lines

_EVIDENCE = ntriples(GRAF.evidence)


def write(graph: CaseGraph) -> Iterator[tuple[str, Iterable[str]]]:
    """The one file of this format."""
    yield "graph.nq", quads(graph)


def quads(graph: CaseGraph) -> Iterator[str]:
    """The lines, sorted, each once."""
    for home, line in homed_lines(graph):
        yield f"{line[:-2]}{home} .\n" if home else line


def homed_lines(graph: CaseGraph) -> Iterator[tuple[str | None, str]]:
    """Every triple as a line of N-Triples, with the named graph that it belongs in, None for the default graph."""
    homes = _homes(graph)
    for subject, lines in groupby(sorted_lines(graph), key=_subject):
        said = list(lines)
        home = _home(subject, said, homes)
        yield from ((home, line) for line in said)


def _subject(line: str) -> str:
    return line[: line.index(" ")]


def _homes(graph: CaseGraph) -> dict[str, str]:
    """The document of each document and text of the graph."""
    names = Names.of(graph, BASE)
    homes: dict[str, str] = {}
    for document in graph.documents:
        home = ntriples(names.document(document))
        homes |= {home: home, ntriples(names.text(document.name)): home}
    return homes


def _home(subject: str, said: Iterable[str], homes: Mapping[str, str]) -> str | None:
    """The one document that a node belongs to: the node's own, or that of all the words it rests on."""
    places = [line[len(subject) + len(_EVIDENCE) + 2 : -3] for line in said if line.startswith(_EVIDENCE, len(subject) + 1)]
    found = {homes.get(_text(place)) for place in places or [subject]}
    return found.pop() if len(found) == 1 else None


def _text(node: str) -> str:
    """The text that a stretch of it lies in, by the fragment of its name; any other node is itself."""
    text, mark, _ = node.partition("#char=")
    return f"{text}>" if mark else node
