"""Verdicts, counted: precision, recall and F1 of any group of them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from graf.score.verdicts import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were found, missed and added."""

    right: int = 0
    missed: int = 0
    extra: int = 0

    @property
    def wanted(self) -> int:
        """How many the gold has."""
        return self.right + self.missed

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 1 where it has none."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def tally(verdicts: Iterable[Verdict]) -> Tally:
    """The verdicts of one measure, counted; what is wrong is both missed and extra.

    >>> tally([]).f1
    1.0
    """
    counts = Counter(verdict.outcome for verdict in verdicts)
    wrong = counts[Outcome.WRONG]
    return Tally(counts[Outcome.RIGHT], counts[Outcome.MISSED] + wrong, counts[Outcome.EXTRA] + wrong)


def macro(tallies: Iterable[Tally]) -> float:
    """The mean of the F1 of groups that the gold has something of: no group counts more for being large."""
    wanted = [group.f1 for group in tallies if group.wanted]
    return sum(wanted) / len(wanted) if wanted else 1.0
