"""Many patterns on one text, each tried only where one of its words stands (:mod:`graf.anchors`).

The words of all patterns are looked for in one pass, by an automaton (Aho and Corasick). What is found is what
every pattern would find on the whole text: ``tests/test_scanning.py`` holds both beside each other.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, reduce
from operator import itemgetter, or_
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from graf.anchors import anchors, opening, tail
from graf.plain import SECTION, fold

_SHORT = 2_000
"""Characters: in a longer text nearly every word stands somewhere, so that to ask for them spares nothing."""
_ANY = re.compile(r"(?s:.)")
_BY_PLACE = itemgetter(1)
_LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"
_FEW = 6
"""So few words are faster found one by one than by an automaton."""
_NEAR = 12
"""So few places are tried one by one, whatever stands there."""


class _Row(NamedTuple):
    """One pattern, how far before and behind its word a match may reach, and what it may begin with."""

    place: int
    pattern: re.Pattern[str]
    before: int
    behind: int
    late: int
    rest: re.Pattern[str] | None
    """What must match from the word on."""
    opening: re.Pattern[str] | None
    """None where nearly any character may begin a match: such a pattern is tried on the whole stretch."""


class Scanner:
    """Where each of some patterns matches, in one pass over a text."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        """Read the patterns' words."""
        self._patterns = tuple(patterns)
        found = tuple(map(anchors, self._patterns))
        self._everywhere = tuple(place for place, one in enumerate(found) if not one.words)
        rows = tuple(
            _Row(place, pattern, one.before, one.behind, one.late, one.rest, _telling(pattern, one.before))
            for place, (pattern, one) in enumerate(zip(self._patterns, found, strict=True))
        )
        self._by_opening = tuple(row for row in rows if row.opening and _says_little(found[row.place].words))
        known = [one.words if rows[place] not in self._by_opening else frozenset() for place, one in enumerate(found)]
        words = sorted(frozenset().union(*known))
        self._spelt = words
        self._of_word = [tuple(row for row in rows if word in known[row.place]) for word in words]
        self._automaton = AhoCorasick(words, implementation=Implementation.DFA)

    def matches(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, re.Match[str]]]:
        """Each match in ``text[start:end]`` with its pattern's place in the row: those that ``finditer`` finds.

        The matches of one pattern come in order; those of several do not.
        """
        stop = len(text) if end is None else end
        for place in self._everywhere:
            yield from ((place, match) for match in self._patterns[place].finditer(text, start, stop))
        for row in self._by_opening:
            yield from ((row.place, match) for match in _at_openings(row, text, start, stop))
        yield from self.at_words(text, start, stop, self._words(text, start, stop))

    def scan(self, text: str) -> "Scan":
        """The same for every stretch of a text."""
        return Scan(self, text, self._words(text, 0, len(text)))

    def at_words(
        self, text: str, start: int, stop: int, words: Iterable[tuple[int, int, int]]
    ) -> Iterator[tuple[int, re.Match[str]]]:
        """The matches in ``text[start:stop]`` at some words, each given by its number and its place, in order."""
        free = [start] * len(self._patterns)  # where the next match of each may begin
        for word, here, _ in words:
            for place, pattern, before, behind, late, rest, opens in self._of_word[word]:
                first = free[place]
                if here < first or (rest and not rest.match(text, here, stop)):
                    continue
                if opens is None:
                    yield from ((place, match) for match in pattern.finditer(text, first, stop))
                    free[place] = stop + 1
                    continue
                end = here + behind if here + behind < stop else stop
                free[place] = here + 1
                for begin in _beginnings(opens, text, max(here - before, first), here + late) if before or late else (here,):
                    if begin >= first and (match := pattern.match(text, begin, end)):
                        first = match.end()
                        free[place] = max(first, here + 1)
                        yield place, match

    def _words(self, text: str, start: int, stop: int) -> list[tuple[int, int, int]]:
        """Each word that stands in a stretch, by its number, with its place; in order."""
        stretch = fold(text if not start and stop == len(text) else text[start:stop])
        if len(self._spelt) <= _FEW:
            found = [(word, at, at) for word, spelt in enumerate(self._spelt) for at in _each(spelt, stretch)]
        else:
            found = self._automaton.find_matches_as_indexes(stretch, overlapping=True)
        found.sort(key=_BY_PLACE)
        return [(word, at + start, end) for word, at, end in found] if start else found

    def places(self, text: str) -> list[int]:
        """Where a word of any of the patterns stands, in order."""
        return [at for _, at, _ in self._words(text, 0, len(text))]


class Scan:
    """Where some patterns match in any stretch of one text; their words are looked for once."""

    __slots__ = ("_scanner", "_starts", "_text", "_words")

    def __init__(self, scanner: Scanner, text: str, words: list[tuple[int, int, int]]) -> None:
        """Take the words that stand in the text, in order."""
        self._scanner, self._text, self._words = scanner, text, words
        self._starts = [start for _, start, _ in words]

    def matches(self, start: int, end: int) -> Iterable[tuple[int, re.Match[str]]]:
        """As of the scanner, whose patterns all have words."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return self._scanner.at_words(self._text, start, end, self._words[first:last]) if first < last else ()


def _each(word: str, text: str) -> Iterator[int]:
    """Where a word stands."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _beginnings(opens: re.Pattern[str], text: str, first: int, last: int) -> list[int]:
    return [begins.start() for begins in opens.finditer(text, first, last + 1)]


