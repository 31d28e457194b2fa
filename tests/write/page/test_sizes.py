"""Pages in windows of any size, on a phone, with threads of any length and doubts of any number."""

import dataclasses
import itertools
from typing import Any

import pytest

from graf.keys import case_key
from graf.model import Action, CaseGraph, CaseId, Relation, Thread
from graf.trace import trace
from graf.write.figure import svg
from graf.write.page import thread_page
from tests.browser import Open, Visit
from tests.factories import TOWN, case, day, decision, link, mission, point
from tests.graphs import resolution
from tests.write.page.test_in_browser import clean, click, key, position
from tests.write.page.test_pages import PAGES
from tests.write.page.test_reading import DRAWN, visible_steps

pytestmark = pytest.mark.browser

GRAPH, THREAD = mission()
MAYBE = tuple(CaseId(TOWN, number) for number in ("STK-2012-5", "STK-2013-5"))
SCROLLED = "[document.getElementById('scroll').scrollLeft, window.scrollY]"


@pytest.mark.parametrize("width", [360, 800, 1280, 1920])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_never_wider_than_its_window(visit: Open, name: str, width: int) -> None:
    seen = visit(PAGES[name], width)
    assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("width", [360, 1920])
def test_the_parts_of_a_page_come_in_order_and_do_not_overlap(visit: Open, width: int) -> None:
    page = visit(PAGES["thread"], width).page
    boxes = [page.locator(part).bounding_box() for part in ("header", ".brief", ".choose", "figure", "#steps", "footer")]
    edges: list[Any] = [(box["y"], box["y"] + box["height"]) for box in boxes if box]
    assert len(edges) == 6
    assert all(above[1] <= below[0] + 1 for above, below in itertools.pairwise(edges))


def long_thread(steps: int, title: str = "Rubrik") -> tuple[CaseGraph, Thread]:
    numbers = [f"STK-{2000 + number // 12}-{number + 1}" for number in range(steps)]
    cases = tuple(case(number, held=True, title=title) for number in numbers)
    days = [day(f"{2000 + at // 12}-{at % 12 + 1:02}-07") for at in range(steps)]
    made = tuple(
        decision(number, "Kommunstyrelsen", when, point(Action.ADOPT)) for number, when in zip(numbers, days, strict=True)
    )
    links = tuple(link(later, Relation.CONTINUES, earlier) for earlier, later in itertools.pairwise(numbers))
    graph = CaseGraph(GRAPH.documents, cases, made, statements=links)
    return graph, trace(graph, cases[0].id)


@pytest.mark.parametrize("steps", [1, 200])
def test_a_thread_of_any_length_is_drawn_and_told(visit: Open, steps: int) -> None:
    graph, thread = long_thread(steps)
    seen = visit(thread_page(graph, thread))
    assert len(thread.steps) == steps
    assert len(visible_steps(seen)) == steps
    assert len(seen.page.evaluate(DRAWN)) == steps
    assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert seen.page.locator(".brief ol li").count() == min(steps, 11)
    clean(seen)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_title_of_five_hundred_letters_breaks_nothing(visit: Open, width: int) -> None:
    graph, thread = long_thread(3, "Å" * 500)
    seen = visit(thread_page(graph, thread), width)
    assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    clean(seen)


@pytest.mark.parametrize("width", [360, 1280])
def test_all_of_a_long_title_is_there_and_its_box_keeps_its_size(visit: Open, width: int) -> None:
    graph, thread = long_thread(3, "Ärende " * 70)
    seen = visit(thread_page(graph, thread), width)
    assert seen.page.locator("table.steps th p").first.inner_text() == ("Ärende " * 70).strip()
    assert seen.page.evaluate("Math.max(...graf.drawing.nodes.map((node) => node.graf.width))") < 200


