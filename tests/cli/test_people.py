"""People are left out of everything that graf writes unless they are asked for."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pyoxigraph import Literal, RdfFormat, Store

from graf.cli import main
from graf.pipeline import build_graph, extract_all
from graf.rdf import to_store
from graf.write import FORMATS
from graf.write.figure import FIGURES
from tests.minutes import MINUTES, NAMES

Run = Callable[..., Result]
PARTS = sorted({part for name in NAMES for part in name.split()})
WORDS_OF_THE_SOURCES = ("exact", "title", "description", "targetVerbatim", "prefLabel")
"""The local names of what holds words as printed: quotes, titles, tasks, what was decided about."""
TOLD = {"publisher": ["--publisher", "Malmö stad"], "url": ["--url", "https://example.org/"]}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The minutes' graph, built as it is by default and with people."""
    root = tmp_path_factory.mktemp("people")
    (root / "papers").mkdir()
    (root / "papers" / "protokoll.txt").write_text(MINUTES, encoding="utf-8")
    made: dict[str, list[str]] = {"default": [], "people": ["--people"]}
    for name, options in made.items():
        result = CliRunner().invoke(main, ["build", str(root / "papers"), "-o", str(root / name), "--validate", *options])
        assert result.exit_code == 0, result.output
    return {name: root / name for name in made}


def names_in(content: bytes) -> list[str]:
    text = content.decode("utf-8", "replace")
    return [part for part in PARTS if part in text or json.dumps(part)[1:-1] in text]


def files(folder: Path) -> Iterator[Path]:
    """All that a folder holds but the documents' own texts."""
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and "texts" not in path.parts)


def test_a_default_build_names_nobody_in_any_file(folders: dict[str, Path]) -> None:
    found = {path.name: names for path in files(folders["default"]) if (names := names_in(path.read_bytes()))}
    assert found == {}
    assert any(path.suffix == ".html" for path in files(folders["default"]))


def test_the_texts_that_a_folder_keeps_are_the_documents_own(folders: dict[str, Path]) -> None:
    (text,) = (folders["default"] / "texts").iterdir()
    assert names_in(text.read_bytes()) == PARTS


@pytest.mark.parametrize("form", [form.name for form in FORMATS if form.name != "xlsx"])
@pytest.mark.parametrize("built", ["default", "people"])
def test_no_export_names_anybody_unless_asked_to(folders: dict[str, Path], built: str, form: str, tmp_path: Path) -> None:
    asks = next(one.asks for one in FORMATS if one.name == form)
    told = [word for ask in asks for word in TOLD[ask]]
    place = tmp_path / "out"
    result = CliRunner().invoke(main, ["export", form, "-o", str(place), "-g", str(folders[built]), *told])
    assert result.exit_code == 0, result.output
    written = list(files(place)) if place.is_dir() else [place]
    assert {path.name: names for path in written if (names := names_in(path.read_bytes()))} == {}


@pytest.mark.parametrize("form", sorted(figure.name for figure in FIGURES if figure.name in {"svg", "mermaid", "markdown"}))
def test_no_figure_names_anybody(folders: dict[str, Path], form: str) -> None:
    result = CliRunner().invoke(main, ["export", form, "STK-2019-77", "-g", str(folders["people"])])
    assert result.exit_code == 0, result.output
    assert names_in(result.output.encode()) == []


def test_a_diff_names_nobody(folders: dict[str, Path]) -> None:
    result = CliRunner().invoke(main, ["diff", str(folders["default"]), str(folders["people"]), "--format", "json"])
    assert result.exit_code == 0, result.output
    assert names_in(result.output.encode()) == []


def test_people_stand_where_they_are_asked_for(folders: dict[str, Path]) -> None:
    result = CliRunner().invoke(main, ["export", "turtle", "--people", "-g", str(folders["people"])])
    assert result.exit_code == 0
    assert names_in(result.output.encode()) == PARTS
    asked = ["query", "--named", "participants", "--case", "STK-2019-77", "-g", str(folders["people"]), "--format", "csv"]
    assert "Vilma Stenkvist" in CliRunner().invoke(main, asked).output


def test_people_cannot_be_had_of_a_graph_that_was_built_without(folders: dict[str, Path]) -> None:
    result = CliRunner().invoke(main, ["export", "turtle", "--people", "-g", str(folders["default"])])
    assert result.exit_code == 2
    assert "--people" in result.output.splitlines()[-1]


def test_in_the_sample_a_name_stands_only_in_words_of_its_documents(sample: Path) -> None:
    names = {person.name for one in extract_all([sample]) for person in one.people if len(person.name.split()) == 2}
    store = to_store(build_graph([sample]))
    told = {
        (triple.predicate.value.replace("#", "/").rsplit("/", 1)[1], name)
        for triple in store
        if isinstance(triple.object, Literal)
        for name in names
        if name in triple.object.value
    }
    assert {predicate for predicate, _ in told} <= set(WORDS_OF_THE_SOURCES)
    assert not [quad for quad in store if "/person/" in str(quad)]


def test_both_graphs_have_no_violation_and_the_same_statements(folders: dict[str, Path]) -> None:
    counts = []
    for folder in folders.values():
        store = Store()
        store.load(path=folder / "graph.ttl", format=RdfFormat.TURTLE)
        said = store.query("SELECT ?s { ?s a <https://w3id.org/graf/ns#Statement> }")
        counts.append({row["s"].value for row in said})  # type: ignore[union-attr]
    assert counts[0] == counts[1]
