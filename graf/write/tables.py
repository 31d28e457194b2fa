"""The graph as tables (CSV, RFC 4180): one file per kind of thing, for spreadsheets and data frames."""

from collections.abc import Callable, Iterable, Iterator

from graf.keys import case_key
from graf.model import CaseGraph, CaseId, DateExpression, Evidence
from graf.sheets import Row, sheet, workbook


def write(graph: CaseGraph) -> Iterator[tuple[str, Iterable[str]]]:
    """Every table by file name, line by line."""
    for name, (header, rows) in TABLES.items():
        yield f"{name}.csv", sheet(header, rows(graph))


def write_workbook(graph: CaseGraph) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Every table as a sheet of one workbook."""
    yield "graph.xlsx", [workbook((name, header, rows(graph)) for name, (header, rows) in TABLES.items())]


def _cases(graph: CaseGraph) -> Iterator[Row]:
    for case in graph.cases:
        variants = " | ".join(case.variants)
        yield str(case.id), case.label, case.title, int(case.held), variants, len(case.documents), case_key(case.id)


def _decisions(graph: CaseGraph) -> Iterator[Row]:
    for decision in graph.decisions:
        head = (decision.key, _case(decision.case), decision.body, _date(decision.date), decision.paragraph)
        for point in decision.points:
            what = (point.number, point.action, point.status, point.target, point.task, point.assignee)
            yield *head, *what, _date(point.deadline), point.rule, point.confidence, *_words(point.evidence)
        if not decision.points:
            yield *head, None, None, decision.status, *(None,) * 11


def _statements(graph: CaseGraph) -> Iterator[Row]:
    for said in graph.statements:
        row = (said.subject, said.relation, said.object, said.status, said.modality, said.confidence, said.rule)
        for words in said.evidence or (None,):
            yield *row, *_words(words)


def _references(graph: CaseGraph) -> Iterator[Row]:
    for found in graph.resolutions:
        said = found.reference
        candidates = " | ".join(str(candidate) for candidate in found.candidates)
        meant = (_case(found.case), _case(found.target), found.rule, candidates, found.reason)
        place = (found.document, said.span.start, said.span.end)
        yield *place, said.text, said.kind, said.normal, said.key, said.role, *meant, said.confidence, said.evidence.quote


def _assignments(graph: CaseGraph) -> Iterator[Row]:
    for given in graph.assignments:
        who = (given.key, _case(given.case), given.decision, given.assigner, given.assignee, given.task)
        when = (_date(given.given), _date(given.deadline), given.status, _case(given.answered_by), _date(given.answered_on))
        yield *who, *when, *_words(given.evidence[0] if given.evidence else None)


def _documents(graph: CaseGraph) -> Iterator[Row]:
    for held in graph.documents:
        who = (held.name, held.kind, held.authority, held.municipality, held.body, _date(held.date), held.title)
        yield *who, held.own_case, len(held.items), " | ".join(held.places), held.digest


def _problems(graph: CaseGraph) -> Iterator[Row]:
    for problem in graph.problems:
        yield problem.document, problem.kind, problem.message


def _case(case: CaseId | None) -> str | None:
    return str(case) if case else None


def _date(when: DateExpression | None) -> str | None:
    return when.edtf if when else None


def _words(words: Evidence | None) -> Row:
    return (words.document, words.page, words.start, words.end, words.quote) if words else (None,) * 5


_WORDS = ("document", "page", "start", "end", "quote")
TABLES: dict[str, tuple[tuple[str, ...], Callable[[CaseGraph], Iterator[Row]]]] = {
    "assignments": (
        (
            *("key", "case", "decision", "assigner", "assignee", "task"),
            *("given", "deadline", "modality", "answered_by", "answered_on"),
            *_WORDS,
        ),
        _assignments,
    ),
    "cases": (("case", "number", "title", "held", "variants", "documents", "key"), _cases),
    "decisions": (
        (
            *("key", "case", "body", "date", "paragraph"),
            *("point", "action", "modality", "target", "task", "assignee", "deadline", "rule", "confidence"),
            *_WORDS,
        ),
        _decisions,
    ),
    "documents": (
        (
            *("document", "kind", "authority", "municipality", "body", "date", "title"),
            *("own_case", "items", "places", "sha256"),
        ),
        _documents,
    ),
    "problems": (("document", "kind", "message"), _problems),
    "references": (
        (
            *("document", "start", "end", "text", "kind", "normal", "key", "role"),
            *("case", "target", "rule", "candidates", "reason", "confidence", "quote"),
        ),
        _references,
    ),
    "statements": (("subject", "relation", "object", "status", "modality", "confidence", "rule", *_WORDS), _statements),
}
"""Every table by name: its columns, and its rows."""
