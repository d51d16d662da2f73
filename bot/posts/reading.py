"""Discord message → Post: the one way from what Discord sends to what the recogniser judges."""

from dataclasses import replace

import discord

from bot.posts.carriers import said_in
from bot.posts.files import Files
from bot.posts.post import Post


async def read(message: discord.Message, files: Files, *, old: bool = False) -> Post:
    """Read all that a message carries: what it says, its files, and the same of what it forwards.

    old: it is a scan's, and leaves room for new ones.
    A file that cannot be read is named in Post.unread; what could be read is judged all the same.
    """
    forwarded = [each for snapshot in message.message_snapshots for each in snapshot.attachments]
    attached = (*message.attachments, *forwarded)
    carried = await files.read(attached, message.guild.id if message.guild else 0, old=old)
    # A forward has no files of its own, as Discord has it.
    shown = (replace(passage, forwarded=bool(forwarded)) for passage in carried.passages)
    return Post(passages=(*said_in(message), *shown), unread=carried.unread)
