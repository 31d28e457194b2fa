"""Documents made for tests: one text as HTML, as Word and, through a browser, as PDF; and Word's XML by hand."""

import html
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from playwright.sync_api import Browser

_SPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in (
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("m", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
        ("v", "urn:schemas-microsoft-com:vml"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    )
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_ROOTS = {"header": "w:hdr", "footer": "w:ftr", "footnotes": "w:footnotes", "numbering": "w:numbering", "styles": "w:styles"}
BULLETS = 9
"""The list of :func:`as_word` with bullets; 1 to 8 are numbered."""


# --- Word ---------------------------------------------------------------------------------------


def run(words: str, properties: str = "") -> str:
    """A run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{html.escape(words)}</w:t></w:r>'


def paragraph(*inside: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs, given as XML, or of one run of words."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    content = "".join(piece if piece.startswith("<") else run(piece) for piece in inside)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{content}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells, given as XML, or as words."""
    cell = "<w:tc><w:tcPr/>{}</w:tc>".format
    return "".join(
        (
            "<w:tbl><w:tblPr/>",
            *(f"<w:tr>{''.join(cell(c if c.startswith('<') else paragraph(c)) for c in row)}</w:tr>" for row in rows),
            "</w:tbl>",
        )
    )


def word(body: str, section: str = "", **parts: str) -> bytes:
    """A Word file: the XML of its body and of other parts, as in ``header1="<w:p>...</w:p>"``."""
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>",
        "word/_rels/document.xml.rels": _relations({name: f"{name}.xml" for name in parts}),
    }
    for name, content in parts.items():
        root = _ROOTS[name.rstrip("0123456789")]
        files[f"word/{name}.xml"] = f"<{root} {_SPACES}>{content}</{root}>"
    return zipped(files)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def _relations(targets: dict[str, str]) -> str:
    rows = (
        f'<Relationship Id="{name}" Type="{_RELATIONS}{name.rstrip("0123456789")}" Target="{target}"/>'
        for name, target in targets.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(rows)}</Relationships>'
    )


# --- one text in each format ----------------------------------------------------------------------


@dataclass(frozen=True)
class Piece:
    """A paragraph, heading, item or row of a text."""

    kind: str
    words: str
    number: int = 0


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a text with Markdown's marks; a paragraph broken at the width of a page is one."""
    held: list[str] = []
    for line in [*text.split("\n"), ""]:
        found = _marked(line.strip(" "))
        if (not line.strip() or found or (held and len(held[-1]) < 60)) and held:
            yield Piece("text", " ".join(held))
            held = []
        if found:
            yield found
        elif line.strip():
            held.append(line.strip())


def _marked(line: str) -> Piece | None:
    if heading := re.fullmatch(r"(#{1,6}) (.+)", line):
        return Piece("heading", heading[2], len(heading[1]))
    if item := re.fullmatch(r"- (.+)", line):
        return Piece("dash", item[1])
    if item := re.fullmatch(r"(\d{1,2})\. (.+)", line):
        return Piece("number", item[2], int(item[1]))
    return Piece("row", line) if "\t" in line.strip() else None


def as_html(text: str) -> str:
    """A text as an HTML page with lists, tables and headings."""
    page = "".join(map(_element, pieces(text)))
    page = re.sub(r'</ul><ul>|</table><table>|</ol><ol start="(?!1")\d+">', "", page)
    return f'<!DOCTYPE html><html lang="sv"><meta charset="utf-8"><body style="font: 11pt DejaVu Sans">{page}</body></html>'


def _element(piece: Piece) -> str:
    words = _emphasised(html.escape(piece.words))
    match piece.kind:
        case "heading":
            return f"<h{piece.number}>{words}</h{piece.number}>"
        case "dash":
            return f"<ul><li>{words}</li></ul>"
        case "number":
            return f'<ol start="{piece.number}"><li>{words}</li></ol>'
        case "row":
            return f"<table><tr>{''.join(f'<td>{cell}</td>' for cell in words.split(chr(9)))}</tr></table>"
    return f"<p>{words}</p>"


