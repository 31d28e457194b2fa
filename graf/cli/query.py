"""``graf query``."""

import re
from datetime import datetime
from pathlib import Path

import click

from graf.errors import QueryError, QuerySyntaxError
from graf.find import find_case
from graf.query import Answer, Given, Limits, ask, named
from graf.query.engine import ROWS, SECONDS
from graf.query.results import WRITERS, cells
from graf.sheets import sheet
from graf.store import load_graph

_NAME = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")
"""What no query looks like, and every question's name."""


@click.command()
@click.argument("query", metavar="[NAME | FILE.rq | TEXT]", required=False)
@click.option("--named", "name", metavar="NAME", help="A named question; graf questions lists them.")
@click.option(
    "-g", "--graph", type=click.Path(path_type=Path), default=Path("graf-out"), show_default=True, help="The graph folder."
)
@click.option("--format", "form", type=click.Choice(["csv", *WRITERS]), default="table", show_default=True)
@click.option("--case", help="The case asked about, in any spelling of its number.")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day asked about; else that of the latest document.")
@click.option("--body", help="The body asked about, by name.")
@click.option("--timeout", default=SECONDS, show_default=True, help="Seconds to wait for an answer.")
@click.option("--max-rows", default=ROWS, show_default=True, help="Rows to give at most.")
def command(
    query: str | None,
    name: str | None,
    graph: Path,
    form: str,
    case: str | None,
    as_of: datetime | None,
    body: str | None,
    timeout: float,
    max_rows: int,
) -> None:
    """Ask the graph a SPARQL question; usual prefixes need not be declared.

    NAME is one of the questions that graf questions lists.

    \b
    graf query builds-on --case STK-2018-1094
    graf query 'SELECT ?n WHERE { ?c a graf:Case ; graf:diaryNumber ?n }' --format csv
    graf query my-question.rq -g my-graph
    """
    asked = find_case(load_graph(graph), case) if case is not None else None
    given = Given(asked, as_of.date() if as_of else None, body)
    try:
        answer = ask(graph, _text(query, name, given), given, Limits(timeout, max_rows))
    except QuerySyntaxError as error:
        raise click.exceptions.Exit(_pointed(error)) from None
    click.echo(_written(answer, form), nl=False)
    if answer.cut:
        click.echo(f"graf: only the first {max_rows} rows; --max-rows gives more", err=True)


def _pointed(error: QuerySyntaxError) -> int:
    """Tell what is wrong, with the line and a mark under the place; gives the exit code."""
    click.echo(f"graf: {error}", err=True)
    if error.line:
        click.echo(f"  {error.line.replace(chr(9), ' ')}\n  {' ' * (error.column - 1)}^", err=True)
    return 2


def _text(query: str | None, name: str | None, given: Given) -> str:
    if (query is None) == (name is None):
        raise click.UsageError("give a query, a file, or --named NAME; one of them")
    if name is not None:
        return named(name).text_for(given)
    assert query is not None
    if _NAME.fullmatch(query) and not Path(query).is_file():
        return named(query).text_for(given)
    if not query.endswith(".rq"):
        return query
    try:
        return Path(query).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{query} cannot be read: {error}") from error


def _written(answer: Answer, form: str) -> str:
    header, *rows = cells(answer)
    return "".join(sheet(header, rows)) if form == "csv" else WRITERS[form](answer)
