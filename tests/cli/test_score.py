"""``graf score`` prints, keeps and compares."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Graf
from tests.cli.test_errors import check_refusal

TEXT = "Tjänsteskrivelse\nDnr KS 2018/14\n\nKommunstyrelsen beslutade i ärendet KS 2017/9 att avslå motionen.\n"


@pytest.fixture
def annotated(tmp_path: Path) -> tuple[Path, Path]:
    """A gold of two numbers, one of which does not stand in the text, and the text."""
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text(TEXT, encoding="utf-8")
    place = TEXT.index("KS 2018/14")
    row = {"start": place, "end": place + 10, "text": "KS 2018/14", "kind": "case", "normal": "KS 2018/14", "role": "own"}
    gold = tmp_path / "gold.json"
    far = row | {"start": 5000, "end": 5009}
    gold.write_text(json.dumps({"a": {"authority": "Lunds kommun", "references": [row, far]}}), encoding="utf-8")
    return gold, texts


def test_the_table_has_each_kind_and_the_misses(graf: Graf, annotated: tuple[Path, Path]) -> None:
    result = graf("score", *annotated, "--misses", "9", "--authorities")
    assert result.exit_code == 0, result.stderr
    assert "case 2 0.500 0.500 0.500 0.500" in " ".join(result.stdout.split())
    assert "Lunds kommun" in result.stdout
    assert "missed reference case: KS 2018/14 in a" in result.stdout
    assert "role right: 1 of 1" in result.stdout


def test_a_kept_score_is_compared_with(graf: Graf, annotated: tuple[Path, Path], tmp_path: Path) -> None:
    kept = tmp_path / "score.json"
    assert graf("score", *annotated, "--keep", kept).exit_code == 0
    assert "nothing gained or lost" in graf("score", *annotated, "--against", kept).stdout
    (annotated[1] / "a.txt").write_text("Inget nummer.\n", encoding="utf-8")
    assert "lost    missed reference case: KS 2018/14 in a" in graf("score", *annotated, "--against", kept).stdout


def test_json_is_one_object(graf: Graf, annotated: tuple[Path, Path]) -> None:
    row = json.loads(graf("score", *annotated, "--format", "json").stdout)
    assert row["references"]["kinds"]["case"]["recall"] == 0.5


def test_a_gold_that_is_none(graf: Graf, annotated: tuple[Path, Path]) -> None:
    assert "docs/cli.md" in check_refusal(graf("score", annotated[1] / "a.txt", annotated[1]))


def test_a_kept_score_that_is_none(graf: Graf, annotated: tuple[Path, Path]) -> None:
    told = graf("score", *annotated, "--against", annotated[0])
    assert told.exit_code == 2
    assert "--keep" in told.stderr
