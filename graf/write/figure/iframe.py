"""A thread's whole page inside one element, shut off from the page around it: no origin, no forms, no way out."""

from html import escape

from graf.model import CaseGraph, Thread
from graf.write.page import thread_page
from graf.write.picture.still import caption
from graf.write.picture.words import words


def write(graph: CaseGraph, thread: Thread, language: str) -> str:
    """The element. ``sandbox`` lets the page's own script run and nothing else."""
    page = thread_page(graph, thread, language=language)
    title = words(language).say(caption(thread))
    return (
        f'<iframe title="{escape(title)}" sandbox="allow-scripts" width="100%" height="900" '
        f'style="border:0" srcdoc="{escape(page)}"></iframe>\n'
    )
