"""The graph as JSON-LD: one object per node, named as in ``ontology/context.jsonld``, which the file carries."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from operator import itemgetter

from rdflib import RDF, Literal, URIRef

from graf.model import CaseGraph
from graf.ontology import ontology_folder
from graf.rdf import Triple, to_triples
from graf.rdf.terms import ntriples

Json = str | Mapping[str, str]


def write(graph: CaseGraph) -> Iterator[tuple[str, Iterable[str]]]:
    """The one file of this format."""
    yield "graph.jsonld", _pieces(graph)


def _pieces(graph: CaseGraph) -> Iterator[str]:
    triples = sorted(set(to_triples(graph)), key=_order)
    yield f'{{"@context": {_line(context())}, "@graph": ['
    comma = "\n"
    for subject, said in groupby(triples, key=itemgetter(0)):
        yield comma + _line(_node(subject, said))
        comma = ",\n"
    yield "\n]}\n"


def _order(triple: Triple) -> tuple[str, str, str]:
    return triple[0], triple[1], ntriples(triple[2])


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _node(subject: str, said: Iterable[Triple]) -> dict[str, object]:
    node: dict[str, object] = {"id": subject}
    for predicate, triples in groupby(said, key=itemgetter(1)):
        values = [_value(predicate, value) for _, _, value in triples]
        node[terms().get(str(predicate), str(predicate))] = values[0] if len(values) == 1 else values
    return node


def _value(predicate: URIRef, value: URIRef | Literal) -> Json:
    """The value as the context expects it of this predicate, or spelled out."""
    rule = context().get(terms().get(str(predicate), ""))
    wanted = rule if isinstance(rule, dict) else {}
    if isinstance(value, URIRef):
        name = terms().get(str(value), str(value))
        return name if predicate == RDF.type else str(value) if wanted.get("@type") == "@id" else {"@id": str(value)}
    if value.language:
        return str(value) if wanted.get("@language") == value.language else {"@value": str(value), "@language": value.language}
    if value.datatype:
        datatype = str(value.datatype)
        return str(value) if _full(wanted.get("@type", "")) == datatype else {"@value": str(value), "@type": datatype}
    return str(value) if not wanted else {"@value": str(value)}


@cache
def context() -> dict[str, object]:
    """The context as the ontology's folder holds it."""
    found: dict[str, object] = json.loads((ontology_folder() / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    return found


@cache
def terms() -> dict[str, str]:
    """The short name of each term, by its IRI."""
    named = {name: rule["@id"] if isinstance(rule, dict) else rule for name, rule in context().items() if name != "@version"}
    return {_full(str(iri)): name for name, iri in named.items() if not str(iri).endswith(("#", "/"))} | {str(RDF.type): "type"}


def _full(name: str) -> str:
    prefix, _, rest = name.partition(":")
    namespace = context().get(prefix)
    return f"{namespace}{rest}" if isinstance(namespace, str) else name
