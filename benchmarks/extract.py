"""How fast references are found and documents extracted, beside the same patterns tried on the whole text.

    python benchmarks/extract.py FOLDER...     default: data/sample

The peer is the readable form: every row of the table on every character. Both must find the same. Read the
ratios; the seconds depend on the machine.
"""

import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from graf.extract import extract
from graf.matching import find_printed
from graf.parse import parse
from graf.read import find_sources, read
from graf.tables import references
from graf.text import Folded

ROUNDS = 5


def best(work: Callable[[], object]) -> float:
    """Seconds of the fastest of some rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def spans(text: str) -> set[tuple[int, int]]:
    """Where any row matches, every row tried on the whole text."""
    return {match.span("number") for row in references() for match in row.pattern.finditer(text)}


def main(folders: Iterable[str]) -> None:
    """Measure and print."""
    raws = [read(source) for source in find_sources(map(Path, folders)) if source.path.suffix in {".txt", ".md"}]
    texts = [Folded(raw.text).text for raw in raws]
    parsed = [parse(raw) for raw in raws]
    megabytes = sum(len(raw.text) for raw in raws) / 1e6
    for text in texts:
        lost = {(p.span.start, p.span.start + len(p.text)) for p in find_printed(text)} - {
            (start, start + len(text[start:end].rstrip())) for start, end in spans(text)
        }
        assert all("/" in text[start:end] for start, end in lost), "only the further numbers of a list may be new"
    rows: list[tuple[str, Callable[[], object]]] = [
        ("references, readable form", lambda: [spans(text) for text in texts]),
        ("references, as graf finds them", lambda: [find_printed(text) for text in texts]),
        ("parse", lambda: [parse(raw) for raw in raws]),
        ("extract", lambda: [extract(one) for one in parsed]),
    ]
    seconds = {name: best(work) for name, work in rows}
    for name, taken in seconds.items():
        print(f"{name:34}{megabytes / taken:8.2f} MB/s")
    ratio = seconds["references, readable form"] / seconds["references, as graf finds them"]
    print(f"{len(raws)} documents, {megabytes:.2f} MB; references {ratio:.1f} times as fast as the readable form")


if __name__ == "__main__":
    main(sys.argv[1:] or ["data/sample"])
