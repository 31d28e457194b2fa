"""Headers, footers and page numbers, which would split the sentences that run from page to page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graf.read.pdf.rows import Row

SHARE = 0.6
"""A line is a running one where it stands at the top or the foot of more than this share of the pages."""
_NEAR_EDGE = 5
"""How many lines of a page's top, and of its foot, may be running ones."""

# "Sida 3 av 7", "3 (7)", "- 3 -"; a registration number's digits stay, for they tell one document's header from another's.
_NUMBER = re.compile(r"(?<![\w/:-])\d{1,4}(?![\w:/-])|(?<![\w/:-])\d{1,3}/\d{1,3}(?![\w/-])")
_PAGE_NUMBER = re.compile(r"(?:sid(?:a|an|nr)?\.?|s\.|page)?[\s–-]*0(?:\s*(?:\(\s*0\s*\)|av\s+0|/\s*0))?[\s–-]*")
_LONE_PAGE = re.compile(r"(?:sida?\s+)?1\s*(?:\(\s*1\s*\)|av\s+1|/\s*1)", re.IGNORECASE)

Page = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    page: int
    row: Row
    form: str
    above: bool


def without_running(pages: Sequence[Page]) -> list[Page]:
    """The pages without running lines: a header stays at the top of the first page, a footer at the foot of the last.

    So each is read once, and no sentence that crosses a page is cut by one. Page numbers go.
    """
    found = [running for number, page in enumerate(pages) for running in _near_edges(number, page)]
    counted = Counter(form for form, _ in {(running.form, running.page) for running in found})
    repeated = {form for form, times in counted.items() if len(pages) > 1 and times > SHARE * len(pages)}
    # a heading such as "Beslut" that comes near the edge of several pages stands in the middle of others too
    edges = {(one.page, id(one.row)) for one in found}
    inside = (_form(row.text) for number, page in enumerate(pages) for row in page if (number, id(row)) not in edges)
    repeated -= {form for form in inside if form in repeated}
    running = [one for one in found if one.form in repeated or (len(pages) == 1 and _LONE_PAGE.fullmatch(one.row.text))]
    gone = {(one.page, id(one.row)) for one in running}
    bodies = [_in_order(tuple(row for row in page if (n, id(row)) not in gone)) for n, page in enumerate(pages)]
    if bodies:
        bodies[0] = (*_once(one for one in running if one.above), *bodies[0])
        bodies[-1] = (*bodies[-1], *reversed(_once(one for one in reversed(running) if not one.above)))
    return bodies


def _near_edges(number: int, page: Page) -> Iterator[_Found]:
    heights = sorted({round(row.bottom) for row in page})
    if not heights:
        return
    low, high = heights[:_NEAR_EDGE][-1], heights[-_NEAR_EDGE:][0]
    middle = (heights[0] + heights[-1]) / 2
    for row in page:
        place = round(row.bottom)
        if place <= low or place >= high:
            yield _Found(number, row, _form(row.text), place > middle or len(heights) == 1)


def _form(text: str) -> str:
    return _NUMBER.sub("0", " ".join(text.split())).casefold()


def _once(running: Iterator[_Found]) -> tuple[Row, ...]:
    """The first of each form; a bare page number is none."""
    first: dict[str, Row] = {}
    for one in running:
        if not _PAGE_NUMBER.fullmatch(_NUMBER.sub("0", one.form)):
            first.setdefault(one.form, one.row)
    return tuple(first.values())


def _in_order(page: Page) -> Page:
    """A header that the file draws last, as browsers do, comes first: among the last lines, it lies above all before it."""
    highest, header = 0.0, []
    for number, row in enumerate(page):
        if number and row.bottom > highest - 1 and len(page) - number <= 2 * _NEAR_EDGE:
            header.append(row)
        else:
            highest = max(highest, row.top)
    return (*header, *(row for row in page if not any(row is one for one in header)))
