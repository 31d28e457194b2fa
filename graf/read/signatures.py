"""What a file is by its first bytes, whatever its suffix says."""

import re

_PDF = re.compile(rb"(?:\A|[\r\n])[\xef\xbb\xbf\s]*%PDF-\d")
_HTML = re.compile(
    rb"""
    \A \s* (?: <\?xml [^>]* > \s* )?  (?: <!-- .*? --> \s* )*
    < (?: !doctype \s+ html | html | head | body ) \b
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)

_TAGS = rb"(?:p|div|h[1-6]|ul|ol|table|section|article|main|header|span|strong|b|em|a|br|meta|title|link|style|blockquote)"
_TAG = re.compile(rb"</?" + _TAGS + rb"(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BEFORE_TAG = re.compile(rb"\s*(?:<!--.*?-->\s*)*", re.DOTALL)

MAIL = "an e-mail (EML)"
_MAIL = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_MAIL_SIGN = re.compile(rb"^mime-version:", re.IGNORECASE | re.MULTILINE)
_MAIL_CODED = re.compile(rb"^content-(?:transfer-encoding:\s*(?:base64|quoted-printable)|type:\s*multipart/)", re.I | re.M)
"""What makes a mail's words or attachments unreadable as they stand."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")
"""The name under which Office puts a locked file into its old container."""
LOCKED = "an Office file locked with a password"

_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (_OLE, "an old Office file (DOC, XLS, PPT or MSG)"),
    (b"{\\rtf", "an RTF file"),
    (b"%!PS", "a PostScript file"),
    (b"\x7fELF", "an ELF program"),
    (b"MZ\x90\x00", "a Windows program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh91AY&SY", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"ID3\x03", "an MP3 sound"),
    (b"ID3\x04", "an MP3 sound"),
    (b"OggS\x00", "an Ogg sound"),
)

# The parts that a ZIP of each kind holds; the first that is seen in the head decides.
_ZIP_PARTS: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a DOCX"),
    (b"xl/", "an XLSX"),
    (b"ppt/", "a PPTX"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "an ODT"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"mimetypeapplication/epub", "an EPUB"),
    (b"[Content_Types].xml", "an Office file (DOCX, XLSX or PPTX)"),
)

# What to do with a file of such a format; the first word that is in its name decides.
_ADVICE: tuple[tuple[str, str], ...] = (
    ("locked", "save it without a password, and build again"),
    ("image", "an image has no text: have its text recognised (OCR), and save that as PDF or plain text"),
    ("archive", "unpack it, and build from the folder it gives"),
    ("e-mail", "open it in a mail program, save its attachments, print its own words to PDF, and build from those"),
    ("program", "it is no document: leave it out"),
    ("database", "it is no document: leave it out"),
    ("sound", "it is no document: leave it out"),
    ("film", "it is no document: leave it out"),
    ("", "graf cannot read that format: save it as PDF or as plain text (.txt), and build again"),
)


def advice_for(name: str) -> str:
    """What a user can do with a file of the format that :func:`format_of` names.

    >>> advice_for("a ZIP archive")
    'unpack it, and build from the folder it gives'
    """
    return next(advice for word, advice in _ADVICE if word in name)


def format_of(head: bytes) -> str | None:
    """The format that the first bytes of a file show, as in "the file is a PDF"; None where they may be text.

    >>> format_of(b"%PDF-1.7 ...")
    'a PDF'
    >>> format_of("Beslut den 5 maj".encode())
    """
    if head.startswith(b"PK\x03\x04"):
        return next((name for part, name in _ZIP_PARTS if part in head), "a ZIP archive")
    if b"%PDF-" in head[:1024] and _PDF.search(head, 0, 1024):
        return "a PDF"
    if head.startswith(_OLE) and _LOCKED_OFFICE in head:
        return LOCKED
    if _HTML.match(_bare(head)):
        return "an HTML page"
    return MAIL if _is_coded_mail(head) else _fixed_place(head)


def begins_with_tag(head: bytes) -> bool:
    """Whether text begins with a tag of HTML, as a part of a page does.

    >>> begins_with_tag(b"<p>Beslut</p>"), begins_with_tag(b"<5 dagar>")
    (True, False)
    """
    bare = _bare(head)
    start = _BEFORE_TAG.match(bare)
    return bool(_TAG.match(bare, start.end() if start else 0))


def holds_tags(head: bytes) -> bool:
    """Whether there is a tag of HTML anywhere in the first bytes."""
    return bool(_TAG.search(_bare(head)))


def _is_coded_mail(head: bytes) -> bool:
    fields = _MAIL.match(head)
    return bool(fields and _MAIL_SIGN.search(fields[0]) and _MAIL_CODED.search(fields[0]))


def _fixed_place(head: bytes) -> str | None:
    if head[4:8] == b"ftyp":
        return "an MP4 film or HEIC image"
    if head.startswith(b"RIFF") and head[8:12] in {b"WAVE", b"AVI ", b"WEBP"}:
        return "a sound, film or picture (RIFF)"
    if head[257:262] == b"ustar":
        return "a tar archive"
    return next((name for start, name in _STARTS if head.startswith(start)), None)


def _bare(head: bytes) -> bytes:
    """The head without byte order marks and the NULs of UTF-16, so that one pattern sees every encoding."""
    return head[:2048].replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
