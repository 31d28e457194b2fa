"""Places for a scene: time from left to right, one lane per body, no two labels on each other.

Pure arithmetic, so that the interactive page and any still picture agree. World units are CSS pixels:
the page never scales a picture, it takes the widest that fits and scrolls the rest.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from graf.model import DateExpression
from graf.write.picture.labels import text_width
from graf.write.picture.lanes import TASK_RANK, Lane
from graf.write.picture.phrases import Said
from graf.write.picture.scene import Bar, Item, Scene
from graf.write.picture.timeline import Scale, Tick, usable
from graf.write.picture.words import widest

AXIS, HEADER, FLOOR, MARGIN = 34.0, 24.0, 16.0, 14.0
TEXT_LINE, PADDING = 16.0, 10.0
"""The height of a line of a box's text, and what stands above and below its lines together."""
BAR_HEIGHT, ROW_GAP, BAR_GAP, BOX_GAP = 32.0, 28.0, 14.0, 22.0
STEP = 14.0
"""The least distance between two steps of the main line, so that their order always shows."""


@dataclass(frozen=True, slots=True)
class Box:
    """Where one item or bar stands; ``x`` and ``y`` are its middle."""

    id: str
    x: float
    y: float
    width: float
    height: float
    span: tuple[float, float] | None = None
    """The stretch of time that its date covers; a point where the day is known, None where nothing is."""
    mark: tuple[float, float] | None = None
    """The days of an assignment's deadline."""

    @property
    def start(self) -> float:
        """Where its time begins: of a bar, whose label may begin before it, the day it was given."""
        return max(self.left, self.span[0]) if self.span else self.left

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.x - self.width / 2

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Stripe:
    """A lane with its place."""

    label: Said
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A scene with places."""

    width: float
    height: float
    stripes: tuple[Stripe, ...]
    ticks: tuple[Tick, ...]
    boxes: tuple[Box, ...]
    scale: Scale


def arrange(scene: Scene, width: float) -> Picture:
    """Give every item and bar its place; there is room for the words of every language."""
    sizes = {item.id: (_box_width(item), _box_height(item)) for item in scene.items}
    scale = _scale(scene, width, max((size[0] for size in sizes.values()), default=0.0))
    flat = [*_item_boxes(scene.items, sizes, scale), *_bar_boxes(scene.bars, scale, width)]
    things: tuple[Item | Bar, ...] = (*scene.items, *scene.bars)
    stripes, boxes = _stack(flat, {one.id: one.lane for one in things})
    height = stripes[-1].top + stripes[-1].height if stripes else AXIS
    return Picture(width, height, stripes, scale.ticks(), boxes, scale)


def _scale(scene: Scene, width: float, widest_box: float) -> Scale:
    days = [day for item in scene.items if (when := usable(item.when)) for day in (when.earliest, when.latest)]
    days += [day for bar in scene.bars for day in (bar.given, bar.end, bar.deadline and bar.deadline.latest) if day]
    first, last = (min(days), max(days)) if days else (date(2000, 1, 1), date(2000, 12, 31))
    spare = max(timedelta(days=20), timedelta(days=200) - (last - first))
    inset = MARGIN + widest_box / 2
    return Scale(first - spare, last + spare, inset, width - inset)


def _box_width(item: Item) -> float:
    bold, *plain = (widest(line) for line in item.lines)
    return max(text_width(bold), *(text_width(line, bold=False) for line in plain), 0.0) + 20


def _box_height(item: Item) -> float:
    return TEXT_LINE * len(item.lines) + PADDING


def _item_boxes(items: tuple[Item, ...], sizes: Mapping[str, tuple[float, float]], scale: Scale) -> list[Box]:
    main = [item for item in items if item.main]
    at = dict(zip((item.id for item in main), _in_order(main, scale), strict=True))
    at |= {item.id: _middle(when, scale) for item in items if item.id not in at and (when := usable(item.when))}
    at |= _undated([item for item in items if item.id not in at], at, sizes, scale)
    return [Box(item.id, at[item.id], 0, *sizes[item.id], _span(item, scale)) for item in items]


def _undated(
    items: list[Item], at: Mapping[str, float], sizes: Mapping[str, tuple[float, float]], scale: Scale
) -> dict[str, float]:
    """Places for items without a date: beside the item they belong to."""
    beside: Counter[str | None] = Counter()
    places = {}
    for item in items:
        step = at.get(item.near or "", (scale.left + scale.right) / 2)
        aside = _aside(beside[item.near], sizes[item.id][0] + BOX_GAP + 1)
        places[item.id] = min(max(step + aside, scale.left), scale.right)
        beside[item.near] += 1
    return places


def _aside(number: int, room: float) -> float:
    """Where the next of several undated neighbours goes: under its step, then right and left of that in turn."""
    number %= 5
    return room * ((number + 1) // 2) * (1 if number % 2 else -1)


def _middle(when: DateExpression, scale: Scale) -> float:
    return (scale.x(when.earliest) + scale.x(when.latest)) / 2


def _span(item: Item, scale: Scale) -> tuple[float, float] | None:
    when = usable(item.when)
    if when is None or item.guessed:
        return None
    return scale.x(when.earliest), scale.x(when.latest)


def _in_order(main: list[Item], scale: Scale) -> list[float]:
    """Places for the steps: each in the middle of its date, but never left of the step before it."""
    dates = [usable(item.when) for item in main]
    latest = [scale.x(when.latest) if when else scale.right for when in dates]
    for index in range(len(latest) - 2, -1, -1):
        latest[index] = min(latest[index], latest[index + 1] - STEP)
    places: list[float] = []
    for when, limit in zip(dates, latest, strict=True):
        before = places[-1] + STEP if places else scale.left
        wish = _middle(when, scale) if when else before
        places.append(round(max(before, min(wish, limit)), 1))
    return places


def _bar_boxes(bars: tuple[Bar, ...], scale: Scale, width: float) -> list[Box]:
    return [_bar_box(bar, scale, width) for bar in bars]


def _bar_box(bar: Bar, scale: Scale, width: float) -> Box:
    """A bar with room for its label, which may be longer than the bar."""
    start = scale.x(bar.given)
    end = max(scale.x(bar.end), start + 8) if bar.end else width - MARGIN
    wide = min(max(end - start, text_width(widest(bar.label), bold=False)), width - 2 * MARGIN)
    left = max(MARGIN, min(start, width - MARGIN - wide))
    mark = (scale.x(bar.deadline.earliest), scale.x(bar.deadline.latest)) if bar.deadline else None
    return Box(bar.id, left + wide / 2, 0, wide, BAR_HEIGHT, (start, end), mark)


def _stack(boxes: list[Box], lanes: Mapping[str, Lane]) -> tuple[tuple[Stripe, ...], tuple[Box, ...]]:
    """Lanes from top to bottom, each as high as its rows."""
    top, stripes, placed = AXIS, [], []
    by_lane: dict[Lane, list[Box]] = defaultdict(list)
    for box in boxes:
        by_lane[lanes[box.id]].append(box)
    for lane in sorted(by_lane):
        members = by_lane[lane]
        rows = pack(members)
        gap = BAR_GAP if lane.rank == TASK_RANK else ROW_GAP
        tall = max(box.height for box in members) + gap
        for box in members:
            y = top + HEADER + rows[box.id] * tall + box.height / 2
            placed.append(replace(box, y=y))
        height = HEADER + (max(rows.values()) + 1) * tall - gap + FLOOR
        stripes.append(Stripe(lane.said, top, height))
        top += height
    return tuple(stripes), tuple(placed)


def pack(boxes: Iterable[Box]) -> dict[str, int]:
    """The row of each box, the earliest first: the first row in which it touches no other."""
    ends: list[float] = []
    rows: dict[str, int] = {}
    for box in sorted(boxes, key=lambda box: (box.start, box.id)):
        row = next((row for row, end in enumerate(ends) if end + BOX_GAP <= box.left), len(ends))
        ends[row : row + 1] = [box.right]
        rows[box.id] = row
    return rows
