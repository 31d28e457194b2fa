"""Options that several commands share, and what they check."""

from pathlib import Path

import click

from graf.tables import municipalities

SOURCES = click.Path(exists=True, path_type=Path)
"""Files and folders to read."""


def town_code(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A municipality's code; what is none would keep its documents apart from all others without a word."""
    if value is None or value in {town.code for town in municipalities()}:
        return value
    meant = next((town for town in municipalities() if value.lower() in {town.short.lower(), town.name.lower()}), None)
    hint = f"{meant.name} is {meant.code}" if meant else "codes have four digits, such as 1280 for Malmö"
    raise click.BadParameter(f"no municipality has the code {value!r}: {hint}", ctx, param)
