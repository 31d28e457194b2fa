"""Decision points, sentence by sentence: what a sentence does, and who says so in which mode.

A *frame* is what the lead-in of a list or the heading of a section says of the points below it: body,
addressee, status, date. Narrative sentences make their own frame; later ones of the same paragraph inherit
the case, body and date that the paragraph speaks of.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graf.dates import find_dates
from graf.extract.clauses import Act, find_acts, is_negated, principal, target_of, task_of
from graf.extract.context import Context, Sentence
from graf.matching import Printed, PrintedBody, find_bodies
from graf.model import Action, DateExpression, DecisionPoint, Modality, Span
from graf.tables import cue, masthead_fields

_NUMBER = re.compile(r"(?:[-–•*]\s+)?(\d{1,2})[.)]\s")
_DECIDED_BY = next(row.pattern for row in masthead_fields() if row.name == "decided-by")
_BULLET = re.compile(r"\s*(?:[-–•*]|\d{1,2}[.)]|att\b)")
_LEAD_IN = re.compile(
    r"(?:besluta(?:r|de)?(?:[ ](?:att|följande|enligt[ ]följande|för[ ]egen[ ]del))*|följande|enligt[ ]följande)[ ]*[.:]?[ ]*$",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"^(?:\d{1,2}[.)]\s+)?(?:Vi|Jag)[ ](?:föreslår|yrkar)", re.IGNORECASE)
_DECIDERS = {"council", "board", "committee", "state"}
_TARGETED = {Action.DEFER, Action.REPEAL, Action.REPLACE, Action.ESTABLISH, Action.ADOPT, Action.AMEND, Action.EXTEND}
_OF_A_MEETING = {"protokoll", "protokollsutdrag", "direktiv", "utlåtande"}
"""The kinds of documents whose own day is the day of the decision or proposal."""
_HANDS_OUT = {"direktiv", "regeringsuppdrag"}
"""The kinds of documents that assign in their running text."""
_SILENT = {"papers", "contents", "attendance", "recipients"}
_FAR = 90
"""How far behind "beslutade" the verb of the decision may stand: beyond it speaks of something else."""
_PARAGRAPH = re.compile(r"\n[ \t]*\n(?!\s*[a-zåäö])|\n(?=\s*[-–•*]\s)")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands above some points and holds for each of them."""

    status: Modality
    body: str | None = None
    addressee: str | None = None
    date: DateExpression | None = None
    case: str | None = None
    rule: str = "section"


@dataclass(frozen=True, slots=True)
class Told:
    """What the paragraph at hand speaks of: the case, body and date of the last dated sentence."""

    paragraph: int
    case: str | None = None
    body: str | None = None
    date: DateExpression | None = None


def find_points(context: Context) -> tuple[DecisionPoint, ...]:
    """Every decision point of a document, in order."""
    return tuple(_Walk(context).points())


