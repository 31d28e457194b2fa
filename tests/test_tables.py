"""Every row of every table proves itself: it finds its examples, and leaves its counter-examples alone."""

from collections import Counter
from collections.abc import Iterable

import pytest

from graf.extract.clauses import find_acts
from graf.matching import find_bodies, find_printed
from graf.model import Action, Span
from graf.parse.lines import Line, heading_kind
from graf.tables import (
    TABLES,
    ActionRow,
    BodyRow,
    CueRow,
    Example,
    ReferenceRow,
    RelationRow,
    SectionRow,
    actions,
    authorities,
    ballots,
    bodies,
    cues,
    document_kinds,
    instruments,
    masthead_fields,
    meeting_roles,
    ministry,
    municipalities,
    references,
    relations,
    sections,
    series,
)
from graf.text import Folded

PROMISED = "case gov_case paragraph sou ds dir prop bet rskr mot fpm sfs law eu court regulation handling decision"
"""The kinds of reference that the contract of the command line lists; rows may add to them."""

SEARCHED = {
    "ballots": ballots,
    "cues": cues,
    "document_kinds": document_kinds,
    "instruments": instruments,
    "meeting_roles": meeting_roles,
}
"""The tables whose patterns are searched for anywhere in a stretch of text."""


def named(row: str, phrase: str) -> str:
    """A readable id: the row, and the phrase on one line."""
    return f"{row}: {' '.join(phrase.split())[:60]}"


def phrases(rows: Iterable[tuple[str, object, Iterable[str]]]) -> list[object]:
    """One case per row and phrase."""
    return [pytest.param(row, phrase, id=named(name, phrase)) for name, row, found in rows for phrase in found]


def examples(rows: Iterable[tuple[str, object, Iterable[Example]]]) -> list[object]:
    """One case per row and example."""
    return [pytest.param(row, one, id=named(name, one.text)) for name, row, found in rows for one in found]


# --- references ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("row", "example"), examples((r.name, r, r.examples) for r in references()))
def test_a_reference_is_found_with_its_kind_and_normal_form(row: ReferenceRow, example: Example) -> None:
    found = {(printed.kind, printed.normal) for printed in find_printed(Folded(example.text).text)}
    assert (row.kind, example.normal) in found


@pytest.mark.parametrize(("row", "phrase"), phrases((r.name, r, r.counter_examples) for r in references()))
def test_a_row_of_references_leaves_its_counter_examples_alone(row: ReferenceRow, phrase: str) -> None:
    assert not row.pattern.search(Folded(phrase).text)


def test_the_kinds_of_reference_are_those_that_the_contract_promises() -> None:
    assert set(PROMISED.split()) - {row.kind for row in references()} == set()


# --- bodies -------------------------------------------------------------------------------------


def label(row: BodyRow) -> str:
    return f"{row.kind} {row.name}".strip()


@pytest.mark.parametrize(("row", "example"), examples((label(b), b, b.examples) for b in bodies()))
def test_a_body_is_found_with_its_name_and_kind(row: BodyRow, example: Example) -> None:
    assert (example.normal, row.kind) in {(body.name, body.kind) for body in find_bodies(example.text)}


@pytest.mark.parametrize(("row", "phrase"), phrases((label(b), b, b.counter_examples) for b in bodies()))
def test_a_row_of_bodies_leaves_its_counter_examples_alone(row: BodyRow, phrase: str) -> None:
    assert not row.pattern.search(phrase)


# --- actions ------------------------------------------------------------------------------------


def first_act(phrase: str) -> tuple[Action, bool] | None:
    """The action of the first decision verb, and whether it tells of the past."""
    found = find_acts(phrase, 0, len(phrase))
    return (found[0].action, found[0].past) if found else None


@pytest.mark.parametrize(("row", "phrase"), phrases((a.action, a, a.examples) for a in actions()))
def test_an_action_is_found_in_a_form_that_acts(row: ActionRow, phrase: str) -> None:
    assert first_act(phrase) == (row.action, False)


@pytest.mark.parametrize(("row", "phrase"), phrases((a.action, a, a.past_examples) for a in actions()))
def test_an_action_is_found_in_a_form_that_recounts(row: ActionRow, phrase: str) -> None:
    assert first_act(phrase) == (row.action, True)


@pytest.mark.parametrize(("row", "phrase"), phrases((a.action, a, a.counter_examples) for a in actions()))
def test_an_action_is_not_found_in_its_false_friends(row: ActionRow, phrase: str) -> None:
    assert row.action not in {act.action for act in find_acts(phrase, 0, len(phrase))}


def test_every_action_has_one_row() -> None:
    assert Counter(row.action for row in actions()) == Counter(set(Action) - {Action.DECIDE}), "what no row names is decided"


# --- sections and mastheads ---------------------------------------------------------------------


def heading(words: str) -> str | None:
    return heading_kind(Line(Span(0, len(words)), words, marked=False))


