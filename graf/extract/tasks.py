"""Two tasks in one sentence are two: "ta fram riktlinjer samt organisera en stödfunktion".

The line is drawn where a new infinitive with an object of its own begins behind "samt", "och att", "dels" or a semicolon. In
doubt it is one task: two verbs with one object; a verb that reports or proposes what the first one finds; an object that takes
up the first ("samt genomföra den"); an infinitive that a clause within the first may govern ("för att minska x samt öka y");
a plain "och".
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from graf.dates import find_dates
from graf.extract.clauses import deadline_of
from graf.model import Action, DecisionPoint
from graf.tables import cue
from graf.words import subject_stems

_BY_WHEN = r"senast[ ](?:den[ ]|i[ ]|under[ ])?[^,;]{3,20}?\d{4}"
_ADVERBS = rf"(?:(?:även|också|därtill|dessutom|vidare|därutöver|snarast|skyndsamt|omgående|{_BY_WHEN})[ ])*"
_JOINT = re.compile(
    rf"(?:(?P<and>,?[ ](?:samt|och)[ ])|(?P<apart>;[ ](?:samt[ ]|och[ ])?|,?[ ](?:samt[ ]|och[ ])?dels[ ])|(?P<comma>,[ ]))"
    rf"(?P<lead>{_ADVERBS}(?P<att>att[ ])?{_ADVERBS})"
)
_OPENING = re.compile(rf"(?:att[ ])?(?:dels[ ](?:att[ ])?)?{_ADVERBS}", re.IGNORECASE)
_GOVERNS_ATT = re.compile(r"(?<!\w)att(?!\w)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LONGEST = 1_000
"""A task of more characters is left whole: it is a text and no sentence."""


def each_task(point: DecisionPoint) -> tuple[DecisionPoint, ...]:
    """The point itself, or where it hands out several tasks one for each: own words, own deadline, the same sentence.

    A deadline before the first verb, behind a comma at the end, or in the next sentence is that of all.
    """
    if point.action is not Action.ASSIGN or point.task is None or point.rule == "form" or len(point.task) > _LONGEST:
        return (point,)
    parts = tuple(_parts(point.task))
    if len(parts) == 1:
        return (point,)
    own = [deadline_of(part, 0, len(part)) for part in parts]
    shared = point.deadline if not any(own) or _is_of_all(parts) else None
    return tuple(replace(point, task=part, deadline=when or shared) for part, when in zip(parts, own, strict=True))


def _is_of_all(parts: tuple[str, ...]) -> bool:
    """Whether the first day in the words stands before the first verb, or the last one apart at their end."""
    first, last = find_dates(parts[0]), find_dates(parts[-1])
    opening = _OPENING.match(parts[0])
    before = bool(first and opening and first[0].span.start < opening.end())
    return before or bool(last and re.search(r",[ ](?:allt[ ])?senast[ ][^,]*$", parts[-1]))


def _parts(task: str) -> Iterator[str]:
    begins, ends = [0], list[int]()
    joints = [j for j in _JOINT.finditer(task) if _is_verb(task, j.end())]
    for place, joint in enumerate(joints):
        behind = joints[place + 1 :]
        if _is_new(task, begins[-1], joint, behind) and (not joint["comma"] or _is_closed(task, joint, behind)):
            ends.append(joint.start())
            begins.append(joint.start("lead"))
    for start, stop in zip(begins, [*ends, len(task)], strict=True):
        yield task[start:stop].strip(" ,;")


def _is_closed(task: str, joint: re.Match[str], following: list[re.Match[str]]) -> bool:
    """Whether a comma is one of a list that ends with "samt": alone it joins nothing."""
    return any(not one["comma"] and _is_new(task, joint.end(), one, following[n + 1 :]) for n, one in enumerate(following))


def _is_new(task: str, start: int, joint: re.Match[str], following: list[re.Match[str]]) -> bool:
    """Whether what stands behind a joint is a task apart from what stands before it."""
    # a joint between two verbs that share an object is none
    ends = (one.start() for one in following if _object(task[joint.end() : one.start()]))
    before, behind = task[start : joint.start()], task[joint.end() : next(ends, len(task))]
    opening = _OPENING.match(before)
    own = before[opening.end() if opening else 0 :]
    if not _is_verb(own, 0) or not _object(own) or not _object(behind) or cue("task-reports").match(behind):
        return False
    if joint["and"] and not joint["att"]:
        return "samt" in joint["and"] and not cue("task-governs").search(own) and not _takes_up(own, behind)
    return not (joint["and"] and _GOVERNS_ATT.search(own)) and not _takes_up(own, behind)


def _is_verb(text: str, place: int) -> bool:
    return cue("task-verb").match(text, place) is not None


def _object(words: str) -> str:
    """What a verb, or several that share it, are to work on; nothing where they have no object."""
    while verb := cue("task-verb").match(words):
        words = re.sub(r"^[ ,]*(?:och[ ]|samt[ ]|eller[ ])?", "", words[verb.end() :])
    return words if subject_stems(words) else ""


def _takes_up(before: str, behind: str) -> bool:
    """Whether an object is the one spoken of before: "den", "resultatet", or the same noun in its definite form."""
    thing = _object(behind)
    first = _WORD.search(thing)
    again = first and re.search(r"(?:en|et|n|na|arna|erna|orna)$", first.group()) and subject_stems(first.group())
    return bool(cue("task-takes-up").match(thing) or (again and again <= subject_stems(before)))
