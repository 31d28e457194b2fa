"""The two pages with a picture: one thread, and the whole graph."""

from collections import Counter
from collections.abc import Iterable

from graf.keys import case_key
from graf.ledger import latest_day
from graf.links import NO_LINKS, Links
from graf.model import CaseGraph, CaseId, Statement, Thread
from graf.write.page.facts import MOST_IN_OVERVIEW, case_fact, linked, names, pair_fact, statement_fact, thread_facts
from graf.write.page.html import asset, render
from graf.write.page.network import drawing, vis_script
from graf.write.page.overview import LIMIT, overview, together
from graf.write.picture.layout import arrange
from graf.write.picture.scene import Scene, action_word, line_id, thread_scene
from graf.write.picture.states import states
from graf.write.picture.words import Words, words

WIDTHS = (740, 840, 1000, 1160)
"""The page takes the widest of these that its window has room for."""
_STEP_ROOM, _CASE_ROOM = 60, 14


def page_name(case: CaseId | None) -> str:
    """The file name of a thread's page, or of the whole graph's.

    >>> page_name(CaseId("1280", "STK-2016-796"))
    'STK-2016-796.html'
    """
    return f"{case_key(case).rsplit('/', 1)[1]}.html" if case else "graf.html"


def thread_page(graph: CaseGraph, thread: Thread, links: Links = NO_LINKS) -> str:
    """The page of one thread: its picture, the words behind each part, and all of it as tables."""
    told = words()
    scene = thread_scene(graph, thread, told)
    data = {
        "drawings": _drawings(scene, {max(width, _STEP_ROOM * len(thread.steps)) for width in WIDTHS}, told),
        "facts": linked(thread_facts(graph, thread, told), links),
        "start": case_key(thread.seed),
        "ui": dict(told.ui),
    }
    return render(
        "thread.html",
        told,
        (vis_script(), asset("page.js")),
        data,
        links=links,
        thread=thread,
        known=names(graph),
        states=states(graph, thread.assignments),
        as_of=latest_day(graph),
    )


def graph_page(graph: CaseGraph, limit: int = LIMIT, links: Links = NO_LINKS) -> str:
    """The page of the whole graph; above ``limit`` cases, of the best connected."""
    told = words()
    shown = overview(graph, told, limit)
    known, few = names(graph), MOST_IN_OVERVIEW
    facts = {case_key(case.id): case_fact(case, shown.whereabouts[case.id].decisions, told, few) for case in shown.cases}
    facts |= {line_id(one): statement_fact(one, known, told, few) for one in shown.statements}
    facts |= {line_id(found[0]): pair_fact(found, known, told) for found in together(shown.statements).values()}
    widths = {max(width, _CASE_ROOM * len(shown.scene.items)) for width in WIDTHS}
    data = {
        "drawings": _drawings(shown.scene, widths, told),
        "facts": linked(facts, links),
        "start": "",
        "look": _busiest(shown.scene),
        "ui": dict(told.ui),
    }
    return render(
        "graph.html",
        told,
        (vis_script(), asset("page.js")),
        data,
        links=links,
        graph=graph,
        shown=shown,
        known=known,
        touching=_touching(shown.statements),
        word_of={case.id: action_word(shown.whereabouts[case.id].decisions, told) for case in shown.cases},
    )


def _drawings(scene: Scene, widths: set[int], told: Words) -> list[dict[str, object]]:
    return [drawing(scene, arrange(scene, float(width), told.months_short)) for width in sorted(widths)]


def _busiest(scene: Scene) -> str:
    """The case with most lines: where a picture too wide for its window opens."""
    ends = Counter(end for one in scene.lines for end in (one.source, one.target))
    return min(ends, key=lambda name: (-ends[name], name), default="")


def _touching(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """The statements that each node ends."""
    found: dict[str, list[Statement]] = {}
    for one in statements:
        for end in {one.subject, one.object}:
            found.setdefault(end, []).append(one)
    return found
