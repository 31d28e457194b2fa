"""One pass from extractions to the graph."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from graf.lineage.answers import answer
from graf.lineage.assignments import find_assignments
from graf.lineage.decisions import find_decisions
from graf.lineage.facts import Facts
from graf.lineage.instruments import find_deeds, origins_and_ends
from graf.lineage.material import Read, read_of
from graf.lineage.meetings import with_meetings
from graf.lineage.moves import moved
from graf.lineage.order import in_order, times_of
from graf.lineage.people import without_neighbours, without_people
from graf.lineage.reviewed import (
    Rulings,
    drawn,
    rejected_pairs,
    ruled_days,
    ruled_reads,
    ruled_statements,
    vanished,
    without_rejected,
)
from graf.lineage.rules import find_statements
from graf.lineage.unnumbered import settle
from graf.model import (
    Case,
    CaseGraph,
    CaseId,
    Decision,
    Document,
    Evidence,
    Extraction,
    Problem,
    Relation,
    Role,
    Ruling,
    Statement,
)
from graf.resolve import Index, resolve


def link(extractions: Iterable[Extraction], rulings: Iterable[Ruling] = (), people: bool = False) -> CaseGraph:
    """Resolve every reference and join the cases; the same document in two places is one with two places.

    ``rulings`` are an analyst's last word: they are applied, or told as problems where their ground has vanished.
    ``people`` names those who took part in meetings; else they are counted by role and party.
    """
    held, ruled = merge_documents(extractions), Rulings(tuple(rulings))
    readable = tuple(without_neighbours(e) for e in held if e.document.digest)
    index = Index.of(readable)
    reads = ruled_reads((read_of(e, resolve(e, index)) for e in readable), ruled)
    found = find_decisions(reads)
    decisions = ruled_days(found, ruled)
    reads = settle(reads, decisions)
    graph, ordered = _joined_up(reads, decisions, ruled)
    applied, vanished_ones = vanished(ruled, reads, found, graph.statements)
    whole = replace(
        graph,
        documents=tuple(e.document for e in readable),
        cases=_cases(reads),
        decisions=decisions,
        resolutions=tuple(r for read in reads for r in read.resolutions),
        problems=(*(p for e in held for p in e.problems), *ordered, *vanished_ones),
        rulings=applied,
    )
    met = with_meetings(whole, reads)
    return met if people else without_people(met)


def _joined_up(
    reads: tuple[Read, ...], decisions: tuple[Decision, ...], rulings: Rulings
) -> tuple[CaseGraph, tuple[Problem, ...]]:
    """Assignments, instruments and statements; and what was refused because it would turn the order of time."""
    answers = answer(find_assignments(decisions), reads, decisions, rejected_pairs(rulings))
    ledger = moved(answers.assignments, decisions, reads)
    deeds = find_deeds(decisions)
    facts = Facts(reads, decisions, ledger.assignments, *origins_and_ends(decisions))
    said = merge_statements((*answers.statements, *ledger.statements, *deeds.statements, *find_statements(facts)))
    reviewed = ruled_statements(said, ledger.assignments, decisions, rulings)
    known = frozenset(r.target for read in reads for r in read.resolutions if r.target)
    ordered = in_order((*reviewed, *drawn(reviewed, known, rulings)), times_of(decisions), _written(reads))
    graph = CaseGraph(
        assignments=without_rejected(ledger.assignments, ordered.statements),
        instruments=deeds.instruments,
        statements=ordered.statements,
    )
    return graph, ordered.problems


def _written(reads: tuple[Read, ...]) -> dict[str, date]:
    documents = (read.extraction.document for read in reads)
    return {document.name: document.date.latest for document in documents if document.date}


def merge_documents(extractions: Iterable[Extraction]) -> tuple[Extraction, ...]:
    """One extraction for each text; its document knows every place where the text was found."""
    first: dict[str, Extraction] = {}
    for extraction in extractions:
        key = extraction.document.digest or f"unread:{extraction.document.name}"
        if key in first:
            document = first[key].document
            places = (*document.places, extraction.document.name)
            first[key] = replace(first[key], document=replace(document, places=places))
        else:
            first[key] = extraction
    return tuple(first.values())


# --- statements ---------------------------------------------------------------------------------


def merge_statements(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """One statement for each thing said, with every place that says it; a plain reference yields to a typed one that holds."""
    merged: dict[tuple[str, Relation, str, str, str], Statement] = {}
    for statement in statements:
        key = (statement.subject, statement.relation, statement.object, statement.rule, statement.modality)
        known = merged.get(key)
        merged[key] = replace(known, evidence=_joined(known.evidence, statement.evidence)) if known else statement
    typed = {(s.subject, s.object) for s in merged.values() if s.relation is not Relation.REFERS_TO and s.modality.holds}
    kept = (s for s in merged.values() if s.relation is not Relation.REFERS_TO or (s.subject, s.object) not in typed)
    return tuple(sorted(kept, key=lambda s: (s.subject, s.relation, s.object, s.rule, s.modality)))


def _joined(known: tuple[Evidence, ...], more: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    places = {(e.document, e.start, e.end) for e in known}
    return (*known, *(e for e in more if (e.document, e.start, e.end) not in places))


_NUMBERS = {"case", "gov_case", "mot"}
"""The kinds of references that spell a case's number: a § or a phrase names it without being another spelling."""


# --- cases --------------------------------------------------------------------------------------


def _cases(reads: tuple[Read, ...]) -> tuple[Case, ...]:
    labels: dict[CaseId, str] = {}
    variants: dict[CaseId, list[str]] = defaultdict(list)
    for read in reads:
        for resolution in read.resolutions:
            if resolution.target and resolution.reference.kind in _NUMBERS:
                variants[resolution.target].append(resolution.reference.normal)
                if resolution.reference.role is Role.OWN or resolution.target.key == resolution.reference.key:
                    labels.setdefault(resolution.target, resolution.reference.normal)
    documents, titles = _held(reads)
    found = sorted({*variants, *documents}, key=str)
    return tuple(
        Case(
            case,
            labels.get(case) or (variants[case][0] if variants[case] else case.key),
            titles.get(case),
            case in documents,
            tuple(dict.fromkeys(variants[case])),
            tuple(dict.fromkeys(documents.get(case, ()))),
        )
        for case in found
    )


def _held(reads: tuple[Read, ...]) -> tuple[dict[CaseId, list[str]], dict[CaseId, str]]:
    """The cases of which documents are held, with those documents and the first title."""
    documents: dict[CaseId, list[str]] = defaultdict(list)
    titles: dict[CaseId, str] = {}
    for read in reads:
        document: Document = read.extraction.document
        for case, title in ((read.own(), document.title), *((read.own(i.paragraph), i.title) for i in document.items)):
            if case:
                documents[case].append(document.name)
                if title:
                    titles.setdefault(case, title)
    return documents, titles
