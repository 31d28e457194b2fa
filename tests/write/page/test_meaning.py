"""What a page looks like, compared by meaning: which boxes, lanes and lines there are, where, in what order, in which colours.

``tests/golden/pages`` keeps it for four widths, the same in both themes: a change that is meant is written anew with
``pytest --update-golden`` and read. No two things may overlap and nothing may be lost, whatever the golden file says.
"""

import itertools
import json
from collections.abc import Callable
from typing import Any

import pytest

from graf.model import CaseGraph, Thread
from graf.pipeline import build_graph
from graf.trace import threads
from graf.write.page import thread_page
from tests.browser import Open, Visit
from tests.conftest import ROOT
from tests.factories import mission

pytestmark = pytest.mark.browser

WIDTHS, THEMES = (360, 800, 1280, 1920), ("light", "dark")
PARTS = ("header", ".brief", ".choose", "figure", "#evidence", "#steps", "footer")
MEANING = """(parts) => {
  const words = (node) => (node.graf.lines || [node.graf.label]).map(graf.say);
  const round = (number) => Math.round(number * 10) / 10;
  const box = (node) => [...words(node), ...[node.x, node.y, node.graf.width, node.graf.height].map(round)];
  const kind = (edge) => [edge.graf.main ? 'main' : 'side', edge.dashes ? 'dashed' : 'solid', edge.graf.hollow ? 'hollow' : ''];
  const place = (part) => document.querySelector(part).getBoundingClientRect();
  const beside = place('#evidence').left >= place('figure').right;
  const name = (id) => id.split('/').pop();
  return {
    picture: [graf.drawing.width, graf.drawing.height],
    lanes: graf.drawing.stripes.map((one) => [graf.say(one.label), one.top, one.height]),
    axis: graf.drawing.ticks.map((one) => [graf.say(one.label), one.x]),
    boxes: graf.drawing.nodes.map(box),
    lines: graf.drawing.edges.map((one) => [name(one.from), name(one.to), ...kind(one)]),
    order: parts.slice().sort((one, other) => place(one).top - place(other).top || place(one).left - place(other).left),
    panel: beside ? 'beside the picture' : 'below the picture',
    rows: Array.from(document.querySelectorAll('.steps tbody th .show'), (one) => one.textContent),
  };
}"""
LOST = """async () => {
  const scroll = document.getElementById('scroll'), lost = [];
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (const node of graf.drawing.nodes) {
    const { width, height, lines } = node.graf;
    scroll.scrollTo(node.x - scroll.clientWidth / 2, node.y - scroll.clientHeight / 2);
    await frame();
    const at = graf.network.canvasToDOM({ x: node.x - 30, y: node.y - height / 2 });
    const pixels = document.querySelector('canvas').getContext('2d').getImageData(at.x, at.y, 60, height).data;
    const shades = new Set(Array.from({ length: pixels.length / 4 }, (_, at) => pixels.slice(4 * at, 4 * at + 3).join()));
    if (shades.size < 8) lost.push(node.id);
  }
  return lost;
}"""
COVERED = """() => {
  const ctx = document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(document.body).fontFamily, found = [];
  const boxes = graf.drawing.nodes.map((node) => {
    const { width, height } = node.graf;
    return [node.id, node.x - width / 2, node.y - height / 2, node.x + width / 2, node.y + height / 2];
  });
  ctx.font = '600 12px ' + family;
  graf.drawing.stripes.forEach((one) => {
    const words = graf.say(one.label);
    boxes.push([words, 10, one.top + 6, 10 + ctx.measureText(words).width, one.top + 20]);
  });
  boxes.forEach((one, at) => boxes.slice(at + 1).forEach((other) => {
    if (one[1] < other[3] && other[1] < one[3] && one[2] < other[4] && other[2] < one[4]) found.push([one[0], other[0]]);
  }));
  const ends = graf.drawing.ticks.map((one) => [one.x - ctx.measureText(graf.say(one.label)).width / 2, one.x]);
  ends.slice(1).forEach(([left], at) => { if (left < 2 * ends[at][1] - ends[at][0]) found.push(['axis', at]); });
  return found;
}"""


def meaning(seen: Visit) -> dict[str, Any]:
    found: dict[str, Any] = seen.page.evaluate(MEANING, list(PARTS))
    return found


def told(found: dict[str, Any]) -> str:
    """One thing a line, so that a change is read in a diff."""
    parts = []
    for name, value in found.items():
        rows = value if isinstance(value, list) and value and isinstance(value[0], list) else [value]
        parts += [f"{name}: {json.dumps(row, ensure_ascii=False)}" for row in rows]
    return "\n".join(parts) + "\n"


@pytest.fixture(scope="module")
def pages() -> dict[str, tuple[str, Thread]]:
    """The mission's thread, and the longest of the sample."""
    graph, thread = mission()
    sample: CaseGraph = build_graph([ROOT / "data" / "sample"])
    longest = max(threads(sample), key=lambda one: len(one.steps))
    return {"mission": (thread_page(graph, thread), thread), "sample": (thread_page(sample, longest), longest)}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_means_what_it_meant(
    visit: Open, pages: dict[str, tuple[str, Thread]], golden: Callable[[str, str], None], width: int, theme: str
) -> None:
    golden(f"pages/thread-{width}.txt", told(meaning(visit(pages["mission"][0], width, theme))))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["mission", "sample"])
def test_nothing_overlaps_nothing_is_lost_and_time_runs_from_left_to_right(
    visit: Open, pages: dict[str, tuple[str, Thread]], name: str, width: int, theme: str
) -> None:
    page, thread = pages[name]
    seen = visit(page, width, theme)
    found = meaning(seen)
    assert seen.page.evaluate(COVERED) == []
    assert seen.page.evaluate(LOST) == []
    labels = [step.case.label for step in thread.steps]
    assert found["rows"] == labels
    at = {box[0]: box[-4] for box in found["boxes"]}
    assert all(at[earlier] < at[later] for earlier, later in itertools.pairwise(labels))
    assert found["order"] == sorted(found["order"], key=PARTS.index)


def test_the_colours_of_both_themes(
    visit: Open, pages: dict[str, tuple[str, Thread]], golden: Callable[[str, str], None]
) -> None:
    both = {theme: visit(pages["mission"][0], scheme=theme).page.evaluate("graf.colours") for theme in THEMES}
    golden("pages/colours.txt", "".join(f"{name} {json.dumps(colours)}\n" for name, colours in sorted(both.items())))
