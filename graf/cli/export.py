"""``graf export``."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from graf.cli.options import graph_option, people_option, town_option, with_or_without_people
from graf.errors import GrafError, GraphFolderError
from graf.find import find_case
from graf.model import CaseGraph, Thread
from graf.store import load_graph
from graf.trace import threads, trace
from graf.write import FORMATS, Format, Piece
from graf.write.figure import FIGURES
from graf.write.picture.words import LANGUAGES

_FORMATS = {form.name: form for form in FORMATS}
_FIGURES = {figure.name: figure for figure in FIGURES}
_HELP = "\n".join(f"{form.name:<12}{form.help}" for form in FORMATS)
_FIGURE_HELP = "\n".join(f"{figure.name:<12}{figure.help}" for figure in FIGURES)
_BINARY = {"docx", "pdf", "png"}


@click.command(epilog=f"\b\nFormats of the graph:\n{_HELP}\n\n\b\nFormats of a thread, with CASE:\n{_FIGURE_HELP}")
@click.argument("form", metavar="FORMAT", type=click.Choice([*_FORMATS, *_FIGURES]))
@click.argument("case", required=False)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file, or the folder of a format of several files.")
@click.option(
    "--language", type=click.Choice(LANGUAGES), default=LANGUAGES[0], show_default=True, help="Of a thread's formats."
)
@click.option("--publisher", metavar="NAME", help="Who publishes the data set (dcat).")
@click.option("--url", metavar="URL", help="Where the files of the graph folder are published (dcat).")
@people_option("Name people too, of a graph that was built with --people.")
@graph_option
@town_option
def command(
    form: str,
    case: str | None,
    output: Path | None,
    language: str,
    publisher: str | None,
    url: str | None,
    people: bool,
    folder: Path,
    municipality: str | None,
) -> None:
    """Write the graph, or the thread through CASE, in one more format; to standard output if -o names no place.

    Without CASE a thread's format takes the longest thread, and says which.

    \b
    graf export turtle -g my-graph > my-graph.ttl
    graf export csv -o tables/ -g my-graph
    graf export dcat --publisher "Malmö stad" --url https://example.org/beslut -o dcat.ttl -g my-graph
    graf export svg STK-2016-796 -o figure.svg -g my-graph
    graf export docx STK-2016-796 -o thread.docx -g my-graph
    """
    if form in _FIGURES:
        _figure(form, load_graph(folder), case, municipality, output, language)
        return
    if case:
        raise click.UsageError(f"{form} is a format of the whole graph; leave out {case}")
    told = _told(_FORMATS[form], {"publisher": publisher, "url": url})
    files = list(_FORMATS[form].files(with_or_without_people(load_graph(folder), people), **told))
    if len(files) > 1 and output is None:
        raise click.UsageError(f"{form} is {len(files)} files; name a folder for them with -o")
    for name, pieces in files:
        _put(pieces, output / name if output and len(files) > 1 else output)


def _told(form: Format, options: dict[str, str | None]) -> dict[str, str]:
    """What a format asks to be told, and nothing else."""
    told = {name: value for name, value in options.items() if value is not None}
    for name in sorted(set(form.asks) - told.keys()):
        raise click.UsageError(f"{form.name} needs --{name}")
    for name in sorted(told.keys() - set(form.asks)):
        raise click.UsageError(f"{form.name} takes no --{name}")
    return told


def _figure(
    form: str, graph: CaseGraph, case: str | None, municipality: str | None, output: Path | None, language: str
) -> None:
    if form in _BINARY and output is None and sys.stdout.isatty():
        raise click.UsageError(f"{form} is no text; name a file with -o")
    thread = trace(graph, find_case(graph, case, municipality)) if case else _longest(graph)
    _put([_FIGURES[form].write(graph, thread, language)], output)


def _longest(graph: CaseGraph) -> Thread:
    found = threads(graph)
    if not found:
        raise GrafError("no thread of two cases is in this graph; name a case")
    click.echo(f"graf: no case named; this is the longest thread, through {found[0].seed}", err=True)
    return found[0]


def _put(pieces: Iterable[Piece], place: Path | None) -> None:
    content = (piece.encode() if isinstance(piece, str) else piece for piece in pieces)
    if place is None:
        for piece in content:
            click.echo(piece, nl=False)
        return
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("wb") as out:
            out.writelines(content)
    except OSError as error:
        raise GraphFolderError(f"{place} cannot be written: {error.strerror}") from error
