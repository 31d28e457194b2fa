"""The figure as an SVG file: the picture of the page, with its legend."""

from graf.model import CaseGraph, Thread
from graf.write.picture.still import thread_figure


def write(graph: CaseGraph, thread: Thread, language: str) -> str:
    """The file."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + thread_figure(graph, thread, language)
