"""The picture of the whole graph: every case, or the best connected of them."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from graf.keys import case_key
from graf.model import Case, CaseGraph, CaseId, DateExpression, Decision, Statement
from graf.write.page.lanes import body_lane
from graf.write.page.scene import Item, Scene, action_word, line, only_proposed
from graf.write.page.words import Words

LIMIT = 200
"""Cases that one page shows; more is a tangle that nobody can read, and a file above a megabyte."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The part of a graph that a page shows."""

    scene: Scene
    cases: tuple[Case, ...]
    statements: tuple[Statement, ...]
    decisions: dict[CaseId, tuple[Decision, ...]]


def overview(graph: CaseGraph, words: Words, limit: int = LIMIT) -> Overview:
    """The best connected cases of a graph, the statements between them, and their picture."""
    cases = best_connected(graph, limit)
    keys = {case_key(case.id) for case in cases}
    inside = tuple(one for one in graph.statements if one.subject in keys and one.object in keys)
    decisions = _by_case(graph)
    places = _municipalities(graph, cases)
    items = tuple(_item(case, decisions.get(case.id, ()), places.get(case.id.municipality, ""), words) for case in cases)
    lines = {one.id: one for one in (line(statement, statement.relation.builds_on) for statement in inside)}
    by_time = tuple(sorted(cases, key=lambda case: _first_day(case, decisions.get(case.id, ()))))
    return Overview(Scene(items, tuple(one for one in lines.values() if one.source != one.target)), by_time, inside, decisions)


def best_connected(graph: CaseGraph, limit: int) -> tuple[Case, ...]:
    """The cases with most statements, in order of their keys."""
    degree = Counter(end for one in graph.statements for end in (one.subject, one.object) if one.subject != one.object)
    ranked = sorted(graph.cases, key=lambda case: (-degree[case_key(case.id)], case_key(case.id)))
    return tuple(sorted(ranked[:limit], key=lambda case: case_key(case.id)))


def registered(case: Case) -> DateExpression | None:
    """The year in a case's number: when it was registered, for want of a better date."""
    found = re.search(r"(?<!\d)(19|20)\d\d(?!\d)", case.id.key)
    if found is None:
        return None
    year = int(found[0])
    return DateExpression(str(year), date(year, 1, 1), date(year, 12, 31))


def _first_day(case: Case, decisions: tuple[Decision, ...]) -> tuple[date, str]:
    dates = [one.date.earliest for one in decisions if one.date]
    guess = registered(case)
    return min(dates, default=guess.earliest if guess else date.max), case_key(case.id)


def _by_case(graph: CaseGraph) -> dict[CaseId, tuple[Decision, ...]]:
    found: dict[CaseId, tuple[Decision, ...]] = {}
    for decision in graph.decisions:
        if decision.case:
            found[decision.case] = (*found.get(decision.case, ()), decision)
    return found


def _municipalities(graph: CaseGraph, cases: tuple[Case, ...]) -> dict[str, str]:
    """The name of each municipality, if the picture shows several."""
    codes = sorted({case.id.municipality for case in cases})
    if len(codes) < 2:
        return {}
    names = {doc.municipality: doc.authority for doc in graph.documents if doc.municipality and doc.authority}
    return {code: names.get(code) or code for code in codes}


def _item(case: Case, decisions: tuple[Decision, ...], place: str, words: Words) -> Item:
    dated = next((decision for decision in decisions if decision.date), None)
    body = dated.body if dated else next((decision.body for decision in decisions if decision.body), None)
    guess = registered(case)
    word = action_word(decisions, words)
    if not word and guess and not dated:
        word = words.ui["registered"].format(guess.edtf)
    return Item(
        case_key(case.id),
        case.label,
        word,
        body_lane(body, words.ui["unknown_body"], place),
        dated.date if dated else guess,
        held=case.held,
        guessed=dated is None,
        proposal=only_proposed(decisions),
    )
