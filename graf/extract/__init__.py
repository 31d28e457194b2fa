"""Document to what it says: references, decision points, relations, sequences, people."""

from graf.extract.document import extract

__all__ = ["extract"]
