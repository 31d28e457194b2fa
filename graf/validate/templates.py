"""The IRI of every node against the template of its class, ``ontology/iri-templates.ttl``."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

import rdflib
from pyoxigraph import Store
from rdflib import SH, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from graf.keys import BASE
from graf.ontology import ontology_folder
from graf.validate.findings import Finding, Severity
from graf.validate.material import select

COIN = Namespace("http://purl.org/court/def/2009/coin#")
CHECK = "iri-templates"
_VARIABLE = re.compile(r"\{(\+?)(\w+)\}")
_SAFE = "-._~"


@dataclass(frozen=True, slots=True)
class Slug:
    """How words become a part of an IRI."""

    lower: bool
    replace: tuple[tuple[str, str], ...]
    blank: str | None
    """What stands for all that an IRI cannot hold; None where it is percent-encoded."""

    def __call__(self, words: str) -> str:
        """The words as a part of an IRI."""
        words = words.lower() if self.lower else words
        for old, new in self.replace:
            words = words.replace(old, new)
        if self.blank is None:
            return words
        kept = r"[^a-z0-9]+" if self.lower else r"[^A-Za-z0-9.-]+"
        return re.sub(kept, self.blank, words).strip("-.")


@dataclass(frozen=True, slots=True)
class Binding:
    """Where a variable's value comes from; without ``paths``, what it looks like."""

    variable: str
    paths: tuple[str, ...]
    """SPARQL property paths; the first that leads somewhere counts."""
    pattern: str | None
    slug: Slug | None


@dataclass(frozen=True, slots=True)
class Template:
    """One way to name the nodes of some classes."""

    name: str
    classes: tuple[str, ...]
    text: str
    priority: int
    bindings: tuple[Binding, ...]


def template_findings(store: Store, base: str = BASE) -> Iterator[Finding]:
    """Every node whose IRI is not what its class and properties make it."""
    for kind, found in by_class().items():
        values = {binding: _values(store, kind, binding) for template in found for binding in template.bindings}
        for row in select(store, f"SELECT DISTINCT ?node WHERE {{ ?node a <{kind}> }}"):
            expected = _expected(row["node"], found, values, base)
            if expected is None or not re.fullmatch(expected[1], row["node"]):
                yield _finding(row["node"], expected[0] if expected else found[0])


def _finding(node: str, template: Template) -> Finding:
    message = f"The IRI is not as its template says: {template.text}. Name the node anew, or mend the property it is made of."
    return Finding(Severity.VIOLATION, CHECK, node, message)


Values = dict[Binding, dict[str, str]]


def _expected(node: str, found: Iterable[Template], values: Values, base: str) -> tuple[Template, str] | None:
    """The first template for which all is known, and the pattern its IRI then has."""
    for template in found:
        parts = {b.variable: _part(node, b, values, f"{{+{b.variable}}}" in template.text) for b in template.bindings}
        known = {name: part for name, part in parts.items() if part is not None}
        if len(known) == len(parts):
            return template, _filled(template.text, known, base)
    return None


def _filled(text: str, parts: dict[str, str], base: str) -> str:
    whole = text if text.startswith(("http", "{+")) else base + text
    pieces = re.split(r"(\{\+?\w+\})", whole)
    return "".join(f"(?:{parts[m[2]]})" if (m := _VARIABLE.fullmatch(piece)) else re.escape(piece) for piece in pieces)


def _part(node: str, binding: Binding, values: Values, whole: bool) -> str | None:
    """What a variable must be for a node, as a pattern; None where nothing says it."""
    if not binding.paths:
        return binding.pattern or "[^/]+"
    value = values[binding].get(node)
    if value is None:
        return None
    picked = re.search(binding.pattern, value) if binding.pattern else None
    if binding.pattern and not picked:
        return None
    value = picked[1] if picked else value
    if whole:
        return re.escape(value)
    value = value.rsplit("/", 1)[1] if value.startswith("http") else value
    return re.escape(quote(binding.slug(value) if binding.slug else value, safe=_SAFE))


def _values(store: Store, kind: str, binding: Binding) -> dict[str, str]:
    """Node → the value its binding leads to, the first in order of the alphabet where there are several."""
    found: dict[str, str] = {}
    for path in reversed(binding.paths):
        rows = select(store, f"SELECT ?node ?value WHERE {{ ?node a <{kind}> ; {path} ?value }}")
        found |= dict(sorted(((row["node"], row["value"]) for row in rows), reverse=True))
    return found


# --- the file of templates ----------------------------------------------------------------------


@cache
def by_class() -> dict[str, tuple[Template, ...]]:
    """Class → its templates, the first to be tried first."""
    made = sorted(_templates(), key=lambda template: (-template.priority, template.name))
    classes = sorted({kind for template in made for kind in template.classes})
    return {kind: tuple(template for template in made if kind in template.classes) for kind in classes}


def _templates() -> Iterator[Template]:
    data = rdflib.Graph().parse(ontology_folder() / "iri-templates.ttl")
    for node, text in data.subject_objects(COIN.uriTemplate):
        yield Template(
            str(node).rsplit("#", 1)[1],
            tuple(sorted(map(str, data.objects(node, COIN.forType)))),
            str(text),
            int(str(data.value(node, COIN.priority) or 0)),
            tuple(sorted((_binding(data, b) for b in data.objects(node, COIN.binding)), key=lambda b: b.variable)),
        )


def _binding(data: rdflib.Graph, node: Node) -> Binding:
    pattern, slug = data.value(node, SH.pattern), data.value(node, COIN.slugFrom)
    return Binding(
        str(data.value(node, COIN.variable)),
        tuple(sorted(_path(data, path) for path in data.objects(node, SH.path))),
        str(pattern) if pattern else None,
        _slug(data, slug) if slug else None,
    )


def _path(data: rdflib.Graph, node: Node) -> str:
    """A SHACL path as SPARQL writes it."""
    if isinstance(node, URIRef):
        return f"<{node}>"
    inverse = data.value(node, SH.inversePath)
    if inverse is not None:
        return f"^{_path(data, inverse)}"
    return "/".join(_path(data, step) for step in Collection(data, node))


def _slug(data: rdflib.Graph, node: Node) -> Slug:
    pairs = (str(row).split(" ") for row in data.objects(node, COIN["replace"]))
    blank = data.value(node, COIN.spaceReplacement)
    return Slug(
        (node, COIN.apply, COIN.ToLowerCase) in data,
        tuple(sorted((old, new) for old, new in pairs)),
        str(blank) if blank is not None else None,
    )


def examples() -> Iterator[tuple[Template, str]]:
    """Every template with each of its examples."""
    data = rdflib.Graph().parse(ontology_folder() / "iri-templates.ttl")
    named = {template.name: template for found in by_class().values() for template in found}
    for node in data.subjects(COIN.uriTemplate, None):
        for example in data.objects(node, rdflib.SKOS.example):
            yield named[str(node).rsplit("#", 1)[1]], str(example)
