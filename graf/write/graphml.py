"""The network as GraphML, for Gephi, yEd and Cytoscape.

Written as a stream: networkx builds the whole document as a tree first, which takes half a minute for a million edges.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

import networkx as nx

from graf.model import CaseGraph
from graf.network import to_network

_TYPES = {str: "string", int: "long", float: "double"}
# What XML 1.0 cannot hold even as a reference.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'


def write(graph: CaseGraph) -> Iterator[tuple[str, Iterable[str]]]:
    """The one file of this format."""
    yield "graph.graphml", _lines(to_network(graph))


def _lines(network: "nx.MultiDiGraph[str]") -> Iterator[str]:
    nodes = columns(data for _, data in network.nodes(data=True))
    edges = columns(data for _, _, data in network.edges(data=True))
    yield _HEAD
    yield from _declarations("node", "n", nodes)
    yield from _declarations("edge", "e", edges)
    yield '  <graph edgedefault="directed">\n'
    for node, data in network.nodes(data=True):
        yield f"    <node id={attribute(node)}>{_data('n', nodes, data)}</node>\n"
    for source, target, key, data in network.edges(keys=True, data=True):
        ends = f"id={attribute(key)} source={attribute(source)} target={attribute(target)}"
        yield f"    <edge {ends}>{_data('e', edges, data)}</edge>\n"
    yield "  </graph>\n</graphml>\n"


def columns(rows: Iterable[Mapping[str, object]]) -> dict[str, str]:
    """The name and type of every attribute, in order of the alphabet."""
    types = {name: _TYPES[type(value)] for row in rows for name, value in row.items()}
    return dict(sorted(types.items()))


def _declarations(place: str, letter: str, columns: Mapping[str, str]) -> Iterator[str]:
    for number, (name, kind) in enumerate(columns.items()):
        yield f'  <key id="{letter}{number}" for="{place}" attr.name="{name}" attr.type="{kind}"/>\n'


def _data(letter: str, columns: Mapping[str, str], row: Mapping[str, object]) -> str:
    cells = ((number, row[name]) for number, name in enumerate(columns) if name in row)
    return "".join(f'<data key="{letter}{number}">{_text(value)}</data>' for number, value in cells)


def _text(value: object) -> str:
    # A bare carriage return is read back as a line feed.
    return escape(_UNWRITABLE.sub("\ufffd", str(value)), {"\r": "&#13;"})


def attribute(value: object) -> str:
    """A value between quotes, as XML can hold it."""
    return quoteattr(_UNWRITABLE.sub("\ufffd", str(value)))
