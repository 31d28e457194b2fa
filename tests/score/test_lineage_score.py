"""Lineage measured on its gold, and the measure itself."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from graf.cli.score import command
from graf.errors import GoldError
from graf.pipeline import build_graph
from graf.score import is_lineage_gold, load_lineage_gold, score_lineage
from tests.papers import graph_of, letter

A, B, C = "STK-2016-796", "STK-2020-500", "STK-2015-9"


def gold(tmp_path: Path, **said: object) -> Path:
    place = tmp_path / "lineage.json"
    whole: dict[str, object] = {"edges": [], "never": [], "threads": []}
    place.write_text(json.dumps(whole | said), encoding="utf-8")
    return place


def edge(one: str, relation: str, other: str, how: str = "stated") -> dict[str, str]:
    return {"one": one, "relation": relation, "other": other, "how": how, "town": "1280"}


def scored(place: Path, *papers: str) -> dict[str, Any]:
    return score_lineage(load_lineage_gold(place), graph_of(*papers))


@pytest.fixture(scope="module")
def row(root: Path) -> dict[str, Any]:
    """The measure of the gold that comes with graf."""
    folder = root / "data" / "gold" / "lineage"
    return score_lineage(load_lineage_gold(folder / "lineage.json"), build_graph([folder / "texts"]))


def test_the_gold_is_met(row: dict[str, Any]) -> None:
    assert row["by status"]["stated"]["precision"] >= 0.95
    assert row["by status"]["inferred"]["precision"] >= 0.85
    assert row["all"]["edges"]["recall"] >= 0.85
    assert row["threads"]["precision"] >= 0.95
    assert row["threads"]["recall"] >= 0.85


def test_no_forbidden_pair_is_joined(row: dict[str, Any]) -> None:
    assert row["forbidden"] == {"joined": 0, "of": 22}


def test_the_gold_is_large_enough_to_tell_something(root: Path) -> None:
    found = load_lineage_gold(root / "data" / "gold" / "lineage" / "lineage.json")
    assert len(found.edges) + len(found.never) >= 40
    assert len(found.threads) >= 12


def test_what_is_not_in_the_gold_lowers_precision_and_what_is_missed_recall(tmp_path: Path) -> None:
    place = gold(tmp_path, edges=[edge(B, "continues", A), edge(B, "amends", C)])
    found = scored(place, letter(f"Skrivelsen är en fortsättning på ärendet {A}. Den ersätter ärende {C}."))
    assert (found["all"]["edges"]["precision"], found["all"]["edges"]["recall"]) == (0.5, 0.5)
    assert found["by rule"]["continues-case"]["precision"] == 1.0
    assert found["by rule"]["replaces-case"]["precision"] == 0.0
    assert [line.split(":")[0] for line in found["not right"]] == ["not in the gold", "missed"]


def test_a_forbidden_pair_that_is_joined_is_told_with_the_reason(tmp_path: Path) -> None:
    place = gold(tmp_path, never=[{"one": B, "other": A, "town": "1280", "why": "nothing in common"}])
    found = scored(place, letter(f"Skrivelsen är en fortsättning på ärendet {A}."))
    assert found["forbidden"]["joined"] == 1
    assert "nothing in common" in found["not right"][-1]


def test_a_plain_reference_is_no_edge_to_be_right_or_wrong_about(tmp_path: Path) -> None:
    assert scored(gold(tmp_path), letter(f"Ärendet {A} nämns."))["not right"] == []


def test_what_is_no_gold_of_lineage_is_told(tmp_path: Path) -> None:
    broken = gold(tmp_path, edges=[{"one": A}])
    assert is_lineage_gold(broken)
    with pytest.raises(GoldError, match="no gold of lineage"):
        load_lineage_gold(broken)
    (tmp_path / "other.json").write_text("[1", encoding="utf-8")
    assert not is_lineage_gold(tmp_path / "other.json")
    assert not is_lineage_gold(tmp_path)


def test_the_command_prints_the_figures_by_relation_and_rule(root: Path) -> None:
    from_folder = root / "data" / "gold" / "lineage"
    result = CliRunner().invoke(command, [str(from_folder / "lineage.json"), str(from_folder / "texts")])
    assert result.exit_code == 0
    for words in ("relation continues", "rule row-of-decisions", "status inferred", "forbidden pairs joined: 0 of 22"):
        assert words in result.stdout
