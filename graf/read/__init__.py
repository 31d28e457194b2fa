"""Files to texts: one row of :data:`READERS` per format, chosen by content first and by suffix second.

To add a format, write ``graf/read/NAME.py`` with ``SUFFIXES``, ``recognises`` and ``read``, and add its row.
A reader that knows pages puts a form feed between them; the spans of the pages are made here.
"""

import errno
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from graf.errors import UnreadableDocumentError
from graf.model import RawText, Span
from graf.read import apart, docx, html, markdown, pdf, plain
from graf.read.signatures import LOCKED, advice_for, format_of
from graf.read.sources import Source, find_sources, is_regular

__all__ = ["BARRED", "READERS", "TEXT_LIMIT", "Reader", "Source", "find_sources", "read"]

TEXT_LIMIT = 50_000_000
"""Bytes of text: some 15,000 pages. What is larger is a data dump or a mistake, and would fill the memory."""

_HEAD = 65_536


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: how it is known and how it is read."""

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    """Whether a file that begins with these bytes is of this format."""
    read: Callable[[bytes], str]
    """The text of a whole file, with a form feed between pages."""
    limit: int = TEXT_LIMIT
    has_paragraphs: bool = False
    """Whether its lines are what a user can count, for want of pages."""
    recognise: Callable[[bytes], str] | None = None
    """The same where pages are pictures; slow, and only done where the user asks for it."""


_recognise_pdf = partial(apart.read, "pdf-ocr", seconds=apart.OCR_SECONDS)

READERS: tuple[Reader, ...] = (
    Reader("text", plain.SUFFIXES, plain.recognises, plain.read),
    Reader("HTML", html.SUFFIXES, html.recognises, partial(apart.read, "html"), html.LIMIT),
    Reader("markdown", markdown.SUFFIXES, markdown.recognises, markdown.read),
    Reader("Word", docx.SUFFIXES, docx.recognises, partial(apart.read, "docx"), docx.LIMIT, has_paragraphs=True),
    Reader("PDF", pdf.SUFFIXES, pdf.recognises, partial(apart.read, "pdf"), pdf.LIMIT, recognise=_recognise_pdf),
)
"""The first that recognises a file reads it; the one with the file's suffix is asked before the others."""

BARRED: dict[str, str] = {
    "closed-folder": "this folder cannot be listed: give yourself the right to read it, and build again",
    "link-outside": "this link leads out of the folder and was not followed: copy the file in, or name its folder too",
}
"""What the search for files would not follow, and the sentence for it."""


def read(source: Source, ocr: bool = False) -> RawText:
    """The text of one file.

    Args:
        source: Where it lies.
        ocr: Whether pages that are pictures are to be recognised, which takes seconds for each.

    Raises:
        UnreadableDocumentError: there is no text to be had; the message says why and what to do,
            and leaves out the file's name, which ``source.place`` has.
    """
    if source.barred:
        raise UnreadableDocumentError(source.barred, BARRED[source.barred])
    text, reader, recognised = _text(source.path, ocr)
    if not text.strip():
        raise UnreadableDocumentError("blank", "the file holds only white space: a scanned page needs its text saved with it")
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return RawText(source.place, text, digest, _pages(text), _paragraphs(text) if reader.has_paragraphs else (), recognised)


def _text(path: Path, ocr: bool) -> tuple[str, Reader, bool]:
    try:
        return _opened(path, ocr)
    except FileNotFoundError:
        kind, said = ("broken-link", "the link leads nowhere") if path.is_symlink() else ("missing", "there is no such file")
        raise UnreadableDocumentError(kind, f"{said}: check the path, or put the file back") from None
    except PermissionError:
        message = "you are not allowed to read the file: give yourself the right to read it, and build again"
        raise UnreadableDocumentError("no-permission", message) from None
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise UnreadableDocumentError("broken-link", "the link leads in a circle: put the file in its place") from None
        reason = error.strerror or type(error).__name__
        message = f"the system could not read the file ({reason}): copy it to another disk, and build again"
        raise UnreadableDocumentError("unreadable", message) from None


def _opened(path: Path, ocr: bool) -> tuple[str, Reader, bool]:
    if not is_regular(path):
        raise UnreadableDocumentError("not-a-file", "this is no file (a pipe, device or folder): name a file or its folder")
    size = path.stat().st_size
    if not size:
        raise UnreadableDocumentError("empty", "the file is empty: fetch or save it again")
    with path.open("rb") as file:
        head = file.read(_HEAD)
        reader = _reader(head, path.suffix.lower())
        if size > reader.limit:
            message = f"the file has {size / 1e6:.0f} MB, more than the {reader.limit / 1e6:.0f} MB graf reads as {reader.name}"
            raise UnreadableDocumentError("too-large", f"{message}: split it into documents")
        content = head + file.read(max(0, size - len(head)))
    text, recognised = _with_pictures(reader, content) if ocr and reader.recognise else (reader.read(content), False)
    return text, reader, recognised


def _with_pictures(reader: Reader, content: bytes) -> tuple[str, bool]:
    """The text, and whether any of it was recognised: that of a file without pictures is as ever."""
    try:
        text = reader.read(content)
    except UnreadableDocumentError as error:
        if error.kind != "scan":
            raise
        text = ""
    if reader.recognise is None or (text and all(page.strip() for page in text.split("\f"))):
        return text, False
    more = reader.recognise(content)
    return more, more != text


def _reader(head: bytes, suffix: str) -> Reader:
    for reader in sorted(READERS, key=lambda row: suffix not in row.suffixes):
        if reader.recognises(head):
            return reader
    raise _refusal(head, suffix)


def _refusal(head: bytes, suffix: str) -> UnreadableDocumentError:
    name = format_of(head)
    if name is None:
        message = "the file is no text (its bytes are mostly unprintable): fetch or save it again"
        return UnreadableDocumentError("binary", message)
    if name == LOCKED or (suffix in docx.SUFFIXES and name.startswith("an old Office")):
        # The name of what is locked may stand behind the head; a Word file in the old container is a locked one.
        return UnreadableDocumentError("encrypted", f"the file is {LOCKED}: {advice_for(LOCKED)}")
    disguise = f" with the suffix {suffix}" if any(suffix in reader.suffixes for reader in READERS) else ""
    return UnreadableDocumentError("unsupported-format", f"the file is {name}{disguise}; {advice_for(name)}")


def _pages(text: str) -> tuple[Span, ...]:
    """Each page with the form feed that ends it; none where the file has no page borders."""
    if "\f" not in text:
        return ()
    ends = [mark.end() for mark in re.finditer("\f", text)]
    if ends[-1] < len(text):
        ends.append(len(text))
    return tuple(Span(start, end) for start, end in zip([0, *ends], ends, strict=False))


def _paragraphs(text: str) -> tuple[Span, ...]:
    """Each line that is not empty."""
    return tuple(Span(*line.span()) for line in re.finditer(r"[^\n]*\S[^\n]*", text))
