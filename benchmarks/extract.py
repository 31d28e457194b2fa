"""How fast graf extracts, beside its peers on text of the same density: ``python benchmarks/extract.py [MEGABYTES]``.

Documents of 20 kB, put together from the sample (:mod:`material`), at the density of real ones. The scanner of references
runs beside ripgrep over all of the text, the whole of ``graf extract`` beside eyecite over a share of it that is told.
ripgrep and eyecite (``pip install eyecite hyperscan``) are no dependencies of graf; what is not installed is left out.
Times are of the processor, except for two processes. Read the ratios: seconds depend on the machine and who shares it.
"""

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from material import documents

from graf.contract import extraction_row
from graf.extract import extract
from graf.matching import find_printed
from graf.model import RawText
from graf.parse import parse
from graf.pipeline import extract_all
from graf.scanning import Scanner
from graf.tables import references
from graf.text import Folded

MEGABYTES = 100
SHARE = 0.04
"""Of the text, how much goes through the whole of extraction, which is slow; a megabyte at the least."""

RIPGREP = (
    r"(?-u:\b)[A-ZÅÄÖ]{2,6}[ -]?[ -]{0,2}(?:19|20)[0-9]{2}[-/:][0-9]{1,6}",
    r"(?:[Dd]nr|[Dd]iarienummer|[Ää]rende(?:nr|nummer))[.:]? {0,3}[0-9]{1,6}[-/][0-9]{2,6}",
    r"(?-u:\b)[0-9]{1,2}\.[0-9]{1,2}(?:\.[0-9]{1,2})?-[0-9]{1,6}/(?:19|20)[0-9]{2}",
    r"(?-u:\b)(?:Ju|UD|Fö|Fi|Ku|KN|LI|Jo|Mi|SB|IJ|In|A|I|K|L|M|N|S|U) ?(?:19|20)[0-9]{2}/[0-9]{3,5}",
    r"(?-u:\b)(?:19|20)[0-9]{2}/?[A-ZÅÄÖ]{2,6} ?[0-9]{3,5}",
    r"(?-u:\b)SOU ?[0-9]{4}:[0-9]{1,3}",
    r"(?-u:\b)Ds ?[0-9]{4}:[0-9]{1,3}",
    r"(?-u:\b)[Dd]ir\.? ?[0-9]{4}:[0-9]{1,3}",
    r"(?-u:\b)(?:[Pp]rop|[Bb]et|[Rr]skr|[Ss]kr|[Mm]ot)\.? ?[0-9]{4}/[0-9]{2}:[A-Za-z]{0,4}[0-9]{1,4}",
    r"(?-u:\b)SFS ?[0-9]{4}:[0-9]{1,4}",
    r"[a-zåäö] \([0-9]{4}:[0-9]{1,4}\)",
    r"[Mm]otion(?:en)? \(?[0-9]{4}:[0-9]{1,4}",
    r"(?-u:\b)(?:NJA|AD|HFD|RÅ|RH|MÖD) ?[0-9]{4} (?:s|nr|ref)\.? ?[0-9]{1,4}",
    r"(?-u:\b)[A-Z]{2,5}FS [0-9]{4}:[0-9]{1,3}",
    r"§§? ?[0-9]{1,4}",
    r"[0-9]{1,3}(?: [a-z])? §",
    r"\((?:EU|EG|EEG)\) (?:nr )?[0-9]{2,4}/[0-9]{2,4}",
    r"[Bb]eslutet (?:i|den|av) [a-zåäö0-9 ]{3,20}(?:19|20)[0-9]{2}",
)
"""The kinds that the material holds, in the form that ripgrep is fastest at: no Unicode word boundary, no look-behind."""

ENGLISH = (
    "It was so held in {v} U.S. {p}. The board considered the report of the office and found that the matter had been "
    "prepared as the council asked, and that the costs could be borne within the budget of the year. The committee heard the "
    "parties, left the question open, and asked for a new report on what the work had cost, and for whom, in the years before. "
    "The council has since been told of the outcome, and of what remains to be done before the end of the coming year. "
    "Each office reports in its turn, and the board sums up what they say in the words that the statute gives it.\n\n"
)
"""English prose with a reference to some 600 characters, for eyecite, which reads no Swedish.

Bare references, which it is fastest at: with the names of parties and years it is three to thirty times slower.
"""

RUNS = (
    "1",
    ".",
    "-",
    " ",
    "\n",
    "\t",
    "a",
    "A",
    "1/",
    "§ ",
    "1, ",
    "2016-",
    "dnr ",
    "att ",
    "ab- ",
    "STK-2016-7 och ",
    "§ 1 T\n",
)
"""What patterns might backtrack on."""


def spent(work: Callable[[], object]) -> float:
    """Seconds of the processor."""
    start = time.process_time()
    work()
    return time.process_time() - start


def raw(text: str) -> RawText:
    """A text as a reader hands it on."""
    return RawText("a.txt", text, sha256(text.encode()).hexdigest())


def whole(text: str) -> str:
    """All that ``graf extract`` does with a text that is read."""
    return json.dumps(extraction_row(extract(parse(raw(text)))), ensure_ascii=False)


def told(name: str, megabytes: float, seconds: float, more: str = "") -> float:
    """Print a line; megabytes a second."""
    print(f"{name:46}{megabytes / seconds:9.2f} MB/s  {more}".rstrip(), flush=True)
    return megabytes / seconds


