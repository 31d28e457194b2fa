"""The page that explains the ontology: one file without scripts, made from the ontology's files."""

from collections.abc import Mapping
from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from graf import __version__
from graf.publish import terms
from graf.vocab import PREFIXES

_TEMPLATE = "page.html"


def page_text() -> str:
    """The page as HTML."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string((files("graf.publish") / _TEMPLATE).read_text(encoding="utf-8"))
    return template.render(**_content()) + "\n"


def _content() -> Mapping[str, object]:
    lists = [(iri, label, codes) for iri, label, codes in terms.code_lists() if not iri.endswith("/relationstyp")]
    return {
        "version": __version__,
        "prefixes": sorted(PREFIXES.items()),
        "classes": terms.classes(),
        "relations": terms.relations(),
        "lists": lists,
        "shapes": tuple(terms.shapes()),
        "versions": tuple(terms.versions()),
        "history": terms.history(),
        "anchor": lambda name: name.replace(":", "-").replace("/", "-"),
        "own": {kind.name for kind in terms.classes()} | {f"kod/{iri.rsplit('/', 1)[1]}" for iri, _, _ in lists},
    }
