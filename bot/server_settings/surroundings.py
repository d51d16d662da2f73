"""What a server's settings are read and shown against: its channels and roles, and the operator's word."""

from dataclasses import replace
from typing import TYPE_CHECKING

import discord

from bot.server_settings.kinds import Around
from bot.texts import members_language_of

if TYPE_CHECKING:  # it is built from what is here
    from bot.client import Signpost


def around(bot: "Signpost", guild: discord.Guild) -> Around:
    """Return what the settings of a server rest on."""
    places = bot.places
    return Around(
        default=replace(places.default, threshold=places.usual_threshold(guild.id)),
        retention_days=bot.settings.retention_days,
        language=members_language_of(guild.preferred_locale),
        channels={each.id: each.name for each in (*guild.channels, *guild.threads) if not _is_category(each)},
        categories={each.id: each.name for each in guild.categories},
        roles={each.id: each.name for each in guild.roles if not each.is_default()},
    )


def _is_category(channel: discord.abc.GuildChannel | discord.Thread) -> bool:
    return channel.type is discord.ChannelType.category
