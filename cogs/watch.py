"""Watching: hands every message that may be read to the desk."""

import discord
from discord.ext import commands

from bot.client import Signpost
from bot.policy import may_read
from bot.posts.origin import channel_ids, origin_of


class Watch(commands.Cog):
    """Hands every message that may be read to the desk.

    Invariant: nothing of a message is touched before may_read has agreed.
    """

    def __init__(self, bot: Signpost) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Take a new message to the desk."""
        guild_id = message.guild.id if message.guild else 0
        settings = self.bot.places.at(guild_id, *channel_ids(message.channel))
        if may_read(origin_of(message), settings) is None:
            await self.bot.in_flight.run(self.bot.desk.handle, message, settings)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """Let the ledger forget a note that somebody deleted."""
        await self.bot.in_flight.run(self.bot.ledger.note_gone, [event.message_id])

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        """Let the ledger forget the notes among messages deleted together."""
        await self.bot.in_flight.run(self.bot.ledger.note_gone, event.message_ids)


async def setup(bot: Signpost) -> None:
    """Add the cog."""
    await bot.add_cog(Watch(bot))
