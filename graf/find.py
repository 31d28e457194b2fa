"""From what a user types to a case: any spelling of its number, or words of its subject."""

import difflib
import re
from collections.abc import Iterator

from graf.errors import AmbiguousCaseError, UnknownCaseError
from graf.matching import find_printed
from graf.model import Case, CaseGraph, CaseId
from graf.text import Folded
from graf.words import overlap

_SCOPED = re.compile(r"(?P<town>\d{4}|[a-z][a-z0-9-]+):(?P<number>.+)")


def find_case(graph: CaseGraph, text: str, municipality: str | None = None) -> CaseId:
    """The case that a spelling of its number names.

    Raises:
        AmbiguousCaseError: Several towns have such a number; the message names them.
        UnknownCaseError: None has; the message names the nearest that exist.
    """
    scoped = _SCOPED.fullmatch(text.strip())
    town, number = (scoped["town"], scoped["number"]) if scoped else (municipality, text)
    key = number_key(number)
    found = [c for c in graph.cases if town in {None, c.id.municipality} and key in keys_of(c)]
    exact = [c for c in found if c.id.key == key] or found
    if len(exact) == 1:
        return exact[0].id
    if exact:
        choices = " or ".join(str(case.id) for case in exact)
        raise AmbiguousCaseError(f"{text} exists more than once; write {choices}, or give --municipality")
    raise UnknownCaseError(f"no case {text} in this graph{_nearest(graph, number)}")


def number_key(number: str) -> str:
    """The folded key of any spelling.

    >>> number_key("stk 2016/796"), number_key("145/13")
    ('STK-2016-796', '2013-145')
    """
    words = Folded(number.strip()).text
    for form in (words, words.upper(), f"dnr {words}", f"dnr {words.upper()}"):
        found = [p for p in find_printed(form) if p.kind in {"case", "gov_case"}]
        if found:
            return found[0].key
    return words.upper()


def keys_of(case: Case) -> frozenset[str]:
    """The keys of all spellings under which documents name a case."""
    return frozenset((case.id.key, *(number_key(variant) for variant in case.variants)))


def _nearest(graph: CaseGraph, number: str) -> str:
    near = difflib.get_close_matches(number.upper(), sorted({c.label.upper() for c in graph.cases}), n=3, cutoff=0.5)
    return f"; near it: {', '.join(near)}" if near else "; graf find TEXT looks by subject"


def search(graph: CaseGraph, text: str) -> tuple[tuple[float, Case], ...]:
    """Cases by number or subject, the best first, each with how well it fits, 0 to 1."""
    key = number_key(text)
    words = _words_of(graph)
    scored = (
        (1.0 if key in keys_of(c) else overlap(text, " ".join((c.title or "", *words.get(c.id, ())))), c) for c in graph.cases
    )
    return tuple(sorted(((s, c) for s, c in scored if s > 0.3), key=lambda pair: (-pair[0], not pair[1].held, str(pair[1].id))))


def _words_of(graph: CaseGraph) -> dict[CaseId, list[str]]:
    found: dict[CaseId, list[str]] = {}
    for case, words in _told(graph):
        found.setdefault(case, []).append(words)
    return found


def _told(graph: CaseGraph) -> Iterator[tuple[CaseId, str]]:
    for decision in graph.decisions:
        if decision.case:
            yield from ((decision.case, point.evidence.quote) for point in decision.points)
    for resolution in graph.resolutions:
        if resolution.target:
            yield resolution.target, resolution.reference.evidence.quote
