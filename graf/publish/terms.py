"""What the files of the ontology say of each term, gathered for the page that explains them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import rdflib
from rdflib import OWL, RDF, RDFS, SDO, SH, SKOS, VANN, Literal, Namespace, URIRef
from rdflib.term import Node

from graf.ontology import ontology_folder
from graf.vocab import PREFIXES

COIN = Namespace("http://purl.org/court/def/2009/coin#")
FILES = ("graf.ttl", "codes.ttl", "cues.ttl", "shapes.ttl", "iri-templates.ttl", "alignments.ttl")
_MATCHES = (SKOS.closeMatch, SKOS.broadMatch, SKOS.relatedMatch)
_NUMBERS = {("1", "1"): "1", ("0", "1"): "0 or 1", ("1", ""): "1 or more", ("0", ""): "any"}


@cache
def data(name: str) -> rdflib.Graph:
    """One of the ontology's files."""
    return rdflib.Graph().parse(ontology_folder() / name)


@dataclass(frozen=True, slots=True)
class Told:
    """A text in the two languages."""

    swedish: str
    english: str


@dataclass(frozen=True, slots=True)
class Property:
    """A property as one class bears it, or as it stands for itself."""

    name: str
    label: Told
    meaning: Told
    example: str
    values: tuple[str, ...]
    """Names of what its values are."""
    number: str
    """How many values a node has, in words."""
    used_on: tuple[str, ...]
    parents: tuple[str, ...]
    matches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Class:
    """A class with the form of its IRIs and all that its nodes bear."""

    name: str
    label: Told
    meaning: Told
    note: Told
    example: str
    parents: tuple[str, ...]
    templates: tuple[str, ...]
    iri_examples: tuple[str, ...]
    properties: tuple[Property, ...]
    matches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A code with its meaning and the words that tell it in a text."""

    name: str
    label: Told
    meaning: Told
    cues: tuple[str, ...]


def told(graph: rdflib.Graph, node: Node, predicate: URIRef) -> Told:
    """The Swedish and the English text of a node; a text without a language is both."""
    found = {str(value.language): str(value) for value in graph.objects(node, predicate) if isinstance(value, Literal)}
    return Told(found.get("sv", found.get("None", "")), found.get("en", found.get("None", "")))


def short(node: Node) -> str:
    """A name with its prefix: ``graf:Case``."""
    known = {**PREFIXES, "schema": str(SDO), **{prefix: str(iri) for prefix, iri in _bound()}}
    for prefix, namespace in known.items():
        if str(node).startswith(namespace) and re.fullmatch(r"[\w.-]+", str(node)[len(namespace) :]):
            return f"{prefix}:{str(node)[len(namespace) :]}"
    return str(node)


@cache
def _bound() -> tuple[tuple[str, URIRef], ...]:
    """The prefixes that the files themselves declare for other vocabularies."""
    return tuple((prefix, iri) for name in ("graf.ttl", "alignments.ttl") for prefix, iri in data(name).namespaces() if prefix)


def classes() -> tuple[Class, ...]:
    """Graf's classes, in the order of the alphabet."""
    own = (term for term in data("graf.ttl").subjects(RDF.type, OWL.Class) if short(term).startswith("graf:"))
    return tuple(_class(term) for term in sorted(own, key=str))


def _class(term: Node) -> Class:
    graph, templates = data("graf.ttl"), data("iri-templates.ttl")
    forms = sorted(templates.subjects(COIN.forType, term), key=lambda form: _priority(form))
    return Class(
        short(term),
        told(graph, term, RDFS.label),
        told(graph, term, RDFS.comment),
        told(graph, term, VANN.usageNote),
        _example(term),
        tuple(short(parent) for parent in sorted(graph.objects(term, RDFS.subClassOf), key=str)),
        tuple(str(templates.value(form, COIN.uriTemplate)) for form in forms),
        tuple(sorted(str(example) for form in forms for example in templates.objects(form, SKOS.example))),
        tuple(_property(prop, term) for prop in _borne_by(term)),
        _matches(term),
    )


def _priority(form: Node) -> int:
    """The template to be tried first has the lowest."""
    return min((-int(str(number)) for number in data("iri-templates.ttl").objects(form, COIN.priority)), default=0)


def _borne_by(term: Node) -> list[Node]:
    """The properties that the nodes of a class bear, graf's relations left out: those have a part of their own."""
    graph = data("graf.ttl")
    kinds = _with_parents(term)
    found = {p for kind in kinds for told_on in (RDFS.domain, SDO.domainIncludes) for p in graph.subjects(told_on, kind)}
    found |= {path for kind in kinds for _, path in _constraints(kind) if isinstance(path, URIRef)}
    return sorted(found - set(_relations()), key=short)


def _with_parents(term: Node) -> list[Node]:
    found = data("graf.ttl").transitive_objects(term, RDFS.subClassOf)
    return [node for node in found if node is not None and short(node).startswith("graf:")]


def _constraints(kind: Node) -> Iterator[tuple[Node, Node]]:
    """The constraints of a class that are violated, each with its path."""
    shapes = data("shapes.ttl")
    for shape in shapes.subjects(SH.targetClass, kind):
        for constraint in shapes.objects(shape, SH.property):
            if (constraint, SH.severity, SH.Warning) not in shapes:
                yield constraint, next(iter(shapes.objects(constraint, SH.path)))


