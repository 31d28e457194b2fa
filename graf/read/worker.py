"""The process that reads PDF, Word and HTML files for :mod:`graf.read.apart`: ``python -m graf.read.worker``."""

import json
import os
import struct
import sys
from collections.abc import Callable
from functools import partial
from typing import BinaryIO

from graf.errors import UnreadableDocumentError
from graf.read import docx, html, pdf
from graf.read.apart import MEMORY
from graf.read.pdf import scans

FORMATS: dict[str, Callable[[bytes], str]] = {
    "docx": docx.read,
    "html": html.read,
    "pdf": pdf.read,
    "pdf-ocr": partial(pdf.read, recognise=scans.recognised),
}

if sys.platform == "linux":
    import resource

_LENGTH = struct.Struct("<Q")


def answer(name: str, content: bytes) -> tuple[str, str]:
    """Nothing and the text of a file, or the kind and the message of what is wrong with it."""
    try:
        return "", FORMATS[name](content)
    except UnreadableDocumentError as error:
        return error.kind, str(error)
    except MemoryError:
        return "too-large", "the file needs more memory than graf gives one file: split it into documents"


def _bound_memory() -> None:
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _taken(pipe: BinaryIO) -> bytes | None:
    length = pipe.read(_LENGTH.size)
    return pipe.read(_LENGTH.unpack(length)[0]) if len(length) == _LENGTH.size else None


def serve(asked: BinaryIO, answers: BinaryIO) -> None:
    """Answer until nobody asks any more."""
    while (name := _taken(asked)) is not None and (content := _taken(asked)) is not None:
        packed = json.dumps(answer(name.decode("ascii"), content), ensure_ascii=False).encode("utf-8", "replace")
        answers.write(_LENGTH.pack(len(packed)) + packed)
        answers.flush()


if __name__ == "__main__":
    _bound_memory()
    # What a library prints must not get between the answers.
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)
        serve(sys.stdin.buffer, answers)
