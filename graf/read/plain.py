"""Text files (``.txt``), and any other file whose content is text."""

from graf.read.decode import decode, is_text
from graf.read.signatures import begins_with_tag, format_of

SUFFIXES = (".txt", ".text", ".asc")


def recognises(head: bytes) -> bool:
    """Whether the first bytes are text and no known format, nor begin with a tag."""
    return format_of(head) is None and is_text(head) and not begins_with_tag(head)


def read(content: bytes) -> str:
    """The text as it stands."""
    return decode(content)
