"""The picture as SVG: vector text, no style sheet, no script, no font of its own, the same places as on the page.

Colours stand in attributes, so that Inkscape, Word, LibreOffice and a page with a strict policy all show the same.
"""

from collections.abc import Iterator
from itertools import count

from graf.write.picture.colours import FONT, LIGHT
from graf.write.picture.layout import Box, Picture
from graf.write.picture.legend import keys as legend_keys
from graf.write.picture.legend import legend, legend_height
from graf.write.picture.routes import Curve, curves
from graf.write.picture.scene import Bar, Item, Line, Scene
from graf.write.picture.shapes import frame, number, rect, text, write
from graf.write.picture.words import Words


def svg(scene: Scene, picture: Picture, words: Words, title: str, describe: str, keys: bool = True) -> str:
    """The picture as the text of one SVG element.

    Args:
        scene: What it shows.
        picture: Where.
        words: The language.
        title: A line for screen readers and tooltips.
        describe: The same content in words.
        keys: Whether the legend stands under the picture.
    """
    signs = legend_keys(scene) if keys else ()
    height = picture.height + (legend_height(picture.width, signs) if signs else 0)
    size = f'width="{number(picture.width)}" height="{number(height)}" viewBox="0 0 {number(picture.width)} {number(height)}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="{FONT}" font-size="13">'
    told = f"<title>{text(title)}</title>\n<desc>{text(describe)}</desc>"
    parts = [head, told, rect(0, 0, picture.width, height, LIGHT.paper), *_parts(scene, picture, words)]
    parts += legend(picture.height, picture.width, words, signs) if signs else []
    return "\n".join([*parts, "</svg>"]) + "\n"


def _parts(scene: Scene, picture: Picture, words: Words) -> Iterator[str]:
    boxes = {box.id: box for box in picture.boxes}
    yield from _ground(picture, words)
    ways = curves(scene.lines, boxes, picture.width)
    for one in scene.lines:
        yield from _line(one, ways[one.id])
    for item in scene.items:
        yield from _item(item, boxes[item.id], words)
    for bar in scene.bars:
        yield from _bar(bar, boxes[bar.id], words)
    for stripe in picture.stripes:
        yield write(words.say(stripe.label), 10, stripe.top + 17, LIGHT.muted, size=12, bold=True, rim=True)


def _ground(picture: Picture, words: Words) -> Iterator[str]:
    for place, stripe in enumerate(picture.stripes):
        yield rect(0, stripe.top, picture.width, stripe.height, LIGHT.paper if place % 2 else LIGHT.band)
    for tick in picture.ticks:
        colour = LIGHT.rule if tick.year else LIGHT.faint
        yield f'<path d="M{number(tick.x)} 28V{number(picture.height)}" stroke="{colour}"/>'
        yield write(words.say(tick.label), tick.x, 20, LIGHT.ink if tick.year else LIGHT.muted, 12, tick.year, middle=True)


def _line(line: Line, curve: Curve) -> Iterator[str]:
    colour, width = (LIGHT.main, 4) if line.main else (LIGHT.side, 1.5)
    dash = ' stroke-dasharray="2 5"' if line.hollow else ' stroke-dasharray="9 5"' if line.dashed else ""
    yield f'<path d="{curve.path}" fill="none" stroke="{colour}" stroke-width="{width}"{dash}/>'
    if line.main:
        yield f'<path d="{curve.head}" fill="{colour}"/>'


def _item(item: Item, box: Box, words: Words) -> Iterator[str]:
    yield f"<g><title>{text(' '.join([item.label, *(words.say(part) for part in item.lines[1:])]))}</title>"
    left, top = box.x - box.width / 2, box.y - box.height / 2
    if item.seed:
        yield frame(left - 4, top - 4, box.width + 8, box.height + 8, 10, "none", LIGHT.ink, 1.5)
    edge, fill = (LIGHT.side, LIGHT.side_fill) if item.light else (LIGHT.main, LIGHT.main_fill)
    fill = LIGHT.paper if item.proposal else fill if item.held else LIGHT.ghost
    yield frame(left, top, box.width, box.height, 6, fill, edge, 1.5 if item.light else 2, "" if item.held else "5 4")
    for place, said in zip(count(), item.lines):
        colour = LIGHT.ink if place == 0 or (item.held and place == 1) else LIGHT.muted
        yield write(words.say(said), box.x, top + 18 + 16 * place, colour, 13 if place < 2 else 12, place == 0, middle=True)
    if item.doubts:
        yield f'<circle cx="{number(box.right)}" cy="{number(top)}" r="10" fill="{LIGHT.paper}" stroke="{LIGHT.pick}"/>'
        yield write(f"?{item.doubts}", box.right, top + 4, LIGHT.pick, 11, True, middle=True)
    yield "</g>"
    yield from _when(box)


def _when(box: Box) -> Iterator[str]:
    """A point for a day; a stretch with ends for a month or a year."""
    if box.span is None:
        return
    y, (first, last) = box.y + box.height / 2 + 8, box.span
    if first == last:
        yield f'<circle cx="{number(first)}" cy="{number(y)}" r="3" fill="{LIGHT.muted}"/>'
    else:
        path = f"M{number(first)} {number(y - 4)}v8m0 -4H{number(last)}m0 -4v8"
        yield f'<path d="{path}" fill="none" stroke="{LIGHT.muted}" stroke-width="1.5"/>'


def _bar(bar: Bar, box: Box, words: Words) -> Iterator[str]:
    start, end = box.span or (box.left, box.right)
    top, colour = box.y + 3, LIGHT.done if bar.closed else LIGHT.side
    yield f"<g><title>{text(words.say(bar.label))}</title>"
    yield write(words.say(bar.label), box.left, box.y - 4, LIGHT.ink)
    if bar.closed:
        yield frame(start, top, end - start, 10, 0, colour, colour, 1.5)
    else:
        open_end = f"M{number(end)} {number(top)}H{number(start)}v10H{number(end)}"
        yield f'<path d="{open_end}" fill="{LIGHT.paper}" stroke="{colour}" stroke-width="1.5"/>'
        ticks = "".join(f"M{number(start + 8 * place)} {number(top + 3)}v4" for place in range(1, int((end - start) / 8)))
        yield f'<path d="{ticks or "M0 0"}" stroke="{colour}"/>'
    if box.mark:
        yield _deadline(box.mark, top)
    yield "</g>"


def _deadline(mark: tuple[float, float], top: float) -> str:
    """The deadline: a bar across, as wide as its days."""
    return rect(mark[0], top - 4, max(3, mark[1] - mark[0]), 18, LIGHT.ink, ' fill-opacity="0.75"')
