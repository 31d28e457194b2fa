"""Lineage in the minutes of a council whose truth is known: §§ by their day, postponements, new numbers, noise."""

import pytest

from graf.diff import diff
from graf.lineage import link
from graf.model import CaseGraph, CaseId, Resolution, Role, Ruling, RulingKind, Status
from graf.resolve.index import key_of
from tests.council import Council, council
from tests.papers import read_paper

ITEMS = 600
"""Enough to tell; ``benchmarks/lineage.py`` does the same with 3,000."""


@pytest.fixture(scope="module")
def made() -> Council:
    """The minutes and their truth."""
    return council(ITEMS)


@pytest.fixture(scope="module")
def graph(made: Council) -> CaseGraph:
    """What graf makes of them."""
    return link(read_paper(text, name, "2480") for name, text in made.minutes.items())


def meanings(graph: CaseGraph) -> dict[tuple[str, str | None, str, str], Resolution]:
    return {
        (r.document, r.reference.item, r.reference.normal.lstrip("§ "), r.reference.date.edtf): r
        for r in graph.resolutions
        if r.reference.kind == "paragraph" and r.reference.role is not Role.OWN and r.reference.date
    }


def joined(graph: CaseGraph) -> set[tuple[str, str]]:
    carrying = (s for s in graph.statements if s.relation.builds_on and s.modality.holds)
    ends = ((s.subject.split("/"), s.object.split("/")) for s in carrying)
    return {(one[2], other[2]) for one, other in ends if one[0] == other[0] == "arende"}


def test_the_generator_gives_the_same_minutes_for_the_same_seed() -> None:
    assert council(60, seed=3) == council(60, seed=3)
    assert council(60, seed=3).minutes != council(60, seed=4).minutes
    assert council(60, seed=3).items == 60


def test_a_paragraph_with_its_day_means_the_case_it_decided(made: Council, graph: CaseGraph) -> None:
    found, held = meanings(graph), [cited for cited in made.cited if cited.case]
    right = sum(
        bool((r := found.get((c.document, c.item, c.paragraph, c.day))) and r.target and r.target.key == key_of(c.case or ""))
        for c in held
    )
    assert len(held) > 200
    assert right / len(held) >= 0.98


def test_a_paragraph_of_minutes_that_are_not_held_means_nothing(made: Council, graph: CaseGraph) -> None:
    found = meanings(graph)
    unheld = [found.get((c.document, c.item, c.paragraph, c.day)) for c in made.cited if not c.case]
    assert unheld
    assert not [r for r in unheld if r and r.target]


def test_what_is_joined_is_what_the_minutes_join(made: Council, graph: CaseGraph) -> None:
    said, true = joined(graph), {(key_of(one), key_of(other)) for one, other in made.edges}
    assert len(said & true) / len(said) >= 0.95
    assert len(said & true) / len(true) >= 0.85


def test_nothing_of_it_turns_the_order_of_time(graph: CaseGraph) -> None:
    assert not [problem for problem in graph.problems if problem.message.startswith("refused")]


def test_ten_rulings_hold_when_the_minutes_are_renamed_and_read_anew(made: Council, graph: CaseGraph) -> None:
    ends = sorted(
        {(s.subject, s.object) for s in graph.statements if s.relation.builds_on and s.subject[0] == s.object[0] == "a"}
    )
    kinds = (RulingKind.ACCEPT, RulingKind.REJECT)
    rulings = [
        Ruling(kinds[n % 2], _case(one), _case(other), None, None, None, "Vera Alm", "2020-02-03", "läst")
        for n, (one, other) in enumerate(ends[:10])
    ]
    texts = sorted(made.minutes.items(), reverse=True)
    again = link((read_paper(f"\n{text}\nJusterat.\n", f"arkiv/{n}.txt", "2480") for n, (_, text) in enumerate(texts)), rulings)
    assert len(again.rulings) == 10
    assert not [problem for problem in again.problems if problem.kind.startswith("ruling")]
    changed = [change for change in diff(graph, again) if change.kind not in {"documents", "problems"}]
    assert {(change.kind, change.sign) for change in changed} == {("edges", "~"), ("rulings", "+")}
    ruled = [s for s in again.statements if s.status in {Status.REVIEWED, Status.REJECTED}]
    assert {(s.subject, s.object) for s in ruled if s.subject[0] == s.object[0] == "a"} == set(ends[:10])


def _case(key: str) -> CaseId:
    return CaseId(*key.split("/")[1:])
