"""The two pages with a picture: one thread, and the whole graph."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from markupsafe import Markup

from graf.keys import case_key
from graf.ledger import latest_day
from graf.links import NO_LINKS, Links
from graf.model import CaseGraph, CaseId, Statement, Thread
from graf.write.page.facets import choices, graph_facets, period, thread_facets
from graf.write.page.facts import MOST_IN_OVERVIEW, Fact, Facts, names
from graf.write.page.html import render, script
from graf.write.page.network import drawing, vis_script
from graf.write.page.overview import LIMIT, Overview, overview, together
from graf.write.picture.brief import brief
from graf.write.picture.layout import arrange
from graf.write.picture.phrases import plain
from graf.write.picture.scene import Scene, action_word, line_id
from graf.write.picture.sources import sources
from graf.write.picture.states import states
from graf.write.picture.still import still
from graf.write.picture.threads import thread_scene
from graf.write.picture.words import LANGUAGES

WIDTHS = (740, 840, 1000, 1160, 1400)
"""The page takes the widest of these that its window has room for."""
_STEP_ROOM, _CASE_ROOM = 60, 14
_TALL = 1400
_CHUNK = 25
"""Rows of a long table that a browser lays out together, when they come near its window."""
_SCRIPTS = ("say", "paint", "evidence", "choose", "start")


def page_name(case: CaseId | None) -> str:
    """The file name of a thread's page, or of the whole graph's.

    >>> page_name(CaseId("1280", "STK-2016-796"))
    'STK-2016-796.html'
    """
    return f"{case_key(case).rsplit('/', 1)[1]}.html" if case else "graf.html"


def thread_page(graph: CaseGraph, thread: Thread, links: Links = NO_LINKS, language: str = LANGUAGES[0]) -> str:
    """The page of one thread: its picture, the words behind each part, and all of it as tables."""
    scene = thread_scene(graph, thread)
    facts, facets, as_of = Facts(graph, links).thread(thread), thread_facets(graph, thread), latest_day(graph)
    order = [case_key(step.case.id) for step in thread.steps]
    return _page(
        "thread.html",
        language,
        _data(graph, scene, _widths(_STEP_ROOM * len(thread.steps)), facts, facets, as_of)
        | {"order": order, "start": case_key(thread.seed)},
        links=links,
        thread=thread,
        known=names(graph),
        states=states(graph, thread.assignments),
        as_of=as_of,
        choices=choices(facets),
        period=period(facets, as_of),
        brief=brief(graph, thread),
        stills={one: Markup(still(scene, thread, one, keys=False)) for one in LANGUAGES},
        doubts=any(item.doubts for item in scene.items),
    )


def graph_page(graph: CaseGraph, limit: int = LIMIT, links: Links = NO_LINKS, language: str = LANGUAGES[0]) -> str:
    """The page of the whole graph; above ``limit`` cases, of the best connected."""
    shown = overview(graph, limit)
    facets, as_of = graph_facets(shown.cases, shown.whereabouts, _drawn(shown)), latest_day(graph)
    return _page(
        "graph.html",
        language,
        _data(graph, shown.scene, _widths(_CASE_ROOM * len(shown.scene.items)), _facts(graph, shown, links), facets, as_of)
        | {"order": [case_key(case.id) for case in shown.cases], "start": "", "look": _busiest(shown.scene)},
        links=links,
        graph=graph,
        shown=shown,
        known=names(graph),
        touching=_touching(shown.statements),
        choices=choices(facets),
        period=period(facets, as_of),
        as_of=as_of,
        word_of={case.id: action_word(shown.whereabouts[case.id].decisions) for case in shown.cases},
    )


def _page(template: str, language: str, data: dict[str, Any], **context: Any) -> str:
    return render(template, language, (vis_script(), script(*_SCRIPTS)), data, _room(data["drawings"]), chunk=_CHUNK, **context)


def _room(drawings: Iterable[Mapping[str, Any]]) -> str:
    """The style that keeps a picture's room free until it is drawn, so that nothing below it is laid out twice."""
    first, *wider = ((made["width"], _size(made["width"], made["height"])) for made in drawings)
    return "\n".join([first[1], *(f"@container figure (min-width: {width + 2:g}px) {{ {size} }}" for width, size in wider), ""])


def _size(width: float, height: float) -> str:
    """A picture higher than any window is scrolled in a frame of its own, where its time axis stays in sight."""
    frame = "max(30rem, 100vh - 8rem)" if height > _TALL else "none"
    return f"#picture {{ width: {width:g}px; height: {height:g}px; }} #scroll {{ max-height: {frame}; }}"


def _data(
    graph: CaseGraph, scene: Scene, widths: Iterable[int], facts: Mapping[str, Fact], facets: Mapping[str, Any], as_of: date
) -> dict[str, Any]:
    """What the script of a page with a picture reads."""
    quoted = {quote["document"] for fact in facts.values() for quote in fact["quotes"]}
    return {
        "drawings": [drawing(scene, arrange(scene, float(width))) for width in widths],
        "facts": facts,
        "facets": facets,
        "as_of": as_of.isoformat(),
        "sources": {name: plain(said) for name, said in sources(graph, quoted).items()},
    }


def _widths(least: int) -> list[int]:
    return sorted({max(width, least) for width in WIDTHS})


def _drawn(shown: Overview) -> list[Statement]:
    return [found[0] for found in together(shown.statements).values()]


def _facts(graph: CaseGraph, shown: Overview, links: Links) -> dict[str, Fact]:
    made = Facts(graph, links, MOST_IN_OVERVIEW)
    facts = {case_key(case.id): made.case(case, shown.whereabouts[case.id].decisions) for case in shown.cases}
    facts |= {line_id(one): made.statement(one) for one in shown.statements}
    return facts | {line_id(found[0]): made.pair(found) for found in together(shown.statements).values()}


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
