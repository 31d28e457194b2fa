"""The network as GEXF 1.2, the format of Gephi; written as a stream, like GraphML."""

from collections.abc import Iterable, Iterator, Mapping

import networkx as nx

from graf.model import CaseGraph
from graf.network import to_network
from graf.write.graphml import attribute, columns

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
  <graph mode="static" defaultedgetype="directed">
"""


def write(graph: CaseGraph) -> Iterator[tuple[str, Iterable[str]]]:
    """The one file of this format."""
    yield "graph.gexf", _lines(to_network(graph))


def _lines(network: "nx.MultiDiGraph[str]") -> Iterator[str]:
    nodes = columns(data for _, data in network.nodes(data=True))
    edges = columns(data for _, _, data in network.edges(data=True))
    # Gephi shows the label of the element itself.
    nodes.pop("label", None)
    yield _HEAD
    yield from _declarations("node", "n", nodes)
    yield from _declarations("edge", "e", edges)
    yield "    <nodes>\n"
    for node, data in network.nodes(data=True):
        yield f"      <node id={attribute(node)} label={attribute(data['label'])}>{_values('n', nodes, data)}</node>\n"
    yield "    </nodes>\n    <edges>\n"
    for source, target, key, data in network.edges(keys=True, data=True):
        ends = f"id={attribute(key)} source={attribute(source)} target={attribute(target)} label={attribute(data['relation'])}"
        yield f"      <edge {ends}>{_values('e', edges, data)}</edge>\n"
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _declarations(place: str, letter: str, names: Mapping[str, str]) -> Iterator[str]:
    yield f'    <attributes class="{place}" mode="static">\n'
    for number, (name, kind) in enumerate(names.items()):
        yield f'      <attribute id="{letter}{number}" title="{name}" type="{kind}"/>\n'
    yield "    </attributes>\n"


def _values(letter: str, names: Mapping[str, str], row: Mapping[str, object]) -> str:
    cells = ((number, row[name]) for number, name in enumerate(names) if name in row)
    said = "".join(f'<attvalue for="{letter}{number}" value={attribute(value)}/>' for number, value in cells)
    return f"<attvalues>{said}</attvalues>"
