"""The rows and cells that a page is made of."""

from typing import NamedTuple

HEIGHT, DESCENT = 1.16, 0.23
"""A line's height, and how deep it reaches, in sizes of its font: what most fonts have."""


class Cell(NamedTuple):
    """A stretch of a row with no wide gap in it."""

    text: str
    left: float
    right: float


class Row(NamedTuple):
    """One line of a page; places are in points, upwards from the page's foot."""

    # Thousands are made for each document, and a tuple is made in a third of a data class's time.

    cells: tuple[Cell, ...]
    bottom: float
    height: float
    bold: bool
    broken: bool = False
    """Whether it ends with a hyphen that pdfium takes for the break of a word."""

    @property
    def text(self) -> str:
        """The cells, with a tab between."""
        return self.cells[0].text if len(self.cells) == 1 else "\t".join(cell.text for cell in self.cells)

    @property
    def left(self) -> float:
        """Where the first cell begins."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """Where the last cell ends."""
        return self.cells[-1].right

    @property
    def top(self) -> float:
        """How high it reaches."""
        return self.bottom + self.height

    def parted(self, left: int, right: int | None) -> "Row":
        """The row with some of its cells only."""
        return self._replace(cells=self.cells[left:right])
