"""The webhooks that a server has read, kept in memory so that an ordinary message costs no statement."""

import asyncio

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.rows import ListFullError, keep_row
from bot.store.tables import webhooks

MOST_WEBHOOKS = 100
"""Webhooks that a server can have read."""

_NONE: frozenset[int] = frozenset()


class Webhooks:
    """Says which webhooks a server chose by their ids; making the same change twice is harmless.

    Invariant: what stands in memory stands in the database; a change is written first. Goes with the server.
    """

    __slots__ = ("_engine", "_guilds", "_saving")

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._guilds: dict[int, frozenset[int]] = {}
        self._saving = asyncio.Lock()

    async def load(self) -> None:
        """Read all choices into memory."""
        async with self._engine.connect() as connection:
            for row in await connection.execute(select(webhooks)):
                self._guilds[row.guild_id] = self.of(row.guild_id) | {row.webhook_id}

    def of(self, guild_id: int) -> frozenset[int]:
        """Return the ids of the webhooks that a server has read."""
        return self._guilds.get(guild_id, _NONE)

    async def set(self, guild_id: int, webhook_id: int, *, read: bool) -> None:
        """Have a webhook read, or no longer. Raises ListFullError where MOST_WEBHOOKS are read."""
        async with self._saving:
            chosen = self.of(guild_id)
            if read == (webhook_id in chosen):
                return
            if read and len(chosen) >= MOST_WEBHOOKS:
                raise ListFullError
            await keep_row(
                self._engine, webhooks, {"guild_id": guild_id, "webhook_id": webhook_id}, kept=read
            )
            self._guilds[guild_id] = chosen | {webhook_id} if read else chosen - {webhook_id}

    def forget(self, guild_id: int) -> None:
        """Let go of a server's choices, whose rows were deleted."""
        self._guilds.pop(guild_id, None)
