"""Texts with what they say, one file a story: ``tests/cases/references`` and ``tests/cases/decisions``.

Below the line ``---`` stands one fact a line, in order, its fields parted by tabs: kind, normal form and role of a
reference, action and status of a decision point. Fields with a name (``body=Kommunstyrelsen``) are held to the fact
only where they stand; ``-`` means that there is none.
"""

import itertools
from pathlib import Path

import pytest

from graf.model import DateExpression, DecisionPoint, Reference
from tests.conftest import ROOT
from tests.written import said

CASES = ROOT / "tests" / "cases"


def stories(folder: str) -> list[object]:
    return [pytest.param(path, id=path.stem) for path in sorted((CASES / folder).glob("*.txt"))]


def opened(path: Path) -> tuple[str, list[list[str]]]:
    """A story's text, and the fields of each fact that it should give."""
    text, _, facts = path.read_text(encoding="utf-8").partition("\n---\n")
    return text, [line.split("\t") for line in facts.splitlines() if line]


def shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(value) or "-"
    return value.edtf if isinstance(value, DateExpression) else str(value) if value is not None else "-"


def differing(fact: Reference | DecisionPoint, fields: list[str]) -> dict[str, str]:
    """The named fields that the fact has otherwise; a task or a quote need only begin so."""
    wanted = dict(field.split("=", 1) for field in fields)
    found = {name: shown(getattr(fact, name)) for name in wanted}
    return {n: found[n] for n in wanted if not (found[n].startswith(wanted[n]) if n == "task" else found[n] == wanted[n])}


@pytest.mark.parametrize("story", stories("references"))
def test_references(story: Path) -> None:
    text, facts = opened(story)
    references = said(text).references
    assert [[r.kind, r.normal, r.role] for r in references] == [fact[:3] for fact in facts]
    assert [differing(r, fact[3:]) for r, fact in zip(references, facts, strict=True)] == [{}] * len(facts)


@pytest.mark.parametrize("story", stories("decisions"))
def test_decisions(story: Path) -> None:
    text, facts = opened(story)
    points = said(text).points
    assert [[p.action, p.status] for p in points] == [fact[:2] for fact in facts]
    assert [differing(p, fact[2:]) for p, fact in zip(points, facts, strict=True)] == [{}] * len(facts)


@pytest.mark.parametrize("story", [*stories("references"), *stories("decisions")])
def test_every_quote_is_the_text_at_its_place(story: Path) -> None:
    text, _ = opened(story)
    found = said(text)
    evidence = (r.evidence for r in found.references), (p.evidence for p in found.points), (r.evidence for r in found.relations)
    quotes = list(itertools.chain(*evidence))
    assert [quote.quote for quote in quotes] == [text[quote.start : quote.end] for quote in quotes]


@pytest.mark.parametrize(
    "run", ["1", ".", "-", " ", "\n", "\t", "\u00a0", "1/", "§ ", "1, ", "2016-", "dnr ", "ab- ", "§ 1 T\n", "STK-2016-7 och "]
)
def test_a_long_run_is_read_to_its_end(run: str) -> None:
    """What backtracks takes hours here: each was read in the square of its length once, or might be."""
    text = f"{run * (8_000 // len(run))}\n\nSe dnr STK-2016-796."
    assert said(text).references[-1].normal == "STK-2016-796"
