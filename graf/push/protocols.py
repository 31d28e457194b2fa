"""The two ways into a SPARQL 1.1 store: the Graph Store Protocol, and SPARQL Update."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

from graf.push.batches import Batch
from graf.push.http import Connection

_TURTLE = "text/turtle; charset=utf-8"
_BACKSLASH_U = re.compile(r"(?<!\\)((?:\\\\)+)([uU])")
_UPDATE = "application/sparql-update; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Protocol:
    """A way to put a batch into a store, and to take a named graph out of it."""

    name: str
    put: Callable[[Connection, str, Batch], None]
    drop: Callable[[Connection, str, str], None]


def _put_graph(connection: Connection, url: str, batch: Batch) -> None:
    """N-Triples go out as the Turtle they are also: every store takes that."""
    content = "".join(batch.lines).encode()
    connection.request("PUT" if batch.first else "POST", url, content, _TURTLE, {"graph": batch.graph})


def _delete_graph(connection: Connection, url: str, graph: str) -> None:
    connection.request("DELETE", url, None, None, {"graph": graph})


def _insert(connection: Connection, url: str, batch: Batch) -> None:
    drop = f"DROP SILENT GRAPH <{batch.graph}> ;\n" if batch.first else ""
    _update(connection, url, f"{drop}INSERT DATA {{ GRAPH <{batch.graph}> {{\n{_in_sparql(batch.lines)}}} }}")


def _drop(connection: Connection, url: str, graph: str) -> None:
    _update(connection, url, f"DROP SILENT GRAPH <{graph}>")


def _update(connection: Connection, url: str, text: str) -> None:
    connection.request("POST", url, text.encode(), _UPDATE, {})


def _in_sparql(lines: tuple[str, ...]) -> str:
    r"""N-Triples as part of an update.

    Stores differ in when they turn ``\uXXXX`` into its sign: inside strings, or before they look for strings, and then even
    after an escaped backslash, so that the words of a document could end the string they stand in. The letter after one is
    therefore an escape itself.
    """
    return _BACKSLASH_U.sub(lambda found: f"{found[1]}\\u{ord(found[2]):04X}", "".join(lines))


STORE: Final = Protocol("store", _put_graph, _delete_graph)
UPDATE: Final = Protocol("update", _insert, _drop)
PROTOCOLS: Final = MappingProxyType({protocol.name: protocol for protocol in (STORE, UPDATE)})
_UPDATES = ("update", "sparql-auth", "statements")
"""How the addresses for updates end in Oxigraph and Fuseki, in Virtuoso, in RDF4J and GraphDB."""


def protocol_for(url: str) -> Protocol:
    """The protocol that an address looks like.

    >>> protocol_for("http://localhost:7878/update").name, protocol_for("http://localhost:7878/store").name
    ('update', 'store')
    """
    return UPDATE if urlsplit(url).path.rstrip("/").endswith(_UPDATES) else STORE
