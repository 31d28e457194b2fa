"""Every quote as a W3C Web Annotation: the statement is the body, the words in their text the target.

The form is that of the Web Annotation Data Model, an annotation page whose context tools know by its address. A quote is
selected twice, by its words and by its place; places count characters of the text as read, which the source names by digest.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby

from pyoxigraph import Literal, QuerySolution, QuerySolutions, Store

from graf.keys import iri
from graf.model import CaseGraph
from graf.rdf import to_store
from graf.vocab import PREFIXES

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_QUOTES = """
SELECT DISTINCT ?statement ?words ?source ?exact ?before ?after ?start ?end WHERE {
  ?statement graf:evidence ?words .
  ?words oa:hasSource ?source ; oa:exact ?exact ; oa:start ?start ; oa:end ?end .
  OPTIONAL { ?words oa:prefix ?before }
  OPTIONAL { ?words oa:suffix ?after }
} ORDER BY ?statement ?words ?exact ?before ?after
"""


def write(graph: CaseGraph) -> Iterator[tuple[str, Iterable[str]]]:
    """The one file of this format."""
    yield "annotations.jsonld", _pieces(to_store(graph))


def _pieces(store: Store) -> Iterator[str]:
    head = {"@context": CONTEXT, "id": iri("belagg"), "type": "AnnotationPage"}
    yield f'{json.dumps(head)[:-1]}, "items": ['
    comma = "\n"
    found = store.query(_QUOTES, prefixes=dict(PREFIXES))
    assert isinstance(found, QuerySolutions)
    for _, rows in groupby(found, key=lambda row: (row["statement"], row["words"])):
        yield comma + json.dumps(_annotation(next(rows)), ensure_ascii=False)
        comma = ",\n"
    yield "\n]}\n"


def _annotation(row: QuerySolution) -> dict[str, object]:
    statement, words = _words(row, "statement"), _words(row, "words")
    quote = {"type": "TextQuoteSelector", "exact": _words(row, "exact")}
    quote |= {name: found for name, found in (("prefix", _words(row, "before")), ("suffix", _words(row, "after"))) if found}
    place = {"type": "TextPositionSelector", "start": int(_words(row, "start")), "end": int(_words(row, "end"))}
    return {
        "id": f"{statement}#{words.rsplit('/', 1)[-1].replace('#char=', '-')}",
        "type": "Annotation",
        "motivation": "linking",
        "body": statement,
        "target": {"source": _words(row, "source"), "selector": [quote, place]},
    }


def _words(row: QuerySolution, name: str) -> str:
    cell = row[name]
    return "" if cell is None else cell.value if isinstance(cell, Literal) else str(cell).strip("<>")
