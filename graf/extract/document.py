"""One document, extracted: the pass that the other modules of this folder serve."""

from graf.extract.context import Context
from graf.extract.references import find_references
from graf.model import Extraction, Parsed


def extract(parsed: Parsed) -> Extraction:
    """All that one document says."""
    context = Context(parsed)
    return Extraction(
        parsed.document,
        find_references(context),
    )
