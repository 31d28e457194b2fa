"""The items of minutes, their sections, and the running headers that stand between and inside them."""

import pytest

from graf.parse.headers import blank_running_lines
from tests.written import parsed

MINUTES = """\
Kiruna kommun                     Protokoll
Tekniska nämnden                  Sida 1 (3)

Sammanträdesdatum: 2020-09-07

Innehåll

§ 12 Snöröjning .......................... 2
§ 13 Skoterleder ......................... 3

Kiruna kommun                     Protokoll
Tekniska nämnden                  Sida 2 (3)

§ 12
Dnr TN 2020/31
Snöröjning på Bromsgatan

Beslut

Nämnden godkänner planen.

§ 13
Dnr TN 2020/32
Skoterleder norr om
sjön

Beslut

Nämnden avslår ansökan.

Kiruna kommun                     Protokoll
Tekniska nämnden                  Sida 3 (3)

Ärendet

Ansökan kom in i maj.

§ 14 Rapporter

Inga rapporter lämnades.
"""


def test_each_item_has_its_number_case_and_title() -> None:
    assert [(item.paragraph, item.case, item.title) for item in parsed(MINUTES).document.items] == [
        ("12", "TN 2020/31", "Snöröjning på Bromsgatan"),
        ("13", "TN 2020/32", "Skoterleder norr om sjön"),
        ("14", None, "Rapporter"),
    ]


def test_minutes_of_many_items_have_no_case_of_their_own() -> None:
    assert parsed(MINUTES).document.own_case is None


def test_an_item_begins_at_its_sign_and_ends_where_the_next_begins() -> None:
    items = parsed(MINUTES).document.items
    assert [MINUTES[item.span.start :][:4] for item in items] == ["§ 12", "§ 13", "§ 14"]
    assert [one.span.end for one in items] == [*(other.span.start for other in items[1:]), len(MINUTES)]


def test_a_line_of_contents_opens_no_item() -> None:
    assert MINUTES.index("....") < min(item.span.start for item in parsed(MINUTES).document.items)


def test_an_excerpt_has_the_case_of_its_one_item() -> None:
    text = "Malmö stad\n\nProtokollsutdrag\n\n§ 171 Nya lekplatser\n\nSTK-2015-553\n\nBeslut\n\nText.\n"
    document = parsed(text).document
    assert (document.own_case, document.items[0].paragraph) == ("STK-2015-553", "171")


def test_a_letter_has_no_items() -> None:
    assert parsed("Malmö stad\n\nTjänsteskrivelse\n\nSTK-2019-5\n\nÄrendet\n\nSe § 12.\n").document.items == ()


def test_sections_stand_in_order_and_cover_what_follows_their_heading() -> None:
    found = parsed(MINUTES)
    decisions = [found.folded.text[s.span.start : s.span.end].strip() for s in found.sections if s.kind == "decision"]
    assert [words.split("\n")[0] for words in decisions] == ["Nämnden godkänner planen.", "Nämnden avslår ansökan."]


RUNNING = [
    pytest.param(
        "Nämnden  Sida 1 (2)\nEtt\nNämnden  Sida 2 (2)\nTvå", "Nämnden Sida 1 (2) Ett Två", id="the mark and the header"
    ),
    pytest.param("Ett\n1(2)\nTvå\n2(2)\nTre", "Ett 1(2) Två Tre", id="a page's number alone"),
    pytest.param("Ett\nTvå\nEtt\nTre", "Ett Två Ett Tre", id="no pages, no headers"),
    pytest.param("Sid 1\nSamma rad\nSid 2", "Sid 1 Samma rad", id="a line that comes once stays"),
    pytest.param("Ett\nSign\n1\n\fTvå\nSign\n2\n\fTre\nSign\n3\n\f", "Ett Sign Två Tre", id="numbers alone, by form feeds"),
]


@pytest.mark.parametrize(("text", "kept"), RUNNING)
def test_running_lines_are_blanked_behind_the_first_page(text: str, kept: str) -> None:
    blanked = blank_running_lines(text)
    assert " ".join(blanked.split()) == kept
    assert len(blanked) == len(text)


PAGES = "Lund  Sida 1 (3)\n{first}\n\n{far}\n\nLund  Sida 2 (3)\n{second}\nmer\noch mer\nmycket mer\nLund  Sida 3 (3)\nslut"
FAR = "en rad\n" * 12

STAYS = [
    pytest.param("Beslut", "Beslut", id="a heading that comes on every page"),
    pytest.param("Dnr KS 2020/31", "Dnr KS 2020/32", id="a number of another case"),
]


@pytest.mark.parametrize(("first", "second"), STAYS)
def test_a_line_of_the_text_near_a_page_mark_stays(first: str, second: str) -> None:
    text = PAGES.format(first=first, far=FAR, second=second)
    assert second in blank_running_lines(text).partition("en rad")[2]


def test_a_field_that_recurs_above_a_page_mark_stays() -> None:
    form = "Redovisning: under hösten 2014\n"
    text = f"Lund  Sida 1 (2)\nett\n{FAR}{form}{FAR}{form}Lund  Sida 2 (2)\nslut"
    assert blank_running_lines(text).count(form.strip()) == 2


