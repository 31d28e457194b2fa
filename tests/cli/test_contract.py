"""The JSON and the tables that scripts rely on: names, types and exit codes as docs/cli.md has them."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from graf.model import Action, AssignmentState, Modality, Relation, Role, Status
from graf.read import Source, read
from graf.store import load_graph
from graf.tables import references
from tests.cli.conftest import Graf
from tests.papers import letter

TEXT = str | None
DOCUMENT = {
    "document": str,
    "kind": TEXT,
    "authority": TEXT,
    "municipality": TEXT,
    "body": TEXT,
    "date": TEXT,
    "title": TEXT,
    "own_case": TEXT,
    "items": list,
    "references": list,
    "decisions": list,
    "people": list,
    "votes": list,
    "dissents": list,
    "problems": list,
}
ITEM = {"paragraph": str, "case": TEXT, "title": TEXT, "start": int, "end": int}
REFERENCE = {
    "start": int,
    "end": int,
    "text": str,
    "kind": str,
    "normal": str,
    "key": str,
    "role": str,
    "rule": str,
    "confidence": float,
}
DECISION = {
    "start": int,
    "end": int,
    "text": str,
    "action": str,
    "status": str,
    "cases": list,
    "rule": str,
    "confidence": float,
}
VOTE = {"yes": int, "no": int, "text": str, "start": int, "end": int}
DISSENT = {"kind": str, "parties": list, "text": str, "start": int, "end": int}
PERSON = {"name": str, "start": int, "end": int}
SHAPES: dict[str, dict[str, Any]] = {
    "items": ITEM,
    "references": REFERENCE,
    "decisions": DECISION,
    "people": PERSON,
    "votes": VOTE,
    "dissents": DISSENT,
}
OPTIONAL = {
    "date": str,
    "body": str,
    "item": str,
    "point": int,
    "addressee": str,
    "assignee": str,
    "task": str,
    "deadline": str,
    "target": str,
    "party": str,
    "role": str,
}
THREAD = {"seed": str, "steps": list, "branches": list, "assignments": list, "missing": list}
STEP = {"case": str, "iri": str, "title": TEXT, "date": TEXT, "body": TEXT, "decisions": list}
POINT = {"action": str, "status": str, "quote": str, "document": str, "start": int, "end": int}
WHY = {"relation": str, "status": str, "rule": str, "confidence": float, "evidence": list}
QUOTE = {"document": str, "start": int, "end": int, "quote": str}
TASK = {"case": TEXT, "task": str, "assignee": TEXT, "deadline": TEXT, "answered_by": TEXT, "state": str}


def check(row: dict[str, Any], shape: dict[str, Any], more: dict[str, Any] | None = None) -> None:
    """Whether a row has every key of its shape, and each key's type; ``more`` are keys that it may have."""
    assert shape.keys() <= row.keys()
    for key, kind in {**(more or {}), **shape}.items():
        if key in row:
            assert isinstance(row[key], kind), f"{key}: {row[key]!r}"


# --- graf extract -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def extracted(sample: Path) -> list[dict[str, Any]]:
    """What graf extract prints of the sample, read by a process of its own."""
    command = [sys.executable, "-m", "graf", "extract", str(sample)]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stderr == b"", "no progress where standard error is no terminal"
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def test_extract_prints_one_object_a_document(extracted: list[dict[str, Any]], sample: Path) -> None:
    files = sorted(path.relative_to(sample).as_posix() for path in sample.rglob("*") if path.is_file())
    assert [row["document"] for row in extracted] == files
    for row in extracted:
        check(row, DOCUMENT)


def test_extract_has_the_keys_and_types_of_the_contract(extracted: list[dict[str, Any]]) -> None:
    for row in extracted:
        for name, shape in SHAPES.items():
            for found in row[name]:
                check(found, shape, OPTIONAL)


def test_extract_uses_the_words_of_the_contract_alone(extracted: list[dict[str, Any]]) -> None:
    found = [reference for row in extracted for reference in row["references"]]
    points = [point for row in extracted for point in row["decisions"]]
    assert {reference["kind"] for reference in found} <= {row.kind for row in references()}
    assert {reference["role"] for reference in found} == {role.value for role in Role}
    assert {point["action"] for point in points} <= {action.value for action in Action}
    assert {point["status"] for point in points} <= {modality.value for modality in Modality}


