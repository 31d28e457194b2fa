"""``docs/lineage.md`` tells of every rule as its row does."""

from pathlib import Path

import pytest

from graf.tables import RuleRow, rules


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.name)
def test_a_rule_stands_in_the_documentation_as_in_its_row(rule: RuleRow, root: Path) -> None:
    line = f"| `{rule.name}` | {rule.does} | {rule.confidence:g} | {rule.meaning} | {rule.fails} | "
    assert line in (root / "docs" / "lineage.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.name)
def test_a_rule_is_told_in_sentences(rule: RuleRow) -> None:
    assert rule.does in {"resolves", "relates", "answers", "moves", "reviews"}
    assert 0 <= rule.confidence <= 1
    assert all(words.endswith(".") for words in (rule.meaning, rule.changes, rule.fails))
