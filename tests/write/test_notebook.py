"""How a thread and a graph show themselves in a notebook."""

from xml.etree import ElementTree

from graf.keys import case_key
from graf.model import CaseGraph
from graf.trace import trace
from graf.write.picture.still import thread_figure
from tests.factories import case, mission

GRAPH, THREAD = mission()


def test_a_thread_shows_the_same_figure_by_itself_as_with_its_graph() -> None:
    thread = trace(GRAPH, THREAD.seed)
    assert thread._repr_svg_() == thread_figure(GRAPH, thread)


def test_a_thread_shows_its_figure_its_table_and_its_sources() -> None:
    shown = ElementTree.fromstring(trace(GRAPH, THREAD.seed)._repr_html_())
    assert len(list(shown.iter("tr"))) == 6
    assert "Malmö stad, Stadskontoret, tjänsteskrivelse" in "".join(shown.itertext())


def test_what_a_thread_carries_is_its_own_part_of_the_graph() -> None:
    more = CaseGraph(
        GRAPH.documents, (*GRAPH.cases, case("STK-1999-1")), GRAPH.decisions, GRAPH.assignments, (), GRAPH.statements
    )
    around = trace(more, THREAD.seed).around
    assert {case_key(one.id).rsplit("/", 1)[1] for one in around.cases} == {one.label for one in GRAPH.cases}


def test_a_graph_shows_what_it_holds_and_its_best_connected_cases() -> None:
    shown = ElementTree.fromstring(GRAPH._repr_html_())
    assert [cell.text for cell in shown.iter("td")] == ["1", "6", "5", "2", "0"]
    assert GRAPH._repr_svg_().startswith("<svg ")


def test_an_empty_graph_shows_itself_too() -> None:
    shown = ElementTree.fromstring(CaseGraph()._repr_html_())
    assert "".join(shown.itertext()).strip(), "it says that there is nothing"
