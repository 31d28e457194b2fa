"""Pure string functions that know nothing of decisions: sentences, lines, quotes."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from graf.repairs import Edits, composed, joined, recognised

# A full stop that ends no sentence: "bl.a.", "dnr.", "m.fl.", "S:t", "kl.", an initial, an ordinal "3."; not that behind
# a § or the last digits of a day: "den 26 januari, § 9. Frågan", "2019-03-19. Nämnden"
_ABBREVIATION = re.compile(
    r"(?:\b(?:bl|dnr|m|t|s|f|fr|o|a|d|kl|nr|prop|prot|bet|rskr|dir|kap|st|jfr|ca|resp|inkl|exkl|tf|dvs|etc|p|e|ev|ang|avs|enl|mot|skr|u|v|ordf|ex|jmf|sid|tel)"
    r"|\b[A-ZÅÄÖ]|(?<![-/:.,§])(?<!§ )(?<!punkt )(?<!bilaga )(?<!nr )\b\d{1,2})\.$",
    re.IGNORECASE,
)
# One set of characters first: ``re`` passes over what is not in it, and would not over a choice of beginnings
_BREAK = re.compile(
    r"[.!?:;\n](?:(?<!\n)(?!\s+\([A-ZÅÄÖ][A-Za-zåäö]?\))(?=\s+[\"”“(]?[A-ZÅÄÖ\d§])"
    r"|(?<=\n)(?:[ \t]*\n(?!\s{0,100}(?!att\b)[a-zåäö])"
    r"|(?<!§\n)(?=[ \t]*(?:[-–•*]|\d{1,2}[.)])\s)|(?=[ \t]*att[ ])))"
)
_ATT = re.compile(r"[ \t]*att\s")
_OPENS_LIST = re.compile(r"\bbesluta(?:r|de)?$|\bföreslår?s?$", re.IGNORECASE)
# "att uppdra åt nämnden⏎att utreda" is one clause on two lines
_GOVERNS = re.compile(r"(?:\båt|\bom|\bför|\bgenom|uppdrag|nämnden|styrelsen|kontoret|förvaltningen|direktören|utskottet)$")

_HANDS_ON = re.compile(
    r"\b(?:uppdrar?|i uppdrag|föreslår?|uppmanar?|begära?|anmodar?|rekommenderar?|åt|om|för|genom)\b.*$", re.IGNORECASE
)
"""A point that hands on its task goes on with the next "att"; one that names a body otherwise is at its end."""


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
        if char in ":;" or (char == "." and _ABBREVIATION.search(text, max(left, mark.start() - 10), mark.end())):
            continue
        if char == "\n" and _goes_on(text, mark.start(), mark.end()):
            continue
        yield from _trimmed(text, left, mark.end())
        left = mark.end()
    yield from _trimmed(text, left, stop)


def is_full_stop(text: str, place: int, start: int = 0) -> bool:
    """Whether the point at a place ends its sentence, and no abbreviation of the sentence that begins at ``start``.

    >>> t = "riktlinjer för bl.a. parker, t.ex. Slottsparken. Beslutet"
    >>> [p for p, sign in enumerate(t) if sign == "." and is_full_stop(t, p)]
    [47]
    """
    goes_on = re.compile(r"\S|[ ][a-zåäö]").match(text, place + 1)
    return not goes_on and not _ABBREVIATION.search(text, max(start, place - 8), place + 1)


def _goes_on(text: str, place: int, following: int) -> bool:
    """Whether a line that begins with "att" goes on with the sentence: it opens a point only in a list of such lines."""
    if not _ATT.match(text, following) or text[place:following].count("\n") > 1:
        return False
    before = text[text.rfind("\n", 0, place) + 1 : place].strip()
    if _GOVERNS.search(before):
        return not _ATT.match(before) or bool(_HANDS_ON.search(before))
    return not (_ATT.match(before) or before.endswith((":", ",", ";")) or _OPENS_LIST.search(before))


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


# What XML 1.0 cannot hold even as a reference.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(words: str) -> str:
    """Text that XML can hold: each character that it cannot is a replacement character.

    >>> printable("rad\\x0bett") == "rad\\ufffdett"
    True
    """
    return _UNPRINTABLE.sub("\ufffd", words)


# What is laid out in lines and odd signs, for patterns to match plain text.
_GONE = "\u00ad\u200b-\u200d\u2060\ufeff"
_HYPHEN = "\u2010-\u2014\u2212\ufffe\x02"
_SPACE = "\u00a0\u2000-\u200a\u202f\u205f\t"


def _repairs(first: str) -> re.Pattern[str]:
    """What is repaired, where it begins with one of some characters: ``re`` passes over the others fast."""
    return re.compile(
        rf"[{first}](?:"
        r"(?<=\n)(?:(?:(?<=\w[-/]\n)|(?<=\d:\n))(?P<broken>)[ \t]*(?=\d)"  # a number that a line breaks: "STK-2016-⏎796"
        r"|(?<=[^\s.!?:;]\n)(?P<wrap>)[ \t]*(?=[a-zåäö])(?!att\b)"  # a line that goes on: "får i⏎   uppdrag"
        r"|(?P<margin>[ \t\u00a0]+)(?=[^\s]))"
        r"|(?<=[ \t\u00a0])(?<![ \t\u00a0].)(?P<trail>)[ \t\u00a0]*(?=\n)"
        rf"|(?<=[{_GONE}])(?P<gone>)[{_GONE}]*"
        rf"|(?<=[{_HYPHEN}])(?P<hyphen>)"
        rf"|(?<=[{_SPACE}])(?P<space>))"
    )


_KEPT = {"broken": "", "wrap": " ", "margin": "", "trail": "", "gone": "", "hyphen": "-", "space": " "}
"""What stands in the copy for what is repaired."""
_REPAIRS = _repairs(rf"\n{_GONE}{_HYPHEN}{_SPACE}")
_REPAIRS_OF_LINES = _repairs(rf"\n {_GONE}{_HYPHEN}{_SPACE}")
"""The same where lines end in blanks."""
_BLANK_ENDS = (" \n", "\t\n", "\u00a0\n")


_SHORT_LINE = 20
"""A line as short as this may be a heading: what follows it in lower case does not go on with it."""


class Folded:
    """A copy of a text to match patterns on, and the way back to the text as it stands.

    Letters are composed and ligatures letters; soft hyphens and zero-width marks are gone, odd hyphens and blanks are plain;
    a word, a number or a sentence that a line's end breaks is joined; signs that were taken for others are put right
    (:mod:`graf.repairs`). Offsets into ``text`` are brought back by :meth:`span`. ``doubtful`` are the offsets, in the text as
    it stands, of the signs that were put right by guess.

    >>> folded = Folded("dnr STK\\u20112016-\\n796.")
    >>> folded.text, folded.span(4, 16)
    ('dnr STK-2016-796.', (4, 17))
    """

    __slots__ = ("_ways", "doubtful", "text")

    def __init__(self, original: str, without: Callable[[str], str] = str) -> None:
        """Fold; linear in the length of the text.

        Args:
            original: The text as it stands.
            without: What makes blanks of what is no part of the text, such as running headers, keeping its length.
        """
        plain, composing = composed(original)
        told, places = recognised(without(plain))
        told, joining = joined(told)
        self.text, folding = _folded(told)
        self._ways = tuple(way for way in (folding, joining, composing) if len(way))
        self.doubtful = tuple(composing.back(place) for place in places)

    def offset(self, place: int) -> int:
        """The offset in the original of a character of the copy."""
        for way in self._ways:
            place = way.back(place)
        return place

    def folded(self, place: int) -> int:
        """The offset in the copy of a character of the original; of a character left out, where it would stand."""
        for way in reversed(self._ways):
            place = way.forth(place)
        return place

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that a non-empty stretch of the copy stands for."""
        for way in self._ways:
            start, end = way.back(start), way.end(end)
        return start, end


def _folded(original: str) -> tuple[str, Edits]:
    """The text with plain hyphens and blanks, and with lines joined that go on."""
    repairs = _REPAIRS_OF_LINES if any(end in original for end in _BLANK_ENDS) else _REPAIRS
    edits = Edits()
    pieces: list[str] = []
    done = length = 0
    for repair in repairs.finditer(original):
        start, kind = repair.start(), repair.lastgroup or ""
        if kind == "wrap" and start - original.rfind("\n", 0, start) <= _SHORT_LINE:
            continue
        if kind == "margin":
            start += 1
        pieces.append(original[done:start])
        length += start - done
        done = repair.end()
        kept = _KEPT[kind]
        pieces.append(kept)
        if done - start != len(kept):
            edits.add(length, length + len(kept), start, done)
        length += len(kept)
    pieces.append(original[done:])
    return "".join(pieces), edits
