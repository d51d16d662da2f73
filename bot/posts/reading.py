"""Discord message → Post: the one way from what Discord sends to what the recogniser judges."""

import discord

from bot.posts.files import Files
from bot.posts.post import Carrier, Passage, Post


async def read(message: discord.Message, files: Files) -> Post:
    """Read a message's title (a forum post's opening message), content and files.

    A file that cannot be read is named in Post.unread; what could be read is judged all the same.
    """
    passages: list[Passage] = []
    if title := _title(message):
        passages.append(Passage(title, Carrier.TITLE))
    if message.content:
        passages.append(Passage(message.content))
    carried = await files.read(message.attachments, message.guild.id if message.guild else 0)
    return Post(passages=(*passages, *carried.passages), unread=carried.unread)


def _title(message: discord.Message) -> str:
    # A forum post's opening message has the id of its thread; no other message does.
    channel = message.channel
    return channel.name if isinstance(channel, discord.Thread) and channel.id == message.id else ""
