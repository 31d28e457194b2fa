"""Real stores, started for a test and ended after it."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 30.0
"""Seconds for a store to come up."""


@contextmanager
def oxigraph(place: Path) -> Iterator[str]:
    """An Oxigraph server with a store of its own; gives its address."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    assert program, "the tests need the oxigraph server: pip install oxigraph"
    port = free_port()
    command = (program, "serve", "--location", str(place), "--bind", f"127.0.0.1:{port}")
    with running(command, f"http://127.0.0.1:{port}") as url:
        yield url


@contextmanager
def running(command: tuple[str, ...], url: str, cwd: Path | None = None) -> Iterator[str]:
    """A program that serves, from when it answers until the end of the block."""
    server = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + PATIENCE
        while not answers(url):
            assert server.poll() is None, "the store ended at once"
            assert time.monotonic() < until, "the store does not come up"
            time.sleep(0.05)
        yield url
    finally:
        server.terminate()
        server.wait(PATIENCE)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


def answers(url: str) -> bool:
    """Whether something speaks HTTP there."""
    try:
        urllib.request.urlopen(url, timeout=5).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


@contextmanager
def virtuoso(place: Path) -> Iterator[str]:
    """A Virtuoso with a database of its own; gives its address. Its user is dba, its password dba, and dba may write."""
    program = shutil.which("virtuoso-t")
    assert program
    port, sql = free_port(), free_port()
    parts = {
        "Database": {
            "DatabaseFile": "v.db",
            "ErrorLogFile": "v.log",
            "TransactionFile": "v.trx",
            "xa_persistent_file": "v.pxa",
        },
        "TempDatabase": {"DatabaseFile": "v-temp.db", "TransactionFile": "v-temp.trx"},
        "Parameters": {"ServerPort": f"{sql}", "DirsAllowed": "."},
        "HTTPServer": {"ServerPort": f"{port}"},
    }
    place.mkdir(parents=True, exist_ok=True)
    lines = (f"[{part}]\n" + "".join(f"{name} = {value}\n" for name, value in rows.items()) for part, rows in parts.items())
    (place / "virtuoso.ini").write_text("\n".join(lines), encoding="utf-8")
    with running((program, "-f", "-c", "virtuoso.ini"), f"http://127.0.0.1:{port}", place) as url:
        yield url