def test_a_thread_of_one_step_says_so_and_shows_its_words(visit: Open) -> None:
    graph, thread = long_thread(1)
    seen = visit(thread_page(graph, thread))
    assert "Ett enda steg" in seen.page.inner_text(".lead")
    assert seen.page.inner_text("#evidence mark") == "en mening"
    click(seen, *position(seen, case_key(thread.seed)))
    assert seen.page.inner_text("#evidence-title") == "Ärende STK-2000-1"


# --- a long picture -----------------------------------------------------------------------------


def test_the_canvas_of_a_long_thread_is_no_larger_than_its_window_and_follows_it(visit: Open) -> None:
    graph, thread = long_thread(200)
    seen = visit(thread_page(graph, thread))
    wide, canvas = seen.page.evaluate(
        "[document.getElementById('picture').clientWidth, document.querySelector('canvas').clientWidth]"
    )
    assert wide >= 60 * 200
    assert canvas < 1280
    last = case_key(thread.steps[-1].case.id)
    click(seen, *position(seen, last))
    assert seen.page.inner_text("#evidence-title") == f"Ärende {thread.steps[-1].case.label}"


def test_what_is_chosen_in_the_table_comes_into_the_picture(visit: Open) -> None:
    graph, thread = long_thread(200)
    seen = visit(thread_page(graph, thread))
    seen.page.locator("table.steps .show").nth(360).press("Enter")
    seen.page.wait_for_timeout(100)
    name = seen.page.evaluate("graf.picked")
    at = seen.page.evaluate(
        "(id) => { const edge = graf.drawing.edges.find((one) => one.id === id); const from = edge ? edge.from : id;"
        " return graf.network.canvasToDOM(graf.network.getPositions([from])[from]).x; }",
        name,
    )
    assert 0 < at < 1280


def test_the_rows_of_a_long_table_are_laid_out_as_they_come_near(visit: Open) -> None:
    graph, thread = long_thread(200)
    seen = visit(thread_page(graph, thread))
    near = "(part) => part.rows[0].checkVisibility({ contentVisibilityAuto: true })"
    shown = seen.page.evaluate(f"Array.from(document.querySelectorAll('.steps tbody'), {near})")
    assert len(shown) == 8
    assert not shown[-1]
    shows = """() => new Promise((done) => {
      const row = Array.from(document.querySelectorAll('.steps tr')).pop();
      const near = () => row.checkVisibility({ contentVisibilityAuto: true });
      const look = () => (near() ? done(row.innerText) : requestAnimationFrame(look));
      row.scrollIntoView();
      look();
    })"""
    assert thread.steps[-1].case.label in seen.page.evaluate(shows)


def test_the_columns_of_a_long_table_stand_below_each_other(visit: Open) -> None:
    graph, thread = long_thread(60)
    seen = visit(thread_page(graph, thread))
    left = "(cell) => Math.round(cell.getBoundingClientRect().x)"
    rows = seen.page.evaluate(f"Array.from(document.querySelectorAll('.steps tr'), (row) => Array.from(row.cells, {left}))")
    lefts = {tuple(row) for row in rows}
    assert len(lefts) == 1


def test_nothing_moves_while_the_page_loads(visit: Open) -> None:
    seen = visit(PAGES["thread"])
    moved = seen.page.evaluate("""() => new Promise((done) => {
      let sum = 0;
      const add = (list) => list.getEntries().forEach((one) => { sum += one.value; });
      new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => done(sum), 200);
    })""")
    assert moved < 0.02


# --- a phone ------------------------------------------------------------------------------------


def drag(seen: Visit, aside: int, down: int) -> None:
    """A finger that goes from the middle of the picture."""
    session = seen.page.context.new_cdp_session(seen.page)
    where: list[dict[str, float]] = [{"x": 180, "y": 300}]
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": where})
    for part in range(1, 11):
        where = [{"x": 180 + aside * part / 10, "y": 300 + down * part / 10}]
        session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": where})
        seen.page.wait_for_timeout(16)
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    seen.page.wait_for_timeout(300)


