"""Policy threads: all the cases that build on each other, and what stands beside them.

``graf thread`` follows the line through one case; a thread here is the whole family of lines, so that every case is in one
thread at most, and asking for a thread gives what asking along ``graf:buildsOn`` both ways gives.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from rdflib import PROV, SKOS

from graf.keys import case_key
from graf.model import CaseGraph, CaseId
from graf.rdf.names import Names
from graf.rdf.terms import RDF, Triple, swedish
from graf.vocab import GRAF

Pair = tuple[CaseId, CaseId]
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LATE = "9999"


def thread_triples(graph: CaseGraph, lines: Iterable[Pair], beside: Iterable[Pair], names: Names) -> Iterator[Triple]:
    """Every thread of two cases or more.

    Args:
        graph: Where the days come from by which the oldest case is known.
        lines: Pairs of cases of which the first builds on the second.
        beside: Pairs that are joined otherwise.
        names: Where nodes get their IRIs.
    """
    head = _families(lines)
    threads: dict[CaseId, list[CaseId]] = defaultdict(list)
    for case in head:
        threads[_root(head, case)].append(case)
    branches: dict[CaseId, set[CaseId]] = defaultdict(set)
    for one, other in (pair for a, b in beside for pair in ((a, b), (b, a))):
        if one in head and (other not in head or _root(head, one) != _root(head, other)):
            branches[_root(head, one)].add(other)
    days = _days(graph)
    labels = {case.id: case.label for case in graph.cases}
    for root, cases in threads.items():
        oldest = min(cases, key=lambda case: (days.get(case) or _year(case), str(case)))
        yield from _thread(oldest, labels.get(oldest, oldest.key), cases, branches[root], names)


def _thread(oldest: CaseId, label: str, steps: list[CaseId], branches: set[CaseId], names: Names) -> Iterator[Triple]:
    node = names.node(case_key(oldest).replace("arende/", "trad/", 1))
    yield node, RDF.type, GRAF.PolicyThread
    yield node, SKOS.prefLabel, swedish(f"Tråd från {label}")
    yield node, PROV.wasGeneratedBy, names.run()
    for predicate, cases in ((GRAF.hasStep, steps), (GRAF.hasBranch, branches)):
        for case in cases:
            yield node, PROV.hadMember, names.case(case)
            yield node, predicate, names.case(case)


def _families(lines: Iterable[Pair]) -> dict[CaseId, CaseId]:
    """Each case of a line, led towards the one that stands for its family."""
    head: dict[CaseId, CaseId] = {}
    for one, other in lines:
        first, second = _root(head, one), _root(head, other)
        head.setdefault(first, first)
        head[max(first, second, key=str)] = min(first, second, key=str)
        head.setdefault(min(first, second, key=str), min(first, second, key=str))
    return head


def _root(head: dict[CaseId, CaseId], case: CaseId) -> CaseId:
    while (above := head.get(case, case)) != case:
        head[case] = head.get(above, above)
        case = above
    return case


def _days(graph: CaseGraph) -> dict[CaseId, str]:
    """The first day on which something was decided in each case."""
    found: dict[CaseId, str] = {}
    for decision in graph.decisions:
        if decision.case and decision.date and decision.status.holds:
            found[decision.case] = min(found.get(decision.case, _LATE), decision.date.earliest.isoformat())
    return found


def _year(case: CaseId) -> str:
    year = _YEAR.search(case.key)
    return year.group() if year else _LATE
