"""The graph folder that ``graf build`` makes: the model, every format, the tables, the pages, and a manifest."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from graf import __version__
from graf.errors import GraphFolderError
from graf.links import Links, links_from
from graf.model import CaseGraph
from graf.rulings import RULINGS
from graf.store import FORMAT, MANIFEST, MODEL, TEXTS, save_graph, text_name
from graf.trace import threads
from graf.write import FORMATS
from graf.write.page import index_page, page_name, thread_page

THREADS = "threads"
"""The folder of the threads' pages."""
PAGES = 20
"""Pages of threads that are written at once, the longest threads first; ``graf view`` makes any other."""


def write_folder(graph: CaseGraph, folder: Path, documents: Sequence[str] = ()) -> tuple[str, ...]:
    """Write a graph folder; what an earlier build left there and this one does not write is removed.

    Returns the names of the files, below the folder, in order. ``documents`` says where the documents lie, for the pages
    to link to them: :func:`graf.links.links_from`.

    Raises:
        GraphFolderError: The folder cannot be written, or holds something else.
        GrafError: There is no place such as ``documents`` names.
    """
    claim_folder(folder)
    links = [links_from(place, graph.documents, documents) for place in (folder, folder / THREADS)]
    try:
        before = _listed(folder)
        save_graph(graph, folder)
        names = [MODEL, *_texts(graph, folder), *_formats(graph, folder), *_pages(graph, folder, *links)]
        _remove(folder, {name: before[name] for name in before.keys() - set(names)})
        _write(folder / MANIFEST, [_manifest(graph, folder, sorted(names))])
    except OSError as error:
        raise GraphFolderError(f"{folder} cannot be written: {error.strerror or error}") from error
    return (*sorted(names), MANIFEST)


def claim_folder(folder: Path) -> None:
    """Make sure that a graph may be written to a folder: that it is new, empty, or holds one.

    Raises:
        GraphFolderError: It may not.
    """
    if folder.exists() and not folder.is_dir():
        raise GraphFolderError(f"{folder} is a file; name a folder with -o")
    # texts alone are what a build leaves that was broken off; rulings alone are what an analyst keeps
    others = {place.name for place in folder.iterdir()} - {TEXTS, RULINGS} if folder.is_dir() else set()
    if others and not others & {MANIFEST, MODEL}:
        raise GraphFolderError(f"{folder} holds other files and no graph; name an empty or a new folder with -o")


def _texts(graph: CaseGraph, folder: Path) -> list[str]:
    """The texts of the documents, those that are held: they were put there while the documents were read."""
    names = sorted({text_name(document.digest) for document in graph.documents if document.digest})
    return [name for name in names if (folder / name).is_file()]


def _formats(graph: CaseGraph, folder: Path) -> list[str]:
    names = []
    for form in FORMATS:
        for name, pieces in form.files(graph) if form.in_folder else ():
            _write(folder / name, pieces)
            names.append(name)
    return names


def _pages(graph: CaseGraph, folder: Path, links: Links, links_of_threads: Links) -> list[str]:
    found = threads(graph)
    pages = {thread.seed: f"{THREADS}/{thread.seed.municipality}-{page_name(thread.seed)}" for thread in found[:PAGES]}
    for thread in found[:PAGES]:
        _write(folder / pages[thread.seed], [thread_page(graph, thread, links_of_threads)])
    _write(folder / "index.html", [index_page(graph, found, pages, links)])
    return ["index.html", *pages.values()]


def _write(place: Path, pieces: Iterable[str | bytes]) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("wb") as out:
        out.writelines(piece.encode() if isinstance(piece, str) else piece for piece in pieces)


def _listed(folder: Path) -> dict[str, str]:
    """The files that an earlier build says it wrote, with their digests; a manifest that is not ours lists none."""
    try:
        listed = dict(json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    return {name: digest for name, digest in listed.items() if isinstance(name, str) and "\0" not in name}


def _remove(folder: Path, listed: dict[str, str]) -> None:
    """Remove files that are still as graf wrote them; what somebody has changed or put in their place stays."""
    root = folder.resolve()
    for name, digest in sorted(listed.items()):
        place = (folder / name).resolve()
        # a manifest is a file like any other: a name that leads out of the folder is not followed
        if place.is_relative_to(root) and place.is_file() and _digest(place) == digest:
            place.unlink()


def _digest(place: Path) -> str:
    return hashlib.sha256(place.read_bytes()).hexdigest()


def _manifest(graph: CaseGraph, folder: Path, names: list[str]) -> str:
    counts = {
        "documents": len(graph.documents),
        "cases": len(graph.cases),
        "decisions": len(graph.decisions),
        "assignments": len(graph.assignments),
        "statements": len(graph.statements),
        "problems": len(graph.problems),
    }
    files = {name: _digest(folder / name) for name in names}
    return json.dumps({"graf": __version__, "format": FORMAT, "counts": counts, "files": files}, indent=1) + "\n"
