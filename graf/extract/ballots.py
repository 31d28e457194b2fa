"""Votes with their counts, and those who did not agree with their parties: reservations, statements, notes.

None of these decides anything; they tell how a decision came about and who stood outside it. Of people only the
party is kept: what a reservation says is its members' own.
"""

import re

from graf.extract.context import Context, Sentence
from graf.model import Dissent, Vote
from graf.tables import ballots, cue, parties, vocabulary

_LETTERS = re.compile(r"[A-Z]+")
_NOT_TOLD = {"papers", "contents"}


def find_votes(context: Context) -> tuple[Vote, ...]:
    """Every vote whose count is told, in order."""
    row = next(row for row in ballots() if row.name == "vote")
    mask = vocabulary().mask(row.pattern)
    return tuple(
        _vote(context, sentence, match)
        for sentence in context.sentences
        if sentence.signs & mask and sentence.section.kind not in _NOT_TOLD and (match := row.pattern.search(sentence.text))
    )


def _vote(context: Context, sentence: Sentence, match: re.Match[str]) -> Vote:
    counts = {name.rstrip("23"): int(value) for name, value in match.groupdict().items() if value}
    evidence = context.evidence(sentence.span)
    return Vote(counts["yes"], counts["no"], counts.get("abstained"), evidence, context.item(sentence.span.start))


def find_dissents(context: Context) -> tuple[Dissent, ...]:
    """Every sentence that tells who did not agree, in order."""
    signs = vocabulary().mask(*(row.pattern for row in ballots() if row.name != "vote"))
    return tuple(
        Dissent(kind, _parties(sentence.text), context.evidence(sentence.span), context.item(sentence.span.start))
        for sentence in context.sentences
        if sentence.signs & signs and sentence.section.kind not in _NOT_TOLD and (kind := _kind(sentence.text))
    )


def _kind(words: str) -> str | None:
    return next((row.name for row in ballots() if row.name != "vote" and row.pattern.search(words)), None)


def _parties(words: str) -> tuple[str, ...]:
    """The parties of a sentence, by their letters or their names, each once, in order."""
    found = [(match.start(), match["party"].upper()) for match in cue("party-letters").finditer(words)]
    for group in cue("party-list").finditer(words):
        found += [(group.start("parties") + letters.start(), letters[0]) for letters in _LETTERS.finditer(group["parties"])]
    found += [(place, row.letters) for row in parties() for name in row.names if (place := words.find(name)) >= 0]
    return tuple(dict.fromkeys(letters for _, letters in sorted(found)))
