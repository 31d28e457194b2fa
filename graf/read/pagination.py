"""Page numbers: all in which two prints of one header or footer may differ."""

import re
from typing import NamedTuple

_OF = r"(?:\s*(?:\(\s*\d{1,4}\s*\)|av\s+\d{1,4}|/\s*\d{1,4}))"
_NAMED = re.compile(rf"(?<!\w)(?:sid(?:a|an|nr|nummer)?\.?|blad(?:nr)?\.?|s\.|page)\s*\d{{1,4}}(?![\d/:-]*\d){_OF}?(?!\w)")
_NAMES = ("sid", "blad", "s.", "page")
"""One of which every named page number holds: to look for them takes no time."""
_ALONE = re.compile(rf"[\s|–-]*(?P<number>\d{{1,4}}){_OF}?[\s|–-]*")
_BEHIND = re.compile(r"(?<![\w§/:.,-])(?<!§ )(?P<number>\d{1,4})\s*\(\s*\d{1,4}\s*\)$")


class RunningForm(NamedTuple):
    """A line without its page number, and that number where only its place says that it is one."""

    words: str
    number: int | None

    @property
    def is_bare(self) -> bool:
        """Whether the line was a page number and nothing else."""
        return not self.words.strip("#\t |–-")


def running_form(text: str) -> RunningForm:
    r"""What two prints of one running line share: a day, a number of a case or of a § is a part of its words.

    >>> running_form("Kommunstyrelsen\tSida 3 (7)")
    RunningForm(words='kommunstyrelsen\t#', number=None)
    >>> running_form("Protokoll 2018-06-18\t45")
    RunningForm(words='protokoll 2018-06-18\t#', number=45)
    >>> running_form("§ 45 Dnr KS 2018/90")
    RunningForm(words='§ 45 dnr ks 2018/90', number=None)
    """
    numbers: list[int] = []
    cells = [_masked(" ".join(cell.split()).casefold(), numbers) for cell in text.split("\t")]
    return RunningForm("\t".join(cells), numbers[0] if numbers else None)


def _masked(cell: str, numbers: list[int]) -> str:
    if not any(map(str.isdigit, cell)):
        return cell
    named = _NAMED.sub("#", cell) if any(name in cell for name in _NAMES) else cell
    alone = _ALONE.fullmatch(named) or (_BEHIND.search(named) if named.endswith(")") else None)
    if alone is None:
        return named
    numbers.append(int(alone["number"]))
    return f"{named[: alone.start()]}#"
