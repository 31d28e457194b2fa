"""A picture as a pyvis network, and vis-network's own script out of the pyvis wheel.

pyvis holds nodes, edges and options; its page is not used: that page asks two content networks for
style sheets, has no doctype and runs titles as HTML. Positions are fixed and physics is off.
"""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from pyvis.network import Network

from graf.write.picture.layout import Box, Picture
from graf.write.picture.phrases import plain
from graf.write.picture.routes import curves
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

_EDGE_DEFAULTS = {"arrows": "", "dashes": False, "smooth": {"enabled": False}}


def drawing(scene: Scene, picture: Picture) -> dict[str, Any]:
    """What the page's script needs to draw one picture, as plain JSON values."""
    nodes, edges, _, _, _, options = network(scene, picture).get_network_data()
    scale = picture.scale
    axis = {"first": scale.first.isoformat(), "last": scale.last.isoformat(), "left": scale.left, "right": scale.right}
    return {
        "width": picture.width,
        "height": picture.height,
        "axis": axis,
        "stripes": [{"label": plain(one.label), "top": one.top, "height": one.height} for one in picture.stripes],
        "ticks": [{"x": one.x, "label": plain(one.label), "year": one.year} for one in picture.ticks],
        "nodes": nodes,
        "edges": edges,
        "options": json.loads(options),
    }


def network(scene: Scene, picture: Picture) -> Network:
    """The network with every node at its place.

    Its lists are filled at once: ``Network.add_node`` looks through all nodes for each new one, which for ten thousand
    takes seconds.
    """
    net = Network(directed=True)
    net.set_options(json.dumps(_OPTIONS))
    boxes = {box.id: box for box in picture.boxes}
    net.nodes = [_item(item, boxes[item.id]) for item in scene.items] + [_bar(bar, boxes[bar.id]) for bar in scene.bars]
    net.node_ids = [node["id"] for node in net.nodes]
    ways = curves(scene.lines, boxes, picture.width)
    net.edges = [_line(line, ways[line.id].roundness) for line in scene.lines]
    return net


def _item(item: Item, box: Box) -> dict[str, Any]:
    names = ("light", "held", "proposal", "seed", "doubts")
    flags = {name: value for name in names if (value := getattr(item, name))}
    return _node(box, {"kind": "item", "lines": [plain(line) for line in item.lines], **flags})


def _bar(bar: Bar, box: Box) -> dict[str, Any]:
    mark = {"mark": list(box.mark)} if box.mark else {}
    return _node(box, {"kind": "bar", "label": plain(bar.label), "state": bar.state, **mark})


def _node(box: Box, look: dict[str, Any]) -> dict[str, Any]:
    extent = {"width": box.width, "height": box.height, "span": list(box.span) if box.span else None}
    return {"id": box.id, "x": box.x, "y": box.y, "graf": look | extent}


def _line(line: Line, roundness: float) -> dict[str, Any]:
    edge = {
        "from": line.source,
        "to": line.target,
        "id": line.id,
        "width": 4 if line.main else 1.5,
        "dashes": [9, 5] if line.dashed else False,
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.6}} if line.main else "",
        "smooth": {"enabled": bool(roundness), **({"type": "curvedCW", "roundness": roundness} if roundness else {})},
        "graf": {name: True for name in ("main", "hollow") if getattr(line, name)},
    }
    return {name: value for name, value in edge.items() if value != _EDGE_DEFAULTS.get(name, ...)}


@cache
def vis_script() -> str:
    """vis-network 9.1.2, MIT or Apache 2.0, as the pyvis wheel carries it."""
    path = files("pyvis").joinpath("templates", "lib", "vis-9.1.2", "vis-network.min.js")
    return path.read_text("utf-8").replace("\r\n", "\n")