HEADS = [
    pytest.param("§ 26    Dnr KS 2018/14\n\nNy taxa", ("26", "KS 2018/14", "Ny taxa"), id="the number beside"),
    pytest.param("§ 26              Diarienummer 00322/2026\nNy taxa", ("26", "00322/2026", "Ny taxa"), id="far to the right"),
    pytest.param("§66 Avsägelser\n\nDnr. 2011/KS 0014 002", ("66", "2011/KS 0014 002", "Avsägelser"), id="below a blank line"),
    pytest.param("KS § 80   KS/2018:298 - 001\n\nNy taxa", ("80", "KS/2018:298", "Ny taxa"), id="the body before, a plan code"),
    pytest.param("Kf § 9 Ny taxa", ("9", None, "Ny taxa"), id="an abbreviated body, no case"),
    pytest.param("Kommunstyrelsen § 9 Ny taxa", ("9", None, "Ny taxa"), id="a body's name, no case"),
    pytest.param(
        "§ 9\nNy taxa för vatten\noch avlopp (KS 2018/14)", ("9", "KS 2018/14", "Ny taxa för vatten och avlopp"), id="ends"
    ),
    pytest.param("§ 22\nNy taxa\nÄrendebeteckning: RJL2016/289", ("22", "RJL2016/289", "Ny taxa"), id="a label of its own"),
    pytest.param("§ 63/20 Ny taxa\nKS 2018/14", ("63/20", "KS 2018/14", "Ny taxa"), id="the year in the paragraph"),
    pytest.param("§ 45 a Ny taxa", ("45a", None, "Ny taxa"), id="a letter"),
    pytest.param("Paragraf 45\nNy taxa", ("45", None, "Ny taxa"), id="the sign as a word"),
    pytest.param("# § 84\n## Ny taxa\nKS 2018/14", ("84", "KS 2018/14", "Ny taxa"), id="headings of Markdown"),
    pytest.param(
        "§ 84\nMotion från Anna Ek m.fl.\n(C) om träd\nKS 2018/14",
        ("84", "KS 2018/14", "Motion från Anna Ek m.fl. (C) om träd"),
        id="m.fl.",
    ),
    pytest.param(
        "§ 4 Anmälan\n\nI ärendet KS 2018/14 har yttrande lämnats.", ("4", None, "Anmälan"), id="a number in the prose"
    ),
    pytest.param("§ 4 Anmälan\n\nBeslutsunderlag\nKS 2018/14", ("4", None, "Anmälan"), id="a number among the papers"),
]


@pytest.mark.parametrize(("head", "item"), HEADS)
def test_the_head_of_an_item(head: str, item: tuple[str, str | None, str]) -> None:
    text = f"Lunds kommun\nProtokoll\n\n{head}\n\nBeslut\nTaxan antas.\n"
    assert [(found.paragraph, found.case, found.title) for found in parsed(text).document.items] == [item]


NO_HEADS = [
    pytest.param("§ 7 i reglementet ska läsas så.", id="a § that opens a line of prose"),
    pytest.param("§ 7, § 8 och § 9 justeras genast.", id="a row of §§"),
    pytest.param("§§ 7-9 justeras genast.", id="a range"),
    pytest.param("§ 7 Taxa .......... 12", id="a line of contents"),
    pytest.param("Enligt § 7 Reglementet", id="a word before the sign"),
    pytest.param("12 Mars 2019", id="a day"),
    pytest.param("1. Taxan antas.\n2. Planen antas.", id="numbered decisions"),
]


@pytest.mark.parametrize("line", NO_HEADS)
def test_what_opens_no_item(line: str) -> None:
    text = f"Lunds kommun\nProtokoll\n\n§ 3 Ny taxa\n\nBeslut\n\n{line}\n\n§ 4 Ny plan\n\nBeslut\nPlanen antas.\n"
    assert [item.paragraph for item in parsed(text).document.items] == ["3", "4"]


def test_the_number_above_its_paragraph_belongs_to_it_where_minutes_set_it_so() -> None:
    items = "".join(f"BUN/2016:{n}0\n\n§ {n}\n\nTaxa {n}\n\nBeslut\nTaxan antas.\n\n" for n in (3, 4, 5))
    found = parsed(f"Lunds kommun\nProtokoll\n\n{items}").document.items
    assert [(item.paragraph, item.case) for item in found] == [("3", "BUN/2016:30"), ("4", "BUN/2016:40"), ("5", "BUN/2016:50")]


def test_items_whose_sign_was_lost_are_known_by_their_numbers_and_an_item_without_one_stands_between() -> None:
    text = "Protokoll\n\n26 Dnr KS 2018/14\nTaxa\n\nText.\n\n27 Upprop\n\nText.\n\n28 Dnr KS 2018/15\nPlan\n\nText.\n"
    found = [(item.paragraph, item.case, item.title) for item in parsed(text).document.items]
    assert found == [("26", "KS 2018/14", "Taxa"), ("27", None, "Upprop"), ("28", "KS 2018/15", "Plan")]


def test_a_lost_sign_among_others_is_made_good_by_the_numbers_around_it() -> None:
    text = "Protokoll\n\n§ 63 Nya motioner\n\nText.\n\n64 Interpellationer\n\nText.\n\n§ 65 Avsägelser\n\nText.\n"
    assert [item.paragraph for item in parsed(text).document.items] == ["63", "64", "65"]


def test_contents_without_dots_open_no_items() -> None:
    text = "Protokoll\n\nInnehåll\n§ 1 Taxa\n§ 2 Plan\n§ 3 Val\n\n§ 1 Taxa\n\nText.\n\n§ 2 Plan\n\nText.\n\n§ 3 Val\n\nText.\n"
    found = parsed(text).document.items
    assert [text[item.span.start : item.span.end].count("Text.") for item in found] == [1, 1, 1]
