"""Signs that OCR took for others: a letter in a number, a digit in a word, a letter of another alphabet."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick

from graf.repairs.edits import is_western

_LOOKALIKES = str.maketrans("АВЕКМНОРСТХаеорсухтыіΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXaeopcyxtyiABEZHIKMNOPTYXo")
_FOREIGN = re.compile("[\u0370-\u04ff]+")
_LATIN = re.compile("[A-Za-zÅÄÖåäö]")
_SURE = str.maketrans("OoQlI|", "000111")
"""What digits are taken for."""
_LIKELY = str.maketrans("OoQDlI|ZzSsBbGgq", "0000111225586699")
"""The same in a number that has a year, where letters are rarer."""
_TO_LETTERS = str.maketrans("0158", "OISB")
_IN_WORDS = str.maketrans("015", "ols")
_MAY_BEGIN = "lo|O"
"""What may stand for a digit at a beginning, where a letter may be meant: "S2014/1696", "2013/14:K12"."""
_LETTERS_OF_PARAGRAPHS = "BSZ"
_MAY_END = "bgqsz"
"""What may be meant as a letter at an end: "2018/14 b"."""
_ODD = re.compile(
    r"[0-9.](?:(?<=\d)(?:(?=[OoQDlI|ZzSsBbGgq~])|(?<=[OolI|Z].)|(?<=[a-zåäö]{2}[015])(?=[a-zåäö])|(?<=\b0)(?=(?:ch|m)\b)"
    r"|(?<=\b[0158])(?=[A-ZÅÄÖ]{1,3}[-/]\d)|(?<=[A-ZÅÄÖ][0158])(?=[-/]\d))"
    r"|(?<=/\d\d\.)(?=\w)|(?<=\((?:19|20)\d\d\.)(?=\d{1,4}\)))"
)
"""Where a digit and a letter touch as they do not in numbers or in words, and a stop behind a session of the Riksdag."""
_TOKEN = re.compile(r"[\w|/:.~-]*")
_LEFT = re.compile(r"[\w|/:.~-]*\Z")
_SEPARATOR = re.compile(r"([/:.~-])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ENDS_IN_YEAR = re.compile(r"[A-ZÅÄÖ]?[A-Za-zÅÄÖåäö]{0,5}(?:19|20)\d\d")
_STATUTE = re.compile(r"\A(?P<year>(?:19|20)\d\d)\.(?=\d{1,4}\Z)")
_SESSION = re.compile(r"\A(?P<year>(?:19|20)\d\d)/(?P<end>\d\d)\.(?=[A-ZÅÄÖ]\w*\d)")
_SLASH = re.compile(
    r"(?:(?<!\d)(?P<year>(?:19|20)\d\d)[lI|](?=(?:\d{1,6}|[A-ZÅÄÖ]{2,4})(?!\w))"
    r"|(?<![\w|])(?P<serial>\d{1,5})[lI|](?=(?:19|20)\d\d(?!\w))"
    r"|(?<=/)(?P<unit>\d{3,5})l(?=[A-ZÅÄÖ]{1,4}(?!\w)))"
)
_PREFIXED = re.compile(r"(?P<series>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}?)(?P<digits>\d[\dOoQDlI|ZzSsBbGgq]+|(?<=U)[lO]\d{0,2})")
_SERIES = re.compile(r"(?=[A-ZÅÄÖ]*[0158][A-ZÅÄÖ]*\Z)[A-ZÅÄÖ0158]{2,4}")
_TWO_FIRST = re.compile(r"Z\d\d")
_ZERO_FIRST = re.compile(r"[Oo]\d{2,4}")
_IN_WORD = re.compile(r"(?<=[a-zåäö]{2})[015](?=[a-zåäö])|\A0(?=(?:ch|m)\Z)")
_ONE_LAST = re.compile(r"\d{2,}[I|]")
_LONGEST = 40
_STRETCH = 1000
_OF_SESSION = re.compile(r":(?<=\d/\d\d:)(?=[A-ZÅÄÖ]?\w*\d)")
_BEFORE_SESSION = re.compile(r"(?<![\w.])(?P<label>[A-Za-zåäö0-9]{3,4})(?=[.,]?[ ](?:19|20)\d\d/\d\d\Z)")
_NO_MISTAKES = {"prop", "Prop", "rskr", "bet", "skr", "Skr", "prot", "Prot"}
_OF_THE_RIKSDAG = ("prop", "Prop", "rskr", "bet")
_LABEL = re.compile(r"(?<!\w)(?:[O0]nr|Dn[tfn]|Dhr)(?=[.:]?[ ][A-ZÅÄÖ\d])")
_SOU = re.compile(r"(?<!\w)[S5][O0Q]U(?=[ ]?(?:19|20)\d\d)")
_STOPPED = re.compile(r"\.(?<=(?:prop|rskr)\.[ ](?:19|20)\d\d/\d\d\.)(?=\d)")
_SHORTENED = ("prop", "bet", "rskr", "skr", "dir")
_WORDS: dict[str, tuple[str, re.Pattern[str]]] = {
    **dict.fromkeys(("S0U", "5OU", "50U", "SQU", "5QU"), ("SOU", _SOU)),
    **dict.fromkeys(("Onr", "0nr", "Dnt", "Dnf", "Dnn", "Dhr"), ("Dnr", _LABEL)),
    "$": ("§", re.compile(r"\$(?=[ §]?\d)")),
    "§S": ("§§", re.compile(r"§S(?=[ ]?\d)")),
    "(EU]": ("(EU)", re.compile(r"\(EU\]")),
    "ocb": ("och", re.compile(r"(?<!\w)ocb(?!\w)")),
    **{
        f"{word},": (".", re.compile(rf"(?<=(?<!\w){word}),(?=[ ](?:19|20)\d\d)"))
        for word in ("prop", "bet", "rskr", "skr", "dir")
    },
}
"""Words that lead to a number: how OCR spells them, what they are, and where."""


@cache
def _spelled() -> AhoCorasick:
    return AhoCorasick(list(_WORDS))


def recognised(text: str) -> tuple[str, tuple[int, ...]]:
    """The text, as long as before, with signs that were taken for others put right, and where, in order.

    >>> recognised("dnr STK-2O16-7g6, $ 1l, S0U 2015:88, bes1ut")[0]
    'dnr STK-2016-796, § 11, SOU 2015:88, beslut'
    >>> recognised("S2014/1696/FST, 12 b, kvarteret 3B, mot. 2013/14:S12, skr. 2013/14:5")[1]
    ()
    """
    told = text if is_western(text) else _mended(text, _FOREIGN, _latin)
    for spelled in sorted(set(_spelled().find_matches_as_strings(told))):
        word, pattern = _WORDS[spelled]
        told = pattern.sub(word, told)
    if "rskr. " in told or "prop. " in told:
        told = _STOPPED.sub(":", told)
    told = _with_labels(_mended(told, _ODD, _read))
    if told == text:
        return text, ()
    return told, tuple(_differing(text, told))


def _differing(one: str, other: str) -> Iterator[int]:
    """Where two texts of one length differ; most stretches do not, and are passed over whole."""
    for start in range(0, len(one), _STRETCH):
        first, second = one[start : start + _STRETCH], other[start : start + _STRETCH]
        if first != second:
            yield from (start + place for place, (a, b) in enumerate(zip(first, second, strict=True)) if a != b)


def _mended(text: str, odd: re.Pattern[str], read: Callable[[str, str], str]) -> str:
    """The text with each number or word in which something odd stands as ``read`` reads it, with the two signs before it."""
    pieces: list[str] = []
    done = 0
    for sign in odd.finditer(text):
        if sign.start() < done:
            continue
        before = _LEFT.search(text, max(done, sign.start() - _LONGEST), sign.start())
        start = before.start() if before else sign.start()
        token = _TOKEN.match(text, sign.start(), sign.start() + _LONGEST)
        end = token.end() if token else sign.end()
        pieces += [text[done:start], read(text[start:end], text[max(0, start - 2) : start])]
        done = end
    return "".join((*pieces, text[done:])) if done else text


def _latin(word: str, before: str) -> str:
    """A word that mixes alphabets in Latin letters; one of another alphabet alone stays."""
    return word.translate(_LOOKALIKES) if _LATIN.search(word) else word


def _with_labels(text: str) -> str:
    """The text with the labels of the Riksdag's numbers right: "rshr. 2011/12:87" where one letter is wrong."""
    pieces: list[str] = []
    done = 0
    for colon in _OF_SESSION.finditer(text):
        found = _BEFORE_SESSION.search(text, max(done, colon.start() - 14), colon.start())
        label = found["label"] if found else ""
        meant = next((word for word in _OF_THE_RIKSDAG if _differ(word, label) == 1), None)
        if found and meant and label not in _NO_MISTAKES:
            pieces += [text[done : found.start()], meant]
            done = found.end()
    return "".join((*pieces, text[done:])) if done else text


