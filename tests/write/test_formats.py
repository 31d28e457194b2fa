"""Every output format: what it holds, that it can be read back, and that the same graph gives the same bytes."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pyoxigraph
import pytest
from rdflib import Graph

from graf.model import Case, CaseGraph, CaseId, Document
from graf.network import to_network
from graf.rdf import to_lines, to_rdf
from graf.sheets import guarded, sheet
from graf.write import FORMATS
from graf.write.triples import sorted_lines
from tests.factories import TOWN, mission
from tests.graphs import HOSTILE, rich

BY_NAME = {form.name: form for form in FORMATS}
TOLD = {"publisher": "Malmö stad", "url": "https://example.org/beslut/"}
DATA = ["annotations", "csv", "dcat", "gexf", "graphml", "jsonld", "nquads", "rdf12", "turtle"]
"""The formats that are text."""
GRAPHS = [pytest.param(CaseGraph(), id="empty"), pytest.param(mission()[0], id="mission"), pytest.param(rich(), id="rich")]


def files(form: str, graph: CaseGraph) -> dict[str, str]:
    return {name: b"".join(map(encoded, pieces)).decode() for name, pieces in BY_NAME[form].files(graph, **told(form))}


def told(form: str) -> dict[str, str]:
    """What a format asks to be told."""
    return {name: TOLD[name] for name in BY_NAME[form].asks}


def encoded(piece: str | bytes) -> bytes:
    return piece.encode() if isinstance(piece, str) else piece


def lines(store: pyoxigraph.Store) -> list[str]:
    return sorted(str(quad.triple) for quad in store)


def loaded(text: str, form: pyoxigraph.RdfFormat) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.load(text.encode(), form)
    return store


def expected(graph: CaseGraph) -> list[str]:
    return lines(loaded(to_rdf(graph).serialize(format="nt"), pyoxigraph.RdfFormat.N_TRIPLES))


def test_the_formats_are_in_order_and_each_says_what_it_is_for() -> None:
    names = [form.name for form in FORMATS]
    assert names == sorted(names)
    assert set(DATA) <= set(names)
    assert all(form.help.endswith(".") and "\n" not in form.help for form in FORMATS)


@pytest.mark.parametrize("graph", GRAPHS)
def test_turtle_holds_every_triple_on_both_engines(graph: CaseGraph) -> None:
    text = files("turtle", graph)["graph.ttl"]
    assert lines(loaded(text, pyoxigraph.RdfFormat.TURTLE)) == expected(graph)
    assert set(Graph().parse(data=text, format="turtle")) == set(to_rdf(graph))


def test_turtle_is_made_to_be_read() -> None:
    text = files("turtle", mission()[0])["graph.ttl"]
    block = next(part for part in text.split("\n\n") if part.startswith("<arende/1280/STK-2018-1094> "))
    assert block.splitlines()[:2] == [
        "<arende/1280/STK-2018-1094> a graf:Case ;",
        '  dcterms:identifier "1280:STK-2018-1094" ;',
    ]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader of JSON-LD
@pytest.mark.parametrize("graph", GRAPHS)
def test_jsonld_holds_every_triple_on_both_engines(graph: CaseGraph) -> None:
    text = files("jsonld", graph)["graph.jsonld"]
    assert lines(loaded(text, pyoxigraph.RdfFormat.JSON_LD)) == expected(graph)
    assert set(Graph().parse(data=text, format="json-ld")) == set(to_rdf(graph))


def test_jsonld_reads_as_plain_json() -> None:
    nodes = {node["id"]: node for node in json.loads(files("jsonld", mission()[0])["graph.jsonld"])["@graph"]}
    case = nodes["https://w3id.org/graf/id/arende/1280/STK-2016-796"]
    assert (case["type"], case["diaryNumber"], case["title"]) == ("CitedCase", "STK-2016-796", "Ärende STK-2016-796")


@pytest.mark.parametrize("graph", GRAPHS)
def test_nquads_hold_every_triple_once_and_are_sorted(graph: CaseGraph) -> None:
    text = files("nquads", graph)["graph.nq"]
    assert lines(loaded(text, pyoxigraph.RdfFormat.N_QUADS)) == expected(graph)
    assert text.splitlines() == sorted(text.splitlines())


@pytest.mark.parametrize("run", [1, 7, 100])
def test_a_graph_is_sorted_in_runs_as_it_would_be_at_once(run: int) -> None:
    lines = list(sorted_lines(rich(), run))
    assert lines == sorted(set(to_lines(rich())))


def test_a_documents_graph_holds_the_document_its_words_and_what_rests_on_them_alone() -> None:
    store = loaded(files("nquads", rich())["graph.nq"], pyoxigraph.RdfFormat.N_QUADS)
    letter = pyoxigraph.NamedNode(f"https://w3id.org/graf/id/handling/{TOWN}/0000000000000000")
    assert list(store.named_graphs()) == [letter]
    assert kinds_of(store, letter) == {"handling", "text", "utsaga"}
    assert {"arende", "datum", "organ"} <= kinds_of(store, pyoxigraph.DefaultGraph())


def kinds_of(store: pyoxigraph.Store, graph: pyoxigraph.NamedNode | pyoxigraph.DefaultGraph) -> set[str]:
    """The kinds of node that a graph speaks of, by the first part of their keys."""
    subjects = (str(quad.subject) for quad in store.quads_for_pattern(None, None, None, graph))
    return {subject.removeprefix("<https://w3id.org/graf/id/").split("/")[0] for subject in subjects}


@pytest.mark.parametrize("graph", GRAPHS)
def test_graphml_gives_the_network_back(graph: CaseGraph) -> None:
    text = files("graphml", graph)["graph.graphml"]
    made = to_network(graph)
    found: nx.MultiDiGraph[str] = nx.parse_graphml(text, force_multigraph=True)  # type: ignore[assignment]
    assert sorted(found.edges(keys=True)) == sorted(made.edges(keys=True))
    clean = str.maketrans({"\x0b": "\ufffd"})
    for node, data in made.nodes(data=True):
        assert found.nodes[node] == {k: v.translate(clean) if isinstance(v, str) else v for k, v in data.items()}


def test_the_tables_are_seven_with_a_header_each() -> None:
    found = files("csv", rich())
    assert sorted(found) == [
        *("assignments.csv", "cases.csv", "decisions.csv", "documents.csv"),
        *("problems.csv", "references.csv", "statements.csv"),
    ]
    assert all(not text.startswith("\ufeff") and text.split("\r\n")[0].islower() for text in found.values())
    assert found["problems.csv"].splitlines()[0] == "document,kind,message"


@pytest.mark.parametrize("graph", GRAPHS)
def test_every_row_of_a_table_is_as_wide_as_its_header(graph: CaseGraph) -> None:
    for text in files("csv", graph).values():
        header, *rows = csv.reader(io.StringIO(text, newline=""))
        assert {len(row) for row in rows} <= {len(header)}


def test_a_table_gives_hostile_words_back_behind_an_apostrophe() -> None:
    rows = list(csv.DictReader(io.StringIO(files("csv", rich())["cases.csv"], newline="")))
    assert f"'{HOSTILE}" in {row["title"] for row in rows}


def test_dates_in_tables_are_as_precise_as_their_text() -> None:
    rows = list(csv.DictReader(io.StringIO(files("csv", mission()[0])["assignments.csv"], newline="")))
    assert [row["deadline"] for row in rows] == ["2018-12", "2019-09"]


def test_a_decision_without_points_has_a_row() -> None:
    graph = mission()[0]
    bare = CaseGraph(decisions=tuple(type(d)(d.key, d.case, d.body, d.date, None, d.status, ()) for d in graph.decisions))
    assert len(files("csv", bare)["decisions.csv"].splitlines()) == len(graph.decisions) + 1


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+46 40 34 10 00", "'+46 40 34 10 00"),
        ("- första punkten", "'- första punkten"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("-5", "-5"),
        ("+0,5", "+0,5"),
        ("-2+3", "'-2+3"),
        ("2018-11-26", "2018-11-26"),
        ("STK-2016-796", "STK-2016-796"),
        ("", ""),
        (None, None),
        (-0.5, -0.5),
    ],
)
def test_no_cell_is_a_formula(cell: str | float | None, written: str | float | None) -> None:
    assert guarded(cell) == written


def test_a_sheet_quotes_as_the_standard_says() -> None:
    assert "".join(sheet(["a", "b"], [['x"y', "1,2\n3"]])) == 'a,b\r\n"x""y","1,2\n3"\r\n'


DIGESTS = """
import hashlib, json
from graf.write import FORMATS
from tests.graphs import rich
from tests.write.test_formats import encoded, told

files = {(form.name, name): pieces for form in FORMATS for name, pieces in form.files(rich(), **told(form.name))}
digests = {" ".join(names): hashlib.sha256(b"".join(map(encoded, pieces))).hexdigest() for names, pieces in files.items()}
print(json.dumps(digests))
"""


def test_the_same_graph_gives_the_same_bytes_under_any_hash_seed(root: Path) -> None:
    def run(seed: str) -> dict[str, str]:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}
        done = subprocess.run([sys.executable, "-c", DIGESTS], env=environment, cwd=root, capture_output=True, check=True)
        found: dict[str, str] = json.loads(done.stdout)
        return found

    first = run("1")
    assert {name.split()[0] for name in first} == set(BY_NAME)
    assert first == run("2")


@pytest.mark.parametrize("form", DATA)
def test_no_place_of_the_machine_is_written(form: str) -> None:
    case = Case(CaseId(TOWN, "A-2016-1"), "A-2016-1", held=True, documents=("a.md",))
    graph = CaseGraph(documents=(Document("a.md", "1" * 64, places=("a.md",)),), cases=(case,))
    text = "".join(files(form, graph).values())
    assert str(Path.cwd()) not in text
    assert text
    assert "A-2016-1" in text or form in {"annotations", "dcat"}
