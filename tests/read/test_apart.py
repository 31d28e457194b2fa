"""A file that is damaged or made to do harm ends its reader and never the build."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graf.errors import UnreadableDocumentError
from graf.read import READERS, Source, apart, read
from graf.read.docx import package
from tests.read.making import as_word, draw_pdf, lines_of, paragraph, word

DAMAGED = 100
"""Files of each format."""
GIGABYTE = 1_000_000_000

# Run in a process of its own, so that what it and its readers take can be measured.
_READ_ALL = """
import resource, sys
from pathlib import Path
from graf.pipeline import build_graph
from graf.read import apart

graph = build_graph([Path(sys.argv[1])])
apart.close()
most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(len(graph.problems), len(graph.documents), most * 1024)
"""


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The file with bytes flipped, cut short, a hole in it, or a part twice."""
    place = chance.randrange(len(content))
    match chance.choice(("flipped", "cut", "hole", "twice")):
        case "flipped":
            flipped = bytearray(content)
            for _ in range(chance.choice((1, 5, 50, 500))):
                flipped[chance.randrange(len(flipped))] = chance.randrange(256)
            return bytes(flipped)
        case "cut":
            return content[:place]
        case "hole":
            return content[:place] + content[place + chance.randrange(2000) :]
    return content[:place] + content[: chance.randrange(1000)] + content[place:]


def folder_of_damage(folder: Path, sample: Path) -> None:
    """Two hundred damaged files, some of them renamed, and one that is whole."""
    chance = random.Random(20161)
    text = (sample / "2018-11-16-stk-tjansteskrivelse-STK-2018-1094.md").read_text(encoding="utf-8")
    pdf = draw_pdf(*(lines_of(text[start : start + 2500]) for start in range(0, len(text), 2500)))
    for suffix, content in ((".pdf", pdf), (".docx", as_word(text))):
        for number in range(DAMAGED):
            shown = chance.choice((".txt", ".html", ".pdf", ".docx", "")) if chance.random() < 0.2 else suffix
            (folder / f"{suffix[1:]}-{number}{shown}").write_bytes(damaged(content, chance))
    (folder / "whole.txt").write_text(text, encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no module resource")
def test_two_hundred_damaged_files_neither_crash_nor_hang_nor_fill_the_memory(tmp_path: Path, sample: Path) -> None:
    folder_of_damage(tmp_path, sample)
    done = subprocess.run([sys.executable, "-c", _READ_ALL, tmp_path], capture_output=True, text=True, timeout=300, check=True)
    problems, documents, most = map(int, done.stdout.split())
    assert documents >= 1
    assert problems > DAMAGED / 2
    assert most < GIGABYTE


PDF = draw_pdf(((70, 700, "Beslut."),))


def test_one_reader_is_started_and_asked_again() -> None:
    apart.read("pdf", PDF)
    first = apart._running[0].process.pid
    with pytest.raises(UnreadableDocumentError):
        apart.read("pdf", b"%PDF-1.4")
    assert apart.read("pdf", PDF) == "Beslut.\n\n"
    assert apart._running[0].process.pid == first


def test_a_reader_that_dies_is_replaced() -> None:
    apart.read("pdf", PDF)
    apart._running[0].process.kill()
    apart._running[0].process.wait()
    assert apart.read("pdf", PDF) == "Beslut.\n\n"


def test_a_reader_that_dies_while_it_reads_blames_the_file() -> None:
    with pytest.raises(UnreadableDocumentError, match="brought its reader down") as caught:
        apart.read("no such format", b"")
    assert caught.value.kind == "broken"
    assert apart.read("pdf", PDF) == "Beslut.\n\n"


def test_a_file_that_takes_too_long_is_given_up() -> None:
    bomb = word(paragraph("Kommunstyrelsen beslutar.") * 40_000)
    started = time.monotonic()
    with pytest.raises(UnreadableDocumentError, match=r"more than 0\.5 seconds") as caught:
        apart.read("docx", bomb, seconds=0.5)
    assert caught.value.kind == "too-slow"
    assert time.monotonic() - started < 10
    assert apart.read("pdf", PDF) == "Beslut.\n\n"


def test_a_small_file_that_unpacks_to_a_large_one_is_refused() -> None:
    bomb = word(paragraph("a" * 1000) * (package.XML_LIMIT // 1000))
    assert len(bomb) < package.XML_LIMIT / 100
    with pytest.raises(UnreadableDocumentError) as caught:
        apart.read("docx", bomb)
    assert caught.value.kind == "too-large"


def test_a_size_limit_stands_before_the_reading(tmp_path: Path) -> None:
    limit = next(reader.limit for reader in READERS if reader.name == "PDF")
    with (tmp_path / "a.pdf").open("wb") as file:
        file.write(PDF)
        file.truncate(limit + 1)
    with pytest.raises(UnreadableDocumentError) as caught:
        read(Source(tmp_path / "a.pdf", "a.pdf"))
    assert caught.value.kind == "too-large"
