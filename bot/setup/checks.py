"""What Signpost lacks where it would write, over all channels of a server."""

from collections.abc import Iterator

import discord

from bot.permissions import NEEDED_IN_THREADS, missing_here
from bot.policy import Mode, Origin, exempt_place
from bot.posts.origin import category_id, channel_ids
from bot.store import Places

Writable = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.ForumChannel
_WRITING = frozenset({Mode.REVIEW, Mode.NOTE})


def written_in(guild: discord.Guild, places: Places) -> list[Writable]:
    """List the channels where notes would be sent: what is off, exempt or only observed is left out."""
    return [each for each in guild.channels if isinstance(each, Writable) and _writes(each, places)]


def lacking(channels: list[Writable]) -> dict[str, list[Writable]]:
    """Return the channels that lack a permission, by its name; where most lack it comes first.

    A channel out of sight lacks that alone: what else may be missing there shows once it can be seen.
    """
    found: dict[str, list[Writable]] = {}
    for channel in channels:
        for name in _missing(channel):
            found.setdefault(name, []).append(channel)
    return dict(sorted(found.items(), key=lambda lack: -len(lack[1])))


def _writes(channel: Writable, places: Places) -> bool:
    ids = channel_ids(channel)
    here = places.at(channel.guild.id, *ids)
    origin = Origin(in_guild=True, channel_ids=ids, category_id=category_id(channel))
    return here.mode in _WRITING and exempt_place(origin, here.exempt) is None


def _missing(channel: Writable) -> Iterator[str]:
    granted = channel.permissions_for(channel.guild.me)
    if not granted.view_channel:
        yield NEEDED_IN_THREADS["view_channel"]
    elif isinstance(channel, discord.ForumChannel):  # all that stands in a forum stands in its threads
        yield from (name for each, name in NEEDED_IN_THREADS.items() if not getattr(granted, each))
    else:
        yield from missing_here(channel)
