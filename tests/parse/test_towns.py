"""Whole minutes in ten towns' ways: items, their cases, and whose a reference is, against what was truly written."""

from collections import Counter
from dataclasses import dataclass
from functools import cache

import pytest

from graf.extract.context import Context
from graf.extract.references import find_references
from graf.model import Item, Reference
from graf.score.forms import fold
from tests.towns.layouts import LAYOUTS, Layout
from tests.towns.meetings import Meeting, meeting
from tests.written import parsed

MEETINGS = 10
"""Of each layout; with ten layouts, a hundred meetings of thirty items."""


@dataclass(frozen=True, slots=True)
class Told:
    """One meeting as written and as read."""

    truth: Meeting
    items: tuple[Item, ...]
    references: tuple[Reference, ...]


@cache
def told(layout: Layout) -> tuple[Told, ...]:
    return tuple(_told(meeting(layout, seed)) for seed in range(MEETINGS))


def _told(truth: Meeting) -> Told:
    found = parsed(truth.text)
    return Told(truth, found.document.items, find_references(Context(found)))


def share(right: int, wanted: int) -> float:
    return right / wanted if wanted else 1.0


layouts = pytest.mark.parametrize("layout", LAYOUTS, ids=[layout.name for layout in LAYOUTS])


@layouts
def test_items_are_found(layout: Layout) -> None:
    found = wanted = extra = 0
    for row in told(layout):
        true, seen = Counter(i.paragraph for i in row.truth.items), Counter(i.paragraph for i in row.items)
        found, wanted, extra = found + (true & seen).total(), wanted + true.total(), extra + (seen - true).total()
    assert share(found, wanted) >= 0.98
    assert share(found, found + extra) >= 0.98


@layouts
def test_an_item_has_its_own_case_and_no_other(layout: Layout) -> None:
    right = wanted = 0
    for row in told(layout):
        cases = {item.paragraph: item.case for item in row.items}
        for item in row.truth.items:
            wanted += 1
            right += item.paragraph in cases and fold(cases[item.paragraph] or "none") == fold(item.case or "none")
    assert share(right, wanted) >= 0.98


@layouts
def test_no_reference_is_given_to_a_neighbour(layout: Layout) -> None:
    strayed = []
    for row in told(layout):
        whose = {fold(number): item.paragraph for item in row.truth.items for number in item.cited}
        for reference in row.references:
            item = whose.get(fold(reference.normal))
            if item is not None and reference.item != item:
                strayed.append((reference.normal, item, reference.item))
    assert strayed == []


@layouts
def test_what_is_cited_is_found(layout: Layout) -> None:
    found = wanted = 0
    for row in told(layout):
        seen = {(fold(reference.normal), reference.item) for reference in row.references}
        cited = [(fold(number), item.paragraph) for item in row.truth.items for number in item.cited]
        found, wanted = found + sum(pair in seen for pair in cited), wanted + len(cited)
    assert share(found, wanted) >= 0.98


@layouts
def test_a_title_is_read_whole(layout: Layout) -> None:
    right = wanted = 0
    for row in told(layout):
        titles = {item.paragraph: item.title for item in row.items}
        for item in row.truth.items:
            wanted += 1
            right += " ".join((titles.get(item.paragraph) or "").casefold().split()) == item.title.casefold()
    assert share(right, wanted) >= 0.97
