"""A source as a Word file, with what the templates of municipalities hold.

That is a header part with the number in it, content controls for the title and the numbers, a table for the
masthead, and a text box, which Word writes twice: once for itself and once for readers that do not know it.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from itertools import count
from xml.sax.saxutils import escape

from data.making.source import CONTENTS, Block, Source

_TIME = (2026, 1, 1, 0, 0, 0)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_P = "http://schemas.openxmlformats.org/package/2006"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:mc="{_MC}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"document": "document.main", "styles": "styles", "numbering": "numbering", "header1": "header", "footer1": "footer"}


def make(source: Source) -> bytes:
    """The file; the same source gives the same bytes."""
    document = Body(source)
    whole = document.xml()
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            (f"{_R}/officeDocument", "word/document.xml"),
            (f"{_P}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _properties(source.field("title")),
        "word/document.xml": whole,
        "word/_rels/document.xml.rels": _relations(*((f"{_R}/{kind.rstrip('1')}", f"{kind}.xml") for kind in list(_PARTS)[1:])),
        "word/styles.xml": _styles(),
        "word/numbering.xml": document.numbering(),
        "word/header1.xml": _part("hdr", _header(source)),
        "word/footer1.xml": _part("ftr", _paragraph(source.field("footer").replace("|", "\t"))),
    }
    return _zipped(parts)


def _zipped(parts: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, (_XML + text).encode("utf-8"))
    return target.getvalue()


class Body:
    """The body of one document; it counts the lists that number themselves and the content controls."""

    def __init__(self, source: Source) -> None:
        """Nothing is written yet."""
        self.source = source
        self.lists: list[int] = []
        self.ids = count(1)

    def xml(self) -> str:
        """The part ``document.xml``."""
        blocks = "".join(self._box(place) + self._block(block) for place, block in enumerate(self.source.blocks))
        return (
            f'<w:document {_SPACES}><w:body>{blocks}<w:sectPr><w:headerReference w:type="default" r:id="r3"/>'
            '<w:footerReference w:type="default" r:id="r4"/><w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>'
            "</w:sectPr></w:body></w:document>"
        )

    def numbering(self) -> str:
        """The part ``numbering.xml``: every list that numbers itself begins anew."""
        nums = "".join(
            f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/>'
            "</w:lvlOverride></w:num>"
            for n, start in enumerate(self.lists, 1)
        )
        return (
            f'<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl></w:abstractNum>'
            f"{nums}</w:numbering>"
        )

    def _block(self, block: Block) -> str:
        makers: dict[str, Callable[[Block], str]] = {
            "heading": self._heading,
            "number": self._number,
            "bullets": _bullets,
            "points": self._points,
            "table": _table,
            "text": lambda one: _paragraph(one.text),
            CONTENTS: lambda _: "".join(self._contents()),
        }
        return makers[block.kind](block) if block.kind in makers else '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

    def _heading(self, block: Block) -> str:
        paragraph = _paragraph(block.text, f"Heading{block.level}")
        return self._control("Titel", paragraph) if block.level == 1 else paragraph

    def _number(self, block: Block) -> str:
        """A number on its own line, as a content control inside its paragraph."""
        return f"<w:p>{self._control('Diarienummer', _runs(block.text))}</w:p>"

    def _control(self, name: str, content: str) -> str:
        if not self.source.field("controls"):
            return content
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{name}"/><w:tag w:val="{name}"/><w:id w:val="{next(self.ids)}"/></w:sdtPr>'
            f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    def _points(self, block: Block) -> str:
        if self.source.field("numbering") != "auto":
            return "".join(_paragraph(f"{number}.\t{text}") for number, text in block.rows)
        self.lists.append(int(block.rows[0][0]))
        properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{len(self.lists)}"/></w:numPr>'
        return "".join(_paragraph(text, "ListParagraph", properties) for _, text in block.rows)

    def _contents(self) -> Iterator[str]:
        """The list of contents as Word keeps it: tabs, and page numbers from when it was last brought up to date."""
        for place, (words, _) in enumerate(self.source.contents):
            yield _paragraph(f"{words}\t{3 + place // 2}", "TOC1")

    def _box(self, place: int) -> str:
        """The text box, anchored to a paragraph of its own before the second block."""
        words = self.source.field("box")
        if place != 1 or not words:
            return ""
        content = "".join(_paragraph(line.strip()) for line in words.split("//"))
        return (
            '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
            f'<wp:extent cx="2160000" cy="720000"/><wp:docPr id="{next(self.ids)}" name="Textruta"/><a:graphic>'
            '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
            '<wps:cNvSpPr txBox="1"/>'
            '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2160000" cy="720000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            f"</a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
            "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            f'<v:rect style="width:170pt;height:57pt"><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:rect>'
            "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )


def _bullets(block: Block) -> str:
    return "".join(_paragraph(f"-\t{row[0]}") for row in block.rows)


def _table(block: Block) -> str:
    width = 9072 // len(block.rows[0])
    columns = f'<w:gridCol w:w="{width}"/>' * len(block.rows[0])
    rows = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in block.rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'


def _cell(words: str) -> str:
    return f"<w:tc>{_paragraph(words)}</w:tc>"


def _paragraph(words: str, style: str = "", more: str = "") -> str:
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + more
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{_runs(words)}</w:p>"


def _runs(words: str) -> str:
    """Runs of text: bold between ``**``, and tabs, soft and unbroken hyphens as Word writes them."""
    pieces = re.split(r"\*\*", words)
    return "".join(_run(piece, bold=bool(place % 2)) for place, piece in enumerate(pieces) if piece)


def _run(words: str, *, bold: bool) -> str:
    special = {"\t": "<w:tab/>", "\u00ad": "<w:softHyphen/>", "\u2011": "<w:noBreakHyphen/>"}
    pieces = (special.get(piece) or _text(piece) for piece in re.split("([\t\u00ad\u2011])", words) if piece)
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{''.join(pieces)}</w:r>"


def _text(words: str) -> str:
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>'


def _header(source: Source) -> str:
    """The header part; page numbers are fields, which hold what Word last counted."""
    rows = ["\t".join(cell.strip() for cell in row.split("|")) for row in source.field("header").split("//")]
    return "".join(f"<w:p>{''.join(_header_pieces(row))}</w:p>" for row in rows)


def _header_pieces(row: str) -> Iterator[str]:
    for place, piece in enumerate(row.split("{page}")):
        if place:
            yield _runs("Sida ") + _field("PAGE") + _runs(" (") + _field("NUMPAGES") + _runs(")")
        if piece:
            yield _runs(piece)


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _part(tag: str, content: str) -> str:
    return f"<w:{tag} {_SPACES}>{content}</w:{tag}>"


def _styles() -> str:
    names = {"Normal": "Normal", **{f"Heading{n}": f"heading {n}" for n in range(1, 5)}}
    names |= {"ListParagraph": "List Paragraph", "TOC1": "toc 1"}
    style = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/></w:style>'
    return f'<w:styles xmlns:w="{_W}">{"".join(style.format(*pair) for pair in names.items())}</w:styles>'


def _properties(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_P}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:created></cp:coreProperties>'
    )


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind in _PARTS.items()
    )
    return (
        f'<Types xmlns="{_P}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{overrides}</Types>"
    )


def _relations(*pairs: tuple[str, str]) -> str:
    rows = (f'<Relationship Id="r{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(pairs, 1))
    return f'<Relationships xmlns="{_P}/relationships">{"".join(rows)}</Relationships>'
