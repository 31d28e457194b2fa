"""What mammoth leaves out of a document's body, put where it finds it.

mammoth reads content controls, inserted text, nested tables and the text boxes of old; it does not know simple fields
(where templates keep the number), text boxes without an old form beside the new, formulas, or the runs of hidden text.
"""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from graf.read.docx.words import MC, M, R, V, W

_AS_THEY_STAND = {f"{W}{name}" for name in ("fldSimple", "dir", "bdo", "ruby", "rubyBase")}
"""Elements that mammoth does not know, and whose content is text like any other."""
_SHAPES = {f"{V}{name}" for name in ("oval", "line", "polyline", "arc", "curve", "image")}
_RENAMED = {f"{W}cr": f"{W}br", f"{W}ptab": f"{W}tab"} | dict.fromkeys(_SHAPES, f"{V}rect")
_RENAMED |= dict.fromkeys(_AS_THEY_STAND, f"{W}smartTag")


def mend(root: Element) -> None:
    """Change a part so that mammoth gives every visible word of it, once."""
    for parent in list(root.iter()):
        for name in [name for name in parent.attrib if name.startswith(R)]:
            # Links and pictures lead out of the part; only the words are wanted.
            del parent.attrib[name]
        if parent.tag == f"{W}p":
            _drop_first_break(parent)
        if any(child.tag in _CHANGES for child in parent):
            parent[:] = list(_changed(parent))
        if any(child.tag == f"{W}p" and _has_lost_its_end(child) for child in parent):
            parent[:] = list(_run_together(parent))
        parent.tag = _RENAMED.get(parent.tag, parent.tag)


def _changed(parent: Element) -> Iterator[Element]:
    for child in parent:
        yield from _CHANGES[child.tag](child) if child.tag in _CHANGES else (child,)


def _drop_first_break(paragraph: Element) -> None:
    """The page's end that stands before a paragraph's words would part them from their number in a list."""
    pieces = [(run, piece) for run in paragraph.findall(f"{W}r")[:2] for piece in run if piece.tag != f"{W}rPr"]
    if pieces and pieces[0][1].tag == f"{W}br" and pieces[0][1].get(f"{W}type") in {"page", "column"}:
        pieces[0][0].remove(pieces[0][1])


def _has_lost_its_end(paragraph: Element) -> bool:
    """Whether a tracked change deletes, or moves away, the mark that ends a paragraph."""
    return any(paragraph.find(f"{W}pPr/{W}rPr/{W}{change}") is not None for change in ("del", "moveFrom"))


def _run_together(parent: Element) -> Iterator[Element]:
    """What such a paragraph still holds opens the next one, and its number in a list is that one's."""
    held: list[Element] = []
    for child in parent:
        if child.tag == f"{W}p" and _has_lost_its_end(child):
            held += [piece for piece in child if piece.tag != f"{W}pPr"]
        elif child.tag == f"{W}p":
            first = int(child.find(f"{W}pPr") is not None)
            child[first:first] = held
            held = []
            yield child
        else:
            yield from _paragraph_of(held)
            held = []
            yield child
    yield from _paragraph_of(held)


def _paragraph_of(pieces: list[Element]) -> Iterator[Element]:
    if pieces:
        paragraph = Element(f"{W}p")
        paragraph[:] = pieces
        yield paragraph


def _row(element: Element) -> Iterator[Element]:
    """A row of a table that a tracked change deletes must not count in a list."""
    if element.find(f"{W}trPr/{W}del") is None:
        yield element


def _break(element: Element) -> Iterator[Element]:
    """The end of a page or column is a line's: mammoth would put the words around it together."""
    element.attrib.clear()
    yield element


def _alternative(element: Element) -> Iterator[Element]:
    """One form of what stands twice: the new one for a text box, else the old one, else what there is."""
    choice, fallback = element.find(f"{MC}Choice"), element.find(f"{MC}Fallback")
    if choice is not None and (fallback is None or next(choice.iter(f"{W}txbxContent"), None) is not None):
        fallback = choice
    for child in fallback if fallback is not None else ():
        yield from _CHANGES[child.tag](child) if child.tag in _CHANGES else (child,)


def _drawing(element: Element) -> Iterator[Element]:
    """A new text box in the form of an old one."""
    boxes = list(_outermost(element, f"{W}txbxContent"))
    if not boxes:
        yield element
    for box in boxes:
        picture, shape, frame = Element(f"{W}pict"), Element(f"{V}shape"), Element(f"{V}textbox")
        frame.append(box)
        shape.append(frame)
        picture.append(shape)
        mend(picture)
        yield picture


def _outermost(element: Element, tag: str) -> Iterator[Element]:
    for child in element:
        if child.tag == tag:
            yield child
        else:
            yield from _outermost(child, tag)


def _formula(element: Element) -> Iterator[Element]:
    run, words = Element(f"{W}r"), Element(f"{W}t")
    words.text = "".join(text.text or "" for text in element.iter(f"{M}t"))
    run.append(words)
    yield run


def _run(element: Element) -> Iterator[Element]:
    """Hidden text is a template's advice to its writer, and in no print."""
    hidden = element.find(f"{W}rPr/{W}vanish")
    if hidden is None or hidden.get(f"{W}val") in {"0", "false"}:
        yield element


def _nothing(_: Element) -> Iterator[Element]:
    return iter(())


_CHANGES: dict[str, Callable[[Element], Iterator[Element]]] = {
    f"{MC}AlternateContent": _alternative,
    f"{W}drawing": _drawing,
    f"{M}oMath": _formula,
    f"{M}oMathPara": _formula,
    f"{W}r": _run,
    f"{W}rt": _nothing,
    f"{W}tr": _row,
    f"{W}br": _break,
}
