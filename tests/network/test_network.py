"""The graph as a networkx graph."""

import networkx as nx
import pytest

from graf.keys import case_key
from graf.model import Action, CaseGraph, CaseId, Modality, Relation
from graf.network import ASSIGNED_IN, to_network
from tests.factories import TOWN, case, decision, link, mission, month, point
from tests.graphs import FUND, rich


def key(number: str) -> str:
    return case_key(CaseId(TOWN, number))


def relations(network: "nx.MultiDiGraph[str]", source: str, target: str) -> list[str]:
    return sorted(str(data["relation"]) for data in network.get_edge_data(source, target).values())


def test_cases_instruments_and_assignments_are_nodes() -> None:
    network = to_network(rich())
    kinds = {node: data["kind"] for node, data in network.nodes(data=True)}
    assert kinds[key("STK-2016-796")] == "case"
    assert kinds[FUND.key] == "instrument"
    assert kinds[f"uppdrag/{TOWN}/STK-2017-1030-1"] == "assignment"
    assert sorted(set(kinds.values())) == ["assignment", "case", "decision", "instrument"]


def test_an_edge_runs_from_the_later_case_to_the_earlier() -> None:
    network = to_network(mission()[0])
    assert network.has_edge(key("STK-2016-796"), key("STK-2015-553"))
    assert not network.has_edge(key("STK-2015-553"), key("STK-2016-796"))


def test_an_edge_carries_its_relation_its_ground_and_its_first_words() -> None:
    network = to_network(mission()[0])
    (data,) = network.get_edge_data(key("STK-2015-1525"), key("STK-2016-796")).values()
    assert data == {
        "relation": "complements",
        "builds_on": 0,
        "status": "stated",
        "modality": "recounted",
        "confidence": 0.97,
        "rule": "test-rule",
        "evidence": 1,
        "document": "skrivelse.md",
        "start": 100,
        "end": 127,
        "quote": "ett komplement till ärendet",
    }


def test_the_thread_can_be_walked_along_the_edges_that_build() -> None:
    network = to_network(mission()[0])
    building = [(s, t) for s, t, data in network.edges(data=True) if data["builds_on"]]
    back: set[str] = nx.descendants(nx.DiGraph(building), key("STK-2018-1094"))
    assert {key(n) for n in ("STK-2015-553", "STK-2016-796", "STK-2017-488", "STK-2017-1030")} <= back
    assert key("STK-2015-1525") not in back


def test_two_statements_between_the_same_cases_are_two_edges() -> None:
    two = (link("B-2016-2", Relation.CONTINUES, "A-2016-1"), link("B-2016-2", Relation.REFERS_TO, "A-2016-1"))
    network = to_network(CaseGraph(cases=(case("A-2016-1"), case("B-2016-2")), statements=two))
    assert relations(network, key("B-2016-2"), key("A-2016-1")) == ["continues", "refersTo"]


def test_an_assignment_hangs_on_its_case_and_on_what_answered_it() -> None:
    network = to_network(mission()[0])
    given = f"uppdrag/{TOWN}/STK-2017-1030-1"
    assert relations(network, given, key("STK-2017-1030")) == [ASSIGNED_IN]
    assert relations(network, key("STK-2018-1094"), given) == ["reportsOn"]


def test_a_case_is_dated_by_its_first_decision_and_never_by_a_proposal() -> None:
    made = (
        decision("A-2016-1", "Stadskontoret", month(2016, 1), point(Action.APPROVE, Modality.PROPOSED)),
        decision("A-2016-1", "Kommunfullmäktige", month(2016, 8), point(Action.APPROVE, Modality.DECIDED)),
        decision("A-2016-1", "Kommunstyrelsen", month(2016, 5), point(Action.APPROVE, Modality.DECIDED)),
    )
    data = to_network(CaseGraph(cases=(case("A-2016-1"),), decisions=made)).nodes[key("A-2016-1")]
    assert (data["date"], data["earliest"], data["body"]) == ("2016-05", "2016-05-01", "Kommunstyrelsen")


@pytest.mark.parametrize("graph", [CaseGraph(), mission()[0], rich()], ids=["empty", "mission", "rich"])
def test_every_attribute_is_a_string_or_a_number(graph: CaseGraph) -> None:
    network = to_network(graph)
    rows = [data for _, data in network.nodes(data=True)] + [data for *_, data in network.edges(data=True)]
    assert {type(value) for row in rows for value in row.values()} <= {str, int, float}


def test_the_order_does_not_hang_on_the_order_of_the_graph() -> None:
    graph = rich()
    turned = CaseGraph(
        cases=graph.cases[::-1],
        decisions=graph.decisions[::-1],
        assignments=graph.assignments[::-1],
        instruments=graph.instruments,
        statements=graph.statements[::-1],
    )
    assert list(to_network(graph).edges(keys=True)) == list(to_network(turned).edges(keys=True))
    assert list(to_network(graph).nodes) == list(to_network(turned).nodes)
