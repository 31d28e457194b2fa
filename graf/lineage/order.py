"""Time runs one way: edges that would turn it, and circles of edges, are refused and told as problems."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graf.keys import case_key
from graf.model import Decision, Problem, Statement, Status

AGAINST_TIME = "order-contradicts-dates"
CIRCLE = "circle-of-cases"
NUMBER_TOO_YOUNG = "number-younger-than-document"
_YEAR = re.compile(r"(?:^|-)((?:19|20)\d\d)-")


@dataclass(frozen=True, slots=True)
class Ordered:
    """The statements that keep the order of time, those that were refused, and the problems that tell of them."""

    statements: tuple[Statement, ...]
    refused: tuple[Statement, ...]
    problems: tuple[Problem, ...]


def in_order(statements: Iterable[Statement], times: dict[str, tuple[date, date]], written: dict[str, date]) -> Ordered:
    """Refuse what cannot be: a case that builds on one of which all is younger, and the weakest edge of every circle.

    Args:
        statements: All of the graph.
        times: The first and the last day that is known of each node.
        written: The last day on which each document can have been written; a number of a later year in it was misread.
    """
    kept: list[Statement] = []
    refused: list[tuple[Statement, str]] = []
    for statement in statements:
        if _carries(statement) and (why := _against(statement, times) or _too_young(statement, written)):
            refused.append((statement, why))
        else:
            kept.append(statement)
    for statement in _weakest_of_circles(kept):
        kept.remove(statement)
        refused.append((statement, CIRCLE))
    problems = tuple(dict.fromkeys(_problem(statement, kind) for statement, kind in refused))
    return Ordered(tuple(kept), tuple(statement for statement, _ in refused), problems)


def times_of(decisions: Iterable[Decision]) -> dict[str, tuple[date, date]]:
    """The first and the last day known of each case, from what was decided in it, and of each decision."""
    days: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for decision in decisions:
        if decision.date and decision.status.holds:
            days[decision.key].append((decision.date.earliest, decision.date.latest))
            if decision.case:
                days[case_key(decision.case)].append((decision.date.earliest, decision.date.latest))
    return {key: (min(first for first, _ in known), max(last for _, last in known)) for key, known in days.items()}


def _carries(statement: Statement) -> bool:
    return statement.relation.builds_on and statement.modality.holds and statement.status is not Status.REJECTED


def _against(statement: Statement, times: dict[str, tuple[date, date]]) -> str | None:
    """Whether all that is known of the later end is before all that is known of the earlier one."""
    later, earlier = times.get(statement.subject), times.get(statement.object)
    if statement.status is Status.REVIEWED:
        return None  # the analyst has the last word
    return AGAINST_TIME if later and earlier and later[1] < earlier[0] else None


def _too_young(statement: Statement, written: dict[str, date]) -> str | None:
    """Whether a case's number is of a year after the document that speaks of it."""
    year = _YEAR.search(f"{statement.object.rsplit('/', 1)[1]}-") if statement.object.startswith("arende/") else None
    days = [written[words.document] for words in statement.evidence if words.document in written]
    return NUMBER_TOO_YOUNG if year and days and all(int(year[1]) > day.year for day in days) else None


# --- circles ------------------------------------------------------------------------------------


def _weakest_of_circles(statements: list[Statement]) -> Iterator[Statement]:
    """The least sure edge of each circle, again and again, until none is left."""
    edges = [s for s in statements if _carries(s)]
    while circles := _circles(edges):
        for nodes in circles:
            inside = [s for s in edges if s.subject in nodes and s.object in nodes]
            weakest = min(inside, key=_trust)
            # the same pair said by another rule, or between finer things, falls with it
            fallen = [
                s for s in inside if (s.subject, s.object) == (weakest.subject, weakest.object) and _trust(s) <= _trust(weakest)
            ]
            yield from fallen
            edges = [s for s in edges if s not in fallen]


def _trust(statement: Statement) -> tuple[bool, float, int, str, str]:
    stated = statement.status is not Status.INFERRED
    return stated, statement.confidence, len(statement.evidence), statement.subject, statement.object


def _circles(edges: list[Statement]) -> list[set[str]]:
    """The groups of nodes that reach each other, by Tarjan's algorithm without recursion."""
    forward: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        forward[edge.subject].append(edge.object)
    return [group for group in _Tarjan({k: sorted(set(v)) for k, v in forward.items()}).groups() if len(group) > 1]


class _Tarjan:
    """Strongly connected groups of a graph, in a fixed order (Tarjan 1972)."""

    def __init__(self, forward: dict[str, list[str]]) -> None:
        self.forward = forward
        self.number: dict[str, int] = {}
        self.low: dict[str, int] = {}
        self.stack: list[str] = []
        self.on_stack: set[str] = set()
        self.found: list[set[str]] = []

    def groups(self) -> list[set[str]]:
        for node in sorted(self.forward):
            if node not in self.number:
                self._walk(node)
        return self.found

    def _walk(self, start: str) -> None:
        work = [(start, iter(self._enter(start)))]
        while work:
            node, rest = work[-1]
            step = next(rest, None)
            if step is None:
                work.pop()
                if work:
                    self.low[work[-1][0]] = min(self.low[work[-1][0]], self.low[node])
                self._leave(node)
            elif step not in self.number:
                work.append((step, iter(self._enter(step))))
            elif step in self.on_stack:
                self.low[node] = min(self.low[node], self.number[step])

    def _enter(self, node: str) -> list[str]:
        self.number[node] = self.low[node] = len(self.number)
        self.stack.append(node)
        self.on_stack.add(node)
        return self.forward.get(node, [])

    def _leave(self, node: str) -> None:
        if self.low[node] != self.number[node]:
            return
        group: set[str] = set()
        while node not in group:
            group.add(self.stack.pop())
        self.on_stack -= group
        self.found.append(group)


# --- problems -----------------------------------------------------------------------------------


def _problem(statement: Statement, kind: str) -> Problem:
    words = statement.evidence[0] if statement.evidence else None
    later, earlier = (key.rsplit("/", 1)[1] for key in (statement.subject, statement.object))
    why = {
        AGAINST_TIME: f"all that is known of {later} is older than {earlier}",
        NUMBER_TOO_YOUNG: f"the number of {earlier} is of a later year than the document",
        CIRCLE: "others lead back, and this one is the least sure of the circle",
    }[kind]
    message = f"refused: {later} {statement.relation} {earlier} ({statement.rule}); {why}"
    return Problem(words.document if words else "", kind, message)
