"""``graf push`` as a user meets it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graf.cli import main
from graf.store import save_graph
from tests.graphs import rich
from tests.push.servers import oxigraph

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An Oxigraph."""
    with oxigraph(tmp_path_factory.mktemp("store")) as url:
        yield url


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A graph folder."""
    save_graph(rich(), tmp_path / "Malmö 2016")
    return tmp_path / "Malmö 2016"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["push", *map(str, words)])


def test_a_push_says_what_it_did_and_a_second_one_that_nothing_was_to_do(server: str, folder: Path) -> None:
    first = run(f"{server}/store", "-g", folder, "--batch", "50")
    assert first.exit_code == 0, first.output
    assert "2 named graphs, what they share in <https://w3id.org/graf/id/graf/malmoe-2016>" in first.stdout
    again = run(f"{server}/store", "-g", folder, "--batch", "50")
    assert again.stdout.startswith("0 batches sent, ")
    anew = run(f"{server}/store", "-g", folder, "--batch", "50", "--again")
    assert anew.stdout == first.stdout


def test_the_address_tells_the_protocol_and_a_user_may(server: str, folder: Path) -> None:
    assert run(f"{server}/update", "-g", folder, "--name", "b").exit_code == 0
    wrong = run(f"{server}/update", "-g", folder, "--name", "c", "--via", "store")
    assert wrong.exit_code == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["http://127.0.0.1:9/store"], "is the store running?"),
        (["file:///etc/passwd"], "begins with http"),
        (["http://127.0.0.1:9/store", "--batch", "0"], "0 is not in the range"),
        ([], "Missing argument"),
    ],
)
def test_what_is_wrong_is_told_in_one_plain_line(folder: Path, words: list[str], told: str) -> None:
    result = run(*words, "-g", folder)
    assert result.exit_code == 2
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_folder_without_a_graph_is_told(server: str, tmp_path: Path) -> None:
    result = run(f"{server}/store", "-g", tmp_path)
    assert result.exit_code == 2
    assert "graf build" in result.stderr
