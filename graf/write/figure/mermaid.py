"""A thread as a Mermaid flow chart: boxes in lanes by body, the main line heavy, inferred edges dotted."""

from collections import defaultdict

from graf.model import CaseGraph, Thread
from graf.write.picture.scene import Item, Line
from graf.write.picture.threads import thread_scene
from graf.write.picture.words import Words, words

_CLASSES = """  classDef held fill:#dbe8f8,stroke:#1b4f91,color:#1b1f24
  classDef ghost fill:#eef0f2,stroke:#1b4f91,stroke-dasharray:5 4,color:#1b1f24
  classDef proposal fill:#ffffff,stroke:#1b4f91,color:#1b1f24
  classDef branch stroke:#8a4b08"""


def write(graph: CaseGraph, thread: Thread, language: str) -> str:
    """The diagram."""
    told, scene = words(language), thread_scene(graph, thread)
    names = {item.id: f"n{number}" for number, item in enumerate(scene.items)}
    lanes: dict[str, list[Item]] = defaultdict(list)
    for item in sorted(scene.items, key=lambda item: item.lane):
        lanes[told.say(item.lane.said)].append(item)
    lines = ["flowchart LR"]
    for number, (label, items) in enumerate(lanes.items()):
        lines += [f'  subgraph lane{number}["{quoted(label)}"]', *(_node(item, names, told) for item in items), "  end"]
    lines += [_edge(line, names) for line in scene.lines]
    return "\n".join([*lines, _CLASSES, *_styles(scene.items, names)]) + "\n"


def _node(item: Item, names: dict[str, str], told: Words) -> str:
    text = "<br>".join(quoted(told.say(line)) for line in item.lines)
    return f'    {names[item.id]}["{text}"]'


def _edge(line: Line, names: dict[str, str]) -> str:
    sign = "-.->" if line.dashed or line.hollow else "==>" if line.main else "-->"
    return f"  {names[line.source]} {sign} {names[line.target]}"


def _styles(items: tuple[Item, ...], names: dict[str, str]) -> list[str]:
    looks: dict[str, list[str]] = defaultdict(list)
    for item in items:
        looks["proposal" if item.proposal else "held" if item.held else "ghost"].append(names[item.id])
        if item.light:
            looks["branch"].append(names[item.id])
    return [f"  class {','.join(ids)} {look}" for look, ids in sorted(looks.items())]


def quoted(text: str) -> str:
    """Text inside a quoted label: what Mermaid or HTML would read is written as a character reference.

    >>> quoted('a "b" <c>')
    'a #34;b#34; #60;c#62;'
    """
    return "".join(f"#{ord(sign)};" if sign in '"<>#&`\\{}[]|;' else sign for sign in " ".join(text.split()))
