"""Output formats: one file per format, one row each in the table below."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from graf.model import CaseGraph
from graf.write import annotations, dcat, gexf, graphml, jsonld, nquads, rdf12, tables, turtle

Piece: TypeAlias = str | bytes


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write the graph: its name, one line of help, and what makes its files."""

    name: str
    help: str
    write: Callable[..., Iterator[tuple[str, Iterable[Piece]]]]
    """From the graph, and what the format asks, the files by name, each in pieces; text is UTF-8, its line ends as they are."""
    in_folder: bool = False
    """Whether ``graf build`` writes it too."""
    asks: tuple[str, ...] = ()
    """What else must be told, by name: the options of ``graf export`` that it alone takes."""

    def files(self, graph: CaseGraph, **told: str) -> Iterator[tuple[str, Iterable[Piece]]]:
        """The files by name, each in pieces."""
        return self.write(graph, **told)


FORMATS: tuple[Format, ...] = (
    Format("annotations", "Every quote as a W3C Web Annotation, for tools that show them in their text.", annotations.write),
    Format("csv", "Seven tables for spreadsheets and data frames.", tables.write, in_folder=True),
    Format("dcat", "The data set's description for dataportal.se (DCAT-AP-SE).", dcat.write, asks=("publisher", "url")),
    Format("gexf", "The network for Gephi, in its own format.", gexf.write),
    Format("graphml", "The network for Gephi, yEd and Cytoscape.", graphml.write, in_folder=True),
    Format("jsonld", "RDF as JSON-LD, readable as plain JSON.", jsonld.write, in_folder=True),
    Format("nquads", "RDF as N-Quads, one named graph per document.", nquads.write, in_folder=True),
    Format("rdf12", "RDF 1.2 as N-Triples, each statement a reifier of what it says.", rdf12.write),
    Format("turtle", "RDF as Turtle: what graf query reads.", turtle.write, in_folder=True),
    Format("xlsx", "The seven tables as one Excel workbook.", tables.write_workbook),
)
"""Every format, in order of the alphabet."""
