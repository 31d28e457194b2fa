"""What stands on a page, as pdfium finds it: rows of cells with their places.

pdfium gives a page's characters in the order the file draws them. A row ends where it puts a line end, or the odd
code point that stands for a hyphen at a line's end. A wide gap inside a row parts two cells of a table.
"""

import ctypes
import itertools
import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage, PdfTextPage

from graf.read.notes import raised
from graf.read.pdf.baselines import on_one_line
from graf.read.pdf.letters import Letter, is_torn, rows_of
from graf.read.pdf.lines import DESCENT, HEIGHT, Cell, Row

CELL_GAP = 1.0
"""Heights of a line that part two cells where the file draws no space between them."""
CELL_GAP_OF_SPACES = 2.2
"""The same where it draws spaces, which justified text stretches."""

_DOT = (1.5, 8.0)
"""How wide the drawn dot of a list may be, in points."""

_PRINTED_MARK = re.compile(r"(?:.*\n)?(?:\d{1,2}[.)]|[a-zåäö]\)|[•▪●○◦·–-])\s")
_END = re.compile("\r\n|[\r\n]|[\ufffe\x02]")
_HYPHENS = str.maketrans("\u2010\u2011", "--")
_DROPPED = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\x00-\x08\x0b-\x1f\x7f\uffff]")
_UNCLEAN = re.compile("[^ -~\u00a1-\u00ac\u00ae-\u024f\u2012-\u2015\u2018-\u201f\u2022\u2026]")
"""What may need it: all but the letters and marks of a Swedish text."""
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_LAST_DIGITS = re.compile(r"(?<=\S)\d+(?!\w)")
"""Where a note's number may hang on a word: the digits that end it, but for the first of a number."""
_SMALL = 0.9
"""The size of a note's number, at the most, in that of its line."""


def _fast(function: object, result: type[Any]) -> Callable[..., Any]:
    """A function of pdfium on a page, a place and what to fill; the library's own call checks each, which takes longer."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0  # type: ignore[arg-type]
    return ctypes.CFUNCTYPE(result, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(address)


_LOOSE_BOX = _fast(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int)
_MATRIX = _fast(pdfium.FPDFText_GetMatrix, ctypes.c_int)
_ODD_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")

_Gap = tuple[int, int, float, float]
"""A blank's start and end in the text, and where the letters beside it end and begin on the page."""


def clean(text: str) -> str:
    r"""Ligatures of f as letters, odd hyphens plain, invisible marks gone, NFC.

    >>> clean("e\ufb00ektiv bostads\u00adpolitik SN\u20102019")
    'effektiv bostadspolitik SN-2019'
    """
    if not _UNCLEAN.search(text):
        return text
    plain = _ODD_SPACES.sub(" ", _DROPPED.sub("", text.translate(_LIGATURES).translate(_HYPHENS)))
    return unicodedata.normalize("NFC", plain)


def rows(page: PdfPage) -> tuple[Row, ...]:
    """The rows of a page that hold anything, in the order the file draws them."""
    text = page.get_textpage()
    try:
        glyphs = _Glyphs(text)
        found = tuple(glyphs.rows())
        if is_torn(found):
            found = tuple(rows_of(glyphs.letters()))
    finally:
        text.close()
    if _is_turned(found):
        return tuple(_flat(number, row) for number, row in enumerate(found))
    found = on_one_line(found)
    return _with_dots(page, found) if _has_indents(found) else found


def _is_turned(found: tuple[Row, ...]) -> bool:
    """Whether the page's letters stand on their side or head, as on the wide tables of a page turned round."""
    long = [row for row in found if sum(len(cell.text) for cell in row.cells) >= 10]
    return sum(row.right - row.left < row.height for row in long) > len(long) / 2


def _flat(number: int, row: Row) -> Row:
    """A row as if it stood upright, at a place by its number: the order is all that is sure."""
    text = " ".join(cell.text for cell in row.cells)
    return row._replace(cells=(Cell(text, 70.0, 70.0 + 5 * len(text)),), bottom=800.0 - 12 * number, height=10.0)


