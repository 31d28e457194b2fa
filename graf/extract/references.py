"""References of every kind, with the role they play, and the date and body that the sentence gives them."""

import re

from graf.dates import DateMention, find_dates
from graf.extract.back import with_antecedents
from graf.extract.context import Context, Sentence
from graf.matching import PrintedBody
from graf.model import DateExpression, Part, Printed, Reference, Role, Span
from graf.tables import cue, ministry

_LISTED = {"papers", "contents"}
_HEAD = {"masthead", "attendance"}
_PAGE_MARK = re.compile(r"\d{1,3} ?\(\d{1,3}\)\s*$")
_COUNTED = re.compile(r"(?:§ ?)?\d{1,3}[.)]?\s+[A-ZÅÄÖ]")
_PARENTHESIS = re.compile(r"\)?(?P<title>[^()]{4,160})\((?:[Dd]nr\.?:? ?)?$")
_LABELLED = re.compile(r"\)?(?P<title>[^()]{4,160}?)(?:\(|\b(?:Dnr|Diarienummer)[.:]* ?)$")
_TITLE_ENDS = re.compile(r"\)?\s*(?:$|\d|[A-ZÅÄÖ]|och\b)")
_MINISTRY = re.compile(r"(?P<letters>[A-ZÅÄÖ][a-zåäö]?[A-ZÅÄÖ]?)(?P<year>\d{4})/")
_PARAGRAPH_YEAR = re.compile(r"§ \d{1,4}/(?P<year>(?:19|20)?\d\d)")
_NEAR = 120
"""How far from a number a date or a body may stand and still be told of it."""


def find_references(context: Context) -> tuple[Reference, ...]:
    """Every reference of a document, in order."""
    by_sentence = _by_sentence(context)
    return with_antecedents(tuple(_reference(context, printed, by_sentence.get(printed)) for printed in context.printed))


def _by_sentence(context: Context) -> dict[Printed, Sentence]:
    return {printed: sentence for sentence in context.sentences for printed in sentence.printed}


def _reference(context: Context, printed: Printed, sentence: Sentence | None) -> Reference:
    dates = sentence.dates if sentence else ()
    bodies = sentence.bodies if sentence else ()
    role = _role(context, printed, sentence)
    return Reference(
        printed.kind,
        context.words(printed.span),
        printed.normal,
        printed.key,
        context.original(printed.span),
        role,
        printed.rule,
        printed.confidence,
        context.evidence(sentence.span if sentence else printed.span),
        date=_date(printed, dates) if role is not Role.OWN else None,
        body=(_body(context.text, printed.span, bodies) or _ministry(printed)) if role is not Role.OWN else None,
        item=context.item(printed.span.start),
    )


def _role(context: Context, printed: Printed, sentence: Sentence | None) -> Role:
    part = context.part(printed.span.start)
    if part.head.covers(printed.span) and (printed.normal == part.case or _is_beside_own(context, printed, part)):
        return Role.OWN
    if printed.kind == "case" and (
        _heads_page(context, printed, part) or (sentence and _closes_title(context, printed, sentence))
    ):
        return Role.OWN
    if printed.kind == "mot" and part.case and _same_number(printed.normal, part.case):
        return Role.OWN
    if printed.kind == "handling" and part.head.covers(printed.span) and _opens_line(context.text, printed):
        return Role.OWN
    if printed.kind == "case" and _follows_paragraph(context, printed):
        return Role.OWN
    if printed.kind == "paragraph" and sentence and sentence.section.kind == "contents":
        paragraphs = {p.paragraph for p in context.parsed.parts}
        return Role.OWN if printed.normal.removeprefix("§ ") in paragraphs else Role.LISTED
    if printed.kind == "paragraph" and _is_own_paragraph(context, printed, sentence):
        return Role.OWN
    listed = sentence and (sentence.section.kind in _LISTED or sentence.match("papers-inline"))
    return Role.LISTED if listed else Role.CITED


def _is_beside_own(context: Context, printed: Printed, part: Part) -> bool:
    """Whether it stands in one list with the document's own number: "Diarienummer: LI2023/03605, LI2024/01759"."""
    own = [p for p in context.inside(part.head) if p.normal == part.case and p.span.end <= printed.span.start]
    between = context.text[own[-1].span.end : printed.span.start] if own else "."
    others = [p for p in context.inside(part.head) if p.kind == printed.kind]
    for other in others:
        between = between.replace(other.text, "")
    return (
        bool(own)
        and own[-1].kind == printed.kind
        and not re.sub(r"\boch\b|\bdnr\b\.?|[ ,;:\n]", "", between, flags=re.IGNORECASE)
    )


def _heads_page(context: Context, printed: Printed, part: Part) -> bool:
    """Whether the own number is repeated at the head of a page: "YTTRANDE 1(2) LJ 2013/154"."""
    own = next((p for p in context.inside(part.head) if p.normal == part.case), None)
    above = context.text[max(0, printed.span.start - 12) : printed.span.start]
    return own is not None and own.key == printed.key and bool(_PAGE_MARK.search(above))


