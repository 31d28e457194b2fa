"""What the signs of a still figure mean, in rows under it; the page has the same list in HTML."""

from collections.abc import Iterator

from graf.write.picture.colours import LIGHT
from graf.write.picture.labels import text_width
from graf.write.picture.scene import Scene
from graf.write.picture.shapes import frame, number, rect, write
from graf.write.picture.words import LANGUAGES, Words, words

_ROW, _SIGN, _GAP, _LEFT = 22.0, 28.0, 20.0, 12.0

KEYS = {
    "legend_main": '<path d="M0 0H28" stroke="{main}" stroke-width="4"/>',
    "legend_branch": '<path d="M0 0H28" stroke="{side}" stroke-width="1.5"/>',
    "legend_stated": '<path d="M0 0H28" stroke="{ink}" stroke-width="2"/>',
    "legend_inferred": '<path d="M0 0H28" stroke="{ink}" stroke-width="2" stroke-dasharray="9 5"/>',
    "legend_held": frame(1, -7, 26, 14, 3, "{main_fill}", "{main}", 2),
    "legend_ghost": frame(1, -7, 26, 14, 3, "{ghost}", "{main}", 2, "5 4"),
    "legend_proposal": frame(1, -7, 26, 14, 3, "{paper}", "{main}", 2),
    "legend_seed": frame(1, -7, 26, 14, 3, "none", "{ink}", 1.5),
    "legend_day": '<circle cx="14" cy="0" r="3" fill="{muted}"/>',
    "legend_span": '<path d="M2 -4v8m0 -4H26m0 -4v8" fill="none" stroke="{muted}" stroke-width="1.5"/>',
    "legend_done": rect(1, -5, 26, 10, "{done}"),
    "legend_open": '<path d="M27 -5H1v10H27M9 -2v4m8 -4v4" fill="none" stroke="{side}" stroke-width="1.5"/>',
    "legend_deadline": rect(10, -9, 5, 18, "{ink}", ' fill-opacity="0.75"'),
    "legend_doubts": '<circle cx="14" cy="0" r="10" fill="{paper}" stroke="{pick}"/>'
    + write("?2", 14, 4, "{pick}", 11, True, middle=True),
}
"""Each sign around the middle of its left edge, by the name of its words."""


_TASKS = {"legend_done", "legend_open", "legend_deadline"}


def keys(scene: Scene) -> tuple[str, ...]:
    """The signs that a picture needs."""
    lacking = set() if scene.bars else _TASKS
    lacking |= set() if any(item.doubts for item in scene.items) else {"legend_doubts"}
    return tuple(name for name in KEYS if name not in lacking)


def legend(top: float, width: float, words: Words, names: tuple[str, ...]) -> Iterator[str]:
    """The legend as parts of an SVG."""
    for name, x, y in _places(width, words, names):
        sign = KEYS[name].format(**{part: getattr(LIGHT, part) for part in LIGHT.__slots__})
        yield f'<g transform="translate({number(x)} {number(top + y)})">{sign}</g>'
        yield write(words.ui[name], x + _SIGN + 6, top + y + 4, LIGHT.muted, size=12)


def legend_height(width: float, names: tuple[str, ...]) -> float:
    """The room it takes, in the language that takes most."""
    return max(max(y for _, _, y in _places(width, words(one), names)) for one in LANGUAGES) + _ROW


def _places(width: float, words: Words, names: tuple[str, ...]) -> Iterator[tuple[str, float, float]]:
    x, y = _LEFT, _ROW
    for name in names:
        room = _SIGN + 6 + text_width(words.ui[name], bold=False)
        if x > _LEFT and x + room > width:
            x, y = _LEFT, y + _ROW
        yield name, x, y
        x += room + _GAP
