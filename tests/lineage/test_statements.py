"""Which documents join which cases: every rule with what it must and must not say."""

from itertools import product

import pytest

from graf.model import CaseId, Modality, Relation, Status
from graf.trace import trace
from tests.papers import builds_on, decisions, edges, graph_of, item, letter, minutes, statements

ROW = """Kommunstyrelsen har fattat en rad beslut om gatuträd:

- I maj 2016 godkändes en inventering av träden (STK-2015-553).
- I augusti 2016 avsattes medel till plantering (STK-2016-796). I samma ärende nämndes parkerna (STK-2016-815).
- I augusti 2017 upphävdes fonden för gatuträd (STK-2017-488).

Det finns även andra ärenden som rör träden. I september 2016 godkändes en utredning om parker (STK-2015-1525)."""
CHAIN = {("STK-2016-796", "continues", "STK-2015-553"), ("STK-2017-488", "continues", "STK-2016-796")}
BACKGROUND = (
    "I maj 2010 (Dnr 363/10) inrättade kommunstyrelsen en trädkommission. "
    "I april 2013 (Dnr 145/13) godkände kommunstyrelsen kommissionens slutrapport."
)


# --- rows of decisions and backgrounds ----------------------------------------------------------

TOLD_IN_ORDER = [
    pytest.param(ROW, CHAIN, id="a list under a lead-in, and side branches are no steps"),
    pytest.param(ROW.replace("en rad beslut", "beslut"), CHAIN, id="a list of dated decisions in order, less surely"),
    pytest.param(
        "I maj 2016 godkändes en inventering (STK-2015-553).\n\nI augusti 2016 avsattes medel (STK-2016-796).",
        {("STK-2016-796", "continues", "STK-2015-553")},
        id="a paragraph each",
    ),
    pytest.param(
        "I augusti 2016 avsattes medel (STK-2016-796). I maj 2016 godkändes en inventering (STK-2015-553).",
        set(),
        id="against the order of time",
    ),
    pytest.param(
        "I maj 2016 nämndes träden (STK-2015-553). I juni 2016 nämndes de igen (STK-2016-796).", set(), id="nothing decided"
    ),
    pytest.param("Staden har två ärenden om träd, STK-2015-553 och STK-2016-796.", set(), id="no time is told"),
    pytest.param("I maj 2016 godkändes en inventering (STK-2015-553).", set(), id="one decision is no row"),
    pytest.param(
        "I maj 2016 godkändes en inventering (STK-2015-553). Nu föreslås att medel avsätts i augusti 2020 (STK-2020-796).",
        set(),
        id="a proposal is no step",
    ),
]


@pytest.mark.parametrize(("words", "expected"), TOLD_IN_ORDER)
def test_decisions_told_in_order_of_time_continue_each_other(words: str, expected: set[tuple[str, str, str]]) -> None:
    assert builds_on(graph_of(letter(words))) == expected


def test_a_background_leads_from_the_commission_to_its_report() -> None:
    graph = graph_of(letter(BACKGROUND, "STK-2013-145", section="Bakgrund"))
    (found,) = [s for s in statements(graph, "background-in-order") if s.relation is Relation.CONTINUES]
    assert [found.subject, found.object] == ["arende/1280/STK-2013-145", "arende/1280/2010-363"]
    assert found.status is Status.INFERRED
    assert ["april 2013" in found.evidence[0].quote, "maj 2010" in found.evidence[1].quote] == [True, True]


def test_a_lead_in_makes_a_row_surer_than_a_background() -> None:
    (led, *_) = statements(graph_of(letter(ROW)), "row-of-decisions")
    (told, *_) = statements(graph_of(letter(BACKGROUND, "STK-2013-145", section="Bakgrund")), "background-in-order")
    assert led.confidence > told.confidence
    assert "en rad beslut" in led.evidence[-1].quote, "the lead-in is evidence too"


def test_side_branches_stand_beside_the_line() -> None:
    graph = graph_of(letter(ROW))
    thread = trace(graph, CaseId("1280", "STK-2016-796"))
    assert [step.case.label for step in thread.steps] == ["STK-2015-553", "STK-2016-796", "STK-2017-488"]
    assert "STK-2016-815" in {branch.label for branch in thread.branches}
    assert "STK-2015-1525" not in {step.case.label for step in thread.steps}


# --- relations that a text states ---------------------------------------------------------------

