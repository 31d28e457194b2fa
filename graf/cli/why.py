"""``graf why``."""

from pathlib import Path

import click

from graf.cli.options import graph_option, town_option
from graf.cli.tables import describe, quoted
from graf.contract import evidence_row
from graf.find import find_case
from graf.keys import case_key
from graf.model import CaseGraph, CaseId, Resolution, Ruling, Statement
from graf.store import load_graph
from graf.why import explain, rule_of

_QUOTES = 5


@click.command()
@click.argument("one")
@click.argument("other")
@graph_option
@town_option
def command(one: str, other: str, folder: Path, municipality: str | None) -> None:
    """Show the rules and the words behind what joins two cases, what was left open, and what would change the answer.

    \b
    graf why STK-2017-488 STK-2016-796 -g my-graph
    """
    graph = load_graph(folder)
    pair = pair_of(graph, one, other, municipality)
    found = explain(graph, *pair)
    for statement in found.statements:
        click.echo(told_statement(graph, statement))
    for resolution in found.candidates:
        click.echo(_candidates(resolution))
    for deed in found.deeds:
        click.echo(told_statement(graph, deed))
    if not found.statements and not found.candidates and not found.deeds:
        click.echo(f"Nothing in the documents held joins {one} and {other}; graf why-not {one} {other} says what is lacking.")


def pair_of(graph: CaseGraph, one: str, other: str, municipality: str | None) -> tuple[CaseId, CaseId]:
    """Two cases that are not one.

    Raises:
        click.UsageError: They are one.
    """
    pair = find_case(graph, one, municipality), find_case(graph, other, municipality)
    if pair[0] == pair[1]:
        raise click.UsageError(f"{one} and {other} are one case; name two")
    return pair


def told_statement(graph: CaseGraph, statement: Statement) -> str:
    """A statement with its rule, its words, and what would change it."""
    names = _names(graph)
    subject, target = names.get(statement.subject, statement.subject), names.get(statement.object, statement.object)
    how = f"{statement.status}, {statement.modality}, confidence {statement.confidence}"
    head = f"{subject} {describe(statement.relation)} {target}: {how}"
    words = quoted([evidence_row(e) for e in statement.evidence[:_QUOTES]])
    more = f"\n        … and {len(statement.evidence) - _QUOTES} more places" if len(statement.evidence) > _QUOTES else ""
    rule = rule_of(statement.rule)
    lines = [head, f"    rule {statement.rule}: {rule.meaning}", f"    what would change it: {rule.changes}"]
    return "\n".join([*lines, *_ruled(graph.rulings, statement), f"{words}{more}\n"])


def _names(graph: CaseGraph) -> dict[str, str]:
    """Keys of cases, decisions, assignments and things in words."""
    labels = {c.id: c.label for c in graph.cases}
    names = {case_key(case): label for case, label in labels.items()}
    names |= {d.key: f"the decision in {labels.get(d.case, d.case)}" for d in graph.decisions if d.case}
    names |= {a.key: f"the assignment in {labels.get(a.case, a.case)} “{a.task}”" for a in graph.assignments if a.case}
    return names | {thing.key: f"“{thing.label}”" for thing in graph.instruments}


def _ruled(rulings: tuple[Ruling, ...], statement: Statement) -> list[str]:
    found = (ruling for ruling in rulings if ruling.key == statement.ruling)
    return [f"    ruled by {r.author} on {r.date}: {r.reason}" for r in found]


def _candidates(resolution: Resolution) -> str:
    names = ", ".join(str(case) for case in resolution.candidates)
    said = f"“{resolution.reference.text}” in {resolution.document}"
    if resolution.target:
        others = ", ".join(str(case) for case in resolution.candidates if case != resolution.target)
        return f"rejected: {said} was taken for {resolution.target}, not {others or names}: {resolution.reason}"
    return f"left open: {said} could be {names}: {resolution.reason}"
