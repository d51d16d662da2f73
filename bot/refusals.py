"""What Discord refused, and what Signpost lacked for it: told from the request, as far as it can be."""

import re
from dataclasses import dataclass

import discord

from bot.permissions import Permission, Place, missing_here, missing_of

MISSING_ACCESS = 50001
"""Discord's code where a channel cannot be seen."""

_PERSON_OR_ROLE = re.compile(r".*/guilds/\d+/(members|roles)(/.*)?")
_WEBHOOKS = re.compile(r".*/(guilds|channels)/\d+/webhooks")
_IN_CHANNEL = re.compile(r".*/channels/(?P<channel>\d+)(?P<rest>/.*)?")

_NEEDED_FOR = {
    "DELETE": (Permission.VIEW_CHANNEL, Permission.MANAGE_MESSAGES),
    "PATCH": (Permission.VIEW_CHANNEL, Permission.MANAGE_THREADS),
    "GET": (Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY),
}
"""What a request in a channel needs, by its method; POST writes there, which `missing_here` knows of."""


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

    guild: where it was made. Told from the request's address and what the client's memory holds of the
    server's permissions; whoever asked may not have been told of them yet, so nothing is promised.
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
    return _in_channel(error, method, int(match["channel"]), guild) if match else Refusal()


def _in_channel(error: discord.Forbidden, method: str, channel_id: int, guild: discord.Guild) -> Refusal:
    channel = guild.get_channel_or_thread(channel_id)
    missing = _missing_for(method, channel) if channel is not None else ()
    if not missing and error.code == MISSING_ACCESS:
        missing = (Permission.VIEW_CHANNEL,)
    return Refusal(channel_id, missing)


def _missing_for(method: str, channel: Place) -> tuple[Permission, ...]:
    needed = _NEEDED_FOR.get(method)
    return missing_here(channel) if needed is None else missing_of(channel, needed)


def _request_of(error: discord.Forbidden) -> tuple[str, str]:
    """Return method and path of a request, empty where the answer does not carry them."""
    method, url = getattr(error.response, "method", ""), getattr(error.response, "url", "")
    return str(method), str(url).partition("?")[0]
