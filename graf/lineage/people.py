"""The graph without people: roles and parties stay, for those are public; names go.

A quote is cut to the stretch around its cue that holds no name. It is cut, never blotted out, so that what stays still
stands in its text as quoted.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from typing import TypeVar

import msgspec

from graf.model import (
    CaseGraph,
    DecisionPoint,
    Evidence,
    Extraction,
    Participation,
    Reference,
    RelationMention,
    Role,
    Span,
)
from graf.tables import ballots, cue

_Told = TypeVar("_Told", Reference, DecisionPoint, RelationMention)
_WORD = re.compile(r"\S+")
_NAME = re.compile(r"[A-ZÅÄÖÉÜ][a-zåäöéü]")


def without_people(graph: CaseGraph) -> CaseGraph:
    """The same graph, with participants counted by role and party, and no name in what is told of votes and dissents."""
    return replace(
        graph,
        participations=counted(graph.participations),
        ballots=tuple(replace(one, evidence=tuple(map(_nameless, one.evidence))) for one in graph.ballots),
        stands=tuple(replace(one, evidence=tuple(map(_nameless, one.evidence)), people=()) for one in graph.stands),
    )


def without_neighbours(extraction: Extraction) -> Extraction:
    """The extraction whose quotes have no name right before or behind them, of those that its document lists.

    What stands beside a quote helps to find it and is no part of it; where attendance is listed, names stand there.
    """
    if not extraction.people:
        return extraction
    spans = [person.span for person in extraction.people]
    names = {person.name for person in extraction.people}
    short = cache(lambda words: _shortened(words, spans, names))
    return replace(
        extraction,
        references=tuple(_with(_own(told, spans), short) for told in extraction.references),
        points=tuple(_with(told, short) for told in extraction.points),
        relations=tuple(_with(told, short) for told in extraction.relations),
        sequences=tuple(
            msgspec.structs.replace(
                told, evidence=tuple(map(short, told.evidence)), lead_in=told.lead_in and short(told.lead_in)
            )
            for told in extraction.sequences
        ),
    )


def _with(told: _Told, short: Callable[[Evidence], Evidence]) -> _Told:
    words = short(told.evidence)
    return told if words is told.evidence else msgspec.structs.replace(told, evidence=words)


def _own(told: Reference, spans: Iterable[Span]) -> Reference:
    """A masthead is no sentence: a document's own number is quoted by itself where its masthead lists people."""
    words = told.evidence
    if told.role is not Role.OWN or not any(words.start < span.end and span.start < words.end for span in spans):
        return told
    start, end = told.span.start, told.span.end
    quote = words.quote[start - words.start : end - words.start]
    alone = msgspec.structs.replace(words, start=start, end=end, quote=quote, before="", after="")
    return msgspec.structs.replace(told, evidence=alone)


def _shortened(words: Evidence, spans: Iterable[Span], names: Iterable[str]) -> Evidence:
    first, last = words.start - len(words.before), words.end + len(words.after)
    before = max((span.end for span in spans if first < span.end <= words.start), default=first)
    after = min((span.start for span in spans if words.end <= span.start < last), default=last)
    left, right = words.before[before - first :], words.after[: after - words.end]
    for name in names:
        left, right = left.rpartition(name)[2], right.partition(name)[0]
    # a name that reaches over the edge of the quote: nothing of that side stays
    left = "" if any(span.start < words.start < span.end for span in spans) else left
    right = "" if any(span.start < words.end < span.end for span in spans) else right
    same = left == words.before and right == words.after
    return words if same else msgspec.structs.replace(words, before=left, after=right)


def counted(participations: Iterable[Participation]) -> tuple[Participation, ...]:
    """How many took part in each meeting, by role and party."""
    counts: dict[tuple[str, str, str], int] = {}
    sample: dict[tuple[str, str, str], Participation] = {}
    for one in participations:
        key = one.meeting, one.role, one.party or ""
        counts[key] = counts.get(key, 0) + one.count
        sample.setdefault(key, one)
    return tuple(replace(sample[key], count=counts[key], person=None) for key in sorted(counts))


def _nameless(evidence: Evidence) -> Evidence:
    start, end = nameless(evidence.quote)
    quote = evidence.quote[start:end]
    at = evidence.start + start
    return msgspec.structs.replace(evidence, start=at, end=at + len(quote), quote=quote, before="", after="")


def nameless(quote: str) -> tuple[int, int]:
    """The longest stretch of a sentence that has its cue and no word that may be a name.

    >>> quote = "Vera Alm (M) reserverar sig mot beslutet. Därtill Bo Ek."
    >>> print(quote[slice(*nameless(quote))])
    (M) reserverar sig mot beslutet.
    """
    flat = quote.replace("\n", " ")
    cue_at = next((match.span() for row in ballots() if (match := row.pattern.search(flat))), (0, 0))
    letters = [match.span() for match in cue("party-letters").finditer(flat)]
    safe = [cue_at, *letters]
    names = [w.span() for w in _WORD.finditer(flat) if _NAME.search(w.group()) and not any(_touch(w.span(), s) for s in safe)]
    edges = [0, *(edge for span in names for edge in span), len(flat)]
    gaps = [_stripped(flat, start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return max(gaps, key=lambda gap: (gap[0] <= cue_at[0] and cue_at[1] <= gap[1], gap[1] - gap[0]))


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    stretch = text[start:end]
    return end - len(stretch.lstrip()), start + len(stretch.rstrip())
