"""The pages in a real browser, offline."""

from typing import Any

import pytest

from graf.keys import case_key
from graf.model import CaseId
from graf.write.picture.scene import line_id
from tests.browser import Open, Visit
from tests.factories import TOWN, mission
from tests.write.page.test_pages import HOSTILE, HOSTILE_PAGES, PAGES

pytestmark = pytest.mark.browser

GRAPH, THREAD = mission()
SEEN = "([id]) => graf.network.getPositions([id])[id]"
AT = """([x, y]) => new Promise((done) => {
  const scroll = document.getElementById('scroll');
  scroll.scrollTo(x - scroll.clientWidth / 2, y - scroll.clientHeight / 2);
  window.scrollTo(0, scroll.getBoundingClientRect().y + window.scrollY + y - scroll.scrollTop - 400);
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const place = graf.network.canvasToDOM({x, y}), view = document.getElementById('view').getBoundingClientRect();
    done([view.x + place.x, view.y + place.y]);
  }));
})"""


def key(number: str) -> str:
    return case_key(CaseId(TOWN, number))


def position(seen: Visit, name: str) -> tuple[float, float]:
    """Where a node stands, in the picture's own units."""
    place = seen.page.evaluate(SEEN, [name])
    return place["x"], place["y"]


def click(seen: Visit, x: float, y: float) -> None:
    """A click on the picture."""
    seen.page.mouse.click(*seen.page.evaluate(AT, [x, y]))
    seen.page.wait_for_timeout(350)


def clean(seen: Visit) -> None:
    assert seen.requests == []
    assert seen.errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_no_request_leaves_the_page_and_nothing_fails(visit: Open, name: str, scheme: str) -> None:
    seen = visit(PAGES[name], scheme=scheme)
    seen.page.wait_for_timeout(200)
    clean(seen)


@pytest.mark.parametrize("width", [1280, 800])
def test_the_five_steps_stand_in_order_and_nothing_has_to_be_scrolled_aside(visit: Open, width: int) -> None:
    seen = visit(PAGES["thread"], width)
    xs = [position(seen, case_key(step.case.id))[0] for step in THREAD.steps]
    assert sorted(xs) == xs
    assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert seen.page.evaluate("(part => part.scrollWidth <= part.clientWidth)(document.getElementById('scroll'))")
    assert seen.page.evaluate("graf.network.getScale()") == 1


@pytest.mark.parametrize("width", [1280, 800])
def test_no_text_is_wider_than_its_box(visit: Open, width: int) -> None:
    seen = visit(PAGES["thread"], width)
    wide: list[Any] = seen.page.evaluate("""() => graf.drawing.nodes.filter((node) => {
      const ctx = document.createElement('canvas').getContext('2d');
      const lines = node.graf.lines || [node.graf.label], family = getComputedStyle(document.body).fontFamily;
      return lines.some((line, at) => {
        ctx.font = (node.graf.kind === 'item' && at === 0 ? '600 ' : '') + '13px ' + family;
        return ctx.measureText(graf.say(line)).width > node.graf.width;
      });
    })""")
    assert wide == []


@pytest.mark.parametrize("width", [1280, 800])
def test_a_click_on_a_step_shows_its_quote_in_context(visit: Open, width: int) -> None:
    seen = visit(PAGES["thread"], width)
    click(seen, *position(seen, key("STK-2017-488")))
    assert seen.page.inner_text("#evidence-title") == "Ärende STK-2017-488"
    assert seen.page.inner_text("#evidence mark") == "beslut i STK-2017-488"
    assert seen.page.inner_text("#evidence blockquote") == "Före. beslut i STK-2017-488 Efter."
    assert seen.page.locator("#evidence-title").is_visible()


