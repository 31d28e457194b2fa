"""Raised numbers: most are those of notes, and must not lengthen the number, year or word before them."""

import re

_UNIT = re.compile(r"(?<![^\W\d_])[kcdm]?m$")
_POWERS = ("2", "3")


def raised(before: str, number: str) -> str:
    """A raised number as it stands behind some words: that of a note in brackets, that of a unit as it is.

    >>> raised("KS 2015/30", "2"), raised("kommunfullmäktige", "1"), raised("120 m", "2")
    (' [2]', ' [1]', '2')
    """
    if not before.strip() or (number in _POWERS and _UNIT.search(before)):
        return number
    return f" [{number}]"
