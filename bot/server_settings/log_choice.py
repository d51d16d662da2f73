"""Choosing the mod log: only a channel that can be written to becomes one."""

from datetime import datetime
from typing import TYPE_CHECKING

import discord

from bot.permissions import missing_here, permission_names
from bot.texts import Texts

if TYPE_CHECKING:  # it is built from what is here
    from bot.client import Signpost

LogTarget = discord.TextChannel | discord.Thread


def unusable(channel: LogTarget, texts: Texts) -> str | None:
    """Say what Signpost lacks to use a channel as the mod log; None where nothing is missing."""
    if missing := missing_here(channel):
        return texts(
            "settings-log-missing", channel=channel.mention, missing=permission_names(texts, missing)
        )
    return None


def too_public(channel: LogTarget) -> bool:
    """Say whether everyone in the server can see a channel."""
    return channel.permissions_for(channel.guild.default_role).view_channel


async def choose_log(bot: "Signpost", channel: LogTarget, by: int, at: datetime, texts: Texts) -> str:
    """Make a channel the mod log and say so there; return what the manager is told.

    by: id of who chose it. Raises what discord.py raises where the channel cannot be written to after all;
    then nothing changed.
    """
    await channel.send(bot.texts_of(channel.guild.id)("settings-log-starts"))  # first: only then is it a log
    await bot.places.choose(channel.guild.id, by, at, mod_log=channel.id)
    confirmed = texts("settings-log-set", channel=channel.mention)
    return f"{confirmed}\n{texts('settings-log-public')}" if too_public(channel) else confirmed
