"""Pages that are pictures, their text recognised by tesseract (OCR): an extra, and only where the user asks for it."""

import os
from collections.abc import Iterator
from itertools import groupby
from statistics import median
from typing import Any, NamedTuple

from pypdfium2 import PdfPage

from graf.errors import UnreadableDocumentError
from graf.read.pdf.lines import Cell, Row
from graf.read.pdf.rows import CELL_GAP_OF_SPACES, clean

try:
    import pytesseract
except ImportError:  # the extra is not installed
    pytesseract = None

SECONDS = 120
"""For one page."""
_DOTS = 300 / 72
"""Dots to a point: what tesseract was trained on."""
_LONGEST_SIDE = 5_000
"""Dots: a page of a metre would take all memory."""
_LEAST_SURE = 20
"""Of 100: what is less sure is a smudge or a stamp."""
_LANGUAGE = "swe"

MISSING = (
    "the PDF is a scan, and what recognises its text is not there ({}): pip install 'graf-lineage[ocr]', "
    "install tesseract with Swedish (on Debian: apt-get install tesseract-ocr-swe), and build again with --ocr"
)

# One page at a time: more threads than that only wait for each other.
os.environ.setdefault("OMP_THREAD_LIMIT", "1")


class _Word(NamedTuple):
    line: tuple[int, int, int]
    text: str
    left: int
    top: int
    width: int
    height: int


def recognised(page: PdfPage) -> tuple[Row, ...]:
    """The rows of a page that is a picture; none where there is nothing to read, or it takes too long.

    Raises:
        UnreadableDocumentError: tesseract, its Swedish, or the package that calls it is missing.
    """
    if pytesseract is None:
        raise UnreadableDocumentError("scan", MISSING.format("no pytesseract"))
    scale = min(_DOTS, _LONGEST_SIDE / max(page.get_width(), page.get_height(), 1))
    picture = page.render(scale=scale, grayscale=True).to_pil()
    try:
        told = pytesseract.image_to_data(picture, lang=_LANGUAGE, output_type=pytesseract.Output.DICT, timeout=SECONDS)
    except pytesseract.TesseractNotFoundError:
        raise UnreadableDocumentError("scan", MISSING.format("no tesseract")) from None
    except pytesseract.TesseractError:
        raise UnreadableDocumentError("scan", MISSING.format("tesseract does not run, or knows no Swedish")) from None
    except RuntimeError:  # what pytesseract raises when the time is over
        return ()
    return tuple(_rows(list(_words(told)), scale, page.get_height()))


def _words(told: dict[str, list[Any]]) -> Iterator[_Word]:
    names = ("block_num", "par_num", "line_num", "text", "conf", "left", "top", "width", "height")
    for block, paragraph, line, text, sure, *place in zip(*(told[name] for name in names), strict=True):
        if text.strip() and float(sure) >= _LEAST_SURE:
            yield _Word((block, paragraph, line), clean(text.strip()), *place)


def _rows(words: list[_Word], scale: float, page_height: float) -> Iterator[Row]:
    """A row for each line, all of one height: letters tell too little of their font's size."""
    if not words:
        return
    height = median(word.height for word in words) * 1.3
    for _, line in groupby(words, key=lambda word: word.line):
        found = list(line)
        bottom = page_height - median(word.top + word.height for word in found) / scale
        cells = tuple(_cells(found, scale, CELL_GAP_OF_SPACES * height))
        yield Row(cells, bottom, height / scale, False)


def _cells(words: list[_Word], scale: float, gap: float) -> Iterator[Cell]:
    held: list[_Word] = []
    for word in words:
        if held and word.left - (held[-1].left + held[-1].width) > gap:
            yield _cell(held, scale)
            held = []
        held.append(word)
    yield _cell(held, scale)


def _cell(words: list[_Word], scale: float) -> Cell:
    right = words[-1].left + words[-1].width
    return Cell(" ".join(word.text for word in words), words[0].left / scale, right / scale)
