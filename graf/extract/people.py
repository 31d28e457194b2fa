"""People in public roles, as a protocol lists them: elected members with party, secretaries and officials with role.

Names stand only where a document itself lists who was present, signs, or speaks for a party; a private person
who happens to be named in a text is never looked for.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from graf.extract.context import Context
from graf.model import PersonMention, Span
from graf.tables import cue


def find_people(context: Context) -> tuple[PersonMention, ...]:
    """The people of a document, in order, each once per place and role."""
    found: dict[int, PersonMention] = {}
    for person in _people(context):
        # A field tells the role; the list whose form it has may take the role for a name: "Ordförande Vera Alm (S)".
        first = found.get(person.span.end, person)
        found[person.span.end] = replace(first, party=first.party or person.party, role=first.role or person.role)
    return tuple(sorted(found.values(), key=lambda person: person.span))


def _people(context: Context) -> Iterator[PersonMention]:
    for match in cue("person-field").finditer(context.text):
        yield _person(context, match, match["party"], match["role"].lower())
    for match in cue("person-listed").finditer(context.text):
        role = match["role"] or match["title"]
        if match["party"] or context.section(match.start()).kind in {"masthead", "attendance"}:
            yield _person(context, match, match["party"], role.lower() if role else None)


def _person(context: Context, match: re.Match[str], party: str | None, role: str | None) -> PersonMention:
    span: Span = context.original(Span(*match.span("name")))
    return PersonMention(match["name"], party, role, span, context.item(match.start()))
