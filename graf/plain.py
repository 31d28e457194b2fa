"""A text in few signs, character for character, for words to be looked for in it: capitals small, digits 0, blanks a space."""

import re
import unicodedata
from functools import cache, lru_cache

_SIGNS = "åäöéüæø§"
SECTION = chr(1 + _SIGNS.index("§"))
"""The folded form of §."""
_UNKNOWN = ord("?")


def _fold_byte(code: int) -> int:
    char = chr(code)
    small = char.lower()
    if char.isdigit() and char.isascii():
        return ord("0")
    if char.isspace():
        return ord(" ")
    if small in _SIGNS:
        return 1 + _SIGNS.index(small)
    return ord(small) if small.isascii() and code > 31 else _UNKNOWN


_TABLE = bytes(map(_fold_byte, range(256)))
_BEYOND = re.compile(r"[^\x00-\xff]")
_TAKEN_FOR = {"ſ": "s", "\u212a": "k", "\u212b": "å", "ı": "i", "İ": "i"}
"""Letters beyond Latin-1 that ``re.IGNORECASE`` takes for one of ours."""


@cache
def _beyond(char: str) -> str:
    if char.isspace():
        return " "
    return _TAKEN_FOR.get(char, "0" if unicodedata.category(char) == "Nd" else "?")


@lru_cache(maxsize=64)
def fold(text: str) -> str:
    """A text as the words are looked for in it, character for character.

    >>> fold("Dnr STK-2016-796\\n")
    'dnr stk-0000-000 '
    """
    try:
        plain = text.encode("latin-1")
    except UnicodeEncodeError:
        plain = _BEYOND.sub(lambda odd: _beyond(odd.group()), text).encode("latin-1")
    return plain.translate(_TABLE).decode("ascii")
