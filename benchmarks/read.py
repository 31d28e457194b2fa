"""How fast graf reads each format, beside the library that it reads it with: ``python benchmarks/read.py [ROUNDS]``.

The documents are made here: prose with headings, lists and tables, as a browser and Word would hold them. HTML is raced
twice: as a portal publishes a document (menus, scripts, styles and classes around 20 sections), and as the bare tags of
4,000 sections, where a tag stands for every 22 letters and nothing is thrown away. Its rival, selectolax, only gives the
letters, with no line kept apart. Times are of the processor and the best of some rounds, the two of a race in turn. The
ratio is what graf's own work leaves of the library's speed. The last line is a PDF of 2,000 pages, and the memory of
the process that read it.
"""

import io
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import mammoth
from playwright.sync_api import sync_playwright
from pypdfium2 import PdfDocument
from selectolax.lexbor import LexborHTMLParser

from graf.read import apart, docx, html, pdf
from tests.browser import FLAGS, find_chromium
from tests.read.making import as_html, as_word, draw_pdf, print_pdf

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


_STATE = "<script>AppRegistry.registerInitialState('12.4a', {{'items': [{}]}});</script>".format(
    ",".join(f"{{'id': {n}, 'label': 'Post {n}', 'href': '/x/{n}.html'}}" for n in range(60))
)
_STYLE = "\n".join(f".c{n} {{ margin: 0 0 {n}px 0; padding: .5rem; color: #24{n:04} }}" for n in range(120))
_ICON = "<svg aria-hidden='true' class='icon' viewBox='0 0 24 24'><path d='M12 2L2 7l10 5 10-5-10-5zM2 17l10 5 10-5'/></svg>"
_MENU = "".join(
    f"<li class='nav__item'><a class='nav__link' href='/arbete/{n}.html?target=12.{n}a9b'><span>Avdelning {n}</span>{_ICON}</a>"
    for n in range(80)
)
_CLASSES = {"<p>": "<p class='normal'>", "<td>": "<td style='vertical-align: top'>", "<li>": "<li class='normal'>"}


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


def portal_page(sections: int) -> str:
    """A document as a portal publishes it."""
    body = as_html(text_of(sections)).partition("<body")[2].partition(">")[2]
    for bare, dressed in _CLASSES.items():
        body = body.replace(bare, dressed)
    return (
        f"<!DOCTYPE html><html lang=sv><head><meta charset=utf-8><title>Protokoll</title><style>{_STYLE}</style>{_STATE * 2}"
        f"<body><header><nav><ul>{_MENU}</ul></nav></header><main class='layout'><div class='text-portlet'>{body}</div></main>"
        f"{_STATE}<footer><ul>{_MENU}</ul></footer>{_STATE}</body></html>"
    )


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
    portal = portal_page(20).encode()
    return [
        Race("HTML, portal", portal, html.read, lambda content: LexborHTMLParser(content).text()),
        Race("HTML, bare", web, html.read, lambda content: LexborHTMLParser(content).text()),
        Race("Word", word, docx.read, lambda content: mammoth.convert_to_html(io.BytesIO(content))),
        Race("PDF", printed, pdf.read, bare_pdf, pages),
        Race("PDF apart", printed, lambda content: apart.read("pdf", content), bare_pdf, pages),
    ]


def seconds(race: Race, rounds: int) -> tuple[float, float]:
    """The best of some rounds: graf's, and the library's."""
    # What is read in another process takes no time of this one's processor.
    clock = time.perf_counter if race.name == "PDF apart" else time.process_time
    times: dict[Callable[[bytes], object], float] = {}
    for _ in range(rounds):
        for read in (race.ours, race.bare):
            started = clock()
            read(race.content)
            times[read] = min(times.get(read, float("inf")), clock() - started)
    return times[race.ours], times[race.bare]


LONG = """
import resource, sys, time
from pathlib import Path
from graf.read import pdf
content = Path(sys.argv[1]).read_bytes()
started = time.process_time()
pdf.read(content)
print(time.process_time() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def print_long(folder: str) -> None:
    """Read 2,000 pages in a process of their own, and print how fast it was and what it took at the most."""
    lines = tuple((70.0, 760.0 - 14 * n, f"Rad {n}: kommunstyrelsen beslutar att godkänna STK-2016-{n}.") for n in range(48))
    path = Path(folder, "long.pdf")
    path.write_bytes(draw_pdf(*[lines] * 2_000))
    done = subprocess.run([sys.executable, "-c", LONG, str(path)], check=True, capture_output=True, text=True)
    taken, peak = map(float, done.stdout.split())
    print(f"2,000 pages, {path.stat().st_size / 1e6:.0f} MB: {2_000 / taken:.0f} pages/s, at most {peak:.0f} MB of memory")


def main() -> None:
    """Print a line for each format."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"{'format':12} {'MB':>6} {'pages':>6} {'graf':>18} {'library':>18} {'ratio':>6}")
    for race in races():
        ours, bare = seconds(race, rounds)
        print(f"{race.name:12} {len(race.content) / 1e6:6.2f} {race.pages or '':>6}", end=" ")
        print(f"{_speed(race, ours):>18} {_speed(race, bare):>18} {bare / ours:6.2f}")
    with TemporaryDirectory() as folder:
        print_long(folder)


def _speed(race: Race, taken: float) -> str:
    return f"{race.pages / taken:.0f} pages/s" if race.pages else f"{len(race.content) / 1e6 / taken:.2g} MB/s"


if __name__ == "__main__":
    main()
