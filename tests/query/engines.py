"""One question asked of both engines."""

from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Store
from rdflib import Graph
from rdflib import Literal as RdflibLiteral
from rdflib.term import Identifier, URIRef

from graf.query import Answer, Given
from graf.query.engine import answer_from
from graf.query.parameters import bind
from graf.query.stores import FILE, open_store
from graf.vocab import PREFIXES

Rows = list[tuple[str | None, ...]]


@dataclass(frozen=True)
class Engines:
    """One graph in the default engine and in rdflib's own."""

    store: Store
    graph: Graph

    @classmethod
    def of(cls, folder: Path) -> "Engines":
        """Both loaded from a folder."""
        return cls(open_store(folder / FILE), Graph().parse(folder / FILE))

    def default(self, text: str, given: Given) -> Answer:
        """What the default engine says."""
        return answer_from(self.store, text, given, 10_000)

    def rdflib(self, text: str, given: Given) -> tuple[tuple[str, ...], Rows]:
        """The variables and rows of rdflib's own engine."""
        bound = {variable.value: term(value) for variable, value in bind(self.store, text, given).items()}
        found = self.graph.query(text, initNs=dict(PREFIXES), initBindings=bound)
        return tuple(str(variable) for variable in found.vars or ()), [tuple(map(words, row)) for row in found]  # type: ignore[arg-type]


def words(cell: object) -> str | None:
    """A term of either engine as plain words."""
    return None if cell is None else str(getattr(cell, "value", cell)) if isinstance(cell, NamedNode | Literal) else str(cell)


def term(term: object) -> Identifier:
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    assert isinstance(term, Literal)
    return RdflibLiteral(term.value, datatype=URIRef(term.datatype.value))
