"""The parts of a Word file: a ZIP archive that may be damaged, locked, or made to fill the memory."""

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from graf.errors import UnreadableDocumentError

XML_LIMIT = 30_000_000
"""Bytes of XML, unpacked: a document of some 3,000 pages. As Python's objects it takes some twenty times as much memory."""

BROKEN = "the Word file is damaged and cannot be opened: fetch it again, or save it anew in Word"
_TOO_LARGE = f"the Word file unpacks to more than {XML_LIMIT / 1e6:.0f} MB of text: it is damaged or made to do harm; split it"
_LOCKED = "the Word file is locked with a password: save it without one, and build again"
_DECLARES = "the Word file declares entities, which no Word writes: it was made to do harm; leave it out"

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# Word's "strict" form has other names for the same things.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, KeyError)


@dataclass(frozen=True, slots=True)
class Relation:
    """A part that another one names: ``kind`` is the last word of its type, as in ``header``."""

    kind: str
    target: str


@dataclass(slots=True)
class Package:
    """The parts that are text, read one at a time and never written to disk: no path in the archive is followed."""

    archive: zipfile.ZipFile
    left: int = field(default=XML_LIMIT)

    @classmethod
    def opened(cls, content: bytes) -> "Package":
        """The archive of a file.

        Raises:
            UnreadableDocumentError: It is no archive.
        """
        try:
            return cls(zipfile.ZipFile(io.BytesIO(content)))
        except _ZIP_ERRORS:
            raise UnreadableDocumentError("broken", BROKEN) from None

    def part(self, name: str) -> Element | None:
        """One part's XML; None where there is no such part.

        Raises:
            UnreadableDocumentError: It is damaged, locked, or too large.
        """
        content = self._unpacked(name)
        if content is None:
            return None
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
        if b"<!DOCTYPE" in content.replace(b"\0", b""):
            raise UnreadableDocumentError("harmful", _DECLARES)
        try:
            return ElementTree.fromstring(content)
        except (ElementTree.ParseError, ValueError, LookupError):
            raise UnreadableDocumentError("broken", BROKEN) from None

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part names, by the identity it uses; what lies outside the archive is left out."""
        folder, file = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        rows = [row for row in root.iter(_RELATIONS) if row.get("TargetMode") != "External"] if root is not None else []
        return {
            row.get("Id", ""): Relation(row.get("Type", "").rsplit("/", 1)[-1], _inside(folder, row.get("Target", "")))
            for row in rows
        }

    def _unpacked(self, name: str) -> bytes | None:
        try:
            place = self.archive.getinfo(name)
        except KeyError:
            return None
        if place.flag_bits & 1:
            raise UnreadableDocumentError("encrypted", _LOCKED)
        try:
            # What the archive says of the size need not be true.
            with self.archive.open(place) as part:
                content = part.read(self.left + 1)
        except _ZIP_ERRORS:
            raise UnreadableDocumentError("broken", BROKEN) from None
        self.left -= len(content)
        if self.left < 0:
            raise UnreadableDocumentError("too-large", _TOO_LARGE)
        return content


def _inside(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
