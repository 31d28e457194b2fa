"""Who there is: municipalities, regions, agencies, ministries, parties, and the diaries that are known to be one town's."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graf.tables.rows import table_rows, words_of


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
        AuthorityRow(row["kind"], row["name"], row.get("code"), words_of(row, "also"), words_of(row, "domains"))
        for row in table_rows("authorities")
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
        MinistryRow(row["letters"], row["name"], row.get("first", 0), row.get("last", 9999)) for row in table_rows("ministries")
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
    return tuple(PartyRow(row["letters"], words_of(row, "names")) for row in table_rows("parties"))


@cache
def series() -> tuple[SeriesRow, ...]:
    """The diary series that are known to belong to one town alone."""
    return tuple(SeriesRow(row["series"], row["municipality"], row["body"]) for row in table_rows("series"))
