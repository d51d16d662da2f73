"""What servers have exempted, kept in memory so that an ordinary message costs no statement."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.policy import Exempt
from bot.store.audit import Act, Deed, keep_act
from bot.store.hidden_members import HiddenMembers
from bot.store.rows import ListFullError, keep_row
from bot.store.tables import exempt_members, exemptions

MOST_EXEMPT = 100
"""Roles, channels, categories and members that a server can exempt, of each kind."""

EXEMPT_MEMBER = "member"
"""What the audit calls each exempt member: it must not tell whose hash is whose."""

_PURPOSE = b"exempt member"


class ExemptKind(StrEnum):
    """What is exempt by its id. Stored; never renamed once released."""

    ROLE = "role"
    CHANNEL = "channel"
    CATEGORY = "category"


_FIELDS = {ExemptKind.ROLE: "roles", ExemptKind.CHANNEL: "channels", ExemptKind.CATEGORY: "categories"}


_NOTHING = Exempt()


class Exemptions:
    """Says whom and what a server has exempted, and takes changes; making the same change twice is harmless.

    Invariant: what stands in memory stands in the database; a change is written first.
    Invariant: a member's id is never stored, only its keyed hash. Both go with the server.
    """

    __slots__ = ("_engine", "_guilds", "_key", "_saving")

    def __init__(self, engine: AsyncEngine, key: bytes) -> None:
        """key: the installation's secret, under which members are hashed."""
        self._engine = engine
        self._key = key
        self._guilds: dict[int, Exempt] = {}
        self._saving = asyncio.Lock()

    async def load(self) -> None:
        """Read all exemptions into memory."""
        async with self._engine.connect() as connection:
            for row in await connection.execute(select(exemptions)):
                self._hold(row.guild_id, ExemptKind(row.kind), row.exempt_id, exempt=True)
            for row in await connection.execute(select(exempt_members)):
                self._hold_member(row.guild_id, row.hash, exempt=True)

    def of(self, guild_id: int) -> Exempt:
        """Return what a server has exempted."""
        return self._guilds.get(guild_id, _NOTHING)

    async def set(
        self,
        guild_id: int,
        kind: ExemptKind,
        exempt_id: int,
        *,
        exempt: bool,
        by: int | None = None,
        at: datetime | None = None,
    ) -> bool:
        """Exempt a role, channel or category, or take its exemption away; False if it was so before.

        by: who did, None for Signpost itself. at: when, None for now.
        Raises ListFullError where MOST_EXEMPT of the kind are exempt.
        """
        async with self._saving:
            held: frozenset[int] = getattr(self.of(guild_id), _FIELDS[kind])
            if exempt == (exempt_id in held):
                return False
            if exempt and len(held) >= MOST_EXEMPT:
                raise ListFullError
            row = {"guild_id": guild_id, "kind": kind, "exempt_id": exempt_id}
            act = _act(guild_id, f"{kind}:{exempt_id}", by, at, exempt=exempt)
            await keep_row(self._engine, exemptions, row, kept=exempt, act=act)
            self._hold(guild_id, kind, exempt_id, exempt=exempt)
            return True

    async def set_member(
        self,
        guild_id: int,
        member_id: int,
        *,
        exempt: bool,
        by: int | None = None,
        at: datetime | None = None,
    ) -> bool:
        """Exempt a member, or take the exemption away; False if it was so before.

        by, at: as in `set`. The audit does not keep which member.
        Raises ListFullError where MOST_EXEMPT are exempt.
        """
        async with self._saving:
            members = self._members(guild_id)
            if exempt == (member_id in members):
                return False
            if exempt and len(members) >= MOST_EXEMPT:
                raise ListFullError
            member_hash = members.hash_of(member_id)
            row = {"guild_id": guild_id, "hash": member_hash}
            act = _act(guild_id, EXEMPT_MEMBER, by, at, exempt=exempt)
            await keep_row(self._engine, exempt_members, row, kept=exempt, act=act)
            self._hold_member(guild_id, member_hash, exempt=exempt)
            return True

    def holding(self) -> asyncio.Lock:
        """Keep others from changing exemptions while an import writes some."""
        return self._saving

    async def add(
        self,
        connection: AsyncConnection,
        guild_id: int,
        new: Mapping[ExemptKind, Sequence[int]],
        by: int,
        at: datetime,
    ) -> None:
        """Write exemptions within an import, which `hold` completes. Raises ListFullError."""
        for kind, ids in new.items():
            held: frozenset[int] = getattr(self.of(guild_id), _FIELDS[kind])
            if len(held | {*ids}) > MOST_EXEMPT:
                raise ListFullError
            for each in ids:
                row = {"guild_id": guild_id, "kind": kind, "exempt_id": each}
                await connection.execute(insert(exemptions).values(row).on_conflict_do_nothing())
                await keep_act(connection, _act(guild_id, f"{kind}:{each}", by, at, exempt=True))

    def hold(self, guild_id: int, new: Mapping[ExemptKind, Sequence[int]]) -> None:
        """Let exemptions hold that an import has written."""
        for kind, ids in new.items():
            for each in ids:
                self._hold(guild_id, kind, each, exempt=True)

    def forget(self, guild_id: int) -> None:
        """Let go of a server's exemptions, whose rows were deleted."""
        self._guilds.pop(guild_id, None)

    def _members(self, guild_id: int) -> HiddenMembers:
        members = self.of(guild_id).members
        return members if isinstance(members, HiddenMembers) else HiddenMembers(guild_id, self._key, _PURPOSE)

    def _hold(self, guild_id: int, kind: ExemptKind, exempt_id: int, *, exempt: bool) -> None:
        field = _FIELDS[kind]
        held: frozenset[int] = getattr(self.of(guild_id), field)
        changed = held | {exempt_id} if exempt else held - {exempt_id}
        self._guilds[guild_id] = replace(self.of(guild_id), **{field: changed})

    def _hold_member(self, guild_id: int, member_hash: bytes, *, exempt: bool) -> None:
        changed = self._members(guild_id).with_member(member_hash, listed=exempt)
        self._guilds[guild_id] = replace(self.of(guild_id), members=changed)


def _act(guild_id: int, subject: str, by: int | None, at: datetime | None, *, exempt: bool) -> Act:
    return Act(guild_id, at or datetime.now(UTC), by, Deed.EXEMPTION, subject, not exempt, exempt)
