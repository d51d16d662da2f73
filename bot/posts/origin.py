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

PLURALKIT = 466378653216014359
"""PluralKit's application, as in the invitation link of its guide (https://pluralkit.me/start).

Its webhooks belong to it, so Discord names it as the application of each message that they post.
"""


def origin_of(message: discord.Message) -> Origin:
    """Say where a message comes from."""
    me = message.guild.me if message.guild else None
    webhook_id = message.webhook_id
    author = message.author
    return Origin(
        in_guild=message.guild is not None,
        by_us=me is not None and author.id == me.id,
        by_bot=author.bot,
        by_discord=message.type not in WRITTEN_BY_PEOPLE,
        channel_ids=channel_ids(message.channel),
        category_id=category_id(message.channel),
        author_id=author.id,
        role_ids=role_ids(author) if isinstance(author, discord.Member) else None,
        webhook_id=webhook_id,
        followed=webhook_id is not None and message.flags.is_crossposted,
        by_pluralkit=webhook_id is not None and message.application_id == PLURALKIT,
        answers_a_command=webhook_id is not None and webhook_id == message.application_id,
    )


def role_ids(member: discord.Member) -> frozenset[int]:
    """Return the ids of a member's roles, @everyone among them."""
    return frozenset(role.id for role in member.roles)


def channel_ids(channel: discord.abc.Messageable | discord.abc.GuildChannel) -> tuple[int, ...]:
    """Return the channel's id, then its parent's for a thread or forum post: nearest settings first."""
    own = getattr(channel, "id", None)
    if own is None:
        return ()
    if isinstance(channel, discord.Thread):
        return (own, channel.parent_id)
    return (own,)


def category_id(channel: discord.abc.Messageable | discord.abc.GuildChannel) -> int | None:
    """Return the id of the category that a channel, or a thread's channel, stands in; None outside of any."""
    holder = channel.parent if isinstance(channel, discord.Thread) else channel
    return holder.category_id if isinstance(holder, discord.abc.GuildChannel) else None
