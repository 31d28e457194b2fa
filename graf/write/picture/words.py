"""What the pages say, one table per language; only Swedish so far."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from graf.model import Action, DateExpression


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, by the value of what they name."""

    language: str
    ui: Mapping[str, str]
    kind: Mapping[str, str]
    action: Mapping[str, str]
    """In order of weight."""
    relation: Mapping[str, str]
    inverse: Mapping[str, str]
    status: Mapping[str, str]
    modality: Mapping[str, str]
    state: Mapping[str, str]
    rule: Mapping[str, str]
    """Rules in a sentence; a rule that is not here is shown by its name."""
    reason: Mapping[str, str]
    """The reasons of the resolver; one that is not here is shown as it is."""
    months: tuple[str, ...]
    months_short: tuple[str, ...]

    def weight(self, action: Action) -> int:
        """How much an action tells of its decision: 0 tells most."""
        return list(self.action).index(action)

    def when(self, value: DateExpression | date | None) -> str:
        """A date as a reader says it: 26 november 2018, maj 2016, 2016, or the days that bound it."""
        if value is None:
            return self.ui["undated"]
        if isinstance(value, date):
            return self._day(value)
        first, last = value.earliest, value.latest
        if first == last:
            return self._day(first)
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
            return str(first.year)
        if (first.year, first.month) == (last.year, last.month) and first.day == 1 and (last + timedelta(1)).day == 1:
            return f"{self.months[first.month - 1]} {first.year}"
        return f"{self._day(first)} – {self._day(last)}"

    def _day(self, value: date) -> str:
        return f"{value.day} {self.months[value.month - 1]} {value.year}"


@cache
def words(language: str = "sv") -> Words:
    """The words of a language."""
    text = files("graf.write.picture").joinpath("words.toml").read_text("utf-8")
    tables = tomllib.loads(text)[language]
    months, short = tuple(tables.pop("months")), tuple(tables.pop("months_short"))
    return Words(language=language, months=months, months_short=short, **tables)
