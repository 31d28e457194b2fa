"""The shapes of ``ontology/shapes.ttl``: pySHACL checks what SHACL Core says, Oxigraph answers the SPARQL constraints.

pySHACL asks a SPARQL constraint once for every node, of rdflib, and takes minutes. Every constraint of graf's
names what ``$this`` is, so its query may be asked once for the whole graph, and gives the same rows.
"""

import logging
from collections.abc import Iterator
from functools import cache

import pyshacl
import rdflib
from pyoxigraph import Store
from rdflib import RDF, SH, Literal
from rdflib.term import Node

from graf.ontology import ontology_folder
from graf.validate.findings import Finding, Severity
from graf.validate.material import select

SHAPES = "https://w3id.org/graf/shapes#"
_SEVERITIES = {str(SH.Warning): Severity.WARNING, str(SH.Info): Severity.INFO}
"""Every other is a violation."""
_QUIET = logging.getLogger("graf.validate.shapes")


@cache
def shapes() -> rdflib.Graph:
    """All the shapes, as the file has them."""
    return rdflib.Graph().parse(ontology_folder() / "shapes.ttl")


@cache
def core() -> rdflib.Graph:
    """The shapes without their SPARQL constraints, each property's shape with the targets of the shape that holds it.

    The same nodes are checked for the same things; but pySHACL takes a shape with targets once for all its nodes, and one
    that hangs on another's ``sh:property`` once for every node, which takes five times as long.
    """
    kept = rdflib.Graph()
    for subject, predicate, value in shapes():
        if predicate == SH.property:
            kept.add((value, RDF.type, SH.PropertyShape))
            for target in (SH.targetClass, SH.targetSubjectsOf):
                for node in shapes().objects(subject, target):
                    kept.add((value, target, node))
        elif predicate != SH.sparql:
            kept.add((subject, predicate, value))
    return kept


def core_findings(graph: rdflib.Graph) -> Iterator[Finding]:
    """What the nodes say that do not fit their shapes."""
    _, report, _ = pyshacl.validate(graph, shacl_graph=core(), inplace=True, inference="none", logger=_QUIET)
    assert isinstance(report, rdflib.Graph)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        shape = report.value(result, SH.sourceShape)
        yield Finding(
            _severity(report.value(result, SH.resultSeverity)),
            _name(_parent(shape)),
            str(report.value(result, SH.focusNode)),
            english(report, result, SH.resultMessage),
            str(report.value(result, SH.value) or ""),
        )


def constraint_findings(store: Store) -> Iterator[Finding]:
    """What the SPARQL constraints find, each asked once."""
    for shape, constraint in sorted(shapes().subject_objects(SH.sparql), key=lambda pair: _query(pair[1])):
        severity = _severity(shapes().value(constraint, SH.severity) or shapes().value(shape, SH.severity))
        message = english(shapes(), constraint, SH.message)
        for row in select(store, _query(constraint)):
            yield Finding(severity, _name(shape), row["this"], message, row.get("value", ""))


def _severity(node: Node | None) -> Severity:
    return _SEVERITIES.get(str(node), Severity.VIOLATION)


def _query(constraint: Node) -> str:
    return str(shapes().value(constraint, SH.select))


def _parent(shape: Node | None) -> Node | None:
    """The shape with a name that a property's shape is part of."""
    while isinstance(shape, rdflib.BNode):
        shape = next((s for s, p in shapes().subject_predicates(shape) if p in (SH.property, SH["not"])), None)
    return shape


def _name(shape: Node | None) -> str:
    return f"shape:{str(shape).removeprefix(SHAPES)}"


def english(graph: rdflib.Graph, subject: Node, predicate: Node) -> str:
    """The English text among those of a node."""
    said = [value for value in graph.objects(subject, predicate) if isinstance(value, Literal)]
    return str(next((text for text in said if text.language == "en"), said[0] if said else ""))
