"""What holds of lineage whatever the documents: towns stay apart, order does not matter, what is unrelated changes nothing."""

from collections.abc import Iterable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graf.lineage import link
from graf.model import CaseGraph, Extraction, Relation, Statement, Status
from graf.pipeline import extract_all
from tests.papers import item, letter, minutes, read_paper

TEXTS = Path(__file__).resolve().parents[2] / "data" / "gold" / "lineage" / "texts"
PAPERS: tuple[Extraction, ...] = tuple(extract_all([TEXTS]))
WHOLE = link(PAPERS)
FEW = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])


def said(graph: CaseGraph) -> set[Statement]:
    return set(graph.statements)


def places(statement: Statement) -> set[tuple[str, int]]:
    return {(words.document, words.start) for words in statement.evidence}


def town(key: str) -> str:
    return key.split("/")[1]


@FEW
@given(st.permutations(PAPERS))
def test_the_order_of_the_documents_never_matters(papers: list[Extraction]) -> None:
    graph = link(papers)
    assert said(graph) == said(WHOLE)
    whole = {(s.subject, s.relation, s.object, s.rule, s.modality): places(s) for s in WHOLE.statements}
    assert {(s.subject, s.relation, s.object, s.rule, s.modality): places(s) for s in graph.statements} == whole
    assert {d.key for d in graph.decisions} == {d.key for d in WHOLE.decisions}
    assert {(a.key, a.answered_by, a.moves) for a in graph.assignments} == {
        (a.key, a.answered_by, a.moves) for a in WHOLE.assignments
    }
    assert {c.id for c in graph.cases} == {c.id for c in WHOLE.cases}


@FEW
@given(st.integers(0, len(PAPERS) - 1))
def test_removing_a_document_removes_what_rested_on_it_and_nothing_else(place: int) -> None:
    gone = PAPERS[place].document.name
    rest = said(link(paper for paper in PAPERS if paper.document.name != gone))
    for statement in WHOLE.statements:
        rested = {words.document for words in statement.evidence}
        if rested == {gone}:
            assert statement not in rest
        elif gone not in rested and statement.status is Status.STATED and is_numbered(statement):
            assert statement in rest
    assert not [s for s in rest if any(words.document == gone for words in s.evidence)]


def is_numbered(statement: Statement) -> bool:
    """Whether a statement joins cases by their numbers: a § means a case only while the minutes of its meeting are held."""
    return statement.subject.startswith("arende/") and all("§" not in words.quote for words in statement.evidence)


UNRELATED = st.sampled_from(
    [
        letter("Dammarna ska rensas på slam.", "KS 2029/9001", town="Umeå kommun", title="Slam i dammar", day="2029-05-04"),
        minutes(item(901, "KS 2029/9002", "Kommunstyrelsen noterar informationen."), town="Umeå kommun", day="2029-06-06"),
        letter("Frågan om hamnen har utretts.", "STK-2029-7", title="Hamnens kaj", day="2029-03-03"),
        letter("Kajen ska lagas.", "KS 2016/45", town="Sundsvalls kommun", title="Kajen"),
    ]
)


@FEW
@given(st.lists(UNRELATED, min_size=1, max_size=3, unique=True))
def test_an_unrelated_document_changes_no_edge(texts: list[str]) -> None:
    more = [read_paper(text, f"zz/{n}.txt") for n, text in enumerate(texts)]
    graph = link([*PAPERS, *more])
    assert said(graph) == said(WHOLE)


def twins(papers: Iterable[Extraction]) -> list[Extraction]:
    """The same papers as another town's, number by number."""
    texts = [(TEXTS / paper.document.name).read_text(encoding="utf-8") for paper in papers]
    moved = (text.replace("Umeå kommun", "Sundsvalls kommun").replace("Lunds kommun", "Kiruna kommun") for text in texts)
    return [read_paper(text, f"twin/{n}.txt") for n, text in enumerate(moved)]


def test_no_edge_joins_two_towns_though_their_numbers_are_the_same() -> None:
    graph = link([*PAPERS, *twins(PAPERS)])
    across = [s for s in graph.statements if town(s.subject) != town(s.object)]
    assert across == []
    assert len(graph.statements) == 2 * len(WHOLE.statements)


def test_an_edge_to_another_town_has_the_words_that_name_it() -> None:
    cites = letter("Lunds kommun har ett liknande ärende (KS 2016/9).", "KS 2019/900", town="Umeå kommun")
    graph = link([*PAPERS, read_paper(cites, "zz.txt")])
    across = [s for s in graph.statements if town(s.subject) != town(s.object)]
    assert [s.relation for s in across] == [Relation.REFERS_TO]
    assert "Lunds kommun" in across[0].evidence[0].quote
