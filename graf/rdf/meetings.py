"""Meetings, who took part, parties, votes, and those who stood outside a decision."""

from collections.abc import Iterator

from rdflib import FOAF, PROV, SKOS, URIRef

from graf.keys import meeting_key, slug
from graf.model import Ballot, CaseGraph, CaseId, Decision, DissentKind, Modality, Participation, Stand, Status
from graf.rdf.facts import DISSENT, VOTE, Fact, fact_triples
from graf.rdf.names import Names, town_of
from graf.rdf.terms import RDF, Term, Triple, swedish, text, whole
from graf.tables import parties
from graf.vocab import GRAF, code

_SURE = 0.9


def meeting_triples(graph: CaseGraph, names: Names) -> Iterator[Triple]:
    """Every meeting with its minutes and decisions, and who took part in it."""
    held = {meeting.key for meeting in graph.meetings}
    minutes = {document.name: names.document(document) for document in graph.documents}
    for meeting in graph.meetings:
        node = names.node(meeting.key)
        yield node, RDF.type, GRAF.Meeting
        yield node, GRAF.heldBy, names.body(town_of(meeting.key), meeting.body)
        yield node, GRAF.meetingDate, names.date(meeting.date)
        for name in meeting.documents:
            yield node, GRAF.minutes, minutes[name]
    for decision in graph.decisions:
        if (key := _meeting(decision)) in held:
            yield names.node(decision.key), GRAF.meeting, names.node(key or "")
    for taken in graph.participations:
        yield from _participation(taken, names)
    yield from _party_triples(graph, names)


def _meeting(decision: Decision) -> str | None:
    if not (decision.status.holds and decision.body and decision.date):
        return None
    return meeting_key(town_of(decision.key), decision.body, decision.date)


def _participation(taken: Participation, names: Names) -> Iterator[Triple]:
    tail = taken.meeting.removeprefix("sammantrade/")
    who = slug(taken.person) if taken.person else slug(taken.party) if taken.party else ""
    role = code("roll", taken.role)
    node = names.node("-".join(filter(None, (f"deltagande/{tail}", role.rsplit("/", 1)[1].replace("_", "-"), who))))
    yield node, RDF.type, GRAF.Participation
    yield node, GRAF.activity, names.node(taken.meeting)
    yield node, PROV.hadRole, role
    yield node, GRAF.participants, whole(taken.count)
    if taken.party:
        yield node, GRAF.onBehalfOf, names.party(taken.party)
    if taken.person:
        yield node, PROV.agent, names.person(town_of(taken.meeting), taken.person)
        yield from _person(town_of(taken.meeting), taken.person, names)


def _person(town: str, name: str, names: Names) -> Iterator[Triple]:
    node = names.person(town, name)
    yield node, RDF.type, FOAF.Person
    yield node, FOAF.name, text(name)


def _party_triples(graph: CaseGraph, names: Names) -> Iterator[Triple]:
    known = {row.letters: row.names[0] for row in parties()}
    told = {taken.party for taken in graph.participations if taken.party}
    for letters in sorted(told | {letters for stand in graph.stands for letters in stand.parties}):
        node = names.party(letters)
        yield node, RDF.type, GRAF.Party
        yield node, SKOS.notation, text(letters)
        yield node, SKOS.prefLabel, swedish(known.get(letters, letters))


def ballot_triples(graph: CaseGraph, names: Names) -> Iterator[Triple]:
    """Every counted vote, and what it was on, with the words that tell of it."""
    for ballot in graph.ballots:
        node = names.node(ballot.key)
        yield node, RDF.type, GRAF.Vote
        yield from _bears_on(node, ballot.case, names)
        counts = ((GRAF.votesFor, ballot.yes), (GRAF.votesAgainst, ballot.no), (GRAF.votesAbstained, ballot.abstained))
        for number, (predicate, count) in enumerate(counts):
            if count is not None:
                yield from _told(node, predicate, whole(count), VOTE, ballot, names, quoted=number > 0)
        if ballot.decision:
            yield from _told(node, GRAF.voteOn, names.node(ballot.decision), VOTE, ballot, names, quoted=True)


def stand_triples(graph: CaseGraph, names: Names) -> Iterator[Triple]:
    """Every dissent: its kind, its parties, its decision; and of a reservation that the parties reserve against it."""
    for stand in graph.stands:
        node = names.node(stand.key)
        yield node, RDF.type, GRAF.Dissent
        yield from _bears_on(node, stand.case, names)
        yield from _told(node, GRAF.dissentKind, code("avvikelse", stand.kind), DISSENT, stand, names)
        for letters in stand.parties:
            yield node, GRAF.onBehalfOf, names.party(letters)
        town = town_of(stand.key)
        for name in stand.people:
            yield node, PROV.agent, names.person(town, name)
            yield from _person(town, name, names)
        if stand.decision:
            yield from _against(node, stand, names.node(stand.decision), names)


def _against(node: URIRef, stand: Stand, decision: URIRef, names: Names) -> Iterator[Triple]:
    yield from _told(node, GRAF.dissentOn, decision, DISSENT, stand, names, quoted=True)
    if stand.kind is DissentKind.RESERVATION:
        for letters in stand.parties:
            yield from _told(names.party(letters), GRAF.reservesAgainst, decision, DISSENT, stand, names, quoted=True)


def _bears_on(node: URIRef, case: CaseId | None, names: Names) -> Iterator[Triple]:
    if case:
        yield node, GRAF.inCase, names.case(case)


def _told(
    subject: URIRef, predicate: URIRef, value: Term, rule: str, said: Ballot | Stand, names: Names, quoted: bool = False
) -> Iterator[Triple]:
    fact = Fact(subject, predicate, value, Status.STATED, Modality.RECOUNTED, _SURE, rule, said.evidence)
    yield from fact_triples(fact, names, quoted=quoted)
