"""When two written forms are one number, for the score: looser than graf's own keys, since gold is written by hand."""

import re

_LABELS = {"dnr", "diarienummer", "nr", "mål", "dir", "ds", "sou", "prop", "skr", "bet", "rskr"}
_LABELS |= {"mot", "motion", "sfs", "kommitté"}
_TOKEN = re.compile(r"[^\W\d_]+|\d+")


def fold(normal: str) -> tuple[str, ...]:
    """The letters and numbers of a form, in order: labels and padding dropped, a two-digit year made four.

    >>> fold("Dnr KS-2019/0532") == fold("ks 2019:532"), fold("363/10") == fold("363/2010")
    (True, True)
    """
    tokens = _TOKEN.findall(normal.casefold().replace("\u00ad", ""))
    numbers = [token for token in tokens if token.isdigit()]
    short = [place for place, token in enumerate(tokens) if token.isdigit() and len(token) == 2]
    if len(numbers) == 2 and short and not any(re.fullmatch(r"(?:19|20)\d\d", number) for number in numbers):
        year = tokens[short[-1]]
        tokens[short[-1]] = ("19" if int(year) >= 50 else "20") + year
    return tuple(str(int(token)) if token.isdigit() else token for token in tokens if token not in _LABELS)
