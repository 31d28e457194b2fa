"""Options that several commands share, and what they check."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from graf.errors import GrafError
from graf.lineage import without_people
from graf.links import links_from
from graf.matching import find_bodies
from graf.model import CaseGraph
from graf.tables import municipalities

_Command = TypeVar("_Command", bound=Callable[..., Any])

SOURCES = click.Path(exists=True, path_type=Path)
"""Files and folders to read."""


def town_code(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A municipality's code; what is none would keep its documents apart from all others without a word."""
    if value is None or value in {town.code for town in municipalities()}:
        return value
    meant = next((town for town in municipalities() if value.lower() in {town.short.lower(), town.name.lower()}), None)
    hint = f"{meant.name} is {meant.code}" if meant else "codes have four digits, such as 1280 for Malmö"
    raise click.BadParameter(f"no municipality has the code {value!r}: {hint}", ctx, param)


def _day(_: click.Context, __: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


def _places(_: click.Context, __: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Places of documents; a wrong one is told before anything is read."""
    links_from(Path(), (), value)
    return value


def body_name(words: str) -> str:
    """The full name of a body, from its name or its abbreviation in any case of letters.

    Raises:
        GrafError: No body is called so.
    """
    for spelling in (words, f"{words} beslutar", words.upper()):
        if found := find_bodies(spelling):
            return found[0].name
    raise GrafError(f"no body is called {words!r}; write its name, such as Kommunfullmäktige, or KF")


graph_option = click.option(
    "-g",
    "--graph",
    "folder",
    type=click.Path(path_type=Path),
    default=Path("graf-out"),
    show_default=True,
    help="The graph folder.",
)
"""The graph folder a command reads, as ``folder``."""

ocr_option = click.option(
    "--ocr", is_flag=True, help="Recognise the text of scanned PDFs: slow; needs tesseract and graf's extra."
)
"""Whether pages that are pictures are read, as ``ocr``."""

documents_option = click.option(
    "--documents",
    multiple=True,
    metavar="WHERE",
    callback=_places,
    help="Folder or web address of the documents, for the pages to link to them; may be repeated.",
)
"""Where the documents lie that pages link to, as ``documents``."""

town_option = click.option("-m", "--municipality", metavar="CODE", help="Code of the town, where a number exists in several.")
"""The town a number belongs to, as ``municipality``."""


def people_option(text: str) -> Callable[[_Command], _Command]:
    """Whether people are named, as ``people``; ``text`` is its help."""
    return click.option("--people", is_flag=True, help=text)


def with_or_without_people(graph: CaseGraph, people: bool) -> CaseGraph:
    """The graph as asked for: people are left out unless they are wanted.

    Raises:
        GrafError: They are wanted, and the graph was built without them.
    """
    if not people:
        return without_people(graph)
    if graph.participations and all(one.person is None for one in graph.participations):
        raise GrafError("this graph was built without people; build it anew with: graf build SOURCE --people")
    return graph


def as_of_option(text: str) -> Callable[[_Command], _Command]:
    """The day a command asks about, as ``as_of``, a date or None; ``text`` is its help."""
    return click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), callback=_day, help=text)