@pytest.mark.parametrize(("row", "phrase"), phrases((s.kind, s, s.examples) for s in sections()))
def test_a_heading_opens_its_kind_of_section(row: SectionRow, phrase: str) -> None:
    assert heading(phrase) == row.kind


@pytest.mark.parametrize(("row", "phrase"), phrases((s.kind, s, s.counter_examples) for s in sections()))
def test_a_heading_of_another_kind_does_not(row: SectionRow, phrase: str) -> None:
    assert heading(phrase) != row.kind


@pytest.mark.parametrize(("row", "phrase"), phrases((m.name, m, m.examples) for m in masthead_fields()))
def test_a_field_of_a_masthead_opens_a_line(row: CueRow, phrase: str) -> None:
    assert row.pattern.match(phrase)


@pytest.mark.parametrize(("row", "phrase"), phrases((m.name, m, m.counter_examples) for m in masthead_fields()))
def test_a_field_of_a_masthead_is_not_taken_for_another_word(row: CueRow, phrase: str) -> None:
    assert not row.pattern.match(phrase)


# --- cues, relations, instruments, kinds of documents -------------------------------------------


@pytest.mark.parametrize(
    ("row", "phrase"), phrases((f"{table} {c.name}", c, c.examples) for table, rows in SEARCHED.items() for c in rows())
)
def test_a_phrase_is_found(row: CueRow, phrase: str) -> None:
    assert row.pattern.search(phrase)


@pytest.mark.parametrize(
    ("row", "phrase"), phrases((f"{table} {c.name}", c, c.counter_examples) for table, rows in SEARCHED.items() for c in rows())
)
def test_a_phrase_is_not_found_in_its_false_friends(row: CueRow, phrase: str) -> None:
    assert not row.pattern.search(phrase)


@pytest.mark.parametrize(("row", "phrase"), phrases((r.name, r, r.examples) for r in relations()))
def test_a_cue_of_a_relation_is_found_beside_a_number(row: RelationRow, phrase: str) -> None:
    first = next(other for other in relations() if other.behind is row.behind and other.pattern.search(phrase))
    assert (row.relation, row.passive) == (first.relation, first.passive)


@pytest.mark.parametrize(("row", "phrase"), phrases((r.name, r, r.counter_examples) for r in relations()))
def test_a_cue_of_a_relation_is_not_found_in_its_false_friends(row: RelationRow, phrase: str) -> None:
    assert not row.pattern.search(phrase)


# --- the tables as a whole ----------------------------------------------------------------------


IDENTITY = {
    "bodies": "pattern",
    "authorities": "name",
    "ballots": "name",
    "meeting_roles": "name",
    "cues": "name",
    "document_kinds": "name",
    "instruments": "name",
    "masthead": "name",
    "ministries": "letters",
    "parties": "letters",
    "municipalities": "code",
    "references": "name",
    "relations": "name",
    "sections": "kind",
    "series": "series",
}
"""What tells two rows of a table apart."""


@pytest.mark.parametrize("name", sorted(IDENTITY))
def test_a_table_has_no_two_rows_of_one_name(name: str) -> None:
    counted = Counter(getattr(row, IDENTITY[name]) for row in TABLES[name]())
    assert [value for value, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("name", sorted(set(TABLES) - {"authorities", "ministries", "municipalities", "parties", "series"}))
def test_every_row_brings_an_example(name: str) -> None:
    assert [row for row in TABLES[name]() if not getattr(row, "examples", None)] == []


def test_every_series_belongs_to_a_municipality_that_exists() -> None:
    assert {row.municipality for row in series()} <= {town.code for town in municipalities()}


def test_there_are_21_regions_each_with_the_code_of_a_county() -> None:
    codes = {row.code for row in authorities() if row.kind == "region"}
    assert len(codes) == 21
    assert codes == {town.code[:2] for town in municipalities()}


def test_no_two_authorities_share_a_name_or_a_domain() -> None:
    names = Counter(name for row in authorities() for name in (row.name, *row.also))
    domains = Counter(domain for row in authorities() for domain in row.domains)
    assert [word for word, count in (names + domains).items() if count > 1] == []


MINISTRIES = [
    pytest.param("LI", 2025, "Landsbygds- och infrastrukturdepartementet", id="the ministry of today"),
    pytest.param("I", 2019, "Infrastrukturdepartementet", id="a ministry that is gone, in its time"),
    pytest.param("I", 2024, None, id="a ministry that is gone, after its time"),
    pytest.param("S", 2014, "Socialdepartementet", id="a ministry that kept its name"),
    pytest.param("KS", 2014, None, id="a municipal board is no ministry"),
]


@pytest.mark.parametrize(("letters", "year", "expected"), MINISTRIES)
def test_a_ministry_is_known_by_its_letters_in_its_years(letters: str, year: int, expected: str | None) -> None:
    assert ministry(letters, year) == expected


def test_there_are_290_municipalities() -> None:
    assert len({town.code for town in municipalities()}) == 290
