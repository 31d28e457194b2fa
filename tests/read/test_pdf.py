"""What a PDF must not lose, double or tear apart."""

import pytest
from playwright.sync_api import Browser

from graf.errors import UnreadableDocumentError
from graf.read.pdf import read
from graf.read.pdf.paragraphs import joined
from graf.read.pdf.rows import clean
from tests.read.making import Placed, draw_pdf, lines_of, print_pdf

PROSE = (
    "Kommunstyrelsen beslutade i maj att uppdra åt kontoret att ta fram ett förslag till hur träden i stadens parker ska "
    "skötas, och att redovisa det före årets slut. Förslaget ska visa vad skötseln kostar och vem som ansvarar för den. "
    "Nämnderna får yttra sig innan ärendet kommer tillbaka. Kontoret ska även beskriva hur andra städer har gjort."
)


def test_lines_of_a_paragraph_are_one_and_paragraphs_stay_apart() -> None:
    below = lines_of(PROSE, top=600)
    assert read(draw_pdf((*lines_of(PROSE), *below))) == f"{PROSE}\n\n{PROSE}\n\n"


JOINED = [
    pytest.param("bostads-", "försörjning", "bostadsförsörjning", id="a word that the line's end breaks"),
    pytest.param("dnr STK-2016-", "796", "dnr STK-2016-796", id="a number keeps its hyphen"),
    pytest.param("dnr SN 2019/", "264", "dnr SN 2019/264", id="a number broken behind its stroke"),
    pytest.param("2015-", "2016", "2015-2016", id="two years"),
    pytest.param("kommun-", "och stadsdel", "kommun- och stadsdel", id="a part left out keeps its hyphen"),
    pytest.param("Nord-", "Sydlinjen", "Nord-Sydlinjen", id="a name keeps its hyphen"),
    pytest.param("IT-", "stöd", "IT-stöd", id="letters for a word keep their hyphen"),
    pytest.param("2010-", "talet", "2010-talet", id="a number in a word keeps its hyphen"),
    pytest.param("e-", "post", "e-post", id="one letter keeps its hyphen"),
    pytest.param("parken -", "en plats", "parken - en plats", id="a dash is no hyphen"),
]


@pytest.mark.parametrize(("before", "after", "expected"), JOINED)
def test_a_line_end_hyphen(before: str, after: str, expected: str) -> None:
    assert joined(before, after) == expected


@pytest.mark.parametrize("hyphen", ["-", "\u00ad"])
def test_a_number_broken_at_a_line_end_is_whole(hyphen: str) -> None:
    rows: tuple[Placed, ...] = (
        (70, 700, "Nämnden beslutade den 3 maj 2016 att lämna ett svar i ärendet med diarienummer SN-2019" + hyphen),
        (70, 686, "264, och att ta upp saken igen när kontoret har lämnat sin redovisning till nämnden, dock"),
        (70, 672, "senast i september. Det som nämnden har sagt tidigare gäller."),
    )
    assert "SN-2019-264, och att" in read(draw_pdf(rows))


CLEAN = [
    pytest.param("e\ufb00ektiv \ufb01na \ufb02oder o\ufb03ce ra\ufb04a", "effektiv fina floder office raffla", id="ligatures"),
    pytest.param("bostads\u00adförsörjning", "bostadsförsörjning", id="soft hyphen"),
    pytest.param("SN\u20102019\u201100264", "SN-2019-00264", id="printed and unbreakable hyphen"),
    pytest.param("a\u030angra", "\u00e5ngra", id="letters put together"),
    pytest.param("§ 5 och ½ m²", "§ 5 och ½ m²", id="signs that mean something stay"),
    pytest.param("2\u202f400\u00a0000", "2 400 000", id="blanks that do not break"),
]


@pytest.mark.parametrize(("drawn", "expected"), CLEAN)
def test_odd_characters(drawn: str, expected: str) -> None:
    assert clean(drawn) == expected


# --- pages --------------------------------------------------------------------------------------


SUBJECTS = ("träden", "skolorna", "badhuset", "gatorna")


def minutes(pages: int) -> tuple[tuple[Placed, ...], ...]:
    """Pages with a header, a footer, and a text that no other page has."""
    return tuple(
        (
            (70, 800, "Malmö stad   Kommunstyrelsen"),
            (400, 800, f"Sida {number} ({pages})"),
            *lines_of(" ".join(f"Om {subject} sägs {n} saker, och mer om {subject} sägs sedan." for n in range(9)), top=740),
            (70, 40, "Justerandes sign"),
        )
        for number, subject in enumerate(SUBJECTS[:pages], 1)
    )


def test_a_running_header_stays_once_and_cuts_no_sentence() -> None:
    text = read(draw_pdf(*minutes(4)))
    assert text.count("Malmö stad") == 1
    assert text.index("Malmö stad") < text.index("Om träden")
    assert text.count("Justerandes") == 1
    assert text.index("Justerandes") > text.index("Om gatorna")
    assert "Sida 2" not in text
    assert [text.count(f"mer om {subject}") for subject in SUBJECTS] == [9, 9, 9, 9]
    assert text.count("\f") == 3


def test_a_header_that_names_another_case_is_no_repetition() -> None:
    pages = tuple(((70, 800, f"Dnr STK-2016-{700 + n}"), *lines_of(PROSE, top=740)) for n in range(4))
    text = read(draw_pdf(*pages))
    assert [text.count(f"STK-2016-{700 + n}") for n in range(4)] == [1, 1, 1, 1]


