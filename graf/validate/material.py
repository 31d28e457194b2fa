"""The graph to be validated, as both engines want it: loaded once, from the files of a graph folder or from any RDF file."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph
import rdflib
from pyoxigraph import QuerySolutions, RdfFormat, Store
from rdflib import RDFS

from graf.errors import GraphFolderError
from graf.ontology import ontology_folder
from graf.vocab import PREFIXES

FILE = "graph.ttl"
_FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
}


def open_graph(path: Path) -> Store:
    """The triples of a graph folder, or of an RDF file, as one default graph; a node that two named graphs share is one.

    Raises:
        GraphFolderError: There is no graph, or its file is no RDF.
    """
    file = path / FILE if path.is_dir() else path
    if not file.is_file():
        raise GraphFolderError(f"{path} holds no graph; make one with: graf build SOURCE -o {path}")
    form = _FORMATS.get(file.suffix)
    if form is None:
        raise GraphFolderError(f"{file} is no RDF file that graf knows; name a graph folder, or one of {', '.join(_FORMATS)}")
    store = Store()
    try:
        if form.supports_datasets:
            store.bulk_extend(_in_default_graph(pyoxigraph.parse(path=str(file), format=form)))
        else:
            store.bulk_load(path=str(file), format=form)
    except (SyntaxError, OSError, ValueError) as error:
        said = str(error).splitlines()[0]
        raise IllFormedGraphError(f"{file} is not well formed: {said}; mend that line, or build the graph anew") from None
    return store


class IllFormedGraphError(GraphFolderError):
    """A graph whose file no parser can read: it is there, and wrong."""


def _in_default_graph(quads: Iterable[pyoxigraph.Quad]) -> Iterable[pyoxigraph.Quad]:
    for quad in quads:
        yield quad if quad.graph_name == _DEFAULT else pyoxigraph.Quad(quad.subject, quad.predicate, quad.object)


_DEFAULT = pyoxigraph.DefaultGraph()


def select(store: Store, query: str) -> Iterator[dict[str, str]]:
    """The rows of a SELECT: variable → value, an IRI or the text of a literal; what is not bound is left out."""
    found = store.query(query, prefixes=dict(PREFIXES))
    assert isinstance(found, QuerySolutions)
    names = [variable.value for variable in found.variables]
    for row in found:
        yield {name: str(getattr(value, "value", value)) for name, value in zip(names, row, strict=True) if value is not None}


def to_rdflib(store: Store) -> rdflib.Graph:
    """The same triples for pySHACL, which is twice as fast on rdflib's own store, with the hierarchy of graf's classes."""
    graph = rdflib.Graph(bind_namespaces="none")
    known: dict[object, rdflib.term.Node] = {}

    def term(value: pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple) -> rdflib.term.Node:
        found = known.get(value)
        if found is None:
            found = known[value] = _term(value)
        return found

    add = graph.store.add
    for quad in store:
        add((term(quad.subject), term(quad.predicate), term(quad.object)), graph)
    hierarchy = rdflib.Graph().parse(ontology_folder() / "graf.ttl")
    for triple in hierarchy.triples((None, RDFS.subClassOf, None)):
        graph.add(triple)
    return graph


def _term(value: object) -> rdflib.term.Node:
    if isinstance(value, pyoxigraph.NamedNode):
        return rdflib.URIRef(value.value)
    if isinstance(value, pyoxigraph.BlankNode):
        return rdflib.BNode(value.value)
    assert isinstance(value, pyoxigraph.Literal)
    if value.language:
        return rdflib.Literal(value.value, lang=value.language)
    datatype = rdflib.URIRef(value.datatype.value)
    return rdflib.Literal(value.value) if datatype == rdflib.XSD.string else rdflib.Literal(value.value, datatype=datatype)
