"""A graph folder's model: kept whole, and refused in one plain sentence where it is not one."""

from pathlib import Path

import pytest

from graf.errors import GraphFolderError
from graf.model import CaseGraph
from graf.pipeline import build_graph
from graf.store import FORMAT, MODEL, keep_text, load_graph, save_graph, text_of
from tests.factories import mission
from tests.graphs import rich


@pytest.mark.parametrize("graph", [CaseGraph(), mission()[0], rich()], ids=["empty", "mission", "rich"])
def test_a_graph_comes_back_as_it_was(tmp_path: Path, graph: CaseGraph) -> None:
    save_graph(graph, tmp_path / "deep" / "folder")
    assert load_graph(tmp_path / "deep" / "folder") == graph


def test_the_samples_graph_comes_back_with_all_its_evidence(tmp_path: Path, sample: Path) -> None:
    graph = build_graph([sample])
    save_graph(graph, tmp_path)
    back = load_graph(tmp_path)
    assert back == graph
    # evidence is left out of a statement's equality
    assert [s.evidence for s in back.statements] == [s.evidence for s in graph.statements]


BROKEN = [
    pytest.param(b"", id="empty"),
    pytest.param(b'{"format":1,"graph":{"documents":[', id="cut off"),
    pytest.param(b"\0" * 50, id="zeros"),
    pytest.param(b"[]", id="another JSON"),
    pytest.param(b"{}", id="no format"),
    pytest.param(b'{"format":"one","graph":{}}', id="a format that is no number"),
    pytest.param(b'{"format":2,"graph":{}}', id="a later format with fields that fit"),
    pytest.param(b'{"format":0,"graph":{}}', id="an earlier format"),
    pytest.param(b'{"format":1}', id="no graph"),
    pytest.param(b'{"format":1,"graph":{"cases":[{"id":3}]}}', id="a case that is none"),
    pytest.param(b'{"format":1,"graph":{"documents":[{"name":"\xff\xfe"}]}}', id="bytes that are no text"),
    pytest.param(b'{"format":1,"graph":' * 100_000, id="nested without end"),
]


@pytest.mark.parametrize("content", BROKEN)
def test_a_broken_model_is_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / MODEL).write_bytes(content)
    with pytest.raises(GraphFolderError, match="graf build") as caught:
        load_graph(tmp_path)
    assert "\n" not in str(caught.value)
    assert str(tmp_path / MODEL) in str(caught.value)


def test_another_version_is_named(tmp_path: Path) -> None:
    save_graph(rich(), tmp_path)
    model = tmp_path / MODEL
    model.write_bytes(model.read_bytes().replace(b'"format":%d' % FORMAT, b'"format":%d' % (FORMAT + 1), 1))
    with pytest.raises(GraphFolderError, match=f"version {FORMAT + 1}, and this graf reads version {FORMAT}"):
        load_graph(tmp_path)


@pytest.mark.parametrize("name", ["nowhere", "folder", "file.txt"])
def test_what_is_no_graph_folder_is_refused_with_the_command_to_make_one(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder" / MODEL).mkdir(parents=True)
    (tmp_path / "file.txt").write_text("ord", encoding="utf-8")
    with pytest.raises(GraphFolderError, match="holds no graph; make one with: graf build"):
        load_graph(tmp_path / name)


def test_a_text_is_kept_as_it_was_read_with_its_line_ends(tmp_path: Path) -> None:
    keep_text(tmp_path, "ab" * 32, "rad\r\nrad\u2028 å\n")
    assert text_of(tmp_path, "ab" * 32) == "rad\r\nrad\u2028 å\n"
    assert text_of(tmp_path, "cd" * 32) is None


def test_a_text_that_cannot_be_kept_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "texts").write_text("in the way", encoding="utf-8")
    with pytest.raises(GraphFolderError, match="cannot be written"):
        keep_text(tmp_path, "ab" * 32, "ord")
