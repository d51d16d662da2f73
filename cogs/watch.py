"""Watching: hands every message that may be read to the desk, and tells it what becomes of them."""

import logging
from collections.abc import Collection
from datetime import timedelta

import discord
from discord.ext import commands

from bot.client import Signpost
from bot.faults import PASSING
from bot.partial_updates import PartialUpdate
from bot.policy import Mode, PlaceSettings, may_read
from bot.posts.origin import channel_ids, origin_of
from bot.posts.writers import Writers

_log = logging.getLogger(__name__)

RECENT = timedelta(days=1)
"""Age of a message's last change up to which an update is taken for one: a pin is told of in the same way."""


class Watch(commands.Cog):
    """Hands every message that may be read to the desk.

    Invariant: nothing of a message is touched before may_read has agreed.
    """

    def __init__(self, bot: Signpost) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Take a new message to the desk."""
        settings = self._settings(message)
        if may_read(origin_of(message), settings) is None:
            await self.bot.in_flight.run(self.bot.desk.handle, message, settings)

    @commands.Cog.listener()
    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """Take a message to the desk again whose text changed or that got a preview, cached or not."""
        if _says_something_new(event.message):
            await self.bot.in_flight.run(self._judge_again, event.message)

    @commands.Cog.listener()
    async def on_partial_message_update(self, update: PartialUpdate) -> None:
        """Fetch a message whose preview came without its text."""
        if update.has_embeds:
            await self.bot.in_flight.run(self._fetch_updated, update)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """Tell the desk of a deleted message: a post, or a note of ours."""
        await self.bot.in_flight.run(self._follow_deletion, {event.message_id})

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        """Tell the desk of messages that were deleted together."""
        await self.bot.in_flight.run(self._follow_deletion, event.message_ids)

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Tell the desk of a deleted channel; its threads are told of one by one."""
        await self.bot.in_flight.run(self.bot.desk.channel_deleted, channel.id)

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, event: discord.RawThreadDeleteEvent) -> None:
        """Tell the desk of a deleted thread or forum post."""
        await self.bot.in_flight.run(self.bot.desk.channel_deleted, event.thread_id)

    async def _fetch_updated(self, update: PartialUpdate) -> None:
        guild = self.bot.get_guild(update.guild_id)
        if guild is None:
            return
        try:
            place = guild.get_channel_or_thread(update.channel_id) or await guild.fetch_channel(
                update.channel_id
            )
            settings = self.bot.places.at(guild.id, *channel_ids(place))
            if settings.mode is Mode.OFF or not isinstance(place, discord.abc.Messageable):
                return
            message = await place.fetch_message(update.message_id)
        except PASSING as error:
            _log.warning("an update in channel %d could not be read: %s", update.channel_id, error)
            return
        if _says_something_new(message):
            await self._judge_again(message)

    async def _judge_again(self, message: discord.Message) -> None:
        settings = self._settings(message)
        try:
            origin = await Writers().origin_of(message, settings)
        except PASSING as error:
            _log.warning("an edit in channel %d was not read: %s", message.channel.id, error)
            return
        if may_read(origin, settings) is None:
            await self.bot.remains.judge(await self.bot.desk.edited(message, settings))

    async def _follow_deletion(self, message_ids: Collection[int]) -> None:
        await self.bot.remains.judge(await self.bot.desk.deleted(message_ids))

    def _settings(self, message: discord.Message) -> PlaceSettings:
        guild_id = message.guild.id if message.guild else 0
        return self.bot.places.at(guild_id, *channel_ids(message.channel))


def _says_something_new(message: discord.Message) -> bool:
    """Tell an edit and a new preview from a removed preview, a pin or a thread, as far as it can be told."""
    if message.edited_at is None and not message.embeds:
        return False
    return discord.utils.utcnow() - (message.edited_at or message.created_at) <= RECENT


async def setup(bot: Signpost) -> None:
    """Add the cog."""
    await bot.add_cog(Watch(bot))
