"""The graph's triples as sorted lines of N-Triples, each once: the ground of the RDF formats.

They are sorted in runs that lie on disk, so that a graph of any size is written in the same memory.
"""

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from operator import itemgetter
from typing import TypeAlias

from graf.model import CaseGraph
from graf.rdf import to_lines
from graf.rdf.terms import RDF, repeated

Facts: TypeAlias = list[tuple[str, list[str]]]
"""The predicates of a node with their objects, as N-Triples writes them."""
TYPE = repeated(RDF.type)
RUN = 200_000
"""Lines that are sorted in memory at a time: some 60 MB."""


def sorted_lines(graph: CaseGraph, run: int = RUN) -> Iterator[str]:
    """Every triple once, as a line; the same graph gives the same lines."""
    return in_order(to_lines(graph), run)


def in_order(lines: Iterator[str], run: int = RUN) -> Iterator[str]:
    """Lines sorted, each once, however many there are."""
    with ExitStack() as files:
        yield from (line for line, _ in groupby(heapq.merge(*_runs(lines, run, files))))


def _runs(lines: Iterator[str], size: int, files: ExitStack) -> list[Iterable[str]]:
    """The lines in sorted runs, all on disk but the last, which is what a small graph has."""
    runs: list[Iterable[str]] = []
    run = sorted(set(islice(lines, size)))
    while after := sorted(set(islice(lines, size))):
        out = files.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n"))  # noqa: SIM115 - the stack closes it
        out.writelines(run)
        out.seek(0)
        runs.append(out)
        run = after
    return [*runs, run]


def split(line: str) -> tuple[str, str, str]:
    """The subject, predicate and object of a line."""
    subject, predicate, rest = line.split(" ", 2)
    return subject, predicate, rest[:-3]


def nodes(lines: Iterable[str]) -> Iterator[tuple[str, Facts]]:
    """Sorted lines node by node: its name, and the objects of each of its predicates, its classes first."""
    for subject, said in groupby(map(split, lines), key=itemgetter(0)):
        facts = [(predicate, [line[2] for line in same]) for predicate, same in groupby(said, key=itemgetter(1))]
        yield subject, sorted(facts, key=lambda fact: fact[0] != TYPE)
