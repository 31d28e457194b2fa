"""``graf build``."""

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import click

from graf.cli import main
from graf.cli.options import SOURCES, documents_option, ocr_option, people_option, town_code
from graf.errors import RulingError
from graf.lineage import link
from graf.model import CaseGraph, Extraction, Ruling
from graf.pipeline import extract_all
from graf.read import find_sources
from graf.rulings import RULINGS, load_rulings
from graf.store import keep_text
from graf.write.folder import claim_folder, write_folder


@click.command()
@click.argument("sources", nargs=-1, required=True, type=SOURCES, metavar="SOURCE...")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("graf-out"), show_default=True, help="The graph folder."
)
@click.option("-j", "--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes to read in.")
@click.option(
    "-m",
    "--municipality",
    metavar="CODE",
    callback=town_code,
    help="Code of the town (1280) for documents whose masthead names none.",
)
@ocr_option
@documents_option
@people_option("Name those who took part in meetings, as their minutes list them; else they are counted by role and party.")
@click.option("--validate", is_flag=True, help="Check the graph that was written, as graf validate does.")
@click.option(
    "--rulings",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file of rulings to apply; default: rulings.toml in the graph folder.",
)
@click.pass_context
def command(
    ctx: click.Context,
    sources: tuple[Path, ...],
    output: Path,
    jobs: int,
    municipality: str | None,
    ocr: bool,
    documents: tuple[str, ...],
    people: bool,
    validate: bool,
    rulings: Path | None,
) -> None:
    """Read documents and write the graph folder: RDF, network, tables, pages.

    SOURCE is a file or a folder. A file that cannot be read is listed at the end; the others are in the graph.

    \b
    graf build minutes/ -o my-graph
    graf build minutes/ reports/ letter.txt -o my-graph --jobs 4
    graf build minutes/ -o my-graph --documents minutes/   with links to the files
    """
    claim_folder(output)
    ruled = _rulings(rulings, output)
    extractions = extract_all(sources, municipality, jobs, [output], partial(keep_text, output), ocr)
    graph = link(_watched(sources, output, extractions), ruled, people)
    told = [p for p in graph.problems if p.document not in {d.name for d in graph.documents}]
    for problem in told:
        click.echo(f"graf: {problem.document}: {problem.message}", err=True)
    unread = [p for p in told if p.document != RULINGS]
    if not graph.documents:
        click.echo("graf: nothing could be read; no graph was written", err=True)
        ctx.exit(3)
    write_folder(graph, output, documents)
    click.echo(_summary(graph, output, len(unread)))
    if validate:
        # by way of the group, which loads it only now: pySHACL takes half a second
        validator = main.get_command(ctx, "validate")
        assert validator
        ctx.invoke(validator, graph=output)
    ctx.exit(1 if unread else 0)


def _rulings(named: Path | None, output: Path) -> tuple[Ruling, ...]:
    # a file misnamed would undo every ruling without a word
    if named and not named.is_file():
        raise RulingError(f"there is no {named}, and nothing was built without it; name the file with --rulings")
    return load_rulings(named or output / RULINGS)


def _watched(sources: tuple[Path, ...], output: Path, extractions: Iterable[Extraction]) -> Iterator[Extraction]:
    """The same, with a bar on a terminal."""
    if not sys.stderr.isatty():
        yield from extractions
        return
    total = sum(1 for _ in find_sources(sources, [output]))
    with click.progressbar(extractions, length=total, label="Reading", file=sys.stderr) as bar:
        yield from bar


def _summary(graph: CaseGraph, output: Path, unread: int) -> str:
    parts = [
        f"{len(graph.documents)} documents",
        f"{len(graph.cases)} cases",
        f"{len(graph.decisions)} decisions",
        f"{len(graph.assignments)} assignments",
    ]
    if unread:
        parts.append(f"{unread} files not read (see problems.csv)")
    return f"{', '.join(parts)}. Open {output / 'index.html'}"
