"""``graf assignments``."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from graf.bounds import Calendar
from graf.cli.options import as_of_option, graph_option
from graf.cli.sheets import form_options, put_rows
from graf.contract import assignment_row
from graf.ledger import latest_day
from graf.model import Assignment, AssignmentState, CaseId
from graf.past import as_decided, undated
from graf.store import load_graph

_HEADS = ("case", "assigner", "assignee", "given", "deadline", "state", "answered_by", "task")
_WORDS = ("given_between", "first_deadline", "answered_on", "moved", "document", "quote", "answer_document", "answer_quote")
"""What a sheet has beside what fits on a terminal."""
UNKNOWN = "day not known"
"""The state of an assignment that may have been given by the day asked about, or later."""
_OPEN = {AssignmentState.OPEN, AssignmentState.LATE, AssignmentState.DEFERRED}


@click.command()
@graph_option
@click.option("--open", "only_open", is_flag=True, help="Only those that nothing has answered.")
@as_of_option("Where they stood that day; default: the newest document's.")
@form_options()
def command(folder: Path, only_open: bool, as_of: date | None, form: str, output: Path | None) -> None:
    """The ledger: who was to do what by when, how the deadline moved, and what answered it, with the words.

    Absence is said of the documents held: "late" means that no answer is among them. With --as-of, what has no known day stands
    where the papers bound it; of what may be earlier or later the list says so, apart.

    \b
    graf assignments -g my-graph --open
    graf assignments -g my-graph --as-of 2020-01-01 --format csv > ledger.csv
    graf assignments -g my-graph --format xlsx -o ledger.xlsx
    """
    graph = load_graph(folder)
    day, calendar = as_of or latest_day(graph), Calendar(graph)
    labels = {case.id: case.label for case in graph.cases}
    given = as_decided(graph, as_of).assignments if as_of else graph.assignments
    open_ones = [a for a in undated(graph, as_of) if not (only_open and a.answered_by)] if as_of else []
    rows = [_row(assignment, day, labels, calendar) for assignment in given]
    rows = [row for row in rows if not only_open or row["state"] in _OPEN]
    apart = [_row(assignment, day, labels, calendar) | {"state": UNKNOWN} for assignment in open_ones]
    if form == "table" and apart and output is None:
        put_rows([_shown(row) for row in rows], _HEADS, "assignments", form, output)
        click.echo(f"\nDay not known, so that they may have been given by {as_of} or later:\n")
        put_rows([_shown(row) for row in apart], _HEADS, "assignments", form, output)
        return
    heads = _HEADS if form == "table" else (*_HEADS, *_WORDS)
    show = _shown if form == "table" else _flat
    every = [*rows, *apart]
    put_rows(every if form == "json" else [show(row) for row in every], heads, "assignments", form, output)


def _row(assignment: Assignment, day: date, labels: Mapping[CaseId, str], calendar: Calendar) -> dict[str, Any]:
    between = None if assignment.given else calendar.between(assignment).edtf
    return assignment_row(assignment, day, labels) | {"given_between": between}


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    """A row for a terminal: the days between which it was given stand where the day is not known."""
    return row | {"given": row["given"] or row["given_between"]}


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """A row with its first words and its moves in cells of their own."""
    given, answer = row["evidence"][:1], row["answer"][:1]
    moved = [" ".join(filter(None, (m["date"], m["state"], m["deadline"], m["case"]))) for m in row["moves"]]
    return row | {
        "moved": "; ".join(moved),
        **{name: words[key] for words in given for name, key in (("document", "document"), ("quote", "quote"))},
        **{name: words[key] for words in answer for name, key in (("answer_document", "document"), ("answer_quote", "quote"))},
    }
