"""What stands on one line of a page is one line of the text, however the file draws it."""

import pytest

from graf.read.notes import raised
from graf.read.pdf import read
from graf.read.pdf.baselines import on_one_line
from graf.read.pdf.letters import Letter, rows_of
from graf.read.pdf.lines import Cell, Row
from tests.read.making import Placed, draw_pdf, lines_of

PROSE = " ".join(f"Nämnden beslutade i fråga {n} att anta förslaget till plan." for n in range(12))


def row(words: str, left: float, bottom: float, height: float = 12.0) -> Row:
    """A row whose letters are half as wide as high."""
    return Row((Cell(words, left, left + height * len(words) / 2),), bottom, height, False)


LINE = (row("§ 45", 70, 720), row("Taxa för vatten", 70, 700), row("Beslut", 70, 680))
FLOAT = row("Dnr KS 2018/14", 400, 720)
DRAWN = [
    pytest.param((FLOAT, *LINE), id="before all"),
    pytest.param((*LINE, FLOAT), id="after all"),
    pytest.param((*LINE[:2], FLOAT, LINE[2]), id="between two lines"),
    pytest.param((FLOAT._replace(bottom=717.2, height=24.0), *LINE), id="in larger letters"),
]


@pytest.mark.parametrize("page", DRAWN)
def test_what_floats_at_the_margin_comes_to_its_line(page: tuple[Row, ...]) -> None:
    assert [one.text for one in on_one_line(page)] == ["§ 45\tDnr KS 2018/14", "Taxa för vatten", "Beslut"]


def test_what_is_drawn_to_the_left_comes_first() -> None:
    page = (row("Taxa för vatten", 120, 720), row("Taxan antas av nämnden.", 120, 700), row("§ 45", 70, 720))
    assert [one.text for one in on_one_line(page)] == ["§ 45\tTaxa för vatten", "Taxan antas av nämnden."]


def block(left: float, *words: str) -> tuple[Row, ...]:
    """Lines close below each other."""
    return tuple(row(line, left, 720 - 14 * number) for number, line in enumerate(words))


APART = [
    pytest.param((*block(70, "Vallby kommun", "Kontoret"), *block(300, "Datum", "2018-06-18")), id="blocks of a letterhead"),
    pytest.param((*block(300, "Datum", "2018-06-18"), *block(70, "Vallby kommun", "Kontoret")), id="the right one first"),
    pytest.param((row("Ett.", 70, 720), row("Två.", 300, 700)), id="lines of other heights"),
    pytest.param((*block(70, "Långt ord", "Mer"), row("Över", 90, 720)), id="what lies over another"),
]


@pytest.mark.parametrize("page", APART)
def test_what_stays_apart(page: tuple[Row, ...]) -> None:
    assert on_one_line(page) == page


RAISED = [
    pytest.param("KS 2015/30", "2", " [2]", id="behind a number, which it must not lengthen"),
    pytest.param("nämnden", "1", " [1]", id="behind a word"),
    pytest.param("120 m", "2", "2", id="square metres"),
    pytest.param("km", "2", "2", id="square kilometres"),
    pytest.param("rum", "2", " [2]", id="a word that ends in m"),
    pytest.param("120 m", "7", " [7]", id="no power"),
    pytest.param("", "1", "1", id="a note's own number"),
]


@pytest.mark.parametrize(("before", "number", "expected"), RAISED)
def test_a_raised_number(before: str, number: str, expected: str) -> None:
    assert raised(before, number) == expected


def test_raised_numbers_are_in_their_line() -> None:
    page = (
        row("Nämnden beslutade", 70, 700),
        row("1 om KS 2015/30", 172, 705, 9),
        row("2", 239.5, 705, 9),
        row(". Yta 120 m", 244, 700),
        row("2", 310, 705, 9),
        row("Nästa rad.", 70, 680),
    )
    assert [one.text for one in on_one_line(page)] == ["Nämnden beslutade [1] om KS 2015/30 [2]. Yta 120 m2", "Nästa rad."]


