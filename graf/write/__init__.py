"""Output formats: one file per format, one row each in the table below."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from graf.model import CaseGraph
from graf.write import graphml, jsonld, nquads, tables, turtle


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write the graph: its name, one line of help, and what makes its files."""

    name: str
    help: str
    write: Callable[[CaseGraph], Iterator[tuple[str, Iterable[str]]]]
    """The files by name, each as pieces of text, to be written as UTF-8 with line ends left as they are."""


FORMATS: tuple[Format, ...] = (
    Format("csv", "Seven tables for spreadsheets and data frames.", tables.write),
    Format("graphml", "The network for Gephi, yEd and Cytoscape.", graphml.write),
    Format("jsonld", "RDF as JSON-LD, readable as plain JSON.", jsonld.write),
    Format("nquads", "RDF as N-Quads, one named graph per document.", nquads.write),
    Format("turtle", "RDF as Turtle: what graf query reads.", turtle.write),
)
"""Every format, in order of the alphabet."""
