"""The smallest parts of a still figure, as SVG."""

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from graf.text import printable
from graf.write.picture.colours import LIGHT


def number(value: float) -> str:
    """A coordinate, one decimal at most.

    >>> number(12.0), number(12.345)
    ('12', '12.3')
    """
    return f"{value:.1f}".removesuffix(".0")


def text(said: str) -> str:
    """Text that XML can hold."""
    return escape(printable(said))


def rect(x: float, y: float, width: float, height: float, fill: str, more: str = "") -> str:
    """A filled rectangle."""
    return f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}" fill="{fill}"{more}/>'


def frame(
    x: float, y: float, width: float, height: float, radius: float, fill: str, edge: str, line: float, dash: str = ""
) -> str:
    """A rectangle with an edge."""
    look = f' rx="{number(radius)}" stroke="{edge}" stroke-width="{line}"' + (f' stroke-dasharray="{dash}"' if dash else "")
    return rect(x, y, width, height, fill, look)


def write(
    said: str, x: float, y: float, colour: str, size: int = 13, bold: bool = False, middle: bool = False, rim: bool = False
) -> str:
    """A line of text; ``y`` is its base line, ``rim`` keeps a line behind it from touching the letters."""
    look: Mapping[str, str] = {
        "x": number(x),
        "y": number(y),
        "fill": colour,
        **({"font-size": str(size)} if size != 13 else {}),
        **({"font-weight": "bold"} if bold else {}),
        **({"text-anchor": "middle"} if middle else {}),
        **({"stroke": LIGHT.paper, "stroke-width": "4", "paint-order": "stroke", "stroke-linejoin": "round"} if rim else {}),
    }
    return f"<text {' '.join(f'{name}={quoteattr(value)}' for name, value in look.items())}>{text(said)}</text>"
