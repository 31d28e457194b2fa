"""A graph folder to ask."""

from pathlib import Path

import pytest

from graf.model import CaseGraph
from graf.pipeline import build_graph
from graf.write import turtle
from tests.graphs import rich


def written(graph: CaseGraph, place: Path) -> Path:
    """The place, with the Turtle of the graph in it."""
    for name, pieces in turtle.write(graph):
        (place / name).write_text("".join(pieces), encoding="utf-8")
    return place


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the Turtle of a graph that has one of everything."""
    return written(rich(), tmp_path_factory.mktemp("graph"))


@pytest.fixture(scope="session")
def made_up(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the Turtle of the sample's graph."""
    return written(build_graph([sample]), tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def real(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the Turtle of the real documents' graph."""
    return written(build_graph([shared / "corpus"]), tmp_path_factory.mktemp("real"))
