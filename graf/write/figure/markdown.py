"""A thread as Markdown: a table, the quotes as footnotes, the figure as Mermaid, which Quarto, GitHub and GitLab draw."""

import re

from graf.model import CaseGraph, Thread
from graf.write.figure import mermaid
from graf.write.figure.report import Row, report

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|#~$])")
_STARTS = re.compile(r"^(\d+)([.)])(?= )|^([-+=:])")


def write(graph: CaseGraph, thread: Thread, language: str) -> str:
    """The file."""
    told = report(graph, thread, language)
    heads = " | ".join(told.heads)
    lines = [f"# {escaped(told.title)}", "", "```mermaid", mermaid.write(graph, thread, language).rstrip(), "```", ""]
    lines += [f"*{escaped(told.caption)}.*", "", f"| {heads} |", "|---|---|---|---|", *map(_line, told.rows), ""]
    lines += [f"## {told.open_title}", "", *(f"- {escaped(one)}" for one in told.open), "", escaped(told.as_of), ""]
    if told.missing:
        lines += [f"## {told.missing_title}", "", ", ".join(map(escaped, told.missing)), ""]
    quoted = {quote.note.number: quote for row in told.rows for quote in row.quotes}
    lines += [f"[^{number}]: ”{escaped(one.text)}” {escaped(one.note.text)}" for number, one in sorted(quoted.items())]
    return "\n".join(lines) + "\n"


def _line(row: Row) -> str:
    marks = "".join(f"[^{number}]" for number in dict.fromkeys(quote.note.number for quote in row.quotes))
    case = f"**{escaped(row.case)}**" + (f" {escaped(row.title)}" if row.title else "")
    return f"| {escaped(row.when)} | {escaped(row.who)} | {case} | **{escaped(row.what)}**{marks}; {escaped(row.how)} |"


def escaped(text: str) -> str:
    r"""Text that Markdown takes for nothing else.

    >>> print(escaped("<b>|*x*"), escaped("2. punkt"))
    \<b\>\|\*x\* 2\. punkt
    """
    safe = _SIGNS.sub(r"\\\1", " ".join(text.split()))
    return _STARTS.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", safe)
