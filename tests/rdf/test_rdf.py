"""The graph as triples: what is said of what, and what is only kept as a statement."""

import re
from dataclasses import replace

import pyoxigraph
import pytest
from rdflib import DCTERMS, OWL, PROV, RDF, SKOS, XSD, BNode, Graph, Literal, URIRef

from graf import __version__
from graf.keys import case_key
from graf.model import (
    Action,
    CaseGraph,
    CaseId,
    DateExpression,
    Document,
    Evidence,
    Modality,
    PolicyInstrument,
    Relation,
    Role,
    Status,
)
from graf.ontology import ontology_folder
from graf.rdf import as_rdflib, loading, to_lines, to_rdf, to_store, to_triples
from graf.rdf.decisions import point_key
from graf.tables import tables_digest
from graf.vocab import EDTF, GRAF, OA, REGEL, code, term
from tests.factories import TOWN, case, day, decision, evidence, link, mission, month, point
from tests.graphs import FUND, HOSTILE, resolution, rich, statement

ID = "https://w3id.org/graf/id/"
ONTOLOGY = Graph().parse(ontology_folder() / "graf.ttl")
HOLDING = [
    (Modality.DECIDED, Status.STATED, True, "decided by the text itself"),
    (Modality.RECOUNTED, Status.INFERRED, True, "told by a later text, worked out"),
    (Modality.RECOUNTED, Status.REVIEWED, True, "accepted by a human"),
    (Modality.PROPOSED, Status.STATED, False, "only proposed"),
    (Modality.MOVED, Status.STATED, False, "only moved"),
    (Modality.NEGATED, Status.STATED, False, "denied"),
    (Modality.CONDITIONAL, Status.STATED, False, "only on a condition"),
    (Modality.DECIDED, Status.REJECTED, False, "rejected by a human"),
]


def node(key: str) -> URIRef:
    return URIRef(ID + key)


def one(graph: Graph, subject: str, relation: URIRef, target: str) -> URIRef:
    """The one statement that says so."""
    pattern = [(RDF.subject, node(subject)), (RDF.predicate, relation), (RDF.object, node(target))]
    found = [s for s in graph.subjects(*pattern[0]) if all((s, *pair) in graph for pair in pattern)]
    assert len(found) == 1
    assert isinstance(found[0], URIRef)
    return found[0]


@pytest.mark.parametrize(("modality", "status", "holds"), [pytest.param(*row[:3], id=row[3]) for row in HOLDING])
def test_the_direct_triple_stands_only_where_the_fact_holds(modality: Modality, status: Status, holds: bool) -> None:
    first, second = case("STK-2016-1"), case("STK-2016-2")
    said = replace(link("STK-2016-2", Relation.CONTINUES, "STK-2016-1"), modality=modality, status=status)
    graph = to_rdf(CaseGraph(cases=(first, second), statements=(said,)))
    assert one(graph, said.subject, GRAF.continues, said.object)
    for relation in (GRAF.continues, GRAF.buildsOn):
        assert ((node(said.subject), relation, node(said.object)) in graph) is holds


def test_a_statement_says_how_sure_it_is_and_why() -> None:
    graph = to_rdf(mission()[0])
    said = one(graph, f"arende/{TOWN}/STK-2015-1525", GRAF.complements, f"arende/{TOWN}/STK-2016-796")
    assert dict(graph.predicate_objects(said)) | {GRAF.evidence: None} == {
        RDF.type: GRAF.Statement,
        RDF.subject: node(f"arende/{TOWN}/STK-2015-1525"),
        RDF.predicate: GRAF.complements,
        RDF.object: node(f"arende/{TOWN}/STK-2016-796"),
        GRAF.status: code("utsagestatus", Status.STATED),
        GRAF.modality: code("modalitet", Modality.RECOUNTED),
        GRAF.confidence: Literal("0.97", datatype=XSD.decimal),
        GRAF.rule: REGEL["test-rule"],
        PROV.wasGeneratedBy: graph.value(predicate=RDF.type, object=GRAF.ExtractionRun),
        GRAF.evidence: None,
    }


def test_a_run_tells_the_versions_that_read_the_documents() -> None:
    graph = to_rdf(mission()[0])
    run = graph.value(predicate=RDF.type, object=GRAF.ExtractionRun)
    assert str(graph.value(run, GRAF.softwareVersion)) == __version__
    assert str(graph.value(run, GRAF.tablesDigest)) == tables_digest()


