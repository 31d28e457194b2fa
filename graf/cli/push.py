"""``graf push``."""

import os
import sys
from pathlib import Path

import click

from graf.cli.options import graph_option, people_option, with_or_without_people
from graf.push import PROTOCOLS, Access, Record, Sent, connect, planned, protocol_for, push, shared_graph
from graf.push.batches import LINES
from graf.store import load_graph


@click.command()
@click.argument("url", metavar="URL")
@graph_option
@click.option("--via", type=click.Choice(list(PROTOCOLS)), help="The protocol; else what the address looks like.")
@click.option("--user", metavar="NAME", help="Who sends; the password is in GRAF_PASSWORD, or asked for.")
@click.option("--auth", type=click.Choice(["basic", "digest"]), default="basic", show_default=True, help="How the store asks.")
@click.option("--name", help="Name of the data set in the store; else that of the graph folder.")
@click.option("--batch", type=click.IntRange(1), default=LINES, show_default=True, help="Triples to send at a time.")
@people_option("Send people too, of a graph that was built with --people.")
@click.option("--again", is_flag=True, help="Send all, whatever was sent before.")
def command(
    url: str,
    folder: Path,
    via: str | None,
    user: str | None,
    auth: str,
    name: str | None,
    batch: int,
    people: bool,
    again: bool,
) -> None:
    """Send the graph to a SPARQL 1.1 store, by its Graph Store Protocol or by SPARQL Update.

    Each document becomes a named graph; a second push sends what has changed, and one that broke off goes on. A token in
    GRAF_TOKEN is sent as Bearer.

    \b
    graf push http://localhost:7878/store -g my-graph
    graf push http://localhost:3030/data/update -g my-graph --user anna
    graf push http://localhost:8890/sparql-graph-crud-auth --user dba --auth digest -g my-graph
    """
    connection = connect(url, _access(user, auth))
    click.get_current_context().call_on_close(connection.close)
    shared = shared_graph(name or folder.resolve().name)
    record = Record.of(folder, url, shared)
    if again:
        record.sent = {graph: [] for graph in record.sent}
    protocol = PROTOCOLS[via] if via else protocol_for(url)
    with planned(with_or_without_people(load_graph(folder), people), shared, batch) as plan:
        if sys.stderr.isatty():
            with click.progressbar(length=len(plan), label="Sending", file=sys.stderr) as bar:
                done = push(plan, connection, protocol, url, record, bar.update)
        else:
            done = push(plan, connection, protocol, url, record)
        click.echo(_summary(done, len(plan.digests), shared))


def _access(user: str | None, auth: str) -> Access:
    password = os.environ.get("GRAF_PASSWORD")
    if user and password is None:
        password = click.prompt("Password", hide_input=True, err=True) if sys.stdin.isatty() else ""
    return Access(user, password, os.environ.get("GRAF_TOKEN"), auth == "digest")


def _summary(done: Sent, graphs: int, shared: str) -> str:
    dropped = f", {done.dropped} named graphs taken away" if done.dropped else ""
    return (
        f"{done.sent} batches sent, {done.known} were there already{dropped}; "
        f"{graphs} named graphs, what they share in <{shared}>"
    )
