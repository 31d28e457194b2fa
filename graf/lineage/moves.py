"""What became of assignments: put off, given a later day, withdrawn, fulfilled, given anew. One fitting task, or none."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graf.dates import find_dates
from graf.keys import case_key
from graf.lineage.assignments import of_one_sentence
from graf.lineage.material import Read
from graf.model import (
    Action,
    Assignment,
    AssignmentState,
    CaseId,
    DateExpression,
    Decision,
    DecisionPoint,
    Evidence,
    Modality,
    Move,
    Relation,
    Statement,
    Status,
)
from graf.tables import cue
from graf.words import overlap

_FITS = 0.5
_SAME_TASK = 0.8
_UNTIL = re.compile(r"\btill(?:[ ]och[ ]med)?[ ](?:senast[ ])?(?:den[ ])?$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BY_WHEN = re.compile(r"\b(?:senast|till|den|i|under|före)[ ](?:[^,.;]{0,40}?[ ])?(?:19|20)\d\d")
_NAMES_ONE = re.compile(r"\buppdrag", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Moved:
    """The assignments with their moves, and the statements that say so."""

    assignments: tuple[Assignment, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    assignment: Assignment
    move: Move
    relation: Relation
    confidence: float
    subject: str
    fulfilled: bool = False


def moved(assignments: tuple[Assignment, ...], decisions: Iterable[Decision], reads: Iterable[Read]) -> Moved:
    """Follow every assignment through the later decisions that speak of it."""
    cited = _cited(reads)
    by_town: dict[str, list[Assignment]] = defaultdict(list)
    for assignment in assignments:
        if assignment.case and assignment.given and assignment.status.holds:
            by_town[assignment.case.municipality].append(assignment)
    found = [
        one
        for decision in decisions
        if decision.case and decision.date
        for point in decision.points
        for one in _of_point(decision, point, by_town[decision.case.municipality], cited)
    ]
    found += [one for group in by_town.values() for one in _given_anew(group)]
    return Moved(_with_moves(assignments, found), (*(_statement(one) for one in found), *_proposed_anew(assignments, by_town)))


def _cited(reads: Iterable[Read]) -> dict[tuple[str, int], set[CaseId]]:
    """Sentence → the cases that its numbers and §§ name."""
    found: dict[tuple[str, int], set[CaseId]] = defaultdict(set)
    for read in reads:
        for resolution in read.resolutions:
            if resolution.target:
                words = resolution.reference.evidence
                found[words.document, words.start].add(resolution.target)
    return found


# --- one decision point -------------------------------------------------------------------------


def _of_point(
    decision: Decision, point: DecisionPoint, given: list[Assignment], cited: dict[tuple[str, int], set[CaseId]]
) -> Iterator[_Found]:
    kind = _kind(decision, point)
    if kind is None or not point.status.holds:
        return
    rule, state, relation, deadline = kind
    words = point.evidence
    named = cited.get((words.document, words.start), set()) - {decision.case}
    for task in _which(point, decision, given, named):
        move = Move(state, decision.case, decision.date, deadline, rule, (words, *point.more))
        subject = case_key(decision.case) if decision.case else decision.key
        yield _Found(task, move, relation, 0.9 if named else 0.75, subject, rule == "assignment-fulfilled")


def _kind(decision: Decision, point: DecisionPoint) -> tuple[str, AssignmentState, Relation, DateExpression | None] | None:
    """What a point does to an assignment: rule, state from then on, relation, new deadline."""
    quote = " ".join(point.evidence.quote.split())
    if cue("fulfils-assignment").search(quote):
        return "assignment-fulfilled", AssignmentState.ANSWERED, Relation.CLOSES, None
    if cue("withdraws-assignment").search(quote):
        return "assignment-withdrawn", AssignmentState.WITHDRAWN, Relation.CLOSES, None
    if point.action is Action.EXTEND or (point.action is Action.DEFER and point.target):
        later = _later_day(quote, decision)
        if later:
            return "deadline-moved", AssignmentState.OPEN, Relation.EXTENDS_TERM, later
        if point.action is Action.DEFER:
            return "deferral-names-task", AssignmentState.DEFERRED, Relation.DEFERS, None
    return None


def _later_day(quote: str, decision: Decision) -> DateExpression | None:
    """The day until which a thing is put off: "flyttas fram till mars 2020"."""
    days = [d.date for d in find_dates(quote) if _UNTIL.search(quote[: d.span.start])]
    return next((day for day in days if decision.date and day.latest > decision.date.earliest), None)


def _which(point: DecisionPoint, decision: Decision, given: list[Assignment], named: set[CaseId]) -> tuple[Assignment, ...]:
    """The assignment that a point speaks of: by its case, or by the words of its task; two are none, but of one sentence."""
    earlier = [a for a in given if _before(a, decision)]
    if named and (inside := [a for a in earlier if a.case in named]):
        return _best(point, inside) or of_one_sentence(inside)
    same = [a for a in earlier if a.case == decision.case]
    if _NAMES_ONE.search(point.evidence.quote) and same:
        return _best(point, same) or of_one_sentence(same)
    return _best(point, [a for a in earlier if a.case != decision.case])


def _before(assignment: Assignment, decision: Decision) -> bool:
    given, day = assignment.given, decision.date
    return bool(given and day and given.earliest <= day.earliest) and assignment.decision != decision.key


def _best(point: DecisionPoint, candidates: list[Assignment]) -> tuple[Assignment, ...]:
    fits = [(fit, a) for a in candidates if (fit := _fit(point, a)) >= _FITS]
    top = max((fit for fit, _ in fits), default=0.0)
    best = [a for fit, a in fits if fit == top]
    return tuple(best) if len(best) == 1 and (len(fits) == 1 or point.action is not Action.DEFER) else ()


def _fit(point: DecisionPoint, assignment: Assignment) -> float:
    thing = overlap(point.target, assignment.task) if point.target else 0.0
    # what a deferral puts off is told by its target; the rest of the sentence speaks of other things
    return thing if point.action is Action.DEFER else max(thing, overlap(assignment.task, point.evidence.quote))


# --- given anew ---------------------------------------------------------------------------------


def _given_anew(group: list[Assignment]) -> Iterator[_Found]:
    """A later assignment that says it is given anew, or has the same task and taker with a later deadline, takes over."""
    for later in group:
        if earlier := _renewed(later, group):
            move = Move(
                AssignmentState.SUPERSEDED, later.case, later.given, later.deadline, "assignment-renewed", later.evidence[:1]
            )
            yield _Found(earlier, move, Relation.CONTINUES_ASSIGNMENT, 0.8, later.key)


def _proposed_anew(assignments: Iterable[Assignment], by_town: dict[str, list[Assignment]]) -> Iterator[Statement]:
    """The same of an assignment that is only proposed: it takes over nothing yet."""
    for later in assignments:
        if later.status is Modality.PROPOSED and later.case:
            earlier = _renewed(later, by_town[later.case.municipality])
            if earlier:
                yield Statement(
                    later.key,
                    Relation.CONTINUES_ASSIGNMENT,
                    earlier.key,
                    Status.INFERRED,
                    Modality.PROPOSED,
                    0.7,
                    "assignment-renewed",
                    (later.evidence[0], *earlier.evidence[:1]),
                )


def _renewed(later: Assignment, group: list[Assignment]) -> Assignment | None:
    """The latest earlier assignment that a later one renews; two given on the same day are none."""
    says_so = any(cue("renews-assignment").search(words.quote) for words in later.evidence)
    fits = [a for a in group if _is_earlier(a, later) and _is_same_task(a, later, says_so)]
    days = sorted({str(a.given.earliest) for a in fits if a.given})
    last = [a for a in fits if a.given and str(a.given.earliest) == days[-1]]
    return last[0] if len(last) == 1 else None


def _is_earlier(one: Assignment, later: Assignment) -> bool:
    # a letter's proposal has no day of decision: what it renews is given already
    known = one.given and (one.given.latest < later.given.earliest if later.given else one.case != later.case)
    return bool(known) and len({one.assignee, later.assignee} - {None}) <= 1


def _is_same_task(one: Assignment, later: Assignment, says_so: bool) -> bool:
    if _years(one.task) != _years(later.task):
        return False  # "sjukfrånvaron för 2018" is asked for by itself
    there, back = overlap(one.task, later.task), overlap(later.task, one.task)
    if says_so:
        return max(there, back) >= _FITS
    return min(there, back) >= _SAME_TASK and bool(one.assignee) and one.deadline != later.deadline


def _years(task: str) -> set[str]:
    """The years that a task is about; that of its deadline is none of them."""
    return set(_YEAR.findall(_BY_WHEN.sub("", task)))


# --- put together -------------------------------------------------------------------------------


def _with_moves(assignments: tuple[Assignment, ...], found: list[_Found]) -> tuple[Assignment, ...]:
    moves: dict[str, list[_Found]] = defaultdict(list)
    for one in found:
        moves[one.assignment.key].append(one)
    return tuple(_with(a, sorted(moves[a.key], key=_when)) if a.key in moves else a for a in assignments)


def _with(assignment: Assignment, found: list[_Found]) -> Assignment:
    done = next((one for one in found if one.fulfilled), None)
    kept = tuple(one.move for one in found if not one.fulfilled)
    if done is None or assignment.answered_by:
        return replace(assignment, moves=kept)
    return replace(assignment, moves=kept, answered_by=done.move.case, answered_on=done.move.date, answer=done.move.evidence)


def _when(found: _Found) -> tuple[str, str]:
    return str(found.move.date.earliest) if found.move.date else "9999", found.subject


def _statement(found: _Found) -> Statement:
    words: tuple[Evidence, ...] = (*found.move.evidence, *found.assignment.evidence[:1])
    return Statement(
        found.subject,
        found.relation,
        found.assignment.key,
        Status.INFERRED,
        Modality.RECOUNTED,
        found.confidence,
        found.move.rule,
        words,
    )
