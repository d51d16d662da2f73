"""How the bytes of a text file become words."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.posts.plain import decode, is_text

SAID = "leaf – “tea” and a little more of it"


@pytest.mark.parametrize(
    "data",
    [
        SAID.encode(),
        codecs.BOM_UTF8 + SAID.encode(),
        codecs.BOM_UTF16_LE + SAID.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + SAID.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + SAID.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + SAID.encode("utf-32-be"),
        SAID.encode("utf-16-le"),
        SAID.encode("utf-16-be"),
        SAID.encode("cp1252"),
    ],
    ids=[
        "utf-8",
        "marked utf-8",
        "utf-16-le",
        "utf-16-be",
        "utf-32-le",
        "utf-32-be",
        "unmarked utf-16-le",
        "unmarked utf-16-be",
        "windows-1252",
    ],
)
def test_a_text_is_read_in_the_encoding_it_was_written_in(data: bytes) -> None:
    assert is_text(data)
    assert decode(data) == SAID


def test_latin_1_keeps_its_accents() -> None:
    assert decode("Er trinkt Tee für die Füße, très cher".encode("latin-1")).count("ü") == 2


def test_a_few_broken_characters_do_not_make_utf_8_something_else() -> None:
    data = "Tee für die Füße ".encode() + b"\xff" + " – “kratom”".encode()

    assert decode(data) == "Tee für die Füße \ufffd – “kratom”"


def test_a_character_cut_in_two_by_the_size_limit_is_replaced() -> None:
    assert decode("tea “".encode()[:-1]) == "tea \ufffd"
    assert decode(codecs.BOM_UTF16_LE + b"t\x00e") == "t\ufffd"


def test_nuls_are_dropped_and_the_words_around_them_read() -> None:
    data = b"kra\0tom eases\0\0 pain" + bytes(4096)

    assert is_text(data)
    assert decode(data) == "kratom eases pain"


def test_long_texts_are_put_together_as_they_were() -> None:
    text = "leaf – “tea” " * 20_000

    assert decode(text.encode()) == text
    assert decode(text.encode("utf-16")) == text


@pytest.mark.parametrize(
    "data",
    [
        b"\x7fELF\x02\x01\x01" + bytes(64) + bytes(range(256)) * 16,
        bytes(number * 167 % 256 for number in range(4096)),
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + bytes(range(1, 32)) * 64,
    ],
    ids=["program", "noise", "archive"],
)
def test_what_is_no_text_is_not_taken_for_one(data: bytes) -> None:
    assert not is_text(data)


@given(st.binary(max_size=200))
def test_decoding_never_fails(data: bytes) -> None:
    assert isinstance(decode(data), str)


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=200))
def test_what_was_written_as_utf_8_is_read_as_it_was(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode()) == text
