"""What graf is for: the thread through STK-2016-796, from the sample and from the real documents."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from graf.cli import main
from graf.find import find_case
from graf.keys import case_key
from graf.ledger import latest_day, state_of
from graf.model import Action, AssignmentState, CaseGraph, Modality, Relation, Thread
from graf.pipeline import build_graph
from graf.read import Source, read
from graf.trace import trace

SEED = "STK-2016-796"
STEPS = [
    ("STK-2015-553", "2016-05"),
    ("STK-2016-796", "2016-08"),
    ("STK-2017-488", "2017-08"),
    ("STK-2017-1030", "2017-11"),
    ("STK-2018-1094", "2018"),
]
NO_STEPS = ["STK-2016-815", "STK-2016-871", "STK-2017-699", "191/2012", "STK-2015-1525"]


def steps(thread: Thread) -> list[tuple[str, str]]:
    return [(step.case.label, step.date.edtf if step.date else "") for step in thread.steps]


def through(graph: CaseGraph, number: str) -> Thread:
    return trace(graph, find_case(graph, number))


# --- the sample ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def made_up(sample: Path) -> CaseGraph:
    """The graph of the sample."""
    return build_graph([sample])


@pytest.fixture(scope="module")
def gold(root: Path) -> dict[str, Any]:
    """What people found in the sample."""
    found: dict[str, Any] = json.loads((root / "data" / "gold" / "thread.json").read_text(encoding="utf-8"))
    return found


def test_the_samples_steps_are_those_that_people_found(made_up: CaseGraph, gold: dict[str, Any]) -> None:
    thread = through(made_up, gold["seed"])
    assert [(case, when[:7]) for case, when in steps(thread)] == [(s["case"], s["month"]) for s in gold["steps"]]
    assert [step.body for step in thread.steps] == [s["body"] for s in gold["steps"]]


def test_the_samples_hops_are_those_that_people_found(made_up: CaseGraph, gold: dict[str, Any]) -> None:
    for step, wanted in zip(through(made_up, gold["seed"]).steps[1:], gold["steps"][1:], strict=True):
        assert step.via
        assert step.via.object == f"arende/1280/{wanted['via']['from']}"
        assert step.via.relation in {wanted["via"]["relation"], *wanted["via"]["also"]}
        assert step.via.status == wanted["via"]["status"]


def test_the_samples_steps_decide_what_people_found(made_up: CaseGraph, gold: dict[str, Any]) -> None:
    for step, wanted in zip(through(made_up, gold["seed"]).steps, gold["steps"], strict=True):
        told = {Modality.DECIDED, Modality.RECOUNTED, Modality.PROPOSED}
        actions = {point.action for decision in step.decisions if decision.status in told for point in decision.points}
        assert actions == set(wanted["decisions"])


def test_the_samples_branches_are_those_that_people_found(made_up: CaseGraph, gold: dict[str, Any]) -> None:
    found = {branch.label: branch for branch in through(made_up, gold["seed"]).branches}
    assert found.keys() == {wanted["case"] for wanted in gold["branches"]}
    for wanted in gold["branches"]:
        branch = found[wanted["case"]]
        assert branch.to.key == wanted["to"]
        assert branch.statement.relation in {wanted["relation"], *wanted.get("also", ())}
        assert branch.case
        assert branch.case.held is wanted["held"]


def test_the_samples_assignments_are_those_that_people_found(made_up: CaseGraph, gold: dict[str, Any]) -> None:
    thread, day = through(made_up, gold["seed"]), latest_day(made_up)
    assert str(day) == gold["as_of"]
    found = sorted(
        (
            a.case.key if a.case else "",
            a.assignee or "",
            a.deadline.edtf if a.deadline else "",
            a.answered_by.key if a.answered_by else "",
            state_of(a, day).value,
        )
        for a in thread.assignments
    )
    rows = gold["assignments"]
    assert found == sorted((a["case"], a["assignee"], a["deadline"] or "", a["answered_by"] or "", a["state"]) for a in rows)


def test_the_sample_holds_and_lacks_what_people_found(made_up: CaseGraph, gold: dict[str, Any]) -> None:
    assert [case.label for case in through(made_up, gold["seed"]).missing] == gold["missing"]
    assert not {number for number in gold["not_held"] if next(c for c in made_up.cases if c.label == number).held}
    for short, full in gold["same_case"]:
        assert find_case(made_up, short) == find_case(made_up, full)


def test_nothing_joins_what_people_kept_apart(made_up: CaseGraph, gold: dict[str, Any]) -> None:
    keys = {case.label: case_key(case.id) for case in made_up.cases}
    pairs = {frozenset({s.subject, s.object}): s for s in made_up.statements}
    for row in gold["never"]:
        one, other = row["pair"]
        said = pairs.get(frozenset({keys.get(one, one), keys.get(other, other)}))
        assert said is None or (row["why"].startswith("a neighbour") and said.relation is Relation.REFERS_TO)
    assert "52/2017" not in keys


def test_only_numbers_are_spellings_of_a_case(made_up: CaseGraph) -> None:
    spellings = {variant for case in made_up.cases for variant in case.variants}
    assert {"STK-2016-796", "145/2013"} <= spellings
    assert [words for words in spellings if "§" in words or "beslut" in words] == []


def check_quotes(graph: CaseGraph, folder: Path) -> None:
    """Every piece of evidence stands at its offsets."""
    texts = {d.name: read(Source(folder / d.name, d.name)).text for d in graph.documents}
    for statement in graph.statements:
        assert statement.evidence
        assert all(texts[e.document][e.start : e.end] == e.quote for e in statement.evidence)
    points = [point for decision in graph.decisions for point in decision.points]
    assert all(texts[e.document][e.start : e.end] == e.quote for p in points for e in (p.evidence, *p.more))


def test_every_quote_of_the_sample_stands_at_its_place(made_up: CaseGraph, sample: Path) -> None:
    check_quotes(made_up, sample)


# --- the real documents -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def corpus(shared: Path) -> Path:
    """The five real documents."""
    return shared / "corpus"


@pytest.fixture(scope="module")
def real(corpus: Path) -> CaseGraph:
    """Their graph."""
    return build_graph([corpus])


def test_the_thread_has_its_five_steps_and_no_other(real: CaseGraph) -> None:
    found = steps(through(real, SEED))
    assert [case for case, _ in found] == [case for case, _ in STEPS]
    assert all(when.startswith(month) for (_, when), (_, month) in zip(found, STEPS, strict=True))


def test_every_hop_and_branch_has_a_quote_at_its_offsets(real: CaseGraph, corpus: Path) -> None:
    check_quotes(real, corpus)
    thread = through(real, SEED)
    assert all(step.via and step.via.evidence for step in thread.steps[1:])
    assert all(branch.statement.evidence for branch in thread.branches)


@pytest.mark.parametrize("number", NO_STEPS)
def test_a_neighbour_is_no_step(real: CaseGraph, number: str) -> None:
    assert number in {case.label for case in real.cases}
    assert number not in dict(steps(through(real, SEED)))


def test_the_study_of_2015_complements_the_case(real: CaseGraph) -> None:
    (branch,) = [b for b in through(real, SEED).branches if b.label == "STK-2015-1525"]
    assert (branch.statement.relation, branch.to.key) == (Relation.COMPLEMENTS, SEED)


def test_the_report_answers_its_assignment_and_the_next_is_only_proposed(real: CaseGraph) -> None:
    day = latest_day(real)
    found = {a.deadline.edtf: (state_of(a, day), a.answered_by) for a in through(real, SEED).assignments if a.deadline}
    assert found == {
        "2018-12": (AssignmentState.ANSWERED, find_case(real, "STK-2018-1094")),
        "2019-09": (AssignmentState.PROPOSED, None),
    }


def test_the_thread_of_the_commission(real: CaseGraph) -> None:
    assert [case for case, _ in steps(through(real, "STK-2013-145"))] == ["363/2010", "STK-2013-145"]
    assert find_case(real, "145/13") == find_case(real, "STK-2013-145")
    (same,) = [s for s in real.statements if s.relation is Relation.SAME_CASE_AS]
    assert same.rule == "short-form-of-own-number"
    assert any("145/13" in evidence.quote for evidence in same.evidence)


def test_nothing_of_stockholm_joins_malmo(real: CaseGraph) -> None:
    stockholm = find_case(real, "KS 2018/1802")
    assert stockholm.municipality == "0180"
    for statement in real.statements:
        towns = {key.split("/")[1] for key in (statement.subject, statement.object)} - {"regeringen"}
        assert len(towns) == 1
    assert len(through(real, str(stockholm)).steps) == 1


def test_the_directives_hand_out_fourteen_assignments(real: CaseGraph) -> None:
    given = [a for a in real.assignments if a.case == find_case(real, "STK-2013-145") and a.status.holds]
    assert len(given) == 14
    assert {a.assignee for a in given} == {"Stadskontoret"}
    assert sum(a.deadline is not None and a.deadline.edtf[5:] in {"21", "22", "23", "24"} for a in given) == 13


def test_a_proposal_is_never_a_decision(real: CaseGraph) -> None:
    (last,) = [step for step in through(real, SEED).steps if step.case.label == "STK-2018-1094"]
    acts = {d.status for d in last.decisions for p in d.points if p.action in {Action.APPROVE, Action.ASSIGN}}
    assert acts == {Modality.PROPOSED}


BROKEN = {
    "empty.txt": b"",
    "zeros.txt": b"\0" * 5000,
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "half.txt": b"\xff\xfe" + "STK-2016-796".encode("utf-16-le")[:-3],
}


@pytest.fixture
def beside(corpus: Path, tmp_path: Path) -> Path:
    """The five good documents beside broken ones."""
    folder = tmp_path / "documents"
    shutil.copytree(corpus, folder)
    for name, content in BROKEN.items():
        (folder / name).write_bytes(content)
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.txt")
    return folder


def test_broken_files_change_nothing_of_what_the_good_ones_say(real: CaseGraph, beside: Path) -> None:
    graph = build_graph([beside])
    assert graph.decisions == real.decisions
    assert graph.assignments == real.assignments
    assert graph.statements == real.statements
    assert graph.cases == real.cases
    unread = {p.document for p in graph.problems} - {p.document for p in real.problems}
    assert unread == {path.name for path in beside.iterdir()} - {d.name for d in real.documents}


def test_broken_files_are_each_told_and_the_build_says_so(beside: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["build", str(beside), "-o", str(tmp_path / "g")])
    assert result.exit_code == 1
    assert "6 documents" in result.stdout, "half a UTF-16 file is text still, and told of"
    told = result.stderr.splitlines()
    assert all(line.startswith("graf: ") for line in told)
    assert {line.split(": ")[1] for line in told} >= BROKEN.keys() - {"half.txt"}
    problems = (tmp_path / "g" / "problems.csv").read_text(encoding="utf-8")
    assert all(name in problems for name in BROKEN)
