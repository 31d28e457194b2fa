"""In which mode a sentence of running text speaks of a decision, and of which case, body and date."""

import re
from typing import NamedTuple

import msgspec

from graf.extract.clauses import Act
from graf.extract.context import Sentence
from graf.matching import PrintedBody
from graf.model import Action, DateExpression, Modality, Printed, Span
from graf.tables import cue, masthead_fields

_HANDED_OUT = {Action.ASSIGN, Action.AMEND, Action.EXTEND}
_TERSE = 140
_TAIL = 60
"""How near its end a longer line of a transcript must have its verb: what stands before are the titles of items."""
_TERSE_SECTIONS = {"masthead", "item", "text", "decision"}
_FEWEST_WORDS = 4
_TOP = 100
"""How far from its beginning a document's own title may say who adopted it: "Direktiv för bolaget, antagna av"."""
_TO = 4
"""The length of " att" in "har beslutat att föreslå", which proposes."""
_CONTENTS = re.compile(r"[ ]\d{1,3}$")
"""A line of a contents list ends with its page."""
_FAR = 90
"""How far behind "beslutade" the verb of the decision may stand: beyond it speaks of something else."""
_DECIDED_BY = next(row.pattern for row in masthead_fields() if row.name == "decided-by")


class Told(msgspec.Struct, frozen=True):
    """What a paragraph speaks of: the case, body and date of its last dated sentence."""

    paragraph: int
    case: str | None = None
    body: str | None = None
    date: DateExpression | None = None


class Mode(msgspec.Struct, frozen=True):
    """The status that a sentence gives, how surely, and by which rule."""

    status: Modality
    confidence: float
    rule: str


def told_by(sentence: Sentence, last: Told) -> Told:
    """What the paragraph speaks of after this sentence; a new paragraph begins anew."""
    here = last if last.paragraph == sentence.paragraph else Told(sentence.paragraph)
    body = sentence.deciders[0].name if sentence.deciders else None
    if sentence.dates:
        case = _nearest(sentence.cases, sentence.dates[0].span)
        return Told(sentence.paragraph, case.normal if case else None, body, sentence.dates[0].date)
    if sentence.cases and (sentence.search("decides") or any(act.past for act in sentence.acts)):
        return Told(sentence.paragraph, sentence.cases[0].normal, body or here.body)
    if sentence.match("same-time"):
        return here
    # another body, without a date: what went before is not of it
    return Told(sentence.paragraph, None, body) if body and body != here.body else here


def mode_of(sentence: Sentence, told: Told, hands_out: bool) -> Mode | None:
    """The mode of a sentence that stands under no frame; None where it decides nothing.

    ``hands_out`` tells that the document is of a kind that assigns in its running text.
    """
    words, acts = sentence.text, sentence.acts
    if sentence.search("row-of-decisions"):
        return None
    proposes, decides = sentence.search("proposes"), sentence.search("decides")
    if (
        proposes
        and (proposes.start() <= _place(sentence, acts[0]) if acts else sentence.search("proposes-that"))
        and not (decides and decides.end() + _TO < proposes.start())
    ):
        alone = words.lower().startswith("förslag:")
        return Mode(Modality.PROPOSED, 0.8, "proposal") if sentence.deciders or alone else None
    if sentence.search("moves"):
        return None
    at_top = sentence.section.kind == "masthead" and sentence.span.start < _TOP
    if (
        (_DECIDED_BY.search(words) if at_top else _DECIDED_BY.match(words))
        and sentence.bodies
        and sentence.bodies[0].span.start - sentence.span.start < 80
    ):
        return Mode(Modality.DECIDED, 0.9, "decided-by")
    if acts and (sentence.match("decided-here") or (sentence.deciders and sentence.search("enacts"))):
        return Mode(Modality.DECIDED, 0.85, "declared")
    if (by := sentence.search("by-decision")) and (not by.start() or any(act.past for act in acts)):
        return Mode(Modality.RECOUNTED, 0.85, "by-decision")
    if (
        hands_out
        and acts
        and not words.lower().startswith("att ")
        and acts[0].action in _HANDED_OUT
        and not acts[0].past
        and _place(sentence, acts[0]) < _FAR
    ):
        return Mode(Modality.DECIDED, 0.75, "declared")
    return _past(sentence, told, decides.end() if decides else None) or _present(sentence)


