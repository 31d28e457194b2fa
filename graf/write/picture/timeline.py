"""The time axis: days to pixels, and where years and months are marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from graf.model import DateExpression
from graf.write.picture.phrases import Said, joined, phrase

_MONTHS_APART = (1, 3, 6, 12, 24, 60, 120)
_TICK = 46.0
"""The least room, in pixels, that the name of a month needs."""
_WIDEST = timedelta(days=366 * 12)
"""A date less precise than this says too little to be drawn."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis: a year, or a month within one."""

    x: float
    label: Said
    year: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Days laid out between two x positions."""

    first: date
    last: date
    left: float
    right: float

    @property
    def per_day(self) -> float:
        """Pixels a day."""
        return (self.right - self.left) / max(1, (self.last - self.first).days)

    def x(self, day: date) -> float:
        """Where a day lies; days outside lie on the edge."""
        inside = min(max(day, self.first), self.last)
        return round(self.left + (inside - self.first).days * self.per_day, 1)

    def ticks(self) -> tuple[Tick, ...]:
        """The marks that fit: every month, or every few, or only years."""
        apart = next((n for n in _MONTHS_APART if n * 30.4 * self.per_day >= _TICK), _MONTHS_APART[-1])
        days = list(_firsts(self.first, self.last, apart))
        return tuple(Tick(self.x(day), _label(day, day == days[0]), day.month == 1) for day in days)


def _label(day: date, first: bool) -> Said:
    """A year, or a month; the first mark always names its year."""
    if day.month == 1:
        return str(day.year)
    month = phrase(f"month_short.{day.month}")
    return joined(" ", (month, str(day.year))) if first else month


def _firsts(first: date, last: date, apart: int) -> Iterator[date]:
    """The first of every month that is a mark, between two days."""
    for year in range(first.year, last.year + 1):
        for month in range(1, 13):
            day = date(year, month, 1)
            if first <= day <= last and (12 * year + month - 1) % apart == 0:
                yield day


def usable(when: DateExpression | None) -> DateExpression | None:
    """The date, if it is precise enough to be drawn and no slip of the pen."""
    if when is None or when.latest - when.earliest >= _WIDEST or when.earliest.year < 1600 or when.latest.year > 2200:
        return None
    return when
