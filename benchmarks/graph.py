"""How fast a graph is loaded, written and asked, beside rdflib's own engine.

    python benchmarks/graph.py [TRIPLES] [SECONDS]      default: 1000000 60

The graph is made up, in graf's own shape; SECONDS is what rdflib's engine gets for a question. Loading and asking are the best
of three rounds, rdflib's of one. Memory is that of a process of its own. Read the ratios; the seconds depend on the machine
and on what else it does.
"""

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rdflib import Graph
from rdflib.plugins.sparql import prepareQuery

from benchmarks.made import TRIPLES_A_CASE, case_id, graph_of
from graf.model import CaseGraph
from graf.query import Given, questions
from graf.query.engine import answer_from
from graf.query.parameters import bind
from graf.rdf import to_rdf, to_store
from graf.vocab import PREFIXES
from graf.write.nquads import quads
from tests.query.engines import term, words

ROUNDS = 3


class TooSlowError(Exception):
    """The time for a question is over."""


def timed(work: Callable[[], object]) -> float:
    """Seconds of one round."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def resident() -> float:
    """The memory of this process now, in megabytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def peak() -> float:
    """The most memory that this process ever had, in megabytes."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024 / 1e6


def memory_of_store(triples: int) -> tuple[float, float]:
    """Megabytes of the model, and what the loaded store adds."""
    graph = graph_of(triples)
    before = resident()
    store = to_store(graph)
    return before, resident() - before if len(store) else 0.0


def memory_of_quads(triples: int) -> tuple[float, float]:
    """Megabytes of the model, and what writing N-Quads adds at its peak."""
    graph = graph_of(triples)
    before = resident()
    with Path(os.devnull).open("w") as out:
        out.writelines(quads(graph))
    return before, peak() - before


def apart(work: Callable[[int], tuple[float, float]], triples: int) -> tuple[float, float]:
    """The same, measured in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, (triples,))


def loading(graph: CaseGraph) -> Graph:
    """Print how fast the graph becomes a store, beside rdflib's ``Graph.add``; gives rdflib's graph."""
    seconds = min(timed(lambda: to_store(graph)) for _ in range(ROUNDS))
    size = len(to_store(graph))
    start = time.perf_counter()
    peer = to_rdf(graph)
    slow = time.perf_counter() - start
    assert len(peer) == size
    print(f"{size} triples; load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print(f"{'statements to a loaded store':34}{size / seconds:10.0f} triples/s")
    print(f"{'rdflib, Graph.add':34}{size / slow:10.0f} triples/s   graf {slow / seconds:.1f} times as fast")
    return peer


def writing(graph: CaseGraph, triples: int) -> None:
    """Print how fast N-Quads are written, and in what memory."""
    with Path(os.devnull).open("w") as out:
        seconds = timed(lambda: out.writelines(quads(graph)))
    print(f"{'N-Quads written':34}{triples / seconds:10.0f} triples/s")
    for size in (triples // 4, triples // 2, triples):
        model, more = apart(memory_of_quads, size)
        print(f"{f'N-Quads, memory at {size} triples':34}{more:10.0f} MB beside the model's {model:.0f} MB")
    model, more = apart(memory_of_store, triples)
    print(f"{'the loaded store, memory':34}{more:10.0f} MB beside the model's {model:.0f} MB")


def asking(graph: CaseGraph, peer: Graph, patience: int) -> None:
    """Print what every named question takes on both engines."""
    store = to_store(graph)
    print(f"{'question':26}{'rows':>8}{'graf, s':>10}{'rdflib, s':>11}{'ratio':>8}")
    for question in questions():
        given = Given(case=case_id(len(graph.cases) // 2)) if "case" in question.needs else Given()
        answer = answer_from(store, question.text, given, 10_000_000)
        quick = min(timed(lambda q=question, g=given: answer_from(store, q.text, g, 10_000_000)) for _ in range(ROUNDS))  # type: ignore[misc]
        bound = {variable.value: term(value) for variable, value in bind(store, question.text, given).items()}
        rows, slow = patiently(peer, question.text, bound, patience)
        if rows is None:
            told = f"{f'> {patience}':>11}{f'> {patience / quick:.0f}':>8}"
        else:
            same = sorted(map(str, rows)) == sorted(str(tuple(map(words, row))) for row in answer.rows)
            told = f"{slow:11.2f}{slow / quick:8.0f}" + ("" if same else "   rows differ")
        print(f"{question.name:26}{len(answer.rows):8}{quick:10.3f}{told}", flush=True)


def patiently(peer: Graph, text: str, bound: dict[str, object], patience: int) -> tuple[list[object] | None, float]:
    """The rows of rdflib, or None where it takes too long."""

    def stop(*_: object) -> None:
        raise TooSlowError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(patience)
    start = time.perf_counter()
    try:
        found = peer.query(prepareQuery(text, initNs=dict(PREFIXES)), initBindings=bound)  # type: ignore[arg-type]
        return [tuple(map(words, row)) for row in found], time.perf_counter() - start  # type: ignore[arg-type]
    except TooSlowError:
        return None, float(patience)
    finally:
        signal.alarm(0)


def main() -> None:
    """Measure and print."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    patience = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    graph = graph_of(wanted)
    assert len(graph.cases) == wanted // TRIPLES_A_CASE
    peer = loading(graph)
    writing(graph, wanted)
    asking(graph, peer, patience)


if __name__ == "__main__":
    main()
