"""What is kept on disk between commands: a graph folder's model, ``model.json``, and the texts it was made of.

RDF, tables and pages beside it are projections of the model. A text is in ``texts/``, under the start of its digest, so
that every quote can be looked up where it stands, long after the documents have moved.
"""

from pathlib import Path

import msgspec

from graf.errors import GraphFolderError
from graf.model import CaseGraph

MODEL = "model.json"
MANIFEST = "manifest.json"
TEXTS = "texts"
FORMAT = 1
"""The version of the stored form; a folder of another version is refused, never guessed at."""


class _Version(msgspec.Struct):
    format: int


class _Stored(_Version):
    graph: CaseGraph


def save_graph(graph: CaseGraph, folder: Path) -> None:
    """Write the model of a graph folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MODEL).write_bytes(msgspec.json.encode(_Stored(FORMAT, graph)))


def load_graph(folder: Path) -> CaseGraph:
    """Read the model of a graph folder.

    Raises:
        GraphFolderError: The folder is no graph, or was written by another version.
    """
    path = folder / MODEL
    if not path.is_file():
        raise GraphFolderError(f"{folder} holds no graph; make one with: graf build SOURCE -o {folder}")
    try:
        stored = path.read_bytes()
        version = msgspec.json.decode(stored, type=_Version).format
        if version != FORMAT:
            message = (
                f"{path} is of version {version}, and this graf reads version {FORMAT}; build the graph anew with: graf build"
            )
            raise GraphFolderError(message)
        return msgspec.json.decode(stored, type=_Stored).graph
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, OSError) as error:
        raise GraphFolderError(f"{path} cannot be read ({error}); build the graph anew with: graf build") from error


def text_name(digest: str) -> str:
    """Where a graph folder keeps the text of a digest.

    >>> text_name("9b2e41c07a55d310" + "0" * 48)
    'texts/9b2e41c07a55d310.txt'
    """
    return f"{TEXTS}/{digest[:16]}.txt"


def keep_text(folder: Path, digest: str, text: str) -> None:
    """Put a text into a graph folder, as read, with its line ends.

    Raises:
        GraphFolderError: The folder cannot be written.
    """
    place = folder / text_name(digest)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode("utf-8"))
    except OSError as error:
        raise GraphFolderError(f"{place} cannot be written: {error.strerror or error}") from error


def text_of(folder: Path, digest: str) -> str | None:
    """The text of a digest as a graph folder holds it; None where it does not, or where it is no text any more."""
    try:
        return (folder / text_name(digest)).read_bytes().decode("utf-8", "replace")
    except OSError:
        return None
