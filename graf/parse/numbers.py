"""The registration numbers on the lines of a text, and how they stand there: alone, beside, at the end."""

import re
from bisect import bisect_left

from graf.model import Printed
from graf.parse.lines import Line
from graf.tables import cue

_CASES = {"case", "gov_case"}
_PLAN = re.compile(r"[ ]?[-–][ ]?\d{3}(?!\d)|[ ](?:Dpl\.?[ ]?)?\d{2,3}(?:[ .]\d{1,3})*[ ]*$")
"""A code of the archive's plan behind a number: "KS/2018:298 - 001", "KS-2019-00187 Dpl 01"."""
_COUNT = re.compile(r"^[Ää]rende[ ]\d{1,3}[ ]?(?=\S|$)")
_ASIDE = re.compile(r"[ ]\([^()]{3,60}\)\s*")
"""When a matter was put, or postponed: "Dnr 329-1/12 (framställd 28/1)"."""
_OWN_LABEL = re.compile(r"(?:[^\W\d_]+[ ]?){1,3}[.:]+[ ]*")
"""A label that is a town's own: "Ärendebeteckning: "."""


class Numbers:
    """Where the registration numbers of a folded text stand."""

    def __init__(self, text: str, printed: tuple[Printed, ...]) -> None:
        """Keep those of ``printed``, which is in order, that name a case."""
        self._text = text
        self._cases = tuple(p for p in printed if p.kind in _CASES)
        self._starts = [p.span.start for p in self._cases]

    def on(self, line: Line) -> tuple[Printed, ...]:
        """The numbers on a line."""
        first, last = bisect_left(self._starts, line.span.start), bisect_left(self._starts, line.span.end)
        return self._cases[first:last]

    def alone(self, line: Line) -> Printed | None:
        """The number that a line holds and nothing else, but a label and a code of the archive's plan."""
        found = self.on(line)
        if not found:
            return None
        before = _COUNT.sub("", self._text[line.span.start : found[0].span.start].strip(" \t*_#"))
        behind = self._text[found[-1].span.end : line.span.end]
        return found[0] if _is_label(before) and (not self._behind(line, found[-1]) or _ASIDE.fullmatch(behind)) else None

    def is_alone(self, line: Line) -> bool:
        """Whether a line holds a number and nothing else."""
        return self.alone(line) is not None

    def opens(self, line: Line, words: str) -> bool:
        """Whether the rest of a line, ``words``, begins with a number, or with a label and a number."""
        return any(not _without_label(words[:place]) for place in self._places(line, words)[:1])

    def beside(self, line: Line, words: str) -> Printed | None:
        """The number that the rest of a §'s line begins or ends with: "Dnr KS 2018/14 Taxa", "Taxa (KSKF/2018:159)"."""
        found = self.on(line)
        if found and self.opens(line, words):
            return found[0]
        return found[-1] if found and not self._behind(line, found[-1]) else None

    def without(self, line: Line, words: str) -> str:
        """A title without the numbers of its line, their labels and plan codes."""
        for printed in reversed(self.on(line)):
            if (place := words.find(printed.text)) >= 0:
                rest = words[place + len(printed.text) :]
                plan = _PLAN.match(rest)
                words = f"{_without_label(words[:place])} {rest[plan.end() :] if plan else rest}"
        words = " ".join(words.replace("( )", " ").replace("()", " ").split()).strip(" ,;-*_")
        return words if words.count("(") == words.count(")") else words.strip(" ()")

    def _places(self, line: Line, words: str) -> list[int]:
        return [place for printed in self.on(line) if (place := words.find(printed.text)) >= 0]

    def _behind(self, line: Line, last: Printed) -> str:
        behind = self._text[last.span.end : line.span.end].rstrip(" \t*_")
        return _PLAN.sub("", behind, count=1).strip(" ().,*_")


def _without_label(words: str) -> str:
    return cue("number-label").sub("", words).rstrip(" \t(")


def _is_label(words: str) -> bool:
    return not words or not _without_label(words) or _OWN_LABEL.fullmatch(words) is not None
