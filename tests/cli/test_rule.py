"""``graf rule`` and what a build makes of it; ``graf why`` and ``graf why-not``."""

import json
import re
import shutil
from pathlib import Path

import pytest

from graf.store import load_graph
from tests.cli.conftest import Graf

WHO = ("--because", "läst i arkivet", "--by", "Vera Alm", "--on", "2020-02-03")


@pytest.fixture
def graph(tmp_path: Path, sample_graph: Path) -> Path:
    """A graph folder of one's own."""
    shutil.copytree(sample_graph, tmp_path / "graph")
    return tmp_path / "graph"


def steps(graf: Graf, graph: Path) -> list[str]:
    return [step["case"] for step in json.loads(graf("thread", "STK-2016-796", "-g", graph, "--json").stdout)["steps"]]


def test_a_ruling_outlives_the_build_and_changes_the_thread(graf: Graf, graph: Path, sample: Path) -> None:
    assert "STK-2018-1094" in steps(graf, graph)
    assert graf("rule", "reject", "STK-2018-1094", "STK-2017-1030", *WHO, "-g", graph).exit_code == 0
    for _ in range(2):
        assert graf("build", sample, "-o", graph).exit_code == 0
        assert "STK-2018-1094" not in steps(graf, graph)
    told = graf("why", "STK-2018-1094", "STK-2017-1030", "-g", graph).stdout
    assert "ruled by Vera Alm on 2020-02-03: läst i arkivet" in told
    assert "rejected: " in graf("why-not", "STK-2018-1094", "STK-2017-1030", "-g", graph).stdout
    assert "Vera Alm, 2020-02-03" in (graph / "graph.ttl").read_text(encoding="utf-8")


def test_the_same_ruling_given_twice_is_one(graf: Graf, graph: Path) -> None:
    words = ("rule", "reject", "STK-2018-1094", "STK-2017-1030", *WHO, "-g", graph)
    graf(*words)
    again = graf(*words)
    assert (again.exit_code, "already by Vera Alm on 2020-02-03" in again.stdout) == (0, True)
    assert len(json.loads(graf("rule", "list", "-g", graph, "--format", "json").stdout)) == 1
    assert (graph / "rulings.toml").read_text(encoding="utf-8").count("[[ruling]]") == 1


def test_an_edge_that_no_paper_tells_of_can_be_drawn(graf: Graf, graph: Path, sample: Path) -> None:
    edge = ("STK-2018-1094", "STK-2013-145", "--relation", "continues")
    refused = graf("rule", "accept", *edge, *WHO, "-g", graph)
    assert (refused.exit_code, "graf rule draw STK-2018-1094 STK-2013-145" in refused.stderr) == (2, True)
    assert graf("rule", "draw", *edge, *WHO, "-g", graph).exit_code == 0
    assert graf("build", sample, "-o", graph, "--validate").exit_code == 0
    row = json.loads(graf("thread", "STK-2018-1094", "-g", graph, "--json").stdout)
    assert "STK-2013-145" in [step["case"] for step in row["steps"]]
    assert "STK-2013-145 (reviewed, ruling, 1.0)" in graf("thread", "STK-2018-1094", "-g", graph).stdout
    assert "ruled by Vera Alm on 2020-02-03: läst i arkivet" in graf("why", *edge[:2], "-g", graph).stdout
    assert graf("view", "STK-2016-796", "-g", graph, "-o", graph / "page.html").exit_code == 0


TEN = (
    ("accept", "STK-2018-1094", "STK-2017-1030"),
    ("accept", "STK-2017-1030", "STK-2017-488"),
    ("accept", "STK-2015-1525", "STK-2016-796", "--relation", "complements"),
    ("reject", "STK-2017-488", "STK-2016-796"),
    ("reject", "STK-2016-796", "STK-2015-553"),
    ("draw", "STK-2017-1030", "STK-2013-145", "--relation", "continues"),
    ("different", "145/13", "STK-2013-145"),
    ("date", "STK-2016-871", "2017-04-27"),
    ("date", "STK-2017-9093", "2018-02-07", "--body", "KS"),
    ("settle", "STK-2018-1094", "stärkt organisation", "STK-2015-553"),
)


def test_ten_rulings_hold_when_papers_are_renamed_scanned_anew_and_renumbered(
    graf: Graf, graph: Path, sample: Path, tmp_path: Path
) -> None:
    for words in TEN:
        assert graf("rule", *words, *WHO, "-g", graph).exit_code == 0
    for number, paper in enumerate(path for path in sorted(sample.rglob("*")) if path.is_file()):
        content = paper.read_bytes()
        if paper.suffix in {".txt", ".md"}:
            content = re.sub("§ (\\d)".encode(), "§ 9\\1".encode(), content) + b"\n\nScanned anew.\n"
        (tmp_path / "papers").mkdir(exist_ok=True)
        (tmp_path / "papers" / f"{number:02}{paper.suffix}").write_bytes(content)
    result = graf("build", tmp_path / "papers", "-o", tmp_path / "new", "--rulings", graph / "rulings.toml")
    assert "ruled by" not in result.stderr
    assert len(load_graph(tmp_path / "new").rulings) == len(TEN)
    told = json.loads(graf("diff", graph, tmp_path / "new", "--format", "json").stdout)
    assert len([row for row in told if row["kind"] == "rulings"]) == len(TEN)
    assert {row["change"] for row in told if row["kind"] in {"assignments", "instruments"}} <= {"~"}


