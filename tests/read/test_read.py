"""One file to a text, or a plain reason why not."""

import hashlib
import os
import tracemalloc
from pathlib import Path

import pytest

from graf.errors import UnreadableDocumentError
from graf.model import Span
from graf.read import BARRED, READERS, TEXT_LIMIT, Source, read

TEXT = "Ärende STK-2016-796.\nBeslut.\n"


def source(path: Path) -> Source:
    return Source(path, path.name)


def refused(path: Path) -> tuple[str, str]:
    with pytest.raises(UnreadableDocumentError) as caught:
        read(source(path))
    message = str(caught.value)
    assert "\n" not in message
    assert ": " in message or "; " in message, "a reason, then what to do"
    return caught.value.kind, message


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.MARKDOWN", "a.protokoll", "noname"])
def test_a_text_is_read_whatever_its_suffix(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TEXT, encoding="utf-8")
    raw = read(source(tmp_path / name))
    assert (raw.place, raw.text, raw.pages) == (name, TEXT, ())
    assert raw.digest == hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_the_digest_is_of_the_text_not_of_its_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode(encoding))
    assert read(source(path)).digest == hashlib.sha256(TEXT.encode()).hexdigest()


def test_offsets_are_those_of_the_text_that_python_reads(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfett\r\ntv\xc3\xa5\rtre")
    assert read(source(path)).text == path.read_text(encoding="utf-8-sig")


PAGES = [
    pytest.param("ett\ftvå", (Span(0, 4), Span(4, 7)), id="a form feed ends a page"),
    pytest.param("ett\ftvå\f", (Span(0, 4), Span(4, 8)), id="a last form feed opens no page"),
    pytest.param("\fett", (Span(0, 1), Span(1, 4)), id="an empty first page keeps its number"),
    pytest.param("ett", (), id="no form feed, no pages"),
]


@pytest.mark.parametrize(("text", "pages"), PAGES)
def test_pages(tmp_path: Path, text: str, pages: tuple[Span, ...]) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert read(source(tmp_path / "a.txt")).pages == pages


REFUSED = [
    pytest.param("a.txt", b"", "empty", "empty", id="no byte"),
    pytest.param("a.txt", b" \n\t\r\n\f\xc2\xa0", "blank", "white space", id="only white space"),
    pytest.param("a.txt", b"\xef\xbb\xbf", "blank", "white space", id="only a byte order mark"),
    pytest.param("a.txt", b"%PDF-1.7\n%\xe2\xe3", "broken", "the PDF is damaged", id="PDF as text"),
    pytest.param("a.pdf", b"%PDF-1.4", "broken", "the PDF is damaged", id="PDF"),
    pytest.param("a.bin", b"junk\n%PDF-1.4", "broken", "the PDF is damaged", id="PDF after a line of junk"),
    pytest.param(
        "a.docx", b"PK\x03\x04..[Content_Types].xml..word/document.xml", "broken", "the Word file is damaged", id="DOCX"
    ),
    pytest.param(
        "a.txt", b"PK\x03\x04..a.txt", "unsupported-format", "is a ZIP archive with the suffix .txt; unpack it", id="ZIP"
    ),
    pytest.param(
        "a.odt", b"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.textPK", "unsupported-format", "ODT", id="ODT"
    ),
    pytest.param("a.html", b"<!DOCTYPE html><script>Beslut</script>", "blank", "white space", id="HTML without words"),
    pytest.param("a.txt", "\ufeff<html>".encode("utf-16-le"), "blank", "white space", id="HTML in UTF-16"),
    pytest.param("a.md", b"\x89PNG\r\n\x1a\n\x00\x00", "unsupported-format", "a PNG image with the suffix .md", id="PNG"),
    pytest.param("a.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF", "unsupported-format", "recognised (OCR)", id="JPEG"),
    pytest.param("a.txt", b"GIF89a\x01\x00", "unsupported-format", "a GIF image", id="GIF"),
    pytest.param(
        "a.txt", b"\x7fELF\x02\x01", "unsupported-format", "an ELF program with the suffix .txt; it is no document", id="ELF"
    ),
    pytest.param("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "unsupported-format", "an old Office file", id="DOC"),
    pytest.param("a.txt", b"\x1f\x8b\x08\x00", "unsupported-format", "a gzip archive", id="gzip"),
    pytest.param("a.txt", b"{\\rtf1 Beslut}", "unsupported-format", "an RTF file", id="RTF is text to a program only"),
    pytest.param("a.txt", bytes(range(256)) * 10, "binary", "no text", id="bytes of no known format"),
]


@pytest.mark.parametrize(("name", "content", "kind", "said"), REFUSED)
def test_what_is_no_text_is_refused_with_its_reason(tmp_path: Path, name: str, content: bytes, kind: str, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    got, message = refused(tmp_path / name)
    assert got == kind
    assert said in message


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        pytest.param(b"", "binary", id="200 MB of zeros"),
        pytest.param(b"Beslut. " * 20_000, "too-large", id="200 MB that begin as text"),
    ],
)
def test_a_huge_file_is_refused_by_its_head_and_size(tmp_path: Path, start: bytes, kind: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(start)
    os.truncate(path, 200_000_000)
    tracemalloc.start()
    try:
        got, _ = refused(path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert got == kind
    assert peak < 5_000_000


def test_the_limit_is_named_in_the_message(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Beslut. " * 20_000)
    os.truncate(path, TEXT_LIMIT + 1_000_000)
    assert "51 MB, more than the 50 MB" in refused(path)[1]


def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert refused(tmp_path / "a.txt")[0] == "not-a-file"


def test_a_device_is_never_opened() -> None:
    assert refused(Path(os.devnull))[0] == "not-a-file"


def test_a_broken_link_is_told_from_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to("nowhere.txt")
    assert refused(tmp_path / "link.txt")[0] == "broken-link"
    assert refused(tmp_path / "nowhere.txt")[0] == "missing"


def test_a_circle_of_links_is_a_broken_link(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert refused(tmp_path / "a") == ("broken-link", "the link leads in a circle: put the file in its place")


# Root may read every file, so the refusal is made by hand.
@pytest.mark.parametrize(
    ("error", "kind"), [(PermissionError(13, "Permission denied"), "no-permission"), (OSError(5, "I/O"), "unreadable")]
)
def test_what_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, kind: str) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    assert refused(tmp_path / "a.txt")[0] == kind


@pytest.mark.parametrize("barred", BARRED)
def test_what_the_search_barred_is_told(tmp_path: Path, barred: str) -> None:
    with pytest.raises(UnreadableDocumentError) as caught:
        read(Source(tmp_path, "a", barred))
    assert caught.value.kind == barred


def test_each_suffix_belongs_to_one_reader() -> None:
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert sorted(set(suffixes)) == sorted(suffixes)
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)


HEAD = "From: Vera Alm <vera@example.se>\r\nTo: Registrator\r\nSubject: Beslut\r\nMIME-Version: 1.0\r\n"
MAILS = [
    pytest.param(f"{HEAD}Content-Transfer-Encoding: base64\r\n\r\nQmVzbHV0", id="words in code"),
    pytest.param(
        f"{HEAD}Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nm=F6te", id="letters in code"
    ),
    pytest.param(f'{HEAD}Content-Type: multipart/mixed;\r\n boundary="x"\r\n\r\n--x\r\n\r\nHej', id="attachments"),
]


@pytest.mark.parametrize("mail", MAILS)
@pytest.mark.parametrize("name", ["a.eml", "a.txt"])
def test_a_mail_whose_words_cannot_be_seen_is_told(tmp_path: Path, name: str, mail: str) -> None:
    (tmp_path / name).write_bytes(mail.encode())
    with pytest.raises(UnreadableDocumentError, match="save its attachments") as caught:
        read(source(tmp_path / name))
    assert caught.value.kind == "unsupported-format"


PLAIN_MAILS = [
    pytest.param(f"{HEAD}Content-Transfer-Encoding: 8bit\r\n\r\nMötet", id="words as they are"),
    pytest.param("Från: Vera\nTill: Nämnden\n\nMime-version: base64", id="a letter"),
]


@pytest.mark.parametrize("mail", PLAIN_MAILS)
def test_a_mail_in_plain_words_is_text(tmp_path: Path, mail: str) -> None:
    (tmp_path / "a.eml").write_bytes(mail.encode())
    assert read(source(tmp_path / "a.eml")).text == mail.replace("\r\n", "\n")
