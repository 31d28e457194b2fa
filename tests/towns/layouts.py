"""Ten ways in which Swedish authorities set the items of their minutes.

Each is a way seen in published minutes: where the number stands (beside the §, far to the right, above, below, at the end
of the title), with which label or none, what runs at the top and foot of the pages, and where the decision stands.
"""

from collections.abc import Callable
from dataclasses import dataclass
from textwrap import wrap

Lines = list[str]


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the head of an item."""

    paragraph: str
    number: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """What a running header or footer tells."""

    town: str
    body: str
    day: str
    number: int
    of: int


@dataclass(frozen=True, slots=True)
class Layout:
    """One town's way."""

    name: str
    town: str
    body: str
    number: str
    """The form of its registration numbers, over ``year``, ``serial`` and ``plan``."""
    head: Callable[[Head], Lines]
    header: Callable[[Page], Lines]
    footer: Callable[[Page], Lines]
    contents: Callable[[Head, int], Lines] | None
    background: str
    decision: str
    papers: str
    receivers: str
    decision_first: bool = False
    indent: int = 0
    width: int = 82
    paragraph: str = "{number}"
    """How a § is numbered, over ``number`` and ``short``, the year's two digits."""
    rule: bool = False
    """Whether a line of underscores ends an item."""


def _dots(words: str, page: int, width: int = 78) -> str:
    return f"{words} {'.' * max(4, width - len(words) - 4)} {page}"


def _label(number: str | None, label: str = "") -> Lines:
    return [f"{label}{number}"] if number else []


# --- heads --------------------------------------------------------------------------------------


def number_beside(head: Head) -> Lines:
    """``§ 26    Dnr KS 2018/14``, the title below."""
    beside = f"    Dnr {head.number}" if head.number else ""
    return [f"§ {head.paragraph}{beside}", "", *wrap(head.title, 60)]


def number_far_right(head: Head) -> Lines:
    """As ``pdftotext -layout`` gives a right-aligned number."""
    left = f"§ {head.paragraph}"
    right = f"Diarienummer {head.number}" if head.number else ""
    return [f"{left}{right.rjust(76 - len(left))}".rstrip(), *wrap(head.title, 70)]


def title_beside_number_below(head: Head) -> Lines:
    """``§ 136 Svar på remiss …`` over up to three lines, the bare number on the line below."""
    return [*wrap(f"§ {head.paragraph} {head.title}", 52), *_label(head.number)]


def label_below_a_blank(head: Head) -> Lines:
    """``§66 Avsägelser``, a blank line, ``Dnr. 2011/KS 0014 002``."""
    return [*wrap(f"§{head.paragraph} {head.title}", 66), "", *_label(head.number, "Dnr. ")]


def number_above(head: Head) -> Lines:
    """The number, the § and the title, one below the other."""
    return [*_label(head.number), "", f"§ {head.paragraph}", "", *wrap(head.title, 64)]


def body_before_sign(head: Head) -> Lines:
    """``KS § 80        KS/2018:298 - 001``, the title in capitals below."""
    beside = f"{head.number} - 001".rjust(48) if head.number else ""
    return [f"KS § {head.paragraph}{beside}", "", *wrap(head.title.upper(), 66)]


def label_of_its_own(head: Head) -> Lines:
    """§, title, and below it a label that is this town's own."""
    return [f"§ {head.paragraph}", *wrap(head.title, 58), *_label(head.number, "Ärendebeteckning: ")]


def year_in_paragraph(head: Head) -> Lines:
    """``§ 63/20``, a tab, the title; the number below with its label."""
    return [
        *wrap(f"§ {head.paragraph}\t{head.title}", 70, expand_tabs=False, replace_whitespace=False),
        *_label(head.number, "Dnr: "),
    ]


def sign_lost(head: Head) -> Lines:
    """``26 Dnr KS 2018/14``: the § sign is not in the text, as after OCR or from a font of its own."""
    if head.number is None:
        return [f"{head.paragraph} {head.title}"]
    return [f"{head.paragraph} Dnr {head.number}", *wrap(head.title, 60)]


def number_ends_title(head: Head) -> Lines:
    """``§ 99``, and a title over up to three lines that ends with the number in brackets."""
    return [f"§ {head.paragraph}", *wrap(head.title + (f" ({head.number})" if head.number else ""), 56)]


# --- pages --------------------------------------------------------------------------------------


def header_in_lines(page: Page) -> Lines:
    return [
        page.town.upper(),
        "SAMMANTRÄDESPROTOKOLL",
        f"{page.body}    Sammanträdesdatum {page.day}    {page.number}({page.of})",
        "",
    ]


def header_in_columns(page: Page) -> Lines:
    left = f"{page.town}".ljust(40)
    return [
        f"{left}SAMMANTRÄDESPROTOKOLL".ljust(70) + f"Sida {page.number}({page.of})",
        f"{page.body}".ljust(40) + page.day,
        "",
    ]


def header_short(page: Page) -> Lines:
    return [f"{page.number} ({page.of})"]


def header_of_date(page: Page) -> Lines:
    return [f"Protokoll {page.body} {page.day}", f"Sidan {page.number} av {page.of}", ""]


