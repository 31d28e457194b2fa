"""The figure and the reports of a thread, in every format."""

import dataclasses
import hashlib
import importlib
import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import docx
import msgspec
import pypdfium2
import pytest
from click.testing import CliRunner

from graf.cli import main
from graf.errors import MissingExtraError
from graf.store import save_graph
from graf.write.figure import FIGURES, Figure, pdf, png, word
from graf.write.figure.markdown import escaped
from graf.write.figure.report import report
from graf.write.picture.layout import arrange
from graf.write.picture.still import WIDTH, thread_figure
from graf.write.picture.threads import thread_scene
from tests.factories import mission
from tests.write.page.test_pages import HOSTILE, hostile

GRAPH, THREAD = mission()
NUMBERS = [step.case.label for step in THREAD.steps]
SVG = "{http://www.w3.org/2000/svg}"
BY_NAME = {figure.name: figure for figure in FIGURES}


def made(name: str) -> str:
    return BY_NAME[name].write(GRAPH, THREAD).decode()


def poisoned(name: str) -> str:
    return BY_NAME[name].write(*hostile()).decode()


def test_the_formats_are_in_order_and_each_says_what_it_is_for() -> None:
    assert [figure.name for figure in FIGURES] == sorted(BY_NAME)
    assert all(figure.help.endswith(".") for figure in FIGURES)