def _differ(one: str, other: str) -> int:
    """In how many places two words of one length differ; of other lengths, in all."""
    return sum(a != b for a, b in zip(one, other, strict=True)) if len(one) == len(other) else len(one)


def _read(token: str, before: str) -> str:
    """A number or word as it was printed; ``before`` are the two signs before it."""
    parts = _SEPARATOR.split(_with_separators(token, before))
    segments = [part for part in parts[::2] if part]
    dated = len(segments) > 1 and any(_ENDS_IN_YEAR.fullmatch(_in_digits(part, _LIKELY)) for part in segments)
    of_minutes = before.strip() == "§"
    table = _LIKELY if dated or (of_minutes and token[-1:] not in _LETTERS_OF_PARAGRAPHS) else _SURE
    numbers = len(segments) > 1 and all(part.translate(table).isdigit() for part in segments)
    for place in range(0, len(parts), 2):
        part = parts[place]
        if part and not part.isalpha() and not part.isdigit():
            part = f"1{part[1:]}" if numbers and place and part[0] == "I" else part
            may_be_series = dated and (place == 0 or parts[place - 1] == "/")
            parts[place] = _segment(part, table, dated or numbers or of_minutes, may_be_series)
    if dated or numbers or of_minutes:
        parts[1::2] = ["-" if sign == "~" else sign for sign in parts[1::2]]
    return "".join(parts)