def test_what_stands_in_an_item_says_which(extracted: list[dict[str, Any]]) -> None:
    excerpt = next(row for row in extracted if row["document"].startswith("2018-11-26"))
    (item,) = excerpt["items"]
    inside = [r for r in excerpt["references"] if item["start"] <= r["start"] < item["end"]]
    assert inside
    assert {reference["item"] for reference in inside} == {item["paragraph"]}


def test_offsets_count_the_characters_of_the_text_as_read(extracted: list[dict[str, Any]], sample: Path) -> None:
    for row in extracted:
        text = read(Source(sample / row["document"], row["document"])).text
        for found in (*row["references"], *row["decisions"]):
            assert text[found["start"] : found["end"]] == found["text"]


# --- graf thread --------------------------------------------------------------------------------


@pytest.fixture
def thread(graf: Graf, sample_graph: Path) -> dict[str, Any]:
    """The thread of the sample as JSON."""
    result = graf("thread", "stk 2016/796", "--json", "-g", sample_graph)
    assert (result.exit_code, result.stderr) == (0, "")
    row: dict[str, Any] = json.loads(result.stdout)
    return row


def test_thread_has_the_keys_and_types_of_the_contract(thread: dict[str, Any]) -> None:
    check(thread, THREAD)
    for step in thread["steps"]:
        check(step, STEP)
        for point in step["decisions"]:
            check(point, POINT)
    for hop in [step["via"] for step in thread["steps"][1:]]:
        check(hop, {"from": str, **WHY})
    for branch in thread["branches"]:
        check(branch, {"case": str, "to": str, **WHY})
    for task in thread["assignments"]:
        check(task, TASK)


def test_thread_uses_the_words_of_the_contract_alone(thread: dict[str, Any]) -> None:
    ties = [*(step["via"] for step in thread["steps"][1:]), *thread["branches"]]
    assert {tie["relation"] for tie in ties} <= {relation.value for relation in Relation}
    assert {tie["status"] for tie in ties} <= {status.value for status in Status}
    assert {task["state"] for task in thread["assignments"]} <= {state.value for state in AssignmentState}
    assert "via" not in thread["steps"][0]
    assert all(step["iri"].endswith(f"/id/arende/1280/{step['case']}") for step in thread["steps"])


def test_every_quote_of_a_thread_says_where_it_stands(thread: dict[str, Any]) -> None:
    ties = [*(step["via"] for step in thread["steps"][1:]), *thread["branches"]]
    for tie in ties:
        assert tie["evidence"]
        for quote in tie["evidence"]:
            check(quote, QUOTE)
            assert quote["end"] - quote["start"] == len(quote["quote"])


def test_thread_as_a_table_names_every_step_and_branch(graf: Graf, sample_graph: Path, thread: dict[str, Any]) -> None:
    shown = graf("thread", "STK-2016-796", "-g", sample_graph).stdout
    assert all(row["case"] in shown for row in (*thread["steps"], *thread["branches"]))


def test_thread_as_of_a_day(graf: Graf, sample_graph: Path) -> None:
    result = graf("thread", "STK-2016-796", "--as-of", "2016-12-31", "--json", "-g", sample_graph)
    assert [step["case"] for step in json.loads(result.stdout)["steps"]] == ["STK-2015-553", "STK-2016-796"]


# --- graf assignments ---------------------------------------------------------------------------


def ledger(graf: Graf, folder: Path, *words: str) -> list[dict[str, Any]]:
    """The ledger as JSON."""
    rows: list[dict[str, Any]] = json.loads(graf("assignments", "--format", "json", "-g", folder, *words).stdout)
    return rows


def test_assignments_have_the_keys_and_types_of_the_contract(graf: Graf, sample_graph: Path) -> None:
    for row in ledger(graf, sample_graph):
        check(row, {**TASK, "assigner": TEXT, "given": TEXT, "evidence": list})


