"""``graf audit``."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from graf.audit import NO_ANSWER, Line, Period, audit, period, undated
from graf.audit_report import report
from graf.cli.options import as_of_option, body_name, graph_option
from graf.cli.sheets import form_options, put, put_rows
from graf.contract import evidence_row
from graf.ledger import latest_day
from graf.model import CaseGraph, CaseId
from graf.store import load_graph

_HEADS = ("decided", "body", "case", "kind", "responsible", "deadline", "state", "answer", "what")
_SHEET = (
    *(
        "decided",
        "decided_between",
        "body",
        "case",
        "kind",
        "what",
        "responsible",
        "deadline",
        "state",
        "answered_by",
        "answered_on",
    ),
    *("quote", "document", "page", "answer_quote", "answer_document", "answer_page"),
)


def _day(_: click.Context, __: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


@click.command()
@graph_option
@click.option("--body", help="Whose decisions: a name or an abbreviation, KF.")
@click.option("--from", "first", type=click.DateTime(["%Y-%m-%d"]), callback=_day, help="The first day of the period.")
@click.option("--to", "last", type=click.DateTime(["%Y-%m-%d"]), callback=_day, help="The last day of the period.")
@as_of_option("The day on which answers are counted; default: the newest document's.")
@form_options("html")
def command(
    folder: Path, body: str | None, first: date | None, last: date | None, as_of: date | None, form: str, output: Path | None
) -> None:
    """The audit sheet: every assignment and approved motion of a body in a period, and what answered each.

    Who was to do it, by when, what answered it and with which words, or "no answer in the documents held"; and motions older
    than a year without a decision (kommunallagen 5 kap. 35 §). Absence is said of the documents held, never of the world.
    ``--format html`` is a report in Swedish to print.

    \b
    graf audit --body KF --from 2016-01-01 --to 2018-12-31 -g my-graph
    graf audit --body KF --format xlsx -o audit.xlsx -g my-graph
    graf audit --body KF --format html -o audit.html -g my-graph
    """
    if first and last and first > last:
        raise click.UsageError(f"the period ends before it begins: --from {first} --to {last}")
    graph = load_graph(folder)
    asked = period(graph, body_name(body) if body is not None else None, first, last, as_of)
    lines = audit(graph, asked)
    labels = {case.id: case.label for case in graph.cases}
    if form == "html":
        put(report(graph, asked, lines), output)
        return
    rows = [_row(line, labels) for line in lines]
    if form == "table":
        rows = [row | {"decided": row["decided"] or row["decided_between"]} for row in rows]
    put_rows(rows, _HEADS if form == "table" else _SHEET, "audit", form, output)
    if form == "table" and output is None:
        click.echo(_summary(graph, asked, lines))


def _row(line: Line, labels: Mapping[CaseId, str]) -> dict[str, Any]:
    def label(case: CaseId | None) -> str | None:
        return labels.get(case, case.key) if case else None

    words = evidence_row(line.words[0]) if line.words else {}
    answer = evidence_row(line.answer[0]) if line.answer else {}
    by = label(line.answered_by)
    return {
        "decided": line.decided.edtf if line.decided else None,
        "decided_between": line.bounds.edtf if line.bounds else None,
        "body": line.body,
        "case": label(line.case),
        "kind": line.kind,
        "what": line.title,
        "responsible": line.responsible,
        "deadline": line.deadline.edtf if line.deadline else None,
        "state": line.state,
        "answer": by or NO_ANSWER,
        "answered_by": by or NO_ANSWER,
        "answered_on": line.answered_on.edtf if line.answered_on else None,
        **{name: words.get(name) for name in ("quote", "document", "page")},
        **{f"answer_{name}": answer.get(name) for name in ("quote", "document", "page")},
        "evidence": [evidence_row(e) for e in line.words],
        "answer_evidence": [evidence_row(e) for e in line.answer],
    }


def _summary(graph: CaseGraph, asked: Period, lines: Sequence[Line]) -> str:
    states = Counter(line.state for line in lines)
    told = ", ".join(f"{number} {state}" for state, number in sorted(states.items()))
    documents = f"{len(graph.documents)} documents held, the newest of {latest_day(graph)}"
    without = undated(graph, asked)
    left = f" {without} more may lie in the period or not: leave out --from and --to to see them." if without else ""
    head = "1 line" if len(lines) == 1 else f"{len(lines)} lines"
    return f"\n{head}: {told or 'nothing of that body and period'}.{left} Said of {documents}, as of {asked.as_of}."
