"""The one place where nodes get their keys, and so their IRIs.

A key is the path of an IRI below ``{base}/id/``: ``arende/1280/STK-2016-796``. Keys hold no
character that needs escaping in a Turtle prefixed name after the last slash.
"""

import hashlib
import re
from urllib.parse import quote

from graf.model import CaseId, DateExpression, Evidence

BASE = "https://w3id.org/graf/"

# lagen.nu's COIN space: å→aa, ä→ae, ö→oe, é→e
_LETTERS = str.maketrans(
    {"å": "aa", "ä": "ae", "ö": "oe", "é": "e", "ü": "u", "Å": "AA", "Ä": "AE", "Ö": "OE", "É": "E", "Ü": "U"}
)
_BETWEEN, _BETWEEN_PARTS = re.compile(r"[^a-z0-9]+"), re.compile(r"[^A-Za-z0-9.-]+")


def slug(words: str) -> str:
    """A lower-case ASCII name for an IRI.

    >>> slug("Södermalms stadsdelsnämnd")
    'soedermalms-stadsdelsnaemnd'
    """
    return _BETWEEN.sub("-", words.lower().translate(_LETTERS)).strip("-") or "okand"


def case_key(case: CaseId) -> str:
    """The key of a case.

    >>> case_key(CaseId("1280", "STK-2016-796"))
    'arende/1280/STK-2016-796'
    """
    tail = _BETWEEN_PARTS.sub("-", case.key.translate(_LETTERS)).strip("-.")
    return f"arende/{case.municipality}/{tail}"


def body_key(municipality: str, body: str) -> str:
    """The key of a body.

    >>> body_key("1280", "Kommunstyrelsen")
    'organ/1280/kommunstyrelsen'
    """
    return f"organ/{municipality}/{slug(body)}"


def decision_key(
    municipality: str, case: CaseId | None, body: str | None, when: DateExpression | None, paragraph: str | None, evidence: str
) -> str:
    """The key of a decision: body, day and § where all three are known, else what is known of them.

    ``evidence`` is the last resort, so that two unknown decisions never become one.
    """
    if body and when and paragraph and when.earliest == when.latest:
        tail = f"{slug(body)}-{when.edtf}-p{slug(paragraph)}"
        return f"beslut/{municipality}/{tail}"
    parts = [case_key(case).rsplit("/", 1)[1]] if case else []
    parts += [slug(body)] if body else []
    parts += [re.sub(r"[^0-9-]+", "-", when.edtf).strip("-")] if when else []
    if not (case and when):
        parts.append(digest(evidence))
    return f"beslut/{municipality}/{'-'.join(parts)}"


def meeting_key(municipality: str, body: str, when: DateExpression) -> str | None:
    """The key of a meeting: body and day; None where the day is not known.

    >>> from datetime import date
    >>> meeting_key("1280", "Kommunstyrelsen", DateExpression("2016-08-17", date(2016, 8, 17), date(2016, 8, 17)))
    'sammantrade/1280/kommunstyrelsen-2016-08-17'
    """
    return f"sammantrade/{municipality}/{slug(body)}-{when.edtf}" if when.earliest == when.latest else None


def digest(*parts: str) -> str:
    """Twelve hex digits that depend on the parts alone."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def iri(key: str, base: str = BASE) -> str:
    """The IRI of a key.

    >>> iri("arende/1280/STK-2016-796")
    'https://w3id.org/graf/id/arende/1280/STK-2016-796'
    """
    return f"{base}id/{key}"


def place_link(evidence: Evidence) -> str:
    """A link, relative to the SOURCE of the document, that opens the file at the words where its format can be opened so.

    >>> place_link(Evidence("Protokoll maj.pdf", 0, 3, "Ord", page=3))
    'Protokoll%20maj.pdf#page=3'
    """
    at_page = f"#page={evidence.page}" if evidence.page and evidence.document.lower().endswith(".pdf") else ""
    return quote(evidence.document) + at_page
