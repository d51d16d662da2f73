"""Which permissions Signpost needs where, and which of them are missing."""

import discord

NEEDED_TO_NOTE = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "read_message_history": "Read Message History",
}
"""A note is a reply, and Discord lets a bot reply only where it may read the history."""

NEEDED_IN_THREADS = {
    "view_channel": "View Channel",
    "send_messages_in_threads": "Send Messages in Threads",
    "read_message_history": "Read Message History",
}


LOCKED = "Manage Threads (this thread is locked)"
"""In a locked thread only those who may manage threads can write."""


def missing_here(channel: discord.abc.GuildChannel | discord.Thread) -> tuple[str, ...]:
    """Name the permissions that Signpost lacks to write in a channel, as Discord's client calls them."""
    needed = NEEDED_IN_THREADS if isinstance(channel, discord.Thread) else NEEDED_TO_NOTE
    granted = channel.permissions_for(channel.guild.me)
    missing = tuple(name for permission, name in needed.items() if not getattr(granted, permission))
    if isinstance(channel, discord.Thread) and channel.locked and not granted.manage_threads:
        return (*missing, LOCKED)
    return missing
