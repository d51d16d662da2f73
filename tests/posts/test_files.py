"""The files of a post: what is read, what is not, and why."""

import pytest

from bot.posts import Carrier, Passage, Unread, WhyUnread
from bot.posts.files import Files, FilesRead
from bot.posts.limits import FileLimits

from .attached import Shelf, attachment

SERVER = 7
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64)


async def read(*names: str, limits: FileLimits | None = None, **by_stem: bytes | WhyUnread) -> FilesRead:
    """Read the files of one post. by_stem: what they hold, by the part of the name before its ending."""
    shelf = Shelf({name: by_stem[name.partition(".")[0]] for name in names})
    return await Files(shelf, limits).read([attachment(name) for name in names], SERVER)


async def test_a_text_is_read_whatever_its_name() -> None:
    found = await read("notes.bin", "leaflet", notes=b"plain words", leaflet=b"more words")

    assert found == FilesRead(
        (Passage("plain words", Carrier.FILE, "notes.bin"), Passage("more words", Carrier.FILE, "leaflet"))
    )


@pytest.mark.parametrize("name", ["clip.mp4", "photo.gif", "archive.zip", "song.mp3"])
async def test_what_its_name_says_is_no_text_is_not_even_fetched(name: str) -> None:
    shelf = Shelf()

    assert await Files(shelf).read([attachment(name)], SERVER) == FilesRead()
    assert shelf.asked == []


async def test_a_picture_called_txt_is_named_as_no_text() -> None:
    assert (await read("message.txt", message=PNG)).unread == (Unread("message.txt", WhyUnread.NOT_TEXT),)


async def test_what_never_promised_text_and_holds_none_is_passed_over() -> None:
    assert await read("save.dat", save=bytes(number * 167 % 256 for number in range(4096))) == FilesRead()


@pytest.mark.parametrize("why", [WhyUnread.GONE, WhyUnread.REFUSED, WhyUnread.SLOW, WhyUnread.BROKEN])
async def test_a_file_that_cannot_be_fetched_is_named_and_the_others_read(why: WhyUnread) -> None:
    found = await read("a.txt", "b.txt", a=why, b=b"words")

    assert found == FilesRead((Passage("words", Carrier.FILE, "b.txt"),), (Unread("a.txt", why),))


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", bytes(100)])
async def test_an_empty_file_is_named(data: bytes) -> None:
    assert (await read("message.txt", message=data)).unread == (Unread("message.txt", WhyUnread.EMPTY),)


async def test_one_endless_line_is_read_by_its_beginning() -> None:
    found = await read("message.txt", message=b"kratom " * (8 * 2**20 // 7))

    (passage,) = found.passages
    assert passage.cut
    assert passage.text == ("kratom " * 2**18)[: 2**20]


async def test_all_files_of_a_post_together_give_no_more_than_one() -> None:
    limits = FileLimits(text_bytes=10)

    found = await read("a.txt", "b.txt", "c.txt", limits=limits, a=b"1234567", b=b"89abc", c=b"de")

    assert [(passage.text, passage.cut) for passage in found.passages] == [
        ("1234567", False),
        ("89a", True),
        ("", True),
    ]


async def test_more_files_than_are_read_are_named() -> None:
    found = await read(
        "a.txt", "clip.mp4", "b.txt", "c.txt", limits=FileLimits(per_post=2), a=b"1", b=b"2", c=b"3", clip=b""
    )

    assert [passage.text for passage in found.passages] == ["1", "2"]
    assert found.unread == (Unread("c.txt", WhyUnread.TOO_MANY),)