def _emphasised(words: str) -> str:
    return re.sub(r"\*(.+?)\*", r"<em>\1</em>", re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", words))


def as_word(text: str) -> bytes:
    """A text as a Word file with styles, tables, and lists that Word numbers."""
    body, lists = [], 0
    for piece in pieces(text):
        lists += piece.kind == "number" and piece.number == 1
        body.append(_of_word(piece, lists))
    return word("".join(body), numbering=_numbering(), styles=_styles())


def _of_word(piece: Piece, lists: int) -> str:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'.format
    words = "".join(
        run(part.strip("*"), "<w:b/>" if part.startswith("**") else "<w:i/>" if part.startswith("*") else "")
        for part in re.split(r"(\*\*.+?\*\*|\*.+?\*)", piece.words)
        if part
    )
    match piece.kind:
        case "heading":
            return paragraph(words, style=f"Rubrik{piece.number}")
        case "dash":
            return paragraph(words, properties=listed(BULLETS))
        case "number":
            return paragraph(words, properties=listed(lists))
        case "row":
            return table(tuple(piece.words.split("\t")))
    return paragraph(words)


def _styles() -> str:
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="Rubrik{n}"><w:name w:val="heading {n}"/></w:style>' for n in range(1, 7)
    )


def _numbering() -> str:
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'.format
    kinds = {0: level("decimal", "%1."), 1: level("bullet", "•")}
    abstract = "".join(f'<w:abstractNum w:abstractNumId="{n}">{form}</w:abstractNum>' for n, form in kinds.items())
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/>{restart}</w:num>' for n in range(1, BULLETS))
    return f'{abstract}{nums}<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="1"/></w:num>'


# --- PDF ------------------------------------------------------------------------------------------


def print_pdf(browser: Browser, page: str, header: str = "", footer: str = "") -> bytes:
    """A page of HTML as the browser prints it, on A4."""
    context = browser.new_context(offline=True)
    try:
        opened = context.new_page()
        opened.set_content(page)
        return opened.pdf(
            format="A4",
            display_header_footer=bool(header or footer),
            header_template=f'<div style="font-size: 9px; margin-left: 50px">{header}</div>',
            footer_template=f'<div style="font-size: 9px; margin-left: 50px">{footer}</div>',
            margin={"top": "80px", "bottom": "80px", "left": "70px", "right": "70px"},
        )
    finally:
        context.close()


Placed = tuple[float, float, str] | tuple[float, float, str, float]
"""Where words stand on a page: points from the left and from the foot; and their size where it is not 10."""


def draw_pdf(*pages: tuple[Placed, ...], trailer: str = "", bold: bool = False) -> bytes:
    """A PDF written by hand, each line of words drawn where it is said to stand."""
    font = "/Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /Courier" + ("-Bold" if bold else "")
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>"]
    for number, page in enumerate(pages):
        drawn = "\n".join(map(_drawn, page))
        resources = f"<< /Font << /F << {font} >> >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {4 + 2 * number} 0 R /Resources {resources} >>"
        )
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}\nendstream")
    return _file(objects, trailer)


def _drawn(placed: Placed) -> str:
    left, bottom, words, *size = placed
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F {size[0] if size else 10} Tf {left} {bottom} Td ({escaped}) Tj ET"


def _file(objects: list[str], trailer: str) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, made in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{made}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{len(content)}\n%%EOF\n"
    return content + f"xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode("cp1252")


def lines_of(words: str, left: float = 70, top: float = 760, width: int = 80, leading: float = 14) -> tuple[Placed, ...]:
    """Words broken into lines of at most so many letters."""
    rows: list[str] = [""]
    for word_ in words.split():
        if rows[-1] and len(rows[-1]) + len(word_) >= width:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word_}".strip()
    return tuple((left, top - leading * number, row) for number, row in enumerate(rows))
