"""``graf score``."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from graf.cli.tables import table
from graf.errors import GoldError
from graf.lineage import link
from graf.pipeline import extract_all
from graf.score import (
    SHARES,
    changes,
    is_gold_of_rules,
    is_lineage_gold,
    lineage_lines,
    load_gold,
    load_lineage_gold,
    load_proofs,
    score,
    score_lineage,
    score_proofs,
    score_row,
)

_HEADS = ("", "gold", "precision", "recall", "F1", "found F1")
_PLACE = click.Path(exists=True, path_type=Path)


@click.command()
@click.argument("gold", type=_PLACE)
@click.argument("texts", type=_PLACE, required=False)
@click.option("-j", "--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes to read in.")
@click.option("--misses", type=click.IntRange(0), default=0, help="How many of the things that are not right to list.")
@click.option("--authorities", is_flag=True, help="Also the figures of each authority.")
@click.option("--against", type=_PLACE, help="A kept score: list what was gained and lost since.")
@click.option("--keep", type=click.Path(path_type=Path, dir_okay=False), help="Keep the score in this file, as JSON.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def command(
    gold: Path,
    texts: Path | None,
    jobs: int,
    misses: int,
    authorities: bool,
    against: Path | None,
    keep: Path | None,
    form: str,
) -> None:
    """Measure extraction: precision, recall and F1 of references by kind, roles, decisions, items, traps.

    GOLD is a JSON file of annotated texts or a folder of them, TEXTS the folder that holds the texts. Where GOLD is a file with
    edges and threads, lineage is measured: by relation, by rule, forbidden pairs, threads. Where it is a file of TOML, each
    rule is measured by itself on the papers that stand in it, and there are no TEXTS.

    \b
    graf score data/gold data/sample
    graf score data/gold data/sample --misses 20 --authorities
    graf score data/gold data/sample --against data/score.json
    graf score data/gold/lineage/lineage.json data/gold/lineage/texts
    graf score data/gold/rules.toml
    """
    if is_gold_of_rules(gold):
        _put_lines(score_proofs(load_proofs(gold)), _rules, form, misses)
        return
    if texts is None:
        raise click.UsageError("name the folder of the texts that the gold is of: graf score GOLD TEXTS")
    if is_lineage_gold(gold):
        _put_lines(score_lineage(load_lineage_gold(gold), link(extract_all([texts], jobs=jobs))), _lineage, form, misses)
        return
    row = score_row(score(load_gold(gold), extract_all([texts], jobs=jobs)))
    _put_lines(row, lambda told: _tables(told, authorities), form, misses)
    if against:
        click.echo(_changed(row, _kept(against)), err=form == "json")
    if keep:
        keep.write_text(_json(row) + "\n", encoding="utf-8", newline="\n")


def _put_lines(row: dict[str, Any], shown: Callable[[dict[str, Any]], str], form: str, misses: int) -> None:
    """A score as JSON, or its table with some lines of what is not right."""
    click.echo(_json(row) if form == "json" else "\n".join([shown(row), *row["not right"][:misses]]))


def _rules(row: dict[str, Any]) -> str:
    heads = ("rule", "true", "forbidden", "silent", "said", "right", "precision", "recall")
    return table(heads, [[name, *(_figure(f.get(head, "")) for head in heads[1:])] for name, f in row["by rule"].items()])


def _lineage(row: dict[str, Any]) -> str:
    heads = ("", "gold", "said", "precision", "recall")
    parts = ("wanted", "said", "precision", "recall")
    lines = [
        [
            name,
            *(f"{figures[part]:.3f}" if isinstance(figures.get(part), float) else str(figures.get(part, "")) for part in parts),
        ]
        for name, figures in lineage_lines(row)
    ]
    threads, never = row["threads"], row["forbidden"]
    told = f"threads whole: {threads['whole']} of {threads['of']}; their cases: precision {threads['precision']:.3f}, "
    forbidden = f"forbidden pairs joined: {never['joined']} of {never['of']}"
    return "\n".join([table(heads, lines), "", f"{told}recall {threads['recall']:.3f}", forbidden])


def _figure(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _json(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, indent=1)


def _kept(path: Path) -> dict[str, Any]:
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise GoldError(f"{path} is no kept score ({error}); graf score --keep FILE writes one") from error
    if not isinstance(row, dict) or "not right" not in row:
        raise GoldError(f"{path} is no kept score; graf score --keep FILE writes one")
    return row


def _tables(row: dict[str, Any], authorities: bool) -> str:
    references = row["references"]
    lines = [(kind, figures) for kind, figures in references["kinds"].items()]
    lines += [("all references", references)]
    lines += [(name, figures) for name, figures in references["by provenance"].items()]
    lines += [(name, row[name]) for name in ("decisions", "items") if row[name]["wanted"]]
    lines += [(name, figures) for name, figures in references["by authority"].items() if authorities]
    return "\n".join([table(_HEADS, [_cells(name, figures) for name, figures in lines]), "", *_told(row)])


def _cells(name: str, figures: dict[str, Any]) -> list[str]:
    shown = [f"{figures[part]:.3f}" if part in figures else "" for part in ("precision", "recall", "f1", "found")]
    return [name, str(figures["wanted"]), *shown]


def _told(row: dict[str, Any]) -> Iterator[str]:
    references = row["references"]
    yield f"macro F1 over {references['authorities']} authorities: {references['macro']:.3f}"
    yield f"traps hit: {row['traps']['hit']} of {row['traps']['of']}"
    for name in SHARES:
        if row[name]["of"]:
            yield f"{name} right: {row[name]['right']} of {row[name]['of']}"


def _changed(now: dict[str, Any], before: dict[str, Any]) -> str:
    gained, lost = changes(now, before)
    lines = [f"gained  {line}" for line in gained] + [f"lost    {line}" for line in lost]
    return "\n".join(["", *(lines or ["nothing gained or lost since"])])
