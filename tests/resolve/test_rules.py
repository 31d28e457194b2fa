"""What a number printed in one document is found to mean: each rule with what it must and must not lead to a case."""

from itertools import combinations

import pytest

from graf.keys import case_key
from graf.matching import find_printed
from graf.model import CaseId, Relation, Role
from graf.resolve import RULES
from tests.papers import edges, graph_of, item, letter, minutes, resolutions, towns

LUND, MALMO = "Lunds kommun", "Malmö stad"


def meaning(graph_text: tuple[str, ...], normal: str, document: str = "1.txt") -> str | None:
    """The one case that a number in a document was resolved to."""
    (found,) = {r.target for r in resolutions(graph_of(*graph_text), normal, document)}
    return str(found) if found else None


RESOLVED = [
    pytest.param(
        (letter("Frågan väcktes först i ett äldre ärende (Dnr 363/10)."),),
        "363/2010",
        "1280:2010-363",
        id="own diary: short number",
    ),
    pytest.param(
        (letter("Frågan väcktes i STK-2016-796."),),
        "STK-2016-796",
        "1280:STK-2016-796",
        id="own diary: a number with its series",
    ),
    pytest.param(
        (letter("Departementet tog upp saken (S2014/1696/FST)."),),
        "S2014/1696/FST",
        "regeringen:S-2014-1696",
        id="a ministry's number is the country's, not the town's",
    ),
    pytest.param(
        (letter("Motion (2018:1802) av Vera Alm bereds här.", "KS 2018/1802", town="Stockholms stad"),),
        "2018:1802",
        "0180:KS-2018-1802",
        id="motion with the year and serial of its own case",
    ),
    pytest.param(
        (letter("Motion (2017:1802) av Vera Alm är en annan.", "KS 2018/1802", town="Stockholms stad"),),
        "2017:1802",
        None,
        id="motion of another year",
    ),
    pytest.param(
        (letter("Motion (2018:802) av Vera Alm är en annan.", "KS 2018/1802", town="Stockholms stad"),),
        "2018:802",
        None,
        id="a serial that only ends alike is another motion",
    ),
    pytest.param(
        (letter("- Utredning STK-2011-7", section="Beslutsunderlag"),),
        "STK-2011-7",
        None,
        id="listed among papers, and nobody in town knows it",
    ),
    pytest.param(
        (letter("- Utredning STK-2011-7", section="Beslutsunderlag"), letter("Se STK-2011-7.", "STK-2020-501")),
        "STK-2011-7",
        "1280:STK-2011-7",
        id="listed among papers, and another document of the town cites it",
    ),
    pytest.param(
        (letter("- Utredning KS 2011/7", section="Beslutsunderlag"), letter("Se KS 2011/7.", "KS 2020/1", town=LUND)),
        "KS 2011/7",
        None,
        id="listed among papers, and only another town knows it",
    ),
    pytest.param(
        (letter("Frågan väcktes i STK-2016-796.", "KS 2019/5", town=LUND),),
        "STK-2016-796",
        "1280:STK-2016-796",
        id="a series that one town is known to have, cited by another town",
    ),
    pytest.param(
        (letter("Frågan väcktes i STK-2016-796.", "STK-2019-5", town=LUND),),
        "STK-2016-796",
        "1281:STK-2016-796",
        id="a town that keeps such a series itself",
    ),
]


@pytest.mark.parametrize(("texts", "normal", "case"), RESOLVED)
def test_a_number_means_one_case_or_none(texts: tuple[str, ...], normal: str, case: str | None) -> None:
    assert meaning(texts, normal) == case


def test_what_is_listed_and_unknown_makes_no_case() -> None:
    graph = graph_of(letter("- Utredning STK-2011-7", section="Handlingar i ärendet"))
    (found,) = resolutions(graph, "STK-2011-7")
    assert found.reference.role is Role.LISTED
    assert found.reason
    assert [case.label for case in graph.cases] == ["STK-2020-500"]


# --- the short form of the document's own number ------------------------------------------------

BACKGROUND = "I april 2013 (Dnr 145/13) godkände kommunstyrelsen rapporten."
SHORT = [
    pytest.param((letter(BACKGROUND, "STK-2013-145"),), "1280:STK-2013-145", id="the document's own case"),
    pytest.param(
        (letter(f"{BACKGROUND} Arbetet fortsätter i STK-2013-145.", "STK-2014-9"),),
        "1280:STK-2013-145",
        id="a case that the document cites in full",
    ),
    pytest.param(
        (letter(BACKGROUND, "STK-2014-9"), letter("Om träd.", "STK-2013-145")),
        "1280:2013-145",
        id="only another document deals with the long number",
    ),
    pytest.param((letter(BACKGROUND, "STK-2013-146"),), "1280:2013-145", id="one digit apart"),
    pytest.param((letter(BACKGROUND, "STK-2013-1145"),), "1280:2013-145", id="a serial that only ends alike"),
    pytest.param((letter(BACKGROUND, "STK-2014-145"),), "1280:2013-145", id="another year"),
    pytest.param(
        (letter(BACKGROUND, "STK-2013-145"), letter("Se SBN-2013-145.", "STK-2014-9")),
        "1280:2013-145",
        id="two series of the town have such a number",
    ),
    pytest.param(
        (letter(BACKGROUND, "STK-2013-145"), letter("Om vägar.", "SBN-2013-145", town=LUND)),
        "1280:STK-2013-145",
        id="another town's series is no rival",
    ),
    pytest.param(
        (letter(BACKGROUND, "STK-2014-9") + "\n#### Beslutsunderlag\n\n- Rapport STK-2013-145\n",),
        "1280:2013-145",
        id="the long number is only listed among papers",
    ),
]


