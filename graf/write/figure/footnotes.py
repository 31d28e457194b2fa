"""Footnotes for a Word file, which python-docx 1.2 cannot make: the part of the package that holds them, and their marks.

The form is that of ECMA-376, part 1, 17.11: notes -1 and 0 are the lines that part notes from text, the others count
from 1, and Word numbers their marks by itself, in the order of the text.
"""

import importlib
from typing import Any
from xml.sax.saxutils import escape

_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_LINES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>',
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>',
)
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LINES_NAMED = f'<w:footnotePr xmlns:w="{_SPACE}"><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'


class Footnotes:
    """The footnotes of one document, in the order in which they are asked for."""

    def __init__(self, document: Any) -> None:
        """``document`` is python-docx's; it gets the two styles that notes have in Word."""
        self.document, self.notes = document, list[str]()
        kinds, shared = importlib.import_module("docx.enum.style").WD_STYLE_TYPE, importlib.import_module("docx.shared")
        self.mark = document.styles.add_style("footnote reference", kinds.CHARACTER, builtin=True)
        self.mark.font.superscript = True
        self.style = document.styles.add_style("footnote text", kinds.PARAGRAPH, builtin=True)
        self.style.base_style = document.styles["Normal"]
        self.style.font.size, self.style.paragraph_format.space_after = shared.Pt(8), shared.Pt(0)

    def cite(self, paragraph: Any, text: str) -> None:
        """Put the mark of a new note at the end of a paragraph."""
        self.notes.append(text)
        run = paragraph.add_run()
        run.style = self.mark
        run._r.append(self._parsed(f'<w:footnoteReference xmlns:w="{_SPACE}" w:id="{len(self.notes)}"/>'))

    def attach(self) -> None:
        """Add the notes to the document: once, after the last of them."""
        parts = "".join((*_LINES, *(self._note(number, text) for number, text in enumerate(self.notes, 1))))
        content = _HEAD + f'<w:footnotes xmlns:w="{_SPACE}">{parts}</w:footnotes>'.encode()
        name = importlib.import_module("docx.opc.packuri").PackURI("/word/footnotes.xml")
        part = importlib.import_module("docx.opc.part").Part(name, _TYPE, content, self.document.part.package)
        self.document.part.relate_to(part, _RELATION)
        self._name_lines()

    def _note(self, number: int, text: str) -> str:
        look = f'<w:pPr><w:pStyle w:val="{self.style.style_id}"/></w:pPr>'
        mark = f'<w:r><w:rPr><w:rStyle w:val="{self.mark.style_id}"/></w:rPr><w:footnoteRef/></w:r>'
        said = f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r>'
        return f'<w:footnote w:id="{number}"><w:p>{look}{mark}{said}</w:p></w:footnote>'

    def _name_lines(self) -> None:
        """The settings name the two lines; the schema wants them before the element of compatibility."""
        settings = self.document.settings.element
        later = settings.find(f"{{{_SPACE}}}compat")
        named = self._parsed(_LINES_NAMED)
        if later is None:
            settings.append(named)
        else:
            later.addprevious(named)

    def _parsed(self, xml: str) -> Any:
        return importlib.import_module("docx.oxml").parse_xml(xml)
