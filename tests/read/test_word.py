"""What a Word file must not lose, double or tear apart: the traps that extractors fall into."""

from pathlib import Path

import pytest

from graf.errors import UnreadableDocumentError
from graf.model import Span
from graf.read import Source, read
from graf.read.docx import read as read_word
from graf.read.docx.package import XML_LIMIT
from tests.read.making import paragraph, run, table, word, zipped

BLOCK = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('Dnr STK-2016-796')}</w:sdtContent></w:sdt>"
INLINE = paragraph(run("Dnr "), f"<w:sdt><w:sdtPr/><w:sdtContent>{run('STK-2016-796')}</w:sdtContent></w:sdt>")
INSIDE = f"<w:txbxContent>{paragraph('Dnr STK-2016-796')}</w:txbxContent>"
SHAPE = f"<wps:wsp><wps:txbx>{INSIDE}</wps:txbx></wps:wsp>"
NEW_BOX = f"<w:drawing><wp:anchor><a:graphic><a:graphicData>{SHAPE}</a:graphicData></a:graphic></wp:anchor></w:drawing>"
OLD_BOX = f"<w:pict><v:shape><v:textbox>{INSIDE}</v:textbox></v:shape></w:pict>"
CHOICE = f"<mc:Choice Requires='wps'>{NEW_BOX}</mc:Choice>"
BOTH = f"<mc:AlternateContent>{CHOICE}<mc:Fallback>{OLD_BOX}</mc:Fallback></mc:AlternateContent>"
ONLY_NEW = f"<mc:AlternateContent>{CHOICE}</mc:AlternateContent>"
FIELD = '<w:fldSimple w:instr=" DOCPROPERTY Dnr ">{}</w:fldSimple>'
LONG_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DOCPROPERTY Dnr </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)

BODIES = [
    pytest.param(BLOCK, "Dnr STK-2016-796", id="content control around a paragraph"),
    pytest.param(INLINE, "Dnr STK-2016-796", id="content control in a paragraph"),
    pytest.param(paragraph(f"<w:r>{BOTH}</w:r>"), "Dnr STK-2016-796", id="text box in both forms, once"),
    pytest.param(paragraph(f"<w:r>{ONLY_NEW}</w:r>"), "Dnr STK-2016-796", id="text box in its new form alone"),
    pytest.param(paragraph(f"<w:r>{NEW_BOX}</w:r>"), "Dnr STK-2016-796", id="text box without an alternative"),
    pytest.param(paragraph(f"<w:r>{OLD_BOX}</w:r>"), "Dnr STK-2016-796", id="text box in its old form"),
    pytest.param(paragraph(run("Dnr "), FIELD.format(run("STK-2016-796"))), "Dnr STK-2016-796", id="simple field"),
    pytest.param(paragraph(run("Dnr "), LONG_FIELD.format(run("STK-2016-796"))), "Dnr STK-2016-796", id="field in parts"),
    pytest.param(paragraph(run("a"), f"<w:ins>{run('b')}</w:ins>", run("c")), "abc", id="tracked insert"),
    pytest.param(
        paragraph(run("a"), "<w:del><w:r><w:delText>b</w:delText></w:r></w:del>", run("c")), "ac", id="tracked delete"
    ),
    pytest.param(
        paragraph(f"<w:moveFrom>{run('flyttat')}</w:moveFrom>") + paragraph(f"<w:moveTo>{run('flyttat')}</w:moveTo>"),
        "flyttat",
        id="tracked move, once",
    ),
    pytest.param(paragraph(run("STK"), "<w:r><w:noBreakHyphen/></w:r>", run("2016")), "STK\u20112016", id="unbreakable hyphen"),
    pytest.param(paragraph(run("bo"), "<w:r><w:softHyphen/></w:r>", run("stad")), "bo\u00adstad", id="soft hyphen"),
    pytest.param(paragraph(run("ett"), "<w:r><w:br/></w:r>", run("två")), "ett\ntvå", id="line's end"),
    *(
        pytest.param(
            paragraph(run("KS 2018/9"), f'<w:r><w:br w:type="{kind}"/></w:r>', run("12 träd")), "KS 2018/9\n12 träd", id=kind
        )
        for kind in ("page", "column", "textWrapping", "odd")
    ),
    pytest.param(paragraph('<w:r><w:br w:type="page"/></w:r>', run("Ny sida")), "Ny sida", id="a page's end before words"),
    pytest.param(paragraph(run("Datum"), "<w:r><w:tab/></w:r>", run("5 maj")), "Datum 5 maj", id="tabulator"),
    pytest.param(table(("Dnr", "KS 2016/1"), ("Datum", "5 maj")), "Dnr\tKS 2016/1\nDatum\t5 maj", id="table"),
    pytest.param(table(("Yttre", table(("Dnr", "KS 2016/1")))), "Yttre\n\nDnr\tKS 2016/1", id="nested table"),
    pytest.param(paragraph(run("synligt"), run(" dolt", "<w:vanish/>")), "synligt", id="hidden text"),
    pytest.param(paragraph(f"<w:hyperlink r:id='away'>{run('länk')}</w:hyperlink>"), "länk", id="link to nowhere"),
    pytest.param(paragraph("<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>"), "x=2", id="formula"),
    pytest.param(paragraph("Bakgrund", style="Heading1"), "# Bakgrund", id="heading"),
]


