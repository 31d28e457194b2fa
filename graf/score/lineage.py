"""Lineage against a gold of edges, forbidden pairs and threads: precision and recall by relation, rule and status."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graf.errors import GoldError
from graf.keys import case_key
from graf.model import CaseGraph, CaseId, Relation, Statement, Status
from graf.resolve.index import key_of
from graf.trace import trace

_UNTYPED = {Relation.REFERS_TO}


@dataclass(frozen=True, slots=True)
class GoldEdge:
    """One edge that should be there; any of its relations will do."""

    ends: tuple[str, str]
    relations: tuple[str, ...]
    how: str
    name: str


@dataclass(frozen=True, slots=True)
class GoldLineage:
    """What people found: the edges, the pairs that nothing may join, and the threads as their cases in order of time."""

    edges: tuple[GoldEdge, ...]
    never: tuple[tuple[str, str, str], ...]
    """Two keys and why."""
    threads: tuple[tuple[CaseId, tuple[CaseId, ...]], ...]
    """A case of each thread, and all its cases."""


def is_lineage_gold(path: Path) -> bool:
    """Whether a file is a gold of lineage: an object with edges and threads."""
    try:
        said = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
    except ValueError:
        return False
    return isinstance(said, dict) and {"edges", "threads"} <= said.keys()


def load_lineage_gold(path: Path) -> GoldLineage:
    """Read a gold of lineage (data/README.md).

    Raises:
        GoldError: Something in it is missing or unknown; the message names it.
    """
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return GoldLineage(
            tuple(_edge(row) for row in said["edges"]),
            tuple(
                (_key(row["town"], row["one"]), _key(row.get("other_town", row["town"]), row["other"]), row["why"])
                for row in said["never"]
            ),
            tuple(
                (_case(row["town"], row["seed"]), tuple(_case(row["town"], step) for step in row["steps"]))
                for row in said["threads"]
            ),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise GoldError(f"{path} is no gold of lineage ({error}); data/README.md tells its form") from error


def _edge(row: dict[str, Any]) -> GoldEdge:
    relations = (row["relation"], *row.get("also", ()))
    for relation in relations:
        Relation(relation)
    ends = _key(row["town"], row["one"]), _key(row["town"], row["other"])
    return GoldEdge(ends, relations, row["how"], f"{row['one']} {row['relation']} {row['other']}")


def _case(town: str, number: str) -> CaseId:
    return CaseId(town, key_of(number))


def _key(town: str, number: str) -> str:
    return case_key(_case(town, number))


# --- the measure --------------------------------------------------------------------------------


@dataclass(slots=True)
class _Count:
    right: int = 0
    said: int = 0
    wanted: int = 0
    found: int = 0

    def row(self) -> dict[str, float | int]:
        """The figures; what was never said or wanted has none."""
        figures: dict[str, float | int] = {"wanted": self.wanted, "said": self.said}
        if self.said:
            figures["precision"] = round(self.right / self.said, 4)
        if self.wanted:
            figures["recall"] = round(self.found / self.wanted, 4)
        return figures


def score_lineage(gold: GoldLineage, graph: CaseGraph) -> dict[str, Any]:
    """The figures as ``graf score`` prints them: all, by status, relation and rule; forbidden pairs joined; threads."""
    said = [s for s in graph.statements if _counts(s)]
    wanted = {(edge.ends, relation): edge for edge in gold.edges for relation in edge.relations}
    counts: dict[str, dict[str, _Count]] = defaultdict(lambda: defaultdict(_Count))
    wrong = []
    for statement in said:
        right = ((statement.subject, statement.object), statement.relation.value) in wanted
        for group, name in _groups(statement):
            counts[group][name].said += 1
            counts[group][name].right += right
        if not right:
            wrong.append(f"not in the gold: {_told(statement)}")
    missed = list(_recall(gold, {((s.subject, s.object), s.relation.value) for s in said}, counts))
    joined = list(_joined(gold, graph))
    return {
        **{group: {name: count.row() for name, count in sorted(rows.items())} for group, rows in sorted(counts.items())},
        "forbidden": {"joined": len(joined), "of": len(gold.never)},
        "threads": _threads(gold, graph),
        "not right": [*wrong, *missed, *joined],
    }


def _counts(statement: Statement) -> bool:
    cases = statement.subject.startswith("arende/") and statement.object.startswith("arende/")
    holds = statement.modality.holds and statement.status is not Status.REJECTED
    return cases and holds and statement.relation not in _UNTYPED


def _groups(statement: Statement) -> tuple[tuple[str, str], ...]:
    return (
        ("all", "edges"),
        ("by status", statement.status.value),
        ("by relation", statement.relation.value),
        ("by rule", statement.rule),
    )


def _recall(gold: GoldLineage, said: set[tuple[tuple[str, str], str]], counts: dict[str, dict[str, _Count]]) -> Iterator[str]:
    for edge in gold.edges:
        found = any((edge.ends, relation) in said for relation in edge.relations)
        for group, name in (("all", "edges"), ("by status", edge.how), ("by relation", edge.relations[0])):
            counts[group][name].wanted += 1
            counts[group][name].found += found
        if not found:
            yield f"missed: {edge.name} ({edge.how})"


def _joined(gold: GoldLineage, graph: CaseGraph) -> Iterator[str]:
    """The forbidden pairs that an edge which carries a thread joins."""
    carrying = {frozenset((s.subject, s.object)) for s in graph.statements if _counts(s) and s.relation.builds_on}
    for one, other, why in gold.never:
        if one != other and frozenset((one, other)) in carrying:
            yield f"joined: {one} and {other} ({why})"


def _threads(gold: GoldLineage, graph: CaseGraph) -> dict[str, float | int]:
    """Cases of the threads found and wanted, and how many threads are right step by step."""
    right = found = wanted = whole = 0
    for seed, steps in gold.threads:
        shown = [step.case.id for step in trace(graph, seed).steps]
        right += len(set(shown) & set(steps))
        found, wanted = found + len(shown), wanted + len(steps)
        whole += shown == list(steps)
    return {
        "of": len(gold.threads),
        "whole": whole,
        "precision": round(right / found, 4) if found else 0.0,
        "recall": round(right / wanted, 4) if wanted else 0.0,
    }


def _told(statement: Statement) -> str:
    one, other = (key.split("/", 1)[1] for key in (statement.subject, statement.object))
    return f"{one} {statement.relation} {other} ({statement.rule})"


def lineage_lines(row: dict[str, Any]) -> Iterable[tuple[str, dict[str, Any]]]:
    """The rows of the table, in order: all, by status, by relation, by rule."""
    for group in ("all", "by status", "by relation", "by rule"):
        for name, figures in row.get(group, {}).items():
            yield (name if group == "all" else f"{group.removeprefix('by ')} {name}"), figures
