"""Scanned pages: recognised where the user asks, told for what they are, and named with what is missing.

What stands in for tesseract tells of the same words on each page, in tesseract's own form.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graf.errors import UnreadableDocumentError
from graf.extract.trust import RECOGNISED
from graf.pipeline import extract_one
from graf.read import Source, apart, pdf, read
from graf.read.pdf import scans
from tests.read.making import Placed, draw_pdf, lines_of

Page = tuple[Placed, ...]

PROSE = "Malmö stad. Dnr STK-2016-796. Kommunstyrelsen beslutade den 5 maj 2016 att godkänna planen (STK-2015-553)."
ROWS = [("Dnr", 300, 300), ("STK-2016-796", 1500, 300), ("Kommunstyrelsen", 300, 400), ("beslutade", 640, 400), ("x", 900, 400)]
STAND_IN = """#!{python}
import sys
if "--version" in sys.argv:
    print("tesseract 5.3.0")
elif "swe" not in sys.argv or {broken}:
    sys.exit("no such language")
else:
    with open(sys.argv[2] + ".tsv", "w", encoding="utf-8") as out:
        head = "level page_num block_num par_num line_num word_num left top width height conf text"
        print(*head.split(), sep="\\t", file=out)
        for number, (text, left, top) in enumerate({rows}):
            row = [5, 1, 1, 1, top, number, left, top, 20 * len(text), 40, 9 if text == "x" else 95, text]
            print(*row, sep="\\t", file=out)
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where programs are looked for, with a tesseract; the reading process starts anew for it."""
    folder = tmp_path / "bin"
    folder.mkdir()
    put(folder)
    monkeypatch.setenv("PATH", str(folder))
    apart.close()
    yield folder
    apart.close()


def put(folder: Path, broken: bool = False) -> None:
    program = folder / "tesseract"
    program.write_text(STAND_IN.format(python=sys.executable, broken=broken, rows=ROWS), encoding="utf-8")
    program.chmod(0o755)


def test_a_scan_is_recognised_in_rows_and_cells(install: Path) -> None:
    assert pdf.read(draw_pdf(()), scans.recognised) == "Dnr\tSTK-2016-796\nKommunstyrelsen beslutade\n\n"


def test_pages_with_text_keep_it(install: Path) -> None:
    mixed = draw_pdf(lines_of(PROSE), (), lines_of("Nämnden föreslår att motionen avslås."))
    first, second, third = pdf.read(mixed, scans.recognised).split("\f")
    assert (first.strip(), third.strip()) == (PROSE, "Nämnden föreslår att motionen avslås.")
    assert "Dnr\tSTK-2016-796" in second


def test_nobody_recognises_unasked(install: Path, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(draw_pdf(()))
    with pytest.raises(UnreadableDocumentError, match=r"graf-lineage\[ocr\].*--ocr"):
        read(Source(tmp_path / "a.pdf", "a.pdf"))


@pytest.mark.parametrize("pages", [((),), (lines_of(PROSE), ())], ids=["a scan", "a scanned page"])
def test_the_facts_of_recognised_text_are_believed_less_and_that_is_told(
    install: Path, tmp_path: Path, pages: tuple[()]
) -> None:
    (tmp_path / "a.pdf").write_bytes(draw_pdf(*pages))
    found = extract_one(Source(tmp_path / "a.pdf", "a.pdf"), ocr=True)
    assert "recognised" in [one.kind for one in found.problems]
    assert "pages-without-text" not in [one.kind for one in found.problems]
    assert found.references
    assert max(one.confidence for one in found.references) <= RECOGNISED


def test_a_file_with_text_is_as_ever(install: Path, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(draw_pdf(lines_of(PROSE)))
    source = Source(tmp_path / "a.pdf", "a.pdf")
    assert read(source, ocr=True) == read(source)


def missing(folder: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    if what == "no pytesseract":
        monkeypatch.setattr(scans, "pytesseract", None)
    elif what == "no tesseract":
        (folder / "tesseract").unlink()
    else:
        put(folder, broken=True)


@pytest.mark.parametrize("what", ["no pytesseract", "no tesseract", "knows no Swedish"])
def test_what_is_missing_is_named_with_what_to_do(install: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    missing(install, monkeypatch, what)
    with pytest.raises(UnreadableDocumentError, match=rf"{what}.*graf-lineage\[ocr\].*tesseract-ocr-swe"):
        pdf.read(draw_pdf(()), scans.recognised)


def test_a_page_with_nothing_on_it_is_told(install: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableDocumentError, match="better copy"):
        pdf.read(draw_pdf(()), lambda _: ())
