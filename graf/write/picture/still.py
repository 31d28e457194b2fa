"""The still figure of a thread: one picture, as wide as a page of A4 can show legibly, with what it shows in words."""

from graf.keys import case_key
from graf.model import CaseGraph, Thread
from graf.write.picture.brief import deeds
from graf.write.picture.layout import arrange
from graf.write.picture.phrases import Said, joined, phrase
from graf.write.picture.scene import Scene
from graf.write.picture.svg import svg
from graf.write.picture.threads import thread_scene
from graf.write.picture.words import LANGUAGES, Words, words

WIDTH = 760
"""Pixels: on the 180 mm that A4 has between its margins, the smallest text is 7 points high."""
_STEP_ROOM = 60


def thread_figure(graph: CaseGraph, thread: Thread, language: str = LANGUAGES[0]) -> str:
    """The figure of a thread as SVG, with its legend."""
    return still(thread_scene(graph, thread), thread, language)


def still(scene: Scene, thread: Thread, language: str, keys: bool = True) -> str:
    """A scene as a figure."""
    told = words(language)
    picture = arrange(scene, float(max(WIDTH, _STEP_ROOM * len(thread.steps))))
    return svg(scene, picture, told, told.say(caption(thread)), description(thread, told), keys)


def caption(thread: Thread) -> Said:
    """What stands under the figure in a report."""
    label = next((step.case.label for step in thread.steps if step.case.id == thread.seed), thread.seed.key)
    if not thread.steps:
        return phrase("ui.thread_title", label)
    ends = thread.steps[0].date, thread.steps[-1].date
    return phrase("ui.figure_caption", label, len(thread.steps), *ends)


def description(thread: Thread, told: Words) -> str:
    """The figure in words: one sentence a step."""
    rows = (
        joined(", ", (step.date, step.body or phrase("ui.unknown_body"), step.case.label, deeds(step.decisions)))
        for step in thread.steps
    )
    return " ".join(f"{told.say(row)}." for row in rows)


def figure_name(thread: Thread) -> str:
    """The name of the figure's file, without its ending."""
    return case_key(thread.seed).rsplit("/", 1)[1]
