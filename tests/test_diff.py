"""What changed between two graphs, by meaning."""

import pytest

from graf.diff import Change, diff
from graf.lineage import link
from graf.model import CaseId, Ruling, RulingKind
from tests.papers import graph_of, item, letter, minutes, read_paper

FIRST = minutes(item(1, "STK-2016-7", "Stadskontoret får i uppdrag att ta fram en plan senast maj 2017."), day="2016-05-18")
SECOND = letter("Skrivelsen är en fortsättning på ärendet STK-2016-7.", "STK-2018-9")


def told(changes: tuple[Change, ...], kind: str) -> list[tuple[str, str]]:
    return [(c.sign, fact.name) for c in changes if c.kind == kind and (fact := c.after or c.before)]


def test_the_same_graph_has_no_changes() -> None:
    assert diff(graph_of(FIRST, SECOND), graph_of(FIRST, SECOND)) == ()


def test_a_file_renamed_and_words_that_moved_are_no_change() -> None:
    old = link([read_paper(FIRST, "a.txt"), read_paper(SECOND, "b.txt")])
    new = link([read_paper(FIRST, "z/y.txt"), read_paper(SECOND, "x.txt")])
    assert diff(old, new) == ()
    moved = link([read_paper(FIRST, "a.txt"), read_paper(f"\n\n{SECOND}", "b.txt")])
    assert {change.kind for change in diff(old, moved)} == {"documents"}


def test_a_document_that_was_edited_is_one_change() -> None:
    old = link([read_paper(FIRST, "a.txt"), read_paper(SECOND, "b.txt")])
    new = link([read_paper(FIRST.replace("§ 1 ", "§ 2 "), "a.txt"), read_paper(SECOND, "b.txt")])
    assert [(c.kind, c.sign, c.after and c.after.name) for c in diff(old, new)] == [("documents", "~", "a.txt")]


REWORDED = [
    pytest.param(("ta fram en plan", "ta fram en budget"), "assignments", "what", id="another task"),
    pytest.param(("ta fram en plan", "ta fram en budget"), "decisions", "what", id="the decision that gives it"),
    pytest.param(("en fortsättning på", "ett komplement till"), "edges", "relation", id="another relation of the same two"),
]


@pytest.mark.parametrize(("words", "kind", "field"), REWORDED)
def test_what_is_put_in_other_words_is_one_change(words: tuple[str, str], kind: str, field: str) -> None:
    old, new = graph_of(FIRST, SECOND), graph_of(FIRST.replace(*words), SECOND.replace(*words))
    (change,) = [c for c in diff(old, new) if c.kind == kind]
    assert (change.sign, change.before and change.after and change.before.said[field] != change.after.said[field]) == (
        "~",
        True,
    )


def test_of_two_facts_with_one_name_none_is_passed_over() -> None:
    twice = minutes(
        item(1, "STK-2016-7", "Ärendet läggs till handlingarna."), item(2, "STK-2016-7", "Ärendet läggs till handlingarna.")
    )
    lost = [c for c in diff(graph_of(twice, SECOND), graph_of(SECOND)) if c.kind == "decisions"]
    assert [c.sign for c in lost] == ["-", "-"]


def test_what_a_new_document_says_is_gained_and_what_a_lost_one_said_is_lost() -> None:
    both, one = graph_of(FIRST, SECOND), graph_of(FIRST)
    name = "STK-2018-9 continues STK-2016-7 (continues-case)"
    assert told(diff(one, both), "edges") == [("+", name)]
    assert told(diff(both, one), "edges") == [("-", name)]
    assert ("-", "1280:STK-2018-9") in told(diff(both, one), "cases")


def test_a_deadline_that_changed_is_one_change() -> None:
    (change,) = [c for c in diff(graph_of(FIRST), graph_of(FIRST.replace("maj 2017", "juni 2017"))) if c.kind == "assignments"]
    assert change.before
    assert change.after
    assert [change.before.said["deadline"], change.after.said["deadline"]] == ["2017-05", "2017-06"]


def test_a_ruling_shows_as_an_edge_that_changed() -> None:
    papers = [read_paper(FIRST, "a.txt"), read_paper(SECOND, "b.txt")]
    ends = CaseId("1280", "STK-2018-9"), CaseId("1280", "STK-2016-7")
    ruling = Ruling(RulingKind.ACCEPT, *ends, None, None, None, "Vera Alm", "2020-02-03", "läst")
    changes = diff(link(papers), link(papers, [ruling]))
    assert [(c.kind, c.sign) for c in changes] == [("edges", "~"), ("rulings", "+")]
    assert changes[0].before
    assert changes[0].after
    assert [changes[0].before.said["status"], changes[0].after.said["status"]] == ["stated", "reviewed"]
