"""Decisions, their points and the assignments they give; what is only proposed is kept apart by class."""

from collections import Counter
from collections.abc import Iterator, Mapping

from rdflib import DCTERMS, URIRef

from graf.keys import digest
from graf.model import Action, Assignment, CaseGraph, Decision, DecisionPoint, Status
from graf.rdf.facts import NO_POINT, Fact, fact_triples
from graf.rdf.names import Names, town_of
from graf.rdf.terms import RDF, Term, Triple, swedish, text, whole
from graf.vocab import GRAF, code

_UNSURE = 0.5
"""The confidence of an assignment that no point of its decision gives."""


def decision_triples(graph: CaseGraph, names: Names) -> Iterator[Triple]:
    """Every decision and proposal with its points."""
    for decision in graph.decisions:
        yield from _head(decision, names)
        for point in decision.points:
            yield from _point(decision, point, names)


def _head(decision: Decision, names: Names) -> Iterator[Triple]:
    node = names.node(decision.key)
    holds = decision.status.holds
    yield node, RDF.type, GRAF.Decision if holds else GRAF.Proposal
    yield node, GRAF.modality, code("modalitet", decision.status)
    if decision.case:
        yield node, GRAF.inCase, names.case(decision.case)
    if decision.body:
        body = names.body(town_of(decision.key), decision.body)
        yield node, GRAF.decidingBody if holds else GRAF.proposingBody, body
    if decision.date:
        yield node, GRAF.decisionDate if holds else GRAF.proposalDate, names.date(decision.date)
    if decision.paragraph:
        yield node, GRAF.paragraphNumber, text(decision.paragraph)


def _point(decision: Decision, point: DecisionPoint, names: Names) -> Iterator[Triple]:
    whole_node, node = names.node(decision.key), names.node(point_key(decision, point))
    holds = decision.status.holds and point.status.holds
    yield node, RDF.type, GRAF.DecisionPoint if holds else GRAF.ProposedPoint
    yield whole_node, GRAF.hasPoint if holds else GRAF.hasProposedPoint, node
    if point.number is not None:
        yield node, GRAF.pointNumber, whole(point.number)
    if point.addressee:
        yield node, GRAF.addressee, names.body(town_of(decision.key), point.addressee)
    if point.target:
        yield node, GRAF.targetVerbatim, swedish(point.target)
    # A point told as decided inside what is only a proposal is itself no more than proposed.
    modality = point.status if holds or not point.status.holds else decision.status
    action = code("akt", point.action)
    words = (point.evidence, *point.more)
    fact = Fact(node, GRAF.action, action, Status.STATED, modality, point.confidence, point.rule, words)
    yield from fact_triples(fact, names)


def point_key(decision: Decision, point: DecisionPoint) -> str:
    """The key of a point: its decision and its number, or what it says where no number tells it from the others."""
    shared = Counter(other.number for other in decision.points)[point.number] > 1
    if point.number is not None and not shared:
        return f"{decision.key}-{point.number}"
    words = point.evidence
    place = (words.document, str(words.start), str(words.end))
    return f"{decision.key}-{digest(point.action, point.status, point.task or '', point.assignee or '', *place)}"


def assignment_triples(graph: CaseGraph, names: Names) -> Iterator[Triple]:
    """Every assignment; each of its sides is a fact with the words of the assignment."""
    decisions = {decision.key: decision for decision in graph.decisions}
    for given in graph.assignments:
        node = names.node(given.key)
        yield node, RDF.type, GRAF.Assignment if given.status.holds else GRAF.ProposedAssignment
        yield node, GRAF.modality, code("modalitet", given.status)
        yield node, DCTERMS.description, swedish(given.task)
        if given.case:
            yield node, GRAF.inCase, names.case(given.case)
        rule, confidence = _grounds(given, decisions)
        for number, (predicate, value) in enumerate(_sides(given, names)):
            fact = Fact(node, predicate, value, Status.STATED, given.status, confidence, rule, given.evidence)
            yield from fact_triples(fact, names, quoted=number > 0)
        if given.answered_on:
            yield node, GRAF.answeredOn, names.date(given.answered_on)


def _sides(given: Assignment, names: Names) -> Iterator[tuple[URIRef, Term]]:
    town = town_of(given.key)
    yield GRAF.assignedIn, names.node(given.decision)
    if given.assigner:
        yield GRAF.assigner, names.body(town, given.assigner)
    if given.assignee:
        yield GRAF.assignee, names.body(town, given.assignee)
    if given.deadline:
        yield GRAF.deadline, names.date(given.deadline)
    if given.given:
        yield GRAF.givenOn, names.date(given.given)


def _grounds(given: Assignment, decisions: Mapping[str, Decision]) -> tuple[str, float]:
    """The rule and confidence of the point that gives the assignment."""
    points = decisions[given.decision].points if given.decision in decisions else ()
    giving = [p for p in points if p.evidence in given.evidence and p.action is Action.ASSIGN]
    giving = giving or [p for p in points if p.task == given.task]
    return (giving[0].rule, giving[0].confidence) if giving else (NO_POINT, _UNSURE)
