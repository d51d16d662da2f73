"""What `/signpost status` reports: put together from the settings and Discord's cache."""

import discord

from bot import words
from bot.desk.mod_log import LogChannel
from bot.permissions import missing_here
from bot.policy import Origin, PlaceSettings, exempt_place
from bot.posts.origin import category_id, channel_ids
from bot.store import Places


def report(
    channel: discord.abc.GuildChannel | discord.Thread,
    places: Places,
    log: LogChannel | None,
    retention_days: int,
    *,
    reads_closely: bool,
    pictures_per_day: int,
) -> str:
    """Say what holds in a channel and its server; what is missing comes first.

    log: the mod log, None where none was chosen or it is gone. retention_days: how long cases are kept.
    reads_closely: whether recognition has its slow path. pictures_per_day: screenshots read for one server,
    0 where none are.
    """
    guild = channel.guild
    ids = channel_ids(channel)
    here = places.at(guild.id, *ids)
    own = places.channel_modes(guild.id)
    lines = [
        *_lacking(channel, log, was_chosen=places.at(guild.id).mod_log is not None),
        words.mode_line(here.mode, channel.mention, follows=not any(each in own for each in ids)),
        words.mode_line(places.at(guild.id).mode, "This server", follows=False),
    ]
    if own:
        lines.append(words.own_modes_line((f"<#{each}>", mode) for each, mode in own.items()))
    lines.append(words.cooldown_line(int(here.cooldown.total_seconds())))
    lines += _reach(channel, here)
    if not reads_closely:
        lines.append(words.READS_QUICKLY)
    lines.append(words.pictures_line(pictures_per_day) if pictures_per_day else words.PICTURES_UNREAD)
    lines.append(words.KEEPS.format(days=retention_days))
    return "\n".join(lines)


def _lacking(
    channel: discord.abc.GuildChannel | discord.Thread, log: LogChannel | None, *, was_chosen: bool
) -> list[str]:
    """Name what is missing for the log and for notes here; say so when nothing is."""
    if log is not None:
        missing = missing_here(log)
        log_line = words.lacking_line(log.mention, missing) if missing else words.log_line(log.mention)
    else:
        log_line = words.LOG_GONE if was_chosen else words.NO_LOG
    missing = missing_here(channel)
    here_line = words.lacking_line(channel.mention, missing) if missing else words.ALL_GRANTED
    return [log_line, here_line]


def _reach(channel: discord.abc.GuildChannel | discord.Thread, here: PlaceSettings) -> list[str]:
    """Say what is exempt and which webhooks are read, where a server chose any."""
    lines: list[str] = []
    origin = Origin(in_guild=True, channel_ids=channel_ids(channel), category_id=category_id(channel))
    if reason := exempt_place(origin, here.exempt):
        lines.append(words.not_read_line(channel.mention, reason))
    if here.exempt:
        lines.append(words.exempt_summary(here.exempt))
    if webhooks := words.webhooks_summary(len(here.webhook_ids), pluralkit=here.reads_pluralkit):
        lines.append(webhooks)
    return lines
