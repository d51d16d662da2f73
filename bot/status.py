"""What `/signpost status` reports: put together from the settings and Discord's cache."""

import discord

from bot import words
from bot.desk.mod_log import ModLog
from bot.permissions import missing_here
from bot.store import Places

MOST_CHANNELS = 15
"""Channels listed by name; a message holds 2 000 characters."""


def report(
    channel: discord.abc.GuildChannel | discord.Thread,
    places: Places,
    mod_log: ModLog,
    retention_days: int,
    *,
    reads_closely: bool,
    pictures_per_day: int,
) -> str:
    """Say what holds in a channel and its server; what is missing comes first.

    retention_days: how long cases are kept. reads_closely: whether recognition has its slow path.
    pictures_per_day: screenshots read for one server, 0 where none are.
    """
    guild = channel.guild
    parent = channel.parent_id if isinstance(channel, discord.Thread) else None
    ids = (channel.id,) if parent is None else (channel.id, parent)
    here = places.at(guild.id, *ids)
    own = places.channel_modes(guild.id)
    lines = [
        *_lacking(channel, mod_log),
        words.mode_line(here.mode, channel.mention, follows=not any(each in own for each in ids)),
        words.mode_line(places.at(guild.id).mode, "This server", follows=False),
    ]
    if own:
        listed = [(f"<#{each}>", mode) for each, mode in own.items()][:MOST_CHANNELS]
        lines.append(words.own_modes_line(listed))
    lines.append(words.cooldown_line(int(here.cooldown.total_seconds())))
    if not reads_closely:
        lines.append(words.READS_QUICKLY)
    lines.append(words.pictures_line(pictures_per_day) if pictures_per_day else words.PICTURES_UNREAD)
    lines.append(words.KEEPS.format(days=retention_days))
    return "\n".join(lines)


def _lacking(channel: discord.abc.GuildChannel | discord.Thread, mod_log: ModLog) -> list[str]:
    """Name what is missing for the log and for notes here; say so when nothing is."""
    guild = channel.guild
    log = mod_log.chosen(guild.id)
    if log is not None:
        missing = missing_here(log)
        log_line = words.lacking_line(log.mention, missing) if missing else words.log_line(log.mention)
    else:
        log_line = words.LOG_GONE if mod_log.was_chosen(guild.id) else words.NO_LOG
    missing = missing_here(channel)
    here_line = words.lacking_line(channel.mention, missing) if missing else words.ALL_GRANTED
    return [log_line, here_line]
