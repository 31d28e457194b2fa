"""The whole way from files to a graph, on one screen; it has no logic of its own."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
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
    sources: Iterable[Path],
    municipality: str | None = None,
    jobs: int = 1,
    without: Iterable[Path] = (),
    keep: Callable[[str, str], None] | None = None,
    ocr: bool = False,
) -> Iterator[Extraction]:
    """Read, parse and extract every file below the sources, in a stable order, one at a time.

    Args:
        sources: Files and folders.
        municipality: Code of the town of documents whose masthead names none.
        jobs: Processes to work in; the result is the same.
        without: Folders to leave out, such as the one being written.
        keep: What is given the digest and the text of every document as it is read; no more than one is held at a time.
        ocr: Whether to recognise the text of pages that are pictures.
    """
    one = partial(extract_one, municipality=municipality, with_text=keep is not None, ocr=ocr)
    for extraction in _each(one, find_sources(sources, without), jobs):
        if keep and extraction.document.digest:
            keep(extraction.document.digest, extraction.text)
        yield replace(extraction, text="") if extraction.text else extraction


def _each(one: Callable[[Source], Extraction], found: Iterable[Source], jobs: int) -> Iterator[Extraction]:
    if jobs <= 1:
        yield from map(one, found)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(one, found, chunksize=_CHUNK)


def extract_one(source: Source, municipality: str | None = None, with_text: bool = False, ocr: bool = False) -> Extraction:
    """One file; what nobody can read becomes a problem."""
    try:
        raw = read(source, ocr)
        extraction = extract(parse(raw, municipality))
        return replace(extraction, text=raw.text) if with_text else extraction
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
