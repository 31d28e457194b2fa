"""The formats for other programs: what each says, as another program reads it."""

import io
import json
from xml.etree import ElementTree

import networkx as nx
import openpyxl
import pyoxigraph
import pytest
from click.testing import CliRunner
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, URIRef

from graf.cli import main
from graf.errors import GraphFolderError
from graf.model import CaseGraph
from graf.network import to_network
from graf.rdf import to_lines, to_store
from graf.store import save_graph
from graf.vocab import PREFIXES
from graf.write import FORMATS, dcat
from tests.factories import mission
from tests.graphs import HOSTILE, rich
from tests.write.test_formats import files

GRAPHS = [pytest.param(CaseGraph(), id="empty"), pytest.param(mission()[0], id="mission"), pytest.param(rich(), id="rich")]
REIFIED = "SELECT ?s ?p ?o ?u { ?u rdf:reifies <<( ?s ?p ?o )>> }"
STATED = "SELECT ?s ?p ?o ?u { ?u rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }"


def store12(graph: CaseGraph) -> pyoxigraph.Store:
    """The graph as RDF 1.2, in the engine that reads it."""
    store = pyoxigraph.Store()
    store.load(files("rdf12", graph)["graph.rdf12.nt"].encode(), pyoxigraph.RdfFormat.N_TRIPLES)
    return store


def rows(store: pyoxigraph.Store, query: str) -> set[str]:
    found = store.query(query, prefixes=dict(PREFIXES))
    assert isinstance(found, pyoxigraph.QuerySolutions)
    return {str(tuple(map(str, row))) for row in found}


@pytest.mark.parametrize("graph", GRAPHS)
def test_rdf_12_reifies_exactly_what_statements_say(graph: CaseGraph) -> None:
    assert rows(store12(graph), REIFIED) == rows(to_store(graph), STATED)
    assert not rows(store12(graph), STATED)


def test_rdf_12_loses_nothing_else_and_asserts_no_more() -> None:
    parts = ("#subject>", "#predicate>", "#object>")
    plain = {line for line in to_lines(rich()) if not line.split(" ")[1].endswith(parts)}
    kept = {line for line in files("rdf12", rich())["graph.rdf12.nt"].splitlines(keepends=True) if "<<(" not in line}
    unreified = {line for line in kept if line.split(" ")[1].endswith(parts)}
    assert kept - unreified == plain
    assert all("#object>" not in line for line in unreified), "only what means nothing known keeps its old form"


@pytest.mark.parametrize("graph", GRAPHS)
def test_gexf_gives_the_network_back(graph: CaseGraph) -> None:
    made, found = to_network(graph), nx.read_gexf(io.BytesIO(files("gexf", graph)["graph.gexf"].encode()))
    clean = str.maketrans({"\x0b": "\ufffd"})
    assert set(found) == set(made)
    for node, data in made.nodes(data=True):
        assert found.nodes[node] == {k: v.translate(clean) if isinstance(v, str) else v for k, v in data.items()}
    assert found.number_of_edges() == made.number_of_edges()
    kinds = {data["relation"] for _, _, data in found.edges(data=True)}
    assert kinds == {data["relation"] for _, _, data in made.edges(data=True)}


def test_gexf_declares_what_gephi_looks_for() -> None:
    tree = ElementTree.fromstring(files("gexf", rich())["graph.gexf"])
    space = {"g": "http://www.gexf.net/1.2draft"}
    assert tree.get("version") == "1.2"
    declared = {(part.get("class"), one.get("id")) for part in tree.iterfind(".//g:attributes", space) for one in part}
    assert {one.get("for") for one in tree.iterfind(".//g:node//g:attvalue", space)} <= {i for c, i in declared if c == "node"}
    assert {one.get("for") for one in tree.iterfind(".//g:edge//g:attvalue", space)} <= {i for c, i in declared if c == "edge"}
    identities = [edge.get("id") for edge in tree.iterfind(".//g:edge", space)]
    assert len(identities) == len(set(identities))


