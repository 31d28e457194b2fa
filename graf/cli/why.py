"""``graf why``."""

from pathlib import Path

import click

from graf.cli.options import graph_option, town_option
from graf.cli.tables import describe, quoted
from graf.contract import evidence_row
from graf.find import find_case
from graf.model import Case, CaseGraph, Statement
from graf.store import load_graph
from graf.why import explain, rule_text


@click.command()
@click.argument("one")
@click.argument("other")
@graph_option
@town_option
def command(one: str, other: str, folder: Path, municipality: str | None) -> None:
    """Show the rules and the words behind what joins two cases.

    \b
    graf why STK-2017-488 STK-2016-796 -g my-graph
    """
    graph = load_graph(folder)
    pair = find_case(graph, one, municipality), find_case(graph, other, municipality)
    if pair[0] == pair[1]:
        raise click.UsageError(f"{one} and {other} are one case; name two")
    found = explain(graph, *pair)
    for statement in found.statements:
        click.echo(_statement(graph, statement))
    for resolution in found.candidates:
        names = ", ".join(str(case) for case in resolution.candidates)
        click.echo(f"left open: “{resolution.reference.text}” in {resolution.document} could be {names}: {resolution.reason}")
    if not found.statements and not found.candidates:
        click.echo(f"Nothing in the documents held joins {one} and {other}.")


def _statement(graph: CaseGraph, statement: Statement) -> str:
    names = {f"arende/{c.id.municipality}/{c.id.key}": _name(c) for c in graph.cases}
    subject, target = names.get(statement.subject, statement.subject), names.get(statement.object, statement.object)
    how = f"{statement.status}, {statement.modality}, confidence {statement.confidence}"
    head = f"{subject} {describe(statement.relation)} {target}: {how}"
    words = quoted([evidence_row(e) for e in statement.evidence[:5]])
    more = f"\n        … and {len(statement.evidence) - 5} more places" if len(statement.evidence) > 5 else ""
    return f"{head}\n    rule {statement.rule}: {rule_text(statement.rule)}\n{words}{more}\n"


def _name(case: Case) -> str:
    return case.label