OWN, OTHER, THIRD = "STK-2020-500", "STK-2016-796", "STK-2015-9"
STATED = [
    pytest.param(f"Utredningen är ett komplement till ärendet {OTHER}.", (OWN, "complements", OTHER), id="complements"),
    pytest.param(
        f"Ärendet kompletteras av ärendet {OTHER}.", (OTHER, "complements", OWN), id="passive: the other complements this"
    ),
    pytest.param(
        f"Utredningen {THIRD} är ett komplement till ärendet {OTHER}.", (THIRD, "complements", OTHER), id="between two others"
    ),
    pytest.param(
        f"Ärendet {THIRD} kompletteras av ärendet {OTHER}.", (OTHER, "complements", THIRD), id="passive between two others"
    ),
    pytest.param(f"Beslutet ersätter ärende {OTHER}.", (OWN, "replaces", OTHER), id="replaces"),
    pytest.param(f"Ärendet {THIRD} ersätts av {OTHER}.", (OTHER, "replaces", THIRD), id="passive: is replaced by"),
    pytest.param(
        f"Beslutet i ärende {THIRD} upphävdes genom {OTHER}.", (OTHER, "repeals", THIRD), id="passive: was repealed by"
    ),
    pytest.param(f"Frågan bereds vidare i ärende {OTHER}.", (OTHER, "continues", OWN), id="forward: is taken further in"),
    pytest.param(f"Frågan behandlas i ärende {OTHER}.", (OWN, "refersTo", OTHER), id="is dealt with in: no more is said"),
    pytest.param(f"Skrivelsen är en fortsättning på ärendet {OTHER}.", (OWN, "continues", OTHER), id="continues"),
    pytest.param(
        f"Den lämnas med anledning av kommunstyrelsens beslut i maj 2016 ({OTHER}).",
        (OWN, "occasionedBy", OTHER),
        id="occasioned by",
    ),
    pytest.param(
        f"Det ligger i linje med kommunstyrelsens beslut i maj 2016 ({OTHER}).",
        (OWN, "inAccordanceWith", OTHER),
        id="in line with",
    ),
    pytest.param(f"Detta är en uppföljning av ärendet {OTHER}.", (OWN, "followsUp", OTHER), id="follows up"),
    pytest.param(f"Se även ärende {OTHER}.", (OWN, "seeAlso", OTHER), id="see also"),
    pytest.param(f"Det sker med ändring av beslutet i ärende {OTHER}.", (OWN, "amends", OTHER), id="noun: a change of"),
    pytest.param(f"Beslutet i ärende {OTHER} upphävdes.", (OWN, "repeals", OTHER), id="the target first"),
    pytest.param(f"Upphävande av beslutet i ärende {OTHER} har skett.", (OWN, "repeals", OTHER), id="noun: a repeal of"),
    pytest.param(f"Rättelse av beslutet i ärende {OTHER}.", (OWN, "corrects", OTHER), id="corrects"),
    pytest.param(f"Nämnden vidhåller sitt tidigare beslut i ärende {OTHER}.", (OWN, "confirms", OTHER), id="confirms"),
    pytest.param(f"Frågan har brutits ut ur ärende {OTHER}.", (OWN, "splitFrom", OTHER), id="split from"),
    pytest.param(f"Ärendet har uppgått i ärende {OTHER}.", (OWN, "mergedInto", OTHER), id="merged into"),
    pytest.param(f"Medel behövs för att verkställa beslutet i ärende {OTHER}.", (OWN, "implements", OTHER), id="implements"),
    pytest.param(f"Ärendet har fått nytt diarienummer, {OTHER}.", (OTHER, "continues", OWN), id="a new number"),
    pytest.param(f"Ärendet hade tidigare diarienummer {OTHER}.", (OWN, "continues", OTHER), id="an older number"),
    pytest.param(f"Arbetet vilar i avvaktan på ärende {OTHER}.", (OWN, "awaits", OTHER), id="awaits"),
    pytest.param(
        f"Motionen anses besvarad med hänvisning till ärende {OTHER}.",
        (OWN, "answeredWithReferenceTo", OTHER),
        id="answered with reference to",
    ),
    pytest.param(f"Det har beretts i ärende {OTHER}.", (OWN, "preparedBy", OTHER), id="prepared by"),
    pytest.param(f"Uppdraget återrapporteras i {OTHER}.", (OWN, "refersTo", OTHER), id="reported in: no cue says which way"),
    pytest.param(f"Nämnden har ett annat ärende, {OTHER}.", (OWN, "refersTo", OTHER), id="a number and no more"),
]


