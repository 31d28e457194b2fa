"""Facts as statement nodes: who says it, how sure it is, by which rule, and the words it rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rdflib import PROV, SKOS, URIRef

from graf.keys import case_key
from graf.model import CaseGraph, CaseId, Evidence, Modality, Relation, Resolution, Statement, Status
from graf.rdf.names import Names
from graf.rdf.terms import RDF, Term, Triple, decimal, english, text, whole
from graf.rdf.threads import thread_triples
from graf.tables import rules as rules_in_words
from graf.vocab import GRAF, OA, code, term

LIFTED = "lifted-to-case"
"""The rule by which a case builds on a case because one of its decisions bears on one of the other's."""
ANSWERED = "assignment-answered"
"""The rule by which a case reports on an assignment that the ledger says it answers."""
_ANSWERED_CONFIDENCE = 0.7
_GENERATED_BY = PROV.wasGeneratedBy
VOTE, DISSENT = "vote-told", "dissent-told"
"""The rules by which minutes tell of a vote with its counts, and of those who did not agree."""
_MEANINGS = {
    VOTE: "A sentence that counts the votes for and against tells of a vote on what its § decides.",
    DISSENT: "A sentence with one of the set phrases (reserverar sig, särskilt yttrande …) tells who did not agree.",
}
_LOOSE = {Relation.REFERS_TO, Relation.SEE_ALSO, Relation.SAME_CASE_AS}
"""Relations that do not put a case beside a thread."""
NO_POINT = "assignment-without-point"
"""The rule of an assignment that no point of its decision gives."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A subject, a predicate and an object with all that is known of why."""

    subject: URIRef
    predicate: URIRef
    object: Term
    status: Status
    modality: Modality
    confidence: float
    rule: str
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[URIRef, ...] = ()
    """Statements it was derived from."""

    @property
    def holds(self) -> bool:
        """Whether the direct triple may stand beside the statement."""
        return self.modality.holds and self.status is not Status.REJECTED


def fact_triples(fact: Fact, names: Names, kind: URIRef = GRAF.Statement, quoted: bool = False) -> Iterator[Triple]:
    """The statement node of a fact, the words it rests on, and the direct triple where it holds.

    ``quoted`` tells that another fact has given the words already, so that they need not be said again.
    """
    node = fact_node(fact, names)
    yield node, RDF.type, kind
    yield node, RDF.subject, fact.subject
    yield node, RDF.predicate, fact.predicate
    yield node, RDF.object, fact.object
    yield from ground_triples(node, fact.status, fact.modality, fact.confidence, fact.rule, names)
    for source in fact.sources:
        yield node, PROV.wasDerivedFrom, source
    yield from evidence_triples(node, fact.evidence, names, quoted)
    if fact.holds:
        yield fact.subject, fact.predicate, fact.object


def fact_node(fact: Fact, names: Names) -> URIRef:
    """The IRI of a fact's statement; the words do not count, so new evidence leaves it as it is."""
    return names.statement(fact.subject, fact.predicate, fact.object, fact.status, fact.modality, fact.rule)


def ground_triples(
    node: URIRef, status: Status, modality: Modality, confidence: float, rule: str, names: Names
) -> Iterator[Triple]:
    """How a statement came about, how its text puts it, how sure it is, and by which rule."""
    yield node, GRAF.status, code("utsagestatus", status)
    yield node, GRAF.modality, code("modalitet", modality)
    yield node, GRAF.confidence, decimal(confidence)
    yield node, _GENERATED_BY, names.run()
    yield node, GRAF.rule, names.rule(rule)


def rule_triples(graph: CaseGraph, names: Names) -> Iterator[Triple]:
    """Every rule that a fact of the graph may name."""
    rules = {said.rule for said in graph.statements} | {found.rule for found in graph.resolutions}
    rules |= {point.rule for decision in graph.decisions for point in decision.points}
    if rules:
        rules |= {LIFTED, ANSWERED, NO_POINT}
    rules |= {VOTE} if graph.ballots else set()
    rules |= {DISSENT} if graph.stands else set()
    inferring, told = _inferring(graph), rules_in_words()
    for rule in sorted(rules):
        node = names.rule(rule)
        yield node, RDF.type, GRAF.Rule
        yield node, SKOS.notation, text(rule)
        if rule in inferring:
            yield node, RDF.type, GRAF.InferenceRule
        if rule in _MEANINGS:
            yield node, SKOS.definition, english(_MEANINGS[rule])
        if rule in told:
            yield node, SKOS.definition, english(told[rule].meaning)
            yield node, SKOS.scopeNote, english(told[rule].fails)


