"""Sending a graph to a real store: what arrives, again and again, half and whole."""

import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest

from graf.errors import PushError
from graf.model import CaseGraph
from graf.push import PROTOCOLS, Access, Batch, Record, Sent, connect, planned, push
from graf.push.http import Connection
from graf.rdf import to_lines
from graf.write.nquads import quads
from tests.factories import TOWN, case, mission
from tests.graphs import HOSTILE, rich
from tests.push.servers import oxigraph

SHARED = "https://w3id.org/graf/id/graf/prov"
LETTER = f"https://w3id.org/graf/id/handling/{TOWN}/0000000000000000"
ADDRESSES = {"store": "store", "update": "update"}
VIA = pytest.mark.parametrize("via", list(PROTOCOLS))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One Oxigraph for all."""
    with oxigraph(tmp_path_factory.mktemp("store")) as url:
        yield url


@pytest.fixture
def url(server: str) -> str:
    """The same, emptied."""
    request = urllib.request.Request(f"{server}/update", b"DROP ALL", {"Content-Type": "application/sparql-update"})
    urllib.request.urlopen(request).close()
    return server


def held(url: str) -> set[str]:
    """Every quad of the store."""
    request = urllib.request.Request(f"{url}/store", headers={"Accept": "application/n-quads"})
    with urllib.request.urlopen(request) as answer:
        content = answer.read()
    return {str(quad) for quad in pyoxigraph.parse(content, pyoxigraph.RdfFormat.N_QUADS)}


def expected(graph: CaseGraph) -> set[str]:
    """Every quad of the graph, those of the default graph in the shared one."""
    store = pyoxigraph.Store()
    store.load("".join(quads(graph)).encode(), pyoxigraph.RdfFormat.N_QUADS)
    shared = pyoxigraph.NamedNode(SHARED)
    default = pyoxigraph.DefaultGraph()
    return {str(pyoxigraph.Quad(q.subject, q.predicate, q.object, shared) if q.graph_name == default else q) for q in store}


def send(graph: CaseGraph, url: str, via: str, record: Record | None = None, size: int = 50) -> Sent:
    address = f"{url}/{ADDRESSES[via]}"
    with planned(graph, SHARED, size) as plan:
        return push(plan, connect(address, Access()), PROTOCOLS[via], address, record or Record())


@VIA
def test_a_store_holds_every_quad_and_hostile_words_unharmed(url: str, via: str) -> None:
    send(rich(), url, via)
    assert held(url) == expected(rich())
    assert str(pyoxigraph.Literal(HOSTILE, language="sv")) in "".join(held(url))


@VIA
@pytest.mark.parametrize("words", ["\\\\u0022 } } ; DROP ALL #", "\\u0022", "a\\\\", '\\"', "\\U0000005C"])
def test_words_that_look_like_escapes_stay_words(url: str, via: str, words: str) -> None:
    graph = CaseGraph(cases=(case("STK-2016-1", title=words),))
    send(graph, url, via)
    assert held(url) == expected(graph)


@VIA
def test_a_second_push_sends_nothing_and_changes_nothing(url: str, via: str) -> None:
    record = Record()
    first = send(rich(), url, via, record)
    assert first.sent > 3
    assert send(rich(), url, via, record) == Sent(0, first.sent, 0)
    assert held(url) == expected(rich())


@VIA
def test_without_a_record_all_is_sent_again_with_the_same_result(url: str, via: str) -> None:
    send(rich(), url, via)
    assert send(rich(), url, via).known == 0
    assert held(url) == expected(rich())


@VIA
def test_what_is_no_more_in_the_graph_goes_from_the_store(url: str, via: str) -> None:
    record = Record()
    send(rich(), url, via, record)
    less = replace(mission()[0], documents=(), statements=(), decisions=(), assignments=())
    assert send(less, url, via, record).dropped == 1
    assert held(url) == expected(less)


class Breaks(Connection):
    """A line that breaks after some requests."""

    def __init__(self, line: Connection, after: int) -> None:
        self.line, self.left = line, after

    def request(self, method: str, url: str, content: bytes | None, form: str | None, params: dict[str, str]) -> None:
        if not self.left:
            raise PushError("the line broke")
        self.left -= 1
        self.line.request(method, url, content, form, params)


@VIA
def test_a_push_that_broke_off_goes_on_where_it_was(url: str, via: str, tmp_path: Path) -> None:
    address = f"{url}/{ADDRESSES[via]}"
    with planned(rich(), SHARED, 20) as plan:
        broken = Breaks(connect(address, Access()), 3)
        with pytest.raises(PushError, match=f"3 of {len(plan)} batches are in the store"):
            push(plan, broken, PROTOCOLS[via], address, Record.of(tmp_path, address, SHARED))
        done = push(plan, connect(address, Access()), PROTOCOLS[via], address, Record.of(tmp_path, address, SHARED))
        assert done == Sent(len(plan) - 3, 3, 0)
    assert held(url) == expected(rich())


def test_a_graph_that_changed_is_sent_anew_and_the_others_are_not(url: str) -> None:
    record = Record()
    send(rich(), url, "store", record, 10_000)
    changed = replace(rich(), cases=(*rich().cases, case("STK-2019-1")))
    assert send(changed, url, "store", record, 10_000) == Sent(1, 1, 0)
    assert held(url) == expected(changed)


def test_batches_are_the_whole_graph_once_each_in_one_named_graph() -> None:
    with planned(rich(), SHARED, 7) as plan:
        batches = list(plan)
    assert sorted(line for batch in batches for line in batch.lines) == sorted(set(to_lines(rich())))
    assert {batch.graph for batch in batches} == {SHARED, LETTER}
    assert sorted(batch.graph for batch in batches if batch.first) == [SHARED, LETTER]
    assert all(len(batch.lines) <= 7 for batch in batches)


def test_a_batch_is_known_by_its_lines() -> None:
    assert Batch("a:b", ("x",), True).digest != Batch("a:b", ("y",), True).digest


def test_a_spoiled_record_is_none(tmp_path: Path) -> None:
    record = Record.of(tmp_path, "http://a", SHARED)
    assert record.place
    record.place.parent.mkdir()
    record.place.write_text("{", encoding="utf-8")
    assert Record.of(tmp_path, "http://a", SHARED).sent == {}


def test_a_record_that_cannot_be_written_is_kept_in_memory(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("", encoding="utf-8")
    record = Record.of(tmp_path, "http://a", SHARED)
    record.write()
    assert record.place is None


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("ftp://localhost/store", "begins with http"),
        ("localhost:7878/store", "begins with http"),
        ("http://anna:hemlig@localhost/store", "does not belong in an address"),
    ],
)
def test_an_address_that_is_none_is_told(url: str, told: str) -> None:
    with pytest.raises(PushError, match=told) as caught:
        connect(url, Access())
    assert "hemlig" not in str(caught.value)


def test_a_store_that_is_not_there_is_told_plainly() -> None:
    address = "http://127.0.0.1:9/store"
    with planned(mission()[0], SHARED) as plan, pytest.raises(PushError, match="is the store running"):
        push(plan, connect(address, Access()), PROTOCOLS["store"], address, Record())


@pytest.mark.parametrize(("path", "status"), [("nothing", "404"), ("query", "404"), ("update", "4..")])
def test_a_wrong_address_of_a_store_is_told_with_what_to_do(url: str, path: str, status: str) -> None:
    address = f"{url}/{path}"
    with planned(mission()[0], SHARED) as plan, pytest.raises(PushError, match=f"answered {status}: .+"):
        push(plan, connect(address, Access()), PROTOCOLS["store"], address, Record())


def test_the_record_lies_in_the_graphs_cache(tmp_path: Path) -> None:
    record = Record.of(tmp_path, "http://a", SHARED)
    record.sent["a:b"] = ["1"]
    record.write()
    assert Record.of(tmp_path, "http://a", SHARED).sent == {"a:b": ["1"]}
    assert Record.of(tmp_path, "http://other", SHARED).sent == {}
    assert [path.parent.name for path in tmp_path.rglob("push-*")] == [".cache"]
