"""Asking a graph folder: what comes back, and what is stopped."""

import json
import os
import pickle
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyoxigraph import Literal

from graf.errors import GraphFolderError, QueryError
from graf.model import CaseId
from graf.query import Answer, Given, Limits, ask
from graf.query.engine import Row, answer_from
from graf.query.parameters import bind, find_body
from graf.query.results import WRITERS, cells
from graf.query.stores import open_store

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
CASES = "SELECT ?n { ?c a graf:Case ; graf:diaryNumber ?n }"


def _answer(folder: Path, query: str, given: Given | None = None, rows: int = 100) -> Answer:
    return answer_from(open_store(folder / "graph.ttl"), query, given or Given(), rows)


def _values(row: Row) -> list[str | None]:
    return [getattr(cell, "value", None) for cell in row]


def test_a_question_is_asked_in_a_process_of_its_own(folder: Path) -> None:
    answer = ask(folder, CASES)
    assert [_values(row) for row in answer.rows] == [["STK-2018-1094"]]
    assert not answer.cut


def test_a_slow_query_is_stopped(folder: Path) -> None:
    start = time.monotonic()
    with pytest.raises(QueryError, match="within 1 seconds"):
        ask(folder, SLOW, limits=Limits(seconds=1))
    assert time.monotonic() - start < 10


