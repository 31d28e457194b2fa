"""The graph folder: what it holds, what it leaves alone, and that the same documents give the same bytes."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from graf.errors import GraphFolderError
from graf.model import CaseGraph
from graf.pipeline import build_graph
from graf.store import FORMAT, MANIFEST, load_graph
from graf.write.folder import write_folder
from tests.graphs import rich


def files(folder: Path) -> dict[str, bytes]:
    """The files of a folder with their content; a cache is none of its outputs."""
    found = (path for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.fixture(scope="module")
def graph(sample: Path) -> CaseGraph:
    """The sample's graph."""
    return build_graph([sample])


def test_the_manifest_names_every_file_with_its_digest(tmp_path: Path, graph: CaseGraph) -> None:
    names = write_folder(graph, tmp_path / "g")
    found = files(tmp_path / "g")
    manifest = json.loads(found.pop(MANIFEST))
    assert set(names) == {*found, MANIFEST}
    assert manifest["files"] == {name: hashlib.sha256(content).hexdigest() for name, content in found.items()}
    assert manifest["format"] == FORMAT
    assert manifest["counts"]["cases"] == len(graph.cases)


def test_the_folder_holds_what_a_user_looks_for(tmp_path: Path, graph: CaseGraph) -> None:
    write_folder(graph, tmp_path)
    assert {"index.html", "graph.ttl", "graph.graphml", "cases.csv", "problems.csv"} <= set(files(tmp_path))
    assert load_graph(tmp_path) == graph


def test_the_manifest_tells_no_time_and_no_place(tmp_path: Path, graph: CaseGraph) -> None:
    write_folder(graph, tmp_path / "g")
    assert all(str(tmp_path).encode() not in content for content in files(tmp_path / "g").values())


# --- a second build in the same place -----------------------------------------------------------


def test_a_second_build_changes_no_byte(tmp_path: Path, graph: CaseGraph) -> None:
    write_folder(graph, tmp_path)
    before = files(tmp_path)
    write_folder(graph, tmp_path)
    assert files(tmp_path) == before


def test_what_an_earlier_build_left_is_removed(tmp_path: Path, graph: CaseGraph) -> None:
    write_folder(graph, tmp_path)
    threads = {name for name in files(tmp_path) if name.startswith("threads/")}
    assert threads
    write_folder(replace(graph, statements=()), tmp_path)
    assert not threads & set(files(tmp_path))


def test_a_file_that_graf_did_not_write_stays(tmp_path: Path, graph: CaseGraph) -> None:
    write_folder(graph, tmp_path)
    (tmp_path / "notes.txt").write_text("egna ord", encoding="utf-8")
    (tmp_path / "threads" / "mine.html").write_text("egna ord", encoding="utf-8")
    write_folder(CaseGraph(), tmp_path)
    assert {"notes.txt", "threads/mine.html"} <= set(files(tmp_path))


def test_a_file_that_somebody_has_changed_stays(tmp_path: Path, graph: CaseGraph) -> None:
    write_folder(graph, tmp_path)
    (page,) = list((tmp_path / "threads").glob("*STK-2018-1094*"))
    page.write_text("egna ord", encoding="utf-8")
    write_folder(CaseGraph(), tmp_path)
    assert [path.read_text(encoding="utf-8") for path in (tmp_path / "threads").iterdir()] == ["egna ord"]


OUTSIDE = [
    pytest.param("../letter.txt", id="a step up"),
    pytest.param("threads/../../letter.txt", id="a step up by a way round"),
    pytest.param("link/letter.txt", id="a link out of the folder"),
]


@pytest.mark.parametrize("name", [*OUTSIDE, pytest.param("ABSOLUTE", id="a whole path")])
def test_a_file_outside_is_never_removed_whatever_the_manifest_says(tmp_path: Path, name: str) -> None:
    folder, outside = tmp_path / "g", tmp_path / "letter.txt"
    write_folder(rich(), folder)
    outside.write_text("ett brev", encoding="utf-8")
    (folder / "link").symlink_to(tmp_path, target_is_directory=True)
    listed = {str(outside) if name == "ABSOLUTE" else name: hashlib.sha256(outside.read_bytes()).hexdigest()}
    (folder / MANIFEST).write_text(json.dumps({"files": listed}), encoding="utf-8")
    write_folder(rich(), folder)
    assert outside.read_text(encoding="utf-8") == "ett brev"


@pytest.mark.parametrize(
    "manifest", ["", "[]", "null", '{"files": 3}', '{"files": [3, null]}', "{", '{"files": {"\\u0000": ""}}']
)
def test_a_broken_manifest_is_written_anew(tmp_path: Path, manifest: str) -> None:
    write_folder(rich(), tmp_path)
    expected = files(tmp_path)
    (tmp_path / MANIFEST).write_text(manifest, encoding="utf-8")
    write_folder(rich(), tmp_path)
    assert files(tmp_path) == expected


# --- places that are refused --------------------------------------------------------------------


def test_a_folder_of_other_files_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("ett brev", encoding="utf-8")
    with pytest.raises(GraphFolderError, match="holds other files"):
        write_folder(rich(), tmp_path)
    assert set(files(tmp_path)) == {"letter.txt"}


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "g").write_text("ett brev", encoding="utf-8")
    with pytest.raises(GraphFolderError, match="is a file"):
        write_folder(rich(), tmp_path / "g")


def test_a_place_that_cannot_be_written_is_said_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("ett brev", encoding="utf-8")
    with pytest.raises(GraphFolderError, match="cannot be written") as caught:
        write_folder(rich(), tmp_path / "file" / "g")
    assert "\n" not in str(caught.value)


# --- the same documents, the same bytes ---------------------------------------------------------


def built(source: Path, output: Path, seed: str, directory: Path) -> dict[str, bytes]:
    """A build as a process of its own."""
    command = [sys.executable, "-m", "graf", "build", str(source), "-o", str(output)]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])}
    subprocess.run(command, cwd=directory, env=environment, check=True, capture_output=True)
    return files(output)


def test_neither_hash_seed_nor_place_changes_a_byte(tmp_path: Path, sample: Path) -> None:
    copied = tmp_path / "en annan plats" / "kopia"
    shutil.copytree(sample, copied)
    first = built(sample, tmp_path / "one", "1", tmp_path)
    assert built(copied, tmp_path / "deep" / "two", "77", copied) == first
    assert built(Path("kopia"), tmp_path / "three", "4", copied.parent) == first
