"""Which of the numbered lines of a document are its own: the heaviest chain of them that rises from top to bottom."""

from collections.abc import Sequence
from dataclasses import dataclass

_NEXT = 1.0
"""What a chain gains where a number follows the one before: 26, 27."""
_NEAR = 0.4
"""What it gains where a few are missing between."""
_STEP = 5


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that bears a number, and how surely it is one of the chain."""

    row: int
    order: int
    """What must rise: the number, and a letter behind it."""
    weight: float
    weak: bool
    """Whether it counts only between, before or behind the number next to it."""


def heaviest_chain(marks: Sequence[Numbered]) -> list[Numbered]:
    """The marks, in order, whose orders rise and whose weights and links are worth most; of equals the later.

    ``marks`` are in order of rows. A list of contents and the text it leads to bear the same numbers: the text is heavier.

    >>> [m.row for m in heaviest_chain([Numbered(0, 10, 1, False), Numbered(1, 20, 1, False), Numbered(5, 10, 3, False)])]
    [5]
    """
    best = _Heaviest(max((mark.order for mark in marks), default=0) + 1)
    worth: list[float] = []
    before: list[int] = []
    ends: dict[int, int] = {}
    for place, mark in enumerate(marks):
        gain, previous = _link(mark, marks, worth, ends, best)
        worth.append(mark.weight + gain)
        before.append(previous)
        known = ends.get(mark.order)
        if known is None or worth[place] >= worth[known]:
            ends[mark.order] = place
            if not mark.weak:
                best.add(mark.order, worth[place], place)
    place = max(range(len(marks)), key=lambda n: (worth[n], n), default=-1)
    chain = []
    while place >= 0:
        chain.append(marks[place])
        place = before[place]
    return chain[::-1]


def _link(
    mark: Numbered, marks: Sequence[Numbered], worth: list[float], ends: dict[int, int], best: "_Heaviest"
) -> tuple[float, int]:
    """What the heaviest chain that ``mark`` may follow is worth, and where that ends; nothing where it begins one."""
    gain, previous = (0.0, -1) if mark.weak else best.below(mark.order)
    number = mark.order // _LETTERS
    for step in range(1, 2 if mark.weak else _STEP + 1):
        place = ends.get((number - step) * _LETTERS)
        if place is None or (marks[place].weak and step > 1):
            continue
        with_link = worth[place] + (_NEXT if step == 1 else _NEAR)
        if with_link >= gain:
            gain, previous = with_link, place
    return max(gain, 0.0), previous


_LETTERS = 10


def order(number: int, letter: str = "") -> int:
    """The order of a number with a letter behind it: 26, 26 a, 26 b, 27.

    >>> order(26) < order(26, "a") < order(26, "b") < order(27)
    True
    """
    return number * _LETTERS + ("abcdefgh".index(letter) + 1 if letter else 0)


class _Heaviest:
    """The heaviest chain that ends below an order, in logarithmic time (a Fenwick tree of maxima)."""

    def __init__(self, size: int) -> None:
        self._worth = [(0.0, -1)] * (size + 1)

    def add(self, order: int, worth: float, place: int) -> None:
        """A chain that ends with an order."""
        order += 1
        while order < len(self._worth):
            self._worth[order] = max(self._worth[order], (worth, place))
            order += order & -order

    def below(self, order: int) -> tuple[float, int]:
        """What the heaviest that ends below an order is worth, and where it ends."""
        found = (0.0, -1)
        while order > 0:
            found = max(found, self._worth[order])
            order -= order & -order
        return found
