"""The JSON-LD context: a short name for every term that data bears, from the ontology's own words."""

import json
import re
from collections.abc import Iterator

import rdflib
from rdflib import OWL, RDF, RDFS, SDO, XSD
from rdflib.term import Node

from graf.ontology import ontology_folder
from graf.vocab import GRAF, OA, PREFIXES

_PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
Rule = str | dict[str, str]
_PREFIXES = ("graf", "dcterms", "edtf", "foaf", "oa", "org", "prov", "rdf", "skos", "xsd")
_STATEMENT: dict[str, Rule] = {
    "subject": {"@id": "rdf:subject", "@type": "@id"},
    "predicate": {"@id": "rdf:predicate", "@type": "@id"},
    "object": {"@id": "rdf:object", "@type": "@id"},
}
"""RDF's own terms, of which the ontology may say nothing."""
_SWEDISH = {"altLabel", "description", "documentTypeVerbatim", "prefLabel", "targetVerbatim", "title"}
"""Terms whose words are those of the sources."""
_ENGLISH = {"definition", "scopeNote"}
"""Terms whose words are graf's own."""
_OTHER_NAMES = {str(GRAF.edtf): "edtfValue"}
"""Terms whose name is a prefix already."""
_NEVER_BORNE = {"Body"}
"""Classes of which data names only the subclasses."""
_SELECTORS = (OA.TextPositionSelector, OA.TextQuoteSelector)


def context_text() -> str:
    """The file of the context, one term a line."""
    lines = [f"    {json.dumps(name)}: {json.dumps(rule)}" for name, rule in context().items()]
    return '{\n  "@context": {\n' + ",\n".join(['    "@version": 1.1', *lines]) + "\n  }\n}\n"


def context() -> dict[str, Rule]:
    """Every short name and what it stands for: prefixes first, then the terms in order of the alphabet."""
    prefixes: dict[str, Rule] = {name: PREFIXES[name] for name in _PREFIXES}
    terms = {**_STATEMENT, **dict(_terms(rdflib.Graph().parse(ontology_folder() / "graf.ttl")))}
    return (
        prefixes | {"id": "@id", "type": "@type"} | {name: terms[name] for name in sorted(terms, key=lambda n: (n.lower(), n))}
    )


def _terms(ontology: rdflib.Graph) -> Iterator[tuple[str, Rule]]:
    classes = {term for term in ontology.subjects(RDF.type, OWL.Class) if str(term).startswith(str(GRAF))}
    for term in (*(term for term in classes if _local(term) not in _NEVER_BORNE), *_SELECTORS):
        yield _local(term), _short(term)
    properties = {term for kind in _PROPERTIES for term in ontology.subjects(RDF.type, kind)}
    for term in properties:
        if str(term).startswith(str(GRAF)) or (term, SDO.domainIncludes, None) in ontology:
            yield _OTHER_NAMES.get(str(term), _local(term)), _rule(ontology, term)


def _rule(ontology: rdflib.Graph, term: Node) -> Rule:
    """What the values of a property are: links, words of a language, values of a datatype, or plain strings."""
    name, range_ = _local(term), _range(ontology, term)
    if (term, RDF.type, OWL.ObjectProperty) in ontology or str(range_).startswith(str(GRAF)):
        return {"@id": _short(term), "@type": "@id"}
    if name in _SWEDISH | _ENGLISH:
        return {"@id": _short(term), "@language": "sv" if name in _SWEDISH else "en"}
    if range_ is None or range_ == XSD.string:
        return _short(term)
    return {"@id": _short(term), "@type": _short(range_)}


def _range(ontology: rdflib.Graph, term: Node) -> Node | None:
    return ontology.value(term, RDFS.range) or next(iter(sorted(ontology.objects(term, SDO.rangeIncludes), key=str)), None)


def _local(term: Node) -> str:
    return re.split("[#/]", str(term))[-1]


def _short(term: Node) -> str:
    """A term with its prefix."""
    prefix = next(name for name in _PREFIXES if str(term).startswith(PREFIXES[name]))
    return f"{prefix}:{str(term).removeprefix(PREFIXES[prefix])}"
