"""A request for public documents (begäran om allmän handling) in Swedish, ready to send to a registrar.

Sources: tryckfrihetsförordningen 2 kap. 1 § (the right), 15 and 16 §§ (without delay, copies for a fee; no duty to hand
out in electronic form), 18 § (nobody need say who asks or why); offentlighets- och sekretesslagen (2009:400)
6 kap. 3 § (a refusal in writing, that can be appealed).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graf.missing import Missing

_QUOTES = 2
_WORDS = 220

_LETTER = """\
Begäran om att få ta del av allmänna handlingar

Till registrator, {authority}

Med stöd av 2 kap. tryckfrihetsförordningen ber jag att få kopior av de handlingar som räknas upp nedan. \
Jag tar helst emot dem som filer med e-post (PDF eller Word). Lämnas de bara ut på papper, ber jag att få veta \
avgiften innan kopiorna görs.

{things}

Finns någon av handlingarna inte hos er ber jag att få veta det, och om möjligt vem som förvarar den. \
Skulle någon uppgift omfattas av sekretess ber jag att få handlingen i övriga delar, och ett skriftligt beslut \
med skäl och anvisning om hur det överklagas (6 kap. 3 § offentlighets- och sekretesslagen).

Med vänlig hälsning
[namn och adress att svara till; du behöver inte säga vem du är eller vad handlingarna ska användas till]
"""


def request_letters(missing: Iterable[Missing], authorities: Mapping[str, str]) -> str:
    """One letter for each authority, in the order in which they come first; ``authorities`` names them by code."""
    by_town: dict[str, list[Missing]] = defaultdict(list)
    for thing in missing:
        by_town[thing.municipality].append(thing)
    letters = (
        _LETTER.format(authority=authorities.get(town, town), things="\n\n".join(map(_thing, enumerate(things, 1))))
        for town, things in by_town.items()
    )
    return ("\n" + "-" * 72 + "\n\n").join(letters)


def _thing(numbered: tuple[int, Missing]) -> str:
    number, thing = numbered
    wanted = (
        f"Protokollet, eller utdraget, från {thing.label}."
        if thing.case is None
        else f"Ärende {thing.label}: protokollsutdrag eller annat beslut, med tjänsteskrivelse och övriga beslutsunderlag."
    )
    told = [f"   Beslut enligt andra handlingar: {'; '.join(thing.decided)}."] if thing.decided else []
    cited = [f"   Nämns i {quote.document}: ”{_short(quote.quote)}”" for quote in thing.citations[:_QUOTES]]
    return "\n".join([f"{number}. {wanted}", *told, *cited])


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _WORDS else f"{line[:_WORDS].rsplit(' ', 1)[0]} …"
