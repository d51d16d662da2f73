"""Watching: hands every message that may be read to the desk, and tells it what becomes of them."""

import logging
from collections.abc import Collection
from datetime import datetime, timedelta

import discord
from discord.ext import commands

from bot.client import Signpost
from bot.faults import PASSING
from bot.partial_updates import PartialUpdate
from bot.policy import Origin, PlaceSettings, may_read
from bot.posts.origin import category_id, channel_ids, origin_of
from bot.posts.writers import Writers

_log = logging.getLogger(__name__)

RECENT = timedelta(days=1)
"""Age of a message's last change up to which an update is taken for one: a pin is told of in the same way.

And age of a forum post up to which its waking is taken for a new title."""


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
            self.bot.readings.count(message.guild.id if message.guild else 0, message.created_at)
            await self.bot.in_flight.run(self.bot.desk.handle, message, settings)

    @commands.Cog.listener()
    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """Take a message to the desk again whose text changed or that got a preview, cached or not."""
        if _says_something_new(event.message):
            await self.bot.in_flight.run(self._judge_again, event.message)

    @commands.Cog.listener()
    async def on_thread_update(self, before: discord.Thread, after: discord.Thread) -> None:
        """Take a forum post to the desk again whose title or tags changed."""
        if isinstance(after.parent, discord.ForumChannel) and _heading(before) != _heading(after):
            await self.bot.in_flight.run(self._judge_retitled, after.guild, after.id)

    @commands.Cog.listener()
    async def on_raw_thread_update(self, event: discord.RawThreadUpdateEvent) -> None:
        """Take up a forum post that was asleep: what it was called before, nobody remembers."""
        guild = self.bot.get_guild(event.guild_id)
        if guild is None or event.thread is not None or not _is_recent(event.thread_id):
            return
        if isinstance(guild.get_channel(event.parent_id), discord.ForumChannel):
            await self.bot.in_flight.run(self._judge_retitled, guild, event.thread_id)

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
        message = guild and await self._fetched(guild, update.channel_id, update.message_id)
        if message and _says_something_new(message):
            await self._judge_again(message)

    async def _judge_retitled(self, guild: discord.Guild, thread_id: int) -> None:
        changed_at = discord.utils.utcnow()
        if message := await self._fetched(guild, thread_id, thread_id):  # the opening message has its id
            await self._judge_again(message, retitled_at=changed_at)

    async def _fetched(
        self, guild: discord.Guild, channel_id: int, message_id: int
    ) -> discord.Message | None:
        try:
            place = guild.get_channel_or_thread(channel_id) or await guild.fetch_channel(channel_id)
            origin = Origin(in_guild=True, channel_ids=channel_ids(place), category_id=category_id(place))
            settings = self.bot.places.at(guild.id, *origin.channel_ids)
            if may_read(origin, settings) is not None or not isinstance(place, discord.abc.Messageable):
                return None
            return await place.fetch_message(message_id)
        except PASSING as error:
            _log.warning("an update in channel %d could not be read: %s", channel_id, error)
            return None

    async def _judge_again(self, message: discord.Message, retitled_at: datetime | None = None) -> None:
        settings = self._settings(message)
        try:
            origin = await Writers().origin_of(message, settings)
        except PASSING as error:
            _log.warning("an edit in channel %d was not read: %s", message.channel.id, error)
            return
        if may_read(origin, settings) is None:
            cases = await self.bot.desk.edited(message, settings, retitled_at=retitled_at)
            await self.bot.remains.judge(cases)

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


def _heading(post: discord.Thread) -> tuple[str, list[int]]:
    return post.name, sorted(tag.id for tag in post.applied_tags)


def _is_recent(message_id: int) -> bool:
    return discord.utils.utcnow() - discord.utils.snowflake_time(message_id) <= RECENT


async def setup(bot: Signpost) -> None:
    """Add the cog."""
    await bot.add_cog(Watch(bot))
