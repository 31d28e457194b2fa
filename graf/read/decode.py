"""Bytes to text: UTF-8, UTF-16 and Windows-1252, told apart by fixed rules.

A guesser that weighs letters is wrong now and then on a short Swedish text, and nobody can say why;
these rules look only at byte order marks, at where the NULs stand, and at whether UTF-8 holds.
"""

import codecs
import re

# Python's cp1252 refuses five bytes; browsers map them to the control character of the same number.
_CP1252 = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256))

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HEAD = 4096
_MIXED = "graf-cp1252"

# No text holds these, and XML cannot: all of C0 but tab, line feed, form feed, carriage return; two non-characters.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_CONTROL_BYTES = bytes(code for code in range(128) if _CONTROLS.match(chr(code)))
_CONTROLS_IN_TEXT = 1 / 30
"""The largest share of control characters in a text; in random bytes it is one in nine."""


def _one_byte_as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _CP1252[error.object[error.start]], error.start + 1


codecs.register_error(_MIXED, _one_byte_as_cp1252)


def decode(content: bytes) -> str:
    r"""The text of ``content``: no byte order mark, line ends as ``\n``, stray control characters as U+FFFD.

    >>> decode("Ärende å\r\n".encode("cp1252"))
    'Ärende å\n'
    """
    text = _decoded(content)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub("\ufffd", text) if _may_hold_controls(content, text) else text


def _may_hold_controls(content: bytes, text: str) -> bool:
    """Whether a slow search for them is worth its time: to ask for each byte by itself is forty times faster."""
    return any(map(content.__contains__, _CONTROL_BYTES)) or "\ufffe" in text or "\uffff" in text


def is_text(head: bytes) -> bool:
    """Whether the first bytes of a file are text in one of the encodings: few control characters."""
    text = _decoded(head)
    return len(_CONTROLS.findall(text)) <= len(text) * _CONTROLS_IN_TEXT


def _decoded(content: bytes) -> str:
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, _MIXED if name == "utf-8" else "replace")
    if unmarked := _utf16_by_nuls(content[:_HEAD]):
        return content.decode(unmarked, "replace")
    return _eight_bits(content)


def _utf16_by_nuls(head: bytes) -> str | None:
    """UTF-16 without a mark: Latin letters have a NUL as every other byte, and no text has both."""
    first, second = head[::2].count(0), head[1::2].count(0)
    enough = len(head) // 2 * 0.4
    if second > enough and second > 8 * first:
        return "utf-16-le"
    if first > enough and first > 8 * second:
        return "utf-16-be"
    return None


def _eight_bits(content: bytes) -> str:
    """UTF-8 if it holds; UTF-8 with odd bytes if it mostly holds (a cut or pasted file); else Windows-1252."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        kept = content.decode("utf-8", "ignore")
    sequences = len(kept) - len(kept.encode("ascii", "ignore"))
    sequence_bytes = len(kept.encode("utf-8")) - (len(kept) - sequences)
    high_bytes = len(content) - len(content.translate(None, bytes(range(128, 256))))
    odd_bytes = high_bytes - sequence_bytes
    if sequences > odd_bytes:
        return content.decode("utf-8", _MIXED)
    return codecs.charmap_decode(content, "strict", _CP1252)[0]
