"""The webhooks that a server has read, kept in memory so that an ordinary message costs no statement."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.store.audit import Act, Deed, keep_act
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

    async def set(
        self,
        guild_id: int,
        webhook_id: int,
        *,
        read: bool,
        by: int | None = None,
        at: datetime | None = None,
    ) -> None:
        """Have a webhook read, or no longer. Raises ListFullError where MOST_WEBHOOKS are read.

        by: who chose so, None for Signpost itself. at: when, None for now.
        """
        async with self._saving:
            chosen = self.of(guild_id)
            if read == (webhook_id in chosen):
                return
            if read and len(chosen) >= MOST_WEBHOOKS:
                raise ListFullError
            row = {"guild_id": guild_id, "webhook_id": webhook_id}
            act = _act(guild_id, webhook_id, by, at, read=read)
            await keep_row(self._engine, webhooks, row, kept=read, act=act)
            self._guilds[guild_id] = chosen | {webhook_id} if read else chosen - {webhook_id}

    def holding(self) -> asyncio.Lock:
        """Keep others from changing the choice while an import writes some."""
        return self._saving

    async def add(
        self, connection: AsyncConnection, guild_id: int, new: Sequence[int], by: int, at: datetime
    ) -> None:
        """Write webhooks within an import, which `hold` completes. Raises ListFullError."""
        if len(self.of(guild_id) | {*new}) > MOST_WEBHOOKS:
            raise ListFullError
        for each in new:
            row = {"guild_id": guild_id, "webhook_id": each}
            await connection.execute(insert(webhooks).values(row).on_conflict_do_nothing())
            await keep_act(connection, _act(guild_id, each, by, at, read=True))

    def hold(self, guild_id: int, new: Sequence[int]) -> None:
        """Let webhooks be read that an import has written."""
        self._guilds[guild_id] = self.of(guild_id) | {*new}

    def forget(self, guild_id: int) -> None:
        """Let go of a server's choices, whose rows were deleted."""
        self._guilds.pop(guild_id, None)


def _act(guild_id: int, webhook_id: int, by: int | None, at: datetime | None, *, read: bool) -> Act:
    return Act(guild_id, at or datetime.now(UTC), by, Deed.WEBHOOK, str(webhook_id), not read, read)
