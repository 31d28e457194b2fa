"""A graph as batches: each a piece of one named graph, small enough for one request."""

import hashlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import IO, Self

from graf.keys import BASE, slug
from graf.model import CaseGraph
from graf.write.nquads import homed_lines
from graf.write.triples import in_order

LINES = 20_000
"""Triples in a batch: some four megabytes."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A piece of a named graph; the first one replaces what the store holds under that name."""

    graph: str
    lines: tuple[str, ...]
    first: bool

    @property
    def digest(self) -> str:
        """What tells whether the store has it already."""
        return hashlib.sha256("".join(self.lines).encode()).hexdigest()[:16]


class Plan:
    """The batches of a graph in a fixed order, kept on disk, since they are gone through twice."""

    def __init__(self, file: IO[str], size: int) -> None:
        self._file, self._size = file, size
        self.digests: dict[str, tuple[str, ...]] = {}
        """The digests of each named graph's batches, by its IRI."""
        for batch in self:
            self.digests[batch.graph] = (*self.digests.get(batch.graph, ()), batch.digest)

    def __iter__(self) -> Iterator[Batch]:
        """Every batch, graph by graph."""
        self._file.seek(0)
        for graph, lines in groupby((line.split("\t", 1) for line in self._file), key=lambda parts: parts[0]):
            first = True
            while piece := tuple(line for _, line in islice(lines, self._size)):
                yield Batch(graph, piece, first)
                first = False

    def __len__(self) -> int:
        """How many batches there are."""
        return sum(map(len, self.digests.values()))

    def __enter__(self) -> Self:
        """The plan itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Give the disk back."""
        self._file.close()


def planned(graph: CaseGraph, shared: str, size: int = LINES) -> Plan:
    """The batches of a graph; what no single document says goes into the named graph ``shared``."""
    file = tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115 - the plan closes it
    homed = (f"{home[1:-1] if home else shared}\t{line}" for home, line in homed_lines(graph))
    file.writelines(in_order(homed))
    return Plan(file, size)


def shared_graph(name: str) -> str:
    """The IRI of the named graph for what no single document says, by the name of the data set.

    >>> shared_graph("Malmö 2016")
    'https://w3id.org/graf/id/graf/malmoe-2016'
    """
    return f"{BASE}id/graf/{slug(name)}"
