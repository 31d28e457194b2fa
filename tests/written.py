"""Short texts written for tests, and what graf reads in them."""

import hashlib

from graf.extract import extract
from graf.model import Extraction, Parsed, RawText
from graf.parse import parse


def parsed(text: str, municipality: str | None = None) -> Parsed:
    """A text as the extractors see it."""
    return parse(RawText("handling.txt", text, hashlib.sha256(text.encode()).hexdigest()), municipality)


def said(text: str, municipality: str | None = None) -> Extraction:
    """All that a text says."""
    return extract(parsed(text, municipality))
