"""The documents of a gold with their extractions, whatever order these come in."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from graf.model import Extraction
from graf.score.gold import GoldDocument
from graf.score.measure import measure
from graf.score.verdicts import Verdict


def score(gold: tuple[GoldDocument, ...], extractions: Iterable[Extraction]) -> tuple[Verdict, ...]:
    """Every comparison, in order of the gold's documents; texts without gold are left out, gold without text is missed."""
    wanted = {document.name for document in gold}
    found: dict[str, Extraction] = {}
    for extraction in extractions:
        place = extraction.document.name
        name = place if place in wanted else PurePosixPath(place).stem
        if name in wanted:
            found.setdefault(name, extraction)
    kinds = frozenset(reference.kind for document in gold for reference in document.references)
    return tuple(verdict for document in gold for verdict in measure(document, found.get(document.name), kinds))
