"""A score as values of JSON, which is what is kept and compared."""

from collections.abc import Iterable, Sequence
from typing import Any

from graf.score.gold import FACTS
from graf.score.totals import Tally, macro, tally
from graf.score.verdicts import Outcome, Verdict

SHARES = ("own case", "role", "action", "standing", *FACTS, "item's case")
"""The measures that are a share of what was found, and have no precision of their own."""


def score_row(verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """The whole score; ``not right`` has a line for everything that is not, so that two scores can be compared."""
    references = [v for v in verdicts if v.measure == "reference"]
    authorities = _groups(references, "authority")
    return {
        "references": {
            **_figures(tally(references)),
            "macro": _round(macro(authorities.values())),
            "authorities": len(authorities),
            "kinds": {
                kind: {**_figures(t), "found": _round(_of(verdicts, "mention", kind).f1)}
                for kind, t in _groups(references, "kind").items()
            },
            "by authority": {name: _figures(t) for name, t in authorities.items()},
            "by provenance": {name: _figures(t) for name, t in _groups(references, "provenance").items() if name},
        },
        "decisions": _figures(_of(verdicts, "decision")),
        "items": _figures(_of(verdicts, "item")),
        "traps": {"hit": _of(verdicts, "trap").missed, "of": _of(verdicts, "trap").wanted},
        **{name: {"right": _of(verdicts, name).right, "of": _of(verdicts, name).wanted} for name in SHARES},
        "not right": sorted(v.line for v in verdicts if v.outcome is not Outcome.RIGHT and v.measure != "mention"),
    }


def changes(now: dict[str, Any], before: dict[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What was gained and what was lost since an earlier score, each as lines of ``not right``."""
    new, old = set(now["not right"]), set(before.get("not right", ()))
    return tuple(sorted(old - new)), tuple(sorted(new - old))


def _of(verdicts: Iterable[Verdict], measure: str, kind: str = "") -> Tally:
    return tally(v for v in verdicts if v.measure == measure and kind in {"", v.kind})


def _groups(verdicts: Iterable[Verdict], field: str) -> dict[str, Tally]:
    groups: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        groups.setdefault(getattr(verdict, field), []).append(verdict)
    return {name: tally(groups[name]) for name in sorted(groups)}


def _figures(counts: Tally) -> dict[str, Any]:
    figures = {"wanted": counts.wanted, "missed": counts.missed, "extra": counts.extra}
    return figures | {"precision": _round(counts.precision), "recall": _round(counts.recall), "f1": _round(counts.f1)}


def _round(figure: float) -> float:
    return round(figure, 4)
