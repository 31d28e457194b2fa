"""What answered an assignment: rules that close it, or leave it open where they are not sure."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from graf.keys import case_key
from graf.lineage.assignments import of_one_sentence
from graf.lineage.material import Paper, Read
from graf.model import (
    Assignment,
    CaseId,
    DateExpression,
    Decision,
    Evidence,
    Modality,
    Relation,
    Role,
    Statement,
    Status,
)
from graf.tables import cue
from graf.words import overlap

_LATE_DAYS = 366
"""A report that comes more than a year behind the deadline is held to answer nothing."""
_ASKED = 0.6
"""What it counts, beside shared words, that a task asks for a report at all."""
_FITS = 0.3
_FITS_WELL = 0.5
"""What the title of a report must share with a task that has no deadline, or is of the same case."""
_PRESENTED = 0.6
_DENIES = re.compile(r"(?<!\w)(?:inte|ej|inget|ingen)(?!\w)(?!\s(?:bara|enbart|minst|endast)\b)")
"""A paper that says "Detta är inte ett svar på uppdraget" answers nothing; nor one where what is denied is not clear."""
_OFFERS = re.compile(r"\b(?:förslag|rapport|utredning|redovisning|slutrapport)\w*", re.IGNORECASE)


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
    by: CaseId
    on: DateExpression | None


def answer(
    assignments: tuple[Assignment, ...],
    reads: Iterable[Read],
    decisions: Iterable[Decision] = (),
    rejected: frozenset[tuple[CaseId, CaseId]] = frozenset(),
) -> Answers:
    """Close every assignment that a later paper answers; the first in time to answer it closes it.

    ``rejected`` are pairs of cases of which the one was ruled to answer nothing of the other: said, and closing nothing.
    """
    by_case: dict[CaseId, list[Assignment]] = defaultdict(list)
    for assignment in assignments:
        if assignment.case:
            by_case[assignment.case].append(assignment)
    held = tuple(reads)
    found = [one for read in held for paper in read.papers() for one in _answers(paper, by_case)]
    found += _presented(held, by_case, _first_days(decisions))
    closed: dict[str, Assignment] = {}
    statements: list[Statement] = []
    for one in sorted(found, key=_order):
        known = closed.get(one.assignment.key, one.assignment)
        if known.case and (one.by, known.case) in rejected:
            statements += _statements(one)
        elif known.answered_by in {None, one.by}:
            closed[known.key] = _closed(known, one)
            statements += _statements(one)
    return Answers(tuple(closed.get(a.key, a) for a in assignments), tuple(statements))


def _order(found: _Answer) -> tuple[str, float, str, str]:
    day = str(found.on.earliest) if found.on else "9999"
    return day, -found.confidence, str(found.by), found.assignment.key


def _first_days(decisions: Iterable[Decision]) -> dict[CaseId, DateExpression]:
    first: dict[CaseId, DateExpression] = {}
    for decision in decisions:
        if decision.case and decision.date and decision.status.holds:
            known = first.setdefault(decision.case, decision.date)
            if decision.date.earliest < known.earliest:
                first[decision.case] = decision.date
    return first


def _closed(known: Assignment, found: _Answer) -> Assignment:
    return replace(known, answered_by=found.by, answered_on=known.answered_on or found.on, answer=known.answer or found.words)


def _statements(found: _Answer) -> Iterator[Statement]:
    target = found.assignment
    words = (*found.words, *target.evidence[:1])
    keys = [target.key, *([case_key(target.case)] if target.case and target.case != found.by else [])]
    for key in keys:
        yield Statement(
            case_key(found.by),
            Relation.REPORTS_ON,
            key,
            Status.INFERRED,
            Modality.RECOUNTED,
            found.confidence,
            found.rule,
            words,
        )


def _answers(paper: Paper, by_case: dict[CaseId, list[Assignment]]) -> Iterator[_Answer]:
    cited = {r.target for r in paper.resolutions if r.target and r.reference.role is Role.CITED}
    cited |= {case for point in paper.points for case in paper.read.cases(point)}
    of_town = sorted((case for case in cited - {paper.own} if case.municipality == paper.own.municipality), key=str)
    told = [a for case in of_town for a in by_case.get(case, ()) if _may_answer(paper, a)]
    own = [a for a in by_case.get(paper.own, ()) if _may_answer(paper, a) and _is_later(paper, a)]
    yield from _report(paper, told, own)
    yield from _stated(paper, told)


def _may_answer(paper: Paper, assignment: Assignment) -> bool:
    day, given = paper.day, assignment.given
    if not (assignment.status.holds and day and given) or day.latest < given.earliest:
        return False
    return assignment.deadline is None or (day.earliest - assignment.deadline.latest).days <= _LATE_DAYS


def _is_later(paper: Paper, assignment: Assignment) -> bool:
    return bool(paper.day and assignment.given and paper.day.earliest > assignment.given.latest)


def _report(paper: Paper, told: list[Assignment], own: list[Assignment]) -> Iterator[_Answer]:
    """A paper whose title calls it a report ("Återrapportering") answers the assignment that asks for such a report.

    The assignment must be told of in the paper and have a deadline, or share the words of the title; and fit better than
    any other.
    """
    title = paper.title or ""
    if not cue("report-title").search(title):
        return
    fit_well = [a for a in (*told, *own) if overlap(title, a.task) >= _FITS_WELL or overlap(a.task, title) >= _FITS_WELL]
    candidates = {a.key: a for a in (*(a for a in told if a.deadline), *fit_well)}.values()
    scored = [(_fit(title, a), str(a.deadline.latest) if a.deadline else "", a.key, a) for a in candidates]
    ranked = sorted(scored, key=lambda row: row[:3], reverse=True)
    best = [row[3] for row in ranked if row[:2] == ranked[0][:2] and row[0] >= _FITS]
    for task in of_one_sentence(best):
        yield _Answer("report-answers-assignment", 0.8, task, _title_words(paper), paper.own, paper.day)


def _fit(title: str, assignment: Assignment) -> float:
    return overlap(title, assignment.task) + (_ASKED if cue("report-title").search(assignment.task) else 0)


def _title_words(paper: Paper) -> tuple[Evidence, ...]:
    """The place of the title: the sentence that bears the paper's own number, or nothing."""
    own = (r.reference for r in paper.resolutions if r.reference.role is Role.OWN and r.reference.kind == "case")
    return tuple(reference.evidence for reference in own)[:1]