def terse(sentence: Sentence, minutes: bool, agenda: bool) -> Mode | None:
    """The mode of a terse line of minutes or an agenda that is all decision: "Rapporten godkänns.", "1. Anta riktlinjerna".

    Running text says such things of other matters: only a short line counts, and outside minutes only a listed one.
    """
    if not sentence.acts and minutes and sentence.match("bullet") and sentence.match("is-to"):
        return Mode(Modality.PROPOSED if agenda else Modality.DECIDED, 0.6, "terse")
    if not sentence.acts or sentence.acts[0].past or (sentence.dates and not sentence.match("bullet")):
        return None
    if len(sentence.text) > _TERSE and not (minutes and sentence.span.end - sentence.acts[0].span.end < _TAIL):
        return None
    if sentence.section.kind not in _TERSE_SECTIONS or cue("auxiliary").search(sentence.source, 0, sentence.acts[0].span.start):
        return None
    listed = sentence.match("bullet")
    if _CONTENTS.search(sentence.text):
        return None
    act = sentence.acts[0]
    opens = bool(listed) and _place(sentence, act) <= len(listed.group()) + 4 if listed else False
    verb = sentence.source[act.span.start : act.span.end].split()[0].lower()
    passive = verb.endswith("s") or verb == "får"
    if not (opens or passive) or not (listed or minutes):
        return None
    return Mode(Modality.PROPOSED if agenda else Modality.DECIDED, 0.6, "terse")


def _past(sentence: Sentence, told: Told, decided: int | None) -> Mode | None:
    near = decided is not None and any(0 <= _place(sentence, act) - decided <= _FAR for act in sentence.acts)
    if decided is not None and (told.case or (told.date and told.body) or near):
        return Mode(Modality.RECOUNTED, 0.9, "recounted")
    if _is_tasked_by(sentence):
        return Mode(Modality.RECOUNTED, 0.8, "recounted")
    if any(act.past for act in sentence.acts) and (told.case or told.date or _says_that_it_did(sentence)):
        return Mode(Modality.RECOUNTED, 0.85, "recounted")
    return None


def _says_that_it_did(sentence: Sentence) -> bool:
    """Whether a body says when it did so by the form alone: "antog"; "har antagit" needs a day or a case beside it."""
    act = next(act for act in sentence.acts if act.past)
    return _opens_with_decider(sentence) and not cue("perfect").search(sentence.source, sentence.span.start, act.span.end)


def _is_tasked_by(sentence: Sentence) -> bool:
    """Whether it tells who was tasked by whom: "Kontoret fick i budgeten ett uppdrag av styrelsen"."""
    given = [act for act in sentence.acts if act.past and act.action is Action.ASSIGN]
    givers = [b for b in sentence.deciders if cue("by").search(sentence.source, max(0, b.span.start - 5), b.span.start)]
    return bool(given and givers)


def _present(sentence: Sentence) -> Mode | None:
    if any(not b.genitive and _turned(sentence, b) for b in sentence.deciders):
        return Mode(Modality.DECIDED, 0.8, "declared")
    if not sentence.acts:
        decides = sentence.search("decides-that")
        says = decides is not None and _opens_with_decider(sentence, decides.start())
        return Mode(Modality.DECIDED, 0.75, "declared") if says else None
    first = _place(sentence, sentence.acts[0])
    if sentence.acts[0].past or cue("would").search(sentence.source, sentence.span.start, sentence.acts[0].span.start):
        return None
    return Mode(Modality.DECIDED, 0.8, "declared") if _opens_with_decider(sentence, first) else None


def _turned(sentence: Sentence, body: PrintedBody) -> bool:
    """Whether the verb stands before its subject: "Med 8 röster mot 5 beslutar kommunstyrelsen att avslå motionen"."""
    return bool(cue("turned").search(sentence.source, max(sentence.span.start, body.span.start - 40), body.span.start)) and (
        sentence.source.startswith(" att ", body.span.end)
    )


