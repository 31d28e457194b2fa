"""What stands above decision points and holds for each of them: a section's heading, or a lead-in.

"Kommunstyrelsen beslutar" and "Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen besluta" are lead-ins.
"""

import re

import msgspec

from graf.extract.context import Sentence
from graf.matching import find_bodies
from graf.model import DateExpression, Modality

_LONGEST = 260
_SECTIONS = {"decision": Modality.DECIDED, "proposal": Modality.PROPOSED, "motion": Modality.MOVED}


class Frame(msgspec.Struct, frozen=True):
    """Body, addressee, status, date and case of the points below; ``rule`` tells where they stand written."""

    status: Modality
    body: str | None = None
    addressee: str | None = None
    date: DateExpression | None = None
    case: str | None = None
    rule: str = "section"


def section_frame(sentence: Sentence, own_body: str | None) -> Frame | None:
    """What the heading of a sentence's section says: "Kommunfullmäktiges beslut", "Förslag till beslut"."""
    status = _SECTIONS.get(sentence.section.kind)
    if status is None:
        return None
    named = find_bodies(sentence.section.heading)
    addressee = named[1].name if len(named) > 1 and status is Modality.PROPOSED else None
    return Frame(status, named[0].name if named else own_body, addressee)


def lead_in_frame(sentence: Sentence, own_body: str | None) -> Frame | None:
    """What a lead-in says of the points behind it; None for a sentence that is no lead-in."""
    text = sentence.text
    if len(text) > _LONGEST or not sentence.search("lead-in"):
        return None
    if sentence.match("we-propose") or sentence.search("moves") or sentence.search("dissents"):
        return Frame(Modality.MOVED, rule="lead-in")
    headed = text.lower().endswith("beslut")  # "Kommunstyrelsens beslut": the genitive is the body
    speakers = [b.name for b in sentence.bodies if (headed or not b.genitive) and b.kind != "officer"]
    status = Modality.PROPOSED if sentence.search("proposes") else _decided_or_told(sentence)
    addressee = speakers[1] if len(speakers) > 1 and status is Modality.PROPOSED else None
    date = sentence.dates[0].date if sentence.dates else None
    return Frame(status, speakers[0] if speakers else own_body, addressee, date, rule="lead-in")


def _decided_or_told(sentence: Sentence) -> Modality:
    """A lead-in in the past with a date, outside the decision itself, tells of another body's decision."""
    told = re.search(r"beslutade[ ]", sentence.text) and sentence.dates and sentence.section.kind not in {"decision", "item"}
    return Modality.RECOUNTED if told else Modality.DECIDED
