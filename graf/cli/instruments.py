"""``graf instruments``."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

from graf.cli.options import as_of_option, graph_option
from graf.cli.sheets import form_options, put_rows
from graf.contract import evidence_row
from graf.instruments import Deed, Force, History, force_on, histories
from graf.ledger import latest_day
from graf.store import load_graph
from graf.words import subject_stems

_HEADS = ("instrument", "force", "began", "changed", "ended", "by", "cases", "quote")


@click.command()
@click.argument("words", required=False)
@graph_option
@click.option("--in-force", is_flag=True, help="Only those in force that day.")
@as_of_option("The day asked about; default: the newest document's.")
@form_options()
def command(words: str | None, folder: Path, in_force: bool, as_of: date | None, form: str, output: Path | None) -> None:
    """The policy instruments (styrmedel): which fund, guideline or rules was established, changed, ended, when and by whom.

    WORDS picks those whose name has them. What was in force is said of the documents held.

    \b
    graf instruments -g my-graph
    graf instruments fonder --as-of 2016-01-01 -g my-graph
    graf instruments --in-force --as-of 2018-01-01 -g my-graph --format csv
    """
    if words and not subject_stems(words):
        raise click.UsageError(f"{words!r} has no word of a name in it; a day is asked about with --as-of 2016-01-01")
    graph = load_graph(folder)
    day, labels = as_of or latest_day(graph), {case.id: case.label for case in graph.cases}
    found = [h for h in histories(graph) if not words or _is_named(words, h.instrument.label)]
    rows = [_row(history, day, labels) for history in found if not in_force or force_on(history, day) is Force.IN_FORCE]
    put_rows(rows, _HEADS, "instruments", form, output)


def _is_named(words: str, label: str) -> bool:
    """Whether a name has every word asked for, be it as the end of a compound: "fonder" in "investeringsfonder"."""
    known = subject_stems(label)
    return all(any(stem.endswith(wanted) for stem in known) for wanted in subject_stems(words))


def _row(history: History, day: date, labels: dict[Any, str]) -> dict[str, Any]:
    done = history.done
    began = next((d for d in done if d.relation == "adopts"), None)
    shown = next((d for d in reversed(done)), None) or next(iter(history.deeds), None)
    return {
        "instrument": history.instrument.label,
        "iri": history.instrument.key,
        "force": force_on(history, day).value,
        "as_of": day.isoformat(),
        "began": _when(began),
        "changed": _days(d for d in done if d.relation == "amends"),
        "ended": _days(d for d in done if d.ends),
        "by": list(dict.fromkeys(d.body for d in done if d.body)),
        "cases": list(dict.fromkeys(labels.get(d.case, "") for d in history.deeds if d.case)),
        "quote": shown.evidence[0].quote if shown and shown.evidence else None,
        "deeds": [_deed(d, labels) for d in history.deeds],
    }


def _when(deed: Deed | None) -> str | None:
    return deed.date.edtf if deed and deed.date else None


def _days(deeds: Iterable[Deed]) -> list[str | None]:
    """Each day once: the points of one meeting that did the same are one change."""
    return list(dict.fromkeys(_when(deed) for deed in deeds))


def _deed(deed: Deed, labels: dict[Any, str]) -> dict[str, Any]:
    return {
        "relation": deed.relation,
        "modality": deed.modality,
        "case": labels.get(deed.case),
        "body": deed.body,
        "date": _when(deed),
        "evidence": [evidence_row(words) for words in deed.evidence],
    }
