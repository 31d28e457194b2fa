"""Decisions of one matter told in order of time: a list under a lead-in, or a background paragraph.

The order is what the text states; that each case continues the one before is inferred from it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from graf.dates import find_dates
from graf.extract.context import Context, Sentence
from graf.matching import find_bodies
from graf.model import DateExpression, Evidence, Sequence

_ITEM = re.compile(r"\s*[-–•*]\s|\s*\d{1,2}[.)]\s")
_BLANK = re.compile(r"\n[ \t]*\n(?!\s{0,100}(?:[a-zåäö]|[-–•*]\s|\d{1,2}[.)]\s))")


_SILENT = {"papers", "contents", "reservation"}


@dataclass(frozen=True, slots=True)
class _Told:
    case: str
    date: DateExpression
    evidence: Evidence


def find_sequences(context: Context) -> tuple[Sequence, ...]:
    """The rows of decisions that a document tells, in order."""
    return tuple(_sequences(context))


def _sequences(context: Context) -> Iterator[Sequence]:
    blocks = _blocks(context)
    for number, block in enumerate(blocks):
        if sum(len(sentence.cases) for sentence in block) < 2 or block[0].section.kind in _SILENT:
            continue
        if any(sentence.search("side-branch") for sentence in block):
            continue
        lead = _lead_in(blocks, number)
        told = _told(context, block, bool(lead))
        cases = tuple(dict.fromkeys(t.case for t in told))
        if len(cases) < 2 or not _in_order(told):
            continue
        rule = "row-of-decisions" if lead else "background-in-order"
        first = {t.case: t.evidence for t in reversed(told)}
        yield Sequence(
            rule,
            cases,
            tuple(first[c] for c in cases),
            context.evidence(lead.span) if lead else None,
            context.item(block[0].span.start),
        )


def _blocks(context: Context) -> list[list[Sentence]]:
    """Paragraphs; the items of one list are one block."""
    blocks: list[list[Sentence]] = []
    last: Sentence | None = None
    was_list = False
    for sentence in context.sentences:
        same_section = last is not None and last.section is sentence.section
        apart = not same_section or (
            last is not None
            and bool(_BLANK.search(context.text[last.span.end : sentence.span.start + 3]))
            # "I maj 2010 …" and "I april 2013 …", a paragraph each, are one row
            and not (_opens_with_date(sentence) and _opens_with_date(blocks[-1][0]))
        )
        if apart or (not was_list and _ITEM.match(sentence.text)):
            blocks.append([])
            was_list = bool(_ITEM.match(sentence.text))
        blocks[-1].append(sentence)
        last = sentence
    return blocks


def _opens_with_date(sentence: Sentence) -> bool:
    found = find_dates(sentence.text, 0, min(40, len(sentence.text)))
    return bool(found) and found[0].span.start <= 6 and not _ITEM.match(sentence.text)


def _lead_in(blocks: list[list[Sentence]], number: int) -> Sentence | None:
    """The sentence that calls what follows a row of decisions: before a list, or first in the paragraph itself."""
    block = blocks[number]
    near = [blocks[number - 1][-1]] if number and _ITEM.match(block[0].text) else [block[0]]
    # "Tidigare beslut i ärendet:" is the heading of the list itself
    return next((s for s in near if s.search("row-of-decisions")), block[0] if _is_history(block[0]) else None)


def _is_history(sentence: Sentence) -> bool:
    return bool(re.fullmatch(r"tidigare[ ]beslut.*|.*historik", sentence.section.heading, re.IGNORECASE))


def _told(context: Context, block: list[Sentence], led: bool) -> list[_Told]:
    """The dated cases of a block: under a lead-in every dated one, else only those with a verb of decision."""
    told = []
    for sentence in block:
        cases = [p for p in sentence.cases if p.kind == "case"]
        dates = sentence.dates if cases else ()
        if not dates or (not led and not _tells_of_decision(sentence)) or sentence.search("proposes"):
            continue
        nearest = min(cases, key=lambda c: abs(c.span.start - dates[0].span.end))
        told.append(_Told(nearest.normal, dates[0].date, context.evidence(sentence.span)))
    return told


def _tells_of_decision(sentence: Sentence) -> bool:
    return bool(sentence.search("decides")) or any(act.past for act in sentence.acts)


def _in_order(told: list[_Told]) -> bool:
    return all(earlier.date.earliest <= later.date.latest for earlier, later in pairwise(told))


def lead_body(text: str) -> str | None:
    """The body that a lead-in names: the one that has decided all that follows, unless an item says otherwise."""
    found = [b for b in find_bodies(text) if b.kind in {"council", "board", "committee"} and not b.genitive]
    return found[0].name if found else None
