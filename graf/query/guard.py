"""What a query may not do: change the graph, reach the network, read other files."""

from collections.abc import Iterable, Iterator

from pyparsing import ParseException
from rdflib.plugins.sparql.parser import parseQuery, parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue

from graf.errors import QueryError, QuerySyntaxError
from graf.query.syntax import syntax_error

_REFUSED = {
    "ServiceGraphPattern": "SERVICE is refused: a query reads this graph alone and never the network",
    "DatasetClause": "FROM is refused: a graph folder is one graph, which every query reads",
}


def check(text: str) -> None:
    """Let a query pass that only reads this graph.

    Raises:
        QueryError: It would change something, reach out, or is no SPARQL 1.1 query.
    """
    for part in _parts(_parsed(text)):
        if part.name in _REFUSED:
            raise QueryError(_REFUSED[part.name])


def _parsed(text: str) -> object:
    try:
        return parseQuery(text)
    except (ParseException, RecursionError) as error:
        if _is_update(text):
            raise QueryError("INSERT, DELETE, LOAD and other updates are refused: build the graph anew to change it") from None
        if isinstance(error, RecursionError):
            raise QueryError("the query is nested too deeply") from None
        if error.msg.startswith("Expected {SelectQuery"):
            message = f"line {error.lineno}, column {error.column}: expected SELECT, ASK, CONSTRUCT or DESCRIBE"
            raise QuerySyntaxError(message, error.line, error.column) from None
        if told := syntax_error(text):
            raise told from None
        raise QueryError(f"line {error.lineno}: this is no SPARQL 1.1 query: {error.msg}") from None


def _is_update(text: str) -> bool:
    try:
        return any(part.name != "Update" for part in _parts(parseUpdate(text)))
    except (ParseException, RecursionError):
        return False


def _parts(tree: object) -> Iterator[CompValue]:
    """Every part of a parsed query, however deep."""
    waiting = [tree]
    while waiting:
        part = waiting.pop()
        if isinstance(part, CompValue):
            yield part
            waiting.extend(part.values())
        elif isinstance(part, Iterable) and not isinstance(part, str):
            # Not by its values: what the parser gathers calls itself a mapping too, of its named parts alone.
            waiting.extend(part)
