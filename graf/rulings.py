"""The file of an analyst's rulings (``rulings.toml``): readable, to be kept under version control, applied at every build."""

import json
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from graf.dates import day_of
from graf.errors import RulingError
from graf.lineage.reviewed import FILE
from graf.model import CaseId, Relation, Ruling, RulingKind

RULINGS = FILE
"""The name of the file in a graph folder."""
_HEAD = """\
# Rulings on the graph, in the order in which they were made. graf rule adds to this file, graf build applies it.
# Keep it under version control: a ruling is changed or taken back by editing it here.
"""
_CASE = re.compile(r"(?P<town>[a-z0-9-]+):(?P<key>\S+)")
_FIELDS = ("case", "other", "relation", "words", "day", "ground", "author", "date", "reason")
_NEEDS = {
    RulingKind.ACCEPT: ("other",),
    RulingKind.REJECT: ("other",),
    RulingKind.DRAW: ("other", "relation"),
    RulingKind.SAME: ("other",),
    RulingKind.DIFFERENT: ("other",),
    RulingKind.DATE: ("day",),
    RulingKind.SETTLE: ("other", "words"),
}


def load_rulings(path: Path) -> tuple[Ruling, ...]:
    """The rulings of a file, none where there is no file; the last on a matter counts.

    Raises:
        RulingError: The file is not TOML, or a ruling in it is not well formed; the message tells which and why.
    """
    if not path.is_file():
        return ()
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RulingError(f"{path} cannot be read: {error}; mend the file") from error
    rows = tables.get("ruling", [])
    # a table of another name, such as [[rulings]], would be dropped without a word
    if not isinstance(rows, list) or tables.keys() - {"ruling"}:
        raise RulingError(f"{path}: rulings stand in tables [[ruling]]")
    found = (_ruling(row, f"{path}, ruling {number}") for number, row in enumerate(rows, 1))
    return tuple({ruling.matter: ruling for ruling in found}.values())


def add_ruling(path: Path, ruling: Ruling) -> None:
    """Put a ruling at the end of a file, which is made where there is none.

    Raises:
        RulingError: The file cannot be written, or the ruling names no author or gives no reason; nothing is written then.
    """
    if not ruling.author.strip() or not ruling.reason.strip():
        raise RulingError("a ruling needs an author and a reason; name them with --by and --because")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text(encoding="utf-8-sig").rstrip("\n") + "\n" if path.is_file() else _HEAD
        path.write_text(f"{before}\n{written(ruling)}", encoding="utf-8", newline="\n")
    except OSError as error:
        raise RulingError(f"{path} cannot be written: {error.strerror}; name another file with --rulings") from error


def written(ruling: Ruling) -> str:
    """A ruling as its table in TOML."""
    rows = [f"kind = {_quoted(ruling.kind)}"]
    rows += [f"{name} = {_quoted(str(value))}" for name in _FIELDS if (value := getattr(ruling, name))]
    return "[[ruling]]\n" + "\n".join(rows) + "\n"


def _quoted(words: str) -> str:
    # a basic string of TOML is one of JSON, but for the sign DEL
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def _ruling(row: Any, where: str) -> Ruling:
    if not isinstance(row, dict):
        raise RulingError(f"{where}: rulings stand in tables [[ruling]]")
    kind = _member(RulingKind, row.get("kind"), "kind", where)
    case = _case(row.get("case"), "case", where)
    for need in ("author", "date", "reason", *_NEEDS[kind]):
        if not row.get(need):
            raise RulingError(f"{where}: a ruling of kind {kind} needs {need}")
    # a field misspelt, such as relation, would make the ruling say more than its author meant
    if unknown := sorted(row.keys() - {"kind", *_FIELDS}):
        raise RulingError(f"{where}: {', '.join(unknown)} is no field of a ruling; it may have kind, {', '.join(_FIELDS)}")
    words = {
        name: _words(row[name], name, where) if name in row else None for name in ("words", "day", "author", "date", "reason")
    }
    if kind is RulingKind.DATE and day_of(words["day"] or "") is None:
        raise RulingError(f"{where}: {words['day']} is no date; write 2017-11-08 or 2017-11")
    if not _is_day(words["date"] or ""):
        raise RulingError(f"{where}: date is {words['date']!r}, the day of the ruling; write it as 2020-02-03")
    return Ruling(
        kind,
        case,
        _case(row["other"], "other", where) if row.get("other") else None,
        _member(Relation, row["relation"], "relation", where) if row.get("relation") else None,
        words["words"],
        words["day"],
        words["author"] or "",
        words["date"] or "",
        words["reason"] or "",
        str(row.get("ground", "")),
    )


def _words(value: object, field: str, where: str) -> str:
    """A field's words; a date without quotation marks is one of TOML's own values."""
    if not isinstance(value, str | date | int):
        raise RulingError(f"{where}: {field} is {value!r}; write it between quotation marks")
    return str(value)


def _is_day(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _member(codes: Any, word: object, field: str, where: str) -> Any:
    try:
        return codes(word)
    except ValueError as error:
        known = ", ".join(member.value for member in codes)
        raise RulingError(f"{where}: {field} is {word!r}; it may be {known}") from error


def _case(word: object, field: str, where: str) -> CaseId:
    found = _CASE.fullmatch(str(word))
    if found is None:
        raise RulingError(f"{where}: {field} is {word!r}; write the town's code and the number, 1280:STK-2016-796")
    return CaseId(found["town"], found["key"])


def ruling_row(ruling: Ruling) -> dict[str, str | None]:
    """A ruling as a row."""
    values = ((name, getattr(ruling, name)) for name in _FIELDS)
    return {"kind": ruling.kind.value, **{name: str(value) if value else None for name, value in values}}
