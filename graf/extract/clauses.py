"""Where decision verbs stand in a clause, and what they govern: target, assignee, task, deadline."""

import re
from functools import cache
from operator import itemgetter

import msgspec

from graf.dates import DateMention, find_dates
from graf.matching import PrintedBody, find_bodies
from graf.model import Action, DateExpression, Span
from graf.scanning import Scan, Scanner
from graf.tables import actions, cue
from graf.text import is_full_stop

_JOINS = re.compile(
    r"(?:,|;|\b(?:samt|och|därtill|dels|därutöver|dessutom))[ ]*(?:därtill|även|också|vidare|dels)?[ ]*(?:om[ ])?(?:att[ ])?$"
)
_ENDS = re.compile(
    r"[.;:]|,|\n[ \t]*\n|$"
    r"|[ ](?:som|att|enligt|i[ ]enlighet|för[ ]att|senast|från[ ]och[ ]med|med[ ]anledning|samt|under[ ]förutsättning)\b"
)
_TASK = re.compile(r"(?:[ ]om)?[ ](?=(?:att|skyndsamt|utreda|ta[ ]fram)\b)|:\s")
_TASK_TOLD = re.compile(
    r"[ ,][ ]?(?:som[ ](?:innebär|går[ ]ut[ ]på)[ ](?=att[ ])"
    r"|(?:där|vilket|varvid|som)[ ][^.;:”“\"]{0,90}?(?:ska|skall)[ ,]+[”“\"»]?)"
    r"|[ ][”“\"»](?=[a-zåäö])"
)
_NOT_BEHIND = re.compile(r"(?:[ ]\w+)?[ ](?:inte|ej|aldrig)(?![ ](?:bara|enbart|minst|endast))(?!\w)")
_NOUN_BEFORE = re.compile(
    r"(?:^|[.:;]\s|^\d{1,2}[.)]?\s|^[-–•]\s)(?P<noun>[A-ZÅÄÖ]"
    r"(?:[^.;:]|\.(?=\S|[ ][a-zåäö\d])|(?:(?<=\.ex)|(?<=\.fl)|(?<=dnr)|(?<=kap)|(?<=\.[akmd]))\.){2,90}?)"
    r"[ ](?:ska[ ]|skall[ ]|bör[ ]|har[ ])?$"
)

_ORIGIN = re.compile(
    r"(?:antag(?:en|et|na)|fastställ(?:d|t|da)|godkän(?:d|t|da)|inrätta(?:d|t)|upprätta(?:d|t|de))[ ](?:av|den|i|vid|\d{4})\b",
    re.IGNORECASE,
)
_SHORTENED = re.compile(r"(?<!\w)(?:m\.m|m\.fl|o\.d|o\.dyl|osv|etc)$")

_ON_PROPOSALS = {Action.REJECT, Action.GRANT, Action.POSTPONE, Action.REFER_BACK}
_PROPOSAL = re.compile(
    r"\b(?:förslag(?:et)?|yrkande(?:t)?|begäran|hemställan|framställan|ansökan)\b[^.;:\n]{0,30}?\batt\b[^.;:\n]{0,60}$",
    re.IGNORECASE,
)
_PROPOSAL_BEFORE = 120


class Act(msgspec.Struct, frozen=True):
    """A decision verb in a clause; ``past`` tells of a form that recounts."""

    action: Action
    span: Span
    past: bool


@cache
def _forms() -> tuple[tuple[int, Action, bool, re.Pattern[str]], ...]:
    """Every wording: the order of its row, its action, whether it recounts, its pattern."""
    return tuple(
        (order, row.action, past, pattern)
        for order, row in enumerate(actions())
        for pattern, past in ((row.now, False), (row.past, True))
        if pattern
    )


@cache
def act_scanner() -> Scanner:
    """What finds the rows of ``tables/actions.toml``."""
    return Scanner(pattern for _, _, _, pattern in _forms())


def find_acts(text: str, start: int, end: int, scan: Scan | None = None) -> tuple[Act, ...]:
    """The decision verbs of a stretch, in order, none overlapping another; a ``scan`` of the text spares a second one."""
    found = []
    for form, match in scan.matches(start, end) if scan else act_scanner().matches(text, start, end):
        order, action, past, _ = _forms()[form]
        found.append((match.start(), -match.end(), order, past, Act(action, Span(*match.span()), past)))
    found.sort(key=itemgetter(0, 1, 2, 3))
    kept: list[Act] = []
    for *_, act in found:
        if not kept or act.span.start >= kept[-1].span.end:
            kept.append(act)
    return tuple(kept)


