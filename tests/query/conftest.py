"""A graph folder to ask."""

from pathlib import Path

import pytest

from graf.write import turtle
from tests.graphs import rich


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the Turtle of a graph that has one of everything."""
    place = tmp_path_factory.mktemp("graph")
    for name, pieces in turtle.write(rich()):
        (place / name).write_text("".join(pieces), encoding="utf-8")
    return place