def test_the_workbook_has_the_tables_and_no_formula() -> None:
    ((name, pieces),) = next(form for form in FORMATS if form.name == "xlsx").files(rich())
    book = openpyxl.load_workbook(io.BytesIO(b"".join(piece for piece in pieces if isinstance(piece, bytes))))
    assert name == "graph.xlsx"
    assert book.sheetnames == [table.removesuffix(".csv") for table in files("csv", rich())]
    titles = [row[2] for row in book["cases"].iter_rows(min_row=2, values_only=True)]
    assert any(str(title).startswith("=cmd") for title in titles)
    assert {cell.data_type for page in book for row in page.iter_rows() for cell in row} <= {"inlineStr", "n", "s"}


def test_an_annotation_says_which_words_in_which_text() -> None:
    page = json.loads(files("annotations", rich())["annotations.jsonld"])
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    wanted = rows(to_store(rich()), "SELECT ?u ?e { ?u graf:evidence ?e }")
    assert len(page["items"]) == len({one["id"] for one in page["items"]}) == len(wanted) > 10
    for one in page["items"]:
        quote, place = one["target"]["selector"]
        assert (one["type"], quote["type"], place["type"]) == ("Annotation", "TextQuoteSelector", "TextPositionSelector")
        assert one["body"].startswith("https://w3id.org/graf/id/utsaga/")
        assert one["target"]["source"].startswith("https://w3id.org/graf/id/text/")
        assert place["start"] < place["end"]


def test_an_empty_graph_has_a_page_without_annotations() -> None:
    assert json.loads(files("annotations", CaseGraph())["annotations.jsonld"])["items"] == []


def test_the_description_has_what_dcat_ap_se_wants() -> None:
    graph = Graph().parse(data=files("dcat", rich())["dcat.ttl"], format="turtle")
    catalogue, dataset = graph.value(None, RDF.type, DCAT.Catalog), graph.value(None, RDF.type, DCAT.Dataset)
    for node in (catalogue, dataset):
        for predicate in (DCTERMS.title, DCTERMS.description):
            assert {getattr(value, "language", None) for value in graph.objects(node, predicate)} == {"sv", "en"}
        agent = graph.value(node, DCTERMS.publisher)
        assert str(graph.value(agent, FOAF.name)) == "Malmö stad"
    assert (catalogue, DCAT.dataset, dataset) in graph
    parts = list(graph.objects(dataset, DCAT.distribution))
    assert len(parts) == len(dcat.FILES)
    for part in parts:
        assert graph.value(part, DCAT.accessURL)
        assert graph.value(part, DCTERMS.license) == URIRef(dcat.LICENCE)


def test_the_description_names_files_that_a_graph_folder_has() -> None:
    written = {name for form in FORMATS if form.in_folder for name, _ in form.files(rich())}
    assert {name for name, *_ in dcat.FILES} <= written


def test_the_description_wants_an_address_of_the_web() -> None:
    with pytest.raises(GraphFolderError, match="https://"):
        list(dcat.write(rich(), "Malmö stad", "C:/beslut"))


def test_a_hostile_name_of_a_publisher_stays_a_name() -> None:
    ((_, lines),) = dcat.write(rich(), HOSTILE, "https://example.org/å <b>")
    graph = Graph().parse(data="".join(lines), format="turtle")
    assert [str(name) for name in graph.objects(None, FOAF.name)] == [HOSTILE]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["dcat", "--url", "https://example.org"], "dcat needs --publisher"),
        (["turtle", "--publisher", "Malmö stad"], "turtle takes no --publisher"),
    ],
)
def test_what_a_format_asks_is_told(tmp_path: object, words: list[str], told: str) -> None:
    save_graph(rich(), tmp_path)  # type: ignore[arg-type]
    result = CliRunner().invoke(main, ["export", *words, "-g", str(tmp_path)])
    assert result.exit_code == 2
    assert told in result.stderr
