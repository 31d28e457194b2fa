"""How fast pages are built and ready in a browser, beside the page that pyvis writes by itself of the same network.

    python benchmarks/page.py            100 and 1,000 nodes, an overview of 3,000 cases, 10,000 nodes built
    python benchmarks/page.py 100        that many nodes alone

Times are medians of three, in headless Chromium, offline. Ready: from the browser's start of
the page, by its own clock, until its network has been drawn. At rest: until the physics of stock pyvis say so, given up
after two minutes.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from pyvis.network import Network

from graf.keys import case_key
from graf.model import (
    Action,
    Case,
    CaseGraph,
    CaseId,
    DateExpression,
    Decision,
    DecisionPoint,
    Evidence,
    Modality,
    Relation,
    Statement,
    Status,
)
from graf.write.page import graph_page, index_page
from graf.write.page.network import drawing
from graf.write.page.overview import overview
from graf.write.picture.layout import arrange
from tests.browser import FLAGS, find_chromium

BODIES = ("Kommunfullmäktige", "Kommunstyrelsen", "Kulturnämnden", "Stadskontoret")
READY = "window.graf && graf.network && graf.network.body.nodeIndices.length > 0"
REDRAW = """() => {
  const start = performance.now();
  for (let turn = 0; turn < 10; turn++) graf.network.body.emitter.emit('_redraw');
  return (performance.now() - start) / 10;
}"""
DRAWN_AT = "performance.getEntriesByName('graf')[0].startTime / 1000"
GIVEN_UP = 120_000


def material(cases: int) -> CaseGraph:
    """So many cases with a decision each, and half as many statements again; the same every time."""
    chance = random.Random(7)
    evidence = Evidence("protokoll.md", 0, 40, "kommunstyrelsen beslutar att anta planen", "Före. ", " Efter.")
    ids = [CaseId("1280", f"STK-{2000 + number % 20}-{number}") for number in range(cases)]
    days = [date(2000, 1, 1) + timedelta(days=chance.randrange(7300)) for _ in ids]
    point = DecisionPoint(Action.ADOPT, Modality.DECIDED, evidence, "test", 0.9)
    decisions = tuple(
        Decision(
            f"beslut/{one}",
            one,
            chance.choice(BODIES),
            DateExpression(when.isoformat(), when, when),
            None,
            Modality.DECIDED,
            (point,),
        )
        for one, when in zip(ids, days, strict=True)
    )
    pairs = {tuple(sorted(chance.sample(range(cases), 2))) for _ in range(cases * 3 // 2)}
    said = (Status.STATED, Modality.DECIDED, 0.95, "plain-reference", (evidence,))
    statements = tuple(
        Statement(case_key(ids[late]), Relation.REFERS_TO, case_key(ids[early]), *said) for early, late in sorted(pairs)
    )
    held = tuple(Case(one, one.key, f"Ärende om plan {at}", True, (one.key,), ("protokoll.md",)) for at, one in enumerate(ids))
    return CaseGraph(cases=held, decisions=decisions, statements=statements)


def stock(graph: CaseGraph) -> str:
    """The page of pyvis itself, everything inlined as far as it goes."""
    net = Network(directed=True, cdn_resources="in_line")
    for case in graph.cases:
        net.add_node(case_key(case.id), case.label)
    for one in graph.statements:
        net.add_edge(one.subject, one.object)
    return str(net.generate_html())


def median(measure: Callable[[], float], times: int = 3) -> float:
    """The middle of several measurements."""
    return statistics.median(measure() for _ in range(times))


def timed(work: Callable[[], object]) -> float:
    """Seconds that something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def opened(browser: Browser, html: str, until: Callable[[Page], object]) -> tuple[float, Page]:
    """Seconds from asking for a page until it is as asked for."""
    place = Path(tempfile.mkdtemp(prefix="graf-")) / "page.html"
    place.write_text(html, encoding="utf-8")
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_offline(True)
    page = context.new_page()
    start = time.perf_counter()
    page.goto(place.as_uri())
    until(page)
    return time.perf_counter() - start, page


def drawn(browser: Browser, html: str) -> Page:
    """A page of graf whose network is drawn."""
    return opened(browser, html, lambda page: page.wait_for_function(READY))[1]


def rests(page: Page) -> None:
    """Until the physics are at rest, or it is given up."""
    page.wait_for_function("typeof network !== 'undefined'", timeout=GIVEN_UP)
    page.evaluate(
        f"() => new Promise((done) => {{ network.once('stabilized', done); setTimeout(done, {GIVEN_UP}); }})",
    )


def compare(browser: Browser, nodes: int) -> None:
    """One row: graf's page of so many nodes, and that of stock pyvis."""
    graph = material(nodes)
    built = median(lambda: timed(lambda: graph_page(graph, limit=nodes)))
    html, other = graph_page(graph, limit=nodes), stock(graph)
    ready = median(lambda: drawn(browser, html).evaluate(DRAWN_AT))
    redraw = median(lambda: drawn(browser, html).evaluate(REDRAW))
    rest = opened(browser, other, rests)[1].evaluate("performance.now() / 1000")
    size = len(html.encode()) / 1e6
    print(f"{nodes:>6} nodes  graf: built {built:.2f} s, {size:.2f} MB, ready {ready:.2f} s, redraw {redraw:.1f} ms")
    print(f"{'':>13} pyvis: {len(other.encode()) / 1e6:.2f} MB, at rest {rest:.1f} s ({rest / ready:.0f} times graf's)")


def large() -> None:
    """Ten thousand nodes, which no user is shown: only that their places are found."""
    graph = material(10_000)

    def build() -> None:
        scene = overview(graph, 10_000).scene
        drawing(scene, arrange(scene, 14_000.0))

    print(f"10,000 nodes  graf: places and network {timed(build):.2f} s; pyvis: network {timed(lambda: stock(graph)):.1f} s")


def search(browser: Browser) -> None:
    """The overview of 3,000 cases: until a case has been found and its neighbours drawn."""
    html = index_page(material(3_000), ())

    def find(page: Page) -> None:
        page.fill("#search", "stk 2007/0007")
        page.press("#search", "Enter")
        page.wait_for_selector("#around:not([hidden]) canvas")

    usable = median(lambda: opened(browser, html, find)[0])
    print(f" 3,000 cases  overview: {len(html.encode()) / 1e6:.2f} MB, a case found and its neighbours drawn {usable:.2f} s")


def main() -> None:
    """All rows, or those asked for."""
    sizes = [int(word) for word in sys.argv[1:]] or [100, 1_000]
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        for nodes in sizes:
            compare(browser, nodes)
        if not sys.argv[1:]:
            search(browser)
            large()


if __name__ == "__main__":
    main()
