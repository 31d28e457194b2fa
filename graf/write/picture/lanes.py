"""Which lane of the picture a body gets: the council on top, then the board, its committees, other boards, offices."""

import re
from dataclasses import dataclass

_RANKS = (
    (2, r"utskott|beredning|presidium"),
    (0, r"fullmäktige|förbundsdirektion"),
    (1, r"^(kommun|region|stads|landstings)styrelse"),
    (4, r"kontor|förvaltning|avdelning|direktör"),
    (3, r"nämnd|styrelse|bolag|råd"),
)
ALONE = (0, "")
"""The group of a picture that shows one municipality."""
OTHER_RANK, UNKNOWN_RANK, SIDE_RANK, TASK_RANK = 5, 7, 8, 9


@dataclass(frozen=True, slots=True, order=True)
class Lane:
    """A horizontal stretch of the picture; sorts from top to bottom."""

    group: tuple[int, str]
    """The municipality and its place in the order, where the picture shows several."""
    rank: int
    label: str


def rank_of(body: str) -> int:
    """How far down a body's lane lies.

    >>> rank_of("Kommunfullmäktige") < rank_of("Kommunstyrelsen") < rank_of("Kommunstyrelsens arbetsutskott")
    True
    """
    return next((rank for rank, pattern in _RANKS if re.search(pattern, body.lower())), OTHER_RANK)


def body_lane(body: str | None, unknown: str, group: tuple[int, str] = ALONE) -> Lane:
    """The lane of a body, or the one for cases whose body is not known."""
    if body is None:
        return Lane(group, UNKNOWN_RANK, unknown)
    return Lane(group, rank_of(body), body)
