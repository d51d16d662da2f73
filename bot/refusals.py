"""What Discord refused, and what Signpost lacked for it: told from the request, as far as it can be."""

import re
from dataclasses import dataclass

import discord

from bot.permissions import NEEDED_TO_DELETE, Permission, missing_here, missing_of

Needed = tuple[Permission, ...]

MISSING_ACCESS = 50001
"""Discord's code where a channel cannot be seen."""

_PERSON_OR_ROLE = re.compile(r".*/guilds/\d+/(members|roles)(/.*)?")
_WEBHOOKS = re.compile(r".*/(guilds|channels)/\d+/webhooks")
_IN_CHANNEL = re.compile(r".*/channels/(?P<channel>\d+)(?P<what>/messages)?(/.*)?")

_NEEDED_FOR_MESSAGES = {
    "DELETE": NEEDED_TO_DELETE,
    "GET": (Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY),
    "PATCH": (Permission.VIEW_CHANNEL,),
}
"""What a request for messages needs, by its method; POST writes, and `missing_here` knows of that."""

_NEEDED_FOR_CHANNELS = {
    "GET": (Permission.VIEW_CHANNEL,),
    "PATCH": (Permission.VIEW_CHANNEL, Permission.MANAGE_THREADS),
}
"""What a request for a channel itself needs; Signpost changes threads alone, to open them."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What stood behind a refusal. channel_id: where, None if it was no channel's or cannot be told.

    missing: empty if it cannot be told. by_rank: what was to be changed stands above Signpost's own role.
    """

    channel_id: int | None = None
    missing: tuple[Permission, ...] = ()
    by_rank: bool = False


def refusal_behind(error: discord.Forbidden, guild: discord.Guild | None) -> Refusal:
    """Say what Signpost lacked for the request that Discord refused.

    guild: where it was made. Told from the request's address and from the permissions in the client's
    memory, which may be older than the refusal: then nothing is missing there.
    """
    method, address = _request_of(error)
    if guild is None:
        return Refusal()
    if _WEBHOOKS.fullmatch(address):
        return Refusal(missing=(Permission.MANAGE_WEBHOOKS,))
    if _PERSON_OR_ROLE.fullmatch(address):
        may = guild.me.guild_permissions.manage_roles
        return Refusal(by_rank=True) if may else Refusal(missing=(Permission.MANAGE_ROLES,))
    match = _IN_CHANNEL.fullmatch(address)
    if match is None:
        return Refusal()
    needed_by = _NEEDED_FOR_MESSAGES if match["what"] else _NEEDED_FOR_CHANNELS
    return _in_channel(error, needed_by.get(method), int(match["channel"]), guild)


def _in_channel(
    error: discord.Forbidden, needed: Needed | None, channel_id: int, guild: discord.Guild
) -> Refusal:
    """Say what is missing in a channel. needed: None for what it takes to write there."""
    channel = guild.get_channel_or_thread(channel_id)
    missing: Needed = ()
    if channel is not None:
        missing = missing_here(channel) if needed is None else missing_of(channel, needed)
    if not missing and error.code == MISSING_ACCESS:
        missing = (Permission.VIEW_CHANNEL,)
    return Refusal(channel_id, missing)


def _request_of(error: discord.Forbidden) -> tuple[str, str]:
    """Return method and path of a request, empty where the answer does not carry them."""
    method, url = getattr(error.response, "method", ""), getattr(error.response, "url", "")
    return str(method), str(url).partition("?")[0]
