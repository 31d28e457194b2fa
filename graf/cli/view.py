"""``graf view``: an interactive page of one thread, or of the whole graph."""

from pathlib import Path

import click

from graf.cli.options import documents_option, graph_option, town_option
from graf.errors import GrafError
from graf.find import find_case
from graf.links import links_from
from graf.store import load_graph
from graf.trace import trace
from graf.write.page import graph_page, page_name, thread_page
from graf.write.picture.words import LANGUAGES


@click.command()
@click.argument("case", required=False)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Default: named after the case, or graf.html."
)
@click.option("--language", type=click.Choice(LANGUAGES), default=LANGUAGES[0], show_default=True, help="The page opens in it.")
@graph_option
@town_option
@documents_option
def command(
    case: str | None, output: Path | None, folder: Path, municipality: str | None, documents: tuple[str, ...], language: str
) -> None:
    """Write an interactive page of the thread through CASE, or of the whole graph: one file that opens offline.

    \b
    graf view STK-2016-796 -g my-graph           writes STK-2016-796.html
    graf view 1280:STK-2016-796 -o thread.html   where several towns have the number
    graf view -g my-graph                        the whole graph, writes graf.html
    graf view STK-2016-796 --documents papers/   with links to the files in papers/
    """
    graph = load_graph(folder)
    seed = find_case(graph, case, municipality) if case else None
    place = output or Path(page_name(seed))
    links = links_from(place.parent, graph.documents, documents)
    page = (
        thread_page(graph, trace(graph, seed), links, language) if seed else graph_page(graph, links=links, language=language)
    )
    try:
        place.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise GrafError(f"{place} cannot be written: {error.strerror}; name another file with -o") from error
    click.echo(place)