def test_a_rule_that_concludes_is_told_from_one_that_finds_words() -> None:
    stated = link("STK-2016-2", Relation.COMPLEMENTS, "STK-2016-1", stated=True)
    inferred = replace(link("STK-2016-3", Relation.CONTINUES, "STK-2016-2"), rule="concluded")
    graph = to_rdf(CaseGraph(statements=(stated, inferred)))
    assert set(graph.objects(REGEL["test-rule"], RDF.type)) == {GRAF.Rule}
    assert set(graph.objects(REGEL["concluded"], RDF.type)) == {GRAF.Rule, GRAF.InferenceRule}


def test_evidence_holds_the_words_and_their_place_in_the_text() -> None:
    words = Evidence("skrivelse.md", 7, 10, "ord", before="Före ", after=" efter", page=4)
    said = replace(link("STK-2016-2", Relation.CONTINUES, "STK-2016-1"), evidence=(words,))
    graph = to_rdf(CaseGraph(documents=mission()[0].documents, statements=(said,)))
    place = node("text/0000000000000000#char=7,10")
    assert set(graph.objects(place, RDF.type)) == {GRAF.Evidence, OA.TextQuoteSelector, OA.TextPositionSelector}
    expected = {OA.exact: "ord", OA.prefix: "Före ", OA.suffix: " efter", OA.start: "7", OA.end: "10", GRAF.page: "4"}
    assert {p: str(graph.value(place, p)) for p in expected} == expected
    assert graph.value(graph.value(place, OA.hasSource), DCTERMS.isFormatOf) == node(f"handling/{TOWN}/0000000000000000")


def test_new_evidence_leaves_a_statement_its_name() -> None:
    said = link("STK-2016-2", Relation.CONTINUES, "STK-2016-1")
    more = replace(said, evidence=(*said.evidence, evidence("fler ord", start=900)))
    assert set(to_rdf(CaseGraph(statements=(said,)))) < set(to_rdf(CaseGraph(statements=(more,))))


def test_a_case_builds_on_a_case_through_what_bears_on_its_assignments() -> None:
    graph = to_rdf(mission()[0])
    said = one(graph, f"arende/{TOWN}/STK-2018-1094", GRAF.buildsOn, f"arende/{TOWN}/STK-2017-1030")
    sources = {graph.value(source, RDF.predicate) for source in graph.objects(said, PROV.wasDerivedFrom)}
    assert sources == {GRAF.continues, GRAF.reportsOn}
    assert graph.value(said, GRAF.status) == code("utsagestatus", Status.INFERRED)


def test_the_thread_can_be_walked_by_builds_on_and_the_branch_is_not_in_it() -> None:
    graph = to_rdf(mission()[0])
    back = set(graph.transitive_objects(node(f"arende/{TOWN}/STK-2018-1094"), GRAF.buildsOn))
    numbers = ("STK-2015-553", "STK-2016-796", "STK-2017-488", "STK-2017-1030", "STK-2018-1094")
    assert back == {node(f"arende/{TOWN}/{number}") for number in numbers}


@pytest.mark.parametrize("relation", list(Relation))
def test_every_relation_is_written_as_its_property(relation: Relation) -> None:
    said = link("STK-2016-2", relation, "STK-2016-1")
    graph = to_rdf(CaseGraph(cases=(case("STK-2016-1"), case("STK-2016-2")), statements=(said,)))
    assert (node(said.subject), term(relation), node(said.object)) in graph
    assert ((node(said.subject), GRAF.buildsOn, node(said.object)) in graph) is relation.builds_on


def test_a_cited_case_is_no_case_of_the_material() -> None:
    graph = to_rdf(mission()[0])
    assert set(graph.subjects(RDF.type, GRAF.Case)) == {node(f"arende/{TOWN}/STK-2018-1094")}
    assert len(set(graph.subjects(RDF.type, GRAF.CitedCase))) == 5


def test_a_proposal_is_no_decision() -> None:
    made = decision("STK-2016-1", "Stadskontoret", month(2016, 5), point(Action.APPROVE, Modality.PROPOSED, number=1))
    graph = to_rdf(CaseGraph(decisions=(made,)))
    assert graph.value(node(made.key), RDF.type) == GRAF.Proposal
    assert set(graph.predicates(node(made.key))) >= {GRAF.proposingBody, GRAF.proposalDate, GRAF.hasProposedPoint}
    assert not list(graph.triples((None, GRAF.action, None)))
    assert not list(graph.triples((None, GRAF.decisionDate, None)))


