"""Rows as CSV and Excel."""

import importlib
import io

import openpyxl
import pytest

from graf.errors import MissingExtraError
from graf.sheets import workbook

ROWS = [("STK-2016-796", 3, None), ("=1+1", 0.5, "rad\nett"), ("\x0b<b>", 1, "å" * 40_000)]


def test_a_workbook_opens_with_its_sheets_headers_and_cells() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook([("ledger", ("case", "n", "words"), ROWS[:2]), ("none", ("a",), [])])))
    assert book.sheetnames == ["ledger", "none"]
    assert [[cell.value for cell in row] for row in book["ledger"]] == [
        ["case", "n", "words"],
        ["STK-2016-796", 3, None],
        ["=1+1", 0.5, "rad\nett"],
    ]


def test_no_cell_of_a_workbook_is_a_formula_or_breaks_the_file() -> None:
    page = openpyxl.load_workbook(io.BytesIO(workbook([("s", ("a", "b", "c"), ROWS)])))["s"]
    assert {cell.data_type for row in page for cell in row if cell.value is not None} == {"s", "n"}
    assert page["A4"].value == "\ufffd<b>"
    assert len(page["C4"].value) == 32_767


def test_the_same_rows_give_the_same_bytes() -> None:
    made = [workbook([("s", ("a", "b", "c"), ROWS)]) for _ in range(2)]
    assert made[0] == made[1]
    assert b"1980-01-01" not in made[0][:30]


def test_without_the_library_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", absent)
    with pytest.raises(MissingExtraError, match=r"graf-lineage\[xlsx\]"):
        workbook([])
