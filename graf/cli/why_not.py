"""``graf why-not``."""

from pathlib import Path

import click

from graf.cli.options import graph_option, town_option
from graf.cli.tables import quoted
from graf.cli.why import pair_of
from graf.contract import evidence_row
from graf.store import load_graph
from graf.why import Reason, why_not


@click.command("why-not")
@click.argument("one")
@click.argument("other")
@graph_option
@town_option
def command(one: str, other: str, folder: Path, municipality: str | None) -> None:
    """Show what keeps a thread from running from one case to another, and what would change that.

    \b
    graf why-not STK-2017-488 STK-2015-553 -g my-graph
    """
    graph = load_graph(folder)
    reasons = why_not(graph, *pair_of(graph, one, other, municipality))
    for reason in reasons:
        click.echo(_told(reason))
    if not reasons:
        click.echo(f"A thread does run between {one} and {other}: graf why {one} {other} shows the words.")


def _told(reason: Reason) -> str:
    quotes = reason.statement.evidence[:2] if reason.statement else ()
    if reason.resolution:
        quotes = (reason.resolution.reference.evidence,)
    words = quoted([evidence_row(e) for e in quotes])
    return "\n".join(filter(None, [f"{reason.kind}: {reason.text}", words, f"    what would change it: {reason.changes}"]))
