"""Text to document: what its masthead says, its sections, and the items of minutes."""

from graf.parse.document import parse

__all__ = ["parse"]
