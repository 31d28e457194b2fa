"""The four encodings, told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graf.read.decode import decode, is_text

SWEDISH = "Ärende STK-2016-796: Kommunstyrelsen gav i maj 2016 i uppdrag åt förvaltningen – ”snarast” – à 5 €.\n"

# No control characters (they become U+FFFD) and no carriage return (it becomes a line feed).
ANY = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff") | st.just("\n")
)
# No two of these, side by side in Windows-1252, look like one letter in UTF-8, as "Ä§" does.
SWEDISH_LETTERS = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzABCXYZ 0123456789-/.,:()\n\tåäöÅÄÖéü"), min_size=1)


@given(ANY)
def test_utf8_reads_back(text: str) -> None:
    assert decode(text.encode("utf-8")) == text


@given(ANY)
def test_utf8_with_a_mark_reads_back_without_it(text: str) -> None:
    assert decode(text.encode("utf-8-sig")) == text


@given(ANY, st.sampled_from(["le", "be"]))
def test_utf16_with_a_mark_reads_back(text: str, order: str) -> None:
    assert decode(f"\ufeff{text}".encode(f"utf-16-{order}")) == text


@given(SWEDISH_LETTERS, st.sampled_from(["le", "be"]))
def test_utf16_without_a_mark_reads_back_where_the_letters_are_latin(text: str, order: str) -> None:
    assert decode(text.encode(f"utf-16-{order}")) == text


@given(SWEDISH_LETTERS)
def test_windows_1252_reads_back(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


@given(st.binary())
def test_any_bytes_decode_to_a_text_that_utf8_and_xml_can_hold(content: bytes) -> None:
    text = decode(content)
    assert text.encode("utf-8").decode("utf-8") == text
    assert not any(ord(c) < 32 and c not in "\t\n\f" for c in text)


CASES = [
    pytest.param(SWEDISH.encode("cp1252"), SWEDISH, id="dash, quotes and euro sign are Windows-1252, not Latin-1"),
    pytest.param(
        b"f\xf6rslag \x81\x8d\x8f\x90\x9d", "förslag \x81\x8d\x8f\x90\x9d", id="the five bytes that cp1252 leaves undefined"
    ),
    pytest.param("två på ö".encode() + b" \x96 slut", "två på ö – slut", id="a pasted Windows dash does not spoil UTF-8"),
    pytest.param("två på ö".encode()[:-1], "två på Ã", id="UTF-8 cut in the middle of its last letter"),
    pytest.param(
        "”VÄSTRA SJÖ” och gårdar på ö".encode("cp1252"),
        "”VÄSTRA SJÖ” och gårdar på ö",
        id="Ö before a quote mark is like UTF-8",
    ),
    pytest.param(
        b"rad ett\r\nrad tv\xc3\xa5\rrad tre\n", "rad ett\nrad två\nrad tre\n", id="every line end becomes a line feed"
    ),
    pytest.param(b"sida 1\fsida 2", "sida 1\fsida 2", id="form feeds stay"),
    pytest.param(b"ett\x00tv\xc3\xa5", "ett\ufffdtvå", id="a stray control character keeps its place"),
    pytest.param(b"", "", id="nothing"),
    pytest.param("\ufeff".encode("utf-16-le"), "", id="only a byte order mark"),
    pytest.param("\ufeffå".encode("utf-16-le") + b"x", "å\ufffd", id="UTF-16 with a byte too many"),
]


@pytest.mark.parametrize(("content", "expected"), CASES)
def test_decode(content: bytes, expected: str) -> None:
    assert decode(content) == expected


TEXTS = [
    pytest.param(SWEDISH.encode("utf-16-le"), True, id="UTF-16 is text though half its bytes are NUL"),
    pytest.param(SWEDISH.encode("cp1252"), True, id="Windows-1252"),
    pytest.param(b"x" * 100 + b"\x00", True, id="one stray NUL"),
    pytest.param(bytes(1000), False, id="zeros"),
    pytest.param(bytes(range(256)) * 4, False, id="every byte"),
]


@pytest.mark.parametrize(("head", "expected"), TEXTS)
def test_is_text(head: bytes, expected: bool) -> None:
    assert is_text(head) is expected
