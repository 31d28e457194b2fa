"""``graf.ttl`` is OWL 2 DL, read by horned-owl: every triple is part of an axiom, and no axiom breaks a restriction of DL.

horned-owl is a Rust library in a wheel; a reasoner in Java would want a Java on every machine that runs the tests.
"""

import pyhornedowl
import pytest
import rdflib
from pyhornedowl.model import DataPropertyRange
from rdflib import OWL, RDF, RDFS, XSD

from graf.ontology import ontology_folder

GRAPH = rdflib.Graph().parse(ontology_folder() / "graf.ttl")
UNRESTRICTED = {
    "AnnotationAssertion",
    "DataPropertyDomain",
    "DataPropertyRange",
    "DeclareAnnotationProperty",
    "DeclareClass",
    "DeclareDataProperty",
    "DeclareObjectProperty",
    "DisjointClasses",
    "ObjectPropertyDomain",
    "ObjectPropertyRange",
    "OntologyAnnotation",
    "SubClassOf",
    "SubObjectPropertyOf",
    "SymmetricObjectProperty",
}
"""Axioms on which OWL 2 DL lays no condition beyond that their names are of one kind each."""
DATATYPES = {str(datatype) for datatype in (XSD.string, XSD.integer, XSD.decimal)}
"""Those of OWL 2's datatype map that the ontology uses; xsd:date is not in the map."""


def axioms(graph: rdflib.Graph) -> list[object]:
    """The axioms of an ontology, without its header."""
    found = pyhornedowl.open_ontology_from_string(graph.serialize(format="xml"), "rdf").get_components()
    return [one.component for one in found if type(one.component).__name__ != "OntologyID"]


def faults(graph: rdflib.Graph) -> list[str]:
    """What keeps an ontology out of OWL 2 DL."""
    found = axioms(graph)
    # two triples are the header: that it is an ontology, and its version
    lost = len(graph) - len(found) - 2
    kinds = {type(axiom).__name__ for axiom in found} - UNRESTRICTED
    ranges = {str(axiom.dr.first) for axiom in found if isinstance(axiom, DataPropertyRange)} - DATATYPES
    return [
        *(["triples that no axiom holds"] if lost else []),
        *(f"an axiom that may break a restriction: {kind}" for kind in sorted(kinds)),
        *(f"not in the datatype map: {datatype}" for datatype in sorted(ranges)),
        *_untyped(graph),
        *(f"reserved vocabulary: {term}" for term in sorted(_reserved(graph))),
    ]


def _untyped(graph: rdflib.Graph) -> list[str]:
    """Names that no declaration covers, or two of kinds that exclude each other."""
    properties = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    doubled = [s for s in graph.subjects(unique=True) if sum((s, RDF.type, kind) in graph for kind in properties) > 1]
    classes = {o for p in (RDFS.subClassOf, RDFS.domain, OWL.disjointWith) for o in graph.objects(None, p)}
    ranges = {o for s, o in graph.subject_objects(RDFS.range) if (s, RDF.type, OWL.ObjectProperty) in graph}
    parents = set(graph.objects(None, RDFS.subPropertyOf))
    missing = [term for term in classes | ranges if (term, RDF.type, OWL.Class) not in graph]
    missing += [term for term in parents if (term, RDF.type, OWL.ObjectProperty) not in graph]
    annotations = {p for s, p in graph.subject_predicates() if not str(p).startswith((str(RDF), str(RDFS), str(OWL)))}
    missing += [p for p in annotations if (p, RDF.type, OWL.AnnotationProperty) not in graph]
    return [*(f"two kinds of property: {s}" for s in doubled), *(f"not declared: {term}" for term in missing)]


def _reserved(graph: rdflib.Graph) -> set[str]:
    """Names of RDF, RDFS, OWL or XML Schema that something is said about."""
    return {str(s) for s in graph.subjects() if str(s).startswith((str(RDF), str(RDFS), str(OWL), str(XSD)))}


def test_the_ontology_is_owl_2_dl() -> None:
    assert faults(GRAPH) == []
    assert len(axioms(GRAPH)) > 900


BROKEN = {
    "a datatype outside the map": ("graf:page rdfs:range xsd:date .", "not in the datatype map"),
    "a class that is nowhere declared": ("graf:Case rdfs:subClassOf graf:Nothing .", "not declared"),
    "a relation that is a datum too": ("graf:buildsOn a owl:DatatypeProperty .", "two kinds of property"),
    "a relation of things that are words": ("graf:buildsOn rdfs:subPropertyOf graf:page .", "not declared"),
    "a line about RDF's own words": ('rdf:subject rdfs:label "subjekt"@sv .', "reserved vocabulary"),
    "a transitive relation": ("graf:buildsOn a owl:TransitiveProperty .", "TransitiveObjectProperty"),
    "a note by a property nobody declared": ('graf:Case dcterms:creator "x" .', "not declared"),
    "a restriction that hangs in the air": ("[] a owl:Restriction ; owl:onProperty graf:page .", "triples that no axiom holds"),
}


@pytest.mark.parametrize("why", BROKEN)
def test_what_is_not_owl_2_dl_is_found(why: str) -> None:
    line, fault = BROKEN[why]
    graph = rdflib.Graph()
    for triple in GRAPH:
        graph.add(triple)
    for prefix, namespace in GRAPH.namespaces():
        graph.bind(prefix, namespace)
    heads = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in graph.namespaces())
    graph.parse(data=heads + line, format="turtle")
    assert any(fault in found for found in faults(graph)), faults(graph)
