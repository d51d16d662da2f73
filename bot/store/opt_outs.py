"""Who does not want to be read, kept in memory so that an ordinary message costs no statement."""

import asyncio

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.policy import Members
from bot.store.hidden_members import HiddenMembers
from bot.store.rows import keep_row
from bot.store.tables import opt_outs

_PURPOSE = b"opted out"
_NOBODY: frozenset[int] = frozenset()


class OptOuts:
    """Says which members do not want to be read in a server; making the same choice twice is harmless.

    Invariant: what stands in memory stands in the database; a change is written first.
    Invariant: a member's id is never stored, only its keyed hash. It is the member's: it stays when the
    server's data goes, and nobody else can take it back.
    """

    __slots__ = ("_engine", "_guilds", "_key", "_saving")

    def __init__(self, engine: AsyncEngine, key: bytes) -> None:
        """key: the installation's secret, under which members are hashed."""
        self._engine = engine
        self._key = key
        self._guilds: dict[int, HiddenMembers] = {}
        self._saving = asyncio.Lock()

    async def load(self) -> None:
        """Read all opt-outs into memory."""
        async with self._engine.connect() as connection:
            for row in await connection.execute(select(opt_outs)):
                members = self._members(row.guild_id)
                self._guilds[row.guild_id] = members.with_member(row.hash, listed=True)

    def of(self, guild_id: int) -> Members:
        """Return who has opted out in a server."""
        return self._guilds.get(guild_id, _NOBODY)

    def count(self, guild_id: int) -> int:
        """Return how many have opted out in a server."""
        return len(self.of(guild_id))

    async def set(self, guild_id: int, member_id: int, *, out: bool) -> None:
        """Let a member be out of what is read in a server, or in again."""
        async with self._saving:
            members = self._members(guild_id)
            if out == (member_id in members):
                return
            member_hash = members.hash_of(member_id)
            await keep_row(self._engine, opt_outs, {"guild_id": guild_id, "hash": member_hash}, kept=out)
            self._guilds[guild_id] = members.with_member(member_hash, listed=out)

    def _members(self, guild_id: int) -> HiddenMembers:
        return self._guilds.get(guild_id) or HiddenMembers(guild_id, self._key, _PURPOSE)
