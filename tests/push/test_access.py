"""Who sends: what goes over the line, and what is told when the store does not let in."""

import hashlib
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from graf.errors import PushError
from graf.push import Access, connect

NONCE = "dcd98b7102dd2f0e8b11d0f600bfb0c093"


class Door(BaseHTTPRequestHandler):
    """Lets anna in, by the kind of proof that its path names, and sends others away."""

    def do_PUT(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        said = self.headers.get("Authorization") or ""
        wanted = {"/basic": "Basic YW5uYTpow6RtbGln", "/token": "Bearer abc"}.get(self.path.split("?")[0])
        opened = said == wanted or (self.path.startswith("/digest") and self.proves(said))
        self.send_response(307 if self.path.startswith("/moved") else 204 if opened else 401)
        if self.path.startswith("/digest"):
            self.send_header("WWW-Authenticate", f'Digest realm="r", nonce="{NONCE}", qop="auth", algorithm=MD5')
        self.send_header("Location", "http://127.0.0.1:9/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def proves(self, said: str) -> bool:
        """Whether the answer is the one of RFC 7616 for anna's password."""
        parts = dict(re.findall(r'(\w+)="?([^",]+)', said.removeprefix("Digest ")))
        secret, asked = (hashlib.md5(words.encode()).hexdigest() for words in ("anna:r:hämlig", f"PUT:{self.path}"))
        middle = (NONCE, parts.get("nc", ""), parts.get("cnonce", ""), "auth")
        return parts.get("response") == hashlib.md5(":".join((secret, *middle, asked)).encode()).hexdigest()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def door() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Door) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def put(path: str, access: Access) -> None:
    with door() as url:
        connection = connect(f"{url}/{path}", access)
        connection.request("PUT", f"{url}/{path}", b"<a:a> <a:b> <a:c> .", "text/turtle", {"graph": "a:b"})
        connection.close()


@pytest.mark.parametrize(
    ("path", "access"),
    [
        ("basic", Access("anna", "hämlig")),
        ("token", Access(token="abc")),
        ("digest", Access("anna", "hämlig", digest=True)),
    ],
)
def test_who_may_is_let_in(path: str, access: Access) -> None:
    put(path, access)
    with pytest.raises(PushError, match="401: the store wants a name and a password"):
        put(path, Access())


def test_a_wrong_password_is_told_and_not_shown() -> None:
    with pytest.raises(PushError, match="401") as caught:
        put("basic", Access("anna", "fel-lösen"))
    assert "fel-lösen" not in str(caught.value)


def test_a_password_follows_nobody_elsewhere() -> None:
    with pytest.raises(PushError, match="give the address it moved to"):
        put("moved", Access("anna", "hämlig"))
