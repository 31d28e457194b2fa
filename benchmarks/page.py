"""How fast pages are built and ready in a browser, beside the page that pyvis writes by itself of the same network.

    python benchmarks/page.py            100 and 1,000 nodes, overviews of 3,000 and 50,000 cases, 10,000 nodes built
    python benchmarks/page.py 100        that many nodes alone

Times are medians of five, in headless Chromium, offline, by the browser's own clock from its start of the page.
Ready: two frames after the network is there, so that it has been seen and the page is free to answer. Answer: from a real
click on a case until the frame that shows the words behind it. Redraw: one whole frame, letters and lines. Work: what the
page's thread did until then, by the processor's clock, which other programs on the machine do not stretch. At rest: until
the physics of stock pyvis say so, given up after two minutes; before that its nodes move, or a bar hides them.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
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
WATCH = """() => {
  const twice = (then) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(then, 0)));
  const seen = (done) => {
    const made = typeof graf !== 'undefined' ? graf.network : typeof network !== 'undefined' ? network : null;
    if (made) twice(() => done(performance.now())); else requestAnimationFrame(() => seen(done));
  };
  window.seen = new Promise(seen);
  window.answered = new Promise((done) => addEventListener('pointerdown', (event) => {
    const watch = new MutationObserver(() => twice(() => done(performance.now() - event.timeStamp)));
    watch.observe(document.getElementById('evidence-title'), { childList: true });
  }, true));
}"""
REDRAW = """async () => {
  for (let turn = 0; turn < 20; turn++) {
    graf.network.redraw();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  }
}"""
PLACE = """() => {
  const view = document.getElementById('view').getBoundingClientRect(), of = graf.network;
  const high = Math.min(view.height, innerHeight - view.y);
  const free = (at) => at.x > 60 && at.x < view.width - 60 && at.y > 60 && at.y < high - 60;
  const at = graf.drawing.nodes.map((node) => of.canvasToDOM(node)).find(free);
  return [view.x + at.x, view.y + at.y];
}"""
GIVEN_UP = 120_000
TURNS = 5


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


def timed(work: Callable[[], object]) -> float:
    """Seconds that something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


class Opened:
    """A page of its own, offline, with what its browser measures."""

    def __init__(self, browser: Browser, html: str) -> None:
        """Opens the page; it is loaded, and may not be ready."""
        place = Path(tempfile.mkdtemp(prefix="graf-")) / "page.html"
        place.write_text(html, encoding="utf-8")
        self.context = browser.new_context(viewport={"width": 1280, "height": 900})
        self.context.set_offline(True)
        self.context.add_init_script(f"({WATCH})()")
        self.page = self.context.new_page()
        self.session = self.context.new_cdp_session(self.page)
        self.session.send("Performance.enable", {"timeDomain": "threadTicks"})
        self.start = time.perf_counter()
        self.page.goto(place.as_uri())

    def ready(self) -> float:
        """Seconds until the picture was seen."""
        return float(self.page.evaluate("() => window.seen")) / 1000

    def work(self) -> float:
        """Milliseconds of the processor that its thread took so far."""
        found = self.session.send("Performance.getMetrics")["metrics"]
        return next(float(one["value"]) * 1000 for one in found if one["name"] == "TaskDuration")

    def redraw(self) -> float:
        """Milliseconds of the processor that one frame takes."""
        before = self.work()
        self.page.evaluate(REDRAW)
        return (self.work() - before) / 20

    def answer(self) -> float:
        """Milliseconds from a click on a case to its words."""
        self.page.mouse.click(*self.page.evaluate(PLACE))
        return float(self.page.evaluate("() => window.answered"))

    def rest(self) -> float:
        """Seconds until the physics of stock pyvis are at rest, or it is given up."""
        self.page.wait_for_function("typeof network !== 'undefined'", timeout=GIVEN_UP)
        self.page.evaluate(
            f"() => new Promise((done) => {{ network.once('stabilized', done); setTimeout(done, {GIVEN_UP}); }})"
        )
        return float(self.page.evaluate("performance.now() / 1000"))


def measure(browser: Browser, html: str) -> tuple[float, float, float, float]:
    """Ready in seconds; work, answer and redraw in milliseconds: of one opening."""
    opened = Opened(browser, html)
    ready, work = opened.ready(), opened.work()
    answer, redraw = opened.answer(), opened.redraw()
    opened.context.close()
    return ready, work, answer, redraw


def middle(rows: list[tuple[float, ...]]) -> list[float]:
    """The median of each column."""
    return [statistics.median(column) for column in zip(*rows, strict=True)]


def compare(browser: Browser, nodes: int) -> None:
    """One row: graf's page of so many nodes, and that of stock pyvis."""
    graph = material(nodes)
    built = timed(lambda: graph_page(graph, limit=nodes))
    html, other = graph_page(graph, limit=nodes), stock(graph)
    ready, work, answer, redraw = middle([measure(browser, html) for _ in range(TURNS)])
    physics = Opened(browser, other)
    rest, size = physics.rest(), len(html.encode()) / 1e6
    physics.context.close()
    print(f"{nodes:>6} nodes  graf: built {built:.2f} s, {size:.2f} MB, ready {ready:.2f} s ({work:.0f} ms of work),", end=" ")
    print(f"answer {answer:.0f} ms, redraw {redraw:.1f} ms")
    print(f"{'':>13} pyvis: {len(other.encode()) / 1e6:.2f} MB, at rest {rest:.1f} s ({rest / ready:.0f} times graf's)")


def large() -> None:
    """Ten thousand nodes, which no user is shown: only that their places are found."""
    graph = material(10_000)

    def build() -> None:
        scene = overview(graph, 10_000).scene
        drawing(scene, arrange(scene, 14_000.0))

    print(f"10,000 nodes  graf: places and network {timed(build):.2f} s; pyvis: network {timed(lambda: stock(graph)):.1f} s")


def search(browser: Browser, cases: int) -> None:
    """The overview of so many cases: until a case has been found and its neighbours drawn."""
    graph = material(cases)
    built = timed(lambda: index_page(graph, ()))
    html = index_page(graph, ())

    def find() -> float:
        opened = Opened(browser, html)
        opened.page.fill("#search", "stk 2007/0007")
        opened.page.press("#search", "Enter")
        opened.page.wait_for_selector("#around:not([hidden]) canvas")
        took = time.perf_counter() - opened.start
        opened.context.close()
        return took

    usable, size = statistics.median(find() for _ in range(TURNS)), len(html.encode()) / 1e6
    print(
        f"{cases:>6} cases  overview: built {built:.2f} s, {size:.2f} MB, a case found and its neighbours drawn {usable:.2f} s"
    )


def main() -> None:
    """All rows, or those asked for."""
    sizes = [int(word) for word in sys.argv[1:]] or [100, 1_000]
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        for nodes in sizes:
            compare(browser, nodes)
        if not sys.argv[1:]:
            search(browser, 3_000)
            search(browser, 50_000)
            large()


if __name__ == "__main__":
    main()