def test_a_point_that_is_only_moved_stays_apart_from_the_decided_ones() -> None:
    points = (point(Action.APPROVE, Modality.DECIDED, number=1), point(Action.REJECT, Modality.MOVED, number=2))
    made = decision("STK-2016-1", "Kommunstyrelsen", month(2016, 5), *points)
    graph = to_rdf(CaseGraph(decisions=(made,)))
    assert list(graph.objects(node(made.key), GRAF.hasPoint)) == [node(f"{made.key}-1")]
    assert list(graph.objects(node(made.key), GRAF.hasProposedPoint)) == [node(f"{made.key}-2")]
    assert list(graph.subject_objects(GRAF.action)) == [(node(f"{made.key}-1"), code("akt", Action.APPROVE))]


def test_points_that_share_a_number_keep_names_of_their_own() -> None:
    points = (point(Action.APPROVE, number=1), point(Action.ASSIGN, number=1, quote="annan"), point(Action.NOTE, number=2))
    made = decision("STK-2016-1", "Kommunstyrelsen", month(2016, 5), *points)
    keys = [point_key(made, one_point) for one_point in points]
    assert len(set(keys)) == 3
    assert keys[2] == f"{made.key}-2"


def test_a_decision_told_in_fourteen_places_is_one_statement_with_fourteen_pieces_of_evidence() -> None:
    places = tuple(evidence(f"beslut {n}", start=1000 * n) for n in range(1, 14))
    told = point(Action.ALLOCATE, Modality.RECOUNTED, number=1, more=places)
    made = decision("STK-2016-1", "Kommunstyrelsen", month(2016, 5), told)
    graph = to_rdf(CaseGraph(decisions=(made,)))
    (said,) = graph.subjects(RDF.object, code("akt", Action.ALLOCATE))
    assert graph.value(said, RDF.subject) == node(f"{made.key}-1")
    assert len(list(graph.objects(said, GRAF.evidence))) == 14


def test_a_proposed_assignment_binds_nobody() -> None:
    graph = to_rdf(mission()[0])
    proposed = node(f"uppdrag/{TOWN}/STK-2018-1094-1")
    assert graph.value(proposed, RDF.type) == GRAF.ProposedAssignment
    assert not set(graph.predicates(proposed)) & {GRAF.deadline, GRAF.assignee, GRAF.assigner, GRAF.assignedIn}
    assert one(graph, f"uppdrag/{TOWN}/STK-2018-1094-1", GRAF.deadline, "datum/2019-09")


def test_a_given_assignment_has_its_deadline_and_the_words_behind_it() -> None:
    graph = to_rdf(mission()[0])
    given = f"uppdrag/{TOWN}/STK-2017-1030-1"
    assert graph.value(node(given), GRAF.deadline) == node("datum/2018-12")
    words = graph.value(one(graph, given, GRAF.deadline, "datum/2018-12"), GRAF.evidence)
    assert str(graph.value(words, OA.exact)) == "senast"


@pytest.mark.parametrize(
    ("when", "key", "precision"),
    [
        (day("2018-11-26"), "2018-11-26", "dag"),
        (month(2018, 12), "2018-12", "manad"),
        (replace(month(2014, 8), edtf="2014-23"), "2014-23", "arstid"),
        (replace(month(2019, 7), edtf="2019-35"), "2019-35", "kvartal"),
        (replace(month(2019, 7), edtf="2019-41"), "2019-41", "halvar"),
        (replace(month(2019, 7), edtf="2019"), "2019", "ar"),
        (replace(month(2019, 7), edtf="2019?"), "2019%3F", "ar"),
        (replace(month(2019, 7), edtf="2018-07/2019-06"), "2018-07--2019-06", "intervall"),
    ],
)
def test_a_date_is_as_precise_as_its_text(when: DateExpression, key: str, precision: str) -> None:
    graph = to_rdf(CaseGraph(decisions=(decision("STK-2016-1", None, when),)))
    date = graph.value(predicate=RDF.type, object=GRAF.DateExpression)
    assert date == node(f"datum/{key}")
    assert graph.value(date, GRAF.edtf) == Literal(when.edtf, datatype=EDTF)
    assert graph.value(date, GRAF.earliest) == Literal(when.earliest)
    assert graph.value(date, GRAF.latest) == Literal(when.latest)
    assert str(graph.value(date, GRAF.precision)).endswith(f"/precision/{precision}")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Stadskontoret", GRAF.AdministrativeOffice),
        ("Miljöförvaltningen", GRAF.AdministrativeOffice),
        ("Stadens miljöförvaltning", GRAF.AdministrativeOffice),
        ("Kommunstyrelsen", GRAF.DecidingBody),
        ("Förvaltningsutskottet", GRAF.DecidingBody),
        ("Södermalms stadsdelsnämnd", GRAF.DecidingBody),
    ],
)
def test_an_office_is_told_from_a_deciding_body_by_its_name(name: str, kind: URIRef) -> None:
    graph = to_rdf(CaseGraph(decisions=(decision("STK-2016-1", name, month(2016, 5)),)))
    body = graph.value(predicate=SKOS.prefLabel, object=Literal(name, lang="sv"))
    assert graph.value(body, RDF.type) == kind


