"""Files as Discord speaks of them, and a shelf to fetch them from."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import cast

import discord

from bot.posts import WhyUnread
from bot.posts.fetch import Fetch, Fetched, FetchError, Wanted
from bot.posts.files import Files
from bot.posts.limits import FileLimits


def attachment(filename: str, content_type: str | None = None, size: int = 0) -> discord.Attachment:
    """Make what Discord says of a file, as far as it is looked at."""
    said = SimpleNamespace(filename=filename, content_type=content_type, size=size, width=None, height=None)
    return cast("discord.Attachment", said)


@asynccontextmanager
async def opened(fetch: Fetch, limits: FileLimits | None = None) -> AsyncGenerator[Files]:
    """Give the reading of files, and send its foreman home at the end."""
    files = Files(fetch, limits)
    try:
        yield files
    finally:
        await files.close()


class Shelf:
    """Files by name; a name that is not there is gone. asked: the names, in the order they were asked for."""

    def __init__(self, files: dict[str, bytes | WhyUnread] | None = None) -> None:
        self.files = files or {}
        self.asked: list[str] = []

    async def __call__(self, attachment: discord.Attachment, wanted: Wanted) -> Fetched:
        """Return the file. Raises FetchError."""
        self.asked.append(attachment.filename)
        held = self.files.get(attachment.filename, WhyUnread.GONE)
        if isinstance(held, WhyUnread):
            raise FetchError(held)
        return Fetched.of(held, wanted)

    async def close(self) -> None:
        """Hold nothing open."""
