"""Annotated texts, read from the two forms they come in.

A *located* gold is one JSON file: an object from the stem of a text's name to its record, in which references, decisions and
negatives have ``start`` and ``end``. A *counted* gold is a folder with one JSON file per document, in which a reference has its
printed ``text`` and ``count``, how often it occurs, and no place. ``data/README.md`` tells more of the second.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graf.errors import GoldError
from graf.model import Action, Modality, Span

FACTS = ("body", "date", "deadline")
"""What a counted gold may tell of a decision, beside its action and standing; who moves it is a member and no body."""
_MOTIONS = {Modality.PROPOSED, Modality.MOVED}
_STANDING = frozenset(Modality) - _MOTIONS

COARSE: Mapping[str, frozenset[Action]] = {
    "approve": frozenset({Action.APPROVE, Action.ADOPT}),
    "adopt": frozenset({Action.ADOPT, Action.APPROVE, Action.ESTABLISH, Action.ALLOCATE}),
    "assign": frozenset({Action.ASSIGN}),
    "reject": frozenset({Action.REJECT}),
    "grant": frozenset({Action.GRANT, Action.GRANT_PARTLY, Action.APPROVE}),
    "answer": frozenset({Action.ANSWER, Action.COMMENT}),
    "repeal": frozenset({Action.REPEAL, Action.REPLACE}),
    "postpone": frozenset({Action.POSTPONE, Action.DEFER}),
    "refer": frozenset({Action.REFER, Action.REFER_BACK, Action.SEND}),
    "note": frozenset({Action.NOTE, Action.FILE}),
    "amend": frozenset({Action.AMEND, Action.CORRECT, Action.REPLACE, Action.EXTEND}),
}
"""The actions of a located gold, coarser than graf's: any of these fulfils it. ``propose`` and ``other`` ask for none."""


@dataclass(frozen=True, slots=True)
class GoldReference:
    """One mention that should be found; without a place, any mention of that form will do."""

    kind: str
    normal: str
    text: str
    role: str
    place: Span | None = None


@dataclass(frozen=True, slots=True)
class GoldDecision:
    """One decision that should be found; an empty set of actions asks for none in particular.

    ``facts`` are what else the gold tells of it, by name: ``body``, ``date`` and ``deadline`` (EDTF).
    """

    words: str
    actions: frozenset[str]
    statuses: frozenset[str]
    place: Span | None = None
    case: str | None = None
    item: str | None = None
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class GoldItem:
    """One § of minutes and its case."""

    paragraph: str
    case: str | None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One annotated text."""

    name: str
    """The text's place below TEXTS, or its stem."""
    authority: str
    provenance: str
    own_case: str | None
    references: tuple[GoldReference, ...]
    decisions: tuple[GoldDecision, ...]
    items: tuple[GoldItem, ...]
    neutral: tuple[Span, ...] = ()
    """Places of references of kinds that are not measured: neither right nor wrong."""
    trap_places: tuple[Span, ...] = ()
    trap_words: tuple[str, ...] = ()


def load_gold(path: Path) -> tuple[GoldDocument, ...]:
    """The annotated texts of a file or a folder, in order of their names.

    Raises:
        GoldError: There is nothing annotated at ``path``, or not in a known form.
    """
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    found = sorted((document for file in files for document in _of_file(file)), key=lambda document: document.name)
    if not found:
        raise GoldError(f"{path} holds no annotated texts; docs/cli.md, under graf score, shows their form")
    return tuple(found)


def _of_file(path: Path) -> Iterator[GoldDocument]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(content, dict):
            raise GoldError(f"{path} is no annotated text: it should hold a JSON object")
        if "references" in content and "document" in content:
            yield _counted(content)
        elif content and all(isinstance(row, dict) and "references" in row for row in content.values()):
            yield from (_located(name, row) for name, row in content.items())
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise GoldError(f"{path} is no annotated text ({type(error).__name__}: {error}); docs/cli.md shows the form") from error


# --- located ------------------------------------------------------------------------------------


def _located(name: str, row: dict[str, Any]) -> GoldDocument:
    whole = [_span(reference) for reference in row["references"]]
    traps = [_span(negative) if isinstance(negative, dict) else Span(*negative[:2]) for negative in row.get("negatives", ())]
    return GoldDocument(
        name,
        row.get("authority") or "",
        row.get("provenance") or "",
        row.get("own_case"),
        tuple(_located_reference(reference) for reference in row["references"] if reference["kind"] != "other"),
        tuple(_located_decision(decision) for decision in row.get("decisions", ())),
        (),
        tuple(_span(reference) for reference in row["references"] if reference["kind"] == "other"),
        tuple(trap for trap in traps if not any(span.covers(trap) for span in whole)),
    )


def _span(row: dict[str, Any]) -> Span:
    return Span(row["start"], row["end"])


def _located_reference(row: dict[str, Any]) -> GoldReference:
    place = Span(row.get("core_start") or row["start"], row.get("core_end") or row["end"])
    return GoldReference(row["kind"], row["normal"], row["text"], row["role"], place)


def _located_decision(row: dict[str, Any]) -> GoldDecision:
    action = row["action"]
    proposed = action == "propose"
    statuses = frozenset(_MOTIONS) if proposed else _STANDING
    return GoldDecision(f"{action} at {row['start']}", COARSE.get(action, frozenset()), statuses, _span(row))


# --- counted ------------------------------------------------------------------------------------


def _counted(row: dict[str, Any]) -> GoldDocument:
    return GoldDocument(
        row["document"],
        row.get("authority") or "",
        row.get("provenance") or "",
        row.get("own_case"),
        tuple(
            GoldReference(found["kind"], found["normal"], found["text"], found["role"])
            for found in row["references"]
            for _ in range(found.get("count", 1))
        ),
        tuple(_counted_decision(decision) for decision in row.get("decisions", ())),
        tuple(GoldItem(item["paragraph"], item.get("case")) for item in row.get("items", ())),
        trap_words=tuple(row.get("not_references", ())),
    )


def _counted_decision(row: dict[str, Any]) -> GoldDecision:
    words = " ".join(str(row[name]) for name in ("status", "action", "case", "item") if row.get(name))
    actions, statuses = {row["action"], *row.get("also", ())}, {row["status"], *row.get("also_status", ())}
    facts = tuple((name, row[name]) for name in FACTS if row.get(name) and not (name == "body" and row["status"] == "moved"))
    return GoldDecision(words, frozenset(actions), frozenset(statuses), None, row.get("case"), row.get("item"), facts)
