"""``graf thread``."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from graf.bounds import Calendar
from graf.cli.options import as_of_option, graph_option, town_option
from graf.cli.tables import describe, quoted, table
from graf.contract import thread_row
from graf.errors import UnknownCaseError
from graf.find import find_case
from graf.ledger import latest_day
from graf.model import CaseGraph, Modality, Step, Thread
from graf.past import as_decided, as_known, undated
from graf.store import load_graph
from graf.trace import trace


@click.command()
@click.argument("case")
@graph_option
@town_option
@as_of_option("Show the thread as it stood that day; default: the newest document's.")
@click.option("--known", is_flag=True, help="With --as-of: only what documents dated by that day tell.")
@click.option("--json", "as_json", is_flag=True, help="JSON for scripts.")
def command(case: str, folder: Path, municipality: str | None, as_of: date | None, known: bool, as_json: bool) -> None:
    """Show how a policy moved from case to case, each hop with its words.

    CASE may be written in any spelling of its number. With --as-of the thread is shown as it had been decided by that day, as
    all documents tell it; with --known as well, as it could be known then.

    \b
    graf thread STK-2016-796 -g my-graph
    graf thread 'stk 2016/796' -g my-graph --json
    graf thread 1280:STK-2016-796 --as-of 2017-12-31
    graf thread STK-2016-796 --as-of 2017-12-31 --known
    """
    if known and as_of is None:
        raise click.UsageError("--known needs a day: --as-of 2017-12-31")
    whole = load_graph(folder)
    seed = find_case(whole, case, municipality)
    graph = whole if as_of is None else as_known(whole, as_of) if known else as_decided(whole, as_of)
    thread = trace(graph, seed, as_of)
    if not thread.steps:
        raise UnknownCaseError(_not_yet(() if known else trace(whole, seed).steps, as_of, case))
    row = thread_row(thread, as_of or latest_day(graph))
    row |= {"day_not_known": _unknown(whole, thread, as_of)} if as_of else {}
    click.echo(json.dumps(row, ensure_ascii=False, indent=1) if as_json else _printed(row))


def _unknown(whole: CaseGraph, thread: Thread, day: date) -> list[dict[str, Any]]:
    """The assignments of the thread's cases of which it is not known whether they had been given by the day."""
    cases, calendar = {step.case.id: step.case.label for step in thread.steps}, Calendar(whole)
    return [
        {"case": cases[a.case], "task": a.task, "given_between": calendar.between(a).edtf}
        for a in undated(whole, day)
        if a.case in cases
    ]


def _not_yet(steps: tuple[Step, ...], as_of: date | None, case: str) -> str:
    earlier = [step.case.label for step in steps if as_of and step.date and step.date.earliest <= as_of]
    more = f"its thread had come to {earlier[-1]}: ask for that" if earlier else "its documents are younger"
    return f"nothing of {case} is dated by {as_of}; {more}"


def _printed(row: dict) -> str:  # type: ignore[type-arg]
    parts = [f"The thread through {row['seed']}: {len(row['steps'])} cases\n", *(_step(step) for step in row["steps"])]
    if row["branches"]:
        parts.append("Beside the line:")
        parts += [f"  {_joined(b)} ({_how(b)})\n{quoted(b['evidence'][:1])}" for b in row["branches"]]
    if row["assignments"]:
        parts.append("\nAssignments:")
        heads = ("case", "assignee", "deadline", "state", "answered_by", "task")
        parts.append(table(heads, [[str(a[h] or "") for h in heads] for a in row["assignments"]]))
    if row.get("day_not_known"):
        parts.append("\nDay not known, so that they may have been given by then or later:")
        parts += [f"  {a['case']} ({a['given_between'] or '?'}): {a['task']}" for a in row["day_not_known"]]
    if row["missing"]:
        parts.append(f"\nNo document is held of: {', '.join(row['missing'])}")
    return "\n".join(parts)


def _how(branch: dict) -> str:  # type: ignore[type-arg]
    held = branch["modality"] in {Modality.DECIDED, Modality.RECOUNTED}
    return str(branch["status"]) if held else f"{branch['status']}, {branch['modality']}"


def _joined(branch: dict) -> str:  # type: ignore[type-arg]
    """A branch as a sentence, the one that bears on the other first; through an instrument: "adopts what the other acts on"."""
    ends = [branch["case"], branch["to"]]
    first, second = ends if branch["direction"] == "case-to-step" else reversed(ends)
    shared = f"what {second} acts on" if branch.get("through") else second
    return f"{first} {describe(branch['relation'])} {shared}"


def _step(step: dict) -> str:  # type: ignore[type-arg]
    head = f"{step['date'] or '?':<12}{step['case']:<16}{step['body'] or ''}"
    hops = [*([("↑", step["via"])] if "via" in step else []), *(("↑ also", hop) for hop in step.get("joins", ()))]
    joined = [line for mark, hop in hops for line in (_hop(mark, hop), quoted(hop["evidence"][:1]))]
    acts = [f"    {describe(d['action'])} ({d['status']})\n{quoted([d])}" for d in step["decisions"][:6]]
    more = len(step["decisions"]) - 6
    return "\n".join([head, *joined, *acts, *([f"    … and {more} more points"] if more > 0 else []), ""])


def _hop(mark: str, hop: dict) -> str:  # type: ignore[type-arg]
    return f"    {mark} {describe(hop['relation'])} {hop['from']} ({hop['status']}, {hop['rule']}, {hop['confidence']})"
