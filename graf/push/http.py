"""Requests to a store, and what its answers mean to a user."""

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from graf import __version__
from graf.errors import MissingExtraError, PushError

if TYPE_CHECKING:
    from requests import Response, Session

_PATIENCE = (10.0, 600.0)
"""Seconds to wait for a connection, and for an answer."""
_MEANINGS = {
    401: "the store wants a name and a password: give --user, and the password in GRAF_PASSWORD",
    403: "the store does not let this user write",
    404: "there is no such place in the store; see its manual for the address of its graph store or its updates",
    405: "this address takes no such request; try --via update, or --via store",
    413: "the store takes no batches of this size; try a smaller --batch",
    415: "the store does not know the format; try --via update",
}


@dataclass(frozen=True, slots=True)
class Access:
    """Who sends; ``digest`` asks for HTTP Digest instead of Basic. A token goes out as Bearer."""

    user: str | None = None
    password: str | None = None
    token: str | None = None
    digest: bool = False


class Connection:
    """A line to one store that is kept open between requests."""

    def __init__(self, session: "Session", failures: tuple[type[Exception], ...]) -> None:
        self._session, self._failures = session, failures

    def request(self, method: str, url: str, content: bytes | None, form: str | None, params: dict[str, str]) -> None:
        """Send one request.

        Raises:
            PushError: The store cannot be reached, or does not take it.
        """
        headers = {"Content-Type": form} if form else {}
        try:
            answer = self._session.request(
                method, url, data=content, params=params, headers=headers, timeout=_PATIENCE, allow_redirects=False
            )
        except self._failures as error:
            raise PushError(f"{_place(url)} does not answer ({type(error).__name__}); is the store running?") from error
        if not 200 <= answer.status_code < 300 and not (method == "DELETE" and answer.status_code == 404):
            raise PushError(f"{_place(url)} answered {answer.status_code}: {_meaning(answer)}")

    def close(self) -> None:
        """Hang up."""
        self._session.close()


def connect(url: str, access: Access) -> Connection:
    """A connection to a store, which asks nothing before the first request.

    Raises:
        PushError: The address is not one of the web.
        MissingExtraError: The library that speaks HTTP is not installed.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise PushError(f"{_place(url)} is no address of a store; it begins with http:// or https://")
    if parts.username or parts.password:
        raise PushError("a password does not belong in an address; give --user, and the password in GRAF_PASSWORD")
    try:
        requests = importlib.import_module("requests")
    except ImportError as error:
        raise MissingExtraError("graf push needs requests; install it with: pip install 'graf-lineage[push]'") from error
    session: Session = requests.Session()
    session.trust_env = True
    session.headers["User-Agent"] = f"graf/{__version__}"
    if access.token:
        session.headers["Authorization"] = f"Bearer {access.token}"
    elif access.user:
        kind = requests.auth.HTTPDigestAuth if access.digest else requests.auth.HTTPBasicAuth
        # The library writes text as Latin-1, which not every password fits; RFC 7617 prefers UTF-8.
        session.auth = (
            kind(access.user.encode(), (access.password or "").encode())
            if not access.digest
            else kind(access.user, access.password or "")
        )
    return Connection(session, (requests.RequestException,))


def _place(url: str) -> str:
    """An address without what may be secret in it."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.hostname or ''}{f':{parts.port}' if parts.port else ''}{parts.path}"


def _meaning(answer: "Response") -> str:
    if 300 <= answer.status_code < 400:
        return "the store is elsewhere; give the address it moved to"
    said = " ".join(answer.text.split())[:200]
    return _MEANINGS.get(answer.status_code) or said or "without a word of why"
