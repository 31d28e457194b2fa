"""``graf diff``."""

import json
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from graf.cli.sheets import put
from graf.cli.tables import quoted
from graf.contract import evidence_row
from graf.diff import Change, Fact, diff
from graf.store import load_graph


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file to write to.")
def command(old: Path, new: Path, form: str, output: Path | None) -> None:
    """What changed from the graph folder OLD to NEW: facts and edges gained (+), lost (-), changed (~), by meaning.

    A file renamed, or words that moved, are no change. Nothing is printed where nothing changed.

    \b
    graf diff graf-before graf-out
    graf diff graf-before graf-out --format json -o changes.json
    """
    changes = diff(load_graph(old), load_graph(new))
    put(_json(changes) if form == "json" else _text(changes), output)


def _text(changes: Iterable[Change]) -> str:
    parts = []
    for kind, group in groupby(changes, key=lambda change: change.kind):
        found = list(group)
        signs = ", ".join(f"{sign}{n}" for sign in "+-~" if (n := sum(c.sign == sign for c in found)))
        parts += [f"{kind} ({signs})", *(_line(change) for change in found), ""]
    return "\n".join(parts)


def _line(change: Change) -> str:
    fact = change.after or change.before
    assert fact is not None
    head = f"  {change.sign} {fact.name}"
    if change.before and change.after:
        return f"{head}: {_turned(change.before, change.after)}"
    words = quoted([evidence_row(fact.words)]) if fact.words and change.kind == "edges" else ""
    return "\n".join(filter(None, (head, words)))


def _turned(before: Fact, after: Fact) -> str:
    names = sorted({name for name in (*before.said, *after.said) if before.said.get(name) != after.said.get(name)})
    return ", ".join(f"{name} {before.said.get(name)} → {after.said.get(name)}" for name in names)


def _json(changes: Iterable[Change]) -> str:
    rows = [{"change": c.sign, "kind": c.kind, "before": _row(c.before), "after": _row(c.after)} for c in changes]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _row(fact: Fact | None) -> dict[str, Any] | None:
    if fact is None:
        return None
    return {"name": fact.name, **fact.said, **({"evidence": evidence_row(fact.words)} if fact.words else {})}
