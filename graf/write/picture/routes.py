"""How each line runs: straight where it can, bent around boxes that belong to neither end.

The arithmetic of a bend is vis-network's own (``curvedCW``), so that what is tested here is what is drawn,
and a still figure draws the same curve.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graf.write.picture.layout import Box
from graf.write.picture.scene import Line

_BENDS = (0.0, 0.15, -0.15, 0.22, -0.22, 0.3, -0.3, 0.4, -0.4, 0.5, -0.5)
_SAMPLES = 16
_FINE = 96
_MOST_BOXES = 80
"""In a picture of more boxes than this lines stay straight: to look for ways around them all takes seconds."""
_HEAD, _WING = 12.0, 5.5
"""Length and half width of an arrow's head."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Curve:
    """A line between two boxes: a quadratic curve from middle to middle."""

    source: Box
    target: Box
    roundness: float

    def at(self, share: float) -> Point:
        """A point of it: 0 is the source, 1 the target."""
        return _point(self.source, self.target, self.roundness, share)

    @property
    def tip(self) -> tuple[Point, Point]:
        """Where it meets the target's edge, and a point just before that."""
        shares = [step / _FINE for step in range(1, _FINE + 1)]
        met = next((share for share in shares if _inside(self.at(share), self.target)), 1.0)
        return self.at(met), self.at(max(0.0, met - 0.05))

    @property
    def path(self) -> str:
        """As the path of an SVG, middle to middle; the boxes stand above it."""
        via = _via(self.source, self.target, self.roundness)
        ends = (self.source.x, self.source.y), via, (self.target.x, self.target.y)
        return "M{} {}Q{} {} {} {}".format(*(f"{part:.1f}" for point in ends for part in point))

    @property
    def head(self) -> str:
        """The arrow's head as the path of an SVG."""
        (x, y), (from_x, from_y) = self.tip
        angle = math.atan2(y - from_y, x - from_x)
        back = x - _HEAD * math.cos(angle), y - _HEAD * math.sin(angle)
        aside = _WING * math.sin(angle), -_WING * math.cos(angle)
        corners = (x, y), (back[0] + aside[0], back[1] + aside[1]), (back[0] - aside[0], back[1] - aside[1])
        return "M{} {}L{} {}L{} {}Z".format(*(f"{part:.1f}" for point in corners for part in point))


def curves(lines: Iterable[Line], boxes: Mapping[str, Box], width: float = math.inf) -> dict[str, Curve]:
    """The way of each line, by its id; lines between the same two boxes run apart, and none leaves a picture so wide."""
    pairs: Counter[tuple[str, ...]] = Counter()
    found, all_boxes = {}, tuple(boxes.values())
    for one in lines:
        pair = tuple(sorted((one.source, one.target)))
        ends = boxes[one.source], boxes[one.target]
        found[one.id] = Curve(*ends, bend(*ends, all_boxes, pairs[pair], width))
        pairs[pair] += 1
    return found


def bend(source: Box, target: Box, boxes: Sequence[Box], twins: int, width: float = math.inf) -> float:
    """The roundness of a line: 0 is straight; each twin between the same two boxes bends further."""
    if len(boxes) > _MOST_BOXES:
        return 0.12 * twins
    others = [box for box in boxes if box.id not in {source.id, target.id}]
    best, fewest = 0.0, len(boxes) + 1
    for one in (one + math.copysign(0.15 * twins, one) for one in _BENDS):
        crossed = _crossed(source, target, one, others, width)
        if crossed < fewest:
            best, fewest = one, crossed
        if not fewest:
            break
    return round(best, 2)


def _crossed(source: Box, target: Box, roundness: float, others: Sequence[Box], width: float) -> int:
    """How many boxes a line would run behind; to leave the picture counts as one."""
    points = [_point(source, target, roundness, step / _SAMPLES) for step in range(1, _SAMPLES)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    near = [
        box
        for box in others
        if left < box.right and box.left < right and top < box.y + box.height / 2 and box.y - box.height / 2 < bottom
    ]
    return sum(any(_inside(point, box) for point in points) for box in near) + (left < 0 or width < right)


def _inside(point: Point, box: Box) -> bool:
    return abs(point[0] - box.x) < box.width / 2 and abs(point[1] - box.y) < box.height / 2


def _point(source: Box, target: Box, roundness: float, at: float) -> Point:
    via_x, via_y = _via(source, target, roundness)
    a, b, c = (1 - at) ** 2, 2 * at * (1 - at), at**2
    return a * source.x + b * via_x + c * target.x, a * source.y + b * via_y + c * target.y


def _via(source: Box, target: Box, roundness: float) -> Point:
    if not roundness:
        return (source.x + target.x) / 2, (source.y + target.y) / 2
    dx, dy = target.x - source.x, source.y - target.y
    share = roundness * 0.5 + 0.5
    angle = (math.atan2(dy, dx) + share * math.pi) % (2 * math.pi)
    radius = math.hypot(dx, dy)
    return source.x + share * radius * math.sin(angle), source.y + share * radius * math.cos(angle)
