"""The way to attachments of a simulated Discord, which serves files through discord.py alone."""

import discord

from bot.posts.fetch import Fetched, FetchError, Wanted
from bot.posts.post import WhyUnread


class ReadFetch:
    """Reads an attachment through discord.py. For the demo and the tests only: it has no time limit."""

    async def __call__(self, attachment: discord.Attachment, wanted: Wanted) -> Fetched:
        """Read the file and keep what is wanted of it. Raises FetchError."""
        try:
            data = await attachment.read()
        except discord.NotFound:
            raise FetchError(WhyUnread.GONE) from None
        except discord.Forbidden:
            raise FetchError(WhyUnread.REFUSED) from None
        except discord.HTTPException:
            raise FetchError(WhyUnread.BROKEN) from None
        return Fetched.of(data, wanted)

    async def close(self) -> None:
        """Hold nothing open."""
