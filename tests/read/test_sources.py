"""Which files a command line means."""

import os
import shutil
from pathlib import Path

import pytest

from graf.errors import UnreadableDocumentError
from graf.read import find_sources, read


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def places(*sources: Path, without: tuple[Path, ...] = ()) -> list[str]:
    return [source.place for source in find_sources(sources, without)]


def test_files_come_in_the_order_of_their_whole_paths(tmp_path: Path) -> None:
    names = ["a-b.txt", "a.txt", "a/b.txt", "a/c/d.txt", "aa.txt", "ärende.txt", "B.txt"]
    write(tmp_path, *names)
    assert places(tmp_path) == sorted(names)


def test_a_file_given_directly_has_its_own_name(tmp_path: Path) -> None:
    write(tmp_path, "deep/down/a.txt")
    assert places(tmp_path / "deep/down/a.txt") == ["a.txt"]


@pytest.mark.parametrize("name", [".git/config", ".DS_Store", "~$beslut.docx", "x/.hidden.txt", "Thumbs.db", "__MACOSX/a.txt"])
def test_what_nobody_wrote_is_left_out(tmp_path: Path, name: str) -> None:
    write(tmp_path, "a.txt", name)
    assert places(tmp_path) == ["a.txt"]


def test_a_hidden_folder_given_directly_is_meant(tmp_path: Path) -> None:
    write(tmp_path, ".cache/a.txt")
    assert places(tmp_path / ".cache") == ["a.txt"]


def test_a_folder_may_be_left_out(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "graf-out/graph.ttl")
    assert places(tmp_path, without=(tmp_path / "graf-out",)) == ["a.txt"]


def test_equal_places_are_numbered_wherever_the_folders_lie(tmp_path: Path) -> None:
    write(tmp_path / "one", "a.txt", "sub/b")
    write(tmp_path / "two", "a.txt", "a~2.txt", "sub/b")
    expected = ["a.txt", "sub/b", "a~2.txt", "a~2~2.txt", "sub/b~2"]
    assert places(tmp_path / "one", tmp_path / "two") == expected
    shutil.move(tmp_path / "two", tmp_path / "elsewhere")
    assert places(tmp_path / "one", tmp_path / "elsewhere") == expected


def test_the_same_file_named_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    assert places(tmp_path, tmp_path / "a.txt", tmp_path) == ["a.txt"]


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    write(tmp_path, "a/b/c.txt")
    (tmp_path / "a/b/up").symlink_to(tmp_path)
    (tmp_path / "x").symlink_to("y")
    (tmp_path / "y").symlink_to("x")
    assert places(tmp_path) == ["a/b/c.txt", "x", "y"]


def test_a_link_to_a_file_inside_is_followed(tmp_path: Path) -> None:
    write(tmp_path, ".store/1")
    (tmp_path / "a.txt").symlink_to(".store/1")
    (source,) = find_sources([tmp_path])
    assert read(source).text == ".store/1"


def test_links_that_lead_out_are_recorded_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "outside/secret.txt", "in/a.txt")
    (tmp_path / "in/folder").symlink_to(tmp_path / "outside")
    (tmp_path / "in/file.txt").symlink_to(tmp_path / "outside/secret.txt")
    found = {source.place: source.barred for source in find_sources([tmp_path / "in"])}
    assert found == {"a.txt": "", "file.txt": "link-outside", "folder": "link-outside"}


def test_a_link_given_directly_is_followed(tmp_path: Path) -> None:
    write(tmp_path, "real/a.txt")
    (tmp_path / "link").symlink_to("real")
    assert places(tmp_path / "link") == ["a.txt"]


def test_what_cannot_be_read_is_found_so_that_it_can_be_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "broken.txt").symlink_to("nowhere")
    found = [*find_sources([tmp_path, tmp_path / "missing.txt"])]
    kinds = {}
    for source in found:
        with pytest.raises(UnreadableDocumentError) as caught:
            read(source)
        kinds[source.place] = caught.value.kind
    assert kinds == {"broken.txt": "broken-link", "pipe": "not-a-file", "missing.txt": "missing"}


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a/b.txt")
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "a":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert [(source.place, source.barred) for source in find_sources([tmp_path])] == [("a", "closed-folder")]


def test_a_name_that_is_not_utf8_gets_a_place_that_is(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xe5rende.txt")).write_text("x", encoding="utf-8")
    assert places(tmp_path) == ["\\xe5rende.txt"]
