"""Markdown files: text whose marks stay in place, so that a quote is what the file says at its offsets."""

from graf.read import plain
from graf.read.decode import is_text
from graf.read.signatures import format_of

SUFFIXES = (".md", ".markdown")

read = plain.read


def recognises(head: bytes) -> bool:
    """Whether the first bytes are text and no known format; Markdown may begin with a tag."""
    return format_of(head) is None and is_text(head)