@pytest.mark.parametrize(("texts", "case"), SHORT)
def test_a_short_number_joins_a_long_one_only_where_the_document_deals_with_it(texts: tuple[str, ...], case: str) -> None:
    assert meaning(texts, "145/2013") == case


def test_a_joined_short_number_leaves_a_statement_with_both_places() -> None:
    (found,) = [s for s in graph_of(letter(BACKGROUND, "STK-2013-145")).statements if s.relation is Relation.SAME_CASE_AS]
    assert found.rule == "short-form-of-own-number"
    assert [found.subject, found.object] == ["arende/1280/2013-145", "arende/1280/STK-2013-145"]
    assert "145/13" in found.evidence[0].quote
    assert "STK-2013-145" in found.evidence[1].quote


def test_a_short_number_left_alone_tells_of_its_candidates() -> None:
    (found,) = resolutions(graph_of(letter(BACKGROUND, "STK-2014-9"), letter("Om träd.", "STK-2013-145")), "145/2013")
    assert found.candidates == (CaseId("1280", "STK-2013-145"),)
    assert found.reason


# --- what must never be one ---------------------------------------------------------------------


def test_the_same_number_in_two_towns_is_two_cases_and_no_edge() -> None:
    same = "Frågan väcktes i ett äldre ärende (Dnr 363/10)."
    graph = graph_of(letter(same, "KS 2020/88"), letter(same, "KS 2020/88", town=LUND))
    assert {str(case.id) for case in graph.cases} == {
        "1280:2010-363",
        "1280:KS-2020-88",
        "1281:2010-363",
        "1281:KS-2020-88",
    }
    for statement in graph.statements:
        assert statement.subject.split("/")[1] == statement.object.split("/")[1]


APART = ["STK-2016-796", "STK-2016-797", "STK-2016-7960", "STK-2015-796", "SBN-2016-796", "STK-2016-76", "STK-2016-976"]


@pytest.mark.parametrize(("one", "other"), list(combinations(APART, 2)))
def test_numbers_that_are_alike_are_not_the_same(one: str, other: str) -> None:
    graph = graph_of(letter(f"Se {one}. Se också {other}."))
    assert {case.label for case in graph.cases} == {one, other, "STK-2020-500"}
    assert not [s for s in graph.statements if s.relation is Relation.SAME_CASE_AS]


SPELLINGS = ["STK-2016-796", "STK 2016-796", "STK-2016-0796", "STK\u20112016\u2011796", "STK-2016-\n796", "STK 2016/796"]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_is_one_case(spelling: str) -> None:
    graph = graph_of(letter(f"Se ärendet {spelling} om träd."))
    assert {str(case.id) for case in graph.cases} == {"1280:STK-2016-796", "1280:STK-2020-500"}


def test_every_number_of_these_tables_is_found_as_printed() -> None:
    assert all(len(find_printed(number)) == 1 for number in APART)


@pytest.mark.parametrize(
    "printed", ["STK-2016-79\ufffd", "\ufffdTK-2016-796", "STK-2016-7\ufffd6", "dnr 36\ufffd/10", "S2014/169\ufffd"]
)
def test_a_number_with_a_lost_character_is_no_number(printed: str) -> None:
    graph = graph_of(letter(f"Se ärendet {printed} om träd."))
    assert [case.label for case in graph.cases] == ["STK-2020-500"]
    assert {problem.kind for problem in graph.problems} == {"lost-characters"}


# --- § of a meeting -----------------------------------------------------------------------------

