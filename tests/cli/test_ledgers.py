"""The commands that print ledgers: what is missing, as a table, CSV, Excel, JSON and a letter."""

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
