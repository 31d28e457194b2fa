"""The rows of a table as TOML has them."""

import tomllib
from importlib.resources import files
from typing import Any


def table_rows(name: str) -> list[dict[str, Any]]:
    """The rows of one table, in order."""
    text = files("graf.tables").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    rows: list[dict[str, Any]] = tomllib.loads(text)["row"]
    return rows


def words_of(row: dict[str, Any], field: str) -> tuple[str, ...]:
    """A row's list of words; empty where it has none."""
    return tuple(row.get(field, ()))
