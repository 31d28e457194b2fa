"""Why an edge is there or is not."""

from pathlib import Path

import pytest

from graf.find import find_case
from graf.lineage.rules import RULES as LINEAGE
from graf.model import CaseGraph, CaseId
from graf.pipeline import build_graph
from graf.resolve import RULES as RESOLVING
from graf.tables import relations, rules
from graf.why import explain, rule_text, why_not
from tests.papers import graph_of, letter

OWN_PHRASE = "The text says so with a phrase of its own."
BY_PHRASE = {row.name for row in relations()}
BY_RULE = set(rules()) - {"stated-relation"}


@pytest.fixture(scope="module")
def graph(sample: Path) -> CaseGraph:
    """The sample's graph."""
    return build_graph([sample])


@pytest.mark.parametrize("name", sorted(BY_RULE))
def test_a_rule_is_told_in_a_sentence(name: str) -> None:
    words = rule_text(name)
    assert words != OWN_PHRASE
    assert words.endswith(".")
    assert "\n" not in words


def test_every_rule_of_resolving_has_its_row_with_the_same_confidence() -> None:
    assert {name: confidence for name, _, confidence in RESOLVING} == {name: rules()[name].confidence for name, *_ in RESOLVING}


@pytest.mark.parametrize("rule", LINEAGE, ids=lambda rule: rule.__name__)
def test_every_rule_of_lineage_explains_itself(rule: object) -> None:
    assert rule.__doc__


@pytest.mark.parametrize("name", sorted(BY_PHRASE))
def test_a_phrase_of_a_text_speaks_for_itself(name: str) -> None:
    assert rule_text(name) == OWN_PHRASE


def test_no_statement_or_resolution_bears_a_rule_that_is_not_told_of(graph: CaseGraph) -> None:
    names = {s.rule for s in graph.statements} | {r.rule for r in graph.resolutions}
    assert names <= BY_RULE | BY_PHRASE


def rules_between(graph: CaseGraph, one: str, other: str) -> set[str]:
    return {s.rule for s in explain(graph, find_case(graph, one), find_case(graph, other)).statements}


def test_an_edge_is_told_with_its_rules_from_either_end(graph: CaseGraph) -> None:
    found = rules_between(graph, "STK-2016-796", "STK-2015-553")
    assert "row-of-decisions" in found
    assert found == rules_between(graph, "STK-2015-553", "STK-2016-796")


def test_every_edge_has_words_to_show(graph: CaseGraph) -> None:
    assert all(evidence.quote for statement in graph.statements for evidence in statement.evidence)
    assert all(statement.evidence for statement in graph.statements)


def test_two_cases_that_nothing_joins_have_nothing_to_tell(graph: CaseGraph) -> None:
    found = explain(graph, find_case(graph, "0180:KS 2018/1802"), find_case(graph, "STK-2016-796"))
    assert (found.statements, found.candidates) == ((), ())


def test_a_number_that_was_left_open_is_told_with_its_reason() -> None:
    told = "I april 2013 (Dnr 145/13) godkände kommunstyrelsen rapporten."
    graph = graph_of(letter(told, "STK-2014-9"), letter("Om träd.", "STK-2013-145"))
    found = explain(graph, CaseId("1280", "STK-2014-9"), CaseId("1280", "STK-2013-145"))
    assert [r.reference.normal for r in found.candidates] == ["145/2013"]
    assert found.candidates[0].reason


def test_two_cases_that_acted_on_one_thing_are_told_with_it(graph: CaseGraph) -> None:
    repealing, founding = find_case(graph, "STK-2017-488"), find_case(graph, "191/2012")
    found = explain(graph, repealing, founding)
    assert {said.relation.value for said in found.deeds} == {"adopts", "repeals"}
    kinds = {reason.kind for reason in why_not(graph, repealing, founding)}
    assert "by-a-thing" in kinds
    assert "never-named-together" not in kinds


def test_what_was_left_open_is_told_of_the_case_that_a_paper_of_another_tells_of(graph: CaseGraph) -> None:
    found = explain(graph, find_case(graph, "STK-2017-488"), find_case(graph, "STK-2015-553"))
    assert [r.reference.text for r in found.candidates]
