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
