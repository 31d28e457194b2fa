"""From files to the graph: what cannot be read is a problem, and nothing depends on the way the files are given."""

import shutil
from itertools import permutations
from pathlib import Path

import pytest

from graf.model import CaseGraph
from graf.pipeline import build_graph, extract_all
from tests.papers import item, letter, minutes

PAPERS = {
    "a.txt": letter("Se STK-2016-796.", "STK-2020-1"),
    "b.md": letter("I maj 2016 (STK-2016-796) beslutade kommunstyrelsen att avsätta medel.", "STK-2020-2"),
    "deep/c.txt": minutes(item(4, "STK-2016-796", "Kommunstyrelsen avsätter medel till gatuträd."), day="2016-05-11"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three readable papers."""
    for name, text in PAPERS.items():
        place = tmp_path / "papers" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return tmp_path / "papers"


def facts(graph: CaseGraph) -> tuple[object, ...]:
    """All that a graph says of the world, with the evidence that equality of statements leaves out."""
    return graph.cases, graph.decisions, graph.assignments, graph.statements, tuple(s.evidence for s in graph.statements)


def test_a_document_is_named_by_its_path_below_its_source(folder: Path) -> None:
    assert [document.name for document in build_graph([folder]).documents] == ["a.txt", "b.md", "deep/c.txt"]


BROKEN = {
    "empty.txt": b"",
    "blank.txt": b" \n\t \n",
    "zeros.txt": b"\0" * 4096,
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "half.txt": b"\xff\xfe" + "Malmö".encode("utf-16-le") + b"\x00",
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_is_a_problem_and_the_rest_is_as_before(folder: Path, name: str) -> None:
    before = build_graph([folder])
    (folder / name).write_bytes(BROKEN[name])
    after = build_graph([folder])
    assert facts(after) == facts(before)
    assert name in {problem.document for problem in after.problems}
    assert all(problem.message for problem in after.problems)
    assert all("\n" not in problem.message for problem in after.problems)


def test_a_folder_of_nothing_readable_is_an_empty_graph_with_problems(tmp_path: Path) -> None:
    unreadable = {name: content for name, content in BROKEN.items() if name != "half.txt"}
    for name, content in unreadable.items():
        (tmp_path / name).write_bytes(content)
    graph = build_graph([tmp_path])
    assert (graph.documents, graph.cases, graph.statements) == ((), (), ())
    assert {problem.document for problem in graph.problems} == set(unreadable)


def held(graph: CaseGraph) -> set[str]:
    return {document.name for document in graph.documents}


# --- the same document in two places ------------------------------------------------------------


def test_one_document_in_two_places_counts_once_and_knows_both(folder: Path) -> None:
    before = build_graph([folder])
    shutil.copy(folder / "b.md", folder / "deep" / "copy.md")
    after = build_graph([folder])
    assert facts(after) == facts(before)
    (paper,) = [document for document in after.documents if document.name == "b.md"]
    assert paper.places == ("b.md", "deep/copy.md")


def test_the_same_folder_named_twice_counts_once(folder: Path) -> None:
    assert build_graph([folder, folder]) == build_graph([folder])


def test_a_file_named_beside_its_folder_counts_once(folder: Path) -> None:
    graph = build_graph([folder, folder / "a.txt"])
    assert held(graph) == {"a.txt", "b.md", "deep/c.txt"}


# --- the way the files are given ----------------------------------------------------------------


def test_two_workers_find_what_one_finds(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    alone, together = build_graph([folder]), build_graph([folder], jobs=2)
    assert together == alone
    assert facts(together) == facts(alone)


def test_extractions_come_in_the_order_of_their_places_with_any_number_of_workers(folder: Path) -> None:
    names = [e.document.name for e in extract_all([folder], jobs=2)]
    assert names == sorted(names)


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_the_order_of_sources_changes_nothing_that_is_said(folder: Path, order: tuple[int, ...]) -> None:
    files = [folder / name for name in PAPERS]
    expected = build_graph(files)
    found = build_graph([files[n] for n in order])
    assert set(found.cases) == set(expected.cases)
    assert {(d.key, d.date, d.body) for d in found.decisions} == {(d.key, d.date, d.body) for d in expected.decisions}
    assert found.statements == expected.statements


def test_the_folder_being_written_is_not_read(folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "old.txt").write_text(letter("Se STK-2011-7."), encoding="utf-8")
    assert "out/old.txt" not in held(build_graph([folder], without=[folder / "out"]))


def test_a_graph_folder_among_the_documents_is_not_read(folder: Path) -> None:
    (folder / "old-graph").mkdir()
    for name in ("model.json", "manifest.json", "graph.ttl"):
        (folder / "old-graph" / name).write_text("STK-2011-7", encoding="utf-8")
    graph = build_graph([folder])
    assert held(graph) == {"a.txt", "b.md", "deep/c.txt"}
    assert graph.problems == ()


def test_a_town_given_is_used_for_every_paper_that_names_none(tmp_path: Path) -> None:
    for number in (1, 2):
        text = letter("Se KS-2016-796.", f"KS-2020-{number}", town="Rådhuset")
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    assert {case.id.municipality for case in build_graph([tmp_path], "1281").cases} == {"1281"}
    assert len({case.id.municipality for case in build_graph([tmp_path]).cases}) == 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_text_is_handed_on_once_and_not_held(folder: Path, jobs: int) -> None:
    kept: dict[str, str] = {}
    found = list(extract_all([folder], jobs=jobs, keep=kept.__setitem__))
    assert {extraction.text for extraction in found} == {""}
    assert kept == {e.document.digest: PAPERS[e.document.name] for e in found}
