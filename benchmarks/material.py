"""Text to measure on: documents put together from the sample's paragraphs, at the density of hits of real documents.

The sample is dense: it was written for what it shows. Real decision documents hold some 1.6 references and 1.2
decision points to a kilobyte, so that paragraphs of prose are mixed in until the documents hold as many references.
Every document begins with a masthead of the sample, and every serial number is a new one. The same on every run.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graf.extract.clauses import find_acts
from graf.matching import find_printed
from graf.read import find_sources, read
from graf.text import Folded

SAMPLE = Path(__file__).resolve().parent.parent / "data" / "sample"
PER_KILOBYTE = 1.6
"""References in a thousand characters."""
_MASTHEAD = 3
"""Paragraphs that a sample document's masthead takes."""
_SERIAL = re.compile(r"(?<=[-/ ])[1-9]\d{2,3}(?![\d.-])")


DECIDING = 0.12
"""Of the paragraphs without a reference, how many decide."""


@dataclass(frozen=True, slots=True)
class Material:
    """The sample's paragraphs, by whether they hold references."""

    mastheads: tuple[str, ...]
    dense: tuple[tuple[str, int], ...]
    """A paragraph and how many references it holds."""
    plain: tuple[str, ...]
    """Paragraphs of prose, without a reference or a verb of decision."""
    deciding: tuple[str, ...]
    """Paragraphs without a reference, with a verb of decision."""


@cache
def material() -> Material:
    """The paragraphs of every readable document of the sample."""
    texts = [read(source).text.replace("\r\n", "\n") for source in find_sources([SAMPLE])]
    split = [[p for p in re.split(r"\n\s*\n", text) if p.strip()] for text in texts]
    counted = [(p, len(find_printed(Folded(p).text))) for paragraphs in split for p in paragraphs[_MASTHEAD:]]
    unnumbered = [p for p, count in counted if not count and len(p) > 60]
    return Material(
        tuple("\n\n".join(paragraphs[:_MASTHEAD]) for paragraphs in split),
        tuple((p, count) for p, count in counted if count),
        tuple(p for p in unnumbered if not find_acts(Folded(p).text, 0, len(p))),
        tuple(p for p in unnumbered if find_acts(Folded(p).text, 0, len(p))),
    )


def documents(total: int, size: int = 20_000) -> Iterator[str]:
    """Documents of ``size`` characters, ``total`` characters in all."""
    chance = random.Random(1809)
    for _ in range(max(1, total // size)):
        yield _document(chance, size)


def _document(chance: random.Random, size: int) -> str:
    rows = material()
    pieces = [chance.choice(rows.mastheads)]
    length, held = len(pieces[0]), 0
    while length < size:
        if held < PER_KILOBYTE * length / 1000:
            piece, count = chance.choice(rows.dense)
        else:
            piece, count = chance.choice(rows.deciding if chance.random() < DECIDING else rows.plain), 0
        pieces.append(piece)
        length, held = length + len(piece) + 2, held + count
    text = _SERIAL.sub(lambda number: _another(chance, number), "\n\n".join(pieces))
    return text[:size]


def _another(chance: random.Random, number: re.Match[str]) -> str:
    """Another number of as many digits; years stay."""
    return number.group() if number.group().startswith(("19", "20")) else str(chance.randrange(100, 999))
