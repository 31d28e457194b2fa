"""What is kept on disk between commands: a graph folder's model, ``model.json``.

RDF, tables and pages beside it are projections of it.
"""

from pathlib import Path

import msgspec

from graf.errors import GraphFolderError
from graf.model import CaseGraph

MODEL = "model.json"
MANIFEST = "manifest.json"
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
