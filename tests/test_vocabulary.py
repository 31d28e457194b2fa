"""The model's enums, the terms the code writes, and the ontology's files say the same."""

import re
from pathlib import Path

import pytest
from rdflib import OWL, PROV, RDF, RDFS, SDO, SH, SKOS, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

import graf
from graf.model import BUILDS_ON, Action, AssignmentState, DissentKind, MeetingRole, Modality, Relation, Role, Status
from graf.ontology import ontology_folder
from graf.pipeline import build_graph
from graf.publish import MADE
from graf.publish.terms import versions
from graf.rdf import to_rdf
from graf.vocab import DOCUMENT_KINDS, GRAF, KOD, LISTS, OA, PRECISIONS, code, term
from graf.write.jsonld import context, terms
from tests.graphs import rich

ONTOLOGY = Graph().parse(ontology_folder() / "graf.ttl")
CODES = Graph().parse(ontology_folder() / "codes.ttl")
HOME = URIRef("https://w3id.org/graf/ns")
DEFINED = set(ONTOLOGY.subjects(RDFS.isDefinedBy, HOME))
USED = {GRAF[name] for name in GRAF.__annotations__ if not name.startswith("_")}
SHAPES = Graph().parse(ontology_folder() / "shapes.ttl")
SHAPED_LISTS = [
    (GRAF.dissentKind, "avvikelse"),
    (PROV.hadRole, "roll"),
    (GRAF.action, "akt"),
    (GRAF.documentType, "handlingstyp"),
    (GRAF.modality, "modalitet"),
    (GRAF.precision, "precision"),
    (GRAF.referenceRole, "hanvisningsroll"),
    (GRAF.status, "utsagestatus"),
]
UPPER = {GRAF.Body}
"""Classes that data never bears itself, only its subclasses."""
ENUMS = {
    "akt": Action,
    "avvikelse": DissentKind,
    "hanvisningsroll": Role,
    "modalitet": Modality,
    "relationstyp": Relation,
    "roll": MeetingRole,
    "uppdragsstatus": AssignmentState,
    "utsagestatus": Status,
}


def test_every_term_the_code_names_is_defined_and_none_is_defined_for_nothing() -> None:
    assert DEFINED == USED


def test_every_term_of_the_vocabulary_is_written_somewhere_in_the_code() -> None:
    sources = [path.read_text(encoding="utf-8") for path in Path(graf.__file__).parent.rglob("*.py")]
    written = set(re.findall(r"GRAF\.(\w+)", " ".join(sources))) | {relation.value for relation in Relation}
    assert {str(used).removeprefix(str(GRAF)) for used in USED - UPPER} == written


@pytest.mark.parametrize("defined", sorted(map(str, DEFINED)))
def test_a_term_has_its_labels_its_definition_and_an_example(defined: str) -> None:
    for predicate in (RDFS.label, RDFS.comment):
        assert _languages(ONTOLOGY, URIRef(defined), predicate) == ["en", "sv"], predicate
    assert ONTOLOGY.value(URIRef(defined), SKOS.example)


@pytest.mark.parametrize("name", sorted(ENUMS))
def test_a_list_has_one_code_for_every_member_of_its_enum(name: str) -> None:
    assert set(LISTS[name]) == set(ENUMS[name])
    assert len(set(LISTS[name].values())) == len(ENUMS[name])


@pytest.mark.parametrize("name", sorted(LISTS))
def test_the_concepts_of_a_list_are_the_codes_of_the_vocabulary(name: str) -> None:
    assert set(CODES.subjects(SKOS.inScheme, KOD[name])) == {code(name, member) for member in LISTS[name]}


def test_every_list_of_the_ontology_is_a_list_of_the_vocabulary() -> None:
    assert set(CODES.subjects(RDF.type, SKOS.ConceptScheme)) == {KOD[name] for name in LISTS}


@pytest.mark.parametrize("concept", sorted(map(str, CODES.subjects(RDF.type, SKOS.Concept))))
def test_a_concept_has_its_labels_definition_and_notation(concept: str) -> None:
    node = URIRef(concept)
    assert _languages(CODES, node, SKOS.prefLabel) == ["en", "sv"]
    assert _languages(CODES, node, SKOS.definition) == ["en", "sv"]
    assert [str(notation) for notation in CODES.objects(node, SKOS.notation)] == [concept.rsplit("/", 1)[1]]


def test_a_relation_of_the_list_names_its_property() -> None:
    named = {
        concept: value for concept, value in CODES.subject_objects(RDFS.seeAlso) if (concept, RDF.type, SKOS.Concept) in CODES
    }
    assert named == {code("relationstyp", relation): term(relation) for relation in Relation}


def test_a_relation_builds_on_exactly_where_the_model_says_so() -> None:
    building = set(ONTOLOGY.subjects(RDFS.subPropertyOf, GRAF.buildsOn))
    assert building == {term(relation) for relation in BUILDS_ON}


def test_every_relation_is_a_kind_of_reference() -> None:
    assert set(ONTOLOGY.subjects(RDFS.subPropertyOf, GRAF.refersTo)) == {term(r) for r in Relation} - {GRAF.refersTo} | {
        GRAF.buildsOn
    }


def test_document_kinds_are_labelled_as_mastheads_name_them() -> None:
    for kind in DOCUMENT_KINDS:
        assert (code("handlingstyp", kind), SKOS.prefLabel, Literal(kind, lang="sv")) in CODES


def test_precisions_have_english_labels_of_the_same_meaning() -> None:
    labels = {kind: _label(code("precision", kind), "en") for kind in PRECISIONS}
    assert labels == {kind: {"half": "half-year"}.get(kind, kind) for kind in PRECISIONS}