@pytest.mark.parametrize(("body", "text"), BODIES)
def test_nothing_is_lost_and_nothing_doubled(body: str, text: str) -> None:
    assert read_word(word(paragraph("Före.") + body + paragraph("Efter."))) == f"Före.\n\n{text}\n\nEfter.\n"


def test_a_note_is_read_once_and_lengthens_no_number() -> None:
    note = '<w:footnote w:id="2">{}</w:footnote>'.format(paragraph("Beslut 2015-05-11 § 3."))
    body = paragraph(run("Beslut 2016"), '<w:r><w:footnoteReference w:id="2"/></w:r>', run(" gäller."))
    assert read_word(word(body, footnotes=note)) == "Beslut 2016 [1] gäller.\n\n1. Beslut 2015-05-11 § 3.\n"


# --- headers ------------------------------------------------------------------------------------

REFERENCE = '<w:{}Reference w:type="{}" r:id="{}"/>'.format


def test_headers_stand_before_the_body_and_footers_behind_it() -> None:
    section = REFERENCE("header", "default", "header1") + REFERENCE("footer", "default", "footer1")
    made = word(paragraph("Text."), section, header1=paragraph("Dnr STK-2016-796"), footer1=paragraph("www.malmo.se"))
    assert read_word(made) == "Dnr STK-2016-796\n\nText.\n\nwww.malmo.se\n"


def test_what_two_headers_print_is_read_once() -> None:
    section = "<w:titlePg/>" + REFERENCE("header", "first", "header1") + REFERENCE("header", "default", "header2")
    first = paragraph("Malmö stad") + paragraph("Dnr STK-2016-796")
    made = word(paragraph("Text."), section, header1=first, header2=paragraph("Malmö stad") + paragraph("Sida 2"))
    assert read_word(made) == "Malmö stad\n\nDnr STK-2016-796\n\nSida 2\n\nText.\n"


def test_a_header_that_is_not_printed_is_not_read() -> None:
    section = REFERENCE("header", "first", "header1") + REFERENCE("header", "default", "header2")
    made = word(paragraph("Text."), section, header1=paragraph("Dnr KS 2001/1"), header2=paragraph("Dnr KS 2016/1"))
    assert read_word(made) == "Dnr KS 2016/1\n\nText.\n"


# --- numbers that Word prints -----------------------------------------------------------------------


def numbered(text: str, number: int = 1, level: int = 0) -> str:
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def lists(*levels: tuple[str, str, int]) -> str:
    rows = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text, start) in enumerate(levels)
    )
    num = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return f'<w:abstractNum w:abstractNumId="0">{rows}</w:abstractNum>{num}'


def test_a_list_goes_on_behind_a_paragraph() -> None:
    body = numbered("ett") + numbered("två") + paragraph("Mellan.") + numbered("tre")
    text = read_word(word(body, numbering=lists(("decimal", "%1.", 1))))
    assert text == "1. ett\n2. två\n\nMellan.\n\n3. tre\n"


LINKED = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="45"/><w:numFmt w:val="{}"/>'
    '<w:pStyle w:val="Item"/><w:lvlText w:val="{}"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
