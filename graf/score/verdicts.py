"""One comparison of what was found with what the gold wants, and its outcome."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How a comparison ended."""

    RIGHT = "right"
    MISSED = "missed"
    EXTRA = "extra"
    """Found, and not in the gold."""
    WRONG = "wrong"
    """Found where the gold has it, but not as the gold has it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One mention, or one fact of a mention, compared."""

    document: str
    authority: str
    provenance: str
    measure: str
    """``reference``: kind, form and place are the gold's. ``mention``: kind and place are. ``role``, ``own case``, ``trap``,
    ``decision``, ``action``, ``standing`` (whether it is proposed or decided), ``body``, ``date``, ``deadline``, ``item``,
    ``item's case``."""
    kind: str
    """The reference's kind; empty for other measures."""
    outcome: Outcome
    words: str
    """What was wanted, or for what is extra, what was found."""
    found: str = ""
    """What was found in its place, where that is something else."""
    count: int = 1
    """Which of the same words of one document it is, from 1: two missed mentions stay two."""

    @property
    def line(self) -> str:
        """The verdict in one line, the same from run to run."""
        kind = f" {self.kind}" if self.kind else ""
        found = f" (found: {self.found})" if self.found else ""
        again = f" [{self.count}]" if self.count > 1 else ""
        return f"{self.outcome} {self.measure}{kind}: {self.words}{found} in {self.document}{again}"


def judged(measure: str, words: str, outcome: Outcome, kind: str = "", found: str = "") -> Verdict:
    """A verdict that does not know its document yet."""
    return Verdict("", "", "", measure, kind, outcome, words, found)


def told(measure: str, words: str, right: bool, found: str, kind: str = "") -> Verdict:
    """A verdict on one fact: right, or wrong with what was found instead."""
    return judged(measure, words, Outcome.RIGHT if right else Outcome.WRONG, kind, "" if right else found)
