"""``graf assignments``."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from graf.cli.options import as_of_option, graph_option
from graf.cli.tables import table
from graf.contract import assignment_row
from graf.ledger import deferred, latest_day
from graf.model import AssignmentState
from graf.store import load_graph

_HEADS = ("case", "assigner", "assignee", "given", "deadline", "state", "answered_by", "task")
_OPEN = {AssignmentState.OPEN, AssignmentState.LATE, AssignmentState.DEFERRED}


@click.command()
@graph_option
@click.option("--open", "only_open", is_flag=True, help="Only those that nothing has answered.")
@as_of_option("Where they stood that day; default: the newest document's.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
def command(folder: Path, only_open: bool, as_of: date | None, form: str) -> None:
    """The ledger: who was to do what by when, and what answered it.

    Absence is said of the documents held: "late" means that no answer is among them.

    \b
    graf assignments -g my-graph --open
    graf assignments -g my-graph --as-of 2020-01-01 --format csv > ledger.csv
    """
    graph = load_graph(folder)
    day, put_off = as_of or latest_day(graph), deferred(graph)
    labels = {case.id: case.label for case in graph.cases}
    rows = [assignment_row(assignment, day, put_off, labels) for assignment in graph.assignments]
    rows = [row for row in rows if not only_open or row["state"] in _OPEN]
    click.echo(_WRITERS[form](rows))


def _cells(row: dict[str, Any]) -> list[str]:
    return [str(row[head] or "") for head in _HEADS]


def _csv(rows: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEADS)
    writer.writerows(_cells(row) for row in rows)
    return out.getvalue().rstrip("\n")


def _json(rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _table(rows: list[dict[str, Any]]) -> str:
    return table(_HEADS, [_cells(row) for row in rows])


_WRITERS = {"table": _table, "csv": _csv, "json": _json}