OF_THE_STYLE = (
    '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)
STYLES = [
    pytest.param("decimal", "§ %1", "§ 45 Bad\n\n§ 46 Kaj\n", id="a §, once"),
    pytest.param("decimal", "%1.", "45. Bad\n46. Kaj\n", id="a number, once"),
    pytest.param("bullet", "•", "- Bad\n- Kaj\n", id="a dot"),
    pytest.param("none", "", "Bad\n\nKaj\n", id="a list that prints no number"),
]


@pytest.mark.parametrize(("form", "printed", "text"), STYLES)
def test_a_number_that_a_style_brings(form: str, printed: str, text: str) -> None:
    body = paragraph("Bad", style="Item") + paragraph("Kaj", style="Item")
    assert read_word(word(body, numbering=LINKED.format(form, printed), styles=OF_THE_STYLE)) == text


GONE = "<w:del><w:r><w:delText>struket</w:delText></w:r></w:del>"


def struck(change: str, *inside: str) -> str:
    """A numbered paragraph whose end a tracked change takes away."""
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return paragraph(*inside, properties=f"{listed}<w:rPr><w:{change}/></w:rPr>")


TRACKED = [
    pytest.param(numbered("ett") + struck("del", GONE) + numbered("två"), "1. ett\n2. två\n", id="an item deleted"),
    pytest.param(
        numbered("ett") + struck("moveFrom", f"<w:moveFrom>{run('x')}</w:moveFrom>") + numbered("två"),
        "1. ett\n2. två\n",
        id="an item moved away",
    ),
    pytest.param(struck("del", run("ett, ")) + numbered("två"), "1. ett, två\n", id="two items made one"),
    pytest.param(numbered("ett") + struck("del", GONE), "1. ett\n", id="the last item"),
    pytest.param(struck("del", run("ett")) + table(("a", "b")), "ett\n\na\tb\n", id="words left before a table"),
]


@pytest.mark.parametrize(("body", "text"), TRACKED)
def test_tracked_changes_of_lists(body: str, text: str) -> None:
    assert read_word(word(body, numbering=lists(("decimal", "%1.", 1)))) == text


def test_a_number_in_a_deleted_row_is_not_counted() -> None:
    deleted = table((numbered("noll"), "x")).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>")
    assert read_word(word(deleted + numbered("ett"), numbering=lists(("decimal", "%1.", 1)))) == "1. ett\n"


HEADED = [
    pytest.param(("§ 45", "§ 46"), ["§ 45", "§ 46"], id="the § of each section"),
    pytest.param(("Sida 2", "Sida 9"), ["Sida 2"], id="page numbers"),
]


@pytest.mark.parametrize(("headers", "expected"), HEADED)
def test_headers_of_sections_that_differ_by_more_than_the_page(headers: tuple[str, str], expected: list[str]) -> None:
    first = f"<w:sectPr>{REFERENCE('header', 'default', 'header1')}</w:sectPr>"
    parts = {f"header{n}": paragraph(words) for n, words in enumerate(headers, 1)}
    made = word(paragraph("Ett.", properties=first) + paragraph("Två."), REFERENCE("header", "default", "header2"), **parts)
    assert [line for line in read_word(made).split("\n") if line] == [*expected, "Ett.", "Två."]


def test_numbers_have_the_form_that_word_prints() -> None:
    body = numbered("Träd") + numbered("ek", level=1) + numbered("Bad") + numbered("sim", level=1)
    text = read_word(word(body, numbering=lists(("decimal", "§ %1", 233), ("lowerLetter", "%1 %2)", 1))))
    assert text.split("\n\n") == ["§ 233 Träd", "233 a) ek", "§ 234 Bad", "234 a) sim\n"]


# --- the way back, and what cannot be read ----------------------------------------------------------


def test_paragraphs_and_rows_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word(paragraph("Ett.") + paragraph("") + table(("a", "b")) + paragraph("Tre.")))
    raw = read(Source(tmp_path / "a.docx", "a.docx"))
    assert [raw.text[span.start : span.end] for span in raw.paragraphs] == ["Ett.", "a\tb", "Tre."]
    assert raw.paragraphs[0] == Span(0, 4)


REFUSED = [
    pytest.param(b"PK\x03\x04word/", "broken", id="no archive"),
    pytest.param(zipped({"word/other.xml": "<a/>"}), "broken", id="no document in it"),
    pytest.param(zipped({"word/document.xml": "<a>"}), "broken", id="no XML"),
    pytest.param(zipped({"word/document.xml": "<a/>"}), "broken", id="no body"),
    pytest.param(zipped({"word/document.xml": b" " * (XML_LIMIT + 1)}), "too-large", id="a bomb"),
    pytest.param(zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "harmful", id="entities"),
    pytest.param(word("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000), "broken", id="nested without end"),
]


@pytest.mark.parametrize(("content", "kind"), REFUSED)
def test_what_cannot_be_read_is_told(content: bytes, kind: str) -> None:
    with pytest.raises(UnreadableDocumentError) as caught:
        read_word(content)
    assert caught.value.kind == kind


@pytest.mark.parametrize("name", ["a.docx", "a.doc"])
def test_a_locked_file_is_told_from_an_old_one(tmp_path: Path, name: str) -> None:
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableDocumentError, match="locked with a password"):
        read(Source(tmp_path / name, name))
