"""Rows for spreadsheets: CSV (RFC 4180) and Excel, with every cell guarded, and the same bytes for the same rows."""

import csv
import importlib
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, TypeAlias

from graf.errors import MissingExtraError

Cell: TypeAlias = str | int | float | None
Row: TypeAlias = tuple[Cell, ...]

# A spreadsheet runs a cell that begins so as a formula; a plain number or date is what it looks like.
_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML, and so a workbook, cannot hold."""
_LONGEST = 32_767
"""The characters that Excel takes in one cell."""
_WIDEST = 60
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip archive knows: written for every part, so that no clock shows."""
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def sheet(header: Iterable[str], rows: Iterable[Iterable[Cell]]) -> Iterator[str]:
    """The lines of one table in CSV, with every cell guarded."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for row in (header, *rows):
        writer.writerow([guarded(cell) for cell in row])
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def guarded(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula.

    >>> [guarded(cell) for cell in ("=1+1", "-5", "- punkt", "2018-11", 0.9)]
    ["'=1+1", '-5', "'- punkt", '2018-11', 0.9]
    """
    risky = isinstance(cell, str) and _FORMULA.match(cell) and not _NUMBER.fullmatch(cell)
    return f"'{cell}" if risky else cell


def workbook(tables: Iterable[tuple[str, Iterable[str], Iterable[Iterable[Cell]]]]) -> bytes:
    """An Excel workbook with one sheet per table: its name (31 characters at most), its header, its rows.

    Text is written as text, never as a formula; the header stands still and filters.

    Raises:
        MissingExtraError: The library that writes Excel is not installed.
    """
    made = _library().Workbook()
    made.remove(made.active)
    for name, header, rows in tables:
        _fill(made.create_sheet(name[:31]), header, rows)
    made.properties.creator, made.properties.created = "graf", datetime(*_EPOCH)
    out = io.BytesIO()
    made.save(out)
    return _timeless(out.getvalue())


def _library() -> Any:
    try:
        return importlib.import_module("openpyxl")
    except ImportError as error:
        raise MissingExtraError("Excel files need openpyxl; install it with: pip install 'graf-lineage[xlsx]'") from error


def _fill(page: Any, header: Iterable[str], rows: Iterable[Iterable[Cell]]) -> None:
    widths: list[int] = []
    for number, row in enumerate((tuple(header), *rows), 1):
        for column, cell in enumerate(row, 1):
            held = page.cell(row=number, column=column)
            held.value = _FORBIDDEN.sub("\ufffd", cell)[:_LONGEST] if isinstance(cell, str) else cell
            if isinstance(cell, str):
                held.data_type = "s"
            widths += [0] * (column - len(widths))
            widths[column - 1] = max(widths[column - 1], min(_WIDEST, len(str(cell or ""))))
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    for column, width in enumerate(widths, 1):
        page.column_dimensions[page.cell(row=1, column=column).column_letter].width = width + 2


def _timeless(content: bytes) -> bytes:
    """The same workbook without the time it was saved at."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            words = before.read(part)
            if part.filename == "docProps/core.xml":
                words = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", words)
            after.writestr(zipfile.ZipInfo(part.filename, _EPOCH), words, zipfile.ZIP_DEFLATED)
    return out.getvalue()
