"""``graf find``."""

from pathlib import Path

import click

from graf.cli.options import graph_option
from graf.cli.tables import table
from graf.find import search
from graf.store import load_graph


@click.command()
@click.argument("text")
@graph_option
@click.option("-n", "--number", type=click.IntRange(1), default=20, show_default=True, help="Cases to show at most.")
@click.pass_context
def command(ctx: click.Context, text: str, folder: Path, number: int) -> None:
    """Find cases by topic, words of a title, or any spelling of a number.

    \b
    graf find 'sociala investeringar' -g my-graph
    graf find '145/13' -g my-graph
    """
    found = search(load_graph(folder), text)
    if not found:
        click.echo(f"graf: nothing in this graph fits {text!r}; try fewer or other words", err=True)
        ctx.exit(2)
    rows = [[str(case.id), f"{fit:.2f}", "held" if case.held else "cited", case.title or ""] for fit, case in found[:number]]
    click.echo(table(("case", "fit", "", "title"), rows))
