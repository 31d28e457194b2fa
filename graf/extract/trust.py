"""How far the text itself can be trusted: what a poor one does to the confidence of its facts, and what is told of it."""

import dataclasses
from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby

from msgspec.structs import replace

from graf.model import Extraction, Parsed, Problem

POOR = 0.8
"""A text that reads worse is told to the user, and its facts are believed less; ``graf/parse/quality.py`` has the figures."""


RECOGNISED = 0.9
"""What a text that was recognised on pictures is worth at the best: a wrong digit is seen by nobody."""
REPAIRED = 0.85
"""What a fact keeps of its confidence where a sign that it rests on was put right by guess."""


def trust_in(parsed: Parsed) -> float:
    """How far the facts of a text are believed: by how it reads where it reads poorly, and less where it was recognised."""
    return (parsed.quality if parsed.quality < POOR else 1.0) * (RECOGNISED if parsed.recognised else 1.0)


def weighed(extraction: Extraction, parsed: Parsed) -> Extraction:
    """The facts of a text with their confidence times the trust in it, and less where they rest on repaired signs."""
    trust = trust_in(parsed)
    doubtful = parsed.folded.doubtful
    if trust == 1.0 and not doubtful:
        return extraction

    def less(confidence: float, start: int, end: int) -> float:
        repaired = bisect_left(doubtful, start) < bisect_left(doubtful, end)
        return round(confidence * trust * (REPAIRED if repaired else 1.0), 2)

    return dataclasses.replace(
        extraction,
        references=tuple(replace(r, confidence=less(r.confidence, r.span.start, r.span.end)) for r in extraction.references),
        points=tuple(replace(p, confidence=less(p.confidence, p.evidence.start, p.evidence.end)) for p in extraction.points),
        relations=tuple(
            replace(r, confidence=less(r.confidence, r.evidence.start, r.evidence.end)) for r in extraction.relations
        ),
    )


def text_problems(parsed: Parsed) -> Iterator[Problem]:
    """What a user should know of the text: that it reads poorly, that pages have none."""
    name = parsed.document.name
    if parsed.quality < POOR:
        said = f"the text reads poorly ({parsed.quality:.2f} of 1): stray signs, lost spaces, or another language"
        yield Problem(name, "poor-text", f"{said}; its facts are believed less, a better copy would help")
    if parsed.recognised:
        said = "pages that are pictures were read by text recognition (OCR), which mistakes digits and letters"
        yield Problem(name, "recognised", f"{said}; its facts are believed less, check them against the file")
    if repaired := len(parsed.folded.doubtful):
        said = f"{repaired} signs look as if they stand for others (O for 0, a Cyrillic а for a) and were read as those"
        yield Problem(name, "repaired", f"{said}; what rests on them is believed less")
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
