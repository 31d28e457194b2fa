"""The glossary has every noun of the model, and no noun that the model has lost."""

import re
from dataclasses import is_dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

from graf import model


def defined() -> set[str]:
    own = {name: getattr(model, name) for name in model.__all__}
    return {
        name
        for name, value in own.items()
        if is_dataclass(value) or (isinstance(value, type) and issubclass(value, StrEnum | msgspec.Struct))
    }


def test_the_glossary_has_the_nouns_of_the_model(root: Path) -> None:
    rows = re.findall(r"^\| `(\w+)` \|", (root / "docs/glossary.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(rows) == len(set(rows))
    assert defined() == set(rows)
