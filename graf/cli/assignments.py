"""``graf assignments``."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from graf.cli.options import as_of_option, graph_option
from graf.cli.sheets import form_options, put_rows
from graf.contract import assignment_row
from graf.ledger import is_given_by, latest_day
from graf.model import AssignmentState
from graf.store import load_graph

_HEADS = ("case", "assigner", "assignee", "given", "deadline", "state", "answered_by", "task")
_WORDS = ("first_deadline", "answered_on", "moved", "document", "quote", "answer_document", "answer_quote")
"""What a sheet has beside what fits on a terminal."""
_OPEN = {AssignmentState.OPEN, AssignmentState.LATE, AssignmentState.DEFERRED}


@click.command()
@graph_option
@click.option("--open", "only_open", is_flag=True, help="Only those that nothing has answered.")
@as_of_option("Where they stood that day; default: the newest document's.")
@form_options()
def command(folder: Path, only_open: bool, as_of: date | None, form: str, output: Path | None) -> None:
    """The ledger: who was to do what by when, how the deadline moved, and what answered it, with the words.

    Absence is said of the documents held: "late" means that no answer is among them.

    \b
    graf assignments -g my-graph --open
    graf assignments -g my-graph --as-of 2020-01-01 --format csv > ledger.csv
    graf assignments -g my-graph --format xlsx -o ledger.xlsx
    """
    graph = load_graph(folder)
    day, labels = as_of or latest_day(graph), {case.id: case.label for case in graph.cases}
    given = (a for a in graph.assignments if as_of is None or is_given_by(a, as_of))
    rows = [assignment_row(assignment, day, labels) for assignment in given]
    rows = [row for row in rows if not only_open or row["state"] in _OPEN]
    heads = _HEADS if form == "table" else (*_HEADS, *_WORDS)
    put_rows(rows if form == "json" else [_flat(row) for row in rows], heads, "assignments", form, output)


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """A row with its first words and its moves in cells of their own."""
    given, answer = row["evidence"][:1], row["answer"][:1]
    moved = [" ".join(filter(None, (m["date"], m["state"], m["deadline"], m["case"]))) for m in row["moves"]]
    return row | {
        "moved": "; ".join(moved),
        **{name: words[key] for words in given for name, key in (("document", "document"), ("quote", "quote"))},
        **{name: words[key] for words in answer for name, key in (("answer_document", "document"), ("answer_quote", "quote"))},
    }