def test_assignments_are_the_same_in_every_format(graf: Graf, sample_graph: Path) -> None:
    rows = ledger(graf, sample_graph)
    table = graf("assignments", "-g", sample_graph).stdout.splitlines()
    sheet = list(csv.DictReader(io.StringIO(graf("assignments", "--format", "csv", "-g", sample_graph).stdout)))
    assert len(table) - 1 == len(sheet) == len(rows)
    assert [row["case"] for row in sheet] == [row["case"] for row in rows]
    assert [row["task"] for row in sheet] == [row["task"] for row in rows], "a sheet cuts nothing off"


def test_open_assignments_are_those_that_nothing_has_answered(graf: Graf, sample_graph: Path) -> None:
    rows = ledger(graf, sample_graph)
    assert ledger(graf, sample_graph, "--open") == [r for r in rows if r["state"] in {"open", "late", "deferred"}]


def test_assignments_as_of_a_day(graf: Graf, sample_graph: Path) -> None:
    def state(day: str) -> set[str]:
        return {row["state"] for row in ledger(graf, sample_graph, "--as-of", day) if row["deadline"] == "2018-12"}

    assert [state("2018-06-01"), state("2019-10-02")] == [{"open"}, {"answered"}]


def test_an_assignment_bears_the_number_of_its_case_as_printed(graf: Graf, tmp_path: Path) -> None:
    words = "I maj 2010 uppdrog kommunstyrelsen åt stadskontoret att plantera lindar (Dnr 363/10)."
    (tmp_path / "a.txt").write_text(letter(words), encoding="utf-8")
    graf("build", tmp_path, "-o", tmp_path / "g")
    assert [row["case"] for row in ledger(graf, tmp_path / "g")] == ["363/2010"]


# --- graf find, why, view -----------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["145/13", "stk-2013-145", "STK 2013/145"])
def test_find_leads_any_spelling_to_the_case(graf: Graf, sample_graph: Path, typed: str) -> None:
    result = graf("find", typed, "-g", sample_graph)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1].startswith("1280:STK-2013-145")


def test_find_leads_words_to_cases_and_shows_no_more_than_asked(graf: Graf, sample_graph: Path) -> None:
    result = graf("find", "sociala investeringar", "-g", sample_graph)
    assert "STK-2018-1094" in result.stdout
    assert len(graf("find", "sociala investeringar", "-n", "2", "-g", sample_graph).stdout.splitlines()) == 3


def test_why_tells_rule_and_words(graf: Graf, sample_graph: Path) -> None:
    result = graf("why", "STK-2017-488", "STK-2016-796", "-g", sample_graph)
    assert result.exit_code == 0
    assert "row-of-decisions: A text tells a row of decisions" in result.stdout
    assert "I augusti 2017 upphävde kommunfullmäktige" in result.stdout


def test_why_tells_that_nothing_joins_two_towns(graf: Graf, sample_graph: Path) -> None:
    result = graf("why", "KS 2018/1802", "STK-2016-796", "-g", sample_graph)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Nothing in the documents held joins" in result.stdout


@pytest.mark.parametrize(
    ("words", "page"), [(["stk 2016/796"], "STK-2016-796.html"), ([], "graf.html")], ids=["a thread", "all"]
)
def test_view_writes_a_page_named_after_what_it_shows(
    graf: Graf, sample_graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], page: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = graf("view", *words, "-g", sample_graph)
    assert (result.exit_code, result.stdout) == (0, f"{page}\n")
    assert "STK-2017-488" in (tmp_path / page).read_text(encoding="utf-8")


# --- graf build ---------------------------------------------------------------------------------


def test_build_says_on_one_line_what_it_found(graf: Graf, sample: Path, tmp_path: Path) -> None:
    result = graf("build", sample, "-o", tmp_path / "g")
    assert (result.exit_code, result.stderr) == (0, "")
    assert len(result.stdout.splitlines()) == 1
    assert f"{len(load_graph(tmp_path / 'g').documents)} documents" in result.stdout
    assert "index.html" in result.stdout


def test_build_of_the_folder_one_stands_in_does_not_read_its_own_output(tmp_path: Path, sample: Path) -> None:
    for path in sample.glob("2016*.[mt]*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    command = [sys.executable, "-m", "graf", "build", ".", "-o", "./graf-out"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    for _ in range(2):
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
        assert done.stdout.startswith("4 documents, 5 cases")
        assert done.stderr == ""