def _property(term: Node, kind: Node | None = None) -> Property:
    graph = data("graf.ttl")
    ranges = {*graph.objects(term, SDO.rangeIncludes)} or {*graph.objects(term, RDFS.range)}
    used = {*graph.objects(term, SDO.domainIncludes), *graph.objects(term, RDFS.domain)}
    note = told(graph, term, VANN.usageNote)
    meaning = told(graph, term, RDFS.comment)
    return Property(
        short(term),
        told(graph, term, RDFS.label),
        meaning if meaning.english else note,
        _example(term),
        _list_of(term) or tuple(sorted(map(short, ranges))),
        _number(term, kind) if kind else "",
        tuple(sorted(map(short, used))),
        tuple(short(parent) for parent in sorted(graph.objects(term, RDFS.subPropertyOf), key=str)),
        _matches(term),
    )


def _list_of(term: Node) -> tuple[str, ...]:
    """The code list that a property takes its values from."""
    graph = data("codes.ttl")
    schemes = (node for node in graph.subjects(RDFS.seeAlso, term) if (node, RDF.type, SKOS.ConceptScheme) in graph)
    return tuple(f"kod/{str(scheme).rsplit('/', 1)[1]}" for scheme in schemes)


def _example(term: Node) -> str:
    return next((str(example) for example in data("graf.ttl").objects(term, SKOS.example)), "")


def _number(term: Node, kind: Node) -> str:
    shapes = data("shapes.ttl")
    least, most = "0", ""
    for ancestor in _with_parents(kind):
        for constraint, path in _constraints(ancestor):
            if path == term:
                least = str(shapes.value(constraint, SH.minCount) or least)
                most = str(shapes.value(constraint, SH.maxCount) or most)
    return _NUMBERS.get((least, most), f"{least} to {most}")


def _matches(term: Node) -> tuple[str, ...]:
    return tuple(sorted(short(o) for match in _MATCHES for o in data("alignments.ttl").objects(term, match)))


def _relations() -> tuple[Node, ...]:
    graph = data("graf.ttl")
    refers = next(s for s in graph.subjects(RDF.type, OWL.ObjectProperty) if short(s) == "graf:refersTo")
    found = graph.transitive_subjects(RDFS.subPropertyOf, refers)
    return tuple(sorted((node for node in found if node is not None), key=str))


def relations() -> tuple[tuple[Property, tuple[str, ...]], ...]:
    """Every relation with the words that tell it, first those that carry a thread on."""
    codes = {short(relation): concept for concept, relation in data("codes.ttl").subject_objects(RDFS.seeAlso)}
    found = [_property(term) for term in _relations()]
    return tuple(
        (prop, _cues(codes[prop.name]) if prop.name in codes else ())
        for prop in sorted(found, key=lambda prop: (prop.name not in {"graf:refersTo", "graf:buildsOn"}, prop.name))
    )


def _cues(concept: Node) -> tuple[str, ...]:
    return tuple(sorted(map(str, data("cues.ttl").objects(concept, SKOS.hiddenLabel))))


def code_lists() -> Iterator[tuple[str, Told, tuple[Code, ...]]]:
    """Every list but that of relations: its IRI, its name, its codes."""
    graph = data("codes.ttl")
    for scheme in sorted(graph.subjects(RDF.type, SKOS.ConceptScheme), key=str):
        codes = sorted(graph.subjects(SKOS.inScheme, scheme), key=str)
        yield str(scheme), told(graph, scheme, SKOS.prefLabel), tuple(_code(concept) for concept in codes)


def _code(concept: Node) -> Code:
    graph = data("codes.ttl")
    name = str(graph.value(concept, SKOS.notation))
    return Code(name, told(graph, concept, SKOS.prefLabel), told(graph, concept, SKOS.definition), _cues(concept))


def shapes() -> Iterator[tuple[str, Told, tuple[tuple[str, Told], ...]]]:
    """Every shape: its name, its label, and what it says of a node that does not fit, with the severity."""
    graph = data("shapes.ttl")
    for shape in sorted(graph.subjects(RDF.type, SH.NodeShape), key=str):
        parts = (shape, *graph.objects(shape, SH.property), *graph.objects(shape, SH.sparql))
        said = sorted(
            ((_severity(graph, shape, part), told(graph, part, SH.message)) for part in parts), key=lambda s: s[1].english
        )
        yield str(shape).rsplit("#", 1)[1], told(graph, shape, RDFS.label), tuple(row for row in said if row[1].english)


def _severity(graph: rdflib.Graph, shape: Node, part: Node) -> str:
    warned = {graph.value(part, SH.severity), graph.value(shape, SH.severity)} & {SH.Warning}
    return "warning" if warned else "violation"


def versions() -> Iterable[tuple[str, str, Told]]:
    """Each file with its version IRI and its title."""
    for name in FILES:
        graph = data(name)
        head = next(iter(graph.subjects(OWL.versionIRI)))
        yield name, str(graph.value(head, OWL.versionIRI)), told(graph, head, rdflib.DCTERMS.title)


def history() -> Told:
    """What each version brought."""
    graph = data("graf.ttl")
    return told(graph, next(iter(graph.subjects(OWL.versionIRI))), SKOS.historyNote)