def _with_separators(token: str, before: str) -> str:
    """A number with a slash for an l, and with a colon for a stop behind a session of the Riksdag or a statute's year."""
    token = _SLASH.sub(lambda slash: f"{slash['year'] or slash['serial'] or slash['unit']}/", token)
    token = _SESSION.sub(_with_colon, token)
    return _STATUTE.sub(r"\g<year>:", token) if before.endswith("(") else token


def _segment(part: str, table: dict[int, int], counted: bool, may_be_series: bool) -> str:
    digits = _in_digits(part, table)
    if digits != part and (counted or _ZERO_FIRST.fullmatch(part) or _ONE_LAST.fullmatch(part)):
        return digits
    if may_be_series and _SERIES.fullmatch(part):
        return part.translate(_TO_LETTERS)
    return _IN_WORD.sub(lambda sign: sign.group().translate(_IN_WORDS), part)


def _in_digits(part: str, table: dict[int, int]) -> str:
    """A segment with digits for what stands for them, where only digits can be meant."""
    if part[-1:] in _MAY_END:
        return part
    digits = part.translate(table)
    if (
        _YEAR.fullmatch(digits)
        or re.fullmatch(r"Z\d\d", part)
        or (digits.isdigit() and (part[0].isdigit() or part[0] in _MAY_BEGIN))
    ):
        return digits
    prefixed = _PREFIXED.fullmatch(part)
    return prefixed["series"] + prefixed["digits"].translate(table) if prefixed else part


def _with_colon(session: re.Match[str]) -> str:
    follows = (int(session["year"]) + 1) % 100 == int(session["end"])
    return f"{session['year']}/{session['end']}{':' if follows else '.'}"