def test_a_folder_with_nothing_but_rulings_can_be_built_into(graf: Graf, graph: Path, sample: Path, tmp_path: Path) -> None:
    graf("rule", "reject", "STK-2018-1094", "STK-2017-1030", *WHO, "-g", graph, "--rulings", tmp_path / "new" / "rulings.toml")
    assert graf("build", sample, "-o", tmp_path / "new").exit_code == 0
    assert "STK-2018-1094" not in steps(graf, tmp_path / "new")


def test_a_ruling_whose_ground_is_gone_is_told_and_stops_nothing(graf: Graf, graph: Path, sample: Path) -> None:
    graf("rule", "reject", "STK-2018-1094", "STK-2017-1030", *WHO, "-g", graph)
    (result) = graf("build", sample / "2019-10-02-stockholm-utlatande-KS-2018-1802.txt", "-o", graph)
    assert result.exit_code == 0
    assert "rulings.toml: reject 1280:STK-2018-1094 1280:STK-2017-1030, ruled by Vera Alm" in result.stderr
    assert "ruling-without-ground" in (graph / "problems.csv").read_text(encoding="utf-8")


def test_rulings_are_listed(graf: Graf, graph: Path) -> None:
    graf("rule", "date", "STK-2017-488", "2017-08-30", "--body", "Kommunfullmäktige", *WHO, "-g", graph)
    (row,) = json.loads(graf("rule", "list", "-g", graph, "--format", "json").stdout)
    assert (row["kind"], row["case"], row["day"], row["author"]) == ("date", "1280:STK-2017-488", "2017-08-30", "Vera Alm")


def test_rulings_of_a_graph_that_is_not_there_are_not_none(graf: Graf, graph: Path, tmp_path: Path) -> None:
    assert graf("rule", "list", "-g", graph).exit_code == 0
    assert graf("rule", "list", "-g", tmp_path / "none").exit_code == 2
    assert graf("rule", "list", "-g", graph, "--rulings", tmp_path / "none.toml").exit_code == 2


def test_a_build_without_the_rulings_it_was_told_of_is_refused(graf: Graf, sample: Path, tmp_path: Path) -> None:
    result = graf("build", sample, "-o", tmp_path / "new", "--rulings", tmp_path / "none.toml")
    assert (result.exit_code, "there is no" in result.stderr) == (2, True)
    assert not (tmp_path / "new" / "graph.ttl").exists()


def test_some_words_of_a_reference_settle_it_and_its_body_may_be_short(graf: Graf, graph: Path) -> None:
    for words in (
        ("settle", "STK-2018-1094", "stärkt organisation", "STK-2015-553"),
        ("date", "STK-2017-488", "2017-08-30", "--body", "kf"),
    ):
        assert graf("rule", *words, *WHO, "-g", graph).exit_code == 0
    rows = json.loads(graf("rule", "list", "-g", graph, "--format", "json").stdout)
    assert [row["words"] for row in rows] == [
        "i enlighet med det tidigare beslutet om stärkt organisation",
        "Kommunfullmäktige",
    ]


REFUSED = [
    pytest.param(("reject", "STK-2017-1030", "STK-2018-1094"), "the other way", id="the edge runs the other way"),
    pytest.param(("accept", "STK-2018-1094", "STK-2013-145"), "nothing joins", id="nothing joins the two"),
    pytest.param(
        ("draw", "STK-2018-1094", "STK-2017-1030", "--relation", "reportsOn"), "graf has that edge", id="graf draws it already"
    ),
    pytest.param(
        ("draw", "STK-2016-796", "0180:KS 2018/1802", "--relation", "continues"), "does not cross towns", id="two towns"
    ),
    pytest.param(("same", "STK-1999-1", "STK-2013-145"), "prints STK-1999-1", id="no such number"),
    pytest.param(("date", "STK-2017-488", "snart"), "no date", id="no date"),
    pytest.param(("settle", "STK-2017-488", "orden", "STK-2016-796"), "no reference", id="no such words"),
]


@pytest.mark.parametrize(("words", "message"), REFUSED)
def test_a_ruling_on_nothing_is_refused(words: tuple[str, ...], message: str, graf: Graf, graph: Path) -> None:
    result = graf("rule", words[0], *words[1:], *WHO, "-g", graph)
    assert result.exit_code == 2
    assert message in result.stderr
    assert not (graph / "rulings.toml").exists()


def test_a_ruling_has_an_author_and_a_reason(graf: Graf, graph: Path) -> None:
    assert graf("rule", "reject", "STK-2018-1094", "STK-2017-1030", "--by", "V", "-g", graph).exit_code == 2
    assert graf("rule", "reject", "STK-2018-1094", "STK-2017-1030", "--because", "V", "-g", graph).exit_code == 2


WHY_NOT = [
    pytest.param("STK-2017-488", "STK-2015-553", "through-others: ", id="steps of one thread"),
    pytest.param("STK-2018-1094", "STK-2013-145", "never-named-together: ", id="no sentence names both"),
    pytest.param("STK-2016-796", "0180:KS 2018/1802", "other-town: ", id="another town"),
    pytest.param("STK-2015-1525", "STK-2016-796", "carries-no-thread: complements", id="lateral"),
    pytest.param("STK-2018-1094", "STK-2017-1030", "A thread does run", id="nothing keeps it"),
]


@pytest.mark.parametrize(("one", "other", "told"), WHY_NOT)
def test_why_not_tells_what_is_lacking(one: str, other: str, told: str, graf: Graf, sample_graph: Path) -> None:
    result = graf("why-not", one, other, "-g", sample_graph)
    assert result.exit_code == 0
    assert told in result.stdout
    assert told.startswith("A thread") or "what would change it: " in result.stdout