def _inferring(graph: CaseGraph) -> set[str]:
    """The rules that conclude what no text says itself."""
    inferring = {said.rule for said in graph.statements if said.status is Status.INFERRED}
    return (
        inferring
        | {found.rule for found in graph.resolutions if reference_status(found) is Status.INFERRED}
        | {LIFTED, ANSWERED}
    )


def reference_status(resolution: Resolution) -> Status:
    """A printed number says which case it means; a body and a month must be worked out."""
    return Status.INFERRED if resolution.target and resolution.reference.kind != "case" else Status.STATED


def evidence_triples(statement: URIRef, evidence: Iterable[Evidence], names: Names, quoted: bool = False) -> Iterator[Triple]:
    """The stretches of text that a statement rests on."""
    for words in evidence:
        node = names.evidence(words)
        yield statement, GRAF.evidence, node
        if quoted:
            continue
        for kind in (GRAF.Evidence, OA.TextQuoteSelector, OA.TextPositionSelector):
            yield node, RDF.type, kind
        yield node, OA.hasSource, names.text(words.document)
        yield node, OA.exact, text(words.quote)
        yield node, OA.start, whole(words.start)
        yield node, OA.end, whole(words.end)
        if words.before:
            yield node, OA.prefix, text(words.before)
        if words.after:
            yield node, OA.suffix, text(words.after)
        if words.page is not None:
            yield node, GRAF.page, whole(words.page)


def relation_triples(graph: CaseGraph, names: Names) -> Iterator[Triple]:
    """Every statement of the graph, the lines from case to case that follow from them, and the threads these make."""
    owners = _owners(graph)
    beside: list[tuple[CaseId, CaseId]] = []
    lines: dict[tuple[CaseId, CaseId], Fact] = {}
    ruled = {ruling.key: ruling for ruling in graph.rulings}
    for statement in (*graph.statements, *_answers(graph)):
        fact = _fact(statement, names)
        yield from fact_triples(fact, names)
        if ruling := ruled.get(statement.ruling or ""):
            yield fact_node(fact, names), GRAF.reviewedBy, text(f"{ruling.author}, {ruling.date}: {ruling.reason}")
        ends = owners.get(statement.subject), owners.get(statement.object)
        if fact.holds and ends[0] and ends[1] and ends[0] != ends[1]:
            if statement.relation.builds_on:
                _lift(lines, (ends[0], ends[1]), fact, names)
            elif statement.relation not in _LOOSE:
                beside.append((ends[0], ends[1]))
    for line in lines.values():
        yield from fact_triples(line, names)
    yield from thread_triples(graph, lines, beside, names)


def _fact(statement: Statement, names: Names) -> Fact:
    return Fact(
        names.node(statement.subject),
        term(statement.relation),
        names.node(statement.object),
        statement.status,
        statement.modality,
        statement.confidence,
        statement.rule,
        statement.evidence,
    )


def _owners(graph: CaseGraph) -> dict[str, CaseId]:
    """The case that each case, decision and assignment belongs to, by key."""
    owners = {case_key(case.id): case.id for case in graph.cases}
    owners |= {d.key: d.case for d in graph.decisions if d.case}
    owners |= {a.key: a.case for a in graph.assignments if a.case}
    return owners


def _answers(graph: CaseGraph) -> Iterator[Statement]:
    """What answered an assignment, where no statement of the graph says so already."""
    said = {(s.subject, s.object) for s in graph.statements if s.relation is Relation.REPORTS_ON}
    for given in graph.assignments:
        if given.answered_by and (case_key(given.answered_by), given.key) not in said:
            yield Statement(
                case_key(given.answered_by),
                Relation.REPORTS_ON,
                given.key,
                Status.INFERRED,
                Modality.RECOUNTED,
                _ANSWERED_CONFIDENCE,
                ANSWERED,
                given.answer,
            )


def _lift(lines: dict[tuple[CaseId, CaseId], Fact], ends: tuple[CaseId, CaseId], fact: Fact, names: Names) -> None:
    """Add a fact to the line between two cases, which is as sure as the surest fact behind it."""
    line = lines.get(ends) or Fact(
        names.case(ends[0]), GRAF.buildsOn, names.case(ends[1]), Status.INFERRED, Modality.RECOUNTED, 0.0, LIFTED
    )
    lines[ends] = replace(
        line,
        confidence=max(line.confidence, fact.confidence),
        sources=(*line.sources, fact_node(fact, names)),
    )
