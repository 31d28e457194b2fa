"""PDF files (``.pdf``) with a text layer, read page by page with pdfium.

pdfium is native code that a damaged file may crash or hang: :mod:`graf.read.apart` calls this in another process.
"""

from collections.abc import Callable

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from graf.errors import UnreadableDocumentError
from graf.read.pdf.columns import in_reading_order
from graf.read.pdf.lines import Row
from graf.read.pdf.paragraphs import style_of, texts
from graf.read.pdf.rows import rows
from graf.read.pdf.running import without_running
from graf.read.signatures import format_of

SUFFIXES = (".pdf",)
LIMIT = 200_000_000
"""Bytes: minutes with scanned annexes reach some tens of millions; the file is held in memory twice while it is handed on."""
PAGES = 10_000
"""Pages: a file that claims more is damaged or no document."""

_BROKEN = "the PDF is damaged and cannot be opened: fetch it again, or print it to PDF anew"
_ENCRYPTED = "the PDF is locked with a password: save it without one, and build again"
_SCAN = (
    "the PDF is a scan without text: to have it recognised (OCR), pip install 'graf-lineage[ocr]', install tesseract with "
    "Swedish, and build with --ocr"
)
_NOTHING = "the PDF is a scan, and no text could be recognised on it: get a better copy"

Recognise = Callable[[PdfPage], tuple[Row, ...]]
"""What makes the rows of a page that is a picture."""


def recognises(head: bytes) -> bool:
    """Whether the first bytes are those of a PDF."""
    return format_of(head) == "a PDF"


def read(content: bytes, recognise: Recognise | None = None) -> str:
    """The text of a PDF, a paragraph or a table's row a line, with a form feed between pages.

    Args:
        content: The file.
        recognise: What reads the pages that have no text.

    Raises:
        UnreadableDocumentError: It is damaged, encrypted, or has no text.
    """
    pages = [in_reading_order(page) for page in without_running(_pages(content, recognise))]
    if not any(pages):
        raise UnreadableDocumentError("scan", _NOTHING if recognise else _SCAN)
    return "\f".join(texts(pages, style_of(pages)))


def _pages(content: bytes, recognise: Recognise | None) -> list[tuple[Row, ...]]:
    document = _opened(content)
    try:
        count = len(document)
        if not 0 < count <= PAGES:
            message = f"the PDF claims to have {count} pages, graf reads 1 to {PAGES}: fetch it again, or split it"
            raise UnreadableDocumentError("broken" if count < 1 else "too-large", message)
        found = [_page(document, number, recognise) for number in range(count)]
    finally:
        document.close()
    if all(page is None for page in found):
        raise UnreadableDocumentError("broken", _BROKEN)
    return [page or () for page in found]


def _opened(content: bytes) -> PdfDocument:
    # A PDF may have a mail's header before it; pdfium looks for its start in the first 1,024 bytes, as readers do.
    try:
        return PdfDocument(content)
    except PdfiumError as error:
        locked = getattr(error, "err_code", None) in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
        kind, message = ("encrypted", _ENCRYPTED) if locked else ("broken", _BROKEN)
        raise UnreadableDocumentError(kind, message) from None


def _page(document: PdfDocument, number: int, recognise: Recognise | None) -> tuple[Row, ...] | None:
    """One page, closed again; None where pdfium cannot make it out."""
    try:
        page = document[number]
    except PdfiumError:
        return None
    try:
        return rows(page) or (recognise(page) if recognise else ())
    except PdfiumError:
        return None
    finally:
        page.close()