def test_spellings_of_a_body_are_one_body_with_one_first_name() -> None:
    made = [decision(f"STK-2016-{i}", name, month(2016, i)) for i, name in enumerate(("Kommunstyrelsen", "KOMMUNSTYRELSEN"), 1)]
    graph = to_rdf(CaseGraph(decisions=tuple(made)))
    body = node(f"organ/{TOWN}/kommunstyrelsen")
    assert [str(label) for label in graph.objects(body, SKOS.prefLabel)] == ["KOMMUNSTYRELSEN"]
    assert [str(label) for label in graph.objects(body, SKOS.altLabel)] == ["Kommunstyrelsen"]


def test_a_document_belongs_to_its_own_case_and_shows_its_masthead() -> None:
    graph = to_rdf(mission()[0])
    letter = node(f"handling/{TOWN}/0000000000000000")
    assert graph.value(letter, GRAF.inCase) == node(f"arende/{TOWN}/STK-2018-1094")
    assert str(graph.value(letter, GRAF.documentType)).endswith("/handlingstyp/tjansteskrivelse")
    assert str(graph.value(letter, GRAF.place)) == "skrivelse.md"


def test_a_kind_that_the_list_lacks_is_kept_in_its_own_words() -> None:
    graph = to_rdf(CaseGraph(documents=(Document("a.md", "1" * 64, kind="promemoria"),)))
    assert [str(kind) for kind in graph.objects(None, GRAF.documentTypeVerbatim)] == ["promemoria"]
    assert not list(graph.objects(None, GRAF.documentType))


def test_files_without_a_text_stay_apart() -> None:
    graph = to_rdf(CaseGraph(documents=(Document("a.pdf", ""), Document("b.pdf", ""))))
    assert len(set(graph.subjects(RDF.type, GRAF.Document))) == 2
    assert not list(graph.subjects(RDF.type, GRAF.TextVersion))


def test_what_is_no_municipality_is_an_authority() -> None:
    other = replace(case("S2014-1"), id=CaseId("socialdepartementet", "S2014-1"))
    graph = to_rdf(CaseGraph(cases=(other, case("STK-2016-1"))))
    assert set(graph.subjects(RDF.type, GRAF.Authority)) == {node("myndighet/socialdepartementet")}
    assert set(graph.subjects(RDF.type, GRAF.Municipality)) == {node(f"kommun/{TOWN}")}


def test_a_reference_said_twice_is_one_with_two_places() -> None:
    graph = to_rdf(rich())
    said = one(graph, f"arende/{TOWN}/STK-2018-1094", GRAF.refersTo, f"arende/{TOWN}/STK-2016-796")
    assert graph.value(said, RDF.type) == GRAF.Reference
    assert len(list(graph.objects(said, GRAF.evidence))) == 2


def test_a_document_does_not_refer_to_itself_or_to_what_it_only_lists() -> None:
    graph = to_rdf(rich())
    assert list(graph.objects(node(f"arende/{TOWN}/STK-2018-1094"), GRAF.refersTo)) == [node(f"arende/{TOWN}/STK-2016-796")]
    listed = one(graph, f"arende/{TOWN}/STK-2018-1094", GRAF.refersTo, f"arende/{TOWN}/STK-2015-553")
    assert graph.value(listed, GRAF.referenceRole) == code("hanvisningsroll", Role.LISTED)


def test_an_unresolved_reference_keeps_its_reason_and_its_candidates() -> None:
    graph = to_rdf(rich())
    said = graph.value(predicate=GRAF.objectVerbatim, object=Literal("363/2010"))
    assert graph.value(said, RDF.object) is None
    assert str(graph.value(said, GRAF.reason)) == "två möjliga ärenden"
    assert len(list(graph.objects(said, GRAF.candidate))) == 2


