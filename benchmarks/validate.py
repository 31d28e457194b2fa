"""How long ``graf validate`` takes beside pySHACL alone, on a made-up graph in graf's own shape: seconds of the processor.

Run: ``python -m benchmarks.validate [TRIPLES] [--all]``. pySHACL alone is given the same graph, in rdflib's memory, and the
shapes as the file has them: without their SPARQL constraints, and with ``--all`` with them too, which takes long.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyshacl
import rdflib
from rdflib import SH

from benchmarks.made import graph_of
from graf.rdf import to_lines
from graf.validate import validate
from graf.validate.material import open_graph, to_rdflib
from graf.validate.shapes import constraint_findings, core_findings, shapes
from graf.validate.templates import template_findings


def main(triples: int, with_constraints: bool) -> None:
    """Print the seconds of each part, and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.nt"
        path.write_text("".join(sorted(set(to_lines(graph_of(triples))))), encoding="utf-8")
        whole = timed("graf validate", lambda: validate(path))
        store = open_graph(path)
        print(f"  of {len(store):,} triples")
        timed("  open", lambda: open_graph(path))
        timed("  into rdflib", lambda: to_rdflib(store))
        graph = to_rdflib(store)
        timed("  SHACL Core by pySHACL", lambda: list(core_findings(graph)))
        timed("  SPARQL constraints by Oxigraph", lambda: list(constraint_findings(store)))
        timed("  templates of IRIs", lambda: list(template_findings(store)))
        loading = timed("pySHACL alone: into rdflib", lambda: rdflib.Graph().parse(path, format="nt"))
        alone = timed("pySHACL alone: SHACL Core", lambda: by_pyshacl(graph, without_constraints()))
        print(f"graf validate to pySHACL alone: {whole / (loading + alone):.2f}")
        if with_constraints:
            alone = timed("pySHACL alone: all", lambda: by_pyshacl(graph, shapes()))
            print(f"graf validate to pySHACL alone, all: {whole / (loading + alone):.3f}")


def timed(name: str, work: Callable[[], object]) -> float:
    """Do the work, print its seconds, and return them."""
    start = time.process_time()
    work()
    seconds = time.process_time() - start
    print(f"{name:<34}{seconds:8.2f} s", flush=True)
    return seconds


def without_constraints() -> rdflib.Graph:
    """The shapes as the file has them, but for their SPARQL constraints."""
    kept = rdflib.Graph()
    for triple in shapes():
        if triple[1] != SH.sparql:
            kept.add(triple)
    return kept


def by_pyshacl(graph: rdflib.Graph, shaped: rdflib.Graph) -> None:
    """Validate as anybody would."""
    pyshacl.validate(graph, shacl_graph=shaped, inplace=True, inference="none")


if __name__ == "__main__":
    sizes = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    main(sizes[0] if sizes else 100_000, "--all" in sys.argv)
