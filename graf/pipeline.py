"""The whole way from files to a graph, on one screen; it has no logic of its own."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from graf.errors import UnreadableDocumentError
from graf.extract import extract
from graf.lineage import link
from graf.model import CaseGraph, Document, Extraction, Problem
from graf.parse import parse
from graf.read import Source, find_sources, read

_CHUNK = 16
"""Files that a worker takes at a time: few enough to share the work of a small folder."""


def extract_all(
    sources: Iterable[Path], municipality: str | None = None, jobs: int = 1, without: Iterable[Path] = ()
) -> Iterator[Extraction]:
    """Read, parse and extract every file below the sources, in a stable order, one at a time.

    Args:
        sources: Files and folders.
        municipality: Code of the town of documents whose masthead names none.
        jobs: Processes to work in; the result is the same.
        without: Folders to leave out, such as the one being written.
    """
    found = find_sources(sources, without)
    one = partial(extract_one, municipality=municipality)
    if jobs <= 1:
        yield from map(one, found)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(one, found, chunksize=_CHUNK)


def extract_one(source: Source, municipality: str | None = None) -> Extraction:
    """One file; what nobody can read becomes a problem."""
    try:
        return extract(parse(read(source), municipality))
    except UnreadableDocumentError as error:
        problem = Problem(source.place, error.kind, str(error))
        return Extraction(Document(source.place, "", places=(source.place,)), problems=(problem,))


def build_graph(
    sources: Iterable[Path], municipality: str | None = None, jobs: int = 1, without: Iterable[Path] = ()
) -> CaseGraph:
    """From files to the graph.

    >>> build_graph([]).cases
    ()
    """
    return link(extract_all(sources, municipality, jobs, without))
