"""A thread on A4 as PDF: the figure as vectors, the table of decisions, sources as footnotes; tagged for screen readers."""

import importlib
import json
import tempfile
from dataclasses import asdict
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from graf.errors import MissingExtraError
from graf.model import CaseGraph, Thread
from graf.write.figure.report import report
from graf.write.picture.still import description, thread_figure
from graf.write.picture.words import words

_NEEDED = "PDF files need typst; install it with: pip install 'graf-lineage[pdf]'"


def write(graph: CaseGraph, thread: Thread, language: str) -> bytes:
    """The file.

    Raises:
        MissingExtraError: The library that sets the page is not installed.
    """
    told = asdict(report(graph, thread, language)) | {"alt": description(thread, words(language))}
    with tempfile.TemporaryDirectory(prefix="graf-") as name, as_file(files("graf.write.figure").joinpath("fonts")) as fonts:
        folder = Path(name)
        (folder / "figure.svg").write_text(thread_figure(graph, thread, language), encoding="utf-8")
        (folder / "report.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        (folder / "report.typ").write_text(_template(), encoding="utf-8")
        return bytes(
            _library().compile(
                folder / "report.typ", root=folder, font_paths=[fonts], ignore_system_fonts=True, format="pdf", timestamp=0
            )
        )


def _template() -> str:
    return files("graf.write.figure").joinpath("report.typ").read_text("utf-8")


def _library() -> Any:
    try:
        return importlib.import_module("typst")
    except ImportError as error:
        raise MissingExtraError(_NEEDED) from error
