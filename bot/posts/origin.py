"""Where a message comes from and which settings hold there, without a look at its content."""

import discord

from bot.policy import Origin

WRITTEN_BY_PEOPLE = frozenset(
    {
        discord.MessageType.default,
        discord.MessageType.reply,
        discord.MessageType.thread_starter_message,
        discord.MessageType.chat_input_command,
        discord.MessageType.context_menu_command,
    }
)
"""Kinds of message that carry somebody's words; the others are Discord's own, such as a join or a pin."""


def origin_of(message: discord.Message) -> Origin:
    """Say where a message comes from."""
    me = message.guild.me if message.guild else None
    return Origin(
        in_guild=message.guild is not None,
        by_us=me is not None and message.author.id == me.id,
        by_webhook=message.webhook_id is not None,
        by_bot=message.author.bot,
        by_discord=message.type not in WRITTEN_BY_PEOPLE,
    )


def channel_ids(channel: discord.abc.Messageable | discord.abc.GuildChannel) -> tuple[int, ...]:
    """Return the channel's id, then its parent's for a thread or forum post: nearest settings first."""
    own = getattr(channel, "id", None)
    if own is None:
        return ()
    if isinstance(channel, discord.Thread):
        return (own, channel.parent_id)
    return (own,)
