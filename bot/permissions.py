"""Which permissions Signpost needs where, which of them are missing, and what Discord's client calls them."""

from collections.abc import Iterable
from enum import StrEnum

import discord

from bot.texts import Texts


class Permission(StrEnum):
    """A permission that Signpost may lack. Its name is Discord's flag; its value is stored in `troubles`."""

    VIEW_CHANNEL = "View Channel"
    SEND_MESSAGES = "Send Messages"
    SEND_MESSAGES_IN_THREADS = "Send Messages in Threads"
    READ_MESSAGE_HISTORY = "Read Message History"
    MANAGE_MESSAGES = "Manage Messages"
    MANAGE_THREADS = "Manage Threads"
    MANAGE_WEBHOOKS = "Manage Webhooks"
    MANAGE_ROLES = "Manage Roles"
    LOCKED_THREAD = "Manage Threads (this thread is locked)"


NEEDED_TO_NOTE = (Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES, Permission.READ_MESSAGE_HISTORY)
"""A note is a reply, and Discord lets a bot reply only where it may read the history."""

NEEDED_IN_THREADS = (
    Permission.VIEW_CHANNEL,
    Permission.SEND_MESSAGES_IN_THREADS,
    Permission.READ_MESSAGE_HISTORY,
)

NEEDED_TO_DELETE = (Permission.VIEW_CHANNEL, Permission.MANAGE_MESSAGES)
"""To delete what others wrote."""

LOCKED = Permission.LOCKED_THREAD
"""In a locked thread only those who may manage threads can write."""

Place = discord.abc.GuildChannel | discord.Thread


def missing_here(channel: Place) -> tuple[Permission, ...]:
    """Return the permissions that Signpost lacks to write in a channel."""
    in_thread = isinstance(channel, discord.Thread)
    missing = missing_of(channel, NEEDED_IN_THREADS if in_thread else NEEDED_TO_NOTE)
    if in_thread and channel.locked and not channel.permissions_for(channel.guild.me).manage_threads:
        return (*missing, LOCKED)
    return missing


def missing_of(channel: Place, needed: Iterable[Permission]) -> tuple[Permission, ...]:
    """Return which of these permissions Signpost lacks in a channel."""
    granted = channel.permissions_for(channel.guild.me)
    return tuple(each for each in needed if not getattr(granted, each.name.lower()))


def permission_name(texts: Texts, permission: str) -> str:
    """Name a permission as Discord's client does in this language; what is none of ours stays as it is.

    permission: a Permission, or the value that is stored of one.
    """
    try:
        known = Permission(permission)
    except ValueError:
        return permission
    return texts(f"permission-{known.name.lower().replace('_', '-')}")


def permission_names(texts: Texts, permissions: Iterable[str]) -> str:
    """Name permissions, one after another."""
    return ", ".join(permission_name(texts, each) for each in permissions)