def test_every_number_of_a_list_is_borne_on_and_none_by_its_neighbour() -> None:
    found = edges(graph_of(letter(f"Beslutet ersätter ärendena {THIRD}, STK-2016-77 och {OTHER}.")))
    assert {(OWN, "replaces", n) for n in (THIRD, "STK-2016-77", OTHER)} <= found
    assert not {(s, o) for s, _, o in found} & {(OTHER, THIRD), (THIRD, OTHER), (OTHER, "STK-2016-77")}


FALSE_FRIENDS = [
    pytest.param(f"Ärendet har beretts möjlighet i {OTHER}.", "preparedBy", id="an opportunity is no preparation"),
    pytest.param(f"Hon ersätter Ola Alm i ärende {OTHER}.", "replaces", id="a substitute replaces no case"),
    pytest.param(f"Beslutet i ärende {OTHER} upphävs inte.", "repeals", id="not repealed"),
    pytest.param(f"Kostnaderna uppgår till 3 miljoner kronor i ärende {OTHER}.", "mergedInto", id="amounts to"),
]


@pytest.mark.parametrize(("words", "relation"), FALSE_FRIENDS)
def test_a_false_friend_of_a_cue_makes_no_relation(words: str, relation: str) -> None:
    assert relation not in {said for _, said, _ in builds_on(graph_of(letter(words)))}


def test_a_relation_to_a_paragraph_with_its_day_joins_decision_and_case() -> None:
    old = minutes(item(12, OTHER, "Kommunstyrelsen godkänner planen."), day="2016-05-18")
    new = letter("Det sker i enlighet med kommunstyrelsens beslut den 18 maj 2016 § 12.")
    graph = graph_of(old, new)
    assert (OWN, "inAccordanceWith", OTHER) in edges(graph)
    objects = {s.object for s in statements(graph, "in-accordance-with-case")}
    assert objects == {f"arende/1280/{OTHER}", "beslut/1280/kommunstyrelsen-2016-05-18-p12"}


MODES = [
    pytest.param("#### Förslag till beslut", Modality.PROPOSED, id="below a heading of proposals"),
    pytest.param("#### Reservation", Modality.MOVED, id="in a reservation"),
    pytest.param("#### Bakgrund", Modality.RECOUNTED, id="in a background"),
]


@pytest.mark.parametrize(("heading", "modality"), MODES)
def test_a_relation_has_the_mode_of_its_section(heading: str, modality: Modality) -> None:
    graph = graph_of(letter(f"Text.\n\n{heading}\n\nBeslutet i ärende {OTHER} upphävs."))
    assert {s.modality for s in statements(graph, "case-is-repealed")} == {modality}


@pytest.mark.parametrize(("words", "edge"), STATED)
def test_a_relation_stated_has_the_direction_of_its_words(words: str, edge: tuple[str, str, str]) -> None:
    found = edges(graph_of(letter(words)))
    assert edge in found
    assert (edge[2], edge[1], edge[0]) not in found


@pytest.mark.parametrize(
    ("words", "modality"),
    [
        pytest.param(f"Skrivelsen är inte en fortsättning på ärendet {OTHER}.", Modality.NEGATED, id="denied"),
        pytest.param(f"Skrivelsen besvarar inte uppdraget i {OTHER}.", Modality.NEGATED, id="denied behind its verb"),
        pytest.param(f"Om beslutet i ärende {OTHER} upphävs behövs nya regler.", Modality.CONDITIONAL, id="what if"),
        pytest.param(f"Partiet vill att beslutet i ärende {OTHER} upphävs.", Modality.MOVED, id="what somebody wishes"),
        pytest.param(f"Kommunstyrelsen föreslås upphäva beslutet i ärende {OTHER}.", Modality.PROPOSED, id="proposed"),
    ],
)
def test_what_is_denied_or_proposed_joins_nothing(words: str, modality: Modality) -> None:
    graph = graph_of(letter(words))
    assert {s.modality for s in graph.statements if s.relation is not Relation.REFERS_TO} == {modality}
    assert builds_on(graph_of(letter(words))) == set()
    assert len(trace(graph, CaseId("1280", OWN)).steps) == 1
    assert (OWN, "refersTo", OTHER) in edges(graph), "that the paper cites the other case still holds"


def test_a_plain_reference_yields_to_what_is_said_more_exactly() -> None:
    words = f"Se {OTHER}. Utredningen är ett komplement till ärendet {OTHER}."
    assert edges(graph_of(letter(words))) == {(OWN, "complements", OTHER)}


