"""A text that reads well has a high score, a damaged one a low one."""

import random
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from graf.extract import extract
from graf.extract.trust import POOR
from graf.model import RawText, Span
from graf.parse import parse
from graf.parse.quality import quality

Damage = Callable[[str, random.Random], str]


def exchanged(text: str, chance: random.Random) -> str:
    """Each letter another one, as a font without the letters' names gives it."""
    letters = "abcdefghijklmnopqrstuvwxyzåäö"
    return text.translate(str.maketrans(letters, "".join(chance.sample(letters, len(letters)))))


DAMAGES: list[object] = [
    pytest.param(
        lambda t, c: "".join(c.choice("¤#|~01l!;qx£") if c.random() < 0.1 else s for s in t), id="every 10th sign wrong"
    ),
    pytest.param(lambda t, _: t.replace(" ", ""), id="no spaces"),
    pytest.param(lambda t, c: "".join(s for s in t if s != " " or c.random() < 0.5), id="half of the spaces lost"),
    pytest.param(lambda t, _: " ".join(t), id="letters apart"),
    pytest.param(exchanged, id="letters exchanged"),
    pytest.param(lambda t, _: "".join("\ufffd" if s in "åäöÅÄÖ" else s for s in t), id="no å, ä, ö"),
    pytest.param(lambda t, _: "".join(chr(0xF000 + ord(s)) if s.isalpha() else s for s in t), id="letters without names"),
    pytest.param(lambda t, _: t.encode().decode("cp1252", "replace"), id="wrong encoding"),
]


def papers(sample: Path) -> list[str]:
    return [path.read_text(encoding="utf-8", errors="replace") for path in sorted(sample.glob("*.md"))]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_text_reads_poorly(sample: Path, damage: Damage) -> None:
    chance = random.Random(7)
    assert median(quality(damage(text, chance)) for text in papers(sample)) < POOR


def test_the_sample_reads_well(sample: Path) -> None:
    assert min(map(quality, papers(sample))) >= 0.95


def test_real_documents_read_well(shared: Path) -> None:
    texts = [*(shared / "corpus").glob("*.txt"), *(shared / "dev" / "texts").glob("*.txt")]
    assert min(quality(path.read_text(encoding="utf-8-sig")) for path in texts) >= 0.85


def test_of_a_few_words_nothing_is_said() -> None:
    assert quality("Xqzw Brrt 123abc") == 1.0


def found(text: str) -> tuple[float, list[str]]:
    extraction = extract(parse(RawText("a.pdf", text, "d", ())))
    return extraction.references[0].confidence, [problem.kind for problem in extraction.problems]


def test_the_facts_of_a_poor_text_are_believed_less_and_it_is_told(sample: Path) -> None:
    good = papers(sample)[0]
    poor = "STK-2016-796 " + " ".join(good)
    assert found(good)[0] >= 0.9
    assert "poor-text" not in found(good)[1]
    confidence, problems = found(poor)
    assert confidence < 0.5
    assert "poor-text" in problems


def test_pages_without_text_are_told(sample: Path) -> None:
    text = papers(sample)[0]
    size = len(text)
    raw = RawText("a.pdf", f"{text}\f\f\f", "d", ())
    assert "pages-without-text" not in [problem.kind for problem in extract(parse(raw)).problems]
    paged = RawText("a.pdf", raw.text, "d", tuple(_spans(size)))
    problem = next(p for p in extract(parse(paged)).problems if p.kind == "pages-without-text")
    assert problem.message.startswith("of 3 pages these have no text: 2-3;")


def _spans(size: int) -> list[Span]:
    return [Span(0, size + 1), Span(size + 1, size + 2), Span(size + 2, size + 3)]