def test_the_header_names_its_version_and_prefix() -> None:
    header = dict(ONTOLOGY.predicate_objects(HOME))
    assert header[OWL.versionIRI] == URIRef(f"{HOME}/{graf.__version__}")
    assert "graf" in {str(value) for value in header.values()}


def test_nothing_is_said_about_the_words_of_rdf_itself() -> None:
    assert not {s for s in ONTOLOGY.subjects() if str(s).startswith(str(RDF))}


def test_every_borrowed_class_and_property_is_declared() -> None:
    used = {o for p in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.range, RDFS.domain) for o in ONTOLOGY.objects(None, p)}
    undeclared = {o for o in used if (o, RDF.type, None) not in ONTOLOGY}
    assert {str(o).rsplit("#", 1)[0] for o in undeclared} == {"http://www.w3.org/2001/XMLSchema"}


def test_the_context_names_every_term_and_no_other() -> None:
    own = {iri for iri in terms() if iri.startswith(str(GRAF))}
    assert own == {str(used) for used in USED - UPPER}


@pytest.mark.parametrize("used", sorted(str(OA[name]) for name in OA.__annotations__ if not name.startswith("_")))
def test_the_context_names_what_evidence_borrows(used: str) -> None:
    assert used in terms()


def test_the_context_makes_links_of_object_properties_and_of_no_others() -> None:
    links = {iri for iri, name in terms().items() if _rule(name).get("@type") == "@id" and iri.startswith(str(GRAF))}
    assert links == {str(s) for s in ONTOLOGY.subjects(RDF.type, OWL.ObjectProperty)} & {str(used) for used in USED}


@pytest.mark.parametrize("name", sorted(MADE))
def test_what_follows_from_the_tables_is_as_they_make_it(name: str) -> None:
    made = (ontology_folder() / name).read_text(encoding="utf-8")
    assert made == MADE[name](), "run: make ontology"


@pytest.mark.parametrize(("path", "name"), SHAPED_LISTS)
def test_a_shape_takes_the_codes_of_its_list_and_no_others(path: URIRef, name: str) -> None:
    shaped = [set(Collection(SHAPES, found)) for p in SHAPES.subjects(SH.path, path) for found in SHAPES.objects(p, SH["in"])]
    assert shaped
    assert set.union(*shaped) == {code(name, member) for member in LISTS[name]}


def test_the_shape_of_edges_names_every_relation() -> None:
    shape = URIRef("https://w3id.org/graf/shapes#BareLineage")
    relations = {term(relation) for relation in Relation} | {GRAF.buildsOn}
    assert set(SHAPES.objects(shape, SH.targetSubjectsOf)) == relations
    query = str(next(SHAPES.objects(next(SHAPES.objects(shape, SH.sparql)), SH.select)))
    assert set(re.findall(r"graf:(\w+)", query)) == {str(relation).removeprefix(str(GRAF)) for relation in relations}


def test_shapes_templates_and_alignments_name_no_term_that_is_not_defined() -> None:
    for name in ("shapes.ttl", "iri-templates.ttl", "alignments.ttl"):
        graph = Graph().parse(ontology_folder() / name)
        named = {node for triple in graph for node in triple if isinstance(node, URIRef) and node.startswith(str(GRAF))}
        named |= {GRAF[word] for query in graph.objects(None, SH.select) for word in re.findall(r"graf:(\w+)", str(query))}
        assert named <= DEFINED, name


def test_what_data_bears_is_documented_on_the_class_that_bears_it(sample: Path) -> None:
    graph = to_rdf(build_graph([sample])) + to_rdf(rich())
    borne = {(kind, p) for s, p in graph.subject_predicates(unique=True) for kind in graph.objects(s, RDF.type)}
    own = {(kind, p) for kind, p in borne if kind in DEFINED and p != RDF.type}
    reified = {(GRAF.Statement, p) for p in (RDF.subject, RDF.predicate, RDF.object)}
    documented = {(kind, p) for p in _properties() for kind in _documented_on(p)} | reified
    assert {(kind, p) for kind, p in own if not {(k, p) for k in _with_parents(kind)} & documented} == set()


def test_every_property_that_is_documented_is_borne_by_some_class() -> None:
    assert {p for p in _properties() if p in DEFINED and not _documented_on(p)} == set()


def test_all_files_have_one_version_and_the_page_names_it() -> None:
    said = {name: version for name, version, _ in versions()}
    assert {version.rsplit("/", 1)[1] for version in said.values()} == {graf.__version__}
    files = {path.name for path in ontology_folder().iterdir()}
    assert files == {*said, "context.jsonld"}


def _properties() -> set[Node]:
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    return {p for kind in kinds for p in ONTOLOGY.subjects(RDF.type, kind)}


def _documented_on(prop: Node) -> set[Node]:
    """The classes that a property, or one above it, is said to be used on."""
    above = set(ONTOLOGY.transitive_objects(prop, RDFS.subPropertyOf))
    return {kind for p in above for said in (RDFS.domain, SDO.domainIncludes) for kind in ONTOLOGY.objects(p, said)}


def _with_parents(kind: Node) -> set[Node | None]:
    return set(ONTOLOGY.transitive_objects(kind, RDFS.subClassOf))


def _rule(name: str) -> dict[str, str]:
    rule = context().get(name)
    return rule if isinstance(rule, dict) else {}


def _languages(graph: Graph, subject: URIRef, predicate: URIRef) -> list[str]:
    return sorted(str(value.language) for value in graph.objects(subject, predicate) if isinstance(value, Literal))


def _label(concept: URIRef, language: str) -> str:
    return next(str(v) for v in CODES.objects(concept, SKOS.prefLabel) if isinstance(v, Literal) and v.language == language)
