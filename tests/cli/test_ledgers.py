"""The commands that print ledgers: what is missing and what was assigned, in every form."""

import csv
import io
import json
from pathlib import Path

import openpyxl

from tests.cli.conftest import Graf


def test_missing_prints_the_same_rows_in_every_form(graf: Graf, sample_graph: Path, tmp_path: Path) -> None:
    rows = json.loads(graf("missing", "-g", sample_graph, "--format", "json").stdout)
    sheet = list(csv.DictReader(io.StringIO(graf("missing", "-g", sample_graph, "--format", "csv").stdout)))
    place = tmp_path / "missing.xlsx"
    assert graf("missing", "-g", sample_graph, "--format", "xlsx", "-o", place).exit_code == 0
    page = openpyxl.load_workbook(place).active
    labels = [row["missing"] for row in rows]
    assert "191/2012" in labels
    assert [row["missing"] for row in sheet] == labels
    assert page is not None
    assert [row[0].value for row in page.iter_rows(min_row=2)] == labels
    assert all(label in graf("missing", "-g", sample_graph).stdout for label in labels)


def test_missing_writes_a_letter_to_the_registrar(graf: Graf, sample_graph: Path) -> None:
    letter = graf("missing", "-g", sample_graph, "--format", "request", "-m", "1280").stdout
    assert "Till registrator, Malmö stad" in letter
    assert "Ärende 191/2012" in letter
    assert "Stockholm" not in letter.split("Med vänlig hälsning")[0].split("Nämns")[0]


def test_excel_without_a_place_is_wrong_usage(graf: Graf, sample_graph: Path) -> None:
    result = graf("missing", "-g", sample_graph, "--format", "xlsx")
    assert result.exit_code == 2
    assert "-o FILE.xlsx" in result.stderr


def test_the_ledger_on_a_day_leaves_out_what_came_later(graf: Graf, sample_graph: Path) -> None:
    def ledger(*words: str) -> list[dict[str, str]]:
        found: list[dict[str, str]] = json.loads(graf("assignments", "-g", sample_graph, "--format", "json", *words).stdout)
        return found

    then = ledger("--as-of", "2017-09-30")
    assert {row["case"] for row in then} < {row["case"] for row in ledger()}
    assert {row["state"] for row in then if row["case"] == "STK-2017-488"} == {"open"}
    assert {row["state"] for row in ledger() if row["case"] == "STK-2017-488"} >= {"deferred"}


def test_the_ledger_as_a_sheet_has_the_words_and_how_deadlines_moved(graf: Graf, sample_graph: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(graf("assignments", "-g", sample_graph, "--format", "csv").stdout)))
    answered = [row for row in rows if row["state"] == "answered"]
    assert answered
    assert all(row["quote"] and row["answer_quote"] and row["answer_document"] for row in answered)
    assert any("deferred" in row["moved"] for row in rows)
