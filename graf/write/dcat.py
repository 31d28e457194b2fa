"""The data set's description as DCAT-AP-SE: a catalogue with one data set, and a distribution for each file of the folder.

A portal such as dataportal.se harvests it from where it is published, with the files of the graph folder beside it. What a
machine cannot know is told by the user: who publishes, and where.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit

from rdflib import DCAT, DCTERMS, FOAF, XSD, URIRef

from graf.errors import GraphFolderError
from graf.model import CaseGraph
from graf.rdf.terms import RDF, Triple, ntriples, swedish, text, typed

LICENCE = "http://creativecommons.org/publicdomain/zero/1.0/"
_LANGUAGE = URIRef("http://publications.europa.eu/resource/authority/language/SWE")
_MEDIA = "https://www.iana.org/assignments/media-types/"
FILES = (
    ("graph.ttl", "text/turtle", "Grafen som Turtle", "The graph as Turtle"),
    ("graph.nq", "application/n-quads", "Grafen som N-Quads, en namngiven graf per handling", "The graph as N-Quads"),
    ("graph.jsonld", "application/ld+json", "Grafen som JSON-LD", "The graph as JSON-LD"),
    ("graph.graphml", "application/xml", "Nätverket som GraphML", "The network as GraphML"),
    ("cases.csv", "text/csv", "Ärenden som tabell", "Cases as a table"),
    ("decisions.csv", "text/csv", "Beslut som tabell", "Decisions as a table"),
    ("assignments.csv", "text/csv", "Uppdrag som tabell", "Assignments as a table"),
    ("statements.csv", "text/csv", "Utsagor som tabell", "Statements as a table"),
)
"""The files of a graph folder that are published: name, media type, title in Swedish and English."""


def write(graph: CaseGraph, publisher: str, url: str) -> Iterator[tuple[str, Iterable[str]]]:
    """The one file of this format.

    Args:
        graph: What is described.
        publisher: The name of who publishes it.
        url: The folder on the web where the files of the graph folder are.

    Raises:
        GraphFolderError: ``url`` is no address of the web.
    """
    if urlsplit(url).scheme not in {"http", "https"}:
        raise GraphFolderError(f"{url} is no address of the web; --url is where the graph folder is published, https://...")
    place = quote(url.rstrip("/"), safe=":/?=&%._~-#")
    triples = _triples(graph, publisher, place)
    yield "dcat.ttl", (f"{ntriples(s)} {ntriples(p)} {ntriples(o)} .\n" for s, p, o in triples)


def _triples(graph: CaseGraph, publisher: str, place: str) -> Iterator[Triple]:
    catalogue, dataset, agent = (URIRef(f"{place}/dcat.ttl#{part}") for part in ("katalog", "datamangd", "utgivare"))
    yield agent, RDF.type, FOAF.Agent
    yield agent, FOAF.name, text(publisher)
    for node, kind, titles in (
        (catalogue, DCAT.Catalog, ("Beslut och ärenden", "Decisions and cases")),
        (dataset, DCAT.Dataset, _titles(graph)),
    ):
        yield node, RDF.type, kind
        yield node, DCTERMS.publisher, agent
        yield from _both(node, DCTERMS.title, *titles)
        yield from _both(node, DCTERMS.description, *_description(graph))
        yield node, DCTERMS.language, _LANGUAGE
    yield catalogue, DCAT.dataset, dataset
    yield catalogue, DCTERMS.license, URIRef(LICENCE)
    yield from _period(graph, dataset, URIRef(f"{place}/dcat.ttl#tid"))
    for file in FILES:
        yield from _distribution(dataset, place, *file)


def _titles(graph: CaseGraph) -> tuple[str, str]:
    towns = sorted({document.authority for document in graph.documents if document.authority})
    where = f": {', '.join(towns[:5])}{' …' if len(towns) > 5 else ''}" if towns else ""
    return f"Beslut, ärenden och uppdrag{where}", f"Decisions, cases and assignments{where}"


def _description(graph: CaseGraph) -> tuple[str, str]:
    counts = len(graph.documents), len(graph.cases), len(graph.decisions), len(graph.assignments)
    return (
        "Vad {} handlingar säger om {} ärenden, {} beslut och {} uppdrag, med ordagranna belägg.".format(*counts),
        "What {} documents say of {} cases, {} decisions and {} assignments, with the words each rests on.".format(*counts),
    )


def _both(node: URIRef, predicate: URIRef, words: str, english: str) -> Iterator[Triple]:
    yield node, predicate, swedish(words)
    yield node, predicate, f"{text(english)}@en"


def _period(graph: CaseGraph, dataset: URIRef, node: URIRef) -> Iterator[Triple]:
    days = [document.date for document in graph.documents if document.date]
    if days:
        yield dataset, DCTERMS.temporal, node
        yield node, RDF.type, DCTERMS.PeriodOfTime
        yield node, DCAT.startDate, typed(min(day.earliest for day in days).isoformat(), XSD.date)
        yield node, DCAT.endDate, typed(max(day.latest for day in days).isoformat(), XSD.date)


def _distribution(dataset: URIRef, place: str, name: str, media: str, words: str, english: str) -> Iterator[Triple]:
    node, file = URIRef(f"{place}/dcat.ttl#{name}"), URIRef(f"{place}/{name}")
    yield dataset, DCAT.distribution, node
    yield node, RDF.type, DCAT.Distribution
    yield from _both(node, DCTERMS.title, words, english)
    yield node, DCAT.accessURL, file
    yield node, DCAT.downloadURL, file
    yield node, DCAT.mediaType, URIRef(f"{_MEDIA}{media}")
    yield node, DCTERMS.license, URIRef(LICENCE)
