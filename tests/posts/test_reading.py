"""From Discord's message to a post: which files are text, and how their bytes become words."""

import codecs
from types import SimpleNamespace
from typing import cast

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.posts import Carrier, Passage, Post, Unread, WhyUnread
from bot.posts.fetch import Fetched, FetchError
from bot.posts.reading import decode, is_text, read


def attachment(filename: str, content_type: str | None = None) -> discord.Attachment:
    """Make what Discord says of a file, as far as it is looked at."""
    return cast("discord.Attachment", SimpleNamespace(filename=filename, content_type=content_type))


def message(content: str, *files: discord.Attachment) -> discord.Message:
    """Make a message in an ordinary channel."""
    said = SimpleNamespace(
        id=1,
        content=content,
        attachments=[*files],
        channel=SimpleNamespace(id=2),
        embeds=[],
        poll=None,
        message_snapshots=[],
    )
    return cast("discord.Message", said)


class Shelf:
    """Files by name; a name that is not there is gone."""

    def __init__(self, **files: bytes) -> None:
        self._files = files

    async def __call__(self, attachment: discord.Attachment) -> Fetched:
        """Return the file. Raises FetchError."""
        stem = attachment.filename.partition(".")[0]
        if stem not in self._files:
            raise FetchError(WhyUnread.GONE)
        return Fetched(self._files[stem], cut=False)

    async def close(self) -> None:
        """Hold nothing open."""


@pytest.mark.parametrize(
    ("filename", "content_type"),
    [
        ("message.txt", None),
        ("message.txt", "text/plain; charset=utf-8"),
        ("MESSAGE.TXT", None),
        ("notes.md", None),
        ("notes.markdown", "application/octet-stream"),
        ("day.log", None),
        ("leaflet", "text/plain"),
        ("leaflet.pdf", "TEXT/PLAIN"),
        ("two.dots.text", None),
    ],
)
def test_text_is_told_by_type_or_ending(filename: str, content_type: str | None) -> None:
    assert is_text(attachment(filename, content_type))


@pytest.mark.parametrize(
    ("filename", "content_type"),
    [
        ("photo.png", "image/png"),
        ("photo.png", None),
        ("clip.mp4", "video/mp4"),
        ("page.html", "text/html; charset=utf-8"),
        ("leaflet", None),
        (".txt.png", None),
        ("txt", None),
        ("archive.txt.zip", "application/zip"),
    ],
)
def test_what_is_not_text_is_left(filename: str, content_type: str | None) -> None:
    assert not is_text(attachment(filename, content_type))


@pytest.mark.parametrize(
    "data",
    [
        "leaf – “tea”".encode(),
        codecs.BOM_UTF8 + "leaf – “tea”".encode(),
        codecs.BOM_UTF16_LE + "leaf – “tea”".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "leaf – “tea”".encode("utf-16-be"),
        codecs.BOM_UTF32_LE + "leaf – “tea”".encode("utf-32-le"),
        codecs.BOM_UTF32_BE + "leaf – “tea”".encode("utf-32-be"),
    ],
    ids=["plain", "utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"],
)
def test_a_file_is_read_as_its_mark_says(data: bytes) -> None:
    assert decode(data) == "leaf – “tea”"


def test_what_cannot_be_decoded_is_replaced_and_the_rest_kept() -> None:
    assert decode(b"kratom \xff\xc3\x28 helps") == "kratom \ufffd\ufffd( helps"


def test_a_character_cut_in_two_by_the_size_limit_is_replaced() -> None:
    assert decode("tea “".encode()[:-1]) == "tea \ufffd"
    assert decode(codecs.BOM_UTF16_LE + b"t\x00e") == "t\ufffd"


@given(st.binary(max_size=200))
def test_decoding_never_fails(data: bytes) -> None:
    assert isinstance(decode(data), str)


@given(st.text(max_size=200))
def test_what_was_written_as_utf_8_is_read_as_it_was(text: str) -> None:
    encodable = text.encode("utf-8", errors="ignore").decode()
    if not encodable.startswith("\ufeff"):
        assert decode(encodable.encode()) == encodable


async def test_passages_stand_in_reading_order_with_where_they_came_from() -> None:
    files = attachment("one.txt"), attachment("two.md")

    post = await read(message("look at this", *files), Shelf(one=b"first", two=b"second"))

    assert post == Post(
        (
            Passage("look at this"),
            Passage("first", Carrier.FILE, "one.txt"),
            Passage("second", Carrier.FILE, "two.md"),
        )
    )


async def test_a_file_that_is_gone_is_named_and_the_others_read() -> None:
    files = attachment("gone.txt"), attachment("here.txt")

    post = await read(message("", *files), Shelf(here=b"words"))

    assert post.passages == (Passage("words", Carrier.FILE, "here.txt"),)
    assert post.unread == (Unread("gone.txt", WhyUnread.GONE),)


async def test_an_empty_message_is_an_empty_post() -> None:
    post = await read(message("", attachment("photo.png")), Shelf())

    assert post == Post(())
    assert post.length == 0
