"""The ontology as others get it: every file, and a page that explains each term, code and shape without scripts."""

import html
import re
from pathlib import Path

import pytest
import rdflib
from click.testing import CliRunner
from rdflib import RDF, SH, SKOS

from graf.cli import main
from graf.model import Action, Relation
from graf.ontology import ontology_folder
from graf.pipeline import build_graph
from graf.publish import PAGE, publish
from graf.publish.cues import cue_phrases
from graf.publish.page import page_text
from graf.rdf import to_store
from graf.tables import actions, relations
from graf.validate.material import select
from graf.vocab import GRAF, LISTS, code


@pytest.fixture(scope="module")
def page() -> str:
    return page_text()


def test_every_file_is_written_with_the_page(tmp_path: Path) -> None:
    names = publish(tmp_path / "deep" / "folder")
    lying = {path.name for path in ontology_folder().iterdir()}
    assert set(names) == lying | {PAGE} == {path.name for path in (tmp_path / "deep" / "folder").iterdir()}
    for name in lying:
        assert (tmp_path / "deep" / "folder" / name).read_bytes() == (ontology_folder() / name).read_bytes()


@pytest.mark.parametrize("name", sorted(name for name in GRAF.__annotations__ if not name.startswith("_")))
def test_the_page_explains_every_term(page: str, name: str) -> None:
    assert f"<code>graf:{name}</code>" in page


@pytest.mark.parametrize("name", sorted(set(LISTS) - {"relationstyp"}))
def test_the_page_explains_every_code(page: str, name: str) -> None:
    part = page.split(f"<code>https://w3id.org/graf/kod/{name}/</code>", 1)[1].split("</table>", 1)[0]
    assert re.findall(r"<td><code>(\w+)</code></td>", part) == sorted(LISTS[name].values())


def test_the_page_tells_what_every_shape_says(page: str) -> None:
    graph = rdflib.Graph().parse(ontology_folder() / "shapes.ttl")
    names = {str(shape).rsplit("#", 1)[1] for shape in graph.subjects(RDF.type, SH.NodeShape)}
    assert names <= set(re.findall(r"<td><code>(\w+)</code>", page.split('id="shapes"', 1)[1]))


def test_the_page_asks_no_other_host_and_runs_nothing(page: str) -> None:
    assert not re.search(r"<(script|img|link|iframe|object)\b|\bsrc=|\bon\w+=|@import|url\(", page)
    assert re.findall(r'href="(?!#|[\w-]+\.(?:ttl|jsonld)")([^"]+)"', page) == [
        "https://creativecommons.org/publicdomain/zero/1.0/"
    ]


def test_the_links_of_the_page_lead_somewhere(page: str) -> None:
    anchors = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= anchors


def test_every_query_of_the_page_has_an_answer(page: str, sample: Path) -> None:
    store = to_store(build_graph([sample]))
    store.bulk_load(path=str(ontology_folder() / "codes.ttl"))
    queries = [html.unescape(text) for text in re.findall(r"<pre>(SELECT.*?)</pre>", page, re.DOTALL)]
    assert len(queries) >= 4
    for query in queries:
        assert list(select(store, query)), query


def test_a_property_of_codes_names_its_list(page: str) -> None:
    row = next(row for row in page.split("<tr>") if row.startswith("<td><code>graf:documentType</code>"))
    assert '<a href="#kod-handlingstyp">' in row


def test_the_page_is_the_same_every_time(page: str) -> None:
    assert page_text() == page


def test_every_relation_and_action_that_texts_word_has_its_words() -> None:
    found = cue_phrases()
    assert all(found[code("relationstyp", row.relation)] for row in relations())
    assert all(found[code("akt", row.action)] for row in actions())
    assert "som ett komplement till ärendet" in found[code("relationstyp", Relation.COMPLEMENTS)]
    assert "uppdrar åt" in found[code("akt", Action.ASSIGN)]


def test_words_that_tell_a_code_are_those_of_a_code_that_exists() -> None:
    cues = rdflib.Graph().parse(ontology_folder() / "cues.ttl")
    codes = rdflib.Graph().parse(ontology_folder() / "codes.ttl")
    assert set(cues.subjects(SKOS.hiddenLabel)) <= set(codes.subjects(RDF.type, SKOS.Concept))


def test_the_command_writes_the_files_or_says_where_they_lie(tmp_path: Path) -> None:
    said = CliRunner().invoke(main, ["ontology"])
    assert (ontology_folder() / "graf.ttl").as_posix() in said.output
    done = CliRunner().invoke(main, ["ontology", "-o", str(tmp_path / "out")])
    assert done.exit_code == 0
    assert (tmp_path / "out" / PAGE).is_file()


def test_a_place_that_cannot_be_written_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = CliRunner().invoke(main, ["ontology", "-o", str(tmp_path / "file")])
    assert done.exit_code == 2
    assert len(done.output.splitlines()) == 1
