"""The graph as a networkx graph: cases, instruments and assignments, joined by statements.

An edge runs from the later or citing node to the earlier or cited one. Every attribute is a string or a number,
so that it survives GraphML; an unknown value is left out.
"""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

import networkx as nx

from graf.keys import case_key, digest, iri
from graf.model import BUILDS_ON, Assignment, Case, CaseGraph, Decision, Evidence, Modality, Relation, Status

Attributes: TypeAlias = dict[str, str | int | float]
ASSIGNED_IN = "assignedIn"
"""The relation of an assignment to the case whose decision gives it."""
_KINDS = {"arende": "case", "beslut": "decision", "styrmedel": "instrument", "uppdrag": "assignment"}


def to_network(graph: CaseGraph) -> "nx.MultiDiGraph[str]":
    """The graph with one node per case, instrument and assignment and one edge per statement, in a fixed order."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for key, attributes in sorted(_nodes(graph), key=lambda node: node[0]):
        network.add_node(key, **attributes)
    for source, target, key, attributes in sorted(_edges(graph), key=lambda edge: edge[:3]):
        for end in (source, target):
            if end not in network:
                network.add_node(end, **_node(end, end.rsplit("/", 1)[1]))
        network.add_edge(source, target, key=key, **attributes)
    return network


def _nodes(graph: CaseGraph) -> Iterator[tuple[str, Attributes]]:
    first = _first_decisions(graph)
    for case in graph.cases:
        yield case_key(case.id), _case(case, first.get(case_key(case.id)))
    for instrument in graph.instruments:
        yield instrument.key, _node(instrument.key, instrument.label)
    for given in graph.assignments:
        yield given.key, _assignment(given)


def _node(key: str, label: str, **more: str | int | float | None) -> Attributes:
    kind = _KINDS.get(key.split("/", 1)[0], "other")
    return _known({"kind": kind, "label": label, "iri": iri(key), **more})


def _known(attributes: Mapping[str, str | int | float | None]) -> Attributes:
    return {name: value for name, value in attributes.items() if value is not None}


def _first_decisions(graph: CaseGraph) -> dict[str, Decision]:
    """The earliest dated decision of each case; a proposal dates no case."""
    first: dict[str, Decision] = {}
    for decision in graph.decisions:
        if decision.case and decision.date and decision.status.holds:
            known = first.setdefault(case_key(decision.case), decision)
            if known.date and decision.date.earliest < known.date.earliest:
                first[case_key(decision.case)] = decision
    return first


def _case(case: Case, decision: Decision | None) -> Attributes:
    when = decision.date if decision else None
    return _node(
        case_key(case.id),
        case.label,
        title=case.title,
        municipality=case.id.municipality,
        held=int(case.held),
        documents=len(case.documents),
        body=decision.body if decision else None,
        date=when.edtf if when else None,
        earliest=when.earliest.isoformat() if when else None,
        latest=when.latest.isoformat() if when else None,
    )


def _assignment(given: Assignment) -> Attributes:
    return _node(
        given.key,
        given.task,
        assigner=given.assigner,
        assignee=given.assignee,
        deadline=given.deadline.edtf if given.deadline else None,
        latest=given.deadline.latest.isoformat() if given.deadline else None,
        modality=given.status.value,
    )


def _edges(graph: CaseGraph) -> Iterator[tuple[str, str, str, Attributes]]:
    for said in graph.statements:
        said_by: Attributes = {
            "status": said.status.value,
            "modality": said.modality.value,
            "confidence": said.confidence,
            "rule": said.rule,
        }
        yield _edge(said.subject, said.relation, said.object, said_by, said.evidence)
    known = {(said.subject, said.object) for said in graph.statements}
    for given in graph.assignments:
        if given.case:
            said_by = {"status": Status.STATED.value, "modality": given.status.value}
            yield _edge(given.key, ASSIGNED_IN, case_key(given.case), said_by, given.evidence)
        if given.answered_by and (case_key(given.answered_by), given.key) not in known:
            said_by = {"status": Status.INFERRED.value, "modality": Modality.RECOUNTED.value}
            yield _edge(case_key(given.answered_by), Relation.REPORTS_ON, given.key, said_by, given.answer)


def _edge(
    source: str, relation: str, target: str, said_by: Attributes, evidence: tuple[Evidence, ...]
) -> tuple[str, str, str, Attributes]:
    attributes: Attributes = {
        "relation": str(relation),
        "builds_on": int(relation in BUILDS_ON),
        **said_by,
        "evidence": len(evidence),
    }
    if evidence:
        words = evidence[0]
        attributes |= {"document": words.document, "start": words.start, "end": words.end, "quote": words.quote}
    key = digest(source, relation, target, *(str(said_by.get(name)) for name in ("status", "modality", "rule")))
    return source, target, key, attributes
