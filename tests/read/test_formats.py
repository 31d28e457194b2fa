"""One document says the same whatever its format."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from graf.contract import evidence_row, extraction_row
from graf.find import find_case
from graf.pipeline import build_graph, extract_one
from graf.read import Source
from graf.read.decode import decode
from graf.trace import trace
from tests.read.making import as_html, as_word, pieces, print_pdf

DOCUMENT = "2018-11-16-stk-tjansteskrivelse-STK-2018-1094.md"
FOOTER = "Sida <span class=pageNumber></span> av <span class=totalPages></span>"
MAKERS: dict[str, Callable[[Browser, str], bytes]] = {
    "html": lambda _, text: as_html(text).encode(),
    "docx": lambda _, text: as_word(text),
    "pdf": lambda browser, text: print_pdf(browser, as_html(text), footer=FOOTER),
}
_PLACES = {"start", "end"}


def facts(value: Any) -> Any:
    """A row without offsets, Markdown's marks, and the mark of a list's item."""
    if isinstance(value, dict):
        return {name: facts(kept) for name, kept in value.items() if name not in _PLACES | {"document"}}
    if isinstance(value, list):
        return [facts(kept) for kept in value]
    return " ".join(value.replace("*", "").split()).removeprefix("- ") if isinstance(value, str) else value


def extraction(path: Path) -> Any:
    return facts(extraction_row(extract_one(Source(path, path.name))))


@pytest.mark.browser
@pytest.mark.parametrize("suffix", MAKERS)
def test_a_document_says_the_same_in_every_format(browser: Browser, sample: Path, tmp_path: Path, suffix: str) -> None:
    text = (sample / DOCUMENT).read_text(encoding="utf-8")
    made = tmp_path / f"a.{suffix}"
    made.write_bytes(MAKERS[suffix](browser, text))
    expected, found = extraction(sample / DOCUMENT), extraction(made)
    for field in expected:
        assert found[field] == expected[field], field


def steps(folder: Path, number: str) -> list[tuple[str | None, ...]]:
    graph = build_graph([folder])
    thread = trace(graph, find_case(graph, number))
    return [(step.case.label, step.date.edtf if step.date else None, step.body, step.case.title) for step in thread.steps]


@pytest.mark.browser
@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_the_real_documents_give_the_same_thread(browser: Browser, shared: Path, tmp_path: Path, suffix: str) -> None:
    for path in sorted((shared / "corpus").glob("*.txt")):
        text = path.read_text(encoding="utf-8-sig")
        (tmp_path / f"{path.stem}.{suffix}").write_bytes(MAKERS[suffix](browser, text))
    expected = steps(shared / "corpus", "STK-2016-796")
    assert len(expected) > 3
    assert steps(tmp_path, "STK-2016-796") == expected


# --- the way back -------------------------------------------------------------------------------


@pytest.mark.browser
def test_a_quote_of_a_pdf_leads_to_its_page(browser: Browser, sample: Path, tmp_path: Path) -> None:
    text = "\n\n".join(decode(path.read_bytes()) for path in sorted(sample.glob("2018*")))
    made = tmp_path / "två handlingar.pdf"
    made.write_bytes(print_pdf(browser, as_html(text)))
    last = max(extract_one(Source(made, made.name)).references, key=lambda found: found.span)
    row = evidence_row(last.evidence)
    assert row["page"] > 1
    assert row["link"] == f"tv%C3%A5%20handlingar.pdf#page={row['page']}"


def test_a_quote_of_a_word_file_leads_to_its_paragraph(sample: Path, tmp_path: Path) -> None:
    text = (sample / DOCUMENT).read_text(encoding="utf-8")
    made = tmp_path / "a.docx"
    made.write_bytes(as_word(text))
    written = list(pieces(text))
    for found in extract_one(Source(made, made.name)).references:
        row = evidence_row(found.evidence)
        assert row["paragraph"] is not None
        assert found.text in written[row["paragraph"] - 1].words
        assert row["link"] == "a.docx"


def test_a_text_has_neither_pages_nor_paragraphs(sample: Path) -> None:
    found = extract_one(Source(sample / DOCUMENT, DOCUMENT)).references[0]
    assert {"page", "paragraph"}.isdisjoint(evidence_row(found.evidence))
    assert found.evidence.paragraph is None
