"""Word files (``.docx``): mammoth turns the body into HTML, the reader of HTML that into lines.

Headers and footers, where templates put the number, are put before and after the body; :mod:`graf.read.docx.mending`
and :mod:`graf.read.docx.numbering` do what mammoth leaves out. mammoth gets an archive made anew of these few parts:
it never sees the file's own, so it opens no path and unpacks no more than was measured.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import mammoth

from graf.errors import UnreadableDocumentError
from graf.read.docx.mending import mend
from graf.read.docx.numbering import Numbering
from graf.read.docx.package import BROKEN, Package, Relation
from graf.read.docx.words import R, W
from graf.read.html import to_text
from graf.read.pagination import running_form
from graf.read.signatures import format_of

SUFFIXES = (".docx", ".docm", ".dotx")
LIMIT = 200_000_000
"""Bytes: most of a large Word file are pictures, which are not unpacked."""

_TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_STYLES = "\n".join(
    [f"p[style-name='Rubrik {level}'] => h{level}:fresh" for level in range(1, 7)] + ["p[style-name='Title'] => h1:fresh"]
)
_MAMMOTH_ERRORS = (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, RecursionError, AssertionError)
_BACK_FROM_NOTE = re.compile(r'\s*<a href="#(?:foot|end)note-ref-[^"]*">↑</a>')


def recognises(head: bytes) -> bool:
    """Whether the first bytes are those of a Word file."""
    return format_of(head) == "a DOCX"


def read(content: bytes) -> str:
    """The text of a Word file, a paragraph or a table's row a line.

    Raises:
        UnreadableDocumentError: It is damaged, locked, or too large.
    """
    package = Package.opened(content)
    name = next((row.target for row in package.relations("").values() if row.kind == "officeDocument"), "word/document.xml")
    document = package.part(name)
    if document is None:
        raise UnreadableDocumentError("broken", BROKEN)
    parts = dict(_parts(package, name, document))
    try:
        page = mammoth.convert_to_html(_archive(parts), convert_image=lambda _: [], style_map=_STYLES).value
    except _MAMMOTH_ERRORS:
        raise UnreadableDocumentError("broken", BROKEN) from None
    return to_text(_BACK_FROM_NOTE.sub("", page))


def _parts(package: Package, name: str, document: Element) -> Iterator[tuple[str, Element]]:
    """The parts that mammoth reads, mended, under the names it looks for."""
    relations = package.relations(name)
    named = {row.kind: package.part(row.target) for row in relations.values() if row.kind in {"styles", "numbering"}}
    body = document.find(f"{W}body")
    if body is None:
        raise UnreadableDocumentError("broken", BROKEN)
    headers, footers = _edges(package, relations, document)
    mend(document)
    body[:] = [*headers, *body, *footers]
    Numbering(named.get("numbering"), named.get("styles")).write(body)
    yield "document", document
    for kind in ("styles", "numbering"):
        if (part := named.get(kind)) is not None:
            yield kind, part
    for row in relations.values():
        if row.kind in {"footnotes", "endnotes"} and (notes := package.part(row.target)) is not None:
            mend(notes)
            yield row.kind, notes


def _edges(package: Package, relations: dict[str, Relation], document: Element) -> tuple[list[Element], list[Element]]:
    """What the headers say, and what the footers say, each line once though every page prints it."""
    seen: set[str] = set()
    edges: dict[str, list[Element]] = {"headerReference": [], "footerReference": []}
    for section in document.iter(f"{W}sectPr"):
        for kind, found in edges.items():
            for target in _targets(section, kind, relations):
                if target not in seen and (part := package.part(target)) is not None:
                    seen.add(target)
                    mend(part)
                    found += [child for child in part if not _is_repeated(child, seen)]
    return edges["headerReference"], edges["footerReference"]


def _targets(section: Element, kind: str, relations: dict[str, Relation]) -> list[str]:
    """The parts of a section, that of its first page first; it is printed only where the section asks for it."""
    asked = section.find(f"{W}titlePg")
    has_first = asked is not None and asked.get(f"{W}val") not in {"0", "false", "off"}
    named = {row.get(f"{W}type", "default"): row.get(f"{R}id", "") for row in section.findall(f"{W}{kind}")}
    order = ("first", "default", "even") if has_first else ("default", "even")
    return [relations[named[name]].target for name in order if named.get(name) in relations]


def _is_repeated(child: Element, seen: set[str]) -> bool:
    form = running_form("".join(text.text or "" for text in child.iter(f"{W}t"))).words
    if not form or form in seen:
        return True
    seen.add(form)
    return False


def _archive(parts: dict[str, Element]) -> io.BytesIO:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        for name, part in parts.items():
            archive.writestr(f"word/{name}.xml", ElementTree.tostring(part))
    made.seek(0)
    return made
