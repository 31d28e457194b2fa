"""The figure as a PNG image, twice as fine as a screen, in the typeface that comes with graf: the same on every machine."""

import importlib
from functools import cache
from importlib.resources import as_file, files
from typing import Any

from graf.errors import MissingExtraError
from graf.model import CaseGraph, Thread
from graf.write.picture.still import thread_figure

SCALE = 2
TYPEFACE = "Graf Sans"
_NEEDED = "PNG images need resvg-py; install it with: pip install 'graf-lineage[png]'"


def write(graph: CaseGraph, thread: Thread, language: str) -> bytes:
    """The file.

    Raises:
        MissingExtraError: The library that draws is not installed.
    """
    return image(thread_figure(graph, thread, language))


def image(svg: str) -> bytes:
    """An SVG as PNG. The library drops text for which it finds no typeface, so it is given one and looks for no other."""
    with as_file(files("graf.write.figure").joinpath("fonts")) as folder:
        drawn = _library().svg_to_bytes(
            svg_string=svg, zoom=SCALE, skip_system_fonts=True, font_dirs=[str(folder)], sans_serif_family=TYPEFACE
        )
    return bytes(drawn)


@cache
def _library() -> Any:
    try:
        return importlib.import_module("resvg_py")
    except ImportError as error:
        raise MissingExtraError(_NEEDED) from error
