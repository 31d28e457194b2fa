"""Figures and pieces of a thread for reports, pages and notebooks: one file per format, one row each in the table below.

The modules are imported when called: some need a library that only an extra installs.
"""

import importlib
from dataclasses import dataclass

from graf.model import CaseGraph, Thread
from graf.write.picture.words import LANGUAGES


@dataclass(frozen=True, slots=True)
class Figure:
    """A way to write one thread: its name, one line of help, and the module whose ``write`` makes it."""

    name: str
    help: str
    module: str

    def write(self, graph: CaseGraph, thread: Thread, language: str = LANGUAGES[0]) -> bytes:
        """The file's content.

        Raises:
            MissingExtraError: Its library is not installed; the message says how to install it.
        """
        made = importlib.import_module(f"graf.write.figure.{self.module}").write(graph, thread, language)
        return made if isinstance(made, bytes) else str(made).encode()


FIGURES: tuple[Figure, ...] = (
    Figure("docx", "A thread for Word: figure, caption, table of decisions with quotes and sources.", "word"),
    Figure("fragment", "A thread's figure and table as HTML, to paste into a page.", "fragment"),
    Figure("iframe", "A thread's whole page as one element, to paste into a page.", "iframe"),
    Figure("markdown", "A thread as Markdown with footnotes, for Quarto and pandoc.", "markdown"),
    Figure("mermaid", "A thread as a Mermaid diagram.", "mermaid"),
    Figure("pdf", "A thread on A4: figure, table of decisions, sources as footnotes.", "pdf"),
    Figure("png", "A thread's figure as an image.", "png"),
    Figure("svg", "A thread's figure as vector graphics.", "svg"),
)
"""Every format, in order of the alphabet."""
