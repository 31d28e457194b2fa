"""The minutes of one council over three years, made up with known truth: who cites which § of which meeting, what follows what.

The layouts and phrases are those of Swedish minutes in general; all towns' matters, numbers and days here are invented.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

_MONTHS = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]
_BODIES = ("Kommunstyrelsens arbetsutskott", "Kommunstyrelsen", "Kommunfullmäktige")
_GENITIVE = {
    "Kommunstyrelsens arbetsutskott": "kommunstyrelsens arbetsutskotts",
    "Kommunstyrelsen": "kommunstyrelsens",
    "Kommunfullmäktige": "kommunfullmäktiges",
}
_WHAT = [
    "plan",
    "program",
    "policy",
    "riktlinje",
    "strategi",
    "taxa",
    "avtal",
    "budget",
    "utredning",
    "inventering",
]
_OF = [
    "gatuträd",
    "lekplatser",
    "hamnen",
    "biblioteken",
    "vattenledningar",
    "snöröjning",
    "badplatser",
    "cykelvägar",
    "museet",
    "skolgårdar",
    "äldreboenden",
    "parkering",
    "torghandel",
    "belysning",
    "ishallen",
    "fritidsgårdar",
    "återbruk",
    "solenergi",
    "grusvägar",
    "odlingslotter",
]
_WHERE = [
    "i norr",
    "i söder",
    "vid ån",
    "i centrum",
    "på Holmen",
    "vid stationen",
    "i byarna",
    "på Udden",
    "vid torget",
    "i Nyby",
]
_FOLLOWS = (
    ("inAccordanceWith", "Beslutet fattas i enlighet med {cited}."),
    ("inAccordanceWith", "Förslaget ligger i linje med {cited}."),
    ("occasionedBy", "Ärendet väcks med anledning av {cited}."),
    ("occasionedBy", "Skrivelsen lämnas till följd av {cited}."),
    ("repeals", "Därmed upphävs {cited}."),
    ("amends", "Det sker med ändring av {cited}."),
)
_NOISE = (
    "Kostnaden ryms inom anslag 1:5 och belastar konto 43/134.",
    "Enligt 5 kap. 35 § kommunallagen ska motionen beredas.",
    "Tolv ledamöter yttrade sig i debatten som varade i 45 minuter.",
    "Handlingarna har varit utsända i god tid före sammanträdet.",
    "Jämför förvaltningslagen 25 §.",
    "Anna Berg (S) ersätter Ola Lind (S) under denna paragraf.",
)
_ACTS = ("godkänner", "antar", "fastställer")


@dataclass(frozen=True, slots=True)
class Cited:
    """A § that an item cites by its day, and the case that it means; None where no such minutes are held."""

    document: str
    item: str
    paragraph: str
    day: str
    case: str | None


@dataclass(slots=True)
class Council:
    """The minutes by file name, and what they should give."""

    minutes: dict[str, str] = field(default_factory=dict)
    cited: list[Cited] = field(default_factory=list)
    edges: set[tuple[str, str]] = field(default_factory=set)
    """(later case, earlier case) that a sentence joins so that a thread runs between them."""
    items: int = 0


@dataclass(slots=True)
class _Past:
    """An item that was dealt with."""

    body: str
    day: date
    paragraph: int
    case: str
    title: str


def council(items: int = 3000, seed: int = 1) -> Council:
    """The minutes of three bodies over three years; the same seed gives the same minutes."""
    return _Maker(items, random.Random(seed)).made()


class _Maker:
    def __init__(self, items: int, chance: random.Random) -> None:
        self.wanted, self.chance = items, chance
        self.council = Council()
        self.past: list[_Past] = []
        self.serial: dict[int, int] = {}
        self.paragraph: dict[tuple[str, int], int] = {}
        self.waiting: dict[str, list[_Past]] = {body: [] for body in _BODIES}

    def made(self) -> Council:
        meetings = list(self._meetings())
        share = -(-self.wanted // len(meetings))
        for body, day in meetings:
            self._meeting(body, day, min(share, self.wanted - self.council.items))
        return self.council

    def _meetings(self) -> Iterator[tuple[str, date]]:
        """Three meetings a month in three years, but in July: the committee's, the board's, the council's."""
        for year in (2016, 2017, 2018):
            for month in (1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12):
                for number, body in enumerate(_BODIES):
                    yield body, date(year, month, 4) + timedelta(days=9 * number)

    def _meeting(self, body: str, day: date, items: int) -> None:
        name = f"{day}-{body.lower().replace(' ', '-')}.txt"
        held, self.waiting[body] = self.waiting[body][:items], []
        parts = [self._again(body, day, name, one) for one in held]
        parts += [self._item(body, day, name) for _ in range(items - len(parts))]
        head = f"Exempelköpings kommun\n{body}\nProtokoll\nSammanträdesdatum: {day}\n\n"
        self.council.minutes[name] = head + self._paged("\n".join(parts), body, day)

    def _paged(self, text: str, body: str, day: date) -> str:
        """The running header and the page number that stand wherever a page happens to end."""
        lines, pages = text.split("\n"), []
        for number, line in enumerate(lines):
            pages.append(line)
            if number % 60 == 59 and not line:
                pages += [f"{body}  Protokoll  {day}  Sida {number // 60 + 2} (30)", ""]
        return "\n".join(pages)

    def _next(self, body: str, day: date) -> int:
        key = body, day.year
        self.paragraph[key] = self.paragraph.get(key, 0) + 1
        return self.paragraph[key]

    def _number(self, year: int) -> str:
        self.serial[year] = self.serial.get(year, 100) + self.chance.randint(1, 9)
        return f"KS {year}/{self.serial[year]}"

    # --- items ----------------------------------------------------------------------------------

    def _item(self, body: str, day: date, name: str) -> str:
        paragraph, case = self._next(body, day), self._number(day.year)
        title = f"{self.chance.choice(_WHAT).capitalize()} för {self.chance.choice(_OF)} {self.chance.choice(_WHERE)}"
        told = list(self._told(name, str(paragraph), case, day))
        self.past.append(_Past(body, day, paragraph, case, title))
        self.council.items += 1
        if self.chance.random() < 0.08:
            self.waiting[body].append(self.past[-1])
            return self._laid_out(paragraph, case, title, told, body, ["Ärendet bordläggs."])
        act = f"{body} {self.chance.choice(_ACTS)} {title[0].lower()}{title[1:]}."
        return self._laid_out(paragraph, case, title, told, body, [act])

    def _again(self, body: str, day: date, name: str, before: _Past) -> str:
        """An item that was postponed comes again, in the same case or under a new number."""
        paragraph, case = self._next(body, day), before.case
        told = [self._cite("Bordlades {cited}.", name, str(paragraph), before, short=True)]
        if self.chance.random() < 0.3:
            case = self._number(day.year)
            told.append(f"Ärendet hade tidigare diarienummer {before.case}.")
            self.council.edges.add((case, before.case))
        self.past.append(_Past(body, day, paragraph, case, before.title))
        self.council.items += 1
        act = f"{body} godkänner förslaget om {before.title[0].lower()}{before.title[1:]}."
        return self._laid_out(paragraph, case, before.title, told, body, [act])

    def _told(self, name: str, item: str, case: str, day: date) -> Iterator[str]:
        older = [one for one in self.past if one.day < day]
        if self.chance.random() < 0.35:
            yield self.chance.choice(_NOISE)
        if older and self.chance.random() < 0.3:
            before = self.chance.choice(older[-600:])
            _, phrase = self.chance.choice(_FOLLOWS)
            yield self._cite(phrase, name, item, before)
            if before.case != case:
                self.council.edges.add((case, before.case))
        if older and self.chance.random() < 0.1:
            yield self._cite("Frågan nämndes även i {cited}.", name, item, self.chance.choice(older[-600:]))
        if self.chance.random() < 0.04:
            yield self._cite("Jämför {cited}.", name, item, _Past("Socialnämnden", day - timedelta(days=70), 7, "", ""))

    def _cite(self, phrase: str, name: str, item: str, before: _Past, short: bool = False) -> str:
        """The § of an earlier meeting in one of the ways it is written."""
        day = f"den {before.day.day} {_MONTHS[before.day.month - 1]} {before.day.year}"
        who = _GENITIVE.get(before.body, f"{before.body.lower()}s")
        forms = (
            f"{who} beslut {day} § {before.paragraph}",
            f"{who} beslut {day}, § {before.paragraph}",
            f"{who} beslut {before.day} § {before.paragraph}",
        )
        words = f"{day}, § {before.paragraph}" if short else self.chance.choice(forms)
        self.council.cited.append(Cited(name, item, str(before.paragraph), str(before.day), before.case or None))
        return phrase.format(cited=words)

    def _laid_out(self, paragraph: int, case: str, title: str, told: list[str], body: str, points: list[str]) -> str:
        listed = "\n".join(f"{number}. {point}" for number, point in enumerate(points, 1))
        background = f"Sammanfattning\n\n{' '.join(told)}\n\n" if told else ""
        head = f"§ {paragraph} {title}\nDnr {case}" if self.chance.random() < 0.7 else f"§ {paragraph} Dnr {case}\n{title}"
        return f"{head}\n\n{background}Beslut\n\n{body} beslutar\n\n{listed}\n"