def acts_told(sentence: Sentence) -> tuple[Act, ...]:
    """The verbs behind "beslutade", else those that tell of the past; a bare "beslutade om" adopts."""
    decides = cue("decides").search(sentence.source, sentence.span.start, sentence.span.end)
    if not decides:
        return tuple(act for act in sentence.acts if act.past)
    first = next((act for act in sentence.acts if decides.start() <= act.span.start <= decides.end() + _FAR), None)
    behind = tuple(act for act in sentence.acts if act.past or (first and act.span.start >= first.span.start))
    if cue("is-to").match(_clause(sentence, decides.end())):
        return (Act(Action.ASSIGN, Span(*decides.span()), True),)
    bare = () if decides.group().lower() == "beslut" else (Act(Action.ADOPT, Span(*decides.span()), True),)
    return behind or bare


def unnamed(sentence: Sentence, rule: str) -> tuple[Act, ...]:
    """What is decided with a verb that no action has: "2. Paragrafen justeras omedelbart", "beslutar att ägaren ska betala".

    A point of a list must say something; a heading or a name in it decides nothing.
    """
    said = sentence.search("decides-that") or sentence.search("proposes-that")
    if rule in {"section", "lead-in"} and not (said or _is_point(sentence)):
        return ()
    clause = sentence.text[said.end() :].lstrip() if said else sentence.text
    action = Action.ASSIGN if cue("is-to").match(clause) else Action.DECIDE
    start = sentence.span.start + (said.start() if said else 0)
    return (Act(action, Span(start, start + 1), False),)


def _is_point(line: Sentence) -> bool:
    """Whether a line of a list says something: it has a verb, or is numbered and ends as a sentence does."""
    words = line.text
    bullet = line.match("bullet")
    if not bullet:
        return False
    sentence = bullet.group()[0].isdigit() and words.endswith(".") and words.count(" ") >= _FEWEST_WORDS
    return sentence or bool(line.search("does"))


def _clause(sentence: Sentence, place: int) -> str:
    """What is decided: the clause behind "beslutade den 14 september § 132"."""
    start = sentence.source.find("att ", place, min(place + _FAR, sentence.span.end))
    return sentence.source[start : sentence.span.end] if start >= 0 else ""


def subject_of(sentence: Sentence, act: Act) -> PrintedBody | None:
    """The body that does what a verb says: beside "beslutade", else the first before the verb that is its subject."""
    subjects = [b for b in sentence.deciders if not b.genitive]
    decides = cue("decides").search(sentence.source, sentence.span.start, act.span.end)
    if decides and (beside := [b for b in subjects if decides.start() <= b.span.start <= decides.end() + 2]):
        return beside[0]
    ahead = [b for b in subjects if b.span.end <= act.span.start + 1]
    if named := [b for b in ahead if cue("decision-of").search(sentence.source, 0, b.span.start)]:
        return named[0]
    before = [b for b in ahead if not _is_oblique(sentence.source, b)]
    return before[0] if before else None


class Sides(NamedTuple):
    """Who proposes, and who is to decide; None where it is not said by a name."""

    proposer: str | None
    addressee: str | None


def proposed_between(sentence: Sentence) -> Sides | None:
    """The two sides of "X föreslår att Y beslutar"; None where no body is to decide.

    "Y föreslås besluta" names one side only, whose the point is.
    """
    told = cue("proposes").search(sentence.text)
    if told is None or told.group().lower() == "föreslås":
        return None
    place = sentence.span.start + told.start()
    ahead = [b for b in sentence.bodies if b.span.end <= place and not b.genitive and not _is_oblique(sentence.source, b)]
    behind = [b for b in sentence.deciders if b.span.start > place and not b.genitive]
    return Sides(ahead[-1].name if ahead else None, behind[0].name) if behind else None


def _is_oblique(text: str, body: PrintedBody) -> bool:
    """Whether a preposition stands before it: "till kommunstyrelsen" is no subject."""
    return bool(cue("preposition").search(text, max(0, body.span.start - 6), body.span.start))


def _place(sentence: Sentence, act: Act) -> int:
    return act.span.start - sentence.span.start


def _opens_with_decider(sentence: Sentence, within: int = 60) -> bool:
    found = [b for b in sentence.deciders if not b.genitive]
    if not found or found[0].span.start - sentence.span.start > 6:
        return False
    return within - (found[0].span.end - sentence.span.start) < 60


def _nearest(cases: tuple[Printed, ...], place: Span) -> Printed | None:
    return min(cases, key=lambda case: abs(case.span.start - place.start), default=None)
