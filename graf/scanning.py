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
_BY_START = itemgetter(1)


class _Row(NamedTuple):
    """One pattern, how far before and behind its word a match may reach, and what it may begin with."""

    place: int
    pattern: re.Pattern[str]
    before: int
    behind: int
    opening: re.Pattern[str]


class Scanner:
    """Where each of some patterns matches, in one pass over a text."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        """Read the patterns' words."""
        self._patterns = tuple(patterns)
        found = tuple(map(anchors, self._patterns))
        self._everywhere = tuple(place for place, one in enumerate(found) if not one.words)
        rows = tuple(
            _Row(place, self._patterns[place], one.before, one.behind, opening(self._patterns[place]) or _ANY)
            for place, one in enumerate(found)
        )
        words = sorted({word for one in found for word in one.words})
        self._of_word = [tuple(row for row in rows if word in found[row.place].words) for word in words]
        self._automaton = AhoCorasick(words, implementation=Implementation.DFA)

    def matches(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """Each match with its pattern's place in the row: those that ``finditer`` finds, in no order across patterns."""
        for place in self._everywhere:
            yield from ((place, match) for match in self._patterns[place].finditer(text))
        words = self._automaton.find_matches_as_indexes(fold(text), overlapping=True)
        words.sort(key=_BY_START)
        free = [0] * len(self._patterns)
        for word, start, _ in words:
            for row in self._of_word[word]:
                place, pattern, before, behind, _ = row
                if start < free[place]:
                    continue
                for begin in _beginnings(row, text, max(start - before, free[place]), start) if before else (start,):
                    if begin >= free[place] and (match := pattern.match(text, begin, start + behind)):
                        yield place, match
                        free[place] = match.end()
                free[place] = max(free[place], start + 1)


def _beginnings(row: _Row, text: str, first: int, last: int) -> Iterator[int]:
    return (match.start() for match in row.opening.finditer(text, first, last + 1))


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
    """A pattern that is tried on a short text only where one of its words stands; else as the pattern itself."""

    __slots__ = ("_mask", "_signs", "_tail", "fullmatch", "pattern", "sub")

    def __init__(self, pattern: re.Pattern[str], vocabulary: Vocabulary) -> None:
        """Take a pattern whose words the vocabulary holds."""
        self.pattern = pattern
        self.fullmatch, self.sub = pattern.fullmatch, pattern.sub
        self._mask, self._signs = vocabulary.mask(pattern), vocabulary.signs
        self._tail = tail(pattern)

    def may_stand_in(self, text: str) -> bool:
        """Whether a text may hold a match; of a long text nothing is asked."""
        return len(text) > _SHORT or bool(self._mask & self._signs(text))

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """As of the pattern."""
        if end is None:
            return self.pattern.search(text, start) if start or self.may_stand_in(text) else None
        return self.pattern.search(text, start if self._tail is None else max(start, end - self._tail), end)

    def match(self, text: str, *window: int) -> re.Match[str] | None:
        """As of the pattern."""
        return self.pattern.match(text, *window) if window or self.may_stand_in(text) else None

    def finditer(self, text: str, *window: int) -> Iterator[re.Match[str]]:
        """As of the pattern."""
        return self.pattern.finditer(text, *window) if window or self.may_stand_in(text) else iter(())
