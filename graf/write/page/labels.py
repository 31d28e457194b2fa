"""Labels short enough for a box, and how wide they are."""

_LETTER = 7.6
LONGEST = 24
"""Letters of a label that the picture shows; the table and the panel show all of it."""


def shorten(text: str, longest: int = LONGEST) -> str:
    """A label that fits a box."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def text_width(text: str) -> float:
    """Pixels that a bold 13 px label takes in the widest common typeface."""
    return len(text) * _LETTER