def test_a_float_of_a_page_is_read_on_its_line() -> None:
    floats: tuple[Placed, ...] = ((450, 700, "Dnr KS 2018/14"), (450, 500, "Dnr KS 2018/21"))
    items = ((70.0, 700.0, "§ 45"), *lines_of(PROSE, top=680), (70.0, 500.0, "§ 46"), *lines_of(PROSE, top=480))
    text = read(draw_pdf((*floats, *items)))
    assert "§ 45\tDnr KS 2018/14\n" in text
    assert "§ 46\tDnr KS 2018/21\n" in text


NOTES = [
    pytest.param("Dnr KS 2015/30", "2", " gäller.", "Dnr KS 2015/30 [2] gäller.", id="a note behind a number"),
    pytest.param("Sedan 2016", "12", " gäller.", "Sedan 2016 [12] gäller.", id="a note of two figures behind a year"),
    pytest.param("Beslut av nämnden", "3", ".", "Beslut av nämnden [3].", id="a note behind a word"),
    pytest.param("En yta av 120 m", "2", ".", "En yta av 120 m2.", id="a power"),
]


@pytest.mark.parametrize(("before", "number", "after", "text"), NOTES)
@pytest.mark.parametrize("rise", [3, 4])
def test_a_small_raised_number_lengthens_no_other(before: str, number: str, after: str, text: str, rise: int) -> None:
    mark = "@@@"
    drawn = draw_pdf(((70, 700, before + mark + after), *lines_of(PROSE, top=680)))
    small = f") Tj {rise} Ts /F 6.5 Tf ({number}) Tj 0 Ts /F 10 Tf ("
    # pdfium finds the objects again where their places have moved
    assert read(drawn.replace(mark.encode(), small.encode())).startswith(text)


def test_a_small_number_that_is_not_raised_stays() -> None:
    drawn = draw_pdf(((70, 700, "Rad 201@@@ ord"), *lines_of(PROSE, top=680)))
    assert read(drawn.replace(b"@@@", b") Tj /F 6.5 Tf (6) Tj /F 10 Tf (")).startswith("Rad 2016 ord")


# --- letters ------------------------------------------------------------------------------------


def letters(words: str, left: float, bottom: float, height: float = 10.0) -> list[Letter]:
    """The signs of a line, half as wide as high; blanks a quarter."""
    found = []
    for sign in words:
        if sign == " ":
            left += height / 4
        else:
            found.append(Letter(sign, left, left + height / 2, bottom, height, False))
            left += height / 2
    return found


LETTERS = [
    pytest.param(letters("Taxan antas.", 70, 700), ["Taxan antas."], id="blanks by their gaps"),
    pytest.param(letters("Ett", 70, 700) + letters("Två", 70, 680), ["Ett", "Två"], id="two lines"),
    pytest.param(letters("§ 45", 70, 700) + letters("Dnr", 400, 700), ["§ 45\tDnr"], id="two cells"),
    pytest.param(letters("Två", 400, 700) + letters("Ett", 70, 700), ["Två", "Ett"], id="back to the left is another line"),
    pytest.param(letters("år", 70, 700) + letters("1", 80, 704, 7), ["år", "1"], id="a raised number by itself"),
]


@pytest.mark.parametrize(("drawn", "expected"), LETTERS)
def test_letters_become_rows(drawn: list[Letter], expected: list[str]) -> None:
    assert [one.text for one in rows_of(drawn)] == expected


def test_a_page_of_few_words_is_read_by_lines() -> None:
    # pdfium takes a page whose text fills more of its height than of its width for vertical writing
    lines = ("Vallby", "Protokoll", "2018-06-18", "§ 45", "Dnr KS 2018/14", "Taxa", "Beslut", "Taxan antas.")
    page = tuple((6.0, 800.0 - 24 * number, words) for number, words in enumerate(lines))
    text = read(draw_pdf(page))
    assert [line for line in text.split("\n") if line] == list(lines)
