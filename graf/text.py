"""Pure string functions that know nothing of decisions: sentences, lines, quotes."""

import re
import unicodedata
from collections.abc import Iterator

# A full stop that ends no sentence: "bl.a.", "dnr.", "m.fl.", "S:t", "kl.", an initial, an ordinal "3."
_ABBREVIATION = re.compile(
    r"(?:\b(?:bl|dnr|m|t|s|f|fr|o|a|d|kl|nr|prop|bet|rskr|dir|kap|st|jfr|ca|resp|inkl|exkl|tf|dvs|etc|p|e|ev|ang|avs|enl|mot|skr|u|v|ordf)"
    r"|\b[A-ZÅÄÖ]|\b\d{1,2})\.$",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[.!?:;](?=\s+[\"”“(]?[A-ZÅÄÖ\d§])|\n[ \t]*\n|\n(?=[ \t]*(?:[-–•*]|\d{1,2}[.)])\s)")


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The sentences of ``text[start:end]`` as (start, end) pairs, blanks at the ends left out.

    >>> t = "Se dnr. 191/2012. I maj 2016 (STK-2015-553) beslutades."
    >>> [t[s:e] for s, e in sentences(t)]
    ['Se dnr. 191/2012.', 'I maj 2016 (STK-2015-553) beslutades.']
    """
    stop = len(text) if end is None else end
    left = start
    for mark in _BREAK.finditer(text, start, stop):
        char = mark.group()[0]
        if char in ":;" or (char == "." and _ABBREVIATION.search(text, max(left, mark.start() - 8), mark.end())):
            continue
        yield from _trimmed(text, left, mark.end())
        left = mark.end()
    yield from _trimmed(text, left, stop)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if body := piece.strip():
        left = start + piece.index(body[0])
        yield left, left + len(body)


def squeeze(words: str) -> str:
    """Runs of white space as one space, soft hyphens and zero-width marks gone, NFC.

    >>> squeeze(" riktlinjer\\u00ad  för\\n bidrag ")
    'riktlinjer för bidrag'
    """
    return " ".join(unicodedata.normalize("NFC", re.sub("[\u00ad\u200b\u200c\u200d\ufeff]", "", words)).split())
