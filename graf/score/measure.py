"""One document's extraction against its gold."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graf.model import Document, Extraction, Reference
from graf.score.decisions import decision_verdicts
from graf.score.forms import fold
from graf.score.gold import GoldDocument, GoldReference
from graf.score.verdicts import Outcome, Verdict, judged, told

_BY_WORDS = {"decision", "handling"}
"""Kinds that have no number: an overlap of words is enough, and what the gold leaves out is no fault."""


def measure(gold: GoldDocument, found: Extraction | None, kinds: frozenset[str]) -> tuple[Verdict, ...]:
    """Every comparison of one document, in order.

    Args:
        gold: What the document says.
        found: What was extracted; None where the document is not among the texts, so that all of it is missed.
        kinds: The kinds of reference that are measured: what the gold names anywhere. Others are neutral.
    """
    extraction = found or Extraction(Document(gold.name, ""))
    references = tuple(r for r in extraction.references if r.kind in kinds)
    rows = (
        *_references(gold, references),
        *_traps(gold, references),
        *_own_case(gold, extraction),
        *decision_verdicts(gold, extraction),
        *_items(gold, extraction),
    )
    return tuple(
        _counted(replace(row, document=gold.name, authority=gold.authority, provenance=gold.provenance) for row in rows)
    )


def _counted(rows: Iterable[Verdict]) -> Iterator[Verdict]:
    seen: Counter[Verdict] = Counter()
    for row in rows:
        seen[row] += 1
        yield replace(row, count=seen[row])


# --- references ---------------------------------------------------------------------------------


def _references(gold: GoldDocument, found: tuple[Reference, ...]) -> Iterator[Verdict]:
    left = list(found)
    for wanted in gold.references:
        near = [r for r in left if r.kind == wanted.kind and _is_there(r, wanted)]
        exact = [r for r in near if _has_form(r, wanted)]
        pick = min(exact or near, key=lambda r: r.role != wanted.role if wanted.place is None else False, default=None)
        if pick is None:
            yield judged("reference", wanted.normal, Outcome.MISSED, wanted.kind)
            yield judged("mention", wanted.normal, Outcome.MISSED, wanted.kind)
            continue
        left.remove(pick)
        other = "" if exact else pick.normal
        yield told("reference", wanted.normal, not other, other, wanted.kind)
        yield judged("mention", wanted.normal, Outcome.RIGHT, wanted.kind)
        yield from _role(gold, wanted, pick)
    for extra in left:
        if not _is_neutral(gold, extra):
            for name in ("reference", "mention"):
                yield judged(name, f"{extra.normal} at {extra.span.start}", Outcome.EXTRA, extra.kind)


def _is_there(found: Reference, wanted: GoldReference) -> bool:
    """Whether a reference stands at the gold's place; where the gold has none, whether it may be the one."""
    if wanted.place is not None:
        return found.span.overlaps(wanted.place)
    return _has_form(found, wanted) or _plain(found.text) == _plain(wanted.text)


def _has_form(found: Reference, wanted: GoldReference) -> bool:
    if wanted.kind in _BY_WORDS:
        one, other = _plain(found.text), _plain(wanted.text)
        return one in other or other in one
    return fold(found.normal) == fold(wanted.normal)


def _plain(words: str) -> str:
    return " ".join(words.replace("\u00ad", "").split()).casefold()


def _role(gold: GoldDocument, wanted: GoldReference, found: Reference) -> Iterator[Verdict]:
    """The role; a counted gold has no places, so any role that it gives this form is right."""
    same = [w for w in gold.references if w.place is None and (w.kind, w.normal) == (wanted.kind, wanted.normal)]
    right = found.role in {wanted.role, *(w.role for w in same)}
    yield told("role", f"{wanted.normal} {wanted.role}", right, found.role, wanted.kind)


def _is_neutral(gold: GoldDocument, extra: Reference) -> bool:
    """Whether the gold says nothing of it: of a kind it does not measure, a title, or a form it counts fewer of."""
    if extra.kind in _BY_WORDS or any(extra.span.overlaps(place) for place in gold.neutral):
        return True
    return any(w.place is None and w.kind == extra.kind and _has_form(extra, w) for w in gold.references)


def _traps(gold: GoldDocument, found: tuple[Reference, ...]) -> Iterator[Verdict]:
    for place in gold.trap_places:
        hit = next((r for r in found if r.span.overlaps(place)), None)
        yield told("trap", f"at {place.start}", hit is None, hit.normal if hit else "")
    for words in gold.trap_words:
        hit = next((r for r in found if _plain(r.text) == _plain(words)), None)
        yield told("trap", words, hit is None, hit.normal if hit else "")


def _own_case(gold: GoldDocument, extraction: Extraction) -> Iterator[Verdict]:
    if gold.own_case:
        own = extraction.document.own_case or ""
        yield told("own case", gold.own_case, fold(own) == fold(gold.own_case), own or "none")


# --- items of minutes ---------------------------------------------------------------------------


def _items(gold: GoldDocument, extraction: Extraction) -> Iterator[Verdict]:
    if not gold.items:
        return
    found = {item.paragraph: item for item in extraction.document.items}
    for wanted in gold.items:
        item = found.pop(wanted.paragraph, None)
        yield judged("item", f"§ {wanted.paragraph}", Outcome.RIGHT if item else Outcome.MISSED)
        if item:
            case = wanted.case or "none"
            yield told(
                "item's case", f"§ {wanted.paragraph} {case}", fold(item.case or "none") == fold(case), item.case or "none"
            )
    for paragraph in found:
        yield judged("item", f"§ {paragraph}", Outcome.EXTRA)
