"""The whole way from files to a graph, on one screen; it has no logic of its own."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from graf.errors import UnreadableDocumentError
from graf.extract import extract
from graf.lineage import link
from graf.model import CaseGraph, Document, Extraction, Problem
from graf.parse import parse
from graf.read import Source, find_sources, read


def extract_all(sources: Iterable[Path], municipality: str | None = None) -> Iterator[Extraction]:
    """Read, parse and extract every file below the sources, in a stable order, one at a time."""
    for source in find_sources(sources):
        yield extract_one(source, municipality)


def extract_one(source: Source, municipality: str | None = None) -> Extraction:
    """One file; what nobody can read becomes a problem."""
    try:
        return extract(parse(read(source), municipality))
    except UnreadableDocumentError as error:
        return unreadable(source.place, error)


def unreadable(place: str, error: UnreadableDocumentError) -> Extraction:
    """An extraction that says only why there is nothing to say."""
    return Extraction(Document(place, "", places=(place,)), problems=(Problem(place, error.kind, str(error)),))


def build_graph(sources: Iterable[Path], municipality: str | None = None) -> CaseGraph:
    """From files to the graph."""
    return link(extract_all(sources, municipality))
