"""Knowledge as data: rows of TOML with their own examples and counter-examples, read once, frozen.

Patterns are compiled with ``re.VERBOSE``, so a space is written ``[ ]``; they are matched on the folded
copy of a text (:class:`graf.text.Folded`), where hyphens and blanks are plain.
"""

import csv
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


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality (kommun) and its code by Statistics Sweden."""

    code: str
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class AuthorityRow:
    """A region or an agency of the state (myndighet): its name today, its code if it is a region, and its earlier names."""

    kind: str
    name: str
    code: str | None
    also: tuple[str, ...]
    domains: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MinistryRow:
    """A ministry (departement), the letters of its registration numbers, and the years in which it opened them."""

    letters: str
    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party, its letters in minutes and the names of its group."""

    letters: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A diary's series (diarieserie), the town it belongs to and the body that keeps it."""

    series: str
    municipality: str
    body: str


def _rows(name: str) -> list[dict[str, Any]]:
    text = files("graf.tables").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    rows: list[dict[str, Any]] = tomllib.loads(text)["row"]
    return rows


def _compile(table: str, row: dict[str, Any], field: str) -> re.Pattern[str]:
    try:
        return re.compile(_with_parts(table, row[field]), re.VERBOSE | (0 if row.get("case") else re.IGNORECASE))
    except (KeyError, re.error) as error:
        raise TableError(
            f"{table}.toml: the {field} of {row.get('name') or row.get('kind') or row} is wrong: {error}"
        ) from error


def _words(row: dict[str, Any], field: str) -> tuple[str, ...]:
    return tuple(row.get(field, ()))


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
            _words(row, "not"),
        )
        for row in _rows("references")
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
            _words(row, "examples"),
            _words(row, "past_examples"),
            _words(row, "not"),
        )
        for row in _rows("actions")
    )


@cache
def sections() -> tuple[SectionRow, ...]:
    """The kinds of sections with their headings."""
    return tuple(
        SectionRow(
            row["kind"], row["swedish"], _compile("sections", row, "headings"), _words(row, "examples"), _words(row, "not")
        )
        for row in _rows("sections")
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
            _words(row, "not"),
        )
        for row in _rows("bodies")
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
            _words(row, "examples"),
            _words(row, "not"),
        )
        for row in _rows("relations")
    )


def _cues(table: str) -> tuple[CueRow, ...]:
    return tuple(
        CueRow(
            row["name"],
            row["swedish"],
            _compile(table, row, "pattern"),
            _words(row, "examples"),
            _words(row, "not"),
            row.get("use", ""),
        )
        for row in _rows(table)
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
    return {row["name"]: RuleRow(**row) for row in _rows("rules")}


@cache
def municipalities() -> tuple[Municipality, ...]:
    """The municipalities of Sweden, from Statistics Sweden by way of swedish-geodata (CC0)."""
    with files("graf.tables").joinpath("municipalities.csv").open(encoding="utf-8") as rows:
        return tuple(
            Municipality(row["municipality_code"], row["municipality_name"], row["municipality_name_short"])
            for row in csv.DictReader(rows)
        )


@cache
def authorities() -> tuple[AuthorityRow, ...]:
    """The regions and the large agencies."""
    return tuple(
        AuthorityRow(row["kind"], row["name"], row.get("code"), _words(row, "also"), _words(row, "domains"))
        for row in _rows("authorities")
    )


@cache
def _authority_by_name() -> dict[str, AuthorityRow]:
    return {name.lower(): row for row in authorities() for name in (row.name, *row.also)}


def authority(name: str) -> AuthorityRow | None:
    """The region or agency of a name that it has or had; None where the table has none.

    >>> authority("Landstinget i Jönköpings län").name
    'Region Jönköpings län'
    """
    return _authority_by_name().get(name.lower())


@cache
def ministries() -> tuple[MinistryRow, ...]:
    """The ministries and the letters of their numbers."""
    return tuple(
        MinistryRow(row["letters"], row["name"], row.get("first", 0), row.get("last", 9999)) for row in _rows("ministries")
    )


def ministry(letters: str, year: int) -> str | None:
    """The ministry that opened a number with some letters in some year; None where no row tells.

    >>> ministry("N", 2018), ministry("N", 2024)
    ('Näringsdepartementet', None)
    """
    return next((row.name for row in ministries() if row.letters == letters and row.first <= year <= row.last), None)


@cache
def parties() -> tuple[PartyRow, ...]:
    """The parties of the Riksdag."""
    return tuple(PartyRow(row["letters"], _words(row, "names")) for row in _rows("parties"))


@cache
def ballots() -> tuple[CueRow, ...]:
    """How minutes tell of votes and of those who did not agree."""
    return _cues("ballots")


@cache
def series() -> tuple[SeriesRow, ...]:
    """The diary series that are known to belong to one town alone."""
    return tuple(SeriesRow(row["series"], row["municipality"], row["body"]) for row in _rows("series"))


TABLES: dict[str, Callable[[], tuple[object, ...]]] = {
    "actions": actions,
    "authorities": authorities,
    "ballots": ballots,
    "bodies": bodies,
    "cues": cues,
    "document_kinds": document_kinds,
    "instruments": instruments,
    "masthead": masthead_fields,
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
    rows = [row for table in (actions, bodies, cues, sections) for row in table()]
    return Vocabulary(found for row in rows for field in fields if (found := getattr(row, field, None)))
