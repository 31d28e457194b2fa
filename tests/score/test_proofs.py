"""Each rule measured by itself, and the figures that the documentation tells."""

import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from graf.cli.score import command
from graf.errors import GoldError
from graf.score import load_proofs, score_proofs
from graf.tables import rules

BY_OTHERS = {"none", "lifted-to-case", "assignment-answered", "ruling"}
"""The rules that conclude nothing of their own."""
_ROW = """[[proof]]
rule = '{rule}'
why = 'a case'
wants = {wants}
papers = ['''
Umeå kommun
Stadskontoret
Datum: 2018-11-16

## Tjänsteskrivelse

### En skrivelse KS 2018/9

#### Ärendet

{text}
''']
"""


@pytest.fixture(scope="module")
def row(root: Path) -> dict[str, Any]:
    """The measure of the gold that comes with graf."""
    return score_proofs(load_proofs(root / "data" / "gold" / "rules.toml"))


def gold(place: Path, text: str, wants: str, rule: str = "stated-relation") -> Path:
    place.write_text(_ROW.format(rule=rule, wants=wants, text=text), encoding="utf-8")
    return place


def test_every_rule_has_a_handful_of_cases_of_either_kind(row: dict[str, Any]) -> None:
    counted = {name: min(figures["true"], figures["forbidden"]) for name, figures in row["by rule"].items()}
    assert set(counted) == set(rules()) - BY_OTHERS
    assert min(counted.values()) >= 5


def test_no_rule_says_more_than_it_should(row: dict[str, Any]) -> None:
    figures = row["by rule"].values()
    assert sum(f["right"] for f in figures) / sum(f["said"] for f in figures) >= 0.95
    assert min(f["precision"] for f in figures) >= 0.85
    assert min(f["recall"] for f in figures) >= 0.8


@pytest.mark.parametrize("rule", sorted(set(rules()) - BY_OTHERS))
def test_the_documentation_tells_the_figures_that_are_measured(rule: str, row: dict[str, Any], root: Path) -> None:
    told = (root / "docs" / "lineage.md").read_text(encoding="utf-8")
    line = re.search(rf"^\| `{rule}` \|.*\| ([^|]*) \|$", told, re.MULTILINE)
    figures = row["by rule"][rule]
    assert line is not None
    measured = f"{figures['right']} of {figures['said']}; silent in {figures['silent']} of {figures['forbidden']}"
    assert line[1] == measured or line[1].startswith(f"{measured}; council ")


MEASURED = [
    pytest.param("Skrivelsen är en fortsättning på ärendet KS 2016/1.", "['KS 2018/9 > KS 2016/1']", (1, 1, []), id="right"),
    pytest.param("Ärendet KS 2016/1 nämns.", "['KS 2018/9 > KS 2016/1']", (0, 0, ["missed"]), id="missed"),
    pytest.param("Skrivelsen är en fortsättning på ärendet KS 2016/1.", "[]", (1, 0, ["joined"]), id="joined what it must not"),
    pytest.param("Ärendet KS 2016/1 nämns.", "[]", (0, 0, []), id="silent"),
]


@pytest.mark.parametrize(("text", "wants", "figures"), MEASURED)
def test_what_a_rule_says_is_held_to_what_it_should(
    text: str, wants: str, figures: tuple[int, int, list[str]], tmp_path: Path
) -> None:
    found = score_proofs(load_proofs(gold(tmp_path / "rules.toml", text, wants)))
    counted = found["by rule"]["stated-relation"]
    assert (counted["said"], counted["right"], [line.split(": ")[2].split()[0] for line in found["not right"]]) == figures


def test_a_gold_that_is_wrong_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no rule is called guess"):
        load_proofs(gold(tmp_path / "rules.toml", "Ord.", "[]", rule="guess"))
    (tmp_path / "broken.toml").write_text("[[proof]]\nrule = 'none'\n", encoding="utf-8")
    with pytest.raises(GoldError, match="no gold of rules"):
        load_proofs(tmp_path / "broken.toml")


def test_the_command_prints_a_line_for_each_rule(root: Path) -> None:
    result = CliRunner().invoke(command, [str(root / "data" / "gold" / "rules.toml")])
    assert result.exit_code == 0
    assert "deadline-moved" in result.stdout
    assert CliRunner().invoke(command, [str(root / "data" / "gold")]).exit_code == 2
