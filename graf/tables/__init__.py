"""Knowledge as data: rows of TOML with their own examples and counter-examples, read once, frozen.

Patterns are compiled with ``re.VERBOSE``, so a space is written ``[ ]``; they are matched on the folded
copy of a text (:class:`graf.text.Folded`), where hyphens and blanks are plain.
"""

import hashlib
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from graf.errors import TableError
from graf.model import Action, Relation
from graf.scanning import Guarded, Vocabulary
from graf.tables.registry import (
    AuthorityRow,
    MinistryRow,
    Municipality,
    PartyRow,
    SeriesRow,
    authorities,
    authority,
    ministries,
    ministry,
    municipalities,
    parties,
    series,
)
from graf.tables.rows import table_rows, words_of

__all__ = [
    "TABLES",
    "ActionRow",
    "AuthorityRow",
    "BodyRow",
    "CueRow",
    "Example",
    "MinistryRow",
    "Municipality",
    "PartyRow",
    "ReferenceRow",
    "RelationRow",
    "RuleRow",
    "SectionRow",
    "SeriesRow",
    "actions",
    "authorities",
    "authority",
    "ballots",
    "bodies",
    "cue",
    "cues",
    "document_kinds",
    "instruments",
    "masthead_fields",
    "meeting_roles",
    "ministries",
    "ministry",
    "municipalities",
    "parties",
    "references",
    "relations",
    "rules",
    "sections",
    "series",
    "tables_digest",
    "vocabulary",
]


@dataclass(frozen=True, slots=True)
class Example:
    """A printed phrase and what it must be read as."""

    text: str
    normal: str


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """One written form of one kind of reference.

    ``pattern`` has the group ``number`` (what is kept as the reference's text) and, where the key needs
    them, ``series``, ``year``, ``serial``. ``normal`` is a template over the groups; without one the
    number stands as printed. ``label`` says that the form is a reference only behind a word such as "dnr".
    """

    kind: str
    name: str
    swedish: str
    pattern: re.Pattern[str]
    normal: str | None
    confidence: float
    examples: tuple[Example, ...]
    counter_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActionRow:
    """How one action is worded: in the present, the past, the infinitive and the passive, by name."""

    action: Action
    swedish: str
    now: re.Pattern[str]
    """Forms that act when they stand in a decision: "godkänner", "godkänns", "att godkänna"."""
    past: re.Pattern[str] | None
    """Forms that tell of something done: "godkände", "beslutade att godkänna", "upphävdes"."""
    examples: tuple[str, ...]
    past_examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionRow:
    """The headings of one kind of section."""

    kind: str
    swedish: str
    headings: re.Pattern[str]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyRow:
    """How a body (organ) is named; ``name`` is empty where the words themselves are its name."""

    name: str
    kind: str
    pattern: re.Pattern[str]
    examples: tuple[Example, ...]
    counter_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A cue phrase that says how what stands before it bears on what stands behind it."""

    relation: Relation
    name: str
    pattern: re.Pattern[str]
    passive: bool
    """Whether the cue turns the direction: "kompletteras av"."""
    behind: bool
    """Whether the cue stands right behind the number: "Beslutet i ärende X upphävs"."""
    confidence: float
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CueRow:
    """A named phrase of any other use: lead-ins, fields of a masthead, forms of an assignment."""

    name: str
    swedish: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]
    use: str = ""
    common: bool = False
    """Whether words of it stand nearly everywhere, so that it is tried without looking for them."""


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule of resolving or lineage in the user's words: what it says, how sure it is, what changes it, where it fails."""

    name: str
    does: str
    """``resolves``, ``relates``, ``answers``, ``moves`` or ``reviews``."""
    confidence: float
    meaning: str
    changes: str
    fails: str


def _compile(table: str, row: dict[str, Any], field: str) -> re.Pattern[str]:
    try:
        return re.compile(_with_parts(table, row[field]), re.VERBOSE | (0 if row.get("case") else re.IGNORECASE))
    except (KeyError, re.error) as error:
        raise TableError(
            f"{table}.toml: the {field} of {row.get('name') or row.get('kind') or row} is wrong: {error}"
        ) from error


@cache
def references() -> tuple[ReferenceRow, ...]:
    """The written forms of references, the more certain first."""
    return tuple(
        ReferenceRow(
            row["kind"],
            row["name"],
            row["swedish"],
            re.compile(_with_parts("references", row["pattern"]), re.VERBOSE | (re.IGNORECASE if row.get("any_case") else 0)),
            row.get("normal"),
            row.get("confidence", 0.95),
            tuple(Example(*pair) for pair in row["examples"]),
            words_of(row, "not"),
        )
        for row in table_rows("references")
    )


def _with_parts(table: str, pattern: str) -> str:
    for name, part in _parts(table).items():
        pattern = pattern.replace(f"%{name}%", part)
    return pattern


