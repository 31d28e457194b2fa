"""Decision points, sentence by sentence: what a sentence does, and who says so in which mode.

A point stands under a *frame*, a heading or lead-in that says body and status, or in running text, where the
sentence itself and its paragraph must say them.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from graf.extract.clauses import Act, is_negated, principal, target_of, task_of
from graf.extract.context import Context, Sentence
from graf.extract.frames import Frame, lead_in_frame, section_frame
from graf.extract.modes import Told, acts_told, mode_of, proposed_between, subject_of, terse, told_by, unnamed
from graf.model import Action, DateExpression, DecisionPoint, Modality
from graf.tables import cue

_NUMBER = re.compile(r"(?:[-–•*]\s+)?(\d{1,2})(?:[.)]\s|\s(?=[A-ZÅÄÖ]))")
_BULLET = re.compile(r"\s*(?:[-–•*]|\d{1,2}[.)]|att\b)")
_RECEIVES = re.compile(r"(?:har|fått|fick|gavs|getts|uppdraget)", re.IGNORECASE)
_TARGETED = {
    *(Action.DEFER, Action.REPEAL, Action.REPLACE, Action.ESTABLISH, Action.ADOPT, Action.AMEND, Action.EXTEND, Action.CLOSE)
}
_OF_A_MEETING = {"protokoll", "protokollsutdrag", "direktiv", "utlåtande"}
"""The kinds of documents whose own day is the day of the decision or proposal."""
_HANDS_OUT = {"direktiv", "regeringsuppdrag"}
"""The kinds of documents that assign in their running text."""
_TERSE_KINDS = {None, "protokoll", "protokollsutdrag", "kallelse"}
_SILENT = {"papers", "contents", "attendance", "recipients"}
_OF_ITSELF = {Action.POSTPONE, Action.REFER_BACK, Action.REFER}
_DEMANDS = {"motion", "medborgarförslag", "interpellation"}
"""The kinds of documents in which a member or a citizen asks for a decision."""
_SHORT_NAMES = {"Nämnden", "Styrelsen", "Utskottet", "Stadsdelsnämnden"}
_GAP = 40
"""How far behind a lead-in, or the last point of its list, the next point may begin."""
_PROSE = 500
"""A sentence longer than this below a heading of proposals argues rather than proposes."""


def find_points(context: Context) -> tuple[DecisionPoint, ...]:
    """Every decision point of a document, in order."""
    return tuple(_Walk(context).points())


class _Walk:
    """One pass over the sentences; what it remembers is the frame above and what the paragraph speaks of."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.flat
        self.document = context.parsed.document
        self.frame: Frame | None = None
        self.section_start = -1
        self.listed = 0
        self.frame_end = 0
        self.told = Told(-1)

    def points(self) -> Iterator[DecisionPoint]:
        for sentence in self.context.sentences:
            if sentence.section.span.start != self.section_start:
                self._enter(sentence)
            if lead := lead_in_frame(sentence, self.document.body):
                self.frame, self.listed, self.frame_end = self._as_demand(self._below(sentence, lead)), 0, sentence.span.end
            elif self.frame or sentence.section.kind not in _SILENT:
                yield from self._of(sentence)

    def _enter(self, sentence: Sentence) -> None:
        self.section_start = sentence.section.span.start
        self.frame = self._as_demand(section_frame(sentence, self.document.body))
        self.told = Told(-1)

    def _below(self, sentence: Sentence, lead: Frame) -> Frame:
        """ "Kommunfullmäktige beslutar" below the heading "Kommunstyrelsens förslag" says what is proposed to it."""
        heading = section_frame(sentence, self.document.body)
        if heading and heading.status is Modality.PROPOSED and lead.status is Modality.DECIDED:
            return replace(lead, status=Modality.PROPOSED, body=heading.body, addressee=lead.body)
        return lead

    def _as_demand(self, frame: Frame | None) -> Frame | None:
        """What a motion proposes is moved by a member, whatever words it uses."""
        if frame and self.document.kind in _DEMANDS and (frame.status is Modality.PROPOSED or not (frame.body or frame.date)):
            return replace(frame, status=Modality.MOVED, body=None)
        return frame

    def _of(self, sentence: Sentence) -> Iterator[DecisionPoint]:
        if sentence.section.kind == "reservation" or sentence.search("dissents"):
            self.frame = None if self.frame and self.frame.rule == "lead-in" else self.frame
            return
        if self.frame and self._in_frame(sentence):
            self.listed, self.frame_end = self.listed + 1, sentence.span.end
            yield from self._framed(sentence, self.frame)
        else:
            yield from self._narrated(sentence)

    # a heading's frame holds until its section ends; a lead-in's until its list does
    def _in_frame(self, sentence: Sentence) -> bool:
        frame = self.frame
        if frame is None:
            return False
        bulleted = bool(_BULLET.match(sentence.text))
        if frame.rule == "section":
            if frame.status is Modality.DECIDED and sentence.acts and sentence.acts[0].past and not bulleted:
                return False
            return frame.status is not Modality.PROPOSED or len(sentence.text) <= _PROSE
        if sentence.span.start - self.frame_end < _GAP and (bulleted or (self.listed == 0 and sentence.acts)):
            return True
        self.frame = section_frame(sentence, self.document.body)
        return self._in_frame(sentence)

    def _framed(self, sentence: Sentence, frame: Frame) -> Iterator[DecisionPoint]:
        number = _NUMBER.match(sentence.text)
        for act in principal(self.text, sentence.acts) or unnamed(sentence, frame.rule):
            point = self._point(sentence, act, frame)
            subject = subject_of(sentence, act)
            name = self._full_name(subject.name) if subject else None
            if name and frame.status is Modality.PROPOSED and name != frame.body and not frame.addressee:
                point = replace(point, addressee=name)
            elif name and not frame.body:
                point = replace(point, body=name)
            yield replace(point, number=int(number.group(1)) if number else None)

    def _narrated(self, sentence: Sentence) -> Iterator[DecisionPoint]:
        self.told = told_by(sentence, self.told)
        kind = self.document.kind
        mode = mode_of(sentence, self.told, kind in _HANDS_OUT)
        if mode is None and (kind in _TERSE_KINDS or self.document.items):
            mode = terse(sentence, kind in _OF_A_MEETING or self.context.of_a_meeting, kind == "kallelse")
        if mode is None:
            return
        acts = acts_told(sentence) if mode.status is Modality.RECOUNTED else sentence.acts
        if mode.status is not Modality.RECOUNTED or mode.rule == "by-decision":
            acts = acts or unnamed(sentence, mode.rule)
        if mode.rule == "decided-by":
            # the masthead says by whom and no more: of a shorter span the words left would pass for the thing decided
            acts = (Act(Action.ADOPT, sentence.span, False),)
        frame = self._told_frame(sentence, mode.status, mode.rule, acts)
        for act in principal(self.text, acts):
            yield _given(sentence, act, replace(self._point(sentence, act, frame), confidence=mode.confidence))

    def _told_frame(self, sentence: Sentence, status: Modality, rule: str, acts: tuple[Act, ...]) -> Frame:
        subject = subject_of(sentence, acts[0]) if acts else None
        named = subject.name if subject else None
        if status is Modality.PROPOSED and (sides := proposed_between(sentence)):
            own = self.document.body if self.document.body != sides.addressee else None
            return Frame(status, sides.proposer or own, sides.addressee, rule=rule)
        if status is Modality.PROPOSED:
            addressee = sentence.deciders[1].name if len(sentence.deciders) > 1 else None
            return Frame(status, named or self.document.body, addressee, rule=rule)
        own = self.document.body if rule in {"terse", "declared"} else None
        return Frame(status, named or self.told.body or own, None, self.told.date, self.told.case, rule)

    # --- one point ------------------------------------------------------------------------------

    def _point(self, sentence: Sentence, act: Act, frame: Frame) -> DecisionPoint:
        end = _clause_end(sentence, act)
        task = task_of(self.text, act, end) if act.action is Action.ASSIGN else None
        status = self._status(sentence, act, frame)
        return DecisionPoint(
            act.action,
            status,
            self.context.evidence(sentence.span),
            f"{frame.rule}-{'past' if act.past else 'now'}",
            0.9,
            body=self._full_name(frame.body),
            addressee=self._full_name(frame.addressee),
            date=frame.date or self._own_day(status),
            cases=self._cases(sentence, frame, status, act),
            assignee=task.assignee if task else None,
            task=task.words if task else None,
            deadline=task.deadline if task else None,
            target=target_of(self.text, act, sentence.span.start, end) if act.action in _TARGETED else None,
            item=self.context.item(sentence.span.start),
        )

    def _status(self, sentence: Sentence, act: Act, frame: Frame) -> Modality:
        if is_negated(self.text, act):
            return Modality.NEGATED
        if frame.status is Modality.DECIDED and self.document.kind == "kallelse":
            return Modality.PROPOSED  # a meeting that is called has decided nothing
        if frame.status is Modality.DECIDED and sentence.match("proposes-on"):
            return Modality.PROPOSED
        if frame.status is Modality.DECIDED and sentence.search("conditions"):
            return Modality.CONDITIONAL
        return frame.status

    def _full_name(self, body: str | None) -> str | None:
        """ "Nämnden" is the document's own body where that is a nämnd."""
        own = self.document.body or ""
        return own if body in _SHORT_NAMES and own.lower().endswith(body.lower()) else body

    def _own_day(self, status: Modality) -> DateExpression | None:
        decides_here = status in {Modality.DECIDED, Modality.PROPOSED} and self.document.kind in _OF_A_MEETING
        return self.document.date if decides_here else None

    def _cases(self, sentence: Sentence, frame: Frame, status: Modality, act: Act) -> tuple[str, ...]:
        """The case that the frame names, and the item's own unless another's decision is told.

        "Bordlades den 5 februari 2019, § 20" is told of the item itself.
        """
        told_of_another = status is Modality.RECOUNTED and frame.rule != "lead-in" and act.action not in _OF_ITSELF
        own = None if told_of_another else sentence.part.case
        return tuple(dict.fromkeys(case for case in (frame.case, own) if case))


def _clause_end(sentence: Sentence, act: Act) -> int:
    behind = tuple(other for other in sentence.acts if other.span.start >= act.span.start)
    joined = principal(sentence.source, behind)[1:]
    return joined[0].span.start if joined else sentence.span.end


def _given(sentence: Sentence, act: Act, point: DecisionPoint) -> DecisionPoint:
    """Turn "X har av Y fått i uppdrag" the right way: Y assigns, X is to do it."""
    text = sentence.source
    if act.action is not Action.ASSIGN or not _RECEIVES.match(text, act.span.start):
        return point
    giver = next((b for b in sentence.bodies if cue("by").search(text, max(0, b.span.start - 5), b.span.start)), None)
    taker = next((b for b in sentence.bodies if b is not giver and b.span.end <= act.span.end + _GAP), None)
    return replace(point, body=giver.name, assignee=taker.name if taker else point.assignee) if giver else point
