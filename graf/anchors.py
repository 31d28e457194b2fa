"""What must stand in every match of a pattern: plain words, found by reading the pattern itself.

A row of a table is tried only where one of its words stands. The words are derived from the pattern, so that a row
need not say them and cannot say them wrong. They are looked for in the text in few signs (:mod:`graf.plain`), in which
a capital is a small letter, every digit is 0 and every blank a space: "2016-796" and "2018-14" hold the word "0000-0".
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from re import _compiler, _parser  # type: ignore[attr-defined]
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

from graf.plain import SECTION, fold

Words = frozenset[str]
_REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}
Node = tuple[Any, Any]

_NOTHING: Words = frozenset({""})
_MOST = 36
"""A choice between more words than this is spelt no further."""
_LONGEST = 24
"""Characters of a word that are kept: more tell no more."""
_FEW = 3
"""A set of characters as small as this is spelt out, one word for each."""
_ENDLESS = 400
"""The width, in characters, that stands for that of what has no end."""
_ENOUGH = 16
"""A word that tells more than this tells enough."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """Words of which one stands in every match of a pattern; none where the pattern requires none."""

    words: Words
    before: int
    """How many characters before such a word a match begins at most."""
    behind: int
    """How many characters behind the beginning of such a word a match, and what it looks ahead at, ends at most."""
    late: int = 0
    """How many characters behind the beginning of such a word a match begins at most: where it looks back at it."""
    rest: re.Pattern[str] | None = None
    """What must match from such a word on, where that is told apart from what stands before it: most words fail it fast."""


# --- words out of a pattern ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Choice:
    """Words of which one stands in a sequence, and how far from its beginning at most."""

    words: Words
    offset: int
    rest: tuple[Node, ...]
    """The nodes from the words on, where they begin with the words; empty where they are the whole pattern, or unknown."""
    behind: int
    """How far behind the beginning of such a word the sequence may begin: where it looks back at it."""

    def worth(self) -> tuple[float, int]:
        """How telling it is: letters tell more than digits, near words more than far ones, few more than many."""
        least = min(sum(map(_weight, word)) for word in self.words)
        return min(least, _ENOUGH) - min(self.offset, 100) / 25, -len(self.words)


def _weight(char: str) -> int:
    return 6 if char == SECTION else 2 if char.isalpha() or char < " " else 1


@cache
def _parsed(pattern: re.Pattern[str]) -> Any:
    return _parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)


@cache
def anchors(pattern: re.Pattern[str], far: int = 200) -> Anchors:
    """The most telling words of a pattern; ``far`` is how far apart its ends are taken to stand at most.

    >>> sorted(anchors(re.compile(r"(?:att )?upphäv(?:er|s)\\b")).words) == sorted(map(fold, ["upphäver", "upphävs"]))
    True
    >>> found = anchors(re.compile(r"[A-Z]{2,6}-(?:19|20)\\d\\d-\\d{1,6}(?!\\d)"))
    >>> found.words, found.before, found.behind, bool(found.rest.match("-2016-796")), bool(found.rest.match("-2116-796"))
    (frozenset({'-0000-0'}), 6, 19, True, False)
    """
    nodes = _parsed(pattern)
    best = max(_choices(nodes, 0), key=_Choice.worth, default=None)
    width = min(_width(nodes), far) + _ahead(nodes)
    if best is None:
        return Anchors(frozenset(), far, width)
    rest = _compiled(nodes.state, best.rest) if best.rest else None
    return Anchors(best.words, min(best.offset, far), width + best.behind, best.behind, rest)


def _choices(nodes: Sequence[Node], offset: int, least: int = 0) -> Iterator[_Choice]:
    """Every set of words of which one must stand in what a sequence matches; ``least`` characters stand before it."""
    spelt, begun = _NOTHING, offset
    rest: tuple[Node, ...] = ()
    first, before, flat = offset, least, list(_flat(nodes))
    for place, (node, flags) in enumerate(flat):
        if node[0] is op.ASSERT and node[1][0] == 1:  # what it looks ahead at stands in the text, too
            yield from _choices([*map(_with_flags, flat[:place]), *node[1][1]], first, before)
            continue
        if node[0] is op.ASSERT:  # what it looks back at stands there, perhaps before the match
            yield from _choices(node[1][1], offset, least - _width(node[1][1]))
        here = _spelt(node)
        if here and "" in here:  # it may match nothing and yet look ahead at words
            yield from _inside(node, offset, least)
        longer, edge = _joined(spelt, here) if here else None, _edge(node)
        if longer is None:
            yield from _kept(_joined(spelt, edge) or spelt, begun, rest, before)
            yield from _inside(node, offset, least)
        offset += _width([node])
        least += int(_parser.SubPattern(_parser.State(), [node]).getwidth()[0])
        if longer is not None:
            spelt = longer
        else:
            whole = bool(here) and len(here or ()) <= _MOST
            spelt, begun = (here or edge) if whole else edge, offset
            here_on = [node] if whole else node[1][2] if edge != _NOTHING else ()
            rest = (*(_with_flags((one, flags)) for one in here_on), *map(_with_flags, flat[place + 1 :]))
    yield from _kept(spelt, begun, rest, before)


def _flat(nodes: Sequence[Node], more: int = 0, less: int = 0) -> Iterator[tuple[Node, tuple[int, int]]]:
    """The nodes with what stands in groups among them, each with the flags that its groups set and unset."""
    for code, value in nodes:
        if code is op.SUBPATTERN:
            _, sets, unsets, inside = value
            yield from _flat(inside, (more | sets) & ~unsets, (less | unsets) & ~sets)
        else:
            yield (code, value), (more, less)


def _with_flags(told: tuple[Node, tuple[int, int]]) -> Node:
    node, (more, less) = told
    return (op.SUBPATTERN, (None, more, less, _parser.SubPattern(_parser.State(), [node]))) if more or less else node


def _compiled(state: Any, nodes: Sequence[Node]) -> re.Pattern[str] | None:
    """A pattern of some of the nodes of another; None where they refer to its groups."""
    if _refers(nodes):
        return None
    compiled: re.Pattern[str] = _compiler.compile(_parser.SubPattern(state, list(nodes)), state.flags)
    return compiled


def _refers(nodes: Any) -> bool:
    return any(part in _REFERENCES if isinstance(part, type(op.ANY)) else _refers(part) for part in _parts(nodes))


_REFERENCES = {op.GROUPREF, op.GROUPREF_EXISTS}


def _joined(first: Words, second: Words) -> Words | None:
    """Each word of the first before each of the second; None where they are too many or too long."""
    both = frozenset(a + b for a in first for b in second)
    return both if len(both) <= _MOST and max(map(len, both)) <= _LONGEST else None


def _kept(words: Words, offset: int, rest: tuple[Node, ...], least: int) -> Iterator[_Choice]:
    """The words without those that hold another of them: "att upphäva" stands nowhere but where "upphäva" does."""
    if all(words):
        shortest = frozenset(word for word in words if not any(other in word for other in words if other != word))
        within = max(word.rfind(kept) for word in words for kept in shortest if kept in word)
        yield _Choice(shortest, offset + within, rest if shortest == words and not within else (), max(0, -least))


def _width(nodes: Any) -> int:
    """How many characters a sequence matches at most."""
    if not isinstance(nodes, _parser.SubPattern):
        nodes = _parser.SubPattern(_parser.State(), list(nodes))
    return int(min(nodes.getwidth()[1], _ENDLESS))


def _ahead(nodes: Any) -> int:
    """How far a pattern looks ahead at most, wherever it does, with what it looks ahead at from there."""
    farthest = 0
    for part in _parts(nodes):
        if isinstance(part, tuple) and len(part) == 2 and part[0] in {op.ASSERT, op.ASSERT_NOT}:
            looked = part[1][1]
            farthest = max(farthest, (_width(looked) if part[1][0] == 1 else 0) + _ahead(looked))
        elif not isinstance(part, int | str):
            farthest = max(farthest, _ahead(part))
    return farthest


def _parts(nodes: Any) -> Iterator[Any]:
    return iter(nodes.data if isinstance(nodes, _parser.SubPattern) else nodes if isinstance(nodes, list | tuple) else ())


# --- what one node spells -----------------------------------------------------------------------


def _spelt(node: Node) -> Words | None:
    """All that a node can match, folded, where that is a few words; what takes no room spells nothing."""
    code, value = node
    spell = _SPELLINGS.get(code)
    return spell(value) if spell else None


def _edge(node: Node) -> Words:
    """How a node that goes on begins and ends: ``\\d{1,6}`` with 0."""
    code, value = node
    if code not in _REPEATS or not value[0]:
        return _NOTHING
    return _sequence(value[2]) or _NOTHING


def _literal(value: int) -> Words:
    return frozenset({fold(chr(value))})


def _set(value: list[Node]) -> Words | None:
    words: set[str] = set()
    for code, content in value:
        if code is op.LITERAL:
            words.add(fold(chr(content)))
        elif code is op.RANGE and content[1] - content[0] < 32:
            words.update(fold(chr(char)) for char in range(content[0], content[1] + 1))
        elif code is op.CATEGORY and content in _CATEGORIES:
            words.add(_CATEGORIES[content])
        else:
            return None
    return frozenset(words) if len(words) <= _FEW else None


def _sequence(nodes: Sequence[Node]) -> Words | None:
    spelt: Words | None = _NOTHING
    for node in nodes:
        here = _spelt(node)
        spelt = _joined(spelt, here) if spelt and here else None
    return spelt


def _branch(value: tuple[Any, list[Sequence[Node]]]) -> Words | None:
    spelt = [_sequence(nodes) for nodes in value[1]]
    return None if None in spelt else frozenset().union(*(words for words in spelt if words))


def _repeat(value: tuple[int, int, Sequence[Node]]) -> Words | None:
    fewest, most, nodes = value
    once = _sequence(nodes)
    if once is None or (int(most) > 1 and fewest != most) or int(most) > _LONGEST:
        return None
    if int(most) == 1:
        return once if fewest else once | _NOTHING
    many: Words | None = _NOTHING
    for _ in range(fewest):
        many = _joined(many, once) if many else None
    return many


_CATEGORIES = {op.CATEGORY_DIGIT: "0", op.CATEGORY_SPACE: " "}
_SPELLINGS: dict[Any, Callable[[Any], Words | None]] = {
    op.LITERAL: _literal,
    op.IN: _set,
    op.SUBPATTERN: lambda value: _sequence(value[3]),
    op.BRANCH: _branch,
    **dict.fromkeys(_REPEATS, _repeat),
    op.ASSERT: lambda _: _NOTHING,
    op.ASSERT_NOT: lambda _: _NOTHING,
    op.AT: lambda _: _NOTHING,
}


def _inside(node: Node, offset: int, least: int) -> Iterator[_Choice]:
    """The choices within a node that cannot be spelt out."""
    code, value = node
    if code in _REPEATS and value[0]:
        yield from _choices(value[2], offset, least)
    if code is op.BRANCH:
        each = [max(_choices(nodes, offset, least), key=_Choice.worth, default=None) for nodes in value[1]]
        told = [choice for choice in each if choice]
        if len(told) == len(each):
            words = frozenset().union(*(c.words for c in told))
            yield from _kept(words, max(c.offset for c in told), (), -max(c.behind for c in told))


def tail(pattern: re.Pattern[str]) -> int | None:
    """How far before the end of a text a match begins at most, of a pattern that ends with ``$``; None of any other.

    >>> tail(re.compile(r"(?:till|åt) $")), tail(re.compile(r"till .*$")), tail(re.compile("till"))
    (6, None, None)
    """
    nodes = _parsed(pattern)
    ends = bool(nodes.data) and nodes.data[-1] == (op.AT, op.AT_END) and not pattern.flags & re.MULTILINE
    return _width(nodes) + 1 if ends and _width(nodes) < _ENDLESS else None  # $ stands before a last line's end, too


# --- how a match begins -------------------------------------------------------------------------


def opening(pattern: re.Pattern[str]) -> re.Pattern[str] | None:
    """The characters that a match may begin with; None where that is nearly any, or nothing that a set can tell.

    >>> opening(re.compile(r"(?<!\\w)(?:Dnr )?[A-Z]{2,6}-\\d+")).pattern
    '[DA-Z](?<![\\\\w].)'
    """
    nodes = _parsed(pattern)
    first = _first(nodes)
    if first is None or None in first:
        return None
    any_case = re.IGNORECASE if pattern.flags & re.IGNORECASE or "(?i" in pattern.pattern else 0
    refused = "".join(sign for sign in _not_before(nodes) if not any_case or sign == _OPENS_LINE)
    return re.compile(f"[{''.join(dict.fromkeys(map(str, first)))}]{refused}", any_case | re.DOTALL)


_OPENS_LINE = r"(?<![^\n].)"


def _not_before(nodes: Sequence[Node]) -> Iterator[str]:
    """What may not stand before a match, where that is one character of a set.

    It is written behind the first character: ``re`` passes over others fast only where a set comes first.
    """
    for code, value in nodes:
        if code is op.SUBPATTERN and value[1] & re.MULTILINE and value[3].data == [(op.AT, op.AT_BEGINNING)]:
            yield _OPENS_LINE
            continue
        if code is not op.ASSERT_NOT:
            return
        kinds = value[1].data if value[0] == -1 else []
        if len(kinds) == 1 and (signs := _signs(kinds[0])):
            yield f"(?<![{''.join(signs)}].)"


def _signs(node: Node) -> list[str] | None:
    """What a set of characters is written with."""
    code, value = node
    if code is op.LITERAL:
        return [re.escape(chr(value))]
    signs = [_SETS.get(kind, lambda _: None)(content) for kind, content in value] if code is op.IN else [None]
    return None if None in signs else [sign for sign in signs if sign]


def _first(nodes: Sequence[Node]) -> list[str | None] | None:
    """What a set of the first characters is written with; None in it: the sequence may be empty; None alone: unknown."""
    found: list[str | None] = []
    ahead: list[str | None] | None = None
    for node in nodes:
        if node[0] is op.ASSERT and node[1][0] == 1:
            ahead = ahead or _first(node[1][1])
        here = _begin(node)
        if here is None:
            return None
        found += [sign for sign in here if sign is not None]
        if None not in here:
            return found
    return [*found, *(ahead or [None])]  # what takes no room begins as what it looks ahead at


def _begin(node: Node) -> list[str | None] | None:
    code, value = node
    if code in {op.LITERAL, op.IN}:
        signs = _signs(node)
        return list(signs) if signs else None
    if code is op.SUBPATTERN:
        return _first(value[3])
    if code is op.BRANCH:
        each = [_first(nodes) for nodes in value[1]]
        return None if None in each else [sign for first in each if first for sign in first]
    if code in _REPEATS:
        once = _first(value[2])
        return once if once is None or value[0] else [*once, None]
    return [None] if code in {op.ASSERT, op.ASSERT_NOT, op.AT} else None


_SETS: dict[Any, Callable[[Any], str | None]] = {
    op.LITERAL: lambda value: re.escape(chr(value)),
    op.RANGE: lambda value: f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}",
    op.CATEGORY: {op.CATEGORY_DIGIT: r"\d", op.CATEGORY_SPACE: r"\s", op.CATEGORY_WORD: r"\w"}.get,
}
