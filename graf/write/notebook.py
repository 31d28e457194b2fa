"""A thread and a graph as a notebook shows them: no script and no style of its own, so that it survives every converter."""

from html import escape

from graf.model import CaseGraph, Thread
from graf.write.figure import fragment
from graf.write.page.overview import overview
from graf.write.picture.layout import arrange
from graf.write.picture.phrases import phrase
from graf.write.picture.still import thread_figure
from graf.write.picture.svg import svg
from graf.write.picture.words import LANGUAGES, words

DRAWN = 30
"""Cases of a graph that a notebook draws: the best connected."""
_WIDTH, _CASE_ROOM = 980, 26


def thread_html(thread: Thread) -> str:
    """Figure, table and sources."""
    return fragment.write(thread.around, thread, LANGUAGES[0])


def thread_svg(thread: Thread) -> str:
    """The figure."""
    return thread_figure(thread.around, thread)


def graph_svg(graph: CaseGraph) -> str:
    """The best connected cases."""
    told, shown = words(), overview(graph, DRAWN)
    title = told.say(phrase("ui.showing", len(shown.cases), len(graph.cases)))
    picture = arrange(shown.scene, float(max(_WIDTH, _CASE_ROOM * len(shown.scene.items))))
    return svg(shown.scene, picture, told, told.ui["graph_title"], title)


def graph_html(graph: CaseGraph) -> str:
    """What the graph holds, and the same figure."""
    counts = {
        "documents": graph.documents,
        "cases": graph.cases,
        "relations": graph.statements,
        "assignments": graph.assignments,
        "problems_count": graph.problems,
    }
    told = words()
    cells = "".join(
        f'<tr><th scope="row">{escape(told.ui[name])}</th><td>{len(rows)}</td></tr>' for name, rows in counts.items()
    )
    return f"<figure>\n<table>{cells}</table>\n{graph_svg(graph)}</figure>\n"