class _Walk:
    """One pass over the sentences; what it remembers is the frame above and what the paragraph speaks of."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text
        self.frame: Frame | None = None
        self.section_start = -1
        self.frame_items = 0
        self.frame_end = 0
        self.told = Told(-1)

    def points(self) -> Iterator[DecisionPoint]:
        for sentence in self.context.sentences:
            if sentence.section.span.start != self.section_start:
                self._enter(sentence)
            if lead := self._lead_in(sentence):
                self.frame, self.frame_items, self.frame_end = lead, 0, sentence.span.end
            elif self.frame or sentence.section.kind not in _SILENT:
                yield from self._of(sentence)

    # a heading's own frame holds until the section ends; a lead-in's until its list does
    def _enter(self, sentence: Sentence) -> None:
        self.section_start = sentence.section.span.start
        self.frame = self._section_frame(sentence)
        self.told = Told(-1)

    def _section_frame(self, sentence: Sentence) -> Frame | None:
        section = sentence.section
        named = find_bodies(section.heading)
        body = named[0].name if named else self.context.parsed.document.body
        if section.kind == "decision":
            return Frame(Modality.DECIDED, body)
        if section.kind == "proposal":
            return Frame(Modality.PROPOSED, body, named[1].name if len(named) > 1 else None)
        if section.kind == "motion":
            return Frame(Modality.MOVED, body)
        return None

    def _lead_in(self, sentence: Sentence) -> Frame | None:
        text = sentence.text
        if len(text) > 260 or not _LEAD_IN.search(text):
            return None
        bodies = [b for b in find_bodies(text) if not b.genitive and (b.kind in _DECIDERS or b.kind == "office")]
        dates = find_dates(text)
        date = dates[0].date if dates else None
        if _SPEAKER.match(text) or cue("moves").search(text) or cue("dissents").search(text):
            return Frame(Modality.MOVED, None, rule="lead-in")
        status = Modality.PROPOSED if cue("proposes").search(text) else Modality.DECIDED
        if status is Modality.DECIDED and re.search(r"besluta(?:de)[ ]", text) and dates and self._retold(sentence):
            status = Modality.RECOUNTED
        first = bodies[0].name if bodies else self.context.parsed.document.body
        addressee = bodies[1].name if len(bodies) > 1 and status is Modality.PROPOSED else None
        return Frame(status, first, addressee, date, rule="lead-in")

    def _retold(self, sentence: Sentence) -> bool:
        return sentence.section.kind not in {"decision", "item"}

    def _of(self, sentence: Sentence) -> Iterator[DecisionPoint]:
        if sentence.section.kind == "reservation" or cue("dissents").search(sentence.text):
            self.frame = None if self.frame and self.frame.rule == "lead-in" else self.frame
            return
        acts = find_acts(self.text, sentence.span.start, sentence.span.end)
        if self.frame and self._in_frame(sentence, acts):
            self.frame_items, self.frame_end = self.frame_items + 1, sentence.span.end
            yield from self._framed(sentence, acts, self.frame)
            return
        yield from self._narrated(sentence, acts)

    def _in_frame(self, sentence: Sentence, acts: tuple[Act, ...]) -> bool:
        frame = self.frame
        if frame is None:
            return False
        if frame.rule == "section":
            if frame.status is Modality.DECIDED and acts and acts[0].past and not _BULLET.match(sentence.text):
                return False
            return not (frame.status is Modality.PROPOSED and len(sentence.section.heading) > 0 and _is_prose(sentence))
        listed = bool(_BULLET.match(sentence.text))
        near = sentence.span.start - self.frame_end < 40
        if near and (listed or self.frame_items == 0) and (acts or listed):
            return True
        self.frame = self._section_frame(sentence)
        return self.frame is not None and self._in_frame(sentence, acts)

    def _framed(self, sentence: Sentence, acts: tuple[Act, ...], frame: Frame) -> Iterator[DecisionPoint]:
        number = _NUMBER.match(sentence.text)
        for act in principal(self.text, acts):
            point = self._point(sentence, act, frame)
            subject = self._subject(sentence, act)
            if subject and frame.status is Modality.PROPOSED and subject != frame.body and not frame.addressee:
                point = replace(point, addressee=subject)
            yield replace(point, number=int(number.group(1)) if number else None)

    def _narrated(self, sentence: Sentence, acts: tuple[Act, ...]) -> Iterator[DecisionPoint]:
        told = self._told(sentence, acts)
        status, confidence, rule = _mode(sentence, acts, told, self.context.parsed.document.kind in _HANDS_OUT)
        if status is None:
            return
        chosen = acts if status is not Modality.RECOUNTED else _recounted(self.text, sentence, acts)
        if rule == "decided-by":
            chosen = (Act(Action.ADOPT, Span(sentence.span.start, sentence.span.start + 8), False),)
        named = self._subject(sentence, chosen[0]) if chosen else None
        frame = Frame(status, named or told.body, None, told.date, told.case, rule)
        if status is Modality.PROPOSED:
            frame = replace(
                frame, body=named or self.context.parsed.document.body, addressee=_addressee(sentence), date=None, case=None
            )
        for act in principal(self.text, chosen):
            yield _given(self.text, sentence, act, replace(self._point(sentence, act, frame), confidence=confidence))

    def _told(self, sentence: Sentence, acts: tuple[Act, ...]) -> Told:
        paragraph = _paragraph_start(self.text, sentence)
        last = self.told if self.told.paragraph == paragraph else Told(paragraph)
        dates = [d for d in find_dates(self.text, sentence.span.start, sentence.span.end) if not d.deadline]
        cases = self.context.inside(sentence.span, "case", "gov_case")
        bodies = find_bodies(self.text, sentence.span.start, sentence.span.end)
        if dates:
            case = _nearest(cases, dates[0].span)
            last = Told(paragraph, case.normal if case else None, _decider(bodies), dates[0].date)
        elif cases and (cue("decides").search(sentence.text) or any(act.past for act in acts)):
            last = Told(paragraph, cases[0].normal, _decider(bodies) or last.body, None)
        elif (body := _decider(bodies)) and body != last.body:
            last = Told(paragraph, None, body, None)
        self.told = last
        return last

    def _subject(self, sentence: Sentence, act: Act) -> str | None:
        if (decides := cue("decides").search(self.text, sentence.span.start, act.span.end)) and (
            near := _beside(self.text, sentence, decides)
        ):
            return near
        bodies = find_bodies(self.text, sentence.span.start, act.span.end)
        before = [
            b
            for b in bodies
            if b.kind in _DECIDERS and not b.genitive and b.span.end <= act.span.start + 1 and not _is_oblique(self.text, b)
        ]
        return before[0].name if before else None

    def _point(self, sentence: Sentence, act: Act, frame: Frame) -> DecisionPoint:
        clause = _clause(self.text, sentence, act)
        task = task_of(self.text, act, clause) if act.action is Action.ASSIGN else None
        status = frame.status
        if is_negated(self.text, act):
            status = Modality.NEGATED
        elif status is Modality.DECIDED and cue("conditions").search(sentence.text):
            status = Modality.CONDITIONAL
        own = self.context.part(sentence.span.start).case
        told_of_another = status is Modality.RECOUNTED and frame.rule != "lead-in"
        cases = tuple(dict.fromkeys(c for c in (frame.case, None if told_of_another else own) if c))
        return DecisionPoint(
            act.action,
            status,
            self.context.evidence(sentence.span),
            f"{frame.rule}-{'past' if act.past else 'now'}",
            0.9 if frame.rule in {"section", "lead-in"} else 0.85,
            body=frame.body,
            addressee=frame.addressee,
            date=frame.date or (self._own_day() if status in {Modality.DECIDED, Modality.PROPOSED} else None),
            cases=cases,
            assignee=task.assignee if task else None,
            task=task.words if task else None,
            deadline=task.deadline if task else None,
            target=target_of(self.text, act, sentence.span.start, clause) if act.action in _TARGETED else None,
            item=self.context.item(sentence.span.start),
        )

    def _own_day(self) -> DateExpression | None:
        document = self.context.parsed.document
        return document.date if document.kind in _OF_A_MEETING else None


# --- the mode of a sentence ---------------------------------------------------------------------


def _mode(sentence: Sentence, acts: tuple[Act, ...], told: Told, document_decides: bool) -> tuple[Modality | None, float, str]:
    """In which mode a narrative sentence speaks of a decision, if it does."""
    words = sentence.text
    if cue("row-of-decisions").search(words):
        return None, 0, ""
    proposes = cue("proposes").search(words)
    decides = cue("decides").search(words)
    first = acts[0].span.start - sentence.span.start if acts else 0
    if proposes and acts and proposes.start() < first and not (decides and decides.start() < proposes.start()):
        bodies = [b for b in find_bodies(words) if b.kind in _DECIDERS]
        return (Modality.PROPOSED, 0.8, "proposal") if bodies else (None, 0, "")
    if cue("moves").search(words):
        return None, 0, ""
    if _DECIDED_BY.match(words) and find_bodies(words[:80]):
        return Modality.DECIDED, 0.9, "decided-by"
    if decides and (told.case or (told.date and told.body) or _near_act(sentence, acts, decides.end())):
        return Modality.RECOUNTED, 0.9, "recounted"
    if any(act.past for act in acts) and (told.case or told.date or _opens_with_body(words)):
        return Modality.RECOUNTED, 0.85, "recounted"
    if acts and document_decides and acts[0].action is Action.ASSIGN and acts[0].span.start - sentence.span.start < _FAR:
        return Modality.DECIDED, 0.75, "declared"
    if acts and _opens_with_body(words, within=acts[0].span.start - sentence.span.start):
        return Modality.DECIDED, 0.8, "declared"
    return None, 0, ""


def _recounted(text: str, sentence: Sentence, acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """The verbs behind "beslutade", else those that tell of the past; a bare "beslutade om" adopts."""
    decides = cue("decides").search(text, sentence.span.start, sentence.span.end)
    if decides:
        first = next((act for act in acts if decides.start() <= act.span.start <= decides.end() + _FAR), None)
        behind = tuple(act for act in acts if act.past or (first and act.span.start >= first.span.start))
        return behind or (Act(Action.ADOPT, Span(*decides.span()), True),)
    return tuple(act for act in acts if act.past)


def _near_act(sentence: Sentence, acts: tuple[Act, ...], decided: int) -> bool:
    return any(0 <= act.span.start - sentence.span.start - decided <= _FAR for act in acts)


def _opens_with_body(words: str, within: int = 60) -> bool:
    found = [b for b in find_bodies(words[:120]) if b.kind in _DECIDERS and not b.genitive]
    return bool(found) and found[0].span.start <= 6 and within - found[0].span.end < 60


def _is_prose(sentence: Sentence) -> bool:
    """Whether a sentence below a heading of proposals argues rather than proposes."""
    return len(sentence.text) > 500


def _given(text: str, sentence: Sentence, act: Act, point: DecisionPoint) -> DecisionPoint:
    """Turn "X har av Y fått i uppdrag" the right way: Y assigns, X is to do it."""
    if act.action is not Action.ASSIGN or not re.match(
        r"(?:har|fått|fick|gavs|getts|uppdraget)", text[act.span.start : act.span.end], re.IGNORECASE
    ):
        return point
    bodies = find_bodies(text, sentence.span.start, sentence.span.end)
    giver = next((b for b in bodies if re.search(r"\b(?:av|från)[ ]$", text[max(0, b.span.start - 5) : b.span.start])), None)
    taker = next((b for b in bodies if b is not giver and b.span.end <= act.span.end + 40), None)
    return replace(point, body=giver.name, assignee=taker.name if taker else point.assignee) if giver else point


def _clause(text: str, sentence: Sentence, act: Act) -> int:
    following = [a.span.start for a in principal(text, find_acts(text, act.span.start, sentence.span.end))[1:]]
    return following[0] if following else sentence.span.end


def _addressee(sentence: Sentence) -> str | None:
    bodies = [b for b in find_bodies(sentence.text) if b.kind in _DECIDERS]
    return bodies[1].name if len(bodies) > 1 else None


def _is_oblique(text: str, body: PrintedBody) -> bool:
    return bool(
        re.search(r"(?:\btill|\bför|\båt|\bfrån|\bav|\bi|\bmed|\bhos)[ ]$", text[max(0, body.span.start - 6) : body.span.start])
    )


def _beside(text: str, sentence: Sentence, decides: re.Match[str]) -> str | None:
    """The body within "beslutade" or right behind it: "fattade kommunstyrelsen beslut", "beslutade kommunfullmäktige"."""
    bodies = [b for b in find_bodies(text, sentence.span.start, sentence.span.end) if b.kind in _DECIDERS and not b.genitive]
    return next((b.name for b in bodies if decides.start() <= b.span.start <= decides.end() + 2), None)


def _decider(bodies: tuple[PrintedBody, ...]) -> str | None:
    return next((b.name for b in bodies if b.kind in _DECIDERS), None)


def _nearest(cases: tuple[Printed, ...], place: Span) -> Printed | None:
    return min(cases, key=lambda case: abs(case.span.start - place.start), default=None)


def _paragraph_start(text: str, sentence: Sentence) -> int:
    # a few characters beyond the start, so that the pattern sees the bullet that the sentence begins with
    breaks = [
        m.end()
        for m in _PARAGRAPH.finditer(text, sentence.section.span.start, sentence.span.start + 3)
        if m.end() <= sentence.span.start
    ]
    return breaks[-1] if breaks else sentence.section.span.start
