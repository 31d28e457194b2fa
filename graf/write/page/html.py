"""One page as one file: templates with escaping on, scripts and style inlined, a policy that forbids all else.

The words of documents are hostile until shown as text. Three things stand between them and the browser:
Jinja escapes what stands in the page, ``as_json`` escapes what the script reads, and the policy
runs no script and no style whose hash is not named. vis-network needs no exception: it
sets styles through the CSSOM, which a policy of hashes allows.
"""

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from graf.keys import case_key
from graf.write.page.facts import percent, place
from graf.write.page.overview import registered
from graf.write.picture.scene import branch_id, line_id
from graf.write.picture.words import Words

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
def _environment() -> Environment:
    made = Environment(
        loader=FunctionLoader(asset), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {
        "case_key": case_key,
        "line_id": line_id,
        "branch_id": branch_id,
        "percent": percent,
        "registered": registered,
    }
    return made


def render(template: str, words: Words, scripts: tuple[str, ...], data: Any, **context: Any) -> str:
    """Fill a template; the last script reads ``data``."""
    style = asset("page.css")
    return (
        _environment()
        .get_template(template)
        .render(
            w=words,
            ui=words.ui,
            place=lambda evidence: place(evidence, words),
            policy=policy(scripts, style),
            style=Markup(style),
            scripts=[Markup(script) for script in scripts],
            data=Markup(as_json(data)),
            **context,
        )
    )