def _has_indents(found: tuple[Row, ...]) -> bool:
    """Whether rows begin further in than the row above for no reason that is printed: there may be dots."""
    return any(
        0.8 * row.height < row.left - above.left < 5 * row.height and not _PRINTED_MARK.match(above.text + "\n" + row.text)
        for above, row in itertools.pairwise(found)
    )


def _with_dots(page: PdfPage, found: tuple[Row, ...]) -> tuple[Row, ...]:
    """Browsers draw the dots of a list as shapes, not letters."""
    dots = list(_dots(page))
    return tuple(_dotted(row) if any(_is_before(dot, row) for dot in dots) else row for row in found) if dots else found


def _is_before(dot: tuple[float, float], row: Row) -> bool:
    return 0 < row.left - dot[0] < 2 * row.height and row.bottom < dot[1] < row.top


def _dotted(row: Row) -> Row:
    return row._replace(cells=(row.cells[0]._replace(text=f"• {row.cells[0].text}"), *row.cells[1:]))


def _dots(page: PdfPage) -> Iterator[tuple[float, float]]:
    """The middles of the small shapes of a page that are about as wide as high."""
    handle, box = page.raw, [ctypes.c_float() for _ in range(4)]
    for number in range(pdfium.FPDFPage_CountObjects(handle)):
        shape = pdfium.FPDFPage_GetObject(handle, number)
        if pdfium.FPDFPageObj_GetType(shape) == pdfium.FPDF_PAGEOBJ_PATH and pdfium.FPDFPageObj_GetBounds(shape, *box):
            left, bottom, right, top = (side.value for side in box)
            if _DOT[0] < right - left < _DOT[1] and abs((right - left) - (top - bottom)) < 0.3 * (right - left):
                yield (left + right) / 2, (bottom + top) / 2