def principal(text: str, acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """The first verb of a clause and those joined to it by "samt att", "och därtill"; not those of a task's own words.

    A participle that tells where a thing comes from is no verb: "Riktlinjer antagna av nämnden den 4 mars upphör att gälla".
    """
    if len(acts) > 1 and _ORIGIN.match(text, acts[0].span.start):
        acts = acts[1:]
    if ruled := _ruled_on(text, acts):
        return (ruled,)
    if not acts:
        return ()
    return (acts[0], *(act for act in acts[1:] if _is_joined(text, act)))


def _ruled_on(text: str, acts: tuple[Act, ...]) -> Act | None:
    """What becomes of a proposal that is the sentence's subject: "Förslaget att inrätta en fond avslås" founds nothing."""
    last = acts[-1] if len(acts) > 1 else None
    if last is None or last.action not in _ON_PROPOSALS:
        return None
    return last if _PROPOSAL.search(text, max(0, acts[0].span.start - _PROPOSAL_BEFORE), acts[0].span.end) else None


def _is_joined(text: str, act: Act) -> bool:
    join = _JOINS.search(text, max(0, act.span.start - 30), act.span.start)
    return join is not None and (act.past or "att " in f"{join.group()}{text[act.span.start : act.span.start + 4]}")


def is_negated(text: str, act: Act) -> bool:
    """Whether "utan att", "inte" stands right before the verb, or "inte" behind it: "antog fullmäktige inte"."""
    before = cue("negates").search(text, max(0, act.span.start - 40), act.span.start)
    return bool(before or _NOT_BEHIND.match(text, act.span.end))


# --- what a verb governs ------------------------------------------------------------------------


class Task(msgspec.Struct, frozen=True):
    """Who is to do what by when, as the clause puts it."""

    assignee: str | None
    words: str | None
    deadline: DateExpression | None


def task_of(text: str, act: Act, end: int) -> Task:
    """What an assigning verb hands out; ``end`` is where its clause ends."""
    if re.match(r"(?:att )?(?:åter|en |ett )", text[act.span.start : act.span.end], re.IGNORECASE):
        # "att återkomma till kommunstyrelsen med": the body named is told, not tasked
        words = text[act.span.start : end].strip(" .\n")
        return Task(None, " ".join(words.split()), deadline_of(text, act.span.start, end))
    bodies = find_bodies(text, max(0, act.span.start - 60), end)
    opening = _opening(text, act, end)
    where = opening.start() if opening else end
    assignee = _assignee(text, act, bodies, where)
    task = " ".join(text[opening.end() if opening else act.span.end : end].split()).strip(" .,")
    task = task.strip(' .,”“"»') if opening and opening.group()[-1] in '”“"»' else task
    task = _JOINS.sub("", f"{task} ").strip(" ,;")  # "samt att" leads to the next task
    told = not re.fullmatch(r"\([^)]*\)|", task)  # "gav uppdraget (STK-2015-553)" says who, not what
    return Task(assignee, task if told else None, deadline_of(text, act.span.start, end))


def _opening(text: str, act: Act, end: int) -> re.Match[str] | None:
    """What leads to the words of a task: "att", a colon; without these a clause that says what is to be done, or a quotation.

    "ett uppdrag för 2023, där de ska, ”starta ett lyft”" hands out what stands between the quotation marks.
    """
    plain, told = _TASK.search(text, act.span.end - 1, end), _TASK_TOLD.search(text, act.span.end - 1, end)
    return told if told and (plain is None or told.end() <= plain.start()) else plain


def _assignee(text: str, act: Act, bodies: tuple[PrintedBody, ...], where: int) -> str | None:
    inside = [b for b in bodies if b.span.start >= act.span.start and b.span.end <= where + 1]
    words = text[act.span.start : act.span.end].lower()
    if inside and bodies[0] is inside[0] and _gives(text, act, inside):
        inside = inside[1:]
    behind = [b for b in inside if re.search(r"(?:åt|till)[ ]$", text[b.span.start - 5 : b.span.start])]
    if inside:
        return (behind or inside)[0].name
    if words.startswith(("ges", "får", "fick", "gavs", "åläggs", "har", "fått", "uppdras")):
        before = [b for b in bodies if b.span.end <= act.span.start + 1]
        return before[-1].name if before else None
    return None


def _gives(text: str, act: Act, bodies: list[PrintedBody]) -> bool:
    """Whether the first body is the one that gives: "gav kommunstyrelsen stadskontoret i uppdrag", "gav nämnden uppdraget"."""
    giver = bodies[0].span
    right_behind = re.fullmatch(r"(?:gav|ger)[ ]", text[act.span.start : giver.start], re.IGNORECASE)
    another = len(bodies) > 1 and bodies[1].span.start == giver.end + 1
    return bool(right_behind) and (another or text.startswith(" uppdrag", giver.end))


def deadline_of(text: str, start: int, end: int) -> DateExpression | None:
    """The date by which: behind "senast" and the like, else the last season or month behind a verb of reporting."""
    dates = find_dates(text, start, end)
    marked = [d for d in dates if d.deadline]
    if marked:
        return marked[0].date
    soft = [d for d in dates if _reported_by(text, start, d)]
    return soft[-1].date if soft else None


def _reported_by(text: str, start: int, mention: DateMention) -> bool:
    return bool(
        re.search(r"(?i)(?:återrapporter|redovisa|återkom|rapporter|klar)[^.;]{0,90}$", text[start : mention.span.start])
    )


def target_of(text: str, act: Act, start: int, end: int) -> str | None:
    """The thing that a verb establishes, repeals, adopts or changes: behind it, or before it in the passive."""
    words = text[act.span.start : act.span.end]
    if act.action is Action.CLOSE:
        return _closed(text, act, start, end)
    if re.search(r"(?:as|es|ns|ts|des|vs|gs|rs)$|gälla$", words.split()[0]) or words.endswith("gälla"):
        before = _NOUN_BEFORE.search(text[start : act.span.start])
        if not before or not _is_time(before["noun"]):
            return _cleaned(before["noun"]) if before else None
    if words.lower().startswith(("beslut", "fatta")):
        return None
    if act.action is Action.DEFER:
        return _put_off(text[act.span.end : end])
    begin = _behind_subject(text, act.span.end, end)
    return _cleaned(text[begin : _stop(text, begin, end)])


def _stop(text: str, begin: int, end: int) -> int:
    """Where the words behind a verb end that name its thing; a point in "bl.a." or "kap. 3" ends nothing."""
    marks = _ENDS.finditer(text, begin + 1, end)
    found = (m.start() for m in marks if not m.group().startswith(".") or is_full_stop(text, m.start(), begin))
    return next(found, end)


_CLOSING = re.compile(
    r"(?:^|[ ])(?:avslutas|avslutades|anses|ansågs|läggs|lades|upplöses|upplöstes|upphör|upphörde)(?![^ ])", re.IGNORECASE
)
_WITHIN = re.compile(
    r"(?:att[ ])?(?:anser?|läggs?|lades?|avslutades)[ ](?P<thing>.+?)(?:[ ](?:som|vara|såsom))?[ ]\w+", re.IGNORECASE
)
_ITS_WORK = re.compile(r"s[ ](?:arbete|uppdrag|verksamhet)$")
_CASES = re.compile(
    r"(?:ärende|uppdrag|motion|skrivelse|arbete|verksamhet|medborgarförslag)(?:et|en|n|t)?(?!\w)", re.IGNORECASE
)


def _closed(text: str, act: Act, start: int, end: int) -> str | None:
    """What is closed: "kommissionens arbete" is the commission; a case or an assignment is no thing."""
    words = text[act.span.start : act.span.end]
    within, passive = _WITHIN.fullmatch(words), _CLOSING.search(words)
    if not within and _CASES.search(words):
        return None
    if within:
        found: str | None = within["thing"]
    elif passive:
        before = _NOUN_BEFORE.search(f"{text[start : act.span.start + passive.start()]} ")
        found = before["noun"] if before else None
    else:
        found = text[act.span.end : _stop(text, act.span.end, end)]
    thing = _ITS_WORK.sub("", found.strip()) if found else ""
    return None if _CASES.match(thing) or words.lower().startswith("avskriv") else _cleaned(thing)


def _is_time(words: str) -> bool:
    """Whether the words are a date alone: in "I maj 2016 antogs en plan" the thing stands behind its verb."""
    dates = find_dates(words)
    return bool(dates) and dates[0].span.start <= 6 and dates[-1].span.end >= len(words)


def _put_off(words: str) -> str | None:
    """What a deferral puts off: "avvakta med att ta fram riktlinjer till dess att" is the guidelines' making."""
    thing = re.split(r"[ ](?:till[ ]dess|tills|i[ ]väntan|i[ ]avvaktan|så[ ]länge)\b|;", words, maxsplit=1)[0]
    stops = (place for place, sign in enumerate(thing) if sign == "." and is_full_stop(thing, place))
    return " ".join(thing[: next(stops, len(thing))].split())[:200] or None


def _behind_subject(text: str, start: int, end: int) -> int:
    """Past a subject that follows its verb: "inrättade Malmö stad en fond"."""
    subject = re.compile(r"[ ](?:[A-ZÅÄÖ][a-zåäö]+s?[ ](?:stad|kommun)|region[ ]\w+)(?=[ ])", re.IGNORECASE).match(
        text, start, end
    )
    if subject:
        return subject.end()
    bodies = find_bodies(text, start, min(end, start + 60))
    return bodies[0].span.end if bodies and bodies[0].span.start <= start + 1 and not bodies[0].genitive else start


def _cleaned(words: str) -> str | None:
    words = re.sub(r"\s*\([^)]*\)?", "", " ".join(words.split())).strip(" -–:,.")
    words = re.sub(r"^[A-ZÅÄÖ][a-zåäö]+s?[ ](?:stads|kommuns)[ ](?=\w)", "", words)
    words = re.sub(r"^(?:en|ett|de|den|det|sina|sin)[ ](?=\w)", "", words, flags=re.IGNORECASE)
    words += "." if _SHORTENED.search(words) else ""
    return words if 3 <= len(words) <= 90 else None