def test_a_script_needs_no_guard_of_its_own_to_ask(folder: Path, tmp_path: Path, root: Path) -> None:
    script = tmp_path / "script.py"
    lines = "from pathlib import Path\nfrom graf.query import ask\nprint(len(ask(Path({!r}), {!r}).rows))\n"
    script.write_text(lines.format(str(folder), CASES), encoding="utf-8")
    (tmp_path / "rdflib.py").write_text("raise SystemExit('a file beside the user was run')", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONSAFEPATH": "1"}
    done = subprocess.run([sys.executable, str(script)], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("1\n", "")


def test_a_refusal_crosses_the_process(folder: Path) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        ask(folder, "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")


def test_a_folder_without_a_graph_is_told_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(GraphFolderError, match="graf build"):
        ask(tmp_path, CASES)


def test_a_spoiled_graph_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("<a> <b", encoding="utf-8")
    with pytest.raises(GraphFolderError, match="cannot be read"):
        open_store(tmp_path / "graph.ttl")


@pytest.mark.parametrize(("limit", "rows", "cut"), [(2, 2, True), (1000, 6, False), (6, 6, False)])
def test_rows_are_limited_and_it_is_said(folder: Path, limit: int, rows: int, cut: bool) -> None:
    answer = _answer(folder, "SELECT ?d { ?d a graf:Decision }", rows=limit)
    assert (len(answer.rows), answer.cut) == (rows, cut)


def test_a_case_is_asked_about_by_its_identity(folder: Path) -> None:
    answer = _answer(folder, "SELECT ?case ?n { ?case graf:diaryNumber ?n }", Given(case=CaseId("1280", "STK-2016-796")))
    assert [_values(row) for row in answer.rows] == [["https://w3id.org/graf/id/arende/1280/STK-2016-796", "STK-2016-796"]]


def test_a_body_is_found_by_name(folder: Path) -> None:
    store = open_store(folder / "graph.ttl")
    assert find_body(store, "kommunfullmäktige") == find_body(store, "1280:Kommunfullmäktige")
    with pytest.raises(QueryError, match="no body"):
        find_body(store, "Fantasinämnden")


HOSTILE_CASE = CaseId("1280", "x> } ; DROP ALL #")


def test_a_value_never_becomes_part_of_the_query(folder: Path) -> None:
    assert _answer(folder, "SELECT ?case ?t { ?case a ?t }", Given(case=HOSTILE_CASE)).rows == ()
    with pytest.raises(QueryError, match="no body"):
        _answer(folder, "SELECT ?body ?t { ?body a ?t }", Given(body="x' } ; DROP ALL #"))


def test_what_a_query_has_no_place_for_is_told(folder: Path) -> None:
    with pytest.raises(QueryError, match="--case"):
        bind(open_store(folder / "graph.ttl"), CASES, Given(case=CaseId("1280", "STK-2016-796")))


def test_a_variable_that_is_not_selected_is_told(folder: Path) -> None:
    with pytest.raises(QueryError, match=r"select \?case"):
        _answer(folder, "SELECT ?t { ?case a ?t }", Given(case=CaseId("1280", "STK-2016-796")))


@pytest.mark.parametrize(
    ("query", "words"), [("SELECT * {\n?s ?p }", "line 2"), ("SELECT * { ?s doap:name ?o }", "prefix is not declared")]
)
def test_a_wrong_query_is_one_plain_line(folder: Path, query: str, words: str) -> None:
    with pytest.raises(QueryError, match=words) as caught:
        _answer(folder, query)
    assert "\n" not in str(caught.value)


def test_an_answer_survives_the_way_between_processes(folder: Path) -> None:
    answer = _answer(folder, "SELECT * { ?s ?p ?o }")
    assert pickle.loads(pickle.dumps(answer)) == answer


def test_the_json_is_the_one_of_the_standard(folder: Path) -> None:
    found = json.loads(
        WRITERS["json"](
            _answer(folder, "SELECT ?c ?n ?no { ?c a graf:Case ; graf:diaryNumber ?n OPTIONAL { ?c a ?no FILTER(false) } }")
        )
    )
    assert found["head"] == {"vars": ["c", "n", "no"]}
    number = {"type": "literal", "value": "STK-2018-1094"}
    case = {"type": "uri", "value": "https://w3id.org/graf/id/arende/1280/STK-2018-1094"}
    assert found["results"]["bindings"] == [{"c": case, "n": number}]


def test_the_xml_is_the_one_of_the_standard(folder: Path) -> None:
    query = "SELECT ?t ?e { { ?c dcterms:title ?t } UNION { ?d graf:earliest ?e } }"
    tree = ElementTree.fromstring(WRITERS["xml"](_answer(folder, query)))
    space = {"s": "http://www.w3.org/2005/sparql-results#"}
    assert [node.get("name") for node in tree.findall("s:head/s:variable", space)] == ["t", "e"]
    literals = tree.findall("s:results/s:result/s:binding/s:literal", space)
    assert {node.get("datatype") for node in literals} == {None, "http://www.w3.org/2001/XMLSchema#date"}
    assert any("<img src=x" in (node.text or "") for node in literals)


@pytest.mark.parametrize(("form", "yes"), [("table", "yes\n"), ("json", '"boolean": true'), ("xml", "<boolean>true</boolean>")])
def test_a_yes_is_written_in_every_format(folder: Path, form: str, yes: str) -> None:
    assert yes in WRITERS[form](_answer(folder, "ASK { ?s a graf:Case }"))


def test_a_no_is_a_table_of_one_cell(folder: Path) -> None:
    answer = _answer(folder, "ASK { ?s a graf:Nothing }")
    assert list(cells(answer)) == [["answer"], ["false"]]
    assert WRITERS["table"](answer) == "no\n"


@pytest.mark.parametrize(
    "query", ["CONSTRUCT { ?c graf:diaryNumber ?n } { ?c a graf:Case ; graf:diaryNumber ?n }", "DESCRIBE ?c { ?c a graf:Case }"]
)
@pytest.mark.parametrize("form", ["json", "table", "xml"])
def test_a_graph_is_written_as_rdf(folder: Path, query: str, form: str) -> None:
    answer = _answer(folder, query)
    assert answer.is_graph
    assert "STK-2018-1094" in WRITERS[form](answer)
    assert next(cells(answer)) == ["subject", "predicate", "object"]


def test_a_table_cuts_long_cells_and_tames_what_a_terminal_obeys() -> None:
    answer = Answer(("a",), ((Literal("\x1b[31mord\n" + "x" * 100),), (None,)))
    lines = WRITERS["table"](answer).splitlines()
    assert "\x1b" not in lines[1]
    assert len(lines[1]) == 60
    assert lines[2] == ""
