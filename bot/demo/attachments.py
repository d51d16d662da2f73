"""The way to attachments of a simulated Discord, which serves files through discord.py alone."""

import discord

from bot.posts.fetch import SIZE_LIMIT, Fetched, FetchError
from bot.posts.post import WhyUnread


class ReadFetch:
    """Reads an attachment through discord.py. For the demo and the tests only: it has no time limit."""

    async def __call__(self, attachment: discord.Attachment) -> Fetched:
        """Read the file and keep at most SIZE_LIMIT bytes. Raises FetchError."""
        try:
            data = await attachment.read()
        except discord.NotFound:
            raise FetchError(WhyUnread.GONE) from None
        except discord.Forbidden:
            raise FetchError(WhyUnread.REFUSED) from None
        except discord.HTTPException:
            raise FetchError(WhyUnread.BROKEN) from None
        return Fetched(data[:SIZE_LIMIT], cut=len(data) > SIZE_LIMIT)

    async def close(self) -> None:
        """Hold nothing open."""
