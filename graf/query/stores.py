"""The store that a graph folder's questions are asked of: in memory, or for a large graph on disk, made once.

A graph of a million triples takes 3 s to read into memory, each time; on disk it takes 8 s once and then opens in 0.05 s.
The disk's copy is a cache: it lies in ``GRAPH/.cache``, bears the digest of the file it was made from, and may be thrown away.
"""

import hashlib
import shutil
import tempfile
from pathlib import Path

import rdflib
from pyoxigraph import RdfFormat, Store

from graf.errors import GraphFolderError
from graf.rdf import as_rdflib

FILE = "graph.ttl"
CACHE = ".cache"
LARGE = 8_000_000
"""Bytes of Turtle from which a store on disk pays: some 200,000 triples, which take half a second to read."""


def open_rdflib(folder: Path) -> rdflib.Graph:
    """A graph folder as an ``rdflib.Graph`` whose queries Oxigraph answers; one on disk cannot be changed.

    Raises:
        GraphFolderError: The folder holds no graph that can be read.
    """
    return as_rdflib(open_store(prepare(folder)))


def prepare(folder: Path, large: int = LARGE) -> Path:
    """Where the store of a graph folder is: a folder on disk, made now if it is not there, or the file to read into memory.

    Raises:
        GraphFolderError: The folder holds no graph that can be read.
    """
    path = folder / FILE
    if not path.is_file():
        raise GraphFolderError(f"{folder} holds no {FILE}; make it with: graf build SOURCE -o {folder}")
    if path.stat().st_size < large:
        return path
    with path.open("rb") as file:
        made = folder / CACHE / f"store-{hashlib.file_digest(file, 'sha256').hexdigest()[:16]}"
    return made if made.is_dir() or _make(path, made) else path


def _make(path: Path, place: Path) -> bool:
    """Make the store beside its place and move it there at once; false where the folder cannot be written."""
    try:
        place.parent.mkdir(exist_ok=True)
        making = Path(tempfile.mkdtemp(prefix="making-", dir=place.parent))
    except OSError:
        return False
    try:
        _fill(Store(making), path)
        for old in place.parent.glob("store-*"):
            shutil.rmtree(old, ignore_errors=True)
        making.replace(place)
    except OSError:
        # Another process was faster, or the disk is full; the first is as good, the second not our matter here.
        return place.is_dir()
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return True


def open_store(place: Path) -> Store:
    """The store at what :func:`prepare` gave."""
    if place.is_dir():
        return Store.read_only(str(place))
    store = Store()
    _fill(store, place)
    return store


def _fill(store: Store, path: Path) -> None:
    try:
        store.bulk_load(path=path, format=RdfFormat.TURTLE)
        store.flush()
    except (SyntaxError, OSError) as error:
        raise GraphFolderError(f"{path} cannot be read ({error}); build the graph anew with: graf build") from error
