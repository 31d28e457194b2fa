"""A picture as a pyvis network, and vis-network's own script out of the pyvis wheel.

pyvis holds nodes, edges and options; its page is not used: that page asks two content networks for
style sheets, has no doctype and runs titles as HTML. Positions are fixed and physics is off.
"""

import json
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

from pyvis.network import Network

from graf.write.picture.labels import shorten
from graf.write.picture.layout import Box, Picture
from graf.write.picture.routes import bend
from graf.write.picture.scene import Bar, Item, Line, Scene

_OPTIONS = {
    "autoResize": False,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "dragNodes": False,
        "dragView": False,
        "zoomView": False,
        "hover": True,
        "selectConnectedEdges": False,
        "keyboard": {"enabled": False},
        "multiselect": False,
    },
    "nodes": {"shape": "custom", "fixed": True},
    "edges": {"smooth": {"enabled": False}, "selectionWidth": 2, "hoverWidth": 1, "arrowStrikethrough": False},
}

_STRAIGHT = {"enabled": False}
_NODE_DEFAULTS = {"shape": "custom", "color": "#97c2fc"}
"""What pyvis writes into each node and the page has no use for."""
_EDGE_DEFAULTS = {"arrows": "", "dashes": False, "smooth": _STRAIGHT}


def drawing(scene: Scene, picture: Picture) -> dict[str, Any]:
    """What the page's script needs to draw one picture, as plain JSON values."""
    net = Network(directed=True)
    net.set_options(json.dumps(_OPTIONS))
    boxes = {box.id: box for box in picture.boxes}
    for item in scene.items:
        _add_item(net, item, boxes[item.id])
    for bar in scene.bars:
        _add_bar(net, bar, boxes[bar.id])
    pairs: Counter[tuple[str, ...]] = Counter()
    for line in scene.lines:
        pair = tuple(sorted((line.source, line.target)))
        _add_line(net, line, boxes, pairs[pair])
        pairs[pair] += 1
    nodes, edges, _, _, _, options = net.get_network_data()
    return {
        "width": picture.width,
        "height": picture.height,
        "stripes": [{"label": one.label, "top": one.top, "height": one.height} for one in picture.stripes],
        "ticks": [{"x": one.x, "label": one.label, "year": one.year} for one in picture.ticks],
        "nodes": [_without(node, _NODE_DEFAULTS) for node in nodes],
        "edges": [_without(edge, _EDGE_DEFAULTS) for edge in edges],
        "options": json.loads(options),
    }


def _without(part: dict[str, Any], defaults: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in part.items() if name not in defaults or value != defaults[name]}


def _add_item(net: Network, item: Item, box: Box) -> None:
    flags = {"light": item.light, "held": item.held, "proposal": item.proposal, "seed": item.seed}
    look = {"kind": "item", "word": item.word, **{name: True for name, is_so in flags.items() if is_so}, **_extent(box)}
    net.add_node(item.id, shorten(item.label), shape="custom", x=box.x, y=box.y, graf=look)


def _add_bar(net: Network, bar: Bar, box: Box) -> None:
    look = {"kind": "bar", "closed": bar.closed, **_extent(box)}
    net.add_node(bar.id, bar.label, shape="custom", x=box.x, y=box.y, graf=look)


def _extent(box: Box) -> dict[str, Any]:
    return {"width": box.width, "height": box.height, "span": list(box.span) if box.span else None}


def _add_line(net: Network, line: Line, boxes: dict[str, Box], twins: int) -> None:
    net.add_edge(
        line.source,
        line.target,
        id=line.id,
        width=4 if line.main else 1.5,
        dashes=[9, 5] if line.dashed else False,
        arrows={"to": {"enabled": True, "scaleFactor": 0.6}} if line.main else "",
        smooth=_smooth(bend(boxes[line.source], boxes[line.target], tuple(boxes.values()), twins)),
        graf={"main": line.main, "hollow": line.hollow},
    )


def _smooth(roundness: float) -> dict[str, Any]:
    return {"enabled": True, "type": "curvedCW", "roundness": roundness} if roundness else _STRAIGHT


@cache
def vis_script() -> str:
    """vis-network 9.1.2, MIT or Apache 2.0, as the pyvis wheel carries it."""
    path = files("pyvis").joinpath("templates", "lib", "vis-9.1.2", "vis-network.min.js")
    return path.read_text("utf-8").replace("\r\n", "\n")
