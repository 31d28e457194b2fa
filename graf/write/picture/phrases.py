"""What a picture or a page says, before any language: the name of a phrase and what goes into it.

A phrase is said by :meth:`graf.write.picture.words.Words.say`, or by the page's script, which changes language
without asking anyone. Words of documents are plain strings and are never translated.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias, Union

from graf.model import DateExpression


@dataclass(frozen=True, slots=True)
class Phrase:
    """``key`` is ``TABLE.NAME`` of ``words.toml``; each ``{}`` in its text takes one of ``args``."""

    key: str
    args: tuple["Said", ...] = ()


Said: TypeAlias = Union[Phrase, DateExpression, date, str, int, None]  # noqa: UP007 - an annotation of itself
"""A phrase, a date, or words that are the same in every language; None is a date that is not known."""

JOIN, SHORT = "join", "short"
"""Phrases without a text: the first of ``args`` put between the others; a date in a few letters."""


def phrase(key: str, *args: Said) -> Phrase:
    """A phrase with what goes into it."""
    return Phrase(key, args)


def joined(between: str, parts: Iterable[Said]) -> Said:
    """Several as one; what is empty is left out."""
    kept = tuple(part for part in parts if part not in {"", None})
    return kept[0] if len(kept) == 1 else Phrase(JOIN, (between, *kept)) if kept else ""


def short(when: DateExpression | None) -> Said:
    """A date in a few letters, for the picture: 16 nov 2018."""
    return Phrase(SHORT, (when,)) if when else ""


def plain(said: Said) -> Any:
    """As JSON: words as a string, a phrase as a list, a date as ``{"d": [EDTF, first day, last day]}``."""
    if isinstance(said, Phrase):
        return [said.key, *map(plain, said.args)]
    if isinstance(said, DateExpression):
        return {"d": [said.edtf, said.earliest.isoformat(), said.latest.isoformat()]}
    if isinstance(said, date):
        return {"d": [said.isoformat()] * 3}
    return said if said is None else str(said)
