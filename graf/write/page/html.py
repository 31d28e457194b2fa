"""One page as one file: templates with escaping on, scripts and style inlined, a policy that forbids all else.

The words of documents are hostile until shown as text. Three things stand between them and the browser:
Jinja escapes what stands in the page, ``as_json`` escapes what the script reads, and the policy
runs no script and no style whose hash is not named. vis-network needs no exception: it
sets styles through the CSSOM, which a policy of hashes allows.
"""

import base64
import hashlib
import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from graf.keys import case_key
from graf.model import DecisionPoint, Evidence
from graf.write.page.overview import registered
from graf.write.picture.phrases import Said, joined, phrase, plain
from graf.write.picture.scene import branch_id, line_id
from graf.write.picture.sources import document_and_place, percent, reason_said, rule_said
from graf.write.picture.words import LANGUAGES, Words, words

_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def as_json(value: Any) -> str:
    r"""JSON that may stand in a page: no character of it can end the script element.

    >>> as_json("</script>")
    '"\\u003c/script\\u003e"'
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).translate(_ESCAPES)


def policy(scripts: tuple[str, ...], style: str) -> str:
    """The Content-Security-Policy of a page: nothing but these scripts and this style."""
    allowed = " ".join(_hash(script) for script in scripts)
    return f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def asset(name: str) -> str:
    """A file of this package as text."""
    return files("graf.write.page").joinpath(name).read_text("utf-8").replace("\r\n", "\n")


@cache
def script(*names: str) -> str:
    """Scripts of this package as one, with names of their own."""
    parts = "\n".join(asset(f"script/{name}.js") for name in names)
    return f"(function () {{\n'use strict';\n{parts}}})();\n"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FunctionLoader(asset), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {"case_key": case_key, "line_id": line_id, "branch_id": branch_id, "percent": percent}
    made.filters |= {"by_words": by_words, "registered": registered}
    made.globals |= {
        "joined": joined,
        "phrase": phrase,
        "place": document_and_place,
        "reason_said": reason_said,
        "rule_said": rule_said,
    }
    return made


def by_words(points: Iterable[DecisionPoint]) -> list[tuple[Evidence, list[DecisionPoint]]]:
    """Points in their order, those that rest on the same words together."""
    found: dict[tuple[str, int, int], tuple[Evidence, list[DecisionPoint]]] = {}
    for point in points:
        words_of_it = point.evidence
        found.setdefault((words_of_it.document, words_of_it.start, words_of_it.end), (words_of_it, []))[1].append(point)
    return list(found.values())


def spoken(said: Said, told: Words) -> Markup:
    """A phrase in one language, and what the script needs to say it in another; plain words are only escaped."""
    if isinstance(said, str):
        return escape(said)
    return Markup('<span data-t="{}">{}</span>').format(_compact(said), told.say(said))


def spoken_attribute(name: str, said: Said, told: Words) -> Markup:
    """An attribute, the same way."""
    return Markup('{}="{}" data-t-{}="{}"').format(name, told.say(said), name, _compact(said))


def _compact(said: Said) -> str:
    return json.dumps(plain(said), ensure_ascii=False, separators=(",", ":"))


def render(
    template: str, language: str, scripts: tuple[str, ...], data: dict[str, Any], own_style: str = "", **context: Any
) -> str:
    """Fill a template; the last script reads ``data``, to which the words of every language are added."""
    style, told = f"{asset('page.css')}{own_style}", words(language)
    texts = {"texts": {one: words(one).phrases() for one in LANGUAGES}}
    return (
        _environment()
        .get_template(template)
        .render(
            w=told,
            ui=told.ui,
            say=lambda said: spoken(said, told),
            t=lambda name, *parts: spoken(phrase(f"ui.{name}", *parts), told),
            attribute=lambda which, name: spoken_attribute(which, phrase(f"ui.{name}"), told),
            policy=policy(scripts, style),
            style=Markup(style),
            scripts=[Markup(script) for script in scripts],
            data=Markup(as_json(data | texts)),
            **context,
        )
    )