def no_lines(page: Page) -> Lines:
    return []


def signatures(page: Page) -> Lines:
    return ["", "Justerandes sign".ljust(48) + "Utdragsbestyrkande"]


def signatures_and_page(page: Page) -> Lines:
    return ["Ordförandes sign      Justerandes sign      Utdragsbestyrkande", f"{page.number}/{page.of}"]


def address(page: Page) -> Lines:
    return ["", f"{page.town}, 123 45 Staden, tel 0123-45 60 00", str(page.number)]


# --- contents -----------------------------------------------------------------------------------


def dotted(head: Head, page: int) -> Lines:
    return [_dots(f"§ {head.paragraph} {head.title[:58].strip()}", page)]


def dotted_below(head: Head, page: int) -> Lines:
    number = f" Diarienummer {head.number}" if head.number else ""
    return [f"        § {head.paragraph}{number}", "                " + _dots(head.title[:40].strip(), page, 60)]


def bare_with_number(head: Head, page: int) -> Lines:
    number = f"Dnr {head.number} " if head.number else ""
    return [f"{head.paragraph} {number}{head.title[:60].strip()}... {page}"]


def in_two_columns(head: Head, page: int) -> Lines:
    return [f"§ {head.paragraph}".ljust(10) + head.title[:50].strip().ljust(60) + str(page)]


def plain(head: Head, page: int) -> Lines:
    return [f"§{head.paragraph} {head.title[:64].strip()}"]


LAYOUTS = (
    Layout(
        "number beside",
        "Hults kommun",
        "Kommunstyrelsens arbetsutskott",
        "KS {year}/{serial}",
        number_beside,
        header_in_lines,
        signatures,
        dotted,
        "Ärendebeskrivning",
        "Beslut",
        "Beslutsunderlag",
        "Skickas till",
        rule=True,
    ),
    Layout(
        "number far right",
        "Vads stad",
        "Kommunfullmäktige",
        "{serial:05}/{year}",
        number_far_right,
        header_in_columns,
        no_lines,
        dotted_below,
        "Ärendet",
        "Beslut",
        "Beslutsunderlag",
        "Expedieras till",
        decision_first=True,
        indent=2,
    ),
    Layout(
        "number alone below",
        "Örebro kommun",
        "Kommunstyrelsen",
        "Ks {serial}/{year}",
        title_beside_number_below,
        header_of_date,
        no_lines,
        in_two_columns,
        "Ärendebeskrivning",
        "Kommunstyrelsen beslutar:",
        "Beslutsunderlag",
        "Delges",
        width=76,
    ),
    Layout(
        "label below a blank",
        "Tyresö kommun",
        "Kommunfullmäktige",
        "{year}/KS {serial:04} {plan:03}",
        label_below_a_blank,
        header_short,
        signatures,
        plain,
        "Beskrivning av ärendet",
        "Kommunfullmäktiges beslut",
        "Beslutsunderlag",
        "Skickas till",
        decision_first=True,
    ),
    Layout(
        "number above",
        "Eskilstuna kommun",
        "Kommunstyrelsen",
        "KSKF/{year}:{serial}",
        number_above,
        header_in_columns,
        address,
        None,
        "Ärendebeskrivning",
        "Beslut",
        "Handlingar i ärendet",
        "Beslutet skickas till",
        decision_first=True,
    ),
    Layout(
        "body before the sign",
        "Storumans kommun",
        "Kommunstyrelsen",
        "KS/{year}:{serial}",
        body_before_sign,
        header_in_lines,
        signatures_and_page,
        dotted,
        "Ärendebeskrivning",
        "Beslut",
        "Beslutsunderlag",
        "Protokollsutdrag till",
        rule=True,
    ),
    Layout(
        "label of its own",
        "Region Jönköpings län",
        "Regionstyrelsen",
        "RJL{year}/{serial}",
        label_of_its_own,
        header_of_date,
        signatures,
        in_two_columns,
        "Sammanfattning",
        "Beslut",
        "Beslutsunderlag",
        "Beslut skickas till",
    ),
    Layout(
        "year in the paragraph",
        "Nynäshamns kommun",
        "Miljö- och samhällsbyggnadsnämnden",
        "MSN-{year}-{serial:04}",
        year_in_paragraph,
        header_in_lines,
        signatures,
        dotted,
        "Bakgrund",
        "Nämnden beslutar",
        "Underlag för beslut",
        "Beslutet ska skickas till",
        paragraph="{number}/{short}",
    ),
    Layout(
        "sign lost",
        "Kramfors kommun",
        "Kommunstyrelsen",
        "KS {year}/{serial}",
        sign_lost,
        header_in_columns,
        signatures,
        bare_with_number,
        "Bakgrund",
        "Beslut",
        "Beslutsunderlag",
        "Protokollsutdrag till",
    ),
    Layout(
        "number ends the title",
        "Huddinge kommun",
        "Kommunstyrelsen",
        "KS-{year}/{serial}.{plan:03}",
        number_ends_title,
        header_of_date,
        address,
        dotted,
        "Sammanfattning",
        "Kommunstyrelsens beslut",
        "Handlingar",
        "Delges",
        width=72,
    ),
)
