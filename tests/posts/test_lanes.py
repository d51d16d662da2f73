"""How many files are in hand at once, and what becomes of a flood of them."""

import asyncio
import logging
from collections.abc import Iterable

import discord
import pytest

from bot.posts import Unread, WhyUnread
from bot.posts.fetch import Fetched, Wanted
from bot.posts.files import (
    DOCUMENTS_AT_ONCE,
    DOCUMENTS_WAITING,
    PICTURES_AT_ONCE,
    PICTURES_WAITING,
    TEXTS_AT_ONCE,
    TEXTS_WAITING,
    Files,
    FilesRead,
)
from bot.posts.limits import MIB

from .attached import attachment

SERVER, ANOTHER, THIRD = 7, 8, 9


class Gate:
    """Hands files out once it is opened. most: how many were in hand at the same time."""

    def __init__(self) -> None:
        self.opened = asyncio.Event()
        self.most = self._in_hand = 0
        self.asked: list[str] = []

    async def __call__(self, attachment: discord.Attachment, wanted: Wanted) -> Fetched:
        """Wait for the gate, then hand out a few words."""
        self.asked.append(attachment.filename)
        self._in_hand += 1
        self.most = max(self.most, self._in_hand)
        await self.opened.wait()
        self._in_hand -= 1
        return Fetched.of(b"words", wanted)

    async def close(self) -> None:
        """Hold nothing open."""


async def turns() -> None:
    """Let everything run that does not wait for the gate."""
    for _ in range(100):
        await asyncio.sleep(0)


def post(files: Files, name: str, server: int) -> asyncio.Task[FilesRead]:
    """Let a post with a file arrive in a server."""
    return asyncio.create_task(files.read([attachment(name)], server))


async def unread(posts: Iterable[asyncio.Task[FilesRead]]) -> list[WhyUnread]:
    """Wait until posts are read; return why files of theirs were not."""
    return [unread.why for read in await asyncio.gather(*posts) for unread in read.unread]


async def flooded(name: str, posts: int) -> tuple[Gate, list[WhyUnread]]:
    """Let so many posts with a file arrive in the same instant; return why some were not read."""
    gate = Gate()
    files = Files(gate)
    reading = [post(files, name, SERVER) for _ in range(posts)]
    await turns()
    gate.opened.set()
    return gate, await unread(reading)


@pytest.mark.parametrize(
    ("name", "at_once", "waiting"),
    [
        ("message.txt", TEXTS_AT_ONCE, TEXTS_WAITING),
        ("leaflet.pdf", DOCUMENTS_AT_ONCE, DOCUMENTS_WAITING),
        ("shot.png", PICTURES_AT_ONCE, PICTURES_WAITING),
    ],
)
async def test_of_a_flood_a_few_are_in_hand_some_wait_and_the_rest_is_named(
    name: str, at_once: int, waiting: int, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        gate, why = await flooded(name, at_once + waiting + 5)

    assert gate.most == at_once
    assert why == [WhyUnread.CROWDED] * 5
    assert len(caplog.records) == 1
    assert name not in caplog.text


async def test_a_paste_does_not_stand_behind_documents() -> None:
    gate = Gate()
    files = Files(gate)
    books = [post(files, "book.pdf", SERVER) for _ in range(20)]
    paste = post(files, "message.txt", SERVER)
    await turns()

    assert gate.asked.count("message.txt") == 1
    assert gate.asked.count("book.pdf") == DOCUMENTS_AT_ONCE

    gate.opened.set()
    await asyncio.gather(paste, *books)


@pytest.mark.parametrize(
    ("name", "at_once", "waiting"),
    [
        ("message.txt", TEXTS_AT_ONCE, TEXTS_WAITING),
        ("leaflet.pdf", DOCUMENTS_AT_ONCE, DOCUMENTS_WAITING),
    ],
)
async def test_a_server_that_floods_keeps_no_other_out(name: str, at_once: int, waiting: int) -> None:
    gate = Gate()
    files = Files(gate)
    flood = [post(files, name, SERVER) for _ in range(at_once + waiting)]
    await turns()
    others = [post(files, f"{server}.{name}", server) for server in (ANOTHER, ANOTHER, THIRD)]
    await turns()
    gate.opened.set()

    assert await unread(others) == []
    assert await unread(flood) == [WhyUnread.CROWDED] * len(others)
    # One of the flood's had waited longest; then the servers take turns.
    asked = gate.asked[at_once:]
    assert asked.index(f"{ANOTHER}.{name}") < asked.index(f"{THIRD}.{name}") < len(others)


async def test_a_server_has_no_more_of_a_full_line_than_another() -> None:
    gate = Gate()
    files = Files(gate)
    floods = [
        [post(files, "book.pdf", server) for _ in range(DOCUMENTS_WAITING + DOCUMENTS_AT_ONCE)]
        for server in (SERVER, ANOTHER)
    ]
    await turns()
    gate.opened.set()

    lost = [len(await unread(flood)) for flood in floods]

    assert lost == [DOCUMENTS_WAITING // 2, DOCUMENTS_AT_ONCE + DOCUMENTS_WAITING // 2]


async def test_ten_files_of_a_post_have_one_place_and_none_is_lost() -> None:
    gate = Gate()
    files = Files(gate)
    shots = [attachment(f"{number}.png") for number in range(10)]
    posts = [
        asyncio.create_task(files.read(shots, SERVER)) for _ in range(PICTURES_AT_ONCE + PICTURES_WAITING)
    ]
    await turns()
    gate.opened.set()

    assert await unread(posts) == []
    assert len(gate.asked) == len(posts) * len(shots)
    assert gate.most == PICTURES_AT_ONCE


async def test_one_who_stops_waiting_leaves_the_place_to_others() -> None:
    gate = Gate()
    files = Files(gate)
    books = [post(files, "book.pdf", SERVER) for _ in range(DOCUMENTS_AT_ONCE + DOCUMENTS_WAITING)]
    await turns()

    for book in (books[0], books[-1]):  # one in hand, one in line
        book.cancel()
    await turns()
    late = [post(files, "late.pdf", SERVER) for _ in range(2)]
    await turns()
    gate.opened.set()

    assert await unread([*books[1:-1], *late]) == []


async def test_a_file_that_is_too_large_waits_for_nobody() -> None:
    gate = Gate()
    files = Files(gate)
    books = [post(files, "book.pdf", SERVER) for _ in range(DOCUMENTS_AT_ONCE)]
    await turns()
    library = attachment("library.pdf", size=9 * MIB)

    found = await files.read([library], SERVER)

    assert found.unread == (Unread("library.pdf", WhyUnread.TOO_LARGE),)
    gate.opened.set()
    await asyncio.gather(*books)
