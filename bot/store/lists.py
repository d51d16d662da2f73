"""What a server's moderators ruled, as lists for the recogniser: kept in memory while they are asked for."""

import asyncio
from collections import OrderedDict
from struct import pack, unpack

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.posts import Post
from bot.recognition import KnownArticles, Lists, OwnFingerprints, Selection, case_name
from bot.store.cases import Ruling
from bot.store.tables import cases, fingerprints

MOST_CASES = 100
"""Cases on one of a server's lists: those ruled last."""

MOST_HELD = 500_000
"""Fingerprints held in memory for all servers together, some 50 MB; the servers asked for last stay."""


class OwnLists:
    """Gives a server's lists of confirmed and dismissed cases.

    They are read when a post of the server first gets past the gate, and held until a ruling or an expired
    case changes them; so neither a start nor an ordinary message costs a statement.
    Invariant: what is held is what the store says; a read that a change overtook is not held.
    """

    __slots__ = ("_changes", "_engine", "_held", "_key", "_reading")

    def __init__(self, engine: AsyncEngine, key: bytes) -> None:
        """key: the installation's secret, under which the fingerprints were taken."""
        self._engine = engine
        self._key = key
        self._held: OrderedDict[int, Lists] = OrderedDict()
        self._changes = 0
        self._reading = asyncio.Lock()

    def select(self, post: Post) -> Selection:
        """Take a post's fingerprints as its case stores them. Linear in the post; costs no statement."""
        return Selection.least(OwnFingerprints(post.text).under(self._key))

    async def of(self, guild_id: int) -> Lists:
        """Return a server's lists."""
        if guild_id not in self._held:
            async with self._reading:  # ten posts at once read once
                if guild_id not in self._held:
                    return await self._read_and_hold(guild_id)
        self._held.move_to_end(guild_id)
        return self._held[guild_id]

    def changed(self, guild_id: int | None = None) -> None:
        """Let go of a server's lists, or with None of all: the store holds others now."""
        self._changes += 1
        if guild_id is None:
            self._held.clear()
        else:
            self._held.pop(guild_id, None)

    async def _read_and_hold(self, guild_id: int) -> Lists:
        changes = self._changes
        lists = Lists(
            confirmed=await self._read(guild_id, Ruling.CONFIRMED),
            dismissed=await self._read(guild_id, Ruling.DISMISSED),
        )
        if changes == self._changes:
            self._held[guild_id] = lists
            while len(self._held) > 1 and sum(map(_size, self._held.values())) > MOST_HELD:
                self._held.popitem(last=False)
        return lists

    async def _read(self, guild_id: int, ruling: Ruling) -> KnownArticles:
        statement = (
            select(cases.c.id, fingerprints.c.hashes)
            .join(fingerprints, fingerprints.c.case_id == cases.c.id)
            .where(cases.c.guild_id == guild_id, cases.c.ruling == ruling)
            .order_by(cases.c.ruled_at.desc(), cases.c.id.desc())
            .limit(MOST_CASES)
        )
        async with self._engine.connect() as connection:
            rows = (await connection.execute(statement)).all()
        return KnownArticles({case_name(row.id): unpacked(row.hashes) for row in rows}, self._key)


class ListsButFor:
    """A server's lists without one confirmed case: what its own post would be judged by without it."""

    __slots__ = ("_case_id", "_lists")

    def __init__(self, lists: "OwnLists | ListsButFor", case_id: int) -> None:
        self._lists = lists
        self._case_id = case_id

    def select(self, post: Post) -> Selection:
        """Do as OwnLists."""
        return self._lists.select(post)

    async def of(self, guild_id: int) -> Lists:
        """Return a server's lists but for the case."""
        return (await self._lists.of(guild_id)).but_for(self._case_id)


def packed(selection: Selection) -> bytes:
    """Write fingerprints as they are stored: ascending, 8 bytes each, so that nothing of an order is left."""
    return pack(f">{len(selection.values)}Q", *sorted(selection.values))


def unpacked(stored: bytes) -> Selection:
    """Read fingerprints as they are stored."""
    return Selection.kept(unpack(f">{len(stored) // 8}Q", stored))


def _size(lists: Lists) -> int:
    """Count the fingerprints on both lists, and one more so that an empty pair is not free."""
    both = (*lists.confirmed.articles.values(), *lists.dismissed.articles.values())
    return 1 + sum(len(selection.values) for selection in both)
