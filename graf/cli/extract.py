"""``graf extract``."""

import json
from pathlib import Path

import click

from graf.cli.options import SOURCES, ocr_option, town_code
from graf.contract import extraction_row
from graf.pipeline import extract_all


@click.command()
@click.argument("sources", nargs=-1, required=True, type=SOURCES, metavar="SOURCE...")
@click.option(
    "-m",
    "--municipality",
    metavar="CODE",
    callback=town_code,
    help="Code of the town (1280) for documents whose masthead names none.",
)
@ocr_option
@click.pass_context
def command(ctx: click.Context, sources: tuple[Path, ...], municipality: str | None, ocr: bool) -> None:
    """Print what each document says, one JSON object a line.

    SOURCE is a file or a folder. Needs no graph.

    \b
    graf extract minutes.txt | jq .references
    graf extract documents/ > extracted.jsonl
    """
    read = unread = 0
    for extraction in extract_all(sources, municipality, ocr=ocr):
        failed = not extraction.document.digest
        unread, read = unread + failed, read + (not failed)
        click.echo(json.dumps(extraction_row(extraction), ensure_ascii=False))
        for problem in extraction.problems if failed else ():
            click.echo(f"graf: {problem.document}: {problem.message}", err=True)
    if not read:
        click.echo("graf: nothing could be read; name a file or a folder of documents", err=True)
    ctx.exit(3 if not read else 1 if unread else 0)
