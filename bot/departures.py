"""Servers that remove Signpost: what is kept of them goes a week later, unless they have it back by then."""

import logging
from datetime import datetime, timedelta

from discord.ext import commands

from bot.forgetting import Forgetting
from bot.store import GuildData, Places

_log = logging.getLogger(__name__)

KEPT = timedelta(days=7)
"""Time for which a server's data stays after Signpost was removed."""


class Departures:
    """Remembers when servers removed Signpost, and forgets them KEPT later.

    A server that Discord has lost for a while has not left: the client still knows it.
    """

    __slots__ = ("_client", "_data", "_forgetting", "_places")

    def __init__(
        self, client: commands.AutoShardedBot, places: Places, data: GuildData, forgetting: Forgetting
    ) -> None:
        self._client = client
        self._places = places
        self._data = data
        self._forgetting = forgetting

    async def left(self, guild_id: int, at: datetime) -> None:
        """Remember when a server removed Signpost; the first time counts."""
        if self._places.server(guild_id).left_at is None:
            await self._places.mark(guild_id, left_at=at)
            _log.info("guild %d removed Signpost", guild_id)

    async def returned(self, guild_id: int) -> None:
        """Take note that a server has Signpost back: all that is kept of it holds again."""
        if self._places.server(guild_id).left_at is not None:
            await self._places.mark(guild_id, left_at=None)
            _log.info("guild %d has Signpost back", guild_id)

    async def find_missed(self, at: datetime) -> None:
        """Find the servers that left or came back while nobody listened. Comes after all shards are ready."""
        for guild_id in await self._data.servers():
            if self._client.get_guild(guild_id) is not None:
                await self.returned(guild_id)
            elif self._is_ours(guild_id):
                await self.left(guild_id, at)

    async def finish(self, now: datetime) -> None:
        """Forget the servers that left KEPT ago or longer."""
        for guild_id, at in self._places.left().items():
            if now - at >= KEPT and self._client.get_guild(guild_id) is None:
                await self._forgetting.forget(guild_id)

    def _is_ours(self, guild_id: int) -> bool:
        """Say whether this process would hear of a server: others may run the other shards."""
        shards, count = self._client.shard_ids, self._client.shard_count
        return not shards or not count or (guild_id >> 22) % count in shards