def test_a_click_on_an_edge_shows_what_joins_its_ends(visit: Open) -> None:
    seen = visit(PAGES["thread"])
    ends = position(seen, key("STK-2017-1030")), position(seen, key("STK-2018-1094"))
    click(seen, (ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2)
    assert seen.page.inner_text("#evidence-title") == "STK-2018-1094 fortsätter STK-2017-1030"
    assert seen.page.inner_text("#evidence mark") == "STK-2017-1030 och STK-2018-1094"
    shown = seen.page.inner_text("#evidence dl")
    assert all(part in shown for part in ("härlett av graf", "återgivet", "test-rule", "80 %"))


def test_a_click_on_an_assignment_shows_it(visit: Open) -> None:
    seen = visit(PAGES["thread"])
    click(seen, *position(seen, THREAD.assignments[0].key))
    assert seen.page.inner_text("#evidence-title") == "Uppdrag till Stadskontoret"
    assert "december 2018" in seen.page.inner_text("#evidence dl")


@pytest.mark.parametrize("name", [key("STK-2016-796"), line_id(THREAD.branches[0].statement)])
def test_enter_on_a_button_of_the_table_shows_the_same_and_closing_goes_back(visit: Open, name: str) -> None:
    seen = visit(PAGES["thread"])
    button = seen.page.locator(f'button[data-fact="{name}"]').first
    button.focus()
    seen.page.keyboard.press("Enter")
    quote = "beslut i STK-2016-796" if "--" not in name else "ett komplement till ärendet"
    assert quote == seen.page.inner_text("#evidence mark")
    assert seen.page.evaluate("document.activeElement.id") == "evidence-title"
    seen.page.keyboard.press("Escape")
    assert name == seen.page.evaluate("document.activeElement.dataset.fact")


def test_every_stop_of_the_tab_key_is_a_real_control(visit: Open) -> None:
    seen = visit(PAGES["thread"])
    stops = []
    for _ in range(30):
        seen.page.keyboard.press("Tab")
        stops.append(seen.page.evaluate("document.activeElement.tagName + '#' + document.activeElement.id"))
    controls = {"SELECT#language", "SELECT#theme", "INPUT#search", "INPUT#day", "SUMMARY#"}
    assert {"A#", "DIV#scroll", "BUTTON#evidence-close", "BUTTON#", "BODY#"} | controls >= set(stops)
    assert stops.count("BUTTON#") >= 12


def test_the_picture_is_hidden_from_screen_readers_and_described_in_words(visit: Open) -> None:
    seen = visit(PAGES["thread"])
    assert seen.page.get_attribute("#picture", "aria-hidden") == "true"
    assert seen.page.evaluate("document.querySelectorAll('#picture [tabindex=\"0\"]').length") == 0
    assert "tabellen under bilden" in seen.page.inner_text("figcaption")


def test_an_address_with_a_name_opens_that_evidence(visit: Open) -> None:
    seen = visit(PAGES["thread"])
    seen.page.evaluate(f"location.hash = encodeURIComponent('{key('STK-2017-1030')}')")
    seen.page.wait_for_timeout(100)
    assert seen.page.inner_text("#evidence-title") == "Ärende STK-2017-1030"


@pytest.mark.parametrize("name", HOSTILE_PAGES)
def test_hostile_words_do_nothing(visit: Open, name: str) -> None:
    seen = visit(HOSTILE_PAGES[name])
    for button in seen.page.locator(".show").all()[:6]:
        button.press("Enter")
    if name == "thread":
        click(seen, *position(seen, key("STK-2017-488")))
        assert HOSTILE.replace("\u2028", "") in seen.page.inner_text("#evidence mark").replace("\u2028", "").replace("\n", "")
    assert seen.page.locator("img").count() == 0
    clean(seen)


def test_the_overview_finds_a_case_by_part_of_its_number(visit: Open) -> None:
    seen = visit(PAGES["index"])
    seen.page.fill("#search", "2016 796")
    assert seen.page.inner_text("#hits") == "1 av 6 ärenden"
    assert seen.page.get_attribute("#found a", "href") == "STK-2016-796.html"


def test_the_search_of_the_graph_page_leaves_the_rows_that_match(visit: Open) -> None:
    seen = visit(PAGES["graph"])
    seen.page.fill("#search", "upphäver")
    assert seen.page.inner_text("#hits") == "1 av 11 visas"
    assert seen.page.locator("tbody tr:visible").count() == 1
    seen.page.press("#search", "Enter")
    assert seen.page.inner_text("#evidence-title") == "Ärende STK-2017-488"


def test_without_scripts_the_tables_still_tell_all(visit: Open) -> None:
    seen = visit(PAGES["thread"], java_script_enabled=False)
    assert seen.page.locator("#steps q", has_text="beslut i STK-2017-488").is_visible()
    assert seen.page.locator(".still:lang(sv) svg").is_visible()


CONTRAST = """() => {
  const value = (name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  const light = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const ratio = (one, other) => {
    const [low, high] = [light(value(one)), light(value(other))].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const text = [['ink', 'paper'], ['muted', 'paper'], ['muted', 'band'], ['muted', 'ghost'], ['ink', 'main-fill'],
    ['ink', 'side-fill'], ['ink', 'ghost'], ['main', 'paper'], ['side', 'paper'], ['pick', 'paper'],
    ['done', 'paper'], ['mark-ink', 'mark']];
  return text.filter(([one, other]) => ratio(one, other) < 4.5).map((pair) => pair.join(' on '));
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_the_contrast_of_wcag_aa(visit: Open, scheme: str) -> None:
    assert visit(PAGES["thread"], scheme=scheme).page.evaluate(CONTRAST) == []