def test_a_finger_on_the_picture_scrolls_it_and_the_page(visit: Open) -> None:
    seen = visit(PAGES["thread"], 360, has_touch=True)
    seen.page.evaluate("document.getElementById('scroll').scrollIntoView()")
    before = seen.page.evaluate(SCROLLED)
    drag(seen, -100, 0)
    aside = seen.page.evaluate(SCROLLED)
    assert aside[0] > before[0] + 40
    drag(seen, 0, -100)
    assert seen.page.evaluate(SCROLLED)[1] > aside[1] + 40


def test_a_tap_on_a_step_shows_its_words(visit: Open) -> None:
    seen = visit(PAGES["thread"], 360, has_touch=True)
    at = seen.page.evaluate(
        """(id) => {
      document.getElementById('scroll').scrollIntoView();
      const view = document.getElementById('view').getBoundingClientRect();
      const place = graf.network.canvasToDOM(graf.network.getPositions([id])[id]);
      return [view.x + place.x, view.y + place.y];
    }""",
        key("STK-2015-553"),
    )
    seen.page.touchscreen.tap(*at)
    seen.page.wait_for_timeout(350)
    assert seen.page.inner_text("#evidence-title") == "Ärende STK-2015-553"


def test_on_a_phone_each_cell_says_the_name_of_its_column(visit: Open) -> None:
    seen = visit(PAGES["thread"], 360)
    said = "(cell) => getComputedStyle(cell, '::before').content"
    names = seen.page.evaluate(f"Array.from(document.querySelector('.steps tbody tr').cells, {said})")
    assert names == ['"Datum"', '"Organ"', '"Ärende"', '"Vad som beslutades"', '"Hur det hör ihop"']


# --- doubt --------------------------------------------------------------------------------------


def doubtful() -> CaseGraph:
    """The mission's graph, where the newest paper names a case that may be either of two."""
    unsure = resolution("STK 5", None, candidates=MAYBE, reason="ambiguous")
    return dataclasses.replace(GRAPH, resolutions=(unsure,))


def test_a_reference_that_may_mean_two_cases_is_marked_counted_and_told(visit: Open) -> None:
    seen = visit(thread_page(doubtful(), THREAD))
    marks = seen.page.evaluate(
        "graf.drawing.nodes.filter((node) => node.graf.doubts).map((node) => [node.id, node.graf.doubts])"
    )
    assert marks == [[key("STK-2018-1094"), 2]]
    click(seen, *position(seen, key("STK-2018-1094")))
    told = seen.page.inner_text("#evidence dl")
    assert all(part in told for part in ("STK 5", "STK-2012-5", "STK-2013-5"))
    assert "kan avse så många ärenden" in seen.page.inner_text(".legend")


def test_the_mark_of_doubt_is_painted_and_only_where_there_is_doubt(visit: Open) -> None:
    corner = """(id) => {
      const node = graf.drawing.nodes.find((one) => one.id === id), ratio = window.devicePixelRatio;
      const at = graf.network.canvasToDOM({ x: node.x + node.graf.width / 2, y: node.y - node.graf.height / 2 });
      const place = [at.x - 12, at.y - 12, 24, 24].map((part) => part * ratio);
      const pixels = document.querySelector('canvas').getContext('2d').getImageData(...place).data;
      const rose = (at) => pixels[4 * at] > 140 && pixels[4 * at + 1] < 120;
      return Array.from({ length: pixels.length / 4 }, (_, at) => rose(at)).filter(Boolean).length;
    }"""
    without, with_mark = (
        visit(page).page.evaluate(corner, key("STK-2018-1094")) for page in (PAGES["thread"], thread_page(doubtful(), THREAD))
    )
    assert without == 0
    assert with_mark > 20


def test_the_figure_marks_doubt_and_explains_it() -> None:
    sure, unsure = svg.write(GRAPH, THREAD, "sv"), svg.write(doubtful(), THREAD, "sv")
    assert unsure.count(">?2</text>") == 2
    assert "kan avse så många ärenden" in unsure
    assert "kan avse så många ärenden" not in sure
