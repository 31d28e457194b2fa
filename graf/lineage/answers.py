"""What answered an assignment: rules that close it, or leave it open where they are not sure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graf.keys import case_key
from graf.lineage.material import Read
from graf.model import Assignment, CaseId, Evidence, Modality, Relation, Role, Statement, Status
from graf.tables import cue
from graf.words import overlap

_LATE_DAYS = 366
"""A report that comes more than a year behind the deadline is held to answer nothing."""
_ASKED = 0.6
"""What it counts, beside shared words, that a task asks for a report at all."""
_FITS = 0.3


@dataclass(frozen=True, slots=True)
class Answers:
    """The assignments with what answered them, and the statements that say so."""

    assignments: tuple[Assignment, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    rule: str
    confidence: float
    assignment: Assignment
    words: tuple[Evidence, ...]


def answer(assignments: tuple[Assignment, ...], reads: Iterable[Read]) -> Answers:
    """Close every assignment that a later paper answers; the first in time to answer it closes it."""
    by_case: dict[CaseId, list[Assignment]] = defaultdict(list)
    for assignment in assignments:
        if assignment.case:
            by_case[assignment.case].append(assignment)
    closed: dict[str, Assignment] = {}
    statements: list[Statement] = []
    for read in sorted(reads, key=_day):
        own = read.own()
        for found in _answers(read, own, by_case) if own else ():
            known = closed.get(found.assignment.key, found.assignment)
            if own and known.answered_by in {None, own}:
                closed[known.key] = _closed(known, own, read, found)
                statements += _statements(own, found)
    return Answers(tuple(closed.get(a.key, a) for a in assignments), tuple(statements))


def _day(read: Read) -> tuple[str, str]:
    document = read.extraction.document
    return str(document.date.earliest) if document.date else "9999", document.name


def _closed(known: Assignment, own: CaseId, read: Read, found: _Answer) -> Assignment:
    when = known.answered_on or read.extraction.document.date
    return replace(known, answered_by=own, answered_on=when, answer=known.answer or found.words)


def _statements(own: CaseId, found: _Answer) -> Iterator[Statement]:
    target = found.assignment
    words = (*found.words, *target.evidence[:1])
    for key in (target.key, case_key(target.case) if target.case else target.key):
        yield Statement(
            case_key(own), Relation.REPORTS_ON, key, Status.INFERRED, Modality.RECOUNTED, found.confidence, found.rule, words
        )


def _answers(read: Read, own: CaseId, by_case: dict[CaseId, list[Assignment]]) -> Iterator[_Answer]:
    cited = {r.target for r in read.resolutions if r.target and r.target != own and r.reference.role is Role.CITED}
    cited |= {case for point in read.extraction.points for case in read.cases(point)} - {own}
    of_town = sorted((case for case in cited if case.municipality == own.municipality), key=str)
    open_ones = [a for case in of_town for a in by_case.get(case, ()) if _may_answer(read, a)]
    yield from _report(read, open_ones)
    yield from _stated(read, open_ones)


def _may_answer(read: Read, assignment: Assignment) -> bool:
    day, given = read.extraction.document.date, assignment.given
    if not (assignment.status.holds and day and given) or day.latest < given.earliest:
        return False
    return assignment.deadline is None or (day.earliest - assignment.deadline.latest).days <= _LATE_DAYS


def _report(read: Read, candidates: list[Assignment]) -> Iterator[_Answer]:
    """A paper whose title calls it a report ("Återrapportering") answers the assignment that asks for such a report.

    The assignment must be told of in the paper, have a deadline, and fit better than any other.
    """
    title = read.extraction.document.title or ""
    if not cue("report-title").search(title):
        return
    scored = [(_fit(title, a), str(a.deadline.latest), a.key, a) for a in candidates if a.deadline]
    ranked = sorted(scored, key=lambda row: row[:3], reverse=True)
    if ranked and ranked[0][0] >= _FITS and (len(ranked) == 1 or ranked[0][:2] != ranked[1][:2]):
        yield _Answer("report-answers-assignment", 0.8, ranked[0][3], _title_words(read))


def _fit(title: str, assignment: Assignment) -> float:
    return overlap(title, assignment.task) + (_ASKED if cue("report-title").search(assignment.task) else 0)


def _title_words(read: Read) -> tuple[Evidence, ...]:
    """The place of the title: the sentence that bears the document's own number, or nothing."""
    own = (r.reference for r in read.resolutions if r.reference.role is Role.OWN and r.reference.kind == "case")
    return tuple(reference.evidence for reference in own)[:1]


def _stated(read: Read, candidates: list[Assignment]) -> Iterator[_Answer]:
    """A paper that says it comes of an assignment, and names the case that gave it, answers that case's one assignment.

    The assignment must be given to the office that writes, or to nobody named.
    """
    for resolution in read.resolutions:
        words = resolution.reference.evidence
        if resolution.target and cue("answers-assignment").search(words.quote):
            given = [
                a for a in candidates if a.case == resolution.target and a.assignee in {None, read.extraction.document.body}
            ]
            if len(given) == 1:
                yield _Answer("stated-answer", 0.9, given[0], (words,))
