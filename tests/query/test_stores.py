"""Where the store of a graph folder is, and that one on disk is made once and says the same."""

import shutil
from pathlib import Path

import pytest

from graf.errors import GraphFolderError
from graf.query import open_rdflib
from graf.query.stores import FILE, open_store, prepare

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


@pytest.fixture
def large(folder: Path, tmp_path: Path) -> Path:
    """A graph folder that may be changed."""
    return shutil.copytree(folder, tmp_path / "graph")


def test_a_small_graph_is_read_from_its_file(large: Path) -> None:
    assert prepare(large) == large / FILE
    assert not (large / ".cache").exists()


def test_a_large_graph_gets_a_store_on_disk_that_is_made_once(large: Path) -> None:
    first = prepare(large, large=1)
    made = {path: path.stat().st_mtime_ns for path in first.iterdir()}
    assert first.parent == large / ".cache"
    assert set(open_store(first)) == set(open_store(large / FILE))
    assert prepare(large, large=1) == first
    assert {path: path.stat().st_mtime_ns for path in first.iterdir()} == made


def test_another_graph_gets_another_store_and_the_old_one_goes(large: Path) -> None:
    first = prepare(large, large=1)
    with (large / FILE).open("a", encoding="utf-8") as file:
        file.write("<a> <b> <c> .\n")
    second = prepare(large, large=1)
    assert len(open_store(second)) == len(open_store(large / FILE))
    assert [path.name for path in (large / ".cache").iterdir()] == [second.name] != [first.name]


def test_a_store_on_disk_cannot_be_changed(large: Path) -> None:
    store = open_store(prepare(large, large=1))
    with pytest.raises(RuntimeError, match="read-write"):
        store.clear()


def test_where_the_cache_cannot_be_written_the_file_is_read(large: Path) -> None:
    (large / ".cache").write_text("not a folder", encoding="utf-8")
    assert prepare(large, large=1) == large / FILE


def test_a_spoiled_graph_leaves_no_store_behind(large: Path) -> None:
    (large / FILE).write_text("<a> <b", encoding="utf-8")
    with pytest.raises(GraphFolderError, match="cannot be read"):
        prepare(large, large=1)
    assert list((large / ".cache").iterdir()) == []


def test_a_folder_is_an_rdflib_graph_that_the_default_engine_answers(large: Path) -> None:
    (row,) = open_rdflib(large).query(COUNT)
    assert int(str(row[0])) == len(open_store(large / FILE))  # type: ignore[index]
