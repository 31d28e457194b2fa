"""Formats that are read in another process, so that a damaged or malicious file ends that process and not the build.

pdfium is native code, and a Word file can unpack to a thousand times its size. The process is started once, asked again
and again through its pipes, and ended when a file takes too long; the next file gets a new one.
"""

import atexit
import json
import os
import struct
import subprocess
import sys
import threading
from dataclasses import dataclass

from graf.errors import UnreadableDocumentError

SECONDS = 120.0
"""For one file: a PDF of 2,000 pages takes some 20."""
OCR_SECONDS = 3_600.0
"""The same where pages are recognised, which takes some five seconds each."""
MEMORY = 800_000_000
"""Bytes of address space of the reading process, where the system can bound it (Linux)."""

# Not multiprocessing: that runs a user's own script a second time. -P: a file beside the user is no module.
_COMMAND = (sys.executable, "-P", "-m", "graf.read.worker")
_LENGTH = struct.Struct("<Q")

_SLOW = "reading it took more than {:g} seconds, so it was given up: it is damaged or made to do harm; fetch it again"
_DIED = "the file brought its reader down: it is damaged or made to do harm; fetch it again, or print it to PDF anew"


@dataclass(slots=True)
class _Worker:
    """A running reader, and the process that started it: a fork must not use its parent's pipes."""

    process: subprocess.Popen[bytes]
    owner: int


_running: list[_Worker] = []
_lock = threading.Lock()


def read(name: str, content: bytes, seconds: float = SECONDS) -> str:
    """Have a file read as a format of :data:`graf.read.worker.FORMATS`.

    Raises:
        UnreadableDocumentError: What the reader says of it; or it took too long, or brought the reader down.
    """
    with _lock:
        worker = _worker()
        late = threading.Event()
        timer = threading.Timer(seconds, _end_late, (worker.process, late))
        timer.start()
        try:
            answer = _asked(worker.process, name, content)
        finally:
            timer.cancel()
        if answer is None:
            close()
            raise UnreadableDocumentError(*(("too-slow", _SLOW.format(seconds)) if late.is_set() else ("broken", _DIED)))
    if isinstance(answer, str):
        return answer
    raise UnreadableDocumentError(*answer)


def close() -> None:
    """End the reader, if one runs; the next file starts another."""
    for worker in _running:
        if worker.owner == os.getpid():
            worker.process.kill()
            worker.process.communicate()
    _running.clear()


atexit.register(close)


def _worker() -> _Worker:
    if _running and _running[0].owner == os.getpid() and _running[0].process.poll() is None:
        return _running[0]
    close()
    process = subprocess.Popen(
        _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
    )
    _running.append(_Worker(process, os.getpid()))
    return _running[0]


def _environment() -> dict[str, str]:
    """The process finds the same packages, and nothing in the folder the user stands in."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}


def _end_late(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _asked(process: subprocess.Popen[bytes], name: str, content: bytes) -> str | tuple[str, str] | None:
    """The answer; None where the process ended without one."""
    if process.stdin is None or process.stdout is None:
        return None
    try:
        process.stdin.write(_LENGTH.pack(len(name)) + name.encode("ascii") + _LENGTH.pack(len(content)))
        process.stdin.write(content)
        process.stdin.flush()
    except OSError:
        return None
    length = process.stdout.read(_LENGTH.size)
    if len(length) < _LENGTH.size:
        return None
    packed = process.stdout.read(_LENGTH.unpack(length)[0])
    return _unpacked(packed) if len(packed) == _LENGTH.unpack(length)[0] else None


def _unpacked(packed: bytes) -> str | tuple[str, str]:
    """A text, or a kind and its message; JSON, for a pickle from a process that a file took over could do harm here."""
    kind, said = json.loads(packed)
    return (kind, said) if kind else said
