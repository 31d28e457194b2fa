"""The ways from a page to the documents it quotes, for a user who says where these lie.

An output does not depend on where folders lie, so a page without that word names its documents and links to none.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

from graf.errors import GrafError
from graf.keys import place_link
from graf.model import Document, Evidence

_SCHEMES = frozenset({"http", "https", "file"})


@dataclass(frozen=True, slots=True)
class Links:
    """What to write into ``href``: by the name of a document, what stands before its name there."""

    before: Mapping[str, str] = field(default_factory=dict)

    def to(self, evidence: Evidence) -> str:
        """The way to the words, at their page in a PDF; nothing where the document's place is not known.

        >>> Links({"Protokoll maj.pdf": "../papers/"}).to(Evidence("Protokoll maj.pdf", 0, 3, "Ord", page=3))
        '../papers/Protokoll%20maj.pdf#page=3'
        """
        before = self.before.get(evidence.document)
        return "" if before is None else before + place_link(evidence)

    def to_document(self, name: str) -> str:
        """The way to a document as a whole."""
        return self.to(Evidence(name, 0, 0, ""))


NO_LINKS = Links()


def links_from(folder: Path, documents: Iterable[Document], wheres: Sequence[str]) -> Links:
    """The links of a page that lies in ``folder``.

    Args:
        folder: Where the page is to be written; it need not exist.
        documents: Those that the page may quote.
        wheres: Folders or web addresses below which the documents have their names, in order of trust. A document gets the
            first folder that holds it; a web address is believed to hold all.

    Raises:
        GrafError: One of them is neither.
    """
    places = [(Path(where) if "://" not in where else None, _before(folder, where)) for where in wheres]
    return Links(
        {
            one.name: before
            for one in documents
            if (before := next((way for root, way in places if root is None or _holds(root, one.name)), None)) is not None
        }
    )


def _before(folder: Path, where: str) -> str:
    if "://" in where:
        parts = urlsplit(where)
        if parts.scheme not in _SCHEMES or parts.query or parts.fragment:
            raise GrafError(f"{where} is no address that documents can lie below: name a folder, or https://HOST/FOLDER/")
        return where.rstrip("/") + "/"
    if not Path(where).is_dir():
        raise GrafError(f"{where} is no folder: name the one that the documents were read from, or a web address")
    return _relative(os.path.realpath(where), os.path.realpath(folder))


def _relative(to: str, start: str) -> str:
    try:
        way = Path(os.path.relpath(to, start)).as_posix()
    except ValueError:  # on Windows, two drives
        return Path(to).as_uri().rstrip("/") + "/"
    return quote(way).rstrip("/") + "/"


def _holds(root: Path, name: str) -> bool:
    try:
        return (root / name).is_file()
    except (OSError, ValueError):
        return False
