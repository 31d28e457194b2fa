"""Small documents in plain words, and the graph they give: the whole way from text to statements, with no file."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from graf.extract import extract
from graf.find import find_case
from graf.keys import case_key
from graf.lineage import link
from graf.model import Assignment, CaseGraph, CaseId, Decision, Extraction, RawText, Resolution, Statement
from graf.parse import parse


def letter(
    text: str,
    number: str | None = "STK-2020-500",
    *,
    title: str = "En skrivelse om gatuträd",
    town: str = "Malmö stad",
    office: str = "Stadskontoret",
    day: str = "2020-05-04",
    section: str = "Ärendet",
) -> str:
    """An office's letter (tjänsteskrivelse) in one case, with one section of running text."""
    heading = f"{title} {number}" if number else title
    return f"{town}\n{office}\nDatum: {day}\n\n## Tjänsteskrivelse\n\n### {heading}\n\n#### {section}\n\n{text}\n"


def minutes(
    *items: str, body: str = "Kommunstyrelsen", day: str = "2020-05-20", town: str = "Malmö stad", kind: str = "Protokoll"
) -> str:
    """A meeting's minutes (protokoll)."""
    return f"{town}\n{body}\n{kind}\nSammanträdesdatum: {day}\n\n" + "\n".join(items)


def item(paragraph: int, number: str, *points: str, title: str = "Gatuträd", body: str = "Kommunstyrelsen") -> str:
    """A § of minutes with its decision in numbered points."""
    listed = "\n".join(f"{n}. {point}" for n, point in enumerate(points, 1))
    return f"§ {paragraph} {title}\n{number}\n\nBeslut\n\n{body} beslutar\n\n{listed}\n"


def read_paper(text: str, place: str, municipality: str | None = None) -> Extraction:
    """One document, parsed and extracted."""
    raw = RawText(place, text, hashlib.sha256(text.encode()).hexdigest())
    return extract(parse(raw, municipality))


def graph_of(*texts: str, municipality: str | None = None) -> CaseGraph:
    """The graph of some documents, which are named 1.txt, 2.txt and so on."""
    return link(read_paper(text, f"{n}.txt", municipality) for n, text in enumerate(texts, 1))


# --- what the tests ask of a graph --------------------------------------------------------------


def edges(graph: CaseGraph) -> set[tuple[str, str, str]]:
    """The statements between cases as (later or citing, relation, earlier or cited), by their numbers."""
    names = {case_key(case.id): case.label for case in graph.cases}
    return {
        (names[s.subject], s.relation.value, names[s.object])
        for s in graph.statements
        if s.subject in names and s.object in names
    }


def builds_on(graph: CaseGraph) -> set[tuple[str, str, str]]:
    """Those of the edges that carry a thread and hold."""
    held = (s for s in graph.statements if s.relation.builds_on and s.modality.holds)
    return edges(replace(graph, statements=tuple(held)))


def statements(graph: CaseGraph, rule: str) -> tuple[Statement, ...]:
    """The statements that a rule made."""
    return tuple(s for s in graph.statements if s.rule == rule)


def resolutions(graph: CaseGraph, normal: str, document: str | None = None) -> tuple[Resolution, ...]:
    """What every place that prints a number was found to mean."""
    return tuple(r for r in graph.resolutions if r.reference.normal == normal and document in {None, r.document})


def decisions(graph: CaseGraph, number: str) -> tuple[Decision, ...]:
    """The decisions in a case."""
    wanted = find_case(graph, number)
    return tuple(d for d in graph.decisions if d.case == wanted)


def assignments(graph: CaseGraph, number: str) -> tuple[Assignment, ...]:
    """The assignments given in a case."""
    wanted = find_case(graph, number)
    return tuple(a for a in graph.assignments if a.case == wanted)


def towns(cases: Iterable[CaseId]) -> set[str]:
    """The towns of some cases."""
    return {case.municipality for case in cases}
