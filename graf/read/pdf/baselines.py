"""Rows that stand on one line of the page and that the file draws apart: raised numbers, and what floats at the margin."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graf.read.notes import raised
from graf.read.pdf.lines import DESCENT, HEIGHT, Row

_NUMBER = re.compile(r"\d{1,3}(?![\w/:-])")
_TOUCHING = 0.3
"""Heights of a line between what touches; less than a blank between cells, and more than between letters."""
_BLANK = 0.13
_RAISED = 0.7
"""Heights by which a number may be raised, or lowered."""
_LEVEL = 0.2
"""Heights by which the feet of one line's words may differ."""
_ALONE = 2.5
"""Heights to the lines above and below within which a row is one of a column's or paragraph's."""


def on_one_line(page: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows of a page, each line of it one row as far as it is sure that it is one line.

    What floats at the margin comes to the line beside it. The lines of columns, and of blocks of a letterhead, stay apart:
    only a row that is drawn with none close above or below it is moved.
    """
    if all(above.bottom - below.bottom > _RAISED * below.height for above, below in pairwise(page)):
        return page
    return _with_floats(tuple(_with_raised(page)))


def _foot(row: Row) -> float:
    """The height of the line that the letters stand on."""
    return row.bottom + row.height * DESCENT / HEIGHT


def _with_raised(page: Sequence[Row]) -> Iterator[Row]:
    held: Row | None = None
    split = False
    for row in page:
        if held is not None and (split or _is_shifted(held, row)) and _touches(held, row):
            held, split = _joined(held, row), True
            continue
        if held is not None:
            yield held
        held, split = row, False
    if held is not None:
        yield held


def _touches(last: Row, row: Row) -> bool:
    near = abs(_foot(row) - _foot(last)) < _RAISED * last.height
    return near and abs(row.left - last.right) < _TOUCHING * last.height


def _is_shifted(last: Row, row: Row) -> bool:
    return abs(_foot(row) - _foot(last)) > 0.05 * last.height


def _joined(last: Row, row: Row) -> Row:
    """Two rows as one, with the place and size of the first."""
    words, more = last.cells[-1].text, row.cells[0].text
    note = _NUMBER.match(more)
    if note and _foot(row) > _foot(last) and row.height < last.height:
        words, more = words + raised(words, note[0]), more[note.end() :]
    elif row.left - last.right > _BLANK * last.height:
        words += " "
    cell = last.cells[-1]._replace(text=words + more, right=row.cells[0].right)
    return last._replace(cells=(*last.cells[:-1], cell, *row.cells[1:]))


def _with_floats(page: tuple[Row, ...]) -> tuple[Row, ...]:
    alone = [number for number in range(len(page)) if _stands_alone(page, number)]
    hosts: dict[int, list[int]] = {}
    for number in alone:
        if number not in hosts and (host := _host(page, number, alone)) is not None:
            hosts.setdefault(host, []).append(number)
    moved = {number for floats in hosts.values() for number in floats}
    return tuple(
        _beside(row, [page[n] for n in hosts.get(number, ())]) for number, row in enumerate(page) if number not in moved
    )


def _stands_alone(page: tuple[Row, ...], number: int) -> bool:
    row = page[number]
    if row.right - row.left < row.height and len(row.text) > 2:
        return False  # on its side
    near = (page[n] for n in (number - 1, number + 1) if 0 <= n < len(page))
    return not any(_is_of_one_column(row, other) for other in near)


def _is_of_one_column(row: Row, other: Row) -> bool:
    apart = abs(row.bottom - other.bottom) > _ALONE * max(row.height, other.height)
    return not apart and row.left < other.right and other.left < row.right


def _host(page: tuple[Row, ...], number: int, alone: list[int]) -> int | None:
    """The row on whose line another stands: of two that are alone, the one to the left."""
    row = page[number]
    level = [n for n, other in enumerate(page) if n != number and _is_beside(row, other)]
    left = [n for n in level if page[n].right <= row.left]
    if left:
        nearest = max(left, key=lambda n: page[n].right)
        # what is drawn right behind its line is a cell of it all the same
        return nearest if nearest != number - 1 else None
    right = [n for n in level if n not in alone]
    return min(right, key=lambda n: page[n].left) if right else None


def _is_beside(row: Row, other: Row) -> bool:
    level = abs(_foot(row) - _foot(other)) < _LEVEL * min(row.height, other.height)
    return level and (other.right <= row.left or row.right <= other.left)


def _beside(row: Row, floats: list[Row]) -> Row:
    if not floats:
        return row
    return row._replace(cells=tuple(sorted((cell for one in (row, *floats) for cell in one.cells), key=lambda cell: cell.left)))
