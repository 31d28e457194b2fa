"""Running headers and page numbers, which stand between and inside the items of minutes.

They are blanked, not cut, so that offsets stay. The first page keeps its header: it is the masthead.
"""

import re
from collections.abc import Iterator

from graf.model import Span
from graf.parse.lines import Line, heading_kind
from graf.tables import cue

_LINE = re.compile(r"[^\n\f]+")
_NEAR = 3
"""How many lines above or below a page's mark the rest of a running header stands."""
_FIRST = 8
"""How many lines at the top of the text may hold a header whose page bears no mark."""


def blank_running_lines(text: str) -> str:
    """The text with every running line after its first appearance as blanks.

    >>> blank_running_lines("Nämnden  Sida 1 (2)\\nEtt\\nNämnden  Sida 2 (2)\\ntvå").split()
    ['Nämnden', 'Sida', '1', '(2)', 'Ett', 'två']
    """
    places = list(_LINE.finditer(text))
    pages = [n for n, line in enumerate(places) if cue("page-mark").search(line.group())]
    if len(pages) < 2:
        return text
    near = {n for page in pages for n in range(page - _NEAR, page + _NEAR + 1)}
    pieces, done = [], 0
    for line in _repeated(places, near, set(pages)):
        pieces += [text[done : line.start()], " " * len(line.group())]
        done = line.end()
    return "".join((*pieces, text[done:]))


def _repeated(places: list[re.Match[str]], near: set[int], pages: set[int]) -> Iterator[re.Match[str]]:
    seen: set[str] = set()
    first = min(pages)
    for number, line in enumerate(places):
        form = " ".join(line.group().split()).casefold()
        if (
            number in near
            and form
            and not heading_kind(Line(Span(*line.span()), " ".join(line.group().split()), marked=False))
            and not form.startswith("§")
            and (form in seen or (number in pages and number > first))
        ):
            yield line
        if number in near or number < _FIRST:
            seen.add(form)  # a line of the text that happens to recur above a page's end is no header