HELD = minutes(
    item(233, "STK-2016-796", "Kommunstyrelsen godkänner förslaget."),
    item(234, "STK-2016-797", "Planen antas."),
    day="2016-08-17",
)
PARAGRAPHS = [
    pytest.param(
        "Kommunstyrelsen godkände förslaget den 17 augusti 2016 § 233.", "§ 233", "1280:STK-2016-796", id="body, day and §"
    ),
    pytest.param(
        "Planen antogs av kommunstyrelsen den 17 augusti 2016, § 234.", "§ 234", "1280:STK-2016-797", id="its neighbour"
    ),
    pytest.param(
        "Planen antogs av kommunstyrelsen den 17 augusti 2016, § 234/16.", "§ 234/16", "1280:STK-2016-797", id="its year"
    ),
    pytest.param("Planen antogs enligt KS § 234/16.", "§ 234/16", "1280:STK-2016-797", id="body and year"),
    pytest.param("Planen antogs enligt KS § 234/17.", "§ 234/17", None, id="another year"),
    pytest.param("Planen antogs enligt KF § 234/16.", "§ 234/16", None, id="another body and year"),
    pytest.param("Planen antogs av kommunstyrelsen 2016-08-17, §§ 233 och 234.", "§§ 233, 234", None, id="one of two"),
    pytest.param("Kommunstyrelsen godkände förslaget den 17 augusti 2016 § 235.", "§ 235", None, id="a § that is not held"),
    pytest.param("Kommunstyrelsen godkände förslaget den 18 augusti 2016 § 233.", "§ 233", None, id="the day after"),
    pytest.param("Kommunfullmäktige godkände förslaget den 17 augusti 2016 § 233.", "§ 233", None, id="another body"),
    pytest.param("Kommunstyrelsen godkände förslaget i augusti 2016, § 233.", "§ 233", None, id="only the month"),
    pytest.param("Saken behandlades under § 233.", "§ 233", None, id="neither body nor day"),
]


@pytest.mark.parametrize(("words", "paragraph", "case"), PARAGRAPHS)
def test_a_paragraph_with_body_and_day_is_the_item_of_the_minutes_held(words: str, paragraph: str, case: str | None) -> None:
    assert meaning((letter(words), HELD), paragraph) == case


def reason_of(papers: tuple[str, ...], paragraph: str) -> str | None:
    return next(r.reason for r in graph_of(*papers).resolutions if r.reference.normal == paragraph)


AGAIN = minutes(item(234, "STK-2016-900", "Taxan antas."), day="2016-12-14")
REASONS = [
    pytest.param(
        "Planen antogs enligt KS § 234/16.", "§ 234/16", (HELD, AGAIN), "several meetings of that year", id="two meetings"
    ),
    pytest.param("Planen antogs enligt KS § 299/16.", "§ 299/16", (HELD,), "no minutes of that year", id="none of the year"),
    pytest.param(
        "Kommunstyrelsen sade nej den 17 augusti 2016 § 299.", "§ 299", (HELD,), "the minutes held", id="held, without it"
    ),
    pytest.param("Kommunstyrelsen sade nej den 5 augusti 2016 § 233.", "§ 233", (HELD,), "no minutes of that", id="not held"),
    pytest.param(
        "Kommunstyrelsen sade nej 2016-08-17, §§ 233 och 234.", "§§ 233, 234", (HELD,), "several §§", id="a run of §§"
    ),
]


@pytest.mark.parametrize(("words", "paragraph", "held", "reason"), REASONS)
def test_a_paragraph_that_is_not_resolved_says_why(words: str, paragraph: str, held: tuple[str, ...], reason: str) -> None:
    assert (reason_of((letter(words), *held), paragraph) or "").startswith(reason)


def test_a_paragraph_of_another_towns_meeting_is_not_found() -> None:
    words = "Kommunstyrelsen godkände förslaget den 17 augusti 2016 § 233."
    assert meaning((letter(words, "KS 2020/1", town=LUND), HELD), "§ 233") is None


# --- documents whose town is not known ----------------------------------------------------------

NAMELESS = [letter("Se STK-2016-796.", number, town="Rådhuset") for number in ("STK-2020-1", "STK-2020-2")]
NAMELESS = [text.replace("STK-", "KS-") for text in NAMELESS]


def test_documents_of_unknown_town_are_kept_apart() -> None:
    graph = graph_of(*NAMELESS)
    assert len(towns(case.id for case in graph.cases)) == 2
    assert all(town.startswith("okand-") for town in towns(case.id for case in graph.cases))
    assert [case.label for case in graph.cases].count("KS-2016-796") == 2
    assert {problem.kind for problem in graph.problems} == {"no-authority"}


def test_a_town_given_by_the_user_joins_documents_of_unknown_town() -> None:
    graph = graph_of(*NAMELESS, municipality="1281")
    assert edges(graph) == {("KS-2020-1", "refersTo", "KS-2016-796"), ("KS-2020-2", "refersTo", "KS-2016-796")}
    assert towns(case.id for case in graph.cases) == {"1281"}


def test_a_town_given_by_the_user_does_not_overrule_the_masthead() -> None:
    graph = graph_of(letter("Om träd.", "KS 2020/1", town=LUND), municipality="1280")
    assert towns(case.id for case in graph.cases) == {"1281"}


# --- rules as a whole ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name, *_ in RULES])
def test_every_rule_explains_itself_and_says_how_sure_it_is(name: str) -> None:
    (rule, confidence) = next((rule, confidence) for key, rule, confidence in RULES if key == name)
    assert rule.__doc__
    assert 0 < confidence <= 1


def test_a_reference_is_resolved_or_has_its_reason() -> None:
    graph = graph_of(HELD, letter("Se SOU 2014:3, motion (2017:44), § 9 och dnr 12/19."), *NAMELESS)
    assert all(r.target or r.reason for r in graph.resolutions)
    assert all(case_key(r.target) for r in graph.resolutions if r.target)