def test_a_reference_outside_every_item_is_the_documents() -> None:
    graph = to_rdf(rich())
    said = graph.value(predicate=GRAF.objectVerbatim, object=Literal("SOU 2015:1"))
    assert graph.value(said, RDF.subject) == node(f"handling/{TOWN}/0000000000000000")


def test_a_reference_that_a_statement_already_tells_is_not_told_twice() -> None:
    said = statement(
        case_key(CaseId(TOWN, "STK-2018-1094")), Relation.REFERS_TO, f"arende/{TOWN}/STK-2016-796", Modality.DECIDED
    )
    found = resolution("STK-2016-796", CaseId(TOWN, "STK-2016-796"))
    graph = to_rdf(CaseGraph(statements=(said,), resolutions=(found,)))
    assert not list(graph.subjects(RDF.type, GRAF.Reference))


def test_instruments_have_their_name() -> None:
    graph = to_rdf(rich())
    assert str(graph.value(node(FUND.key), SKOS.prefLabel)) == "sociala fonder"


def test_hostile_words_reach_both_engines_unharmed() -> None:
    text = "".join(to_lines(rich()))
    store = pyoxigraph.Store()
    store.load(text.encode(), pyoxigraph.RdfFormat.N_TRIPLES)
    titles = {quad.object.value for quad in store.quads_for_pattern(None, pyoxigraph.NamedNode(DCTERMS.title), None)}  # type: ignore[union-attr]
    assert HOSTILE in titles
    assert HOSTILE in {str(title) for title in Graph().parse(data=text, format="nt").objects(None, DCTERMS.title)}
    assert len(store) == len(to_rdf(rich()))


@pytest.mark.parametrize(
    "key", ["styrmedel/1280/å ä ö", 'styrmedel/1280/<a>"{}|\\^`', "styrmedel/1280/100%", "styrmedel/1280/a#b?c"]
)
def test_no_key_makes_an_iri_that_an_engine_refuses(key: str) -> None:
    (triple, *_) = to_triples(CaseGraph(instruments=(PolicyInstrument(key, "x"),)))
    assert pyoxigraph.NamedNode(str(triple[0])).value == str(triple[0])
    assert re.fullmatch(r"https://w3id\.org/graf/id/styrmedel/1280/[A-Za-z0-9%._~-]+", triple[0])


def test_a_lone_surrogate_is_replaced() -> None:
    graph = to_rdf(CaseGraph(cases=(case("STK-2016-1", title="a\ud800b"),)))
    assert [str(title) for title in graph.objects(None, DCTERMS.title)] == ["a\ufffdb"]


def test_there_are_no_blank_nodes() -> None:
    assert not [found for found in to_rdf(rich()).all_nodes() if isinstance(found, BNode)]


def test_another_base_moves_the_things_and_leaves_the_terms() -> None:
    graph = to_rdf(mission()[0], "https://example.org/")
    subjects = {str(subject) for subject in graph.subjects()}
    assert not any(subject.startswith(ID) for subject in subjects)
    assert (None, RDF.type, GRAF.Case) in graph


def test_classes_and_properties_in_the_data_are_all_the_ontologys_or_borrowed() -> None:
    graph = to_rdf(rich())
    defined = set(ONTOLOGY.subjects(RDF.type, OWL.Class)) | set(ONTOLOGY.subjects(RDF.type, OWL.ObjectProperty))
    defined |= set(ONTOLOGY.subjects(RDF.type, OWL.DatatypeProperty))
    used = set(graph.objects(None, RDF.type)) | set(graph.predicates())
    assert {found for found in used if str(found).startswith(str(GRAF))} <= defined


def test_triples_come_one_at_a_time() -> None:
    first = next(iter(to_triples(rich())))
    assert first[1] == RDF.type


def test_the_default_engine_holds_the_same_as_rdflib() -> None:
    plain = {
        (s, p, Literal(str(o)) if getattr(o, "datatype", None) == XSD.string else o) for s, p, o in as_rdflib(to_store(rich()))
    }
    assert plain == set(to_rdf(rich()))


def test_rdflibs_interface_asks_the_default_engine_with_the_usual_prefixes() -> None:
    found = as_rdflib(to_store(mission()[0])).query("SELECT ?n { ?c a graf:Case ; graf:diaryNumber ?n }")
    assert [str(row[0]) for row in found] == ["STK-2018-1094"]  # type: ignore[index]


def test_a_graph_is_loaded_whole_in_pieces_of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "_CHUNK", 7)
    assert len(to_store(rich())) == len(to_rdf(rich()))
