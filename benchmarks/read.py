"""How fast graf reads each format, beside the library that it reads it with: ``python benchmarks/read.py [ROUNDS]``.

The documents are made here: prose with headings, lists and tables, as a browser and Word would hold them. Times are
of the processor and the best of some rounds. The ratio is what graf's own work leaves of the library's speed.
"""

import io
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import mammoth
from playwright.sync_api import sync_playwright
from pypdfium2 import PdfDocument
from selectolax.lexbor import LexborHTMLParser

from graf.read import apart, docx, html, pdf
from tests.browser import FLAGS, find_chromium
from tests.read.making import as_html, as_word, print_pdf

SECTION = """## Rubrik {n}

Kommunstyrelsen beslutade den 5 maj 2016 att uppdra åt stadskontoret att ta fram ett förslag (STK-2016-{n}) och att
redovisa det senast i december. Nämnden har inget att invända mot det, men vill att kostnaden prövas i budgeten.

1. Återrapporteringen godkänns.
2. Kommunstyrelsen uppdrar åt stadskontoret att lämna en ny lägesbeskrivning senast september 2019.

- Tjänsteskrivelse från stadskontoret den 3 april 2016
- Protokollsutdrag från arbetsutskottet

Datum\t2016-05-0{d}
Diarienummer\tSTK-2016-{n}
"""


@dataclass(frozen=True)
class Race:
    """One format: its file, graf's reading, and the library's alone."""

    name: str
    content: bytes
    ours: Callable[[bytes], object]
    bare: Callable[[bytes], object]
    pages: int = 0


def text_of(sections: int) -> str:
    """So many sections."""
    return "\n".join(SECTION.format(n=100 + n, d=1 + n % 9) for n in range(sections))


def bare_pdf(content: bytes) -> int:
    """Every page's text, as pdfium gives it."""
    document, letters = PdfDocument(content), 0
    for page in document:
        text = page.get_textpage()
        letters += len(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return letters


def races() -> list[Race]:
    """The formats, with files of some hundred sections."""
    page, word = as_html(text_of(400)), as_word(text_of(200))
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        printed = print_pdf(browser, page, "Malmö stad", "Sida <span class=pageNumber></span>")
        browser.close()
    pages, web = len(PdfDocument(printed)), (page * 10).encode()
    return [
        Race("HTML", web, html.read, lambda content: LexborHTMLParser(content).text()),
        Race("Word", word, docx.read, lambda content: mammoth.convert_to_html(io.BytesIO(content))),
        Race("PDF", printed, pdf.read, bare_pdf, pages),
        Race("PDF apart", printed, lambda content: apart.read("pdf", content), bare_pdf, pages),
    ]


def seconds(read: Callable[[bytes], object], content: bytes, rounds: int, clock: Callable[[], float]) -> float:
    """The best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        started = clock()
        read(content)
        best = min(best, clock() - started)
    return best


def main() -> None:
    """Print a line for each format."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"{'format':10} {'MB':>6} {'pages':>6} {'graf':>18} {'library':>18} {'ratio':>6}")
    for race in races():
        # What is read in another process takes no time of this one's processor.
        clock = time.perf_counter if race.name == "PDF apart" else time.process_time
        ours, bare = (seconds(read, race.content, rounds, clock) for read in (race.ours, race.bare))
        print(f"{race.name:10} {len(race.content) / 1e6:6.2f} {race.pages or '':>6}", end=" ")
        print(f"{_speed(race, ours):>18} {_speed(race, bare):>18} {bare / ours:6.2f}")


def _speed(race: Race, taken: float) -> str:
    return f"{race.pages / taken:.0f} pages/s" if race.pages else f"{len(race.content) / 1e6 / taken:.2g} MB/s"


if __name__ == "__main__":
    main()
