"""Which lane of the picture a body gets: the council on top, then the board, its committees, other boards, offices."""

import re
from dataclasses import dataclass
from functools import lru_cache

from graf.write.picture.phrases import Said, joined, phrase

_RANKS = (
    (2, r"utskott|beredning|presidium"),
    (0, r"fullmäktige|förbundsdirektion"),
    (1, r"^(kommun|region|stads|landstings)styrelse"),
    (4, r"kontor|förvaltning|avdelning|direktör"),
    (3, r"nämnd|styrelse|bolag|råd"),
)
ALONE = (0, "")
"""The group of a picture that shows one municipality."""
UNKNOWN_PLACE = "?"
"""The name of the group of cases whose municipality no document names."""
OTHER_RANK, UNKNOWN_RANK, SIDE_RANK, TASK_RANK = 5, 7, 8, 9
_NAMES = {UNKNOWN_RANK: "ui.unknown_body", SIDE_RANK: "ui.side_lane", TASK_RANK: "ui.task_lane"}


@dataclass(frozen=True, slots=True, order=True)
class Lane:
    """A horizontal stretch of the picture; sorts from top to bottom."""

    group: tuple[int, str]
    """The municipality and its place in the order, where the picture shows several."""
    rank: int
    label: str = ""
    """The body, as documents name it; empty in the lanes that are no body's."""

    @property
    def said(self) -> Said:
        """What the lane is called."""
        name = self.label or phrase(_NAMES[self.rank])
        place = phrase("ui.unknown_place") if self.group[1] == UNKNOWN_PLACE else self.group[1]
        return joined(" · ", (name, place))


@lru_cache(4096)
def rank_of(body: str) -> int:
    """How far down a body's lane lies.

    >>> rank_of("Kommunfullmäktige") < rank_of("Kommunstyrelsen") < rank_of("Kommunstyrelsens arbetsutskott")
    True
    """
    return next((rank for rank, pattern in _RANKS if re.search(pattern, body.lower())), OTHER_RANK)


def body_lane(body: str | None, group: tuple[int, str] = ALONE) -> Lane:
    """The lane of a body, or the one for cases whose body is not known."""
    return Lane(group, rank_of(body), body) if body else Lane(group, UNKNOWN_RANK)
