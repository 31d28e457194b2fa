"""The shapes, the constraints and the templates: a graph of graf's own fits, and what is asked at once is what pySHACL asks."""

import re
from pathlib import Path

import pyshacl
import pytest
import rdflib
from pyoxigraph import RdfFormat, Store
from rdflib import RDF, SH

from graf.ontology import ontology_folder
from graf.pipeline import build_graph
from graf.validate import Severity, validate
from graf.validate.material import to_rdflib
from graf.validate.shapes import constraint_findings, core_findings, shapes
from graf.validate.templates import Template, examples
from graf.write.turtle import write
from tests.graphs import rich


@pytest.fixture(scope="session")
def sample_graph(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's graph as a Turtle file."""
    path = tmp_path_factory.mktemp("graph") / "graph.ttl"
    ((_, pieces),) = write(build_graph([sample]))
    path.write_text("".join(pieces), encoding="utf-8")
    return path


def test_the_graph_of_the_sample_has_no_violation(sample_graph: Path) -> None:
    report = validate(sample_graph)
    assert [finding for finding in report.findings if finding.severity is Severity.VIOLATION] == []
    assert report.triples > 4000


def test_asking_a_constraint_once_finds_what_asking_it_of_every_node_finds() -> None:
    ((_, pieces),) = write(rich())
    store = Store()
    store.load("".join(pieces).encode(), RdfFormat.TURTLE)
    graph = to_rdflib(store)
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes(), inplace=True, inference="none")
    assert isinstance(report, rdflib.Graph)
    results = list(report.subjects(RDF.type, SH.ValidationResult))
    ends = [(str(report.value(r, SH.focusNode)), str(report.value(r, SH.resultSeverity))) for r in results]
    slow = {(node, severity.rsplit("#", 1)[1].lower()) for node, severity in ends}
    found = {(f.node, f.severity.value) for f in (*core_findings(graph), *constraint_findings(store))}
    assert found == slow
    assert found


@pytest.mark.parametrize("query", sorted(str(query) for query in shapes().objects(None, SH.select)))
def test_a_constraint_itself_says_what_this_is(query: str) -> None:
    pattern = query.split("WHERE", 1)[1]
    assert pattern.index("$this") < pattern.index("FILTER") if "FILTER" in pattern else "$this" in pattern


@pytest.mark.parametrize("shape", sorted(map(str, shapes().subjects(RDF.type, SH.NodeShape))))
def test_every_message_of_a_shape_is_told_in_both_languages(shape: str) -> None:
    node = rdflib.URIRef(shape)
    parts = [node, *shapes().objects(node, SH.property), *shapes().objects(node, SH.sparql)]
    told = [sorted(str(m.language) for m in shapes().objects(p, SH.message) if isinstance(m, rdflib.Literal)) for p in parts]
    assert {tuple(languages) for languages in told if languages} == {("en", "sv")}
    assert all(told[1:])


@pytest.mark.parametrize(("template", "example"), [pytest.param(*pair, id=pair[0].name) for pair in examples()])
def test_a_template_has_an_example_of_its_form(template: Template, example: str) -> None:
    fixed = re.split(r"\{\+?\w+\}", template.text)
    assert re.search(".+".join(map(re.escape, fixed)), example)


def test_every_class_that_data_bears_has_a_template() -> None:
    ontology = rdflib.Graph().parse(ontology_folder() / "graf.ttl")
    classes = {str(c).rsplit("#", 1)[1] for c in ontology.subjects(RDF.type, rdflib.OWL.Class) if "/graf/ns#" in str(c)}
    named = {kind.rsplit("#", 1)[1] for template, _ in examples() for kind in template.classes if "/graf/ns#" in kind}
    assert classes - named == {"Body", "InferenceRule"}
