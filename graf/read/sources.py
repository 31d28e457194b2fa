"""Which files a user means by the files and folders of a command line."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_GENERATOR = b'<meta name="generator" content="graf">'
"""What the pages of ``graf view`` say of themselves."""
_LEFT_BY_SYSTEMS = frozenset({"Thumbs.db", "desktop.ini", "__MACOSX"})
_GRAPH_FOLDER = ("model.json", "manifest.json")
"""What only a folder that ``graf build`` made holds, both of them."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, and the name that outputs know it by."""

    path: Path
    place: str
    """POSIX path relative to the SOURCE it came from; a file given directly has its own name."""
    barred: str = ""
    """Why the search would not follow it: a key of :data:`graf.read.BARRED`; empty for a file to read."""


def find_sources(sources: Iterable[Path], without: Iterable[Path] = ()) -> Iterator[Source]:
    """The files of ``sources`` in order of their place; a folder gives all that lies in it.

    Left out are hidden files and folders, what office programs and systems leave behind (``~$lock``,
    ``Thumbs.db``), the folders of ``without`` (such as the graph folder being written), and the graph
    folders of other builds that lie among the documents.
    What cannot be read is not left out: :func:`graf.read.read` says why.
    A second file at a place already taken by another SOURCE is numbered: ``a.txt``, ``a~2.txt``.
    """
    skipped = frozenset(map(_real, without))
    taken: dict[str, Path] = {}
    for source in sources:
        for found in _below(source, skipped):
            if found.place in taken and _real(taken[found.place]) == _real(found.path):
                continue
            place = _free(found.place, taken)
            taken[place] = found.path
            yield Source(found.path, place, found.barred)


def _below(source: Path, skipped: frozenset[Path]) -> Iterator[Source]:
    if _is_folder(source):
        if _real(source) not in skipped:
            yield from _walk(source, "", _real(source), skipped)
    else:
        yield Source(source, _printable(source.name))


def _walk(folder: Path, prefix: str, root: Path, skipped: frozenset[Path]) -> Iterator[Source]:
    try:
        entries = sorted(os.scandir(folder), key=_in_order_of_whole_paths)
    except OSError:
        yield Source(folder, prefix.rstrip("/") or _printable(folder.name), barred="closed-folder")
        return
    for entry in entries:
        path, place = folder / entry.name, prefix + _printable(entry.name)
        if _is_hidden(entry.name):
            continue
        if entry.is_symlink():
            yield from _linked(path, place, root)
        elif entry.is_dir():
            if _real(path) not in skipped and not all((path / name).is_file() for name in _GRAPH_FOLDER):
                yield from _walk(path, place + "/", root, skipped)
        elif not _is_own_page(path):
            yield Source(path, place)


def _is_own_page(path: Path) -> bool:
    """Whether graf itself wrote a page that was left among the documents."""
    if path.suffix != ".html" or not stat.S_ISREG(_mode(path) or 0):
        return False
    try:
        with path.open("rb") as page:
            return _GENERATOR in page.read(2_000)
    except OSError:
        return False


def _linked(path: Path, place: str, root: Path) -> Iterator[Source]:
    """A link to a folder inside is dropped: its files are found where they lie, and loops end here."""
    leads_out = not _real(path).is_relative_to(root)
    if leads_out and _mode(path) is not None:
        yield Source(path, place, barred="link-outside")
    elif not _is_folder(path):
        yield Source(path, place)


def _in_order_of_whole_paths(entry: os.DirEntry[str]) -> str:
    """A folder sorts as "name/", so that a walk gives the order of the sorted whole paths."""
    is_folder = entry.is_dir(follow_symlinks=False)
    return entry.name + "/" if is_folder else entry.name


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name in _LEFT_BY_SYSTEMS


def _printable(name: str) -> str:
    r"""A name that is not UTF-8 on disk, with its odd bytes as ``\xe5``: outputs are UTF-8."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _free(place: str, taken: dict[str, Path]) -> str:
    folder, _, name = place.rpartition("/")
    stem, dot, suffix = name.rpartition(".") if "." in name[1:] else (name, "", "")
    candidate, number = place, 1
    while candidate in taken:
        number += 1
        candidate = f"{folder}/" * bool(folder) + f"{stem}~{number}{dot}{suffix}"
    return candidate


def is_regular(path: Path) -> bool:
    """Whether it can be opened without waiting: a pipe (FIFO) would hang, a device may never end."""
    return stat.S_ISREG(path.stat().st_mode)


def _is_folder(path: Path) -> bool:
    return stat.S_ISDIR(_mode(path) or 0)


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except OSError:
        return None


def _real(path: Path) -> Path:
    """Like ``Path.resolve``, which raises on a circle of links before Python 3.13."""
    return Path(os.path.realpath(path))
