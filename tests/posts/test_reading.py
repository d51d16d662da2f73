"""From Discord's message to a post."""

from types import SimpleNamespace
from typing import cast

import discord

from bot.posts import Carrier, Passage, Post, Unread, WhyUnread
from bot.posts.files import Files
from bot.posts.reading import read

from .attached import Shelf, attachment


def message(content: str, *files: discord.Attachment) -> discord.Message:
    """Make a message in an ordinary channel."""
    said = SimpleNamespace(
        id=1,
        content=content,
        attachments=[*files],
        channel=SimpleNamespace(id=2),
        guild=SimpleNamespace(id=3),
        embeds=[],
        poll=None,
        message_snapshots=[],
    )
    return cast("discord.Message", said)


async def test_passages_stand_in_reading_order_with_where_they_came_from() -> None:
    files = attachment("one.txt"), attachment("two.md")
    shelf = Shelf({"one.txt": b"first", "two.md": b"second"})

    post = await read(message("look at this", *files), Files(shelf))

    assert post == Post(
        (
            Passage("look at this"),
            Passage("first", Carrier.FILE, "one.txt"),
            Passage("second", Carrier.FILE, "two.md"),
        )
    )


async def test_a_file_that_is_gone_is_named_and_the_others_read() -> None:
    files = attachment("gone.txt"), attachment("here.txt")

    post = await read(message("", *files), Files(Shelf({"here.txt": b"words"})))

    assert post.passages == (Passage("words", Carrier.FILE, "here.txt"),)
    assert post.unread == (Unread("gone.txt", WhyUnread.GONE),)


async def test_an_empty_message_is_an_empty_post() -> None:
    post = await read(message("", attachment("clip.mp4")), Files(Shelf()))

    assert post == Post(())
    assert post.length == 0
