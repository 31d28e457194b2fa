"""A thread's figure and table as HTML without script or style sheet, for a page that has its own."""

from html import escape

from graf.model import CaseGraph, Thread
from graf.write.figure.report import Report, Row, report
from graf.write.picture.still import thread_figure


def write(graph: CaseGraph, thread: Thread, language: str) -> str:
    """The fragment: a figure with its caption, a table, and the sources."""
    told = report(graph, thread, language)
    name = "graf-" + "".join(sign if sign.isalnum() else "-" for sign in str(thread.seed))
    return (
        f'<section class="graf-thread" lang="{language}" id="{escape(name)}">\n'
        f"<figure>\n{thread_figure(graph, thread, language)}<figcaption>{escape(told.caption)}</figcaption>\n</figure>\n"
        f"{table(told, name)}{_notes(told, name)}</section>\n"
    )


def table(told: Report, name: str) -> str:
    """The table of decisions."""
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in told.heads)
    rows = "".join(_row(row, name) for row in told.rows)
    return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"


def _row(row: Row, name: str) -> str:
    quotes = "".join(
        f'<blockquote lang="sv"><q>{escape(one.text)}</q> '
        f'<sup><a href="#{name}-{one.note.number}">{one.note.number}</a></sup></blockquote>'
        for one in row.quotes
    )
    title = f"<br/>{escape(row.title)}" if row.title else ""
    case = f'<th scope="row">{escape(row.case)}{title}</th>'
    what = f"<td><strong>{escape(row.what)}</strong>; {escape(row.how)}{quotes}</td>"
    return f"<tr><td>{escape(row.when)}</td><td>{escape(row.who)}</td>{case}{what}</tr>\n"


def _notes(told: Report, name: str) -> str:
    items = "".join(f'<li id="{name}-{note.number}">{escape(note.text)}</li>\n' for note in told.notes)
    return f"<h3>{escape(told.notes_title)}</h3>\n<ol>\n{items}</ol>\n" if items else ""
