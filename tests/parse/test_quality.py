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
    pytest.param(lambda t, _: "".join(t.split()), id="no blanks of any kind"),
    pytest.param(lambda t, _: "\n".join("".join(t.split())), id="a letter a line"),
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


SHORT = [
    pytest.param("V ä n n ä s k o m m u n P r o t o k o l l", 0.0, id="letters apart show themselves in however little text"),
    pytest.param("\n".join("VännäskommunProtokoll"), 0.0, id="a letter a line"),
    pytest.param("Ledamöter: A B C D E F G H", 1.0, id="a few letters alone"),
    pytest.param("Kommunstyrelsenbeslutadeattanta.", 1.0, id="of a few words glued together nothing is said"),
]


@pytest.mark.parametrize(("text", "score"), SHORT)
def test_a_short_text(text: str, score: float) -> None:
    assert quality(text) == score


PLAIN = "Kommunstyrelsen beslutade att anta planen för staden, och frågan är om den kan gälla. "
SIGNS = [
    pytest.param("Vad gäller? Det som sades.", True, id="a question"),
    pytest.param("Se https://www.example.se/sok?fraga=plan&ar=2018 om det.", True, id="a question in an address"),
    pytest.param("Se www.example.se/" + "plan-" * 12 + "/karta.html om det.", True, id="a long address"),
    pytest.param("F?rvaltningen anser att b?da ?tg?rderna.", False, id="letters that a program could not write"),
    pytest.param(
        "Förvaltningenföreslåratt.Kommunstyrelsenbeslutarattantaplanenförstaden.Attplanengäller.", False, id="no blanks"
    ),
]


@pytest.mark.parametrize(("words", "reads_well"), SIGNS)
def test_what_spoils_a_text(words: str, reads_well: bool) -> None:
    assert (quality(f"{PLAIN}{words} " * 10) == 1.0) == reads_well
