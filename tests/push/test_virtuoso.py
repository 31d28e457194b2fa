"""Sending a graph to Virtuoso, another real store, which asks for HTTP Digest; where it is installed."""

import json
import shutil
import urllib.parse
import urllib.request
from collections.abc import Iterator

import pytest

from graf.push import PROTOCOLS, Access, Record, connect, planned, push
from graf.rdf import to_lines
from tests.conftest import NO_VIRTUOSO
from tests.graphs import rich
from tests.push.servers import virtuoso

SHARED = "https://w3id.org/graf/id/graf/prov"
DBA = Access("dba", "dba", digest=True)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One Virtuoso for all."""
    if not shutil.which("virtuoso-t"):
        pytest.skip(NO_VIRTUOSO)
    with virtuoso(tmp_path_factory.mktemp("virtuoso")) as url:
        yield url


def count(url: str) -> int:
    """The triples of graf's named graphs."""
    query = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), 'https://w3id.org/graf/')) }"
    form = urllib.parse.urlencode({"query": query, "format": "application/sparql-results+json"})
    with urllib.request.urlopen(f"{url}/sparql?{form}") as answer:
        return int(json.load(answer)["results"]["bindings"][0]["n"]["value"])


@pytest.mark.parametrize(("via", "path"), [("store", "sparql-graph-crud-auth"), ("update", "sparql-auth")])
def test_virtuoso_holds_every_triple_twice_sent_or_once(server: str, via: str, path: str) -> None:
    address = f"{server}/{path}"
    for _ in range(2):
        with planned(rich(), SHARED, 60) as plan:
            push(plan, connect(address, DBA), PROTOCOLS[via], address, Record())
        assert count(server) == len(set(to_lines(rich())))
