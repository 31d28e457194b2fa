"""The same text in other signs: letters in pieces, ligatures, line ends of other systems, words broken at a line's end."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable

_CANONICAL = re.compile(
    r"\r\n?"
    r"|[\ufb00-\ufb06]"
    # with the end of the line at which a soft hyphen breaks a word
    r"|\u00ad[\u00ad\u200b]*(?:[ \t]*\n[ \t]*(?=[^\W\d_]))?"
)
_WITH_MARKS = re.compile(rf"[^\W\d_][\u0300-\u036f]+|{_CANONICAL.pattern}")
_DOUBLED = re.compile(r"  (?<=\S  )(?=\S)")
_BROKEN = re.compile(
    # "kommun-⏎styrelsen" is one word, "miljö-⏎och byggnadsnämnden" is not
    r"-(?<=[a-zåäöé]{2}-)[ \t]*\n[ \t]*(?=[a-zåäöé]{2})(?!(?:och|eller|samt|respektive|till|som)\b)"
)


class Edits:
    """The way from a copy back to its original: which stretch stands for which.

    Offsets are 0-based; between two edits copy and original run side by side.
    """

    __slots__ = ("_copies", "_copy_ends", "_original_ends", "_originals")

    def __init__(self) -> None:
        """No edits yet."""
        self._copies, self._copy_ends = [0], [0]
        self._originals, self._original_ends = [0], [0]

    def add(self, copy: int, copy_end: int, original: int, original_end: int) -> None:
        """A stretch of the copy, perhaps empty, that stands for a stretch of the original, behind all added before."""
        self._copies.append(copy)
        self._copy_ends.append(copy_end)
        self._originals.append(original)
        self._original_ends.append(original_end)

    def __len__(self) -> int:
        """How many edits there are."""
        return len(self._copies) - 1

    def back(self, place: int) -> int:
        """The offset in the original of a character of the copy."""
        row = bisect_right(self._copies, place) - 1
        inside = place < self._copy_ends[row]
        return self._originals[row] if inside else self._original_ends[row] + place - self._copy_ends[row]

    def end(self, place: int) -> int:
        """The offset in the original behind the character of the copy before ``place``."""
        row = bisect_right(self._copies, place - 1) - 1
        inside = place <= self._copy_ends[row]
        return self._original_ends[row] if inside else self._original_ends[row] + place - self._copy_ends[row]

    def forth(self, place: int) -> int:
        """The offset in the copy of a character of the original; of one left out, where it would stand."""
        row = bisect_right(self._originals, place) - 1
        inside = place < self._original_ends[row]
        return self._copies[row] if inside else self._copy_ends[row] + place - self._original_ends[row]


def composed(text: str) -> tuple[str, Edits]:
    """The text in composed letters, ligatures as letters, line feeds alone, and without soft hyphens.

    >>> composed("of\ufb01ce")[0], composed("a\u030angest")[0] == "ångest", composed("sam\u00adråd")[0]
    ('office', True, 'samråd')
    """
    if not (is_western(text) and "\r" not in text and "\u00ad" not in text):
        pattern = _CANONICAL if unicodedata.is_normalized("NFC", text) else _WITH_MARKS
        return _edited(text, pattern.finditer(text))
    return text, Edits()


def is_western(text: str) -> bool:
    """Whether a text has no sign but those of Windows-1252: a fast look, since most have none.

    >>> is_western("Åsa – § 12"), is_western("a\u030a")
    (True, False)
    """
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def joined(text: str) -> tuple[str, Edits]:
    """The text with words whole that a hyphen breaks at a line's end, and single blanks for doubled ones.

    >>> joined("kommun-\\nstyrelsens  beslut")[0], joined("miljö-\\noch byggnadsnämnden")[0]
    ('kommunstyrelsens beslut', 'miljö-\\noch byggnadsnämnden')
    """
    doubled = _DOUBLED.finditer(text) if "  " in text else ()
    broken = _BROKEN.finditer(text) if "-\n" in text or "- \n" in text else ()
    return _edited(text, sorted([*doubled, *broken], key=lambda match: match.start()))


def _edited(text: str, matches: Iterable[re.Match[str]]) -> tuple[str, Edits]:
    edits = Edits()
    pieces: list[str] = []
    done = length = 0
    for match in matches:
        kept = _kept(match.group())
        pieces += [text[done : match.start()], kept]
        length += match.start() - done
        edits.add(length, length + len(kept), match.start(), match.end())
        length += len(kept)
        done = match.end()
    return ("".join((*pieces, text[done:])), edits) if done else (text, edits)


def _kept(words: str) -> str:
    if words[0] == "\r":
        return "\n"
    if words[0] in "\u00ad-":
        return ""
    return " " if words[0] == " " else unicodedata.normalize("NFKC", words)
