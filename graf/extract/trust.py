"""How far the text itself can be trusted: what a poor one does to the confidence of its facts, and what is told of it."""

import dataclasses
from collections.abc import Iterator
from itertools import groupby

from msgspec.structs import replace

from graf.model import Extraction, Parsed, Problem

POOR = 0.8
"""A text that reads worse is told to the user, and its facts are believed less; ``graf/parse/quality.py`` has the figures."""


def weighed(extraction: Extraction, quality: float) -> Extraction:
    """The facts of a poor text with their confidence times its quality; those of any other as they are."""
    if quality >= POOR:
        return extraction
    return dataclasses.replace(
        extraction,
        references=tuple(replace(row, confidence=round(row.confidence * quality, 2)) for row in extraction.references),
        points=tuple(replace(row, confidence=round(row.confidence * quality, 2)) for row in extraction.points),
        relations=tuple(replace(row, confidence=round(row.confidence * quality, 2)) for row in extraction.relations),
    )


def text_problems(parsed: Parsed) -> Iterator[Problem]:
    """What a user should know of the text: that it reads poorly, that pages have none."""
    name = parsed.document.name
    if parsed.quality < POOR:
        said = f"the text reads poorly ({parsed.quality:.2f} of 1): stray signs, lost spaces, or another language"
        yield Problem(name, "poor-text", f"{said}; its facts are believed less, a better copy would help")
    empty = [number for number, page in enumerate(parsed.pages, 1) if not parsed.text[page.start : page.end].strip()]
    if empty:
        said = f"of {len(parsed.pages)} pages these have no text: {_runs(empty)}"
        yield Problem(name, "pages-without-text", f"{said}; they are scans, pictures or damaged, and were left out")


def _runs(numbers: list[int]) -> str:
    """Numbers in short form.

    >>> _runs([1, 2, 3, 7])
    '1-3, 7'
    """
    runs = [[number for _, number in run] for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
