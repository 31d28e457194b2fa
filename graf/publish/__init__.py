"""The ontology as others get it: its files, those of them that follow from the code's own tables, and a page that explains it.

``ontology/cues.ttl`` and ``ontology/context.jsonld`` are made, never written by hand: ``make ontology``.
"""

from collections.abc import Iterator
from pathlib import Path

from graf.errors import GraphFolderError
from graf.ontology import ontology_folder
from graf.publish.context import context_text
from graf.publish.cues import cues_text
from graf.publish.page import page_text

PAGE = "index.html"
MADE = {"context.jsonld": context_text, "cues.ttl": cues_text}
"""The files that follow from others, and what makes them."""


def ontology_files() -> Iterator[Path]:
    """Every file of the ontology, in order of the alphabet."""
    return (path for path in sorted(ontology_folder().iterdir()) if path.is_file())


def publish(folder: Path) -> tuple[str, ...]:
    """Write the ontology's files to a folder, with the page that explains them; returns their names.

    Raises:
        GraphFolderError: The folder cannot be written.
    """
    texts = {path.name: path.read_bytes() for path in ontology_files()} | {PAGE: page_text().encode()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in texts.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        raise GraphFolderError(f"{folder} cannot be written: {error.strerror or error}") from error
    return tuple(sorted(texts))


def make_anew() -> None:
    """Write the files that follow from others where the ontology lies."""
    for name, text in MADE.items():
        (ontology_folder() / name).write_text(text(), encoding="utf-8", newline="\n")
