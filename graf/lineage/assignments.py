"""The ledger's raw material: every assignment, and what answered it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graf.lineage.material import Read
from graf.model import Action, Assignment, CaseId, Decision, DecisionPoint, Evidence, Modality, Relation, Statement, Status
from graf.keys import case_key
from graf.tables import cue
from graf.words import overlap

_STATUSES = {Modality.DECIDED, Modality.RECOUNTED, Modality.PROPOSED}
_LATE_DAYS = 366
"""A report that comes more than a year behind the deadline is held to answer nothing."""


def find_assignments(decisions: Iterable[Decision]) -> tuple[Assignment, ...]:
    """Every assignment that decisions and proposals give, numbered within its decision."""
    found: list[Assignment] = []
    for decision in decisions:
        given = [p for p in decision.points if p.action is Action.ASSIGN and p.status in _STATUSES and (p.assignee or p.task)]
        tail = decision.key.split("/", 1)[1]
        found += [_assignment(decision, point, f"uppdrag/{tail}-{number}") for number, point in enumerate(given, 1)]
    return _without_decided_proposals(found)


def _assignment(decision: Decision, point: DecisionPoint, key: str) -> Assignment:
    assigner = decision.body if point.status is not Modality.PROPOSED else point.addressee or decision.body
    return Assignment(
        key, decision.case, decision.key, assigner, point.assignee, point.task or point.evidence.quote, point.deadline, decision.date, point.status, (point.evidence, *point.more)
    )


def _without_decided_proposals(found: list[Assignment]) -> tuple[Assignment, ...]:
    """A proposal stands only until the assignment it proposed is decided; said twice it is one."""
    kept: list[Assignment] = []
    for assignment in sorted(found, key=lambda a: a.status is Modality.PROPOSED):
        twin = next((n for n, other in enumerate(kept) if _is_twin(assignment, other)), None)
        if twin is None:
            kept.append(assignment)
        elif kept[twin].status is assignment.status:
            kept[twin] = replace(kept[twin], evidence=(*kept[twin].evidence, *assignment.evidence))
    return tuple(sorted(kept, key=lambda a: (str(a.given.earliest) if a.given else "9999", a.key)))


def _is_twin(one: Assignment, other: Assignment) -> bool:
    if one.case is None or one.case != other.case or one.deadline != other.deadline:
        return False
    if one.status is not Modality.PROPOSED and one.given and other.given and one.given != other.given and one.status is other.status:
        return False
    assignees = {one.assignee, other.assignee} - {None}
    return len(assignees) < 2 and max(overlap(one.task, other.task), overlap(other.task, one.task)) >= 0.5


# --- answers ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Answers:
    """The assignments with what answered them, and the statements that say so."""

    assignments: tuple[Assignment, ...]
    statements: tuple[Statement, ...]


def answer(assignments: tuple[Assignment, ...], reads: Iterable[Read]) -> Answers:
    """Close every assignment that a later report answers, by the rules below; an unsure one stays open."""
    answered: dict[str, Assignment] = {a.key: a for a in assignments}
    statements: list[Statement] = []
    for read in sorted(reads, key=lambda r: (str(r.extraction.document.date.earliest) if r.extraction.document.date else "9999", r.extraction.document.name)):
        for rule, confidence, target, words in _reports(read, tuple(answered.values())):
            own = read.own()
            if own and answered[target.key].answered_by in {None, own}:
                evidence = (*words, *target.evidence[:1])
                answered[target.key] = replace(
                    answered[target.key], answered_by=own, answered_on=answered[target.key].answered_on or read.extraction.document.date, answer=answered[target.key].answer or words
                )
                statements += _statements(own, target, rule, confidence, evidence)
    return Answers(tuple(answered[a.key] for a in assignments), tuple(statements))


def _statements(own: CaseId, target: Assignment, rule: str, confidence: float, evidence: tuple[Evidence, ...]) -> list[Statement]:
    found = [Statement(case_key(own), Relation.REPORTS_ON, target.key, Status.INFERRED, Modality.RECOUNTED, confidence, rule, evidence)]
    if target.case and target.case != own:
        found.append(Statement(case_key(own), Relation.REPORTS_ON, case_key(target.case), Status.INFERRED, Modality.RECOUNTED, confidence, rule, evidence))
    return found


def _reports(read: Read, assignments: tuple[Assignment, ...]) -> list[tuple[str, float, Assignment, tuple[Evidence, ...]]]:
    own = read.own()
    if own is None:
        return []
    open_ones = [a for a in assignments if _may_answer(read, own, a)]
    return [*_report_answers_assignment(read, open_ones), *_stated_answer(read, open_ones)]


def _may_answer(read: Read, own: CaseId, assignment: Assignment) -> bool:
    document = read.extraction.document
    if assignment.case is None or assignment.case == own or assignment.case.municipality != own.municipality or not assignment.status.holds:
        return False
    if not (document.date and assignment.given) or document.date.latest < assignment.given.earliest:
        return False
    return assignment.deadline is None or (document.date.earliest - assignment.deadline.latest).days <= _LATE_DAYS


def _report_answers_assignment(read: Read, candidates: list[Assignment]) -> list[tuple[str, float, Assignment, tuple[Evidence, ...]]]:
    """A paper whose title calls it a report ("Återrapportering", "Lägesbeskrivning") answers the assignment it tells of whose task asks for such a report; only where one fits best."""
    title = read.extraction.document.title or ""
    if not cue("report-title").search(title):
        return []
    cited = {case for point in read.extraction.points for case in read.cases(point)}
    told = [a for a in candidates if a.case in cited and a.deadline]
    scored = sorted(((_fit(title, a), str(a.deadline.latest) if a.deadline else "", a.key, a) for a in told), key=lambda row: row[:3], reverse=True)
    if not scored or scored[0][0] < 0.3 or (len(scored) > 1 and scored[0][:2] == scored[1][:2]):
        return []
    return [("report-answers-assignment", 0.8, scored[0][3], _title_words(read))]


def _fit(title: str, assignment: Assignment) -> float:
    """How well a report's title fits what an assignment asks for: shared subject, and that a report is asked for at all."""
    return overlap(title, assignment.task) + (0.6 if cue("report-title").search(assignment.task) else 0)


def _stated_answer(read: Read, candidates: list[Assignment]) -> list[tuple[str, float, Assignment, tuple[Evidence, ...]]]:
    """A paper that says it comes of an assignment, and names the case that gave it, answers it where that case gave one alone to the office that writes."""
    found = []
    for resolution in read.resolutions:
        words = resolution.reference.evidence
        if resolution.target is None or not cue("answers-assignment").search(words.quote):
            continue
        given = [a for a in candidates if a.case == resolution.target and a.assignee in {None, read.extraction.document.body}]
        if len(given) == 1:
            found.append(("stated-answer", 0.9, given[0], (words,)))
    return found


def _title_words(read: Read) -> tuple[Evidence, ...]:
    """The place of the title: the sentence that bears the document's own number, or nothing."""
    own = next((r.reference.evidence for r in read.resolutions if r.reference.role == "own" and r.reference.kind == "case"), None)
    return (own,) if own else ()
