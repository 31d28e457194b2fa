"""Every rule by itself: small graphs of which a rule should conclude something, or must not (data/README.md)."""

import hashlib
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graf.errors import GoldError
from graf.extract import extract
from graf.keys import case_key
from graf.lineage import link
from graf.model import CaseGraph, CaseId, RawText, Role, Status
from graf.parse import parse
from graf.resolve.index import key_of
from graf.tables import rules


@dataclass(frozen=True, slots=True)
class Proof:
    """One case of one rule: papers that are a graph of their own, and the pairs that the rule should join in it."""

    rule: str
    why: str
    wants: frozenset[str]
    """Pairs ``later > earlier`` of folded numbers, or of a number and a thing; none where the rule must keep silent."""
    papers: tuple[str, ...]


@dataclass(slots=True)
class _Count:
    true: int = 0
    forbidden: int = 0
    silent: int = 0
    wanted: int = 0
    said: int = 0
    right: int = 0

    def row(self) -> dict[str, float | int]:
        counted = ("true", "forbidden", "silent", "said", "right")
        figures: dict[str, float | int] = {name: getattr(self, name) for name in counted}
        figures |= {"precision": round(self.right / self.said, 4)} if self.said else {}
        return figures | ({"recall": round(self.right / self.wanted, 4)} if self.wanted else {})


def is_gold_of_rules(path: Path) -> bool:
    """Whether a file is a gold of rules, which is of TOML."""
    return path.suffix == ".toml" and path.is_file()


def load_proofs(path: Path) -> tuple[Proof, ...]:
    """Read a gold of rules (data/README.md).

    Raises:
        GoldError: Something in it is missing, or no rule is called so; the message names it.
    """
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["proof"]
        found = tuple(Proof(r["rule"], r["why"], frozenset(map(_folded, r["wants"])), tuple(r["papers"])) for r in rows)
    except (ValueError, KeyError, TypeError) as error:
        raise GoldError(f"{path} is no gold of rules ({error}); data/README.md tells its form") from error
    if unknown := sorted({proof.rule for proof in found} - rules().keys()):
        raise GoldError(f"{path}: no rule is called {', '.join(unknown)}")
    return found


def _folded(pair: str) -> str:
    one, other = pair.split(" > ")
    return f"{_key(one)} > {_key(other)}"


def _key(number: str) -> str:
    """A number folded as identity has it, behind its town's code where it has one; a thing stays as it is."""
    town, _, rest = number.rpartition(":")
    return f"{town}:{key_of(rest)}" if town.isdigit() and len(town) == 4 else key_of(number)


def score_proofs(proofs: Iterable[Proof]) -> dict[str, Any]:
    """The figures by rule, as ``graf score`` prints them, and a line for every case that is not right."""
    counts: dict[str, _Count] = {}
    wrong: list[str] = []
    for proof in proofs:
        said = concluded(proof)
        count = counts.setdefault(proof.rule, _Count())
        count.true += bool(proof.wants)
        count.forbidden += not proof.wants
        count.silent += not proof.wants and not said
        count.wanted += len(proof.wants)
        count.said += len(said)
        count.right += len(said & proof.wants)
        wrong += [f"{proof.rule}: {proof.why}: joined {pair}" for pair in sorted(said - proof.wants)]
        wrong += [f"{proof.rule}: {proof.why}: missed {pair}" for pair in sorted(proof.wants - said)]
    return {"by rule": {name: counts[name].row() for name in rules() if name in counts}, "not right": wrong}


def concluded(proof: Proof) -> frozenset[str]:
    """What the rule of a case concludes of its papers."""
    raws = (RawText(f"{n}.txt", text, hashlib.sha256(text.encode()).hexdigest()) for n, text in enumerate(proof.papers, 1))
    graph = link(extract(parse(raw)) for raw in raws)
    pairs = _resolved(graph, proof.rule) if rules()[proof.rule].does == "resolves" else _joined(graph, proof.rule)
    home = {d.municipality for d in graph.documents}
    return frozenset(f"{_named(one, home)} > {_named(other, home)}" for one, other in pairs)


def _resolved(graph: CaseGraph, rule: str) -> Iterator[tuple[CaseId | str, CaseId]]:
    """The case in which a reference stands, or its own short number, and what the rule led it to."""
    for found in graph.resolutions:
        if (
            found.rule == rule
            and found.target
            and found.case
            and (found.reference.role is not Role.OWN or rule == "motion-of-own-case")
        ):
            short = CaseId(found.target.municipality, found.reference.key)
            alias = rule == "short-form-of-own-number"
            if not alias or (short != found.target and not found.reason):
                yield short if alias else found.case, found.target


def _joined(graph: CaseGraph, rule: str) -> Iterator[tuple[CaseId | str, CaseId | str]]:
    """The cases of the two ends of every statement of a rule that holds; things stand for themselves."""
    owners: dict[str, CaseId] = {case_key(c.id): c.id for c in graph.cases}
    owners |= {d.key: d.case for d in graph.decisions if d.case} | {a.key: a.case for a in graph.assignments if a.case}
    for said in graph.statements:
        holds = said.modality.holds and said.status is not Status.REJECTED
        name = said.rule if said.rule in rules() else "stated-relation"
        if name == rule and holds:
            yield owners.get(said.subject, said.subject), owners.get(said.object, said.object)


def _named(end: CaseId | str, home: Iterable[str | None]) -> str:
    if isinstance(end, str):
        return end.rsplit("/", 1)[1]
    return end.key if end.municipality in home or not end.municipality.isdigit() or end.key.startswith("STK") else str(end)
