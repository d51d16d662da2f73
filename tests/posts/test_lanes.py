"""How many files are in hand at once, and what becomes of a flood of them."""

import asyncio
import logging

import discord
import pytest

from bot.posts import WhyUnread
from bot.posts.fetch import Fetched, Wanted
from bot.posts.files import DOCUMENTS_AT_ONCE, DOCUMENTS_WAITING, TEXTS_AT_ONCE, TEXTS_WAITING, Files

from .attached import attachment

SERVER = 7


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


async def flooded(name: str, posts: int) -> tuple[Gate, list[WhyUnread]]:
    """Let so many posts with a file arrive in the same instant; return why some were not read."""
    gate = Gate()
    files = Files(gate)
    reading = [asyncio.create_task(files.read([attachment(name)], SERVER)) for _ in range(posts)]
    await turns()
    gate.opened.set()
    read = await asyncio.gather(*reading)
    assert sum(len(each.passages) + len(each.unread) for each in read) == posts
    return gate, [unread.why for each in read for unread in each.unread]


@pytest.mark.parametrize(
    ("name", "at_once", "waiting"),
    [
        ("message.txt", TEXTS_AT_ONCE, TEXTS_WAITING),
        ("leaflet.pdf", DOCUMENTS_AT_ONCE, DOCUMENTS_WAITING),
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
    books = [asyncio.create_task(files.read([attachment("book.pdf")], SERVER)) for _ in range(20)]
    paste = asyncio.create_task(files.read([attachment("message.txt")], SERVER))
    await turns()

    assert gate.asked.count("message.txt") == 1
    assert gate.asked.count("book.pdf") == DOCUMENTS_AT_ONCE

    gate.opened.set()
    await asyncio.gather(paste, *books)
