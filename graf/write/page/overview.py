"""The picture of the whole graph: every case, or the best connected of them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graf.keys import case_key
from graf.model import Case, CaseGraph, CaseId, DateExpression, Statement, Status
from graf.write.picture.lanes import ALONE, UNKNOWN_PLACE, body_lane
from graf.write.picture.phrases import phrase, short
from graf.write.picture.scene import Item, Line, Scene, action_word, line, line_id, only_proposed
from graf.write.picture.whereabouts import Whereabouts, whereabouts

LIMIT = 200
"""Cases that one page shows; more is a tangle that nobody can read, and a file above a megabyte."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The part of a graph that a page shows."""

    scene: Scene
    cases: tuple[Case, ...]
    """In order of time."""
    statements: tuple[Statement, ...]
    whereabouts: Mapping[CaseId, Whereabouts]


def overview(graph: CaseGraph, limit: int = LIMIT) -> Overview:
    """The best connected cases of a graph, the statements between them, and their picture."""
    cases = best_connected(graph, limit)
    keys = {case_key(case.id) for case in cases}
    inside = tuple(one for one in graph.statements if one.subject in keys and one.object in keys)
    known = whereabouts(graph, cases)
    drawn = _connected(cases, inside)
    places = _municipalities(graph, drawn)
    items = tuple(_item(case, known[case.id], places.get(case.id.municipality, ALONE)) for case in drawn)
    by_time = tuple(sorted(cases, key=lambda case: (_first_day(case, known[case.id]), case_key(case.id))))
    return Overview(Scene(items, _lines(inside)), by_time, inside, known)


def _connected(cases: tuple[Case, ...], statements: Iterable[Statement]) -> tuple[Case, ...]:
    """The cases that a line reaches; where no line is, all."""
    ends = {end for one in statements if one.subject != one.object for end in (one.subject, one.object)}
    return tuple(case for case in cases if case_key(case.id) in ends) or cases


def together(statements: Iterable[Statement]) -> dict[tuple[str, ...], list[Statement]]:
    """The statements between each two nodes, the one that tells most first."""
    pairs: dict[tuple[str, ...], list[Statement]] = {}
    for one in sorted(statements, key=_telling):
        if one.subject != one.object:
            pairs.setdefault(tuple(sorted((one.subject, one.object))), []).append(one)
    return pairs


def _telling(one: Statement) -> tuple[bool, bool, float, str]:
    return not one.relation.builds_on, one.status is Status.INFERRED, -one.confidence, line_id(one)


def _lines(statements: Iterable[Statement]) -> tuple[Line, ...]:
    """One line for each two cases, whatever the number of statements between them."""
    first = [found[0] for found in together(statements).values()]
    return tuple(line(one, one.relation.builds_on) for one in sorted(first, key=line_id))


def _first_day(case: Case, known: Whereabouts) -> date:
    when = known.when or registered(case)
    return when.earliest if when else date.max


def best_connected(graph: CaseGraph, limit: int) -> tuple[Case, ...]:
    """The cases with most statements, in order of their keys."""
    degree = Counter(end for one in graph.statements for end in (one.subject, one.object) if one.subject != one.object)
    keyed = [(case_key(case.id), case) for case in graph.cases]
    ranked = sorted(keyed, key=lambda one: (-degree[one[0]], one[0]))
    return tuple(case for _, case in sorted(ranked[:limit], key=lambda one: one[0]))


def registered(case: Case) -> DateExpression | None:
    """The year in a case's number: when it was registered, for want of a better date."""
    found = re.search(r"(?<!\d)(19|20)\d\d(?!\d)", case.id.key)
    if found is None:
        return None
    year = int(found[0])
    return DateExpression(str(year), date(year, 1, 1), date(year, 12, 31))


def _municipalities(graph: CaseGraph, cases: Sequence[Case]) -> dict[str, tuple[int, str]]:
    """The name of each municipality and its place in the order, the one with most cases first, if there are several."""
    count = Counter(case.id.municipality for case in cases)
    if len(count) < 2:
        return {}
    names = {doc.municipality: doc.authority for doc in graph.documents if doc.municipality and doc.authority}
    ranked = sorted(count, key=lambda code: (code.startswith("okand-"), -count[code], code))
    return {
        code: (len(ranked), UNKNOWN_PLACE) if code.startswith("okand-") else (place, names.get(code) or code)
        for place, code in enumerate(ranked)
    }


def _item(case: Case, known: Whereabouts, place: tuple[int, str]) -> Item:
    guess = registered(case)
    return Item(
        case_key(case.id),
        case.label,
        action_word(known.decisions),
        body_lane(known.body, place),
        known.when or guess,
        short(known.when) or (phrase("ui.registered", guess.edtf) if guess else ""),
        held=case.held,
        guessed=known.when is None,
        proposal=only_proposed(known.decisions),
    )