def test_every_format_is_the_same_bytes_in_every_process() -> None:
    code = (
        "import hashlib; from tests.factories import mission; from graf.write.figure import FIGURES;"
        "print([hashlib.sha256(f.write(*mission(), l)).hexdigest() for f in FIGURES for l in ('sv', 'en')])"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(seen) == 1
    assert hashlib.sha256(BY_NAME["svg"].write(GRAPH, THREAD)).hexdigest() in seen.pop()


# --- SVG and PNG --------------------------------------------------------------------------------


def test_the_svg_is_well_formed_says_what_it_shows_and_has_its_letters_as_text() -> None:
    root = ElementTree.fromstring(made("svg"))
    texts = [part.text for part in root.iter(f"{SVG}text")]
    assert set(NUMBERS) <= set(texts)
    assert {"Kommunfullmäktige", "upphäver", "aug 2017", "huvudlinjen", "härlett av graf"} <= set(texts)
    assert (root.findtext(f"{SVG}title") or "").startswith("Tråden genom STK-2016-796: 5 steg")
    assert "Kommunfullmäktige, STK-2017-488, upphäver" in (root.findtext(f"{SVG}desc") or "")


def test_the_svg_has_the_places_of_the_page() -> None:
    picture = arrange(thread_scene(GRAPH, THREAD), float(WIDTH))
    root = ElementTree.fromstring(made("svg"))
    drawn = {(part.text, float(part.attrib["x"])) for part in root.iter(f"{SVG}text")}
    boxes = {box.id.rsplit("/", 1)[1]: round(box.x, 1) for box in picture.boxes}
    assert {(number, boxes[number]) for number in NUMBERS} <= drawn


def test_the_svg_needs_nothing_from_outside_and_runs_nothing() -> None:
    names = {part.tag.removeprefix(SVG) for part in ElementTree.fromstring(made("svg")).iter()}
    assert names <= {"svg", "title", "desc", "rect", "path", "text", "g", "circle"}
    assert not re.search(r"\bstyle=|\bon\w+=|href", made("svg"))


def test_the_english_figure_speaks_english_and_keeps_the_names_of_bodies() -> None:
    drawn = BY_NAME["svg"].write(GRAPH, THREAD, "en").decode()
    assert ">repeals</text>" in drawn
    assert ">Kommunfullmäktige</text>" in drawn
    assert "upphäver" not in drawn


def test_the_png_is_twice_as_wide_as_the_figure_and_has_its_letters() -> None:
    svg = thread_figure(GRAPH, THREAD)
    drawn, without = png.image(svg), png.image(re.sub(r"<text.*?</text>", "", svg))
    assert int.from_bytes(drawn[16:20], "big") == 2 * WIDTH
    assert len(drawn) > 1.3 * len(without), "letters are drawn, on a machine without any typeface too"


# --- what goes into a report --------------------------------------------------------------------


WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_the_word_file_has_the_figure_with_its_words_the_table_and_what_is_open() -> None:
    document = docx.Document(io.BytesIO(BY_NAME["docx"].write(GRAPH, THREAD)))
    (table,) = document.tables
    assert [row.cells[2].text.split("\n")[0] for row in table.rows[1:]] == NUMBERS
    assert "”beslut i STK-2017-488”" in table.rows[3].cells[3].text
    (shape,) = document.inline_shapes
    assert "upphäver" in shape._inline.docPr.get("descr")
    told = [paragraph.text for paragraph in document.paragraphs]
    assert any("återkomma med en lägesbeskrivning" in text and "föreslaget" in text for text in told)


def test_each_quote_of_the_word_file_has_a_footnote_of_word_with_its_source() -> None:
    with zipfile.ZipFile(io.BytesIO(BY_NAME["docx"].write(GRAPH, THREAD))) as packed:
        body, notes = (ElementTree.fromstring(packed.read(f"word/{name}.xml")) for name in ("document", "footnotes"))
        kinds, ties = packed.read("[Content_Types].xml").decode(), packed.read("word/_rels/document.xml.rels").decode()
    asked = [mark.attrib[f"{WORD}id"] for mark in body.iter(f"{WORD}footnoteReference")]
    given = {note.attrib[f"{WORD}id"]: "".join(note.itertext()).strip() for note in notes}
    assert asked == ["1", "2", "3", "4", "5"]
    assert list(given) == ["-1", "0", *asked]
    assert given["3"] == "Malmö stad, Stadskontoret, tjänsteskrivelse, Lägesbeskrivning <img src=x onerror=alert(1)>, " + (
        "dnr STK-2018-1094, 16 november 2018, skrivelse.md, tecken 100–121."
    )
    assert "footnotes+xml" in kinds
    assert 'Target="footnotes.xml"' in ties


def test_words_that_two_documents_share_are_quoted_once() -> None:
    step = THREAD.steps[2]
    (point,) = step.decisions[0].points
    twice = msgspec.structs.replace(point.evidence, document="annan.md")
    points = (point, msgspec.structs.replace(point, evidence=twice))
    decided = dataclasses.replace(step, decisions=(dataclasses.replace(step.decisions[0], points=points),))
    told = report(GRAPH, dataclasses.replace(THREAD, steps=(decided,)), "sv")
    assert [quote.text for quote in told.rows[0].quotes] == ["beslut i STK-2017-488"]


def test_the_word_file_tells_no_time() -> None:
    with zipfile.ZipFile(io.BytesIO(BY_NAME["docx"].write(GRAPH, THREAD))) as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01T00:00:00Z" in packed.read("docProps/core.xml")


def test_the_pdf_has_the_figure_as_vectors_and_all_words_as_text() -> None:
    document = pypdfium2.PdfDocument(BY_NAME["pdf"].write(GRAPH, THREAD))
    text = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)
    assert all(number in text for number in NUMBERS)
    assert "beslut i STK-2017-488" in text
    assert "Malmö stad, Stadskontoret, tjänsteskrivelse" in text
    images = [part for page in document for part in page.get_objects() if part.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    assert images == []
    assert [round(side) for side in document[0].get_size()] == [595, 842]


def test_the_markdown_has_a_footnote_for_each_quote() -> None:
    text = made("markdown")
    asked, given = re.findall(r"\[\^(\d+)\](?!:)", text), re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    assert asked == given == ["1", "2", "3", "4", "5"]
    assert "| augusti 2017 | Kommunfullmäktige | **STK-2017-488** Ärende STK-2017-488 | **upphäver**[^3]" in text


def test_the_mermaid_diagram_has_a_lane_for_each_body_and_a_line_for_each_edge() -> None:
    text = made("mermaid")
    assert 'subgraph lane0["Kommunfullmäktige"]' in text
    assert '["STK-2017-488<br>upphäver<br>aug 2017"]' in text
    assert (text.count("-.->"), text.count(" --> ")) == (4, 1)


def test_the_fragment_is_a_figure_a_table_and_sources_without_script_or_style() -> None:
    text = made("fragment")
    parts = list(ElementTree.fromstring(text).iter())
    assert not {part.tag for part in parts} & {"script", "style", "link", "iframe"}
    assert not [name for part in parts for name in part.attrib if name == "style" or name.startswith("on")]
    assert set(re.findall(r'href="#([^"]+)"', text)) == set(re.findall(r'<li id="([^"]+)"', text))


def test_the_iframe_is_shut_off_from_the_page_around_it() -> None:
    text = made("iframe")
    assert text.startswith('<iframe title="Tråden genom')
    assert 'sandbox="allow-scripts"' in text
    assert text.count("<") == 2, "the page is an attribute"


# --- hostile words ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["svg", "fragment"])
def test_hostile_words_stay_text_in_markup(name: str) -> None:
    root = ElementTree.fromstring(poisoned(name))
    tags = {part.tag.removeprefix(SVG) for part in root.iter()}
    assert not tags & {"script", "img"}
    assert "alert(1)" in "".join(root.itertext())


def test_hostile_words_stay_text_in_markdown_and_mermaid() -> None:
    assert "<img" not in poisoned("markdown").replace(r"\<img", "")
    assert "<script" not in poisoned("mermaid")
    assert all(line.count('"') in {0, 2} for line in poisoned("mermaid").splitlines())


def test_hostile_words_stay_words_in_word_and_pdf() -> None:
    document = docx.Document(io.BytesIO(BY_NAME["docx"].write(*hostile())))
    assert HOSTILE.split("\u2028")[0] in document.tables[0].rows[1].cells[3].text
    text = pypdfium2.PdfDocument(BY_NAME["pdf"].write(*hostile()))[0].get_textpage().get_text_bounded()
    assert "alert(1)" in text


@pytest.mark.parametrize("text", ["# rubrik", "- punkt", "1. ett", "a|b", "[x](y)", "$x$", "<b>", "~~x~~", "`kod`"])
def test_what_markdown_would_read_is_escaped(text: str) -> None:
    assert re.search(r"\\[#\-.|\[$<~`]", escaped(text))


# --- the command --------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A graph folder."""
    place = tmp_path / "graf-out"
    place.mkdir()
    save_graph(GRAPH, place)
    return place


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)
def test_the_command_writes_each_format(folder: Path, tmp_path: Path, figure: Figure) -> None:
    place = tmp_path / f"thread.{figure.name}"
    result = CliRunner().invoke(main, ["export", figure.name, "stk 2016/796", "-g", str(folder), "-o", str(place)])
    assert (result.exit_code, result.output) == (0, "")
    assert place.stat().st_size > 500


def test_without_a_case_it_takes_the_longest_thread_and_says_so(folder: Path) -> None:
    result = CliRunner().invoke(main, ["export", "mermaid", "-g", str(folder)])
    assert result.exit_code == 0
    assert "STK-2018-1094" in result.stderr
    assert result.stdout.startswith("flowchart LR\n")


def test_a_format_of_the_graph_takes_no_case(folder: Path) -> None:
    result = CliRunner().invoke(main, ["export", "turtle", "STK-2016-796", "-g", str(folder)])
    assert result.exit_code == 2
    assert "whole graph" in result.stderr


@pytest.mark.parametrize(("module", "name"), [(png, "png"), (word, "docx"), (pdf, "pdf")])
def test_a_library_that_is_missing_is_named_with_what_installs_it(
    monkeypatch: pytest.MonkeyPatch, module: object, name: str
) -> None:
    png._library.cache_clear()

    def absent(_: str) -> None:
        raise ImportError

    monkeypatch.setattr(importlib, "import_module", absent)
    with pytest.raises(MissingExtraError, match=rf"pip install 'graf-lineage\[{name}"):
        module._library()  # type: ignore[attr-defined]
