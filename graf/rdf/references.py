"""References to what stands outside the text: found, not found, or one of several."""

from collections.abc import Iterator

from rdflib import URIRef

from graf.keys import case_key
from graf.model import CaseGraph, Document, Modality, Relation, Resolution, Role
from graf.rdf.facts import evidence_triples, ground_triples, reference_status
from graf.rdf.names import Names
from graf.rdf.terms import RDF, Triple, text
from graf.vocab import GRAF, code


def reference_triples(graph: CaseGraph, names: Names) -> Iterator[Triple]:
    """Every reference that is not the document's own number; the same said many times is one with many words."""
    documents = {document.name: document for document in graph.documents}
    said = {(s.subject, s.object) for s in graph.statements if s.relation is Relation.REFERS_TO}
    grouped: dict[URIRef, list[Resolution]] = {}
    for resolution in graph.resolutions:
        if resolution.reference.role is not Role.OWN and not _known(resolution, said):
            subject = _subject(resolution, documents, names)
            grouped.setdefault(_node(resolution, subject, names), []).append(resolution)
    for node, same in grouped.items():
        yield from _reference(node, same, _subject(same[0], documents, names), names)


def _known(resolution: Resolution, said: set[tuple[str, str]]) -> bool:
    """Whether it leads nowhere new: to its own case, or where a statement of the graph already says it does."""
    if not (resolution.case and resolution.target):
        return False
    ends = case_key(resolution.case), case_key(resolution.target)
    return resolution.case == resolution.target or ends in said


def _subject(resolution: Resolution, documents: dict[str, Document], names: Names) -> URIRef:
    if resolution.case:
        return names.case(resolution.case)
    document = documents.get(resolution.document)
    return names.document(document) if document else names.text(resolution.document)


def _node(resolution: Resolution, subject: URIRef, names: Names) -> URIRef:
    reference = resolution.reference
    meant = case_key(resolution.target) if resolution.target else f"{reference.kind} {reference.key}"
    return names.statement(subject, GRAF.refersTo, meant, reference.role, resolution.rule, resolution.reason or "")


def _reference(node: URIRef, same: list[Resolution], subject: URIRef, names: Names) -> Iterator[Triple]:
    first = same[0]
    reference = first.reference
    yield node, RDF.type, GRAF.Reference
    yield node, RDF.subject, subject
    yield node, RDF.predicate, GRAF.refersTo
    yield node, GRAF.objectVerbatim, text(reference.normal)
    yield node, GRAF.referenceKind, text(reference.kind)
    yield node, GRAF.referenceRole, code("hanvisningsroll", reference.role)
    confidence = max(one.reference.confidence for one in same)
    yield from ground_triples(node, reference_status(first), Modality.RECOUNTED, confidence, first.rule, names)
    yield from evidence_triples(node, (one.reference.evidence for one in same), names)
    yield from _meaning(node, first, subject, names)


def _meaning(node: URIRef, resolution: Resolution, subject: URIRef, names: Names) -> Iterator[Triple]:
    if resolution.target:
        yield node, RDF.object, names.case(resolution.target)
        # A number among the titles of other documents is not cited, so nothing refers to it.
        if resolution.reference.role is Role.CITED:
            yield subject, GRAF.refersTo, names.case(resolution.target)
        return
    if resolution.reason:
        yield node, GRAF.reason, text(resolution.reason)
    for candidate in resolution.candidates:
        yield node, GRAF.candidate, names.case(candidate)
