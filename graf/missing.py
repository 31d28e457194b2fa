"""What is cited and not held: the numbers and meetings to ask the registrar for. Said of the documents held alone."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from graf.model import Case, CaseGraph, CaseId, Evidence, Resolution, Role
from graf.tables import municipalities
from graf.trace import threads

_STATE = "regeringen"


@dataclass(frozen=True, slots=True)
class Missing:
    """A case, or the minutes of one meeting, that documents cite and nobody holds."""

    label: str
    """The number as printed, or body, day and § of the meeting."""
    municipality: str
    case: CaseId | None
    """None for minutes."""
    threads: int
    """The threads of two cases or more that it is a step of."""
    documents: int
    """How many documents cite it."""
    decided: tuple[str, ...]
    """What the documents tell was decided in it: body and date."""
    citations: tuple[Evidence, ...]
    """The sentences that cite it, one for each wording."""


def find_missing(graph: CaseGraph) -> tuple[Missing, ...]:
    """Every case and every meeting's § that is cited and not held, those that break most threads first."""
    found = (*_cases(graph), *_meetings(graph))
    return tuple(sorted(found, key=lambda m: (-m.threads, -m.documents, m.municipality, m.label)))


def _cases(graph: CaseGraph) -> Iterator[Missing]:
    broken = Counter(case.id for thread in threads(graph) for case in thread.missing)
    cited: dict[CaseId, list[Evidence]] = defaultdict(list)
    for resolution in graph.resolutions:
        if resolution.target and resolution.reference.role is not Role.OWN:
            cited[resolution.target].append(resolution.reference.evidence)
    told: dict[CaseId, set[str]] = defaultdict(set)
    for decision in graph.decisions:
        if decision.case and decision.date and decision.status.holds:
            told[decision.case].add(" ".join(filter(None, (decision.date.edtf, decision.body))))
    for case in graph.cases:
        if not case.held and cited[case.id]:
            yield _case(case, broken[case.id], tuple(sorted(told[case.id])), cited[case.id])


def _case(case: Case, broken: int, told: tuple[str, ...], words: list[Evidence]) -> Missing:
    return Missing(case.label, case.id.municipality, case.id, broken, len({e.document for e in words}), told, _distinct(words))


def _distinct(words: list[Evidence]) -> tuple[Evidence, ...]:
    """One quote for each wording, in order of document and place."""
    first: dict[str, Evidence] = {}
    for quote in sorted(words, key=lambda e: (e.document, e.start)):
        first.setdefault(" ".join(quote.quote.split()), quote)
    return tuple(first.values())


def _meetings(graph: CaseGraph) -> Iterator[Missing]:
    """The §§ that documents name with body and day, of meetings whose minutes are not held."""
    towns = {document.name: document.municipality for document in graph.documents}
    cited: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for resolution in graph.resolutions:
        label, town = _meeting(resolution), towns.get(resolution.document)
        if label and town:
            cited[town, label].append(resolution.reference.evidence)
    for (town, label), words in cited.items():
        yield Missing(label, town, None, 0, len({e.document for e in words}), (), _distinct(words))


def _meeting(resolution: Resolution) -> str | None:
    said = resolution.reference
    if said.kind != "paragraph" or resolution.target or not (said.body and said.date):
        return None
    return f"{said.body} {said.date.edtf} {said.normal}"


def authority_of(graph: CaseGraph, municipality: str) -> str:
    """Whom to ask: the authority as its documents name it, else the town's name.

    >>> authority_of(CaseGraph(), "1280")
    'Malmö kommun'
    """
    named = Counter(d.authority for d in graph.documents if d.authority and d.municipality == municipality)
    if named:
        return min(named, key=lambda name: (-named[name], name))
    if municipality == _STATE:
        return "Regeringskansliet"
    return next((town.name for town in municipalities() if town.code == municipality), municipality)