@cache
def _parts(table: str) -> dict[str, str]:
    text = files("graf.tables").joinpath(f"{table}.toml").read_text(encoding="utf-8")
    parts: dict[str, str] = tomllib.loads(text).get("parts", {})
    return {name: f"(?:{part.strip()})" for name, part in parts.items()}


@cache
def actions() -> tuple[ActionRow, ...]:
    """The actions of decision points with their wording."""
    return tuple(
        ActionRow(
            Action(row["action"]),
            row["swedish"],
            _compile("actions", row, "now"),
            _compile("actions", row, "past") if "past" in row else None,
            words_of(row, "examples"),
            words_of(row, "past_examples"),
            words_of(row, "not"),
        )
        for row in table_rows("actions")
    )


@cache
def sections() -> tuple[SectionRow, ...]:
    """The kinds of sections with their headings."""
    return tuple(
        SectionRow(
            row["kind"], row["swedish"], _compile("sections", row, "headings"), words_of(row, "examples"), words_of(row, "not")
        )
        for row in table_rows("sections")
    )


@cache
def bodies() -> tuple[BodyRow, ...]:
    """How the bodies of municipalities, regions and the state are named."""
    return tuple(
        BodyRow(
            row.get("name", ""),
            row["kind"],
            _compile("bodies", row, "pattern"),
            tuple(Example(*pair) for pair in row["examples"]),
            words_of(row, "not"),
        )
        for row in table_rows("bodies")
    )


@cache
def relations() -> tuple[RelationRow, ...]:
    """The cue phrases of relations."""
    return tuple(
        RelationRow(
            Relation(row["relation"]),
            row["name"],
            _compile("relations", row, "pattern"),
            row.get("passive", False),
            row.get("behind", False),
            row.get("confidence", 0.9),
            words_of(row, "examples"),
            words_of(row, "not"),
        )
        for row in table_rows("relations")
    )


def _cues(table: str) -> tuple[CueRow, ...]:
    return tuple(
        CueRow(
            row["name"],
            row["swedish"],
            _compile(table, row, "pattern"),
            words_of(row, "examples"),
            words_of(row, "not"),
            row.get("use", ""),
            row.get("common", False),
        )
        for row in table_rows(table)
    )


@cache
def cues() -> tuple[CueRow, ...]:
    """Phrases with a use of their own: lead-ins of lists, proposals, negations, conditions."""
    return _cues("cues")


@cache
def cue(name: str) -> Guarded:
    """The pattern of one named cue.

    Raises:
        TableError: No row of ``cues.toml`` has that name.
    """
    row = next((row for row in cues() if row.name == name), None)
    if row is None:
        raise TableError(f"cues.toml has no row named {name}")
    return Guarded(row.pattern, vocabulary())


@cache
def masthead_fields() -> tuple[CueRow, ...]:
    """The labelled fields of mastheads: date of the meeting, number, body."""
    return _cues("masthead")


@cache
def document_kinds() -> tuple[CueRow, ...]:
    """The kinds of documents and the words by which they name themselves."""
    return _cues("document_kinds")


@cache
def instruments() -> tuple[CueRow, ...]:
    """The kinds of things that decisions are about."""
    return _cues("instruments")


@cache
def rules() -> dict[str, RuleRow]:
    """Every rule by name."""
    return {row["name"]: RuleRow(**row) for row in table_rows("rules")}


@cache
def ballots() -> tuple[CueRow, ...]:
    """How minutes tell of votes and of those who did not agree."""
    return _cues("ballots")


@cache
def meeting_roles() -> tuple[CueRow, ...]:
    """What somebody is at a meeting, by the words beside the name."""
    return _cues("meeting_roles")


TABLES: dict[str, Callable[[], tuple[object, ...]]] = {
    "actions": actions,
    "authorities": authorities,
    "ballots": ballots,
    "bodies": bodies,
    "cues": cues,
    "document_kinds": document_kinds,
    "instruments": instruments,
    "masthead": masthead_fields,
    "meeting_roles": meeting_roles,
    "ministries": ministries,
    "parties": parties,
    "municipalities": municipalities,
    "references": references,
    "relations": relations,
    "sections": sections,
    "series": series,
}
"""Every table, for the tests that hold each row to its own examples."""


@cache
def tables_digest() -> str:
    """SHA-256 of all the tables, in hex: what was read with other rows was read otherwise."""
    folder = files("graf.tables")
    rows = sorted((table.name, table.read_bytes()) for table in folder.iterdir() if table.name.endswith((".toml", ".csv")))
    return hashlib.sha256(b"".join(name.encode() + b"\0" + content for name, content in rows)).hexdigest()


@cache
def vocabulary() -> Vocabulary:
    """The words of all patterns that are tried on sentences and lines."""
    fields = ("pattern", "now", "past", "headings")
    rows = [row for table in (ballots, cues, relations, sections) for row in table()]
    told = (row for row in rows if not getattr(row, "common", False))
    return Vocabulary(found for row in told for field in fields if (found := getattr(row, field, None)))
