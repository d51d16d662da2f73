"""The roles of writers whose messages came without them, as history and fetched posts do."""

from collections import OrderedDict
from dataclasses import replace

import discord

from bot.policy import Origin, PlaceSettings, lacks_roles
from bot.posts.origin import origin_of, role_ids

MOST_HELD = 1000
"""Writers whose roles are held; those met last stay."""


class Writers:
    """Completes the origin of messages that Discord sent without the writer's roles.

    Asks Discord once a writer, and only in servers that exempt roles. Made anew for each scan or round, and
    then dropped, so that roles are not remembered for longer than the work that needed them.
    """

    __slots__ = ("_roles",)

    def __init__(self) -> None:
        self._roles: OrderedDict[tuple[int, int], frozenset[int]] = OrderedDict()

    async def origin_of(self, message: discord.Message, settings: PlaceSettings) -> Origin:
        """Say where a message comes from, with the writer's roles where may_read needs them.

        Who has left the server has none. Raises what Discord raises where it cannot be told now (PASSING).
        """
        origin = origin_of(message)
        guild = message.guild
        if guild is None or not lacks_roles(origin, settings):
            return origin
        return replace(origin, role_ids=await self._roles_of(guild, origin.author_id))

    async def _roles_of(self, guild: discord.Guild, author_id: int) -> frozenset[int]:
        key = (guild.id, author_id)
        if key not in self._roles:
            self._roles[key] = await _fetch_roles(guild, author_id)
            if len(self._roles) > MOST_HELD:
                self._roles.popitem(last=False)
        self._roles.move_to_end(key)
        return self._roles[key]


async def _fetch_roles(guild: discord.Guild, author_id: int) -> frozenset[int]:
    try:
        return role_ids(await guild.fetch_member(author_id))
    except discord.NotFound:
        return frozenset()
