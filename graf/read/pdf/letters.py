"""Pages whose letters pdfium takes for upright ones of vertical writing, and sets on a line each: few words do that to it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from graf.read.pdf.lines import Cell, Row

_FEWEST = 8
"""Rows of one letter; a page may have as many of its own."""
_BLANK = 0.13
"""The narrowest blank, in heights of a line: a font's own is a quarter of its size."""
_SAME_LINE = 0.05
"""Heights of a line by which the feet of its letters may differ; a raised number stands higher."""
_BACK = 0.3
"""Heights by which a letter may reach back below the one before it."""
_CELL_GAP = 1.0


class Letter(NamedTuple):
    """One sign of a page and its place, as :class:`Row` has it."""

    sign: str
    left: float
    right: float
    bottom: float
    height: float
    bold: bool


def is_torn(found: Sequence[Row]) -> bool:
    """Whether most of a page's rows hold a single letter."""
    single = sum(len(row.cells) == 1 and len(row.cells[0].text) == 1 for row in found)
    return single >= _FEWEST and single > len(found) / 2


def rows_of(letters: Iterable[Letter]) -> Iterator[Row]:
    """The letters, in the order the file draws them, as rows; their blanks are known by the gaps alone."""
    held: list[Letter] = []
    for letter in letters:
        if held and not _goes_on(held[-1], letter):
            yield _row(held)
            held = []
        held.append(letter)
    if held:
        yield _row(held)


def _goes_on(last: Letter, letter: Letter) -> bool:
    near = _SAME_LINE * letter.height
    level = abs(last.bottom - letter.bottom) < near and abs(last.height - letter.height) < near
    return level and letter.left > last.right - _BACK * letter.height


def _row(letters: list[Letter]) -> Row:
    first = letters[0]
    cells = [Cell(first.sign, first.left, first.right)]
    for letter in letters[1:]:
        gap = (letter.left - cells[-1].right) / letter.height
        if gap > _CELL_GAP:
            cells.append(Cell(letter.sign, letter.left, letter.right))
        else:
            words = f"{cells[-1].text}{' ' * (gap > _BLANK)}{letter.sign}"
            cells[-1] = cells[-1]._replace(text=words, right=letter.right)
    return Row(tuple(cells), first.bottom, first.height, first.bold and letters[-1].bold)
