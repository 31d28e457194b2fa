"""The colours of still figures: those of the light page, told apart by colour-blind readers and dark enough for text (WCAG AA).

No colour means anything alone: lines are dashed or heavy, boxes filled, hollow or dashed, bars closed or open.
"""

from dataclasses import dataclass

FONT = "Graf Sans, Liberation Sans, Arial, Helvetica, DejaVu Sans, sans-serif"


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme, as ``page.css`` has it."""

    paper: str = "#ffffff"
    band: str = "#f5f7f9"
    ink: str = "#1b1f24"
    muted: str = "#525b66"
    rule: str = "#c6ccd3"
    faint: str = "#e3e7eb"
    main: str = "#1b4f91"
    main_fill: str = "#dbe8f8"
    side: str = "#8a4b08"
    side_fill: str = "#fbead5"
    ghost: str = "#eef0f2"
    pick: str = "#b0125b"
    done: str = "#1d6b45"


LIGHT = Colours()
