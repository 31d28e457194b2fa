"""``graf missing``."""

from pathlib import Path
from typing import Any

import click

from graf.cli.options import graph_option, town_option
from graf.cli.sheets import form_options, put, put_rows
from graf.contract import evidence_row
from graf.missing import Missing, authority_of, find_missing
from graf.request import request_letters
from graf.store import load_graph

_HEADS = ("missing", "authority", "threads", "documents", "decided", "cited_in", "quote")


@click.command()
@graph_option
@town_option
@form_options("request")
def command(folder: Path, municipality: str | None, form: str, output: Path | None) -> None:
    """What is cited but not held: numbers, and §§ of meetings, ranked by the threads they break.

    Missing is said of the documents held. ``--format request`` writes a letter in Swedish to each registrar (begäran om
    allmän handling), ready to send.

    \b
    graf missing -g my-graph
    graf missing -g my-graph --format request -o letter.txt
    graf missing -g my-graph --format xlsx -o missing.xlsx
    """
    graph = load_graph(folder)
    found = [m for m in find_missing(graph) if municipality in {None, m.municipality}]
    names = {town: authority_of(graph, town) for town in {m.municipality for m in found}}
    if form == "request":
        put(request_letters(found, names), output)
    else:
        put_rows([_row(thing, names) for thing in found], _HEADS, "missing", form, output)


def _row(thing: Missing, names: dict[str, str]) -> dict[str, Any]:
    first = thing.citations[0]
    return {
        "missing": thing.label,
        "kind": "case" if thing.case else "minutes",
        "authority": names[thing.municipality],
        "municipality": thing.municipality,
        "threads": thing.threads,
        "documents": thing.documents,
        "decided": list(thing.decided),
        "cited_in": first.document,
        "quote": first.quote,
        "evidence": [evidence_row(words) for words in thing.citations],
    }
