"""How rows and quotes are laid out on a terminal."""

import re
import shutil
from collections.abc import Sequence
from typing import Any

_QUOTE = 150


def describe(name: str) -> str:
    """A term's local name as words.

    >>> describe("inAccordanceWith")
    'in accordance with'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", name).lower()


def quoted(evidence: Sequence[dict[str, Any]]) -> str:
    """Quotes, shortened, each with its document and place."""
    return "\n".join(f"        “{_short(e['quote'])}” {place(e)}" for e in evidence)


def place(words: dict[str, Any]) -> str:
    """Where words stand, as a reader finds them: the page of a PDF, the paragraph of a Word file, else the character.

    >>> place({"document": "protokoll.pdf", "start": 1211, "page": 3})
    'protokoll.pdf, page 3'
    """
    for name in ("page", "paragraph"):
        if words.get(name):
            return f"{words['document']}, {name} {words[name]}"
    return f"{words['document']}:{words['start']}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _QUOTE else f"{line[:_QUOTE].rsplit(' ', 1)[0]} …"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A plain table as wide as the terminal; the last column takes what is left and is cut."""
    widths = [max(len(head), *(len(row[n]) for row in rows)) if rows else len(head) for n, head in enumerate(heads[:-1])]
    room = max(30, shutil.get_terminal_size((120, 40)).columns - sum(widths) - 2 * len(widths))
    lines = [heads, *rows]
    return "\n".join(
        "  ".join([*(cell.ljust(w) for cell, w in zip(line, widths, strict=False)), _cut(line[-1], room)]).rstrip()
        for line in lines
    )


def _cut(words: str, room: int) -> str:
    line = " ".join(words.split())
    return line if len(line) <= room else f"{line[: room - 1]}…"