def scanners(texts: list[str], megabytes: float) -> None:
    """The scanner of references alone, with its keys, in the readable form, and ripgrep."""
    folded = [Folded(text).text for text in texts]
    scanner = Scanner(row.pattern for row in references())
    some = folded[: max(1, int(len(folded) * min(1.0, 0.4 / megabytes)))]
    share = sum(map(len, some)) / 1e6
    slow = spent(lambda: [sum(1 for row in references() for _ in row.pattern.finditer(text)) for text in some])
    found = [0]

    def scan() -> None:
        found[0] = sum(1 for text in folded for _ in scanner.matches(text))

    fast = told("references, every match of every row", megabytes, spent(scan), f"{found[0]} matches")
    told("references, as graf keeps them", megabytes, spent(lambda: [find_printed(text) for text in folded]))
    readable = told("references, each row on the whole text", share, slow, f"of {share:.1f} MB")
    print(f"    {fast / readable:.0f} times the readable form")
    if command := shutil.which("rg"):
        print(f"    {fast / ripgrep(command, texts, megabytes):.3f} of ripgrep")


def ripgrep(command: str, texts: list[str], megabytes: float) -> float:
    """Ripgrep on the same text and kinds, in one thread."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("\n".join(texts))
        file.flush()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run = subprocess.run(
            [command, "-o", "-b", "-j1", "--no-filename", "|".join(RIPGREP), file.name], capture_output=True, check=True
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    found = len(run.stdout.splitlines())
    return told("ripgrep -o -b, its own fast form", megabytes, seconds, f"{found} matches")


def pipeline(texts: list[str]) -> None:
    """The whole of extraction, stage by stage, beside eyecite."""
    megabytes = sum(map(len, texts)) / 1e6
    whole(texts[0])
    parsed = [parse(raw(text)) for text in texts]
    told("parse", megabytes, spent(lambda: [parse(raw(text)) for text in texts]), f"of {megabytes:.1f} MB")
    told("extract", megabytes, spent(lambda: [extract(one) for one in parsed]))
    found = [extract(one) for one in parsed]
    points, names = sum(len(one.points) for one in found), sum(len(one.references) for one in found)
    per = f"{names / megabytes / 1e3:.1f} references, {points / megabytes / 1e3:.1f} decision points a kB"
    ours = told("graf extract, all of it", megabytes, spent(lambda: [whole(text) for text in texts]), per)
    for name, speed in eyecite():
        print(f"    {ours / speed:.1f} times eyecite, {name}")


def eyecite() -> Iterator[tuple[str, float]]:
    """Eyecite with each of its tokenizers, on English documents of the same size and density."""
    try:
        from eyecite import get_citations  # noqa: PLC0415 - a peer, perhaps not installed
        from eyecite.tokenizers import HyperscanTokenizer, default_tokenizer  # noqa: PLC0415
    except ImportError:
        return
    piece = [ENGLISH.format(v=100 + n, p=200 + n) for n in range(60)]
    texts = ["".join(piece[n:] + piece[:n])[:20_000] for n in range(20)]
    megabytes = sum(map(len, texts)) / 1e6
    with tempfile.TemporaryDirectory() as cache:
        for name, tokenizer in (("default", default_tokenizer), ("hyperscan", HyperscanTokenizer(cache_dir=cache))):
            get_citations(texts[0], tokenizer=tokenizer)
            count = [0]

            def find(tokenizer: object = tokenizer, count: list[int] = count) -> None:
                count[0] = sum(len(get_citations(text, tokenizer=tokenizer)) for text in texts)

            seconds = spent(find)
            yield name, told(f"eyecite, {name}", megabytes, seconds, f"{count[0] / megabytes / 1e3:.1f} citations a kB")


def processes(texts: list[str]) -> None:
    """Two processes beside one, by the clock."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            Path(folder, f"{number}.txt").write_text(text, encoding="utf-8")
        seconds = []
        for jobs in (1, 2):
            start = time.perf_counter()
            assert sum(1 for _ in extract_all([Path(folder)], jobs=jobs)) == len(texts)
            seconds.append(time.perf_counter() - start)
    print(f"two processes: {seconds[0] / seconds[1]:.2f} times one ({seconds[0]:.1f} s, {seconds[1]:.1f} s)", flush=True)


def lengths() -> None:
    """A long document beside a short one, and long runs of what patterns might backtrack on."""
    short, long = next(documents(100_000, 100_000)), next(documents(5_000_000, 5_000_000))
    whole(short)
    few, many = min(spent(lambda: whole(short)) for _ in range(3)), spent(lambda: whole(long))
    print(f"5 MB cost {many / few / 50:.2f} times fifty of 100 kB", flush=True)
    worst = max((spent(lambda r=run: whole(r * (80_000 // len(r)))) / 80, run) for run in RUNS)  # type: ignore[misc]
    usual = few / 100
    print(f"the slowest run, of {worst[1]!r}: {worst[0] / usual:.1f} times the usual time a kB")


def main(megabytes: float) -> None:
    """Measure and print."""
    texts = list(documents(int(megabytes * 1e6)))
    scanners(texts, sum(map(len, texts)) / 1e6)
    share = texts[: max(50, int(SHARE * len(texts)))]
    pipeline(share)
    processes(share)
    lengths()


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else MEGABYTES)
