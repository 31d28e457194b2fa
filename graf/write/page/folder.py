"""The overview of a graph folder: a search over cases with their neighbours, and lists of all there is."""

from collections.abc import Mapping
from typing import Any

from graf.keys import case_key
from graf.ledger import latest_day
from graf.links import NO_LINKS, Links
from graf.model import CaseGraph, CaseId, Status, Thread
from graf.write.page.facts import names
from graf.write.page.html import render, script
from graf.write.page.lists import Linked, Material, sheets
from graf.write.page.network import vis_script
from graf.write.picture.phrases import plain
from graf.write.picture.whereabouts import whereabouts
from graf.write.picture.words import LANGUAGES

SEARCHED = 200_000
"""Cases that the search box knows; more would make the file too heavy to open."""
_TITLE = 120
"""Letters of a title that the search looks through and shows."""


def index_page(
    graph: CaseGraph,
    threads: tuple[Thread, ...],
    pages: Mapping[CaseId, str] | None = None,
    links: Links = NO_LINKS,
    language: str = LANGUAGES[0],
) -> str:
    """The overview as one file; ``pages`` gives the relative address of each case that has a page."""
    pages = _reachable(threads, pages or {})
    made = sheets(Material(graph, threads, names(graph), pages, links))
    data = _network(graph, pages) | {"sheets": {one.name: one.data() for one in made}}
    return render(
        "index.html",
        language,
        (vis_script(), script("say", "lists", "neighbours", "index")),
        data,
        graph=graph,
        sheets=made,
        is_linked=lambda cell: isinstance(cell, Linked),
        as_of=latest_day(graph),
        summary=_summary(graph, threads),
    )


def _reachable(threads: tuple[Thread, ...], pages: Mapping[CaseId, str]) -> dict[CaseId, str]:
    """The pages, and for each other step of a thread its place on the thread's page."""
    places = dict(pages)
    for thread in threads:
        for step in thread.steps if thread.seed in pages else ():
            places.setdefault(step.case.id, f"{pages[thread.seed]}#{case_key(step.case.id)}")
    return places


def _network(graph: CaseGraph, pages: Mapping[CaseId, str]) -> dict[str, Any]:
    """The cases, those with documents first, and what joins them: what the search and the picture of neighbours read."""
    ranked = sorted(graph.cases, key=lambda case: (not case.held, str(case.id)))[:SEARCHED]
    at = {case_key(case.id): place for place, case in enumerate(ranked)}
    known = whereabouts(graph, ranked)
    rows = []
    for case in ranked:
        others = " ".join(name for name in case.variants if name != case.label)
        when = plain(known[case.id].when) if known[case.id].when else ""
        rows.append([case.label, (case.title or "")[:_TITLE], others, int(case.held), pages.get(case.id, ""), when])
    joined = {
        (at[one.subject], str(one.relation), at[one.object])
        for one in graph.statements
        if one.subject in at and one.object in at and one.subject != one.object and one.status is not Status.REJECTED
    }
    return {"cases": rows, "edges": [list(edge) for edge in sorted(joined)]}


def _summary(graph: CaseGraph, threads: tuple[Thread, ...]) -> list[tuple[str, int]]:
    return [
        ("documents", len(graph.documents)),
        ("cases", len(graph.cases)),
        ("relations", len(graph.statements)),
        ("threads_count", len(threads)),
        ("assignments", len(graph.assignments)),
        ("problems_count", len(graph.problems)),
    ]