def _closes_title(context: Context, printed: Printed, sentence: Sentence) -> bool:
    """Whether it stands behind an item's title in a list of a meeting's items: "55 Ledning av nämnden (LS/4/2014) 4".

    A numbered list elsewhere counts other matters, whose numbers are cited.
    """
    kind = context.parsed.document.kind
    counted = (
        _COUNTED.match(sentence.text) and sentence.section.kind in {"masthead", "contents", "item"} and context.of_a_meeting
    )
    if not (counted or kind == "kallelse" or sentence.section.kind == "contents"):
        return False
    before = [p for p in sentence.cases if p.span.end <= printed.span.start]
    opens = before[-1].span.end if before else sentence.span.start
    label = _LABELLED if counted else _PARENTHESIS
    title = label.match(context.text, opens, printed.span.start)
    behind = context.text[printed.span.end : printed.span.end + 6]
    return bool(title and _TITLE_ENDS.match(behind) and not cue("clause-runs").search(title["title"]))


def _opens_line(text: str, printed: Printed) -> bool:
    """Whether a paper's own number opens a line of its head: "Utlåtande 2015:67 RVI (Dnr 106-1873/2014)"."""
    return not text[text.rfind("\n", 0, printed.span.start) + 1 : printed.span.start].strip(" #*")


def _same_number(motion: str, case: str) -> bool:
    """Whether a motion's number is that of the case: "2018:1802" in "KS 2018/1802"."""
    return re.findall(r"\d+", motion) == re.findall(r"\d+", case)


def _follows_paragraph(context: Context, printed: Printed) -> bool:
    """Whether a § and nothing but a label stands right before it: "§ 81 Dnr 00123/2021"."""
    before = context.inside(Span(max(0, printed.span.start - 40), printed.span.start))
    if not before or before[-1].kind != "paragraph":
        return False
    gap = context.text[before[-1].span.end : printed.span.start]
    return not cue("number-label").sub("", gap).strip()


def _is_own_paragraph(context: Context, printed: Printed, sentence: Sentence | None) -> bool:
    if sentence is None or printed.rule == "paragraph-in-run":
        return True
    kind, place = sentence.section.kind, printed.span.start
    if kind == "item":
        part = context.part(place)
        if part.head.covers(printed.span) and part.paragraph not in re.findall(r"[\w/]+", printed.normal):
            return False  # "Kf § 45" over "Ks § 102": what a board before it said
        return not find_dates(context.text, max(sentence.span.start, place - 40), place)
    if any(act.past and act.span.end <= place for act in sentence.acts):  # "I mars avslog fullmäktige en motion, § 254"
        return False
    above = context.parsed.parts[0].paragraph is not None and place < context.parsed.parts[0].span.start
    return (kind in _HEAD or (above and kind not in _LISTED)) and not _is_dated(context, place)


def _is_dated(context: Context, place: int) -> bool:
    """Whether a day stands right before a §, so that the two name another meeting: "KS 2016-05-11 § 171"."""
    start = max(0, place - 40)
    dates = find_dates(context.text, start, place)
    if not dates or context.text[dates[-1].span.end : place].strip(" ,("):
        return False
    return dates[-1].date != context.parsed.document.date  # "Sammanträde 2013-03-06 §§ 41-63" is this meeting's


def _distance(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _date(printed: Printed, dates: tuple[DateMention, ...]) -> DateExpression | None:
    """The nearest date before a number, else behind it; a § that says its year itself has a date of that year."""
    place, year = printed.span, _PARAGRAPH_YEAR.fullmatch(printed.normal)
    near = [d for d in dates if _distance(d.span, place) <= _NEAR and _is_of(d, year)]
    before = [d for d in near if d.span.start < place.end]
    chosen = min(before or near, key=lambda d: _distance(d.span, place), default=None)
    return chosen.date if chosen else None


def _is_of(date: DateMention, year: re.Match[str] | None) -> bool:
    return year is None or str(date.date.earliest.year).endswith(year["year"])


def _body(text: str, place: Span, bodies: tuple[PrintedBody, ...]) -> str | None:
    """The body that decided: the nearest before the number that is no mere receiver, else the nearest behind it.

    "Kommunfullmäktige remitterade motionen till kommunstyrelsen den 31 augusti 2017 § 191" is the council's §.
    """
    deciders = [b for b in bodies if b.kind in {"council", "board", "committee", "state"}]
    near = [b for b in deciders if _distance(b.span, place) <= _NEAR and not _receives(text, b)]
    before = [b for b in near if b.span.start < place.start]
    chosen = min(before or near, key=lambda b: _distance(b.span, place), default=None)
    return chosen.name if chosen else None


def _ministry(printed: Printed) -> str | None:
    """The ministry whose letters a number of the Government Offices has, in the year it was opened."""
    match = _MINISTRY.match(printed.normal) if printed.kind == "gov_case" else None
    return ministry(match["letters"], int(match["year"])) if match else None


def _receives(text: str, body: PrintedBody) -> bool:
    # "i enlighet med kommunstyrelsens beslut": it decided; "till nämnden, som yttrade sig": it acts
    if body.genitive or text.startswith(", som ", body.span.end):
        return False
    return bool(cue("receiver").search(text, max(0, body.span.start - 6), body.span.start))
