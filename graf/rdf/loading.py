"""The graph in Oxigraph, the engine that questions are asked of, and rdflib's view of it."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice

import rdflib
from oxrdflib import OxigraphStore
from pyoxigraph import RdfFormat, Store
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from graf.vocab import PREFIXES

_CHUNK = 50_000
"""Lines that go to the engine at a time: enough to load while the next are made, few enough to hold two of."""


def load_lines(lines: Iterator[str], store: Store | None = None) -> Store:
    """Lines of N-Triples as the default graph of a store, a new one in memory unless another is given.

    The engine reads one piece while the next is made. Blank nodes would lose each other between pieces; graf has none.
    """
    store = Store() if store is None else store
    with ThreadPoolExecutor(1) as loader:
        before: Future[None] | None = None
        while piece := "".join(islice(lines, _CHUNK)):
            if before:
                before.result()
            # lenient: names are made safe where they are made, and to check each anew takes a third of the time
            before = loader.submit(store.load, piece.encode(), format=RdfFormat.N_TRIPLES, lenient=True)
        if before:
            before.result()
    return store


def as_rdflib(store: Store) -> rdflib.Graph:
    """The default graph of a store through rdflib's interface; its queries are answered by Oxigraph.

    A plain string comes out with its datatype, ``xsd:string``, which rdflib's own memory leaves unsaid.
    """
    graph = rdflib.Graph(OxigraphStore(store=store), identifier=DATASET_DEFAULT_GRAPH_ID, bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    return graph
