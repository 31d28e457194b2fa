"""Answers as text: a table to read, CSV rows, and the W3C's JSON and XML for programs."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from types import MappingProxyType
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from graf.keys import BASE
from graf.query.engine import Answer, Row, Term
from graf.text import squeeze
from graf.vocab import PREFIXES

_WIDEST = 60
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_STRING = f"{PREFIXES['xsd']}string"
_SPARQL = "http://www.w3.org/2005/sparql-results#"


def table(answer: Answer) -> str:
    """Aligned columns to read, long cells cut, IRIs shortened; a graph as Turtle."""
    if answer.truth is not None:
        return "yes\n" if answer.truth else "no\n"
    if answer.is_graph:
        return _graph(answer, RdfFormat.TURTLE)
    rows = [answer.variables, *([_cut(_short(cell)) for cell in row] for row in answer.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "".join("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() + "\n" for row in rows)


def cells(answer: Answer) -> Iterator[list[str]]:
    """The rows of a table for CSV: whole values, IRIs in full, a header first."""
    if answer.truth is not None:
        yield from (["answer"], ["true" if answer.truth else "false"])
        return
    yield list(answer.variables)
    for row in answer.rows:
        yield [_plain(cell) for cell in row]


def as_json(answer: Answer) -> str:
    """SPARQL 1.1 Query Results JSON; a graph as JSON-LD."""
    if answer.is_graph:
        return _graph(answer, RdfFormat.JSON_LD)
    if answer.truth is not None:
        found: dict[str, object] = {"head": {}, "boolean": answer.truth}
    else:
        bindings = [
            {name: _json(cell) for name, cell in zip(answer.variables, row, strict=True) if cell is not None}
            for row in answer.rows
        ]
        found = {"head": {"vars": answer.variables}, "results": {"bindings": bindings}}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def xml(answer: Answer) -> str:
    """SPARQL Query Results XML; a graph as RDF/XML."""
    if answer.is_graph:
        return _graph(answer, RdfFormat.RDF_XML)
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in answer.variables)
    if answer.truth is not None:
        body = f"<boolean>{'true' if answer.truth else 'false'}</boolean>"
    else:
        body = "<results>\n" + "".join(_xml_rows(answer)) + "</results>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="{_SPARQL}"><head>{head}</head>\n{body}\n</sparql>\n'


WRITERS: Final = MappingProxyType[str, Callable[[Answer], str]]({"json": as_json, "table": table, "xml": xml})
"""Every format but CSV, whose cells :func:`cells` gives."""


def _graph(answer: Answer, form: RdfFormat) -> str:
    triples = sorted((Triple(*row) for row in answer.rows), key=str)  # type: ignore[arg-type]
    # The engine would name prefixes in an order of its own, another one each time.
    written = serialize(triples, format=form)
    return (written or b"").decode()


def _plain(cell: Term | None) -> str:
    if cell is None:
        return ""
    return str(cell) if isinstance(cell, Triple) else f"_:{cell.value}" if isinstance(cell, BlankNode) else cell.value


def _short(cell: Term | None) -> str:
    plain = _plain(cell)
    if not isinstance(cell, NamedNode):
        return plain
    if plain.startswith(f"{BASE}id/"):
        return plain.removeprefix(f"{BASE}id/")
    return next((f"{p}:{plain[len(n) :]}" for p, n in PREFIXES.items() if plain.startswith(n)), plain)


def _cut(words: str) -> str:
    # A terminal obeys control characters, and these words come from documents.
    line = squeeze(_CONTROL.sub("\ufffd", words))
    return line if len(line) <= _WIDEST else f"{line[: _WIDEST - 1]}…"


def _json(cell: Term) -> dict[str, object]:
    if isinstance(cell, NamedNode):
        return {"type": "uri", "value": cell.value}
    if isinstance(cell, Literal):
        more: dict[str, object] = {"xml:lang": cell.language} if cell.language else {"datatype": cell.datatype.value}
        return {"type": "literal", "value": cell.value} | ({} if more.get("datatype") == _STRING else more)
    return {"type": "bnode", "value": _plain(cell)}


def _xml_rows(answer: Answer) -> Iterable[str]:
    for row in answer.rows:
        yield f"<result>{''.join(_xml_cells(answer.variables, row))}</result>\n"


def _xml_cells(variables: Iterable[str], row: Row) -> Iterator[str]:
    for name, cell in zip(variables, row, strict=True):
        if cell is not None:
            yield f"<binding name={quoteattr(name)}>{_xml(cell)}</binding>"


def _xml(cell: Term) -> str:
    words = escape(_CONTROL.sub("\ufffd", _plain(cell)))
    if isinstance(cell, NamedNode):
        return f"<uri>{words}</uri>"
    if not isinstance(cell, Literal):
        return f"<bnode>{words}</bnode>"
    if cell.language:
        return f"<literal xml:lang={quoteattr(cell.language)}>{words}</literal>"
    kind = "" if cell.datatype.value == _STRING else f" datatype={quoteattr(cell.datatype.value)}"
    return f"<literal{kind}>{words}</literal>"
