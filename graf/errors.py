"""Every error graf raises: one root, one plain sentence each, with what to do next.

The library raises; only the command line prints.
"""


class GrafError(Exception):
    """The root of graf's errors; its text is one plain line that a user can act on."""


class UnreadableDocumentError(GrafError):
    """A file whose text cannot be had; ``kind`` is the short code kept in ``problems.csv``."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


class TableError(GrafError):
    """A row of one of graf's own tables is not well formed."""


class UnknownCaseError(GrafError):
    """A registration number that is not in the graph."""


class AmbiguousCaseError(GrafError):
    """A registration number that exists in several municipalities."""


class GraphFolderError(GrafError):
    """A folder that is no graph, or one written by another version of graf."""


class QueryError(GrafError):
    """A SPARQL query that is refused, wrong, or too slow."""


class QuerySyntaxError(QueryError):
    """A text that is no SPARQL query, with the line where that shows."""

    def __init__(self, message: str, line: str, column: int) -> None:
        super().__init__(message)
        self.line = line
        self.column = column
        """Counted from 1."""

    def __reduce__(self) -> tuple[type, tuple[str, str, int]]:
        """It crosses from one process to another whole."""
        return type(self), (str(self), self.line, self.column)


class PushError(GrafError):
    """A store that does not answer, or does not take what it is sent."""


class MissingExtraError(GrafError):
    """Something that an optional package does, which is not installed."""


class RulingError(GrafError):
    """A ruling, or the file of rulings, that is not well formed."""


class GoldError(GrafError):
    """A file or folder of annotated texts that is not in a known form."""
