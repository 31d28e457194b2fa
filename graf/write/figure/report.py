"""A thread as a report tells it, before any format: caption, one row a step, the quotes, and what each was taken from."""

from collections.abc import Iterable
from dataclasses import dataclass

from graf.ledger import latest_day
from graf.model import CaseGraph, Evidence, Step, Thread
from graf.text import squeeze
from graf.write.picture.brief import brief, deeds, weightiest
from graf.write.picture.phrases import Said, joined, phrase
from graf.write.picture.sources import percent, place, sources
from graf.write.picture.still import caption
from graf.write.picture.words import Words, words

QUOTES = 2
"""Quotes of one step that a report shows: those that weigh most."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number from 1, and the source with the place in it."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The words, on one line, and their footnote."""

    text: str
    note: Note


@dataclass(frozen=True, slots=True)
class Row:
    """One step."""

    when: str
    who: str
    case: str
    title: str
    what: str
    how: str
    """How it joins the step before it, on what ground, how sure."""
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that the reports of every format hold."""

    title: str
    caption: str
    heads: tuple[str, ...]
    """When, who, case, what was decided."""
    rows: tuple[Row, ...]
    open_title: str
    open: tuple[str, ...]
    """The assignments without an answer."""
    as_of: str
    missing_title: str
    missing: tuple[str, ...]
    notes_title: str
    notes: tuple[Note, ...]
    language: str


def report(graph: CaseGraph, thread: Thread, language: str) -> Report:
    """The report of a thread, in one language; quotes stay in their own."""
    told = words(language)
    notes = _Notes(graph, thread, told)
    label = next((step.case.label for step in thread.steps if step.case.id == thread.seed), thread.seed.key)
    rows = tuple(_row(step, told, notes) for step in thread.steps)
    left = brief(graph, thread).open
    return Report(
        told.say(phrase("ui.thread_title", label)),
        told.say(caption(thread)),
        tuple(told.ui[name] for name in ("date", "body", "case", "decided")),
        rows,
        told.ui["still_open"],
        tuple(told.say(phrase("ui.other", task.said, phrase(f"state.{task.state}"))) for task in left),
        told.say(phrase("ui.as_of", latest_day(graph))),
        told.ui["missing"],
        tuple(case.label for case in thread.missing),
        told.ui["footnotes"],
        notes.all,
        language,
    )


class _Notes:
    """Footnotes in the order in which they are asked for."""

    def __init__(self, graph: CaseGraph, thread: Thread, told: Words) -> None:
        names = {one.document for step in thread.steps for one in _evidence(step)}
        self.sources, self.told = sources(graph, names), told
        self.made: dict[tuple[str, str], Note] = {}

    def of(self, evidence: Evidence) -> Note:
        source: Said = self.sources.get(evidence.document, evidence.document)
        text = f"{self.told.say(joined(', ', (source, place(evidence))))}."
        return self.made.setdefault((text, evidence.quote), Note(len(self.made) + 1, text))

    @property
    def all(self) -> tuple[Note, ...]:
        return tuple(self.made.values())


def _evidence(step: Step) -> Iterable[Evidence]:
    yield from (point.evidence for decision in step.decisions for point in decision.points)
    yield from step.via.evidence if step.via else ()


def _row(step: Step, told: Words, notes: _Notes) -> Row:
    chosen = _weighty_words(step)[:QUOTES]
    if not chosen and step.via:
        chosen = list(step.via.evidence[:1])
    return Row(
        told.say(step.date),
        told.say(step.body or phrase("ui.unknown_body")),
        step.case.label,
        step.case.title or "",
        told.say(deeds(step.decisions)),
        told.say(_how(step)),
        tuple(Quote(squeeze(one.quote), notes.of(one)) for one in chosen),
    )


def _weighty_words(step: Step) -> list[Evidence]:
    """What its decisions rest on, what tells most first; words that two documents share once."""
    found: dict[str, Evidence] = {}
    for point in weightiest(step.decisions):
        found.setdefault(squeeze(point.evidence.quote), point.evidence)
    return list(found.values())


def _how(step: Step) -> Said:
    if step.via is None:
        return phrase("ui.first_step")
    earlier = step.via.object.rsplit("/", 1)[-1]
    ground = joined(", ", (phrase(f"status.{step.via.status}"), percent(step.via.confidence)))
    return phrase("ui.other", joined(" ", (phrase(f"relation.{step.via.relation}"), earlier)), ground)