def _at_openings(row: _Row, text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """The matches of a pattern whose words, such as any digit, tell no more than what it begins with."""
    for begins in row.opening.finditer(text, start, stop) if row.opening else ():
        if begins.start() >= start and (
            match := row.pattern.match(text, begins.start(), min(begins.start() + row.behind, stop))
        ):
            start = match.end()
            yield match


def _says_little(words: frozenset[str]) -> bool:
    """Whether one of the words is a sign that stands nearly everywhere, such as any digit."""
    shortest = min(words, key=len, default="")
    return len(shortest) == 1 and shortest != SECTION


def _telling(pattern: re.Pattern[str], before: int) -> re.Pattern[str] | None:
    """What a match begins with, where that tells of few places, such as the beginnings of words."""
    begins = opening(pattern)
    if begins is None or before <= _NEAR:
        return begins or (_ANY if before <= _NEAR else None)
    return begins if not begins.match("aa", 1) or sum(map(bool, map(begins.match, _LETTERS))) < len(_LETTERS) / 2 else None


class Signs:
    """Of which patterns words stand in any stretch of one text; they are looked for once."""

    __slots__ = ("_starts", "_words")

    def __init__(self, found: list[tuple[int, int, int]], bits: Sequence[int]) -> None:
        """Take each word that was found, by its number, with its start and end."""
        found.sort(key=_BY_PLACE)
        self._starts = [start for _, start, _ in found]
        self._words = [(end, bits[word]) for word, _, end in found]

    def within(self, start: int, end: int) -> int:
        """The bits of the patterns of which a word stands in a stretch, and that of those without words."""
        signs = _WORDLESS
        first = bisect_left(self._starts, start)
        for stop, bit in self._words[first : bisect_left(self._starts, end, first)]:
            if stop <= end:
                signs |= bit
        return signs


_WORDLESS = 1
"""The bit of all patterns that require no word: it is set for every text."""


class Vocabulary:
    """Of which of many patterns words stand in a text, as the bits of a number: one for each pattern."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        """Read the patterns' words."""
        self._masks: dict[re.Pattern[str], int] = {}
        bits: dict[str, int] = {}
        for place, pattern in enumerate(dict.fromkeys(patterns), 1):
            words = anchors(pattern).words
            self._masks[pattern] = 1 << place if words else _WORDLESS
            bits.update((word, bits.get(word, 0) | 1 << place) for word in words)
        self._bits = tuple(bits.values())
        self._automaton = AhoCorasick(list(bits), implementation=Implementation.DFA)
        self.signs = lru_cache(maxsize=10_000)(self._signs)
        """The bits of the patterns of which words stand in a text."""

    def _signs(self, text: str) -> int:
        signs = _WORDLESS
        for word, _, _ in self._automaton.find_matches_as_indexes(fold(text), overlapping=True):
            signs |= self._bits[word]
        return signs

    def signs_in(self, text: str) -> Signs:
        """The same for every stretch of a text."""
        return Signs(self._automaton.find_matches_as_indexes(fold(text), overlapping=True), self._bits)

    def mask(self, *patterns: re.Pattern[str]) -> int:
        """The bits of which one is set wherever one of some patterns matches."""
        return reduce(or_, (self._masks.get(pattern, _WORDLESS) for pattern in patterns))


class Guarded:
    """A pattern that is tried only where one of its words stands; what it finds is what the bare pattern finds."""

    __slots__ = ("_reach", "_scanner", "_signs", "_tail", "fullmatch", "mask", "pattern", "sub")

    def __init__(self, pattern: re.Pattern[str], vocabulary: Vocabulary) -> None:
        """Take a pattern; one that the vocabulary does not hold is tried everywhere."""
        self.pattern = pattern
        self.fullmatch, self.sub = pattern.fullmatch, pattern.sub
        self.mask, self._signs = vocabulary.mask(pattern), vocabulary.signs
        self._tail, self._reach = tail(pattern), anchors(pattern).behind
        self._scanner: Scanner | None = None

    @property
    def scanner(self) -> Scanner:
        """What finds it in a long text."""
        if self._scanner is None:
            self._scanner = Scanner([self.pattern])
        return self._scanner

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """As of the pattern."""
        if end is not None:
            return self.pattern.search(text, start if self._tail is None else max(start, end - self._tail), end)
        if start:
            return self.pattern.search(text, start)
        if len(text) > _SHORT:
            first = self.pattern.search(text, 0, _SHORT)
            return first if first and first.start() + self._reach < _SHORT else next(self.finditer(text), None)
        return self.pattern.search(text) if self.mask & self._signs(text) else None

    def match(self, text: str, *window: int) -> re.Match[str] | None:
        """As of the pattern."""
        return self.pattern.match(text, *window) if window or len(text) > _SHORT or self.mask & self._signs(text) else None

    def finditer(self, text: str, *window: int) -> Iterator[re.Match[str]]:
        """As of the pattern."""
        if self.mask == _WORDLESS:
            return self.pattern.finditer(text, *window)
        if window or len(text) > _SHORT:
            return (match for _, match in self.scanner.matches(text, *window))
        return self.pattern.finditer(text) if self.mask & self._signs(text) else iter(())
