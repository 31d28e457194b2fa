"""Many patterns on one text, each tried only where one of its words stands (:mod:`graf.anchors`).

The words of all patterns are looked for in one pass, by an automaton (Aho and Corasick). What is found is what
every pattern would find on the whole text: ``tests/test_scanning.py`` holds both beside each other.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from graf.anchors import anchors, fold, opening, tail

_SHORT = 2_000
"""Characters: in a longer text nearly every word stands somewhere, so that to ask for them spares nothing."""
_ANY = re.compile(r"(?s:.)")
_BY_PLACE = itemgetter(1)
_LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"
_NEAR = 12
"""So few places are tried one by one, whatever stands there."""


class _Row(NamedTuple):
    """One pattern, how far before and behind its word a match may reach, and what it may begin with."""

    place: int
    pattern: re.Pattern[str]
    before: int
    behind: int
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
            _Row(place, self._patterns[place], one.before, one.behind, _telling(self._patterns[place], one.before))
            for place, one in enumerate(found)
        )
        words = sorted({word for one in found for word in one.words})
        self._of_word = [tuple(row for row in rows if word in found[row.place].words) for word in words]
        self._automaton = AhoCorasick(words, implementation=Implementation.DFA)

    def matches(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, re.Match[str]]]:
        """Each match in ``text[start:end]`` with its pattern's place in the row: those that ``finditer`` finds.

        The matches of one pattern come in order; those of several do not.
        """
        stop = len(text) if end is None else end
        for place in self._everywhere:
            yield from ((place, match) for match in self._patterns[place].finditer(text, start, stop))
        free = [start] * len(self._patterns)
        for word, at in self._words(text, start, stop):
            for row in self._of_word[word]:
                place, pattern, before, behind, opening = row
                if at < free[place]:
                    continue
                if opening is None:
                    yield from ((place, match) for match in pattern.finditer(text, start, stop))
                    free[place] = stop
                    continue
                for begin in _beginnings(opening, text, max(at - before, free[place]), at) if before else (at,):
                    if begin >= free[place] and (match := pattern.match(text, begin, min(at + behind, stop))):
                        yield place, match
                        free[place] = match.end()
                free[place] = max(free[place], at + 1)

    def _words(self, text: str, start: int, stop: int) -> list[tuple[int, int]]:
        """Each word that stands in a stretch, by its number, with its place in the text; in order."""
        whole = not start and stop == len(text)
        stretch = fold(text) if whole else fold(text[start:stop])
        found = self._automaton.find_matches_as_indexes(stretch, overlapping=True)
        return sorted(((word, at + start) for word, at, _ in found), key=_BY_PLACE)

    def places(self, text: str) -> list[int]:
        """Where a word of any of the patterns stands, in order."""
        return [at for _, at in self._words(text, 0, len(text))]


def _telling(pattern: re.Pattern[str], before: int) -> re.Pattern[str] | None:
    """What a match begins with, where that tells of few places."""
    begins = opening(pattern)
    if begins is None or before <= _NEAR:
        return begins or (_ANY if before <= _NEAR else None)
    return begins if sum(map(bool, map(begins.match, _LETTERS))) < len(_LETTERS) / 2 else None


def _beginnings(opening: re.Pattern[str], text: str, first: int, last: int) -> Iterator[int]:
    return (match.start() for match in opening.finditer(text, first, last + 1))


class Vocabulary:
    """Which words of many patterns stand in a short text, as the bits of a number."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        """Read the patterns' words."""
        self._words = {pattern: anchors(pattern).words for pattern in patterns}
        words = sorted(frozenset().union(*self._words.values()))
        self._bits = {word: 1 << place for place, word in enumerate(words)}
        self._automaton = AhoCorasick(words, implementation=Implementation.DFA)
        self.signs = lru_cache(maxsize=10_000)(self._signs)
        """The bits of the words that stand in a text."""

    def _signs(self, text: str) -> int:
        signs = 0
        for word in self._automaton.find_matches_as_strings(fold(text), overlapping=True):
            signs |= self._bits[word]
        return signs

    def mask(self, pattern: re.Pattern[str]) -> int:
        """The bits of which one is set wherever a pattern matches; every bit where it requires no word."""
        return sum(self._bits[word] for word in self._words[pattern]) or -1


class Guarded:
    """A pattern that is tried only where one of its words stands; what it finds is what the bare pattern finds."""

    __slots__ = ("_mask", "_scanner", "_signs", "_tail", "fullmatch", "pattern", "sub")

    def __init__(self, pattern: re.Pattern[str], vocabulary: Vocabulary) -> None:
        """Take a pattern whose words the vocabulary holds."""
        self.pattern = pattern
        self.fullmatch, self.sub = pattern.fullmatch, pattern.sub
        self._mask, self._signs = vocabulary.mask(pattern), vocabulary.signs
        self._tail = tail(pattern)
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
            return next(self.finditer(text), None)
        return self.pattern.search(text) if self._mask & self._signs(text) else None

    def match(self, text: str, *window: int) -> re.Match[str] | None:
        """As of the pattern."""
        return self.pattern.match(text, *window) if window or len(text) > _SHORT or self._mask & self._signs(text) else None

    def finditer(self, text: str, *window: int) -> Iterator[re.Match[str]]:
        """As of the pattern."""
        if window:
            return self.pattern.finditer(text, *window)
        if len(text) > _SHORT:
            return (match for _, match in self.scanner.matches(text))
        return self.pattern.finditer(text) if self._mask & self._signs(text) else iter(())
