"""A source as an HTML page: as a municipality's portal shows it, or plain."""

import re
from collections.abc import Iterable
from html import escape

from data.making.source import CONTENTS, Block, Source

_PLAIN = """<!DOCTYPE html>
<html lang="sv">
<head>
<meta charset="utf-8">
<title>{title}</title>
</head>
<body>
{body}
</body>
</html>
"""

_PORTAL = """<!DOCTYPE html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>.meny li {{ display: inline }} .fot {{ border-top: 1px solid #999 }}</style>
<script>window.matning = {{ "sida": "handling", "version": "2014-77" }};</script>
</head>
<body>
<nav class="meny"><ul><li><a href="/">Start</a></li><li><a href="/moten">Möten</a></li></ul></nav>
<main>
{body}
</main>
<footer class="fot"><p>Exempel på en handling, omskriven. Inte en officiell handling.</p></footer>
</body>
</html>
"""


def page(source: Source) -> str:
    """The whole page."""
    template = _PORTAL if source.field("portal") else _PLAIN
    return template.format(title=escape(source.field("title")), body="\n".join(map(block, source.blocks)))


def block(one: Block) -> str:
    """One block."""
    if one.kind == "heading":
        return f"<h{one.level}>{inline(one.text)}</h{one.level}>"
    if one.kind == "bullets":
        return _lines("ul", (f"<li>{inline(row[0])}</li>" for row in one.rows))
    if one.kind == "points":
        start = "" if one.rows[0][0] == "1" else f' start="{one.rows[0][0]}"'
        return _lines("ol", (f"<li>{inline(row[1])}</li>" for row in one.rows), start)
    if one.kind == "table":
        return _lines("table", (f"<tr>{''.join(f'<td>{inline(cell)}</td>' for cell in row)}</tr>" for row in one.rows))
    if one.kind in {"text", "number"}:
        return f"<p>{inline(one.text)}</p>"
    if one.kind == CONTENTS:
        raise ValueError("a list of contents needs pages: only PDF and DOCX have it")
    return ""


def inline(text: str) -> str:
    """Words with their marks; characters that are not seen are written as entities."""
    marked = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", escape(text, quote=False))
    for char, entity in (("\u00a0", "&nbsp;"), ("\u00ad", "&shy;"), ("\u2011", "&#8209;")):
        marked = marked.replace(char, entity)
    return marked


def _lines(tag: str, rows: Iterable[str], attributes: str = "") -> str:
    return "\n".join((f"<{tag}{attributes}>", *rows, f"</{tag}>"))
