"""What a phrase is about: the stems of its content words, so that "fonderna" and "en fond" are one."""

import re
from functools import cache, lru_cache

import snowballstemmer

_WORD = re.compile(r"[^\W\d_]{2,}")
_STOP = frozenset(
    _WORD.findall(
        """
        och att det som en ett av på för med till den de om är har sitt sin sina samt från vid inom under eller mot hos
        efter detta dessa denna så nu få ta fram ska skall bör kan åt vad hur när där men än ej inte enligt genom mellan
        över dess deras ny nytt nya förslag förslaget beslut beslutet ärende ärendet arbete arbetet fortsatt fortsatta
        fråga senast tidigare bl ex fl kommunen kommunens stad stads stadens
        januari februari mars april maj juni juli augusti september oktober november december
        """
    )
)
"""Words that say nothing of a subject, those of every decision among them."""


@cache
def _stemmer() -> object:
    return snowballstemmer.stemmer("swedish")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of one Swedish word.

    >>> stem("investeringsfonderna") == stem("Investeringsfond")
    True
    """
    return str(_stemmer().stemWord(word.lower()))  # type: ignore[attr-defined]


@lru_cache(maxsize=50_000)
def subject_stems(phrase: str) -> frozenset[str]:
    """The stems of a phrase's content words.

    >>> sorted(subject_stems("de sociala investeringsfonderna"))
    ['investeringsfond', 'social']
    """
    return frozenset(stem(word) for word in _WORD.findall(phrase) if word.lower() not in _STOP)


def overlap(phrase: str, other: str) -> float:
    """The share of the first phrase's subject that the second speaks of, 0 to 1.

    >>> overlap("riktlinjer för medel", "att ta fram riktlinjer")
    0.5
    """
    wanted = subject_stems(phrase)
    return len(wanted & subject_stems(other)) / len(wanted) if wanted else 0.0
