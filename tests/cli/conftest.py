"""What the tests of the commands share: a call of graf, and the sample's graph folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graf.cli import main

Graf = Callable[..., Result]


def call(*words: str | Path) -> Result:
    """One call of graf, in this process."""
    return CliRunner().invoke(main, [str(word) for word in words], prog_name="graf")


@pytest.fixture
def graf() -> Graf:
    """A call of graf: ``graf("thread", "STK-2016-796", "-g", folder)``."""
    return call


@pytest.fixture(scope="session")
def sample_graph(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Path:
    """The graph folder of the sample."""
    folder = tmp_path_factory.mktemp("sample") / "graph"
    result = call("build", sample, "-o", folder)
    assert result.exit_code == 0, result.stderr
    return folder
