"""Whole minutes of a meeting, laid out in a town's way, with pages and noise, and what they truly say."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from textwrap import wrap

from tests.towns.layouts import Head, Layout, Page
from tests.towns.vocabulary import (
    DECISIONS,
    HISTORY,
    MOTIONS,
    NAMES,
    PAPERS,
    PARTIES,
    PROSE,
    RECEIVERS,
    SUBJECTS,
    WITHOUT_CASE,
    filled,
)

_PAGE_LINES = 46
_MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "augusti", "september", "oktober", "november", "december")


@dataclass(frozen=True, slots=True)
class TrueItem:
    """What one item truly is; ``cited`` are the numbers and §§ that stand in its text and nowhere else in the minutes."""

    paragraph: str
    case: str | None
    title: str
    cited: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """The text of a meeting's minutes and the truth about it."""

    layout: str
    text: str
    items: tuple[TrueItem, ...]


def meeting(layout: Layout, seed: int, count: int = 30) -> Meeting:
    """The minutes of one meeting; the same seed gives the same minutes."""
    return _Secretary(layout, Random(f"{layout.name} {seed}")).minutes(count)


class _Secretary:
    """Writes minutes item by item, and keeps account of what was written where."""

    def __init__(self, layout: Layout, random: Random) -> None:
        self.layout, self.random = layout, random
        self.year = random.randint(2009, 2024)
        self.day = f"{self.year}-{random.randint(2, 12):02}-{random.randint(1, 28):02}"
        self.first = random.choice([1, 12, random.randint(20, 280)])
        self.serial = random.randint(3, 90)
        self.other = 400
        self.cited: list[str] = []

    def minutes(self, count: int) -> Meeting:
        heads = [self.head(number) for number in range(self.first, self.first + count)]
        lines: list[str] = []
        items = []
        for head in heads:
            self.cited = []
            lines += ["", *self.layout.head(head), "", *self.body(head), *(["_" * 24] if self.layout.rule else []), ""]
            items.append(TrueItem(head.paragraph, head.number, head.title, tuple(self.cited)))
        front = [*self.masthead(heads), "", *self.contents(heads)]
        return Meeting(self.layout.name, "\n".join(self.paged([*front, *lines])) + "\n", tuple(items))

    # --- parts ------------------------------------------------------------------------------

    def head(self, number: int) -> Head:
        paragraph = self.layout.paragraph.format(number=number, short=f"{self.year % 100:02}")
        if self.random.random() < 0.2 or number == self.first:
            return Head(paragraph, None, filled(self.random, self.random.choice(WITHOUT_CASE), self.year))
        return Head(paragraph, self.number(), filled(self.random, self.random.choice(SUBJECTS), self.year))

    def number(self) -> str:
        self.serial += self.random.randint(1, 9)
        year = self.year - self.random.choice([0, 0, 0, 1, 2])
        return self.layout.number.format(year=year, serial=self.serial, plan=self.random.randint(1, 799))

    def masthead(self, heads: list[Head]) -> list[str]:
        first, last = heads[0].paragraph, heads[-1].paragraph
        people = [f"{name} ({self.random.choice(PARTIES)})" for name in NAMES]
        middle = heads[len(heads) // 2].paragraph
        return [
            self.layout.town,
            f"SAMMANTRÄDESPROTOKOLL {self.layout.body}",
            f"Sammanträdesdatum: {self.day}",
            "",
            "Plats och tid".ljust(22) + "Stora salen, klockan 13.00-16.20",
            "Beslutande".ljust(22) + f"{people[0]}, ordförande",
            *(" " * 22 + person for person in people[1:4]),
            " " * 22 + f"{people[4]} §§ {first}-{middle}",
            "Övriga deltagare".ljust(22) + f"{NAMES[5]}, sekreterare, {NAMES[6]}, ekonom, § {middle}",
            "Justerade paragrafer".ljust(22) + f"§§ {first}–{last}",
            "",
            "ANSLAG/BEVIS",
            "Protokollet är justerat. Justeringen har tillkännagivits genom anslag.",
            f"Anslaget tas ned {self.date()}",
        ]

    def contents(self, heads: list[Head]) -> Iterator[str]:
        if self.layout.contents is None:
            return
        yield "Innehållsförteckning"
        for number, head in enumerate(heads):
            yield from self.layout.contents(head, 3 + number)

    def body(self, head: Head) -> Iterator[str]:
        if head.number is None:
            yield from self.prose(self.random.choice(["Informationen antecknas.", "Frågan tas upp på nästa möte.", *PROSE]))
            if self.random.random() < 0.4:
                yield from ["", *self.section(self.layout.papers, [f"{self.citation()} Delegationsbeslut" for _ in range(3)])]
            return
        decision = self.section(self.layout.decision, self.decisions())
        told = self.section(self.layout.background, self.paragraphs())
        papers = self.section(
            self.layout.papers, [self.told(self.random.choice(PAPERS)) for _ in range(self.random.randint(1, 4))]
        )
        motions = self.section("Yrkanden", [self.told(self.random.choice(MOTIONS))]) if self.random.random() < 0.3 else []
        order = [decision, told, papers, motions] if self.layout.decision_first else [told, papers, motions, decision]
        yield from (line for part in order for line in [*part, ""] if part)
        yield from self.section(self.layout.receivers, self.random.sample(RECEIVERS, 2))

    def section(self, heading: str, paragraphs: list[str]) -> list[str]:
        lines = [heading]
        for words in paragraphs:
            lines += self.prose(words)
        return lines

    def paragraphs(self) -> list[str]:
        chosen = self.random.sample(PROSE, self.random.randint(1, 4)) + self.random.sample(HISTORY, self.random.randint(0, 2))
        self.random.shuffle(chosen)
        return [self.told(words) for words in chosen]

    def decisions(self) -> list[str]:
        chosen = self.random.sample(DECISIONS, self.random.randint(1, 3))
        told = [filled(self.random, words, self.year) for words in chosen]
        return [f"{number}. {words}" for number, words in enumerate(told, 1)] if len(told) > 1 else told

    # --- words ------------------------------------------------------------------------------

    def told(self, words: str) -> str:
        """A template with its references filled in, which are noted as the item's own citations."""
        known = {"day": self.date(), "cited": self.citation() if "{cited}" in words else ""}
        if "{other}" in words:
            self.other += self.random.randint(1, 4)
            self.cited.append(f"§ {self.other}")
        return filled(self.random, words, self.year, other=str(self.other), **known)

    def citation(self) -> str:
        number = self.number()
        self.cited.append(number)
        return f"dnr {number}"

    def date(self) -> str:
        year, month, day = self.year - self.random.randint(0, 1), self.random.choice(_MONTHS), self.random.randint(1, 28)
        return self.random.choice([f"{day} {month} {year}", f"{year}-{self.random.randint(1, 12):02}-{day:02}"])

    def prose(self, words: str) -> list[str]:
        """A paragraph in lines, some of them with the noise of a text layer or OCR."""
        lines = self.hyphenated(wrap(words, self.layout.width, break_on_hyphens=False) or [""])
        return [" " * self.layout.indent + self.noise(line) for line in lines]

    def hyphenated(self, lines: list[str]) -> list[str]:
        """The lines with a long word that opens one begun on the line before."""
        told = list(lines)
        for number in range(1, len(told)):
            first, _, rest = told[number].partition(" ")
            if len(first) > 9 and first.isalpha() and self.random.random() < 0.5:
                told[number - 1] += f" {first[:-5]}-"
                told[number] = f"{first[-5:]} {rest}".rstrip()
        return told

    def noise(self, line: str) -> str:
        chance = self.random.random()
        if chance < 0.04:
            return line.replace("fi", "ﬁ").replace("fl", "ﬂ")
        if chance < 0.08:
            return line.replace(" ", "  ", 1)
        if chance < 0.10:
            return line + "   "
        if chance < 0.12:
            return line.replace(" ", "\u00a0")
        if chance < 0.14:
            return line.replace("ning", "ni\u00adng")
        return line

    # --- pages ------------------------------------------------------------------------------

    def paged(self, lines: list[str]) -> Iterator[str]:
        """The lines with headers and footers where pages break, whatever stands there, and a form feed in half of the towns."""
        feed = self.random.random() < 0.5
        pages = [lines[place : place + _PAGE_LINES] for place in range(0, len(lines), _PAGE_LINES)]
        for number, inside in enumerate(pages, 1):
            page = Page(self.layout.town, self.layout.body, self.day, number, len(pages))
            top = self.layout.header(page)
            yield from [("\f" if feed and number > 1 else "") + top[0], *top[1:]]
            yield from [*inside, *self.layout.footer(page)]
