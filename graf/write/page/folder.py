"""The overview of a graph folder: threads, assignments, what is missing, problems, documents, and a search over cases."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from graf.keys import case_key
from graf.ledger import latest_day
from graf.links import NO_LINKS, Links
from graf.model import Case, CaseGraph, CaseId, Thread
from graf.write.page.facts import names
from graf.write.page.html import asset, render
from graf.write.picture.states import states
from graf.write.picture.words import words

SEARCHED = 20_000
"""Cases that the search box knows; more would make the file too heavy to open."""
LISTED = 200
"""Rows of one table; the tables of the graph folder hold all."""


def index_page(
    graph: CaseGraph, threads: tuple[Thread, ...], pages: Mapping[CaseId, str] | None = None, links: Links = NO_LINKS
) -> str:
    """The overview as one file; ``pages`` gives the relative address of each case that has a page."""
    told = words()
    pages = _reachable(threads, pages or {})
    return render(
        "index.html",
        told,
        (asset("index.js"),),
        {"cases": _searchable(graph, pages), "ui": dict(told.ui)},
        links=links,
        graph=graph,
        threads=sorted(threads, key=lambda one: (-len(one.steps), str(one.seed))),
        pages=pages,
        known=names(graph),
        states=states(graph, graph.assignments),
        as_of=latest_day(graph),
        missing=most_cited_missing(graph),
        unresolved=sorted(_reasons(graph).items(), key=lambda row: (-row[1], row[0])),
        documents=sorted(graph.documents, key=lambda one: one.name),
        listed=LISTED,
        summary=_summary(graph, threads),
    )


def _reachable(threads: tuple[Thread, ...], pages: Mapping[CaseId, str]) -> dict[CaseId, str]:
    """The pages, and for each other step of a thread its place on the thread's page."""
    places = dict(pages)
    for thread in threads:
        for step in thread.steps if thread.seed in pages else ():
            places.setdefault(step.case.id, f"{pages[thread.seed]}#{case_key(step.case.id)}")
    return places


def most_cited_missing(graph: CaseGraph) -> list[tuple[Case, int]]:
    """Cases without documents of their own, the most cited first."""
    cited = Counter(one.target for one in graph.resolutions if one.target)
    absent = [(case, cited[case.id]) for case in graph.cases if not case.held]
    return sorted(absent, key=lambda row: (-row[1], str(row[0].id)))


def _reasons(graph: CaseGraph) -> Counter[str]:
    return Counter(one.reason or "?" for one in graph.resolutions if one.target is None)


def _searchable(graph: CaseGraph, pages: Mapping[CaseId, str]) -> list[list[Any]]:
    """One short row per case, those with documents first: number, title, other spellings, held, page."""
    ranked = sorted(graph.cases, key=lambda case: (not case.held, str(case.id)))
    return [
        [case.label, case.title or "", " ".join(case.variants), int(case.held), pages.get(case.id, "")]
        for case in ranked[:SEARCHED]
    ]


def _summary(graph: CaseGraph, threads: tuple[Thread, ...]) -> list[tuple[str, int]]:
    told = words().ui
    return [
        (told["documents"], len(graph.documents)),
        (told["cases"], len(graph.cases)),
        (told["relations"], len(graph.statements)),
        (told["threads_count"], len(threads)),
        (told["assignments"], len(graph.assignments)),
        (told["problems_count"], len(graph.problems)),
    ]
