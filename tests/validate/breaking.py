"""A way to break the sound graph, and the ends of the IRIs of its nodes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Broken:
    """One way to break the sound graph: words taken out, words put in their place, and what must say so."""

    why: str
    old: str
    new: str
    check: str
    node: str
    """The end of the IRI of the node that is found fault with."""
    severity: str = "violation"


DECISION = "beslut/1280/kommunstyrelsen-2017-11-08-p341"
POINT = f"{DECISION}-1"
TASK = "uppdrag/1280/kommunstyrelsen-2017-11-08-p341-1"
CASE = "arende/1280/STK-2017-2"
OLDER = "arende/1280/STK-2016-1"
SAID = "utsaga/000000000001"
WORDS = "#char=79,92"
MEETING = "sammantrade/1280/kommunstyrelsen-2017-11-08"
PART = "deltagande/1280/kommunstyrelsen-2017-11-08-ledamot-vera-alm"
VOTE = "omrostning/1280/kommunstyrelsen-2017-11-08-p341-8-5"
DISSENT = "avvikelse/1280/kommunstyrelsen-2017-11-08-p341-reservation-m"
MORE = "regel:continues-case a graf:Rule"
"""A place where further triples may be put in."""


def more(triples: str) -> tuple[str, str]:
    """Triples put in beside the others."""
    return MORE, f"{triples} .\n{MORE}"
