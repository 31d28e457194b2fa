"""The numbers that Word prints before paragraphs and does not write into them: "1.", "a)", "2.1", "§ 233".

mammoth numbers each list from 1 and drops the form; here the printed number becomes the paragraph's first words.
Bullets are left to mammoth.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from graf.read.docx.words import W
from graf.read.numerals import printed


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, and how its number is printed."""

    start: int
    form: str
    text: str


@dataclass(frozen=True, slots=True)
class _Num:
    abstract: str
    levels: dict[int, Level]
    restarts: dict[int, int]


class Numbering:
    """The lists of a document, and how far each has come."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        """Read what lists there are."""
        self._nums = dict(_nums(numbering)) if numbering is not None else {}
        self._styles = {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")} if styles is not None else {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._seen: set[str] = set()

    def write(self, body: Element) -> None:
        """Put the number of each numbered paragraph before its words."""
        for paragraph in body.iter(f"{W}p"):
            properties = paragraph.find(f"{W}pPr")
            place = self._place(properties) if properties is not None and self._nums else None
            label = self._label(*place) if place else None
            if properties is not None and label is not None:
                if label:
                    paragraph.insert(list(paragraph).index(properties) + 1, _run(f"{label} "))
                properties[:] = [child for child in properties if child.tag != f"{W}numPr"]
                properties.append(_no_number())

    def _place(self, properties: Element) -> tuple[str, int] | None:
        own = properties.find(f"{W}numPr")
        style = self._styles.get(_value(properties.find(f"{W}pStyle")) or "")
        for _ in range(10):
            if style is None or (own is not None and own.find(f"{W}numId") is not None):
                break
            inherited = style.find(f"{W}pPr/{W}numPr")
            own = inherited if inherited is not None else own
            style = self._styles.get(_value(style.find(f"{W}basedOn")) or "")
        if own is None:
            return None
        number, level = _value(own.find(f"{W}numId")), _value(own.find(f"{W}ilvl")) or "0"
        return (number, int(level)) if number in self._nums and re.fullmatch("[0-8]", level) else None

    def _label(self, number: str, level: int) -> str | None:
        """The printed number, which may be empty; None for a bullet."""
        num = self._nums[number]
        if level not in num.levels or num.levels[level].form == "bullet":
            return None
        counts = self._counts[num.abstract]
        if number not in self._seen:
            self._seen.add(number)
            counts.update({depth: start - 1 for depth, start in num.restarts.items()})
        counts[level] = counts.get(level, num.levels[level].start - 1) + 1
        for deeper in [depth for depth in counts if depth > level]:
            del counts[deeper]
        return re.sub(r"%([1-9])", lambda sign: self._printed(num, counts, int(sign[1]) - 1), num.levels[level].text).strip()

    def _printed(self, num: _Num, counts: dict[int, int], level: int) -> str:
        row = num.levels.get(level)
        return printed(counts.get(level, row.start), row.form) if row else ""


def _nums(root: Element) -> list[tuple[str, _Num]]:
    abstract = {row.get(f"{W}abstractNumId", ""): _levels(row) for row in root.iter(f"{W}abstractNum")}
    return [(num.get(f"{W}numId", ""), _num(num, abstract)) for num in root.iter(f"{W}num")]


def _num(num: Element, abstract: dict[str, dict[int, Level]]) -> _Num:
    name = _value(num.find(f"{W}abstractNumId")) or ""
    restarts = {
        _int(override.get(f"{W}ilvl")): _int(_value(start))
        for override in num.iter(f"{W}lvlOverride")
        if (start := override.find(f"{W}startOverride")) is not None
    }
    return _Num(name, abstract.get(name, {}) | _levels(num), restarts)


def _levels(row: Element) -> dict[int, Level]:
    return {
        _int(level.get(f"{W}ilvl")): Level(
            _int(_value(level.find(f"{W}start")) or "1"),
            _value(level.find(f"{W}numFmt")) or "decimal",
            _value(level.find(f"{W}lvlText")) or "",
        )
        for level in row.iter(f"{W}lvl")
    }


def _value(element: Element | None) -> str | None:
    return element.get(f"{W}val") if element is not None else None


def _int(printed: str | None) -> int:
    return int(printed) if printed and re.fullmatch("[0-9]{1,6}", printed) else 0


def _run(words: str) -> Element:
    run, text = Element(f"{W}r"), Element(f"{W}t")
    text.text = words
    run.append(text)
    return run


def _no_number() -> Element:
    """Number 0 is none, also where the style has one; without a level mammoth would look for the style's all the same."""
    numbers = Element(f"{W}numPr")
    for name in ("ilvl", "numId"):
        none = Element(f"{W}{name}")
        none.set(f"{W}val", "0")
        numbers.append(none)
    return numbers
