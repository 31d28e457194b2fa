"""Relations that a sentence states with a cue phrase right beside a number: noun, verb, passive, list, target first."""

import re
from collections.abc import Iterator
from functools import cache

from graf.extract.context import Context, Sentence
from graf.extract.frames import section_frame
from graf.model import Modality, Printed, Relation, RelationMention, Span
from graf.tables import RelationRow, cue, relations, vocabulary

_TARGETS = {"case", "gov_case", "paragraph"}
_SILENT = {"papers", "contents"}
_JOINS = re.compile(r"[)]?\s*(?:,|och|samt|respektive|, samt)\s*(?:dnr\.?\s|ärende(?:t)?\s)?[(]?", re.IGNORECASE)
"""What stands between two numbers of one list: "ärendena STK-2016-1, STK-2016-2 och STK-2016-3"."""
_LABEL = re.compile(r"(?:dnr\.?|diarie(?:nummer|nr)) $", re.IGNORECASE)
_NOT = re.compile(r"(?:(?<=\s)|\s)(?:inte|ej|aldrig)(?!\s(?:bara|enbart|minst|endast)\b)(?!\w)")
_IF = re.compile(r"(?:[-–•]\s+)?Om\s[^,]{0,80}$")
_EFFECTS = {Relation.REPEALS, Relation.REPLACES, Relation.AMENDS, Relation.CLOSES}
"""What a decision alone can do: whoever thinks or wishes it does not."""
_BEFORE = 400
"""How far before a number a cue is looked for."""
_REACH = 160
"""How far behind a number a cue is looked for."""


def find_relations(context: Context) -> tuple[RelationMention, ...]:
    """Every stated relation of a document, in order."""
    return tuple(mention for sentence in context.sentences for mention in _of(context, sentence))


def _of(context: Context, sentence: Sentence) -> Iterator[RelationMention]:
    numbers = [p for p in sentence.printed if p.kind in _TARGETS]
    if not numbers or sentence.section.kind in _SILENT:
        return
    modality = _modality(sentence)
    before: Printed | None = None
    for listed in _lists(context, numbers):
        if found := _cue(context, sentence, listed):
            row, denied = found
            other = before.normal if before else None
            put = _put(sentence, row, listed[0], modality)
            for number in listed:
                yield _mention(context, sentence, row, other, number, Modality.NEGATED if denied else put)
        before = next((n for n in reversed(listed) if n.kind != "paragraph"), before)


def _modality(sentence: Sentence) -> Modality:
    """How the sentence puts what it says: by its own words first, then by the heading above."""
    if sentence.section.kind == "reservation" or sentence.search("moves"):
        return Modality.MOVED
    if sentence.search("proposes"):
        return Modality.PROPOSED
    if sentence.search("conditions"):
        return Modality.CONDITIONAL
    frame = section_frame(sentence, None)
    return frame.status if frame else Modality.RECOUNTED


def _put(sentence: Sentence, row: RelationRow, number: Printed, modality: Modality) -> Modality:
    """The same of one number: what is told under "om", and what somebody thinks or wishes, has not come about."""
    before = sentence.source[sentence.span.start : number.span.start]
    if _IF.match(before):
        return Modality.CONDITIONAL
    if row.relation in _EFFECTS and cue("opines").search(before):
        return Modality.MOVED
    return modality


def _lists(context: Context, numbers: list[Printed]) -> Iterator[list[Printed]]:
    """Numbers that one cue governs together; a § beside its own case's number, in brackets, is one with it."""
    listed: list[Printed] = []
    for number in numbers:
        between = context.flat[listed[-1].span.end : number.span.start] if listed else ""
        if listed and (listed[-1].kind == "paragraph" or number.kind == "paragraph" or not _JOINS.fullmatch(between)):
            yield listed
            listed = []
        listed.append(number)
    if listed:
        yield listed


@cache
def _rows() -> tuple[tuple[int, RelationRow], ...]:
    return tuple((vocabulary().mask(row.pattern), row) for row in relations())


def _cue(context: Context, sentence: Sentence, listed: list[Printed]) -> tuple[RelationRow, bool] | None:
    """The row that says how the numbers of a list are borne on, and whether it is denied."""
    first = listed[0].span.start
    before = context.flat[max(sentence.span.start, first - _BEFORE) : first]
    behind = context.flat[listed[-1].span.end : min(sentence.span.end, listed[-1].span.end + _REACH)]
    signs = vocabulary().signs(before) | vocabulary().signs(behind)
    for row in (row for mask, row in _rows() if mask & signs):
        for words in (behind,) if row.behind else dict.fromkeys((before, _LABEL.sub("", before))):
            if phrase := row.pattern.search(words):
                return row, _is_denied(words, phrase, row.behind)
    return None


def _is_denied(words: str, phrase: re.Match[str], behind: bool) -> bool:
    """Whether "inte" stands before the cue, in it, or between it and the number: "besvarar inte uppdraget i"."""
    if behind:
        return bool(_NOT.match(words, phrase.end()) or _NOT.search(phrase.group()))
    return bool(cue("negates").search(words[: phrase.start()]) or _NOT.search(words, phrase.start()))


def _mention(
    context: Context, sentence: Sentence, row: RelationRow, other: str | None, number: Printed, modality: Modality
) -> RelationMention:
    speaks = other if other != number.normal else None
    speaker = speaks or sentence.part.case
    source, target = (number.normal, speaker) if row.passive else (speaker, number.normal)
    return RelationMention(
        row.relation,
        source,
        target,
        row.name,
        row.confidence,
        context.evidence(sentence.span),
        modality,
        context.item(sentence.span.start),
        Span(*context.parsed.folded.span(number.span.start, number.span.end)),
    )
