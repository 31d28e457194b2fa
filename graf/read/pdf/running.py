"""Headers, footers and page numbers, which would split the sentences that run from page to page.

What is cut is read once all the same: a running line has the same words on each page but for the page's number, it stands
at the same place, and nothing else stands between it and the page's edge.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise

from graf.read.pagination import RunningForm, running_form
from graf.read.pdf.lines import Row
from graf.tables import sections

SHARE = 0.6
"""A line is a running one where it stands at the top or the foot of more than this share of the pages."""
_NEAR_EDGE = 5
"""How many lines of a page's top, and of its foot, may be running ones."""
_SAME_PLACE = 0.6
"""Heights of a line by which its place may differ from page to page: a scan lies never quite straight."""

_LONE_PAGE = re.compile(r"(?:sida?\s+)?1\s*(?:\(\s*1\s*\)|av\s+1|/\s*1)", re.IGNORECASE)
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]?\s(?=[A-ZÅÄÖ])")

Page = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    page: int
    row: Row
    form: RunningForm
    above: bool
    line: int
    """How many lines stand between it and the page's edge."""


def without_running(pages: Sequence[Page]) -> list[Page]:
    """The pages without running lines: a header stays at the top of the first page, a footer at the foot of the last.

    So each is read once, and no sentence that crosses a page is cut by one. Page numbers go.
    """
    running = list(_running(pages))
    gone = {(one.page, id(one.row)) for one in running}
    bodies = [_in_order(tuple(row for row in page if (n, id(row)) not in gone)) for n, page in enumerate(pages)]
    if bodies:
        header = _once(one for one in running if one.above)
        footer = _once(one for one in reversed(running) if not one.above)
        bodies[0] = (*header.values(), *bodies[0])
        # of a page that is all but empty, the header's last line may be the lowest
        bodies[-1] = (*bodies[-1], *(row for words, row in reversed(footer.items()) if words not in header))
    return bodies


def _running(pages: Sequence[Page]) -> Iterator[_Found]:
    """The running lines of all pages, in order."""
    found = [line for number, page in enumerate(pages) for line in _near_edges(number, page)]
    if len(pages) == 1:
        yield from (one for one in found if _LONE_PAGE.fullmatch(one.row.text))
        return
    alike: defaultdict[str, list[_Found]] = defaultdict(list)
    for one in found:
        alike[one.form.words].append(one)
    often = {words: them for words, them in alike.items() if len({one.page for one in them}) > SHARE * len(pages)}
    for words in _inside(pages, found, max((len(one.row.text) for them in often.values() for one in them), default=0)):
        often.pop(words, None)
    repeated = {id(one) for them in often.values() if not _is_heading(them[0].row.text) for one in _at_one_place(them)}
    for _, page in groupby(found, key=lambda one: (one.page, one.above)):
        yield from _from_the_edge(list(page), repeated)


def _inside(pages: Sequence[Page], near_edges: list[_Found], longest: int) -> set[str]:
    """The forms of what stands in the middle of pages: it is a part of the text, though it comes near the edge of others."""
    edges = {(one.page, id(one.row)) for one in near_edges}
    texts = {
        row.text
        for number, page in enumerate(pages)
        for row in page
        if len(row.cells[0].text) <= longest and (number, id(row)) not in edges
    }
    return {running_form(text).words for text in texts if len(text) <= longest}


def _from_the_edge(lines: list[_Found], repeated: set[int]) -> Iterator[_Found]:
    """The repeated lines of a page's top, or of its foot, as far as nothing else stands before them."""
    others = [one.line for one in lines if id(one) not in repeated]
    first = min(others, default=len(lines))
    yield from (one for one in lines if one.line < first)


def _at_one_place(alike: Iterable[_Found]) -> Iterator[_Found]:
    """Those of the same words that another page has at the same place, and whose numbers count the pages."""
    by_place = sorted(alike, key=lambda one: one.row.bottom)
    starts = [n for n, (one, other) in enumerate(pairwise(by_place), 1) if _drop(one, other) > _SAME_PLACE]
    for start, end in zip([0, *starts], [*starts, len(by_place)], strict=True):
        group = sorted(by_place[start:end], key=lambda one: one.page)
        if len({one.page for one in group}) > 1:
            yield from _counting(group) if group[0].form.number is not None else group


def _drop(one: _Found, other: _Found) -> float:
    return (other.row.bottom - one.row.bottom) / other.row.height


def _counting(group: list[_Found]) -> Iterator[_Found]:
    """Those whose number rises as the pages do, from the page before or to the page behind."""
    steps = [other.page - one.page == (other.form.number or 0) - (one.form.number or 0) for one, other in pairwise(group)]
    for one, before, behind in zip(group, [False, *steps], [*steps, False], strict=True):
        if before or behind:
            yield one


@lru_cache(1_000)
def _is_heading(text: str) -> bool:
    """Whether a line is the heading of a section, which each of many items may have at its page's top.

    A list of contents is one, and its heading on many pages is that of the pages.
    """
    words = _NUMBERED.sub("", " ".join(text.split()).rstrip(": "))
    return any(row.headings.fullmatch(words) for row in sections() if row.kind != "contents")


def _near_edges(number: int, page: Page) -> Iterator[_Found]:
    heights = sorted({round(row.bottom) for row in page})
    if not heights:
        return
    middle, count = (heights[0] + heights[-1]) / 2, len(heights)
    places = {height: n for n, height in enumerate(heights)}
    found: dict[bool, list[_Found]] = {True: [], False: []}
    for row in page:
        height = round(row.bottom)
        above = height > middle or count == 1
        line = count - 1 - places[height] if above else places[height]
        if line < _NEAR_EDGE:
            found[above].append(_Found(number, row, running_form(row.text), above, line))
    yield from (*found[True], *found[False])


def _once(running: Iterator[_Found]) -> dict[str, Row]:
    """The first of each form, by its words; a bare page number is none."""
    first: dict[str, Row] = {}
    for one in running:
        if not one.form.is_bare:
            first.setdefault(one.form.words, one.row)
    return first


def _in_order(page: Page) -> Page:
    """A header that the file draws last, as browsers do, comes first: among the last lines, it lies above all before it."""
    highest, header = 0.0, []
    for number, row in enumerate(page):
        if number and row.bottom > highest - 1 and len(page) - number <= 2 * _NEAR_EDGE:
            header.append(row)
        else:
            highest = max(highest, row.top)
    return (*header, *(row for row in page if not any(row is one for one in header)))
