"""How each line runs: straight where it can, bent around boxes that belong to neither end.

The arithmetic of a bend is vis-network's own (``curvedCW``), so that what is tested here is what is drawn.
"""

import math
from collections.abc import Sequence

from graf.write.picture.layout import Box

_BENDS = (0.0, 0.15, -0.15, 0.3, -0.3, 0.5, -0.5)
_SAMPLES = 16
_MOST_BOXES = 120
"""In a picture of more boxes than this lines stay straight: to look for ways around them all takes seconds."""


def bend(source: Box, target: Box, boxes: Sequence[Box], twins: int) -> float:
    """The roundness of a line: 0 is straight; each twin between the same two boxes bends further."""
    if len(boxes) > _MOST_BOXES:
        return 0.12 * twins
    others = [box for box in boxes if box.id not in {source.id, target.id}]
    bends = [one + math.copysign(0.15 * twins, one) for one in _BENDS]
    crossed = {one: _crossed(source, target, one, others) for one in bends}
    best = min(bends, key=lambda one: (crossed[one], abs(one), -one))
    return round(best, 2)


def _crossed(source: Box, target: Box, roundness: float, others: Sequence[Box]) -> int:
    """How many boxes a line would run behind."""
    points = [_point(source, target, roundness, step / _SAMPLES) for step in range(1, _SAMPLES)]
    return sum(any(abs(x - box.x) < box.width / 2 and abs(y - box.y) < box.height / 2 for x, y in points) for box in others)


def _point(source: Box, target: Box, roundness: float, at: float) -> tuple[float, float]:
    """A point of the line, ``at`` 0 at its source and at 1 at its target."""
    via_x, via_y = _via(source, target, roundness)
    a, b, c = (1 - at) ** 2, 2 * at * (1 - at), at**2
    return a * source.x + b * via_x + c * target.x, a * source.y + b * via_y + c * target.y


def _via(source: Box, target: Box, roundness: float) -> tuple[float, float]:
    if not roundness:
        return (source.x + target.x) / 2, (source.y + target.y) / 2
    dx, dy = target.x - source.x, source.y - target.y
    share = roundness * 0.5 + 0.5
    angle = (math.atan2(dy, dx) + share * math.pi) % (2 * math.pi)
    radius = math.hypot(dx, dy)
    return source.x + share * radius * math.sin(angle), source.y + share * radius * math.cos(angle)
