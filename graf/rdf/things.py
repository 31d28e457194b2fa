"""The things of the graph themselves: towns, bodies, dates, documents, cases, policy instruments."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from rdflib import DCTERMS, ORG, SKOS, XSD, URIRef

from graf import __version__
from graf.model import Case, CaseGraph, DateExpression, Document
from graf.rdf.names import UNKNOWN_TOWN, Names, is_municipality, town_of
from graf.rdf.terms import RDF, Triple, swedish, text, typed
from graf.tables import bodies, tables_digest
from graf.vocab import DOCUMENT_KINDS, EDTF, GRAF, code

_OFFICE = re.compile(r"(?:kontoret|förvaltning(?:en)?)$", re.IGNORECASE)
_SHAPES = (
    ("day", r"\d{4}-\d{2}-\d{2}"),
    ("season", r"\d{4}-2[1-4]"),
    ("quarter", r"\d{4}-3[3-6]"),
    ("half", r"\d{4}-4[01]"),
    ("month", r"\d{4}-\d{2}"),
    ("year", r"\d{4}"),
)


def run_triples(names: Names) -> Iterator[Triple]:
    """The run that made every statement: the version of graf and of its tables; no clock, so that it can be made again."""
    node = names.run()
    yield node, RDF.type, GRAF.ExtractionRun
    yield node, GRAF.softwareVersion, text(__version__)
    yield node, GRAF.tablesDigest, text(tables_digest())


def town_triples(graph: CaseGraph, names: Names) -> Iterator[Triple]:
    """Every municipality by its code, named as most of its documents name it."""
    named = Counter((d.municipality, d.authority) for d in graph.documents if d.municipality and d.authority)
    labels = {town: label for (town, label), _ in sorted(named.items(), key=lambda row: (row[1], row[0]))}
    towns = {case.id.municipality for case in graph.cases} | {d.municipality for d in graph.documents if d.municipality}
    for town in sorted(towns | {town for town, _ in _bodies(graph)}):
        node = names.town(town)
        yield node, RDF.type, GRAF.Municipality if is_municipality(town) else GRAF.Authority
        yield node, DCTERMS.identifier, text(town)
        if town in labels:
            yield node, SKOS.prefLabel, swedish(labels[town])


def body_triples(graph: CaseGraph, names: Names) -> Iterator[Triple]:
    """Every body that decides, assigns or is assigned, under each spelling of its name."""
    spellings: dict[tuple[str, URIRef], set[str]] = defaultdict(set)
    for town, name in _bodies(graph):
        spellings[town, names.body(town, name)].add(name)
    for (town, node), found in spellings.items():
        first, *others = sorted(found)
        yield node, RDF.type, GRAF.AdministrativeOffice if is_office(first) else GRAF.DecidingBody
        yield node, ORG.unitOf, names.town(town)
        if kind := body_kind(first):
            yield node, ORG.classification, code("organtyp", kind)
        yield node, SKOS.prefLabel, swedish(first)
        for other in others:
            yield node, SKOS.altLabel, swedish(other)


def is_office(body: str) -> bool:
    """Whether a body is an office (förvaltning), which carries out and decides nothing, by its name.

    >>> is_office("Stadskontoret"), is_office("Kommunstyrelsens arbetsutskott")
    (True, False)
    """
    return bool(_OFFICE.search(body.strip()))


def body_kind(body: str) -> str | None:
    """What kind of body it is, where a row of ``tables/bodies.toml`` is its name and no more.

    >>> body_kind("Kommunfullmäktige"), body_kind("Kommunstyrelsens arbetsutskott"), body_kind("Vinterstads badhus")
    ('council', 'committee', None)
    """
    return next((row.kind for row in bodies() if row.name == body or row.pattern.fullmatch(body)), None)


def _bodies(graph: CaseGraph) -> Iterator[tuple[str, str]]:
    for document in graph.documents:
        if document.body:
            yield document.municipality or UNKNOWN_TOWN, document.body
    for decision in graph.decisions:
        for name in (decision.body, *(point.addressee for point in decision.points)):
            if name:
                yield town_of(decision.key), name
    for given in graph.assignments:
        for name in (given.assigner, given.assignee):
            if name:
                yield town_of(given.key), name


def date_triples(graph: CaseGraph, names: Names) -> Iterator[Triple]:
    """Every date that a node has, once: as precise as the text gives it, and the two days that bound it."""
    for when in {when.edtf: when for when in _dates(graph)}.values():
        node = names.date(when)
        yield node, RDF.type, GRAF.DateExpression
        yield node, GRAF.edtf, typed(when.edtf, EDTF)
        yield node, GRAF.earliest, typed(when.earliest.isoformat(), XSD.date)
        yield node, GRAF.latest, typed(when.latest.isoformat(), XSD.date)
        yield node, GRAF.precision, code("precision", precision(when.edtf))


def precision(edtf: str) -> str:
    """How precise a date is, from its shape.

    >>> [precision(edtf) for edtf in ("2018-11-26", "2018-11", "2014-23", "2018/2019")]
    ['day', 'month', 'season', 'interval']
    """
    plain = edtf.rstrip("?~%")
    return next((name for name, shape in _SHAPES if re.fullmatch(shape, plain)), "interval")


def _dates(graph: CaseGraph) -> Iterator[DateExpression]:
    given = (when for a in graph.assignments for when in (a.deadline, a.given, a.answered_on))
    for when in (*(d.date for d in graph.documents), *(d.date for d in graph.decisions), *given):
        if when:
            yield when


def document_triples(graph: CaseGraph, names: Names) -> Iterator[Triple]:
    """Every document, and the text that its evidence points into."""
    numbers = {(c.id.municipality, number): c for c in graph.cases for number in (*c.variants, c.label)}
    for document in graph.documents:
        node, words = names.document(document), names.text(document.name)
        yield node, RDF.type, GRAF.Document
        if document.digest:
            yield words, RDF.type, GRAF.TextVersion
            yield words, DCTERMS.isFormatOf, node
            yield words, GRAF.sha256, text(document.digest)
        yield from _masthead(document, node, names)
        for number in (document.own_case, *(item.case for item in document.items)):
            case = numbers.get((document.municipality or "", number or ""))
            if case:
                yield node, GRAF.inCase, names.case(case.id)


def _masthead(document: Document, node: URIRef, names: Names) -> Iterator[Triple]:
    for place in document.places or (document.name,):
        yield node, GRAF.place, text(place)
    if document.title:
        yield node, DCTERMS.title, swedish(document.title)
    if document.kind and document.kind in DOCUMENT_KINDS:
        yield node, GRAF.documentType, code("handlingstyp", document.kind)
    elif document.kind:
        yield node, GRAF.documentTypeVerbatim, swedish(document.kind)
    if document.date:
        yield node, GRAF.documentDate, names.date(document.date)
    if document.body:
        yield node, GRAF.issuedBy, names.body(document.municipality or UNKNOWN_TOWN, document.body)
    if document.municipality:
        yield node, GRAF.municipality, names.town(document.municipality)


def case_triples(graph: CaseGraph, names: Names) -> Iterator[Triple]:
    """Every case; one that is only cited is no ``graf:Case``, so that what is missing can be asked for."""
    for case in graph.cases:
        node = names.case(case.id)
        yield node, RDF.type, GRAF.Case if case.held else GRAF.CitedCase
        yield node, GRAF.municipality, names.town(case.id.municipality)
        yield node, DCTERMS.identifier, text(str(case.id))
        yield from _case_words(case, node)


def _case_words(case: Case, node: URIRef) -> Iterator[Triple]:
    yield node, GRAF.diaryNumber, text(case.label)
    for variant in case.variants:
        if variant != case.label:
            yield node, GRAF.diaryNumberVariant, text(variant)
    if case.title:
        yield node, DCTERMS.title, swedish(case.title)


def instrument_triples(graph: CaseGraph, names: Names) -> Iterator[Triple]:
    """Every policy instrument that something is decided about."""
    for instrument in graph.instruments:
        node = names.node(instrument.key)
        yield node, RDF.type, GRAF.PolicyInstrument
        yield node, SKOS.prefLabel, swedish(instrument.label)
