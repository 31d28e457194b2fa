"""Which lines of a PDF are headers and footers, and which only look alike on every page."""

import pytest

from graf.read.pagination import running_form
from graf.read.pdf import read
from tests.read.making import Placed, draw_pdf, lines_of

SUBJECTS = ("träden", "skolorna", "badhuset", "gatorna", "kajen")
HEADER: Placed = (70, 800, "Vallby kommun 2018-06-18")


def page(number: int, *top: Placed, foot: tuple[Placed, ...] = ()) -> tuple[Placed, ...]:
    """A page that begins with some lines, and whose text no other page has."""
    subject = SUBJECTS[number]
    words = " ".join(f"Om {subject} sägs {n} saker, och mer om {subject} sägs sedan." for n in range(5 + number))
    return (*top, *lines_of(words, top=600), *foot)


KEPT = [
    pytest.param("§ {}", 45, id="a § rises by one from page to page, as page numbers do"),
    pytest.param("Ks § {}", 45, id="the same behind a body"),
    pytest.param("Ärende {}", 1, id="so does an item of an agenda"),
    pytest.param("Dnr KS 2018/{}", 90, id="a number of a case"),
    pytest.param("2018-06-1{}", 1, id="a day"),
    pytest.param("Bilaga {}", 1, id="an annex"),
]


@pytest.mark.parametrize(("words", "first"), KEPT)
def test_what_differs_by_more_than_a_page_number_is_kept(words: str, first: int) -> None:
    lines = [words.format(first + number) for number in range(5)]
    text = read(draw_pdf(*(page(number, HEADER, (70, 780, line)) for number, line in enumerate(lines))))
    assert [text.count(line) for line in lines] == [1] * 5
    assert text.count("Vallby kommun") == 1


PAGE_NUMBERS = [
    pytest.param("Sida {} (5)", id="with its name and the count"),
    pytest.param("sid. {}", id="abbreviated"),
    pytest.param("Blad {}", id="a sheet"),
    pytest.param("{} (5)", id="with the count"),
    pytest.param("- {} -", id="between dashes"),
    pytest.param("{}", id="alone"),
]


@pytest.mark.parametrize("words", PAGE_NUMBERS)
@pytest.mark.parametrize("first", [1, 17])
def test_page_numbers_go(words: str, first: int) -> None:
    numbers = [words.format(first + number) for number in range(5)]
    pages = (page(n, HEADER, (480, 800, number), foot=((300, 40, number),)) for n, number in enumerate(numbers))
    text = read(draw_pdf(*pages))
    assert text.count("Vallby kommun") == 1
    assert [number for number in numbers[1:] if number in text.split("\n")] == []


def test_numbers_alone_that_do_not_count_the_pages_are_kept() -> None:
    numbers = ("120", "44", "87", "310", "9")
    text = read(draw_pdf(*(page(n, (70, 800, number)) for n, number in enumerate(numbers))))
    assert [line for line in text.replace("\f", "\n").split("\n") if line.isdigit()] == list(numbers)


HEADINGS = [
    pytest.param("Kommunstyrelsens förslag till kommunfullmäktige", id="a proposal"),
    pytest.param("Beslutsunderlag", id="papers"),
    pytest.param("Beslut", id="a decision"),
]


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("outermost", [True, False])
def test_the_heading_of_a_section_is_no_running_line(heading: str, outermost: bool) -> None:
    above = () if outermost else (HEADER,)
    text = read(draw_pdf(*(page(number, *above, (70, 780, heading)) for number in range(5))))
    assert text.count(heading) == 5


def test_the_heading_of_contents_is_one() -> None:
    assert read(draw_pdf(*(page(number, (70, 800, "Föredragningslista")) for number in range(5)))).count("Föredr") == 1


def test_what_stands_behind_a_line_of_the_text_is_text() -> None:
    pages = (page(n, HEADER, (70, 780, f"Ämne {subject}"), (70, 760, "Ansökan")) for n, subject in enumerate(SUBJECTS))
    text = read(draw_pdf(*pages))
    assert text.count("Vallby kommun") == 1
    assert text.count("Ansökan") == 5


def test_what_stands_now_here_now_there_is_text() -> None:
    text = read(draw_pdf(*(page(number, (70, 800 - 20 * number, "Ansökan")) for number in range(5))))
    assert text.count("Ansökan") == 5


@pytest.mark.parametrize("height", [792.0, 805.0])
def test_a_header_may_stand_a_little_askew(height: float) -> None:
    pages = (
        page(number, (70, 799.0 if number % 2 else height if number == 2 else 800.0, "Vallby kommun")) for number in range(5)
    )
    assert read(draw_pdf(*pages)).count("Vallby kommun") == (1 if height == 805.0 else 2)


FORMS = [
    pytest.param("Kommunstyrelsen  Sida 3 av 12", "kommunstyrelsen #", None, id="named"),
    pytest.param("Protokoll 2018-06-18\t3", "protokoll 2018-06-18\t#", 3, id="alone in its cell"),
    pytest.param("Protokoll 3 (7)", "protokoll #", 3, id="with the count behind words"),
    pytest.param("Rum 17", "rum 17", None, id="a number behind a word is the word's"),
    pytest.param("§ 3 (7)", "§ 3 (7)", None, id="never that of a §"),
    pytest.param("Sida 2018-06-18", "sida 2018-06-18", None, id="a day is no page"),
    pytest.param("18-06-18", "18-06-18", None, id="nor is a short one"),
]


@pytest.mark.parametrize(("text", "words", "number"), FORMS)
def test_the_form_of_a_running_line(text: str, words: str, number: int | None) -> None:
    assert running_form(text) == (words, number)
