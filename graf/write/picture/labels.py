"""Labels short enough for a box, and how wide they are."""

_BOLD, _PLAIN = 7.6, 6.6
LONGEST = 24
"""Letters of a label that the picture shows; the table and the panel show all of it."""


def shorten(text: str, longest: int = LONGEST) -> str:
    """A label that fits a box."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def text_width(text: str, bold: bool = True) -> float:
    """Pixels that a 13 px label takes, with something to spare; the page squeezes what a wide typeface makes longer."""
    return len(text) * (_BOLD if bold else _PLAIN)
