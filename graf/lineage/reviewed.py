"""An analyst's rulings, applied to what references mean, to days, to edges; one without its ground is told, never dropped."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import msgspec

from graf.dates import day_of
from graf.keys import case_key
from graf.lineage.material import Read
from graf.model import (
    Assignment,
    CaseId,
    DateExpression,
    Decision,
    Modality,
    Problem,
    Relation,
    Resolution,
    Ruling,
    RulingKind,
    Statement,
    Status,
)

RULED = "ruling"
"""The rule of what an analyst has ruled."""
FILE = "rulings.toml"
NO_GROUND = "ruling-without-ground"
OTHER_WORDS = "ruling-ground-changed"
_EDGES = {RulingKind.ACCEPT: Status.REVIEWED, RulingKind.REJECT: Status.REJECTED, RulingKind.DRAW: Status.REVIEWED}
_CLOSING = {Relation.REPORTS_ON, Relation.CLOSES}


@dataclass(frozen=True, slots=True)
class Rulings:
    """The rulings by what they are of."""

    all: tuple[Ruling, ...] = ()

    def of(self, *kinds: RulingKind) -> tuple[Ruling, ...]:
        """Those of some kinds, in order."""
        return tuple(ruling for ruling in self.all if ruling.kind in kinds)

    @property
    def same(self) -> dict[CaseId, CaseId]:
        """Case → the case that it is ruled to be; chains are followed to their end."""
        direct = {r.case: r.other for r in self.of(RulingKind.SAME) if r.other and r.other != r.case}
        return {case: _last(case, direct) for case in direct}


def _last(case: CaseId, direct: dict[CaseId, CaseId]) -> CaseId:
    seen = {case}
    while (following := direct.get(case)) and following not in seen:
        seen.add(following)
        case = following
    return case


# --- what references mean -----------------------------------------------------------------------


def ruled_reads(reads: Iterable[Read], rulings: Rulings) -> tuple[Read, ...]:
    """The same documents with numbers joined or separated and references settled as ruled."""
    same, apart = rulings.same, {(r.case, r.other) for r in rulings.of(RulingKind.DIFFERENT)}
    settled = {(r.case, _plain(r.words or "")): r for r in rulings.of(RulingKind.SETTLE)}
    if not (same or apart or settled):
        return tuple(reads)
    return tuple(_ruled(read, same, apart, settled) for read in reads)


def _ruled(
    read: Read,
    same: dict[CaseId, CaseId],
    apart: set[tuple[CaseId, CaseId | None]],
    settled: dict[tuple[CaseId, str], Ruling],
) -> Read:
    joined = replace(read, same=same)

    def one(resolution: Resolution) -> Resolution:
        own = joined.own(resolution.reference.item)
        if own and (ruling := settled.get((own, _plain(resolution.reference.text)))):
            return replace(resolution, case=own, target=ruling.other, rule=RULED, reason=None)
        target = resolution.target
        if (
            target
            and (short := CaseId(target.municipality, resolution.reference.key)) != target
            and _apart(short, target, apart)
        ):
            return replace(resolution, case=own, target=short, rule=RULED, reason="ruled to be another case")
        return replace(resolution, case=own, target=same.get(target, target) if target else None)

    resolutions = tuple(one(resolution) for resolution in read.resolutions)
    aliases = {short: full for short, full in read.aliases.items() if not _apart(short, full, apart)}
    return replace(joined, resolutions=resolutions, aliases=aliases)


def _apart(one: CaseId, other: CaseId, apart: set[tuple[CaseId, CaseId | None]]) -> bool:
    return (one, other) in apart or (other, one) in apart


def _plain(words: str) -> str:
    return " ".join(words.split()).lower()


# --- days ---------------------------------------------------------------------------------------


def ruled_days(decisions: tuple[Decision, ...], rulings: Rulings) -> tuple[Decision, ...]:
    """The same decisions with days as ruled: of the one decision in the case, of the body where the ruling tells one."""
    days: dict[str, DateExpression] = {}
    for ruling in rulings.of(RulingKind.DATE):
        found = dated_by(decisions, ruling)
        when = day_of(ruling.day or "")
        if len(found) == 1 and when:
            days[found[0].key] = when
    return tuple(_dated(d, days[d.key]) if d.key in days else d for d in decisions)


def dated_by(decisions: Iterable[Decision], ruling: Ruling) -> tuple[Decision, ...]:
    """The decisions that a ruling of a day can mean; it counts where it is one."""
    held = [d for d in decisions if d.case == ruling.case and d.status.holds]
    if ruling.words:
        held = [d for d in held if d.body and d.body.lower() == ruling.words.lower()]
    undated = [d for d in held if d.date is None]
    return tuple(undated if len(held) > 1 and undated else held)


def _dated(decision: Decision, when: DateExpression) -> Decision:
    return replace(decision, date=when, points=tuple(msgspec.structs.replace(point, date=when) for point in decision.points))


# --- edges --------------------------------------------------------------------------------------


def rejected_pairs(rulings: Rulings) -> frozenset[tuple[CaseId, CaseId]]:
    """The pairs of cases of which the later is ruled to answer nothing of the earlier."""
    pairs = (r for r in rulings.of(RulingKind.REJECT) if r.other and r.relation in {None, *_CLOSING})
    return frozenset((r.case, r.other) for r in pairs if r.other)


def ruled_statements(
    statements: Iterable[Statement], assignments: Iterable[Assignment], decisions: Iterable[Decision], rulings: Rulings
) -> tuple[Statement, ...]:
    """The same statements, those ruled on with the status that they were given and the ruling that gave it."""
    owners = {a.key: case_key(a.case) for a in assignments if a.case} | {d.key: case_key(d.case) for d in decisions if d.case}
    ruled = _by_ends(rulings)
    return tuple(_ruled_statement(s, owners, ruled) for s in statements)


def _by_ends(rulings: Rulings) -> dict[tuple[str, str], list[Ruling]]:
    found: dict[tuple[str, str], list[Ruling]] = defaultdict(list)
    for ruling in rulings.of(*_EDGES):
        if ruling.other:
            found[case_key(ruling.case), case_key(ruling.other)].append(ruling)
    return found


def _ruled_statement(said: Statement, owners: dict[str, str], ruled: dict[tuple[str, str], list[Ruling]]) -> Statement:
    ends = owners.get(said.subject, said.subject), owners.get(said.object, said.object)
    ruling = next((r for r in reversed(ruled.get(ends, [])) if r.relation in {None, said.relation}), None)
    if ruling is None:
        return said
    accepted = ruling.kind is not RulingKind.REJECT
    return replace(said, status=_EDGES[ruling.kind], confidence=1.0 if accepted else said.confidence, ruling=ruling.key)


def drawn(statements: Iterable[Statement], cases: frozenset[CaseId], rulings: Rulings) -> tuple[Statement, ...]:
    """The edges that an analyst knows of and no text tells: between cases that the documents name, without words."""
    said = {(s.subject, s.relation, s.object) for s in statements}
    return tuple(
        Statement(*edge, Status.REVIEWED, Modality.RECOUNTED, 1.0, RULED, ruling=r.key)
        for r in rulings.of(RulingKind.DRAW)
        if r.other and r.relation and {r.case, r.other} <= cases
        if (edge := (case_key(r.case), r.relation, case_key(r.other))) not in said
    )


def without_rejected(assignments: Iterable[Assignment], statements: Iterable[Statement]) -> tuple[Assignment, ...]:
    """The ledger without the moves that were ruled not to be."""
    rejected = {(s.object, s.rule, words.quote) for s in statements if s.status is Status.REJECTED for words in s.evidence}
    return tuple(
        replace(a, moves=kept)
        if (kept := tuple(m for m in a.moves if (a.key, m.rule, m.evidence[0].quote) not in rejected)) != a.moves
        else a
        for a in assignments
    )


# --- rulings whose ground has vanished ----------------------------------------------------------


def vanished(
    rulings: Rulings, reads: Iterable[Read], decisions: tuple[Decision, ...], statements: Iterable[Statement]
) -> tuple[tuple[Ruling, ...], tuple[Problem, ...]]:
    """The rulings that were applied, and the problems that tell of those whose ground is gone or reads otherwise."""
    grounds = _grounds(rulings, tuple(reads), decisions, tuple(statements))
    applied: list[Ruling] = []
    problems: list[Problem] = []
    for ruling in rulings.all:
        found = grounds.get(ruling.key)
        if found is None:
            problems.append(
                _problem(NO_GROUND, ruling, "what it was ruled on is not in the documents any more; it is not applied")
            )
            continue
        applied.append(ruling)
        if ruling.ground and found and _plain(ruling.ground) not in found:
            problems.append(_problem(OTHER_WORDS, ruling, "the words it rested on are gone; it is applied, look at it again"))
    return tuple(applied), tuple(problems)


def _grounds(
    rulings: Rulings, reads: tuple[Read, ...], decisions: tuple[Decision, ...], statements: tuple[Statement, ...]
) -> dict[str, set[str]]:
    """Ruling → the words it rests on now; a ruling without ground has no entry."""
    grounds: dict[str, set[str]] = {}
    for said in statements:
        if said.ruling:
            grounds.setdefault(said.ruling, set()).update(_plain(words.quote) for words in said.evidence)
    printed = _printed(reads)
    for ruling in rulings.of(RulingKind.SAME, RulingKind.DIFFERENT):
        if printed.get(ruling.case):
            grounds[ruling.key] = printed[ruling.case]
    for ruling in rulings.of(RulingKind.SETTLE):
        quotes = {
            _plain(r.reference.evidence.quote)
            for read in reads
            for r in read.resolutions
            if r.rule == RULED and r.case == ruling.case and _plain(r.reference.text) == _plain(ruling.words or "")
        }
        grounds |= {ruling.key: quotes} if quotes else {}
    for ruling in rulings.of(RulingKind.DATE):
        found = dated_by(decisions, ruling)
        if len(found) == 1:
            grounds[ruling.key] = {_plain(e.quote) for p in found[0].points for e in (p.evidence, *p.more)}
    return grounds


def _printed(reads: tuple[Read, ...]) -> dict[CaseId, set[str]]:
    """Case as printed, before any joining → the sentences that print its number."""
    found: dict[CaseId, set[str]] = defaultdict(set)
    for read in reads:
        for resolution in read.resolutions:
            if resolution.target:
                key = CaseId(resolution.target.municipality, resolution.reference.key)
                found[key].add(_plain(resolution.reference.evidence.quote))
    return found


def _problem(kind: str, ruling: Ruling, why: str) -> Problem:
    other = f" {ruling.other}" if ruling.other else ""
    return Problem(FILE, kind, f"{ruling.kind} {ruling.case}{other}, ruled by {ruling.author} on {ruling.date}: {why}")


def settled_reference(reads: Iterable[Read]) -> Iterator[tuple[Read, Resolution]]:
    """The references that were settled by a ruling."""
    return ((read, r) for read in reads for r in read.resolutions if r.rule == RULED and r.reason is None and r.target)
