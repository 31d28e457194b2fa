"""The words by which graf knows a code in a text, as hidden labels: from the tables that it reads texts with."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from rdflib import URIRef

from graf import __version__
from graf.tables import actions, document_kinds, relations
from graf.vocab import DOCUMENT_KINDS, code

_HEAD = f"""# Made by graf.publish from the tables of the code; not to be edited. `make ontology` writes it anew.
# Each code with the words by which graf knows it in a text, one of every written form, as they stand in the examples
# of graf/tables. The patterns there find inflections and words between, too.

@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

<https://w3id.org/graf/cues> a owl:Ontology ;
  dcterms:title "graf: ledord"@sv , "graf: cue phrases"@en ;
  dcterms:license <https://creativecommons.org/publicdomain/zero/1.0/> ;
  owl:versionIRI <https://w3id.org/graf/cues/{__version__}> ;
  owl:versionInfo "{__version__}" .
"""


def cues_text() -> str:
    """The file of cue phrases, as Turtle."""
    return _HEAD + "".join(_block(concept, words) for concept, words in sorted(cue_phrases().items()))


def _block(concept: URIRef, words: Iterable[str]) -> str:
    labels = " ,\n    ".join(f"{json.dumps(word, ensure_ascii=False)}@sv" for word in sorted(words))
    return f"\n<{concept}> skos:hiddenLabel\n    {labels} .\n"


def cue_phrases() -> Mapping[URIRef, set[str]]:
    """Code → the words that tell it, in lower case: of relations, of actions and of kinds of documents."""
    found: dict[URIRef, set[str]] = defaultdict(set)
    for concept, words in _cues():
        if words:
            found[concept].add(words)
    return found


def _cues() -> Iterator[tuple[URIRef, str]]:
    for relation in relations():
        for example in relation.examples:
            yield code("relationstyp", relation.relation), _matched(relation.pattern, example)
    for action in actions():
        for example in (*action.examples, *action.past_examples):
            yield code("akt", action.action), _matched(action.now, example) or _matched(action.past, example)
    for kind in document_kinds():
        for example in kind.examples:
            if kind.name in DOCUMENT_KINDS:
                yield code("handlingstyp", kind.name), _matched(kind.pattern, example)


def _matched(pattern: re.Pattern[str] | None, example: str) -> str:
    """The words of an example that the pattern knows it by."""
    match = pattern.search(example) if pattern else None
    return " ".join(match.group().lower().split()).strip(" ,()") if match else ""
