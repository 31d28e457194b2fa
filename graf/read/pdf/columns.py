"""Two columns that the file draws line by line: the left one is read before the right one."""

import re
from collections.abc import Iterator

from graf.read.pdf.lines import Row

SHORTEST = 6
"""Lines side by side that make columns; fewer are a table."""
_PROSE = 18
"""Letters that a line of a column has at the least, on average; a table's labels are shorter."""
_WRAPPED = 0.4
"""The share of lines of the left column that begin in the middle of a sentence; a table's labels do not."""
_STARTS_INSIDE = re.compile(r"[a-zåäöé(]")


def in_reading_order(page: tuple[Row, ...]) -> tuple[Row, ...]:
    """The page with its columns, where it has any, one after the other."""
    if sum(len(row.cells) == 2 for row in page) < SHORTEST:
        return page
    return tuple(_read(page))


def _read(page: tuple[Row, ...]) -> Iterator[Row]:
    start = 0
    while start < len(page):
        end = _side_by_side(page, start)
        block = page[start:end]
        if _is_prose(block):
            yield from (row.parted(0, 1) for row in block if not _right_only(row, block))
            yield from (row.parted(-1, None) for row in block if len(row.cells) == 2 or _right_only(row, block))
        else:
            yield from block
        start = end


def _side_by_side(page: tuple[Row, ...], start: int) -> int:
    """Where the lines end that have the gap of the line at ``start``, or one cell beside it."""
    first = page[start]
    if len(first.cells) != 2:
        return start + 1
    end, gap_ends = start + 1, first.cells[1].left
    while end < len(page) and page[end].bottom < page[end - 1].bottom and _fits(page[end], gap_ends):
        end += 1
    return end


def _fits(row: Row, gap_ends: float) -> bool:
    if len(row.cells) == 2:
        return abs(row.cells[1].left - gap_ends) < row.height
    return len(row.cells) == 1 and (row.right < gap_ends or abs(row.left - gap_ends) < row.height)


def _right_only(row: Row, block: tuple[Row, ...]) -> bool:
    return len(row.cells) == 1 and row.left > block[0].cells[1].left - row.height


def _is_prose(block: tuple[Row, ...]) -> bool:
    both = [row for row in block if len(row.cells) == 2]
    if len(both) < SHORTEST:
        return False
    letters = min(sum(len(row.cells[side].text) for row in both) / len(both) for side in (0, 1))
    inside = sum(bool(_STARTS_INSIDE.match(row.cells[0].text)) for row in both) / len(both)
    return letters >= _PROSE and inside >= _WRAPPED
