"""What pictures and pages say, one table per language."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib.resources import files

from graf.model import Action, DateExpression
from graf.write.picture.phrases import JOIN, SHORT, Phrase, Said

LANGUAGES = ("sv", "en")
"""The first is that of the documents, and the one a page opens in."""


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
    month: Mapping[str, str]
    month_short: Mapping[str, str]
    season: Mapping[str, str]
    """By the number that EDTF gives it: 21 is spring."""

    def weight(self, action: Action) -> int:
        """How much an action tells of its decision: 0 tells most."""
        return list(self.action).index(action)

    def say(self, said: Said) -> str:
        """A phrase, a date or a plain word as text."""
        if isinstance(said, Phrase):
            return self._phrase(said)
        if said is None or isinstance(said, DateExpression | date):
            return self.when(said)
        return str(said)

    def _phrase(self, said: Phrase) -> str:
        if said.key == JOIN:
            between, *parts = said.args
            return str(between).join(self.say(part) for part in parts)
        if said.key == SHORT and isinstance(said.args[0], DateExpression):
            return self._said(said.args[0], self.month_short)
        return self.text(said.key).format(*(self.say(part) for part in said.args))

    def text(self, key: str) -> str:
        """The text of a phrase; what no table holds is said by its name."""
        table, _, name = key.partition(".")
        found: Mapping[str, str] = getattr(self, table)
        return found.get(name, name)

    def when(self, value: DateExpression | date | None) -> str:
        """A date as a reader says it: 26 november 2018, maj 2016, 2016, hösten 2014, or the days that bound it."""
        if value is None:
            return self.ui["undated"]
        if isinstance(value, date):
            return self._day(value, self.month)
        return self._said(value, self.month)

    def _said(self, value: DateExpression, months: Mapping[str, str]) -> str:
        first, last = value.earliest, value.latest
        if first == last:
            return self._day(first, months)
        if value.edtf[5:] in self.season and value.edtf[:4] == str(first.year):
            return self.season[value.edtf[5:]].format(first.year)
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
            return str(first.year)
        if (first.year, first.month) == (last.year, last.month) and first.day == 1 and (last + timedelta(1)).day == 1:
            return f"{months[str(first.month)]} {first.year}"
        return f"{self._day(first, months)} – {self._day(last, months)}"

    def _day(self, value: date, months: Mapping[str, str]) -> str:
        return f"{value.day} {months[str(value.month)]} {value.year}"

    def phrases(self) -> dict[str, str]:
        """Every text by its key, for a page that changes language by itself."""
        tables = ("ui", "kind", "action", "relation", "inverse", "status", "modality", "state", "rule", "reason")
        dates = ("month", "month_short", "season")
        return {f"{table}.{name}": text for table in (*tables, *dates) for name, text in getattr(self, table).items()}


@cache
def words(language: str = LANGUAGES[0]) -> Words:
    """The words of a language."""
    text = files("graf.write.picture").joinpath("words.toml").read_text("utf-8")
    return Words(language=language, **tomllib.loads(text)[language])


def widest(said: Said) -> str:
    """The longest that a phrase gets in any language: what room it needs."""
    return said if isinstance(said, str) else _widest(said)


@lru_cache(maxsize=4096)
def _widest(said: Said) -> str:
    return max((words(language).say(said) for language in LANGUAGES), key=len)
