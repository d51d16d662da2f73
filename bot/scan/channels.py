"""Which channels, threads and forum posts a scan goes through, and which it leaves out."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime

import discord

from bot.policy import Mode, Origin, PlaceSettings, exempt_place
from bot.posts.origin import category_id, channel_ids
from bot.store import Places, Skip

Readable = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread
"""What holds posts of its own."""

Parent = discord.TextChannel | discord.ForumChannel
"""What holds threads."""

Listed = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.ForumChannel
"""What stands in a server's list of channels."""

Scope = Readable | discord.ForumChannel


def readable_in(guild: discord.Guild) -> Sequence[Scope]:
    """Return a server's channels with posts or threads, as they stand in its list."""
    found: list[Listed] = [each for each in guild.channels if isinstance(each, Listed)]
    found.sort(key=lambda each: (each.position, each.id))
    return found


async def scope_of(guild: discord.Guild, channel_id: int | None) -> Sequence[Scope]:
    """Return what a scan goes through: one channel, or with None all. Empty if it is gone or hidden.

    Raises what Discord raises where that cannot be told now.
    """
    if channel_id is None:
        return readable_in(guild)
    found = guild.get_channel_or_thread(channel_id)
    if found is None:
        try:
            found = await guild.fetch_channel(channel_id)  # a thread that was archived since
        except (discord.NotFound, discord.Forbidden):
            return []
    return [found] if isinstance(found, Scope) else []


def settings_of(channel: Scope, places: Places) -> PlaceSettings:
    """Return what holds in a channel."""
    return places.at(channel.guild.id, *channel_ids(channel))


def why_left_out(channel: Scope, places: Places) -> Skip | None:
    """Say why nothing in a channel may be read; None where it may. Comes before anything is asked of it."""
    settings = settings_of(channel, places)
    if settings.mode is Mode.OFF:
        return Skip.OFF
    here = Origin(in_guild=True, channel_ids=channel_ids(channel), category_id=category_id(channel))
    if exempt_place(here, settings.exempt) is not None:
        return Skip.EXEMPT
    if isinstance(channel, discord.Thread) and channel.parent is None:
        return Skip.GONE
    granted = channel.permissions_for(channel.guild.me)
    if not granted.view_channel:
        return Skip.HIDDEN
    # Without the history Discord answers with an empty page, as if nothing had been written.
    return None if granted.read_message_history else Skip.NO_HISTORY


def active_threads(parent: Scope) -> list[discord.Thread]:
    """Return a channel's threads or forum posts that are open and that Signpost can see, oldest first."""
    threads = [each for each in parent.guild.threads if each.parent_id == parent.id]
    return sorted(threads, key=lambda thread: thread.id)


async def archived_threads(parent: Parent, since: datetime | None) -> AsyncIterator[discord.Thread]:
    """Yield a channel's archived threads, the last archived first; private ones where Signpost may see them.

    since: those archived before it hold nothing newer. Raises what Discord raises.
    """
    async for thread in parent.archived_threads(limit=None):
        if since is not None and thread.archive_timestamp < since:
            break
        yield thread
    if isinstance(parent, discord.TextChannel) and not parent.is_news():
        joined = not parent.permissions_for(parent.guild.me).manage_threads
        async for thread in parent.archived_threads(limit=None, private=True, joined=joined):
            yield thread


def why_refused(error: Exception) -> Skip:
    """Name a final refusal of Discord's."""
    return Skip.GONE if isinstance(error, discord.NotFound) else Skip.REFUSED


async def ids_after(channel: Readable, after: int) -> list[int]:
    """Return the ids of a channel's first page after a message. Raises what Discord raises."""
    page = channel.history(limit=100, after=discord.Object(after), oldest_first=True)
    return [message.id async for message in page]


async def ids_before(channel: Readable, before: int | None, most: int = 100) -> list[int]:
    """Return the ids of the newest page, or of the one before a message. Raises what Discord raises."""
    page = channel.history(limit=most, before=discord.Object(before) if before else None)
    return [message.id async for message in page]
