"""Every quote at its offsets in its text, and every text with the digest that the graph gives it: what SHACL cannot see."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Store

from graf.store import TEXTS, text_of
from graf.validate.findings import Finding, Severity
from graf.validate.material import select

CHECK = "quotes"
_QUOTES = """SELECT ?text ?digest ?node ?exact ?start ?end ?prefix ?suffix WHERE {
  ?text graf:sha256 ?digest . ?node oa:hasSource ?text ; oa:exact ?exact ; oa:start ?start ; oa:end ?end .
  OPTIONAL { ?node oa:prefix ?prefix } OPTIONAL { ?node oa:suffix ?suffix }
}"""
_OTHER_TEXT = "The text in the folder is not the one that the graph was made of: build the graph anew."
_NO_TEXT = "The text is not in the folder, so that its quotes cannot be looked up: build the graph anew from the documents."
_NOT_THERE = "The quote does not stand at its place in the text, which there reads “{?value}”: build the graph anew."
_NOT_BESIDE = "The words before or after the quote are not those of the text: build the graph anew."

Row = dict[str, str]


def quote_findings(store: Store, folder: Path) -> tuple[tuple[Finding, ...], int | None]:
    """What is wrong with quotes and texts, and how many quotes were looked up; None where the folder holds no texts."""
    if not (folder / TEXTS).is_dir():
        return (), None
    quotes: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in select(store, _QUOTES):
        quotes[row["text"], row["digest"]].append(row)
    findings: list[Finding] = []
    looked_up = 0
    for (text, digest), rows in sorted(quotes.items()):
        words = text_of(folder, digest)
        if words is None:
            findings.append(Finding(Severity.WARNING, CHECK, text, _NO_TEXT))
        elif hashlib.sha256(words.encode("utf-8")).hexdigest() != digest:
            findings.append(Finding(Severity.VIOLATION, CHECK, text, _OTHER_TEXT))
        else:
            findings += _misquoted(words, rows)
            looked_up += len(rows)
    return tuple(findings), looked_up


def _misquoted(text: str, rows: Iterable[Row]) -> Iterator[Finding]:
    for row in rows:
        try:
            start, end = int(row["start"]), int(row["end"])
        except ValueError:
            continue  # no number: the shapes say so
        found, quote = text[start:end], row["exact"]
        if found != quote:
            yield Finding(Severity.VIOLATION, CHECK, row["node"], _NOT_THERE, _shortened(found))
        elif not text.startswith(row.get("suffix", ""), end) or not text.endswith(row.get("prefix", ""), 0, start):
            yield Finding(Severity.VIOLATION, CHECK, row["node"], _NOT_BESIDE)


def _shortened(words: str, limit: int = 40) -> str:
    return words if len(words) <= limit else f"{words[:limit]}…"
