"""A source: front matter, and a body in a small part of Markdown."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

HEADING = re.compile(r"(#{1,4}) (.+)")
POINT = re.compile(r"(\d+)\. (.+)")
NUMBER = re.compile(r"(?:STK|ASN)[-\u2011]\d{4}[-\u2011]\d+|Dnr .{3,30}")
PAGE, CONTENTS = "===", "[contents]"


@dataclass(frozen=True)
class Block:
    """One block of the body; what ``rows`` holds depends on ``kind``.

    heading, text, number: one row of one cell; bullets, points: a row per item, points with their number
    as first cell; table: a row per row; page, contents: nothing.
    """

    kind: str
    rows: tuple[tuple[str, ...], ...] = ()
    level: int = 0

    @property
    def text(self) -> str:
        """The words of a heading or a paragraph."""
        return self.rows[0][0]


@dataclass(frozen=True)
class Source:
    """One text to make files from."""

    name: str
    fields: dict[str, str]
    body: str
    blocks: tuple[Block, ...]

    def field(self, name: str) -> str:
        """A field of the front matter, empty where it is not given."""
        return self.fields.get(name, "")

    @property
    def pages(self) -> tuple[tuple[Block, ...], ...]:
        """The blocks of each page; a page ends where the source says so."""
        split = groupby(self.blocks, key=lambda block: block.kind == PAGE)
        return tuple(tuple(blocks) for ends, blocks in split if not ends)

    @property
    def contents(self) -> tuple[tuple[str, int], ...]:
        """The items (§) in order, each with the page it begins on."""
        return tuple(
            (_entry(blocks, place), page)
            for page, blocks in enumerate(self.pages, 1)
            for place, block in enumerate(blocks)
            if block.kind == "heading" and block.text.startswith("§")
        )


def _entry(blocks: tuple[Block, ...], place: int) -> str:
    """A § and its title, which may stand in a heading of its own below it."""
    words = blocks[place].text
    return words if " " in words.removeprefix("§\u00a0").removeprefix("§ ") else f"{words} {blocks[place + 1].text}"


def read_source(path: Path) -> Source:
    """The source in one file."""
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    fields = dict(line.split(": ", 1) for line in html.unescape(head).splitlines() if line)
    body = body.strip() + "\n"
    return Source(path.stem, fields, body, tuple(_blocks(body)))


def _blocks(body: str) -> Iterator[Block]:
    for chunk in re.split(r"\n{2,}", html.unescape(body).strip("\n")):
        yield _block(chunk.split("\n"))


def _block(lines: list[str]) -> Block:
    first = lines[0]
    if first in {PAGE, CONTENTS}:
        return Block(first)
    if heading := HEADING.fullmatch(first):
        return Block("heading", ((heading[2],),), len(heading[1]))
    if first.startswith("| "):
        rows = (tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines)
        return Block("table", tuple(row for row in rows if set("".join(row)) != {"-"}))
    if first.startswith("- "):
        return Block("bullets", tuple((item.removeprefix("- "),) for item in _items(lines, r"- ")))
    if POINT.fullmatch(first):
        points = (POINT.fullmatch(item) for item in _items(lines, r"\d+\. "))
        return Block("points", tuple((point[1], point[2]) for point in points if point))
    text = " ".join(lines)
    return Block("number" if NUMBER.fullmatch(text) else "text", ((text,),))


def _items(lines: list[str], mark: str) -> list[str]:
    """The items of a list, each on one line."""
    return re.split(rf"\n(?={mark})", re.sub(rf"\n(?!{mark})\s*", " ", "\n".join(lines)))
