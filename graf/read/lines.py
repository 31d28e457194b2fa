"""Paragraphs, lists and tables to lines of text, as the reader of HTML meets their beginnings and ends."""

import re
from dataclasses import dataclass, field

_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_PRINTED_MARK = re.compile(r"(?:\d{1,2}[.)]|[a-zåäö]\)|[-–•])\s")
"""The mark of an item that its writer typed: it stands under the item before like any other."""
_LABEL_LINES = 3
"""Paragraphs that a cell may have and still be a cell of one line; a longer one is a part of the page's layout."""


@dataclass(slots=True)
class _Flow:
    """Where blocks are gathered: the page, an item of a list, or a cell of a table."""

    blocks: list[tuple[str, str]] = field(default_factory=list)
    """Each with its sort: items, and rows, stand tight under one another."""
    pieces: list[str] = field(default_factory=list)
    """The words of the block that is open."""
    mark: str = ""
    structured: bool = False
    """Whether it holds headings, lists or tables."""


@dataclass(slots=True)
class _List:
    number: int | None
    letters: bool = False


@dataclass(slots=True)
class _Table:
    rows: list[list[_Flow]] = field(default_factory=list)


class Lines:
    """The text so far. Every opening has a closing, as in a page that a parser has put in order."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._flows = [_Flow()]
        self._lists: list[_List] = []
        self._tables: list[_Table] = []
        self._pre = 0

    def words(self, text: str) -> None:
        """Add to the open block."""
        self._flows[-1].pieces.append(text)

    def open_heading(self, level: int) -> None:
        """A heading begins; it is over with its block."""
        self.end_block()
        self._flows[-1].mark = "#" * level + " "
        self._flows[-1].structured = True

    def open_bold(self) -> None:
        """A bold paragraph begins: a heading on the page itself, a plain one in lists and tables."""
        if len(self._flows) == 1:
            self.open_heading(4)
        else:
            self.end_block()

    def end_line(self) -> None:
        """A line end inside a block."""
        self._flows[-1].pieces.append("\n")

    def end_block(self) -> None:
        """A paragraph is over; an empty one leaves nothing."""
        flow = self._flows[-1]
        if flow.pieces:
            text = _tidy("".join(flow.pieces), bool(self._pre))
            flow.pieces.clear()
            if text:
                sort = "item" if _PRINTED_MARK.match(text) and not flow.mark else ""
                flow.blocks.append((flow.mark + " ".join(text.split()) if flow.mark else text, sort))
        flow.mark = ""

    def open_pre(self) -> None:
        """Preformatted text begins."""
        self.end_block()
        self._pre += 1

    def close_pre(self) -> None:
        """Preformatted text ends."""
        self.end_block()
        self._pre = max(0, self._pre - 1)

    # --- lists --------------------------------------------------------------------------------------

    def open_list(self, number: int | None, letters: bool = False) -> None:
        """A list begins, numbered from ``number`` or with dashes."""
        self.end_block()
        self._flows[-1].structured = True
        self._lists.append(_List(number, letters))

    def close_list(self) -> None:
        """A list ends."""
        self.end_block()
        if self._lists:
            self._lists.pop()

    def open_item(self, number: int | None = None) -> None:
        """An item of the innermost list begins."""
        self.end_block()
        if self._lists and number is not None and self._lists[-1].number is not None:
            self._lists[-1].number = number
        self._flows.append(_Flow())

    def close_item(self) -> None:
        """An item ends: its first line gets the mark, the others stand below it."""
        self.end_block()
        if len(self._flows) == 1:
            return
        flow = self._flows.pop()
        if flow.blocks:
            first, *others = flow.blocks
            self._flows[-1].blocks += [(f"{self._next_mark()} {first[0]}", "item"), *((text, "item") for text, _ in others)]

    def _next_mark(self) -> str:
        if not self._lists or self._lists[-1].number is None:
            return "-"
        number = self._lists[-1].number
        self._lists[-1].number = number + 1
        return f"{chr(96 + number)})" if self._lists[-1].letters and number <= 26 else f"{number}."

    # --- tables -------------------------------------------------------------------------------------

    def open_table(self) -> None:
        """A table begins."""
        self.end_block()
        self._flows[-1].structured = True
        self._tables.append(_Table())

    def open_row(self) -> None:
        """A row begins."""
        self.end_block()
        if self._tables:
            self._tables[-1].rows.append([])

    def open_cell(self) -> None:
        """A cell begins."""
        self.end_block()
        self._flows.append(_Flow())

    def close_cell(self) -> None:
        """A cell ends."""
        self.end_block()
        if self._tables and self._tables[-1].rows and len(self._flows) > 1:
            self._tables[-1].rows[-1].append(self._flows.pop())

    def close_row(self) -> None:
        """A row ends: one line, or where a cell is a part of the layout, the lines of each cell in turn."""
        self.end_block()
        cells = [cell for cell in self._tables[-1].rows.pop() if cell.blocks] if self._tables and self._tables[-1].rows else []
        if not cells:
            return
        if any(_is_layout(cell) for cell in cells) or (len(cells) > 1 and _lines_of(cells[0]) > 1):
            for cell in cells:
                self._flows[-1].blocks += cell.blocks
        else:
            self._flows[-1].blocks.append(("\t".join(_one_line(cell) for cell in cells), "row"))

    def close_table(self) -> None:
        """A table ends."""
        self.end_block()
        if self._tables:
            self._tables.pop()

    def text(self) -> str:
        """Everything, each block parted from the next by a blank line unless both are items or both rows."""
        self.end_block()
        pieces: list[str] = []
        blocks = self._flows[0].blocks
        for number, (text, sort) in enumerate(blocks):
            if number:
                pieces.append("\n" if sort and sort == blocks[number - 1][1] else "\n\n")
            pieces.append(text)
        return "".join(pieces) + "\n" if pieces else ""


def _tidy(text: str, keeps_lines: bool) -> str:
    """A block without blanks at the ends of its lines; runs of white space are one blank but in preformatted text."""
    if "\n" not in text:
        return text.strip(" ") if not keeps_lines else text.rstrip()
    lines = (line.rstrip() if keeps_lines else _BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line or keeps_lines).strip("\n")


def _lines_of(cell: _Flow) -> int:
    return sum(text.count("\n") + 1 for text, _ in cell.blocks)


def _is_layout(cell: _Flow) -> bool:
    return cell.structured or _lines_of(cell) > _LABEL_LINES


def _one_line(cell: _Flow) -> str:
    return " ".join(" ".join(text.split()) for text, _ in cell.blocks)
