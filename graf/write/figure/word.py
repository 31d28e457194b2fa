"""A thread for Word: the figure, its caption, a table of decisions with quotes, and the source of each as a footnote.

python-docx takes no SVG, so the figure is a PNG, fine enough for print. The library stamps its files with the clock;
they are packed anew without, so that the same thread gives the same bytes.
"""

import importlib
import io
import re
import zipfile
from datetime import datetime
from typing import Any

from graf.errors import MissingExtraError
from graf.model import CaseGraph, Thread
from graf.text import printable
from graf.write.figure.footnotes import Footnotes
from graf.write.figure.png import image
from graf.write.figure.report import Report, Row, report
from graf.write.picture.still import description, thread_figure
from graf.write.picture.words import words

_WIDTHS = (2.4, 4.0, 3.2, 7.4)
"""Centimetres of the columns: together what A4 has between margins of 2 cm."""
_EPOCH = datetime(1980, 1, 1)
_NEEDED = "Word files need python-docx; install it with: pip install 'graf-lineage[docx,png]'"


def write(graph: CaseGraph, thread: Thread, language: str) -> bytes:
    """The file.

    Raises:
        MissingExtraError: A library that makes the file or its figure is not installed.
    """
    told = report(graph, thread, language)
    page = _Page(language)
    page.heading(told.title, 1)
    page.figure(image(thread_figure(graph, thread, language)), description(thread, words(language)))
    page.text(told.caption, "Caption")
    page.table(told)
    page.heading(told.open_title, 2)
    for one in told.open:
        page.text(one, "List Bullet")
    page.text(told.as_of)
    if told.missing:
        page.heading(told.missing_title, 2)
        page.text(", ".join(told.missing))
    return page.bytes(told.title)


def _library(name: str = "docx") -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise MissingExtraError(_NEEDED) from error


class _Page:
    """A document of A4, filled from top to bottom."""

    def __init__(self, language: str) -> None:
        self.made = _library().Document()
        self.cm, self.point = _library("docx.shared").Cm, _library("docx.shared").Pt
        section = self.made.sections[0]
        section.page_width, section.page_height = self.cm(21), self.cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = self.cm(2)
        self.made.styles["Normal"].font.size = self.point(10)
        for name in ("Normal", "Heading 1", "Heading 2", "Caption"):
            self._typeface(self.made.styles[name])
        self.notes = Footnotes(self.made)
        self.language = {"sv": "sv-SE", "en": "en-GB"}[language]

    def _typeface(self, style: Any) -> None:
        """Arial, and dark: the template's own typeface and blue are its theme's, which stands above a style's."""
        style.font.name = "Arial"
        style.font.color.rgb = _library("docx.shared").RGBColor(0x1B, 0x1F, 0x24)
        fonts = style.element.rPr.rFonts
        for name in [name for name in fonts.attrib if name.endswith("Theme")]:
            del fonts.attrib[name]

    def heading(self, words: str, level: int) -> None:
        self.made.add_heading(printable(words), level)

    def text(self, words: str, style: str | None = None) -> None:
        self.made.add_paragraph(printable(words), style)

    def figure(self, image: bytes, described: str) -> None:
        """The figure, as wide as the text, with its content in words for those who do not see it."""
        shape = self.made.add_picture(io.BytesIO(image), width=self.cm(sum(_WIDTHS)))
        shape._inline.docPr.set("descr", printable(described))
        self.made.paragraphs[-1].paragraph_format.keep_with_next = True

    def table(self, told: Report) -> None:
        table = self.made.add_table(rows=1, cols=len(told.heads), style="Table Grid")
        table.autofit = False
        for cell, head in zip(table.rows[0].cells, told.heads, strict=True):
            cell.paragraphs[0].add_run(head).bold = True
        self._repeat(table.rows[0])
        for row in told.rows:
            line = table.add_row()
            line._tr.get_or_add_trPr().append(_library("docx.oxml").OxmlElement("w:cantSplit"))
            self._row(line.cells, row)
        for column, width in zip(table.columns, _WIDTHS, strict=True):
            column.width = self.cm(width)
        for line in table.rows:
            for cell, width in zip(line.cells, _WIDTHS, strict=True):
                cell.width = self.cm(width)

    def _repeat(self, row: Any) -> None:
        """The first row stands again on each page."""
        row._tr.get_or_add_trPr().append(_library("docx.oxml").OxmlElement("w:tblHeader"))

    def _row(self, cells: Any, row: Row) -> None:
        cells[0].text, cells[1].text = printable(row.when), printable(row.who)
        cells[2].paragraphs[0].add_run(printable(row.case)).bold = True
        if row.title:
            cells[2].add_paragraph(printable(row.title))
        cells[3].paragraphs[0].add_run(printable(row.what)).bold = True
        cells[3].paragraphs[0].add_run(printable(f"; {row.how}"))
        for quote in row.quotes:
            said = cells[3].add_paragraph()
            said.add_run(printable(f"”{quote.text}”")).italic = True
            self.notes.cite(said, printable(quote.note.text))

    def bytes(self, title: str) -> bytes:
        """The file, with no clock in it."""
        self.notes.attach()
        facts = self.made.core_properties
        facts.author, facts.title, facts.comments, facts.language = "graf", printable(title), "", self.language
        facts.created = facts.modified = _EPOCH
        out = io.BytesIO()
        self.made.save(out)
        return repacked(out.getvalue(), self.language)


def repacked(packed: bytes, language: str) -> bytes:
    """The same archive, each file of it on the first day that archives know, its text in the given language."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = old.read(name)
            if name == "word/styles.xml":
                content = re.sub(rb'w:lang w:val="[^"]*"', f'w:lang w:val="{language}"'.encode(), content)
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
