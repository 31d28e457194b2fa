"""``graf view`` on the mission's graph."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from graf.cli import main
from graf.store import save_graph
from tests.factories import mission


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A graph folder."""
    made = tmp_path / "graf-out"
    made.mkdir()
    save_graph(mission()[0], made)
    return made


def test_it_writes_the_page_of_a_thread_and_prints_where(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "thread.html"
    result = CliRunner().invoke(main, ["view", "stk 2016-796", "-g", str(folder), "-o", str(place)])
    assert (result.exit_code, result.output) == (0, f"{place}\n")
    assert "<title>Tråden genom STK-2016-796</title>" in place.read_text(encoding="utf-8")


@pytest.mark.parametrize(("words", "name"), [(["STK-2016-796"], "STK-2016-796.html"), ([], "graf.html")])
def test_it_names_the_page_after_the_case(folder: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], name: str) -> None:
    monkeypatch.chdir(folder.parent)
    result = CliRunner().invoke(main, ["view", *words])
    assert (result.exit_code, result.output) == (0, f"{name}\n")
    assert (folder.parent / name).is_file()


def test_a_place_that_cannot_be_written_is_one_plain_line(folder: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["view", "-g", str(folder), "-o", str(tmp_path / "none" / "x.html")])
    assert result.exit_code == 2
    assert result.stderr.startswith("graf: ")
    assert result.stderr.count("\n") == 1