class _Glyphs:
    """The characters of a page; boxes are asked for one at a time, of few characters, for that is what takes time."""

    def __init__(self, page: PdfTextPage) -> None:
        self.text = page.get_text_range()
        self._page = page.raw
        self._indices = self._counted(page.count_chars())
        self._box, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._handle = ctypes.cast(page.raw, ctypes.c_void_p)
        self._into_box, self._into_matrix = (ctypes.c_void_p(ctypes.addressof(it)) for it in (self._box, self._matrix))
        self._font = ctypes.create_string_buffer(128)

    def _counted(self, characters: int) -> Sequence[int]:
        """The number that pdfium gives each place of the text; they differ where it leaves signs out."""
        places = range(len(self.text))
        if len(places) == characters:
            return places
        return [max(0, pdfium.FPDFText_GetCharIndexFromTextIndex(self._page, place)) for place in places]

    def rows(self) -> Iterator[Row]:
        start = 0
        for end in _END.finditer(self.text):
            yield from self._row(start, end.start(), end.group() in "\ufffe\x02")
            start = end.end()
        yield from self._row(start, len(self.text), False)

    def letters(self) -> Iterator[Letter]:
        """Each sign by itself, in the order the file draws them; blanks are left out, for pdfium does not give all.

        Words on their side, as a letterhead has them at its margin, are given as one.
        """
        start = 0
        for end in [*(end.start() for end in _END.finditer(self.text)), len(self.text)]:
            places = [place for place in range(start, end) if not self.text[place].isspace()]
            if len(places) > 2 and abs(self._at(places[0]).left - self._at(places[-1]).left) < 1:
                yield self._letter(places[0], clean(self.text[start:end]))
            else:
                yield from (self._letter(place, clean(self.text[place])) for place in places)
            start = end

    def _letter(self, place: int, sign: str) -> Letter:
        box = self._at(place)
        left, right = box.left, box.right
        known = "-" if sign in "\ufffe\x02" else sign.strip()
        return Letter(known, left, right, *self._line(place), self._bold(place))

    def _row(self, start: int, end: int, broken: bool) -> Iterator[Row]:
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        end = start + len(text.strip())
        if start == end:
            return
        left = self._at(start).left
        bottom, height = self._line(start)
        cells = tuple(cell for cell in self._cells(start, end, left, height) if cell.text)
        if cells and broken:
            cells = (*cells[:-1], cells[-1]._replace(text=cells[-1].text + "-"))
        if cells:
            yield Row(cells, bottom, height, self._bold(start) and self._bold(end - 1), broken)

    def _line(self, place: int) -> tuple[float, float]:
        """The bottom and height of a line by its font's size: a box differs from letter to letter where a font is cut down."""
        matrix, index = self._matrix, self._indices[place]
        _MATRIX(self._handle, index, self._into_matrix)
        size = pdfium.FPDFText_GetFontSize(self._page, index) * math.hypot(matrix.c, matrix.d)
        if size > 0:
            return matrix.f - DESCENT * size, max(HEIGHT * size, 1.0)
        return self._box.bottom, max(self._box.top - self._box.bottom, 1.0)

    def _cells(self, start: int, end: int, left: float, height: float) -> Iterator[Cell]:
        first = start
        for before, after, right, following in self._wide_gaps(start, end, height):
            yield Cell(self._words(first, before, height), left, right)
            left, first = following, after
        yield Cell(self._words(first, end, height), left, self._at(end - 1).right)

    def _words(self, start: int, end: int, height: float) -> str:
        """The text of a cell; the small raised number of a note is told from the number or word that it stands behind."""
        pieces, done = [], start
        low = self._at(start).bottom + 0.05 * height
        for number in _LAST_DIGITS.finditer(self.text, start, end):
            if self._at(number.end() - 1).bottom <= low:
                continue
            last = self._line(number.end() - 1)
            if last[1] < _SMALL * height:
                note = number.end() - 1
                while note > number.start() and self._line(note - 1) == last:
                    note -= 1
                if _is_raised(last, self._line(note - 1)):
                    before = clean(self.text[done:note])
                    pieces += [before, raised(before, self.text[note : number.end()])]
                    done = number.end()
        return "".join((*pieces, clean(self.text[done:end])))

    def _wide_gaps(self, start: int, end: int, height: float) -> list[_Gap]:
        """The gaps that part cells: wide, and wider than justified text has them all along the row."""
        gaps: list[_Gap] = []
        page, place, box, indices = self._handle, self._into_box, self._box, self._indices
        for blank in _BLANKS.finditer(self.text, start, end):
            before, after = blank.span()
            _LOOSE_BOX(page, indices[before - 1], place)
            right = box.right
            _LOOSE_BOX(page, indices[after], place)
            gaps.append((before, after, right, box.left))
        wide = [gap for gap in gaps if gap[3] - gap[2] > CELL_GAP * height]
        if not wide:
            return wide
        usual = sorted(gap[3] - gap[2] for gap in gaps)[(len(gaps) - 1) // 2] if len(gaps) > 1 else 0.0
        return [gap for gap in wide if gap[3] - gap[2] > 2 * usual and self._parts(gap[0], (gap[3] - gap[2]) / height)]

    def _at(self, place: int) -> pdfium.FS_RECTF:
        """The box of a character with the room its font gives every letter; good until the next is asked for."""
        _LOOSE_BOX(self._handle, self._indices[place], self._into_box)
        return self._box

    def _parts(self, place: int, heights: float) -> bool:
        """Whether a blank parts two cells: pdfium's own blanks do so sooner than drawn ones."""
        return heights > CELL_GAP_OF_SPACES or pdfium.FPDFText_IsGenerated(self._page, self._indices[place]) == 1

    def _bold(self, place: int) -> bool:
        size = pdfium.FPDFText_GetFontInfo(self._page, self._indices[place], self._font, len(self._font), None)
        return bool(size) and _is_bold(self._font.value)


def _is_raised(small: tuple[float, float], large: tuple[float, float]) -> bool:
    """Whether of two bottoms and heights one is of a smaller font, and stands higher."""
    (bottom, height), (under, whole) = small, large
    return height < _SMALL * whole and bottom - under > (whole - height) * DESCENT / HEIGHT + 0.05 * whole


@lru_cache(1_000)
def _is_bold(font: bytes) -> bool:
    return bool(_BOLD.search(font))