def test_a_sentence_runs_over_the_page() -> None:
    rows = lines_of(f"{PROSE} {PROSE}")
    text = read(draw_pdf(rows[:4], lines_of(" ".join(words for _, _, words, *_ in rows[4:]))))
    assert text.replace("\f", " ") == f"{PROSE} {PROSE}\n\n"
    assert text.count("\f") == 1


def test_a_word_broken_by_the_page_is_whole_on_the_first() -> None:
    text = read(draw_pdf(((70, 60, "Nämnden vill att staden tar fram nya rikt-"),), ((70, 760, "linjer för bidrag."),)))
    assert text == "Nämnden vill att staden tar fram nya riktlinjer\ffor bidrag.\n\n".replace("for", "för")


def test_an_empty_page_keeps_its_number() -> None:
    assert read(draw_pdf(((70, 700, "Ett."),), (), ((70, 700, "Tre."),))).count("\f") == 2


# --- layout -------------------------------------------------------------------------------------


def test_label_and_value_stand_on_one_line() -> None:
    rows: tuple[Placed, ...] = (
        *((70, 700 - 20 * n, label) for n, label in enumerate(("Datum", "Diarienummer", "Plats"))),
        *((200, 700 - 20 * n, value) for n, value in enumerate(("2016-08-17", "STK-2016-796", "Stadshuset, rum 3"))),
    )
    by_row = sorted(rows, key=lambda placed: -placed[1])
    expected = "Datum\t2016-08-17\nDiarienummer\tSTK-2016-796\nPlats\tStadshuset, rum 3\n\n"
    assert read(draw_pdf(tuple(by_row))) == expected


COLUMN = (
    "Staden har under flera år arbetat med att göra parkerna tryggare och mer "
    "tillgängliga för alla som bor och verkar där. Arbetet leds av nämnden, som "
    "varje år lämnar en redovisning till fullmäktige om vad som har gjorts och vad som återstår att göra."
)


@pytest.mark.parametrize("by_line", [True, False], ids=["drawn line by line", "drawn column by column"])
def test_two_columns_are_read_one_after_the_other(by_line: bool) -> None:
    left, right = lines_of(COLUMN, width=40), lines_of(PROSE, left=330, width=40)
    placed = (*left, *right)
    page = tuple(sorted(placed, key=lambda one: (-one[1], one[0]))) if by_line else placed
    text = " ".join(read(draw_pdf(page)).split())
    assert text == f"{COLUMN} {PROSE}"


@pytest.mark.parametrize("turn", [180, 270])
def test_a_turned_page_keeps_its_order(turn: int) -> None:
    turned = draw_pdf(lines_of(PROSE)).replace(b"/MediaBox", f"/Rotate {turn} /MediaBox".encode())
    assert " ".join(read(turned).split()) == PROSE


def test_words_on_their_side_keep_their_order() -> None:
    rows = tuple((100 + 14 * n, 100, words) for n, (_, _, words, *_) in enumerate(lines_of(PROSE, width=60)))
    drawn = draw_pdf(rows)
    for left, bottom, words in rows:
        drawn = drawn.replace(
            f"{left} {bottom} Td ({words})".encode("cp1252"), f"0 1 -1 0 {left} 100 Tm ({words})".encode("cp1252")
        )
    assert " ".join(read(drawn.replace(b"/MediaBox", b"/Rotate 90 /MediaBox")).split()) == PROSE


def test_larger_words_are_a_heading() -> None:
    text = read(draw_pdf(((70, 780, "Beslut i ärendet", 16), *lines_of(PROSE))))
    assert text.startswith("# Beslut i ärendet\n\n")


# --- as a browser prints it -----------------------------------------------------------------------


SOFT = "bostads\u00adförsörjnings\u00adprogram "


@pytest.mark.browser
def test_lists_tables_ligatures_and_soft_hyphens_of_a_browser(browser: Browser) -> None:
    page = f"""<meta charset=utf-8><body style="font: 11pt DejaVu Sans"><h2>Effektiva flöden</h2>
        <table><tr><td style="padding-right: 40px">Datum<td>2016-08-17</table>
        <p>Ett officiellt {SOFT * 12}är fint.</p>
        <ul><li>Motionen avslås.<li>Svaret godkänns.</ul><ol><li>Ett träd.<li>Två träd.</ol>"""
    text = read(print_pdf(browser, page, "Malmö stad STK-2016-796 <span class=pageNumber></span>", "Justerandes sign"))
    assert text.startswith("Malmö stad STK-2016-796"), "a browser draws the header last"
    assert text.count("bostadsförsörjningsprogram") == 12
    for whole in (
        "# Effektiva flöden",
        "Datum\t2016-08-17",
        "- Motionen avslås.\n- Svaret godkänns.",
        "1. Ett träd.\n2. Två träd.",
    ):
        assert whole in text


# --- what cannot be read --------------------------------------------------------------------------

REFUSED = [
    pytest.param(draw_pdf(()), "scan", "scan without text", id="a page without text"),
    pytest.param(
        draw_pdf(
            ((70, 700, "Hemligt."),),
            trailer=f"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'00' * 32}> /U <{'00' * 32}> >>",
        ),
        "encrypted",
        "locked with a password",
        id="locked",
    ),
    pytest.param(b"%PDF-1.4\nnothing", "broken", "damaged", id="no PDF behind the first line"),
]


@pytest.mark.parametrize(("content", "kind", "said"), REFUSED)
def test_what_cannot_be_read_is_told(content: bytes, kind: str, said: str) -> None:
    with pytest.raises(UnreadableDocumentError, match=said) as caught:
        read(content)
    assert caught.value.kind == kind
