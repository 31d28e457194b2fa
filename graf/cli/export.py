"""``graf export``."""

from collections.abc import Iterable
from pathlib import Path

import click

from graf.errors import GraphFolderError
from graf.store import load_graph
from graf.write import FORMATS

_BY_NAME = {form.name: form for form in FORMATS}
_HELP = "\n".join(f"{form.name:<10}{form.help}" for form in FORMATS)


@click.command(epilog=f"\b\nFormats:\n{_HELP}")
@click.argument("form", metavar="FORMAT", type=click.Choice(list(_BY_NAME)))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file, or the folder of a format of several files.")
@click.option(
    "-g", "--graph", type=click.Path(path_type=Path), default=Path("graf-out"), show_default=True, help="The graph folder."
)
def command(form: str, output: Path | None, graph: Path) -> None:
    """Write the graph in one more format, to standard output if -o names no place.

    \b
    graf export turtle -g my-graph > my-graph.ttl
    graf export graphml -o my-graph.graphml -g my-graph
    graf export csv -o tables/ -g my-graph
    """
    files = list(_BY_NAME[form].write(load_graph(graph)))
    if len(files) > 1 and output is None:
        raise click.UsageError(f"{form} is {len(files)} files; name a folder for them with -o")
    for name, pieces in files:
        _put(pieces, output / name if output and len(files) > 1 else output)


def _put(pieces: Iterable[str], place: Path | None) -> None:
    if place is None:
        for piece in pieces:
            click.echo(piece.encode(), nl=False)
        return
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("w", encoding="utf-8", newline="") as out:
            out.writelines(pieces)
    except OSError as error:
        raise GraphFolderError(f"{place} cannot be written: {error.strerror}") from error
