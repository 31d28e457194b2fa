"""The decisions of one document against its gold."""

from collections.abc import Callable, Iterator

from graf.model import DateExpression, DecisionPoint, Extraction
from graf.score.forms import fold
from graf.score.gold import GoldDecision, GoldDocument
from graf.score.verdicts import Outcome, Verdict, judged, told

_FACTS: dict[str, Callable[[DecisionPoint, Extraction], str | None]] = {
    "body": lambda point, extraction: point.body or extraction.document.body,
    "date": lambda point, extraction: _edtf(point.date or extraction.document.date),
    "deadline": lambda point, extraction: _edtf(point.deadline),
}


def decision_verdicts(gold: GoldDocument, extraction: Extraction) -> Iterator[Verdict]:
    """Which decisions were found, and whether action, standing, body, date and deadline are the gold's."""
    left = list(extraction.points)
    for wanted, point in _paired(gold, extraction, left):
        yield judged("decision", wanted.words, Outcome.RIGHT if point else Outcome.MISSED)
        if point:
            yield from _facts(wanted, point, extraction)
    for point in left:
        if not any(_is_again(point, wanted, extraction) for wanted in gold.decisions):
            yield judged("decision", f"{point.status} {point.action} at {point.evidence.start}", Outcome.EXTRA)


def _facts(wanted: GoldDecision, point: DecisionPoint, extraction: Extraction) -> Iterator[Verdict]:
    found = f"{point.status} {point.action}"
    if wanted.actions:
        yield told("action", wanted.words, point.action in wanted.actions, found)
    yield told("standing", wanted.words, point.status in wanted.statuses, found)
    for name, value in wanted.facts:
        said = _FACTS[name](point, extraction)
        yield told(name, f"{wanted.words}: {value}", said == value, said or "none")


def _edtf(when: DateExpression | None) -> str | None:
    return when.edtf if when else None


def _paired(
    gold: GoldDocument, extraction: Extraction, left: list[DecisionPoint]
) -> list[tuple[GoldDecision, DecisionPoint | None]]:
    """Each wanted decision with the point that is it; what is taken leaves ``left``.

    Without places the closest fits are paired first, so that no decision takes the point of a later one.
    """
    pairs: dict[int, DecisionPoint] = {}
    for fits in (_is_at, _is_it, _is_nearly_it):
        for number, wanted in enumerate(gold.decisions):
            point = next((p for p in left if number not in pairs and fits(p, wanted, extraction)), None)
            if point is not None:
                pairs[number] = point
                left.remove(point)
    return [(wanted, pairs.get(number)) for number, wanted in enumerate(gold.decisions)]


def _is_at(point: DecisionPoint, wanted: GoldDecision, extraction: Extraction) -> bool:
    place = wanted.place
    return place is not None and point.evidence.start < place.end and point.evidence.end > place.start


def _is_it(point: DecisionPoint, wanted: GoldDecision, extraction: Extraction) -> bool:
    return _is_in(point, wanted, extraction) and point.action in wanted.actions and point.status in wanted.statuses


def _is_nearly_it(point: DecisionPoint, wanted: GoldDecision, extraction: Extraction) -> bool:
    return _is_in(point, wanted, extraction) and (point.action in wanted.actions) != (point.status in wanted.statuses)


def _is_again(point: DecisionPoint, wanted: GoldDecision, extraction: Extraction) -> bool:
    """Whether a counted gold has it: one told several times in one document is one fact."""
    return _is_it(point, wanted, extraction)


def _is_in(point: DecisionPoint, wanted: GoldDecision, extraction: Extraction) -> bool:
    """Whether a point is told in the item, and of the case, that a gold without places names."""
    if wanted.place is not None or (wanted.item and point.item != wanted.item):
        return False
    own = next((i.case for i in extraction.document.items if i.paragraph == point.item), extraction.document.own_case)
    cases = {fold(case) for case in (*point.cases, own or "")}
    return wanted.case is None or fold(wanted.case) in cases
