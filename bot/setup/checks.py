"""What Signpost lacks where it would write, over all channels of a server."""

from collections.abc import Iterator

import discord

from bot.permissions import NEEDED_IN_THREADS, Permission, missing_here, missing_of
from bot.policy import Mode, Origin, exempt_place
from bot.posts.origin import category_id, channel_ids
from bot.store import Places

Writable = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.ForumChannel
_WRITING = frozenset({Mode.REVIEW, Mode.NOTE})


def written_in(guild: discord.Guild, places: Places) -> list[Writable]:
    """List the channels where notes would be sent: what is off, exempt or only observed is left out."""
    return [each for each in guild.channels if isinstance(each, Writable) and _writes(each, places)]


def lacking(channels: list[Writable]) -> dict[Permission, list[Writable]]:
    """Return the channels that lack a permission, by permission; where most lack it comes first.

    A channel out of sight lacks that alone: what else may be missing there shows once it can be seen.
    """
    found: dict[Permission, list[Writable]] = {}
    for channel in channels:
        for permission in _missing(channel):
            found.setdefault(permission, []).append(channel)
    return dict(sorted(found.items(), key=lambda lack: -len(lack[1])))


def _writes(channel: Writable, places: Places) -> bool:
    ids = channel_ids(channel)
    here = places.at(channel.guild.id, *ids)
    origin = Origin(in_guild=True, channel_ids=ids, category_id=category_id(channel))
    return here.mode in _WRITING and exempt_place(origin, here.exempt) is None


def _missing(channel: Writable) -> Iterator[Permission]:
    if not channel.permissions_for(channel.guild.me).view_channel:
        yield Permission.VIEW_CHANNEL
    elif isinstance(channel, discord.ForumChannel):  # all that stands in a forum stands in its threads
        yield from missing_of(channel, NEEDED_IN_THREADS)
    else:
        yield from missing_here(channel)
