"""A source as PDF, printed by a headless Chromium, with running headers and page numbers."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from html import escape
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from data.making import web
from data.making.source import CONTENTS, Block, Source

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
_WHEN = b"20260101000000"
_STYLE = """
@page { size: A4; margin: 0 }
body { margin: 0; font: 10.5pt/1.4 "DejaVu Sans", sans-serif }
section { box-sizing: border-box; min-height: 296mm; padding: 14mm 22mm 12mm; break-after: page; display: flex;
  flex-direction: column }
section:last-child { break-after: auto }
header p, .foot p { display: flex; justify-content: space-between; margin: 0; font-size: 9pt }
header { border-bottom: 1px solid; margin-bottom: 6mm }
main { flex: 1 }
h1 { font-size: 16pt } h2 { font-size: 12.5pt; margin: 7mm 0 1mm } h3 { font-size: 10.5pt; margin: 3mm 0 0 }
p { margin: 1.5mm 0 } ul, ol { margin: 1.5mm 0 }
td { padding: 1mm 6mm 1mm 0; vertical-align: top }
.contents { white-space: nowrap }
"""


def find_chromium() -> str | None:
    """The browser named by CHROMIUM, else one on the PATH, else the one Playwright installed."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for path in map(shutil.which, NAMES) if path), None) or _of_playwright()


def _of_playwright() -> str | None:
    if not find_spec("playwright"):
        return None
    with import_module("playwright.sync_api").sync_playwright() as player:
        path = str(player.chromium.executable_path)
    return path if Path(path).is_file() else None


def make(source: Source, chromium: str) -> bytes:
    """The PDF, checked to have the pages that its source has."""
    with TemporaryDirectory() as folder:
        paper, target = Path(folder, "paper.html"), Path(folder, "paper.pdf")
        paper.write_text(_paper(source), encoding="utf-8")
        command = [chromium, *FLAGS, f"--user-data-dir={folder}/profile", "--no-pdf-header-footer"]
        printed = [*command, f"--print-to-pdf={target}", paper.as_uri()]
        subprocess.run(printed, check=True, capture_output=True, timeout=120)
        content = target.read_bytes()
    found = len(re.findall(rb"/Type /Page\b", content))
    if found != len(source.pages):
        raise ValueError(f"{source.name}: {found} pages printed, {len(source.pages)} in the source")
    return _settled(content)


def _settled(content: bytes) -> bytes:
    """The same file with time and maker of a fixed form; no byte moves, so the table of offsets still holds."""
    dated = re.sub(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}", rb"\g<1>" + _WHEN, content)
    return re.sub(rb"(?<=/Creator \()(?:\\.|[^\\)])*", lambda found: b"data/make.py".ljust(len(found[0])), dated)


def _paper(source: Source) -> str:
    pages = "\n".join(_page(source, blocks, number) for number, blocks in enumerate(source.pages, 1))
    return f'<!DOCTYPE html><html lang="sv"><meta charset="utf-8"><title>{escape(source.field("title"))}</title>' + (
        f"<style>{_STYLE}</style><body>{pages}</body></html>"
    )


def _page(source: Source, blocks: tuple[Block, ...], number: int) -> str:
    place = f"Sida {number} ({len(source.pages)})"
    head = _rows(source.field("header"), place)
    foot = _rows(source.field("footer"), "")
    body = "\n".join(_block(source, block) for block in blocks)
    top = f"<header>{head}</header>" if head else ""
    return f'<section>{top}<main>{body}</main><div class="foot">{foot}</div></section>'


def _rows(field: str, place: str) -> str:
    """The rows of a running header: rows are parted by //, what stands left and right by |."""
    rows = [row.split("|") for row in field.replace("{page}", place).split("//") if row.strip()]
    return "".join("<p>" + "".join(f"<span>{web.inline(cell.strip())}</span>" for cell in row) + "</p>" for row in rows)


def _block(source: Source, block: Block) -> str:
    return "\n".join(_contents(source)) if block.kind == CONTENTS else web.block(block)


def _contents(source: Source) -> Iterator[str]:
    for words, page in source.contents:
        dots = "." * max(4, 88 - len(words))
        yield f'<p class="contents"><span>{web.inline(words)} {dots} {page}</span></p>'
