"""``graf validate``."""

from pathlib import Path

import click

from graf.validate import IllFormedGraphError, validate
from graf.validate.report import SHOWN, to_json, to_text


@click.command()
@click.argument("graph", type=click.Path(path_type=Path), default=Path("graf-out"), metavar="[GRAPH]")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--all", "all_nodes", is_flag=True, help=f"Name every node, not only the first {SHOWN} under each message.")
@click.pass_context
def command(ctx: click.Context, graph: Path, form: str, all_nodes: bool) -> None:
    """Check that a graph is well formed: shapes (SHACL), IRIs, and every quote in its text.

    GRAPH is a graph folder, or any RDF file in graf's terms; by default graf-out. A violation makes the graph
    wrong, and the exit code 1; a warning is a true thing that a person should look at.

    \b
    graf validate my-graph
    graf validate my-graph --all
    graf validate my-graph.ttl --format json
    """
    try:
        report = validate(graph)
    except IllFormedGraphError as error:
        click.echo(f"graf: {error}", err=True)
        ctx.exit(1)
    click.echo(to_json(report) if form == "json" else to_text(report, None if all_nodes else SHOWN), nl=False)
    if not report.conforms:
        ctx.exit(1)
