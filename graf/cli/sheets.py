"""The forms in which a command prints its rows: a table to read, CSV, Excel, JSON."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from graf.cli.tables import table
from graf.errors import GraphFolderError
from graf.sheets import Cell, sheet, workbook

_Command = TypeVar("_Command", bound=Callable[..., Any])

FORMS = ("table", "csv", "xlsx", "json")


def form_options(*more: str) -> Callable[[_Command], _Command]:
    """``--format`` and ``-o``, as ``form`` and ``output``; ``more`` are forms of the command's own."""

    def add(command: _Command) -> _Command:
        place = click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file to write to.")
        form = click.option("--format", "form", type=click.Choice([*FORMS, *more]), default="table", show_default=True)
        return place(form(command))

    return add


def put_rows(rows: Sequence[Mapping[str, Any]], heads: Sequence[str], name: str, form: str, output: Path | None) -> None:
    """Print rows: the columns ``heads`` of each, or in JSON all that it has.

    Raises:
        click.UsageError: Excel has no place to go.
    """
    if form == "xlsx":
        if output is None:
            raise click.UsageError("an Excel file needs a place: -o FILE.xlsx")
        put(workbook([(name, heads, (_cells(row, heads) for row in rows))]), output)
    elif form == "json":
        put(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", output)
    elif form == "csv":
        put("".join(sheet(heads, (_cells(row, heads) for row in rows))), output)
    else:
        lines = [[str("" if cell is None else cell) for cell in _cells(row, heads)] for row in rows]
        put(table(heads, lines) + "\n", output)


def put(content: str | bytes, output: Path | None) -> None:
    """Write to a file, or print; what goes to a file is named on standard output."""
    if output is None:
        click.echo(content, nl=False)
        return
    try:
        output.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))
    except OSError as error:
        raise GraphFolderError(f"{output} cannot be written: {error.strerror}; name another file with -o") from error
    click.echo(output)


def _cells(row: Mapping[str, Any], heads: Sequence[str]) -> Iterable[Cell]:
    for head in heads:
        cell = row.get(head)
        yield cell if isinstance(cell, str | int | float) or cell is None else "; ".join(map(str, cell))
