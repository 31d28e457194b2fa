"""``graf query``, ``graf questions`` and ``graf export`` as a user meets them."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graf.cli import main
from graf.store import save_graph
from graf.write import FORMATS, turtle
from tests.graphs import rich

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph folder."""
    place = tmp_path_factory.mktemp("graph")
    save_graph(rich(), place)
    for name, pieces in turtle.write(rich()):
        (place / name).write_text("".join(pieces), encoding="utf-8")
    return place


@pytest.fixture
def run(folder: Path) -> Run:
    """A call of graf with the graph folder."""
    return lambda *words: CliRunner().invoke(main, [*words, "-g", str(folder)])


def test_a_named_question_about_a_case_in_any_spelling(run: Run) -> None:
    result = run("query", "--named", "builds-on", "--case", "dnr stk 2018/1094")
    assert result.exit_code == 0
    assert [line.split()[1].rsplit("/", 1)[1] for line in result.stdout.splitlines()[1:]] == [
        "STK-2015-553",
        "STK-2016-796",
        "STK-2017-488",
        "STK-2017-1030",
    ]


def test_a_question_is_asked_by_its_bare_name(run: Run) -> None:
    assert run("query", "threads").stdout == run("query", "--named", "threads").stdout
    assert run("query", "threads").exit_code == 0


def test_a_bare_name_that_is_none_is_told_the_nearest(run: Run) -> None:
    result = run("query", "thread")
    assert result.exit_code == 2
    assert "did you mean threads" in result.output


@pytest.mark.parametrize(
    ("query", "line", "column", "told"),
    [
        ("SELECT ?s {\n  ?s ?p ?o\n} ORDER ?s", "} ORDER ?s", 9, "line 3, near column 9: expected BY"),
        ("SELECT * {\n  ?s ?p }", "  ?s ?p }", 9, "line 2, near column 9"),
        ("SELEC ?s { ?s ?p ?o }", "SELEC ?s { ?s ?p ?o }", 1, "line 1, column 1: expected SELECT"),
        ("SELECT ?s { ?s doap:x ?o }", "SELECT ?s { ?s doap:x ?o }", 16, "a prefix is not declared; graf knows graf:"),
    ],
)
def test_a_wrong_query_is_shown_where_it_is_wrong(run: Run, query: str, line: str, column: int, told: str) -> None:
    result = run("query", query)
    assert result.exit_code == 2
    message, shown, mark = result.output.splitlines()
    assert told in message
    assert shown == f"  {line}"
    assert mark.index("^") == column + 1


def test_a_query_from_a_file_with_no_prefix_as_csv(run: Run, tmp_path: Path) -> None:
    query = tmp_path / "mina.rq"
    query.write_text("SELECT ?t { ?c dcterms:title ?t FILTER(STRSTARTS(?t, '=')) }", encoding="utf-8")
    result = run("query", str(query), "--format", "csv")
    ((title,),) = list(csv.reader(io.StringIO(result.stdout, newline="")))[1:]
    assert title.startswith("'=cmd")


def test_what_is_cut_is_told_on_standard_error(run: Run) -> None:
    result = run("query", "SELECT ?d { ?d a graf:Decision }", "--max-rows", "2", "--format", "json")
    assert len(json.loads(result.stdout)["results"]["bindings"]) == 2
    assert "--max-rows" in result.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["query", "DROP ALL"], "updates are refused"),
        (["query", "SELECT * { ?s ?p }"], "line 1"),
        (["query", "--named", "nothing"], "no question is called"),
        (["query", "--named", "builds-on"], "--case"),
        (["query", "--named", "builds-on", "--case", "STK-1999-1"], "STK-1999-1"),
        (["query", "missing.rq"], "missing.rq cannot be read"),
        (["query"], "--named NAME"),
        (["query", "ASK {}", "--named", "builds-on"], "one of them"),
        (["export", "csv"], "folder"),
        (["export", "cuneiform"], "cuneiform"),
    ],
)
def test_what_is_wrong_is_told_plainly(run: Run, words: list[str], told: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


def test_questions_are_one_a_line_and_need_no_graph() -> None:
    result = CliRunner().invoke(main, ["questions"])
    lines = result.stdout.splitlines()
    assert len(lines) > 20
    assert "builds-on\tWhat does the case build on, all the way back?\t--case" in lines


def test_questions_are_told_in_swedish_too() -> None:
    result = CliRunner().invoke(main, ["questions", "--swedish"])
    assert "Vad blev det av ärendet?" in result.stdout


@pytest.mark.parametrize("form", ["graphml", "jsonld", "nquads", "turtle"])
def test_one_file_goes_to_standard_output_or_where_it_is_told(run: Run, tmp_path: Path, form: str) -> None:
    shown = run("export", form)
    run("export", form, "-o", str(tmp_path / "deep" / "file"))
    assert shown.exit_code == 0
    assert (tmp_path / "deep" / "file").read_bytes() == shown.stdout_bytes


def test_several_files_go_to_a_folder(run: Run, tmp_path: Path) -> None:
    assert run("export", "csv", "-o", str(tmp_path / "tables")).exit_code == 0
    assert len(list((tmp_path / "tables").glob("*.csv"))) == 7


def test_every_format_is_in_the_help() -> None:
    result = CliRunner().invoke(main, ["export", "--help"])
    assert all(form.name in result.stdout and form.help in result.stdout for form in FORMATS)