def _stated(paper: Paper, candidates: list[Assignment]) -> Iterator[_Answer]:
    """A paper that says it comes of an assignment, and names the case that gave it, answers that case's one assignment.

    The assignment must be given to the office that writes, or to nobody named. Of two tasks that one sentence gave it answers
    those that its title speaks of; both, where the title tells nothing.
    """
    for resolution in paper.resolutions:
        words = resolution.reference.evidence
        if resolution.target and cue("answers-assignment").search(words.quote) and not _DENIES.search(words.quote):
            given = of_one_sentence([a for a in candidates if a.case == resolution.target and a.assignee in {None, paper.body}])
            named = [a for a in given if overlap(paper.title or "", a.task) >= _FITS]
            for task in named or given:
                yield _Answer("stated-answer", 0.9 if len(given) == 1 else 0.75, task, (words,), paper.own, paper.day)


def _presented(
    reads: tuple[Read, ...], by_case: dict[CaseId, list[Assignment]], days: dict[CaseId, DateExpression]
) -> Iterator[_Answer]:
    """In a row of decisions, the case told next presents what an assignment of the case before asked for.

    The telling sentence must call it a proposal or a report, and speak of the task of one assignment alone.
    """
    for read in reads:
        for sequence in read.extraction.sequences:
            told = [(read.case(n), words) for n, words in zip(sequence.cases, sequence.evidence, strict=True)]
            for (before, _), (after, words) in pairwise(told):
                for task in _tasks_presented(by_case.get(before, []), words.quote) if before and before != after else ():
                    if after:
                        yield _Answer("presented-as-asked", 0.75, task, (words,), after, days.get(after))


def _tasks_presented(given: list[Assignment], quote: str) -> tuple[Assignment, ...]:
    verb, offer = cue("presents").search(quote), _OFFERS.search(quote)
    if verb is None or offer is None:
        return ()
    thing = quote[offer.end() : verb.start()] if offer.end() < verb.start() else ""
    tasks = [
        a for a in given if a.status.holds and (overlap(a.task, quote) >= _PRESENTED or overlap(thing, a.task) >= _FITS_WELL)
    ]
    return of_one_sentence(tasks)
