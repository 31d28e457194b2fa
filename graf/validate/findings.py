"""What a check has to say: one finding for each node that it does not like, and the report of them all."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is (allvar): a violation makes the graph wrong, a warning is a true thing to look at."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


_ORDER = tuple(Severity)
VALUE = "{?value}"
"""What stands for the value in the message of a shape."""


def short(iri: str) -> str:
    """A node as it is called in the graph's files.

    >>> short("https://w3id.org/graf/id/arende/1280/STK-2016-796")
    'arende/1280/STK-2016-796'
    """
    return iri.split("/id/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Finding:
    """One node and what is to be said of it."""

    severity: Severity
    check: str
    """The shape or check that says so: ``shape:Evidence``, ``quotes``, ``iri-templates``."""
    node: str
    """The IRI of the node."""
    words: str
    """What is wrong, and what to do about it; ``{?value}`` stands for the value."""
    value: str = ""
    """The value that is wrong, where one value is."""

    @property
    def message(self) -> str:
        """What is wrong with this one node."""
        return self.words.replace(VALUE, short(self.value))

    @property
    def order(self) -> tuple[int, str, str, str, str]:
        """Worst first, then by check, message and node."""
        return _ORDER.index(self.severity), self.check, self.words, self.node, self.value


@dataclass(frozen=True, slots=True)
class Report:
    """All findings about one graph, worst first, and how much was looked at."""

    findings: tuple[Finding, ...]
    triples: int
    quotes: int | None
    """How many quotes were looked up in their texts; None where the texts are not held."""

    @classmethod
    def of(cls, findings: Iterable[Finding], triples: int, quotes: int | None) -> "Report":
        """A report of findings in any order; the same thing found twice is told once."""
        return cls(tuple(sorted(set(findings), key=lambda finding: finding.order)), triples, quotes)

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] for severity in Severity}

    @property
    def conforms(self) -> bool:
        """Whether no finding is a violation."""
        return not self.counts[Severity.VIOLATION]
