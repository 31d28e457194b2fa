"""The graph as JSON-LD: one object per node, named as in ``ontology/context.jsonld``, which the file carries."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from rdflib import RDF

from graf.model import CaseGraph
from graf.ontology import ontology_folder
from graf.rdf.terms import split
from graf.write.triples import Facts, nodes, sorted_lines

Json = str | Mapping[str, str]


def write(graph: CaseGraph) -> Iterator[tuple[str, Iterable[str]]]:
    """The one file of this format."""
    yield "graph.jsonld", _pieces(graph)


def _pieces(graph: CaseGraph) -> Iterator[str]:
    yield f'{{"@context": {_line(context())}, "@graph": ['
    comma = "\n"
    for subject, facts in nodes(sorted_lines(graph)):
        yield comma + _line(_node(subject, facts))
        comma = ",\n"
    yield "\n]}\n"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _node(subject: str, facts: Facts) -> dict[str, object]:
    node: dict[str, object] = {"id": subject[1:-1]}
    for predicate, objects in facts:
        name = terms().get(predicate[1:-1], predicate[1:-1])
        values = [_value(name, value) for value in objects]
        node[name] = values[0] if len(values) == 1 else values
    return node


def _value(name: str, value: str) -> Json:
    """The value as the context expects it of this name, or spelled out."""
    rule = context().get(name)
    wanted = rule if isinstance(rule, dict) else {}
    if value.startswith("<"):
        iri = value[1:-1]
        return terms().get(iri, iri) if name == "type" else iri if wanted.get("@type") == "@id" else {"@id": iri}
    words, language, datatype = split(value)
    if language:
        return words if wanted.get("@language") == language else {"@value": words, "@language": language}
    if datatype:
        return words if _full(wanted.get("@type", "")) == datatype else {"@value": words, "@type": datatype}
    return words if not wanted else {"@value": words}


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
