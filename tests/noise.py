"""Errors as OCR makes them, put into a text at a rate: signs that look alike, blanks lost or too many, signs lost."""

from random import Random

LOOKALIKES = {
    "0": "OOoD", "1": "lI|i", "2": "ZZz7", "3": "8E}", "5": "SSs6", "6": "bbG8", "7": "1T?", "8": "BB&3", "9": "gq",
    "a": "oe", "b": "h", "c": "e", "d": "cl", "e": "cc", "f": "t", "g": "q", "h": "b", "i": "ll1", "k": "h",
    "l": "1i", "m": "rn", "n": "u", "o": "c0", "p": "n", "r": "n", "s": "5", "t": "f", "u": "n", "v": "y", "y": "v",
    "å": "aaä", "ä": "aaå", "ö": "oo", "Å": "A", "Ä": "A", "Ö": "O",
    "B": "8", "D": "O", "I": "l", "K": "H", "N": "M", "O": "0", "S": "5", "T": "I", "E": "F",
    ".": ",", ",": ".", ":": ".", "-": "\u2013~", "/": "l", "§": "$$S", "(": "[", ")": "]",
}  # fmt: skip
_LOST, _BLANK = 0.1, 0.1
"""Of the errors, how many lose a sign, and how many put a blank too many."""


def damaged(text: str, rate: float, seed: int = 0) -> tuple[str, list[int]]:
    """The text with errors in a share of its signs, and for each offset of the text (its end included) the new one.

    Line ends stay. The same seed gives the same errors.
    """
    random = Random(f"noise {seed} {rate}")
    pieces: list[str] = []
    places: list[int] = []
    length = 0
    for sign in text:
        places.append(length)
        told = sign if sign == "\n" or random.random() >= rate else _mistaken(sign, random)
        pieces.append(told)
        length += len(told)
    return "".join(pieces), [*places, length]


def _mistaken(sign: str, random: Random) -> str:
    if sign.isspace():
        return random.choice(["", "  "])
    chance = random.random()
    if chance < _LOST:
        return ""
    if chance < _LOST + _BLANK:
        return f"{sign} "
    choices = LOOKALIKES.get(sign)
    if choices is None:
        return sign
    return "cl" if sign == "d" else "rn" if sign == "m" else random.choice(choices)
