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
        self._by_opening = tuple(
            row for row in rows if row.opening and len(min(found[row.place].words, key=len, default="")) == 1
        )
        known = [one.words if rows[place] not in self._by_opening else frozenset() for place, one in enumerate(found)]
        words = sorted(frozenset().union(*known))
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
        free = [start] * len(self._patterns)  # where the next match of each may begin
        for word, at, _ in self._words(text, start, stop):
            here = at + start
            for row in self._of_word[word]:
                if here >= free[row.place]:
                    for match in _at_word(row, text, free[row.place], here, stop):
                        free[row.place] = match.end()
                        yield row.place, match
                    free[row.place] = max(free[row.place], here + 1) if row.opening else stop

    def _words(self, text: str, start: int, stop: int) -> list[tuple[int, int, int]]:
        """Each word that stands in a stretch, by its number, with its place in the stretch; in order."""
        stretch = fold(text if not start and stop == len(text) else text[start:stop])
        found = self._automaton.find_matches_as_indexes(stretch, overlapping=True)
        found.sort(key=_BY_PLACE)
        return found

    def places(self, text: str) -> list[int]:
        """Where a word of any of the patterns stands, in order."""
        return [at for _, at, _ in self._words(text, 0, len(text))]


def _at_word(row: _Row, text: str, first: int, at: int, stop: int) -> Iterator[re.Match[str]]:
    """The matches of a pattern that hold the word at a place, and begin at ``first`` or behind it."""
    _, pattern, before, behind, opening = row
    if opening is None:
        yield from pattern.finditer(text, first, stop)
        return
    end = min(at + behind, stop)
    if not before:
        if match := pattern.match(text, at, end):
            yield match
        return
    for begins in opening.finditer(text, max(at - before, first), at + 1):
        if begins.start() >= first and (match := pattern.match(text, begins.start(), end)):
            first = match.end()
            yield match


def _at_openings(row: _Row, text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """The matches of a pattern whose words, such as any digit, tell no more than what it begins with."""
    for begins in row.opening.finditer(text, start, stop) if row.opening else ():
        if begins.start() >= start and (
            match := row.pattern.match(text, begins.start(), min(begins.start() + row.behind, stop))
        ):
            start = match.end()
            yield match


def _telling(pattern: re.Pattern[str], before: int) -> re.Pattern[str] | None:
    """What a match begins with, where that tells of few places."""
    begins = opening(pattern)
    if begins is None or before <= _NEAR:
        return begins or (_ANY if before <= _NEAR else None)
    return begins if sum(map(bool, map(begins.match, _LETTERS))) < len(_LETTERS) / 2 else None


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
        if window or len(text) > _SHORT:
            return (match for _, match in self.scanner.matches(text, *window))
        return self.pattern.finditer(text) if self._mask & self._signs(text) else iter(())
