"""The lists of the overview: rows of cells that the page shows fifty at a time, sorts and searches."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import quote

from graf.keys import case_key
from graf.links import Links
from graf.missing import Missing, find_missing
from graf.model import Assignment, AssignmentState, CaseGraph, CaseId, Thread
from graf.write.picture.phrases import Said, joined, phrase, plain
from graf.write.picture.sources import reason_said
from graf.write.picture.states import WAITING, states

SHOWN = 50
"""Rows that stand in the page itself; its script turns to the others."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A cell with a way to somewhere, or with a second line."""

    text: Said
    href: str = ""
    note: Said = ""


Cell: TypeAlias = Said | Linked


@dataclass(frozen=True, slots=True)
class Sheet:
    """One list."""

    name: str
    """Of its title in ``words.toml``."""
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    help: Said = ""
    nothing: str = ""
    """What is said where there is no row."""

    @property
    def head(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows that stand in the page itself."""
        return self.rows[:SHOWN]

    def data(self) -> list[list[Any]]:
        """All rows as JSON, where the page does not hold them all."""
        return [[_json(cell) for cell in row] for row in self.rows]


def _json(cell: Cell) -> Any:
    if isinstance(cell, Linked):
        return {"t": plain(cell.text), "h": cell.href, "n": plain(cell.note)}
    return cell if isinstance(cell, int) else plain(cell)


@dataclass(frozen=True, slots=True)
class Material:
    """What all lists are made of."""

    graph: CaseGraph
    threads: tuple[Thread, ...]
    known: Mapping[str, str]
    pages: Mapping[CaseId, str]
    links: Links

    def case(self, case: CaseId | None, note: Said = "") -> Cell:
        """A case with the way to it."""
        if case is None:
            return "–"
        return Linked(self.known.get(case_key(case), case.key), self.way(case), note)

    def way(self, case: CaseId) -> str:
        """To a case's page; where it has none, to its neighbours on this one."""
        return self.pages.get(case) or f"#find={quote(self.known.get(case_key(case), case.key))}"

    def papers(self, names: Iterable[str]) -> Said:
        """Documents by name, the first few."""
        held = tuple(dict.fromkeys(names))
        return joined(", ", (*held[:3], phrase("ui.and_more", len(held) - 3) if len(held) > 3 else ""))


def sheets(material: Material) -> tuple[Sheet, ...]:
    """Every list, in the order of the page."""
    return (
        thread_sheet(material),
        task_sheet(material),
        missing_sheet(material),
        unresolved_sheet(material.graph),
        problem_sheet(material.graph),
        document_sheet(material),
    )


def thread_sheet(material: Material) -> Sheet:
    """The threads, the longest first; of equals the one with most open ends, then the latest."""
    stands = states(material.graph, material.graph.assignments)
    rows = [(thread, sum(stands[task.key] in WAITING for task in thread.assignments)) for thread in material.threads]
    ranked = sorted(rows, key=lambda row: (-len(row[0].steps), -row[1], -_last(row[0]), str(row[0].seed)))
    columns = ("length", "cases", "first", "last", "open_ends", "lacking")
    return Sheet(
        "threads", columns, tuple(_thread(thread, waiting, material) for thread, waiting in ranked), "", "threads_none"
    )


def _last(thread: Thread) -> int:
    return max((step.date.latest.toordinal() for step in thread.steps if step.date), default=0)


def _thread(thread: Thread, waiting: int, material: Material) -> tuple[Cell, ...]:
    way = " → ".join(step.case.label for step in thread.steps)
    title = next((step.case.title for step in reversed(thread.steps) if step.case.title), "")
    first, last = (thread.steps[0].date, thread.steps[-1].date) if thread.steps else (None, None)
    return len(thread.steps), material.case(thread.seed, joined(" · ", (title, way))), first, last, waiting, len(thread.missing)


def task_sheet(material: Material) -> Sheet:
    """The ledger of assignments, the latest overdue first."""
    graph = material.graph
    stands = states(graph, graph.assignments)
    order = list(_ORDER)
    tasks = sorted(graph.assignments, key=lambda task: (order.index(stands[task.key]), _due(task), task.key))
    columns = ("state", "assignee", "task", "given", "deadline", "answered_by")
    rows = tuple(_task(task, stands[task.key], material) for task in tasks)
    return Sheet("assignments", columns, rows, "", "assignments_none")


_ORDER = (
    AssignmentState.LATE,
    AssignmentState.OPEN,
    AssignmentState.DEFERRED,
    AssignmentState.PROPOSED,
    AssignmentState.ANSWERED,
    AssignmentState.SUPERSEDED,
    AssignmentState.WITHDRAWN,
)


def _due(task: Assignment) -> int:
    return task.deadline.latest.toordinal() if task.deadline else 10**7


def _task(task: Assignment, state: AssignmentState, material: Material) -> tuple[Cell, ...]:
    given = material.case(task.case, task.given or "") if task.case else (task.given or "–")
    who = task.assignee or phrase("ui.unknown_assignee")
    return phrase(f"state.{state}"), who, task.task, given, task.deadline or "–", material.case(task.answered_by)


def missing_sheet(material: Material) -> Sheet:
    """What is cited and not held, what breaks most threads first."""
    rows = tuple(_missing(one, material) for one in find_missing(material.graph))
    columns = ("case", "broken_threads", "named_by", "named_in")
    return Sheet("missing", columns, rows, phrase("ui.missing_help"), "missing_none")


def _missing(one: Missing, material: Material) -> tuple[Cell, ...]:
    page = material.way(one.case) if one.case else ""
    papers = material.papers(words.document for words in one.citations)
    return Linked(one.label, page, "; ".join(one.decided)), one.threads, one.documents, papers


def unresolved_sheet(graph: CaseGraph) -> Sheet:
    """The references that could not be followed, with the reason and what they may mean."""
    lost = [one for one in graph.resolutions if one.target is None]
    rows = tuple(
        (one.reference.text, reason_said(one.reason or "?"), ", ".join(map(str, one.candidates)) or "–", one.document)
        for one in sorted(lost, key=lambda one: (not one.candidates, one.document, one.reference.span.start))
    )
    return Sheet("unresolved", ("reference", "reason", "candidates", "document"), rows, "", "unresolved_none")


def problem_sheet(graph: CaseGraph) -> Sheet:
    """What went wrong in reading."""
    rows = tuple((one.document, one.kind, one.message) for one in graph.problems)
    return Sheet("problems", ("document", "kind", "message"), rows, "", "problems_none")


def document_sheet(material: Material) -> Sheet:
    """The documents, by name."""
    rows = tuple(
        (
            Linked(one.name, material.links.to_document(one.name)),
            one.kind or "–",
            one.date or "–",
            one.body or one.authority or "–",
            one.own_case or "–",
            one.title or "–",
        )
        for one in sorted(material.graph.documents, key=lambda one: one.name)
    )
    return Sheet("documents", ("document", "kind", "date", "body", "case", "title"), rows)