def test_one_thing_said_in_two_papers_is_one_statement_with_both_places() -> None:
    words = f"Utredningen {THIRD} är ett komplement till ärendet {OTHER}."
    (found,) = statements(graph_of(letter(words, "STK-2020-1"), letter(words, "STK-2020-2")), "complement-to-case")
    assert {evidence.document for evidence in found.evidence} == {"1.txt", "2.txt"}


# --- decisions referred to without a number -----------------------------------------------------

SUBJECT = """Kommunstyrelsen har fattat en rad beslut om gatuträd:

- I maj 2016 avsattes medel till en starkare funktion för plantering (STK-2015-553).
- I augusti 2017 godkändes riktlinjer i enlighet med tidigare beslut om en starkare funktion (STK-2017-488)."""


def test_an_earlier_decision_named_by_its_subject_is_the_case_told_of_in_those_words() -> None:
    (found,) = statements(graph_of(letter(SUBJECT)), "earlier-decision-by-subject")
    assert [found.subject, found.relation, found.object] == [
        "arende/1280/STK-2017-488",
        Relation.IN_ACCORDANCE_WITH,
        "arende/1280/STK-2015-553",
    ]


def test_an_earlier_decision_about_something_else_is_not_found() -> None:
    words = SUBJECT.replace("tidigare beslut om en starkare funktion", "tidigare beslut om dagvatten")
    assert not statements(graph_of(letter(words)), "earlier-decision-by-subject")


# --- two towns ----------------------------------------------------------------------------------


def test_no_statement_of_any_rule_crosses_from_town_to_town() -> None:
    texts = [ROW, BACKGROUND, SUBJECT, *(row.values[0] for row in STATED)]
    papers = [
        letter(str(words), number, town=town)
        for (words, number), town in product(((t, "KS 2020/88") for t in texts), ("Malmö stad", "Lunds kommun"))
    ]
    graph = graph_of(*papers)
    assert len({s.subject.split("/")[1] for s in graph.statements}) == 2
    joins = [s for s in graph.statements if s.relation is not Relation.REFERS_TO]
    assert joins
    assert all(s.subject.split("/")[1] == s.object.split("/")[1] for s in joins)


def test_no_case_bears_on_itself() -> None:
    words = f"Denna skrivelse kompletterar ärende {OWN} och ersätter ärende {OWN}. Se {OWN}."
    assert all(s.subject != s.object for s in graph_of(letter(words)).statements)


# --- things that decisions are about ------------------------------------------------------------

FUND = minutes(item(1, "STK-2012-191", "Kommunstyrelsen inrättar en social investeringsfond."), day="2012-03-07")
END = minutes(item(2, "STK-2017-488", "De sociala investeringsfonderna upphävs."), day="2017-08-31")


def test_a_fund_established_and_repealed_is_one_thing_with_both_deeds() -> None:
    graph = graph_of(FUND, END)
    (fund,) = graph.instruments
    said = {(s.subject, s.relation) for s in graph.statements if s.object == fund.key and s.subject.startswith("arende/")}
    assert said == {("arende/1280/STK-2012-191", Relation.ADOPTS), ("arende/1280/STK-2017-488", Relation.REPEALS)}


def test_the_origin_of_a_fund_is_a_branch_of_the_case_that_repeals_it() -> None:
    thread = trace(graph_of(FUND, END), CaseId("1280", "STK-2017-488"))
    assert [step.case.label for step in thread.steps] == ["STK-2017-488"]
    assert [(branch.label, branch.to.key) for branch in thread.branches] == [("STK-2012-191", "STK-2017-488")]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(
            minutes(item(2, "STK-2017-488", "Fonden för gatuträd upphävs."), day="2017-08-31"), id="a fund of another name"
        ),
        pytest.param(
            minutes(item(2, "KS 2017/488", "De sociala investeringsfonderna upphävs."), town="Lunds kommun"),
            id="another town's fund",
        ),
    ],
)
def test_things_of_another_name_or_town_are_not_one(other: str) -> None:
    assert len(graph_of(FUND, other).instruments) == 2


def test_a_thing_behind_its_verb_is_the_thing_and_not_the_date_before_it() -> None:
    graph = graph_of(letter("I augusti 2017 upphävdes de sociala investeringsfonderna (STK-2017-488)."), FUND)
    assert len(graph.instruments) == 1
    assert [p.target for d in decisions(graph, "STK-2017-488") for p in d.points] == ["sociala investeringsfonderna"]
