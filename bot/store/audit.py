"""The audit: who changed which setting, ruled what, and when."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, and_, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.store.tables import audit


class Deed(StrEnum):
    """What was done. Stored; never renamed once released."""

    SETUP = "setup"
    SETTING = "setting"
    CHANNEL_MODE = "channel mode"
    EXEMPTION = "exemption"
    WEBHOOK = "webhook"
    RULING = "ruling"
    RELEASE = "release"
    WITHDRAWAL = "withdrawal"
    DELETION = "deletion"
    NOTE = "note"
    SCAN = "scan"
    EXPORT = "export"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Act:
    """Something done in a server. by: a moderator's id, None for Signpost itself.

    subject: a setting's name, a case's number or an id, as the deed says. before, after: JSON values.
    """

    guild_id: int
    at: datetime
    by: int | None
    deed: Deed
    subject: str
    before: Any = None
    after: Any = None


class Audit:
    """Keeps acts as long as cases, newest first. Holds ids and settings; never a post's text."""

    __slots__ = ("_engine",)

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def note(self, act: Act) -> None:
        """Keep an act that no other statement goes with."""
        async with self._engine.begin() as connection:
            await keep_act(connection, act)

    async def listed(
        self, guild_id: int, most: int, skip: int = 0, *, by: int | None = None, deed: Deed | None = None
    ) -> list[Act]:
        """Return a server's acts, newest first. skip: how many of them were seen.

        by, deed: None for everyone's and for all.
        """
        statement = (
            select(audit).where(_of(guild_id, by, deed)).order_by(audit.c.id.desc()).limit(most).offset(skip)
        )
        async with self._engine.connect() as connection:
            return [_as_act(row) for row in (await connection.execute(statement)).mappings()]

    async def count(self, guild_id: int, *, by: int | None = None, deed: Deed | None = None) -> int:
        """Count a server's acts. by, deed: as in `listed`."""
        statement = select(func.count()).select_from(audit).where(_of(guild_id, by, deed))
        async with self._engine.connect() as connection:
            return (await connection.execute(statement)).scalar_one()

    async def last_changes(self, guild_id: int, deed: Deed, subjects: Sequence[str]) -> dict[str, Act]:
        """Return the last act of a deed on each of these subjects; those without one are left out."""
        mine = and_(audit.c.guild_id == guild_id, audit.c.deed == deed, audit.c.subject.in_(subjects))
        newest = select(func.max(audit.c.id)).where(mine).group_by(audit.c.subject)
        async with self._engine.connect() as connection:
            rows = (await connection.execute(select(audit).where(audit.c.id.in_(newest)))).mappings()
            return {row["subject"]: _as_act(row) for row in rows}

    async def about(self, guild_id: int, deeds: Collection[Deed], subject: str, most: int) -> list[Act]:
        """Return the last acts of these deeds on one subject, such as a case, oldest first."""
        mine = and_(audit.c.guild_id == guild_id, audit.c.deed.in_(deeds), audit.c.subject == subject)
        statement = select(audit).where(mine).order_by(audit.c.id.desc()).limit(most)
        async with self._engine.connect() as connection:
            return [_as_act(row) for row in (await connection.execute(statement)).mappings()][::-1]

    async def expire(self, guild_id: int | None, before: datetime) -> None:
        """Delete acts from before a moment. guild_id: of one server, None for all."""
        old = audit.c.at < before
        if guild_id is not None:
            old = and_(old, audit.c.guild_id == guild_id)
        async with self._engine.begin() as connection:
            await connection.execute(delete(audit).where(old))


def _of(guild_id: int, by: int | None, deed: Deed | None) -> ColumnElement[bool]:
    return and_(
        audit.c.guild_id == guild_id,
        *([audit.c.by == by] if by is not None else []),
        *([audit.c.deed == deed] if deed is not None else []),
    )


async def keep_act(connection: AsyncConnection, act: Act) -> None:
    """Keep an act in the transaction of what it tells of, so that neither stands without the other."""
    values = {name: getattr(act, name) for name in Act.__slots__}
    await connection.execute(insert(audit).values(**values))


def _as_act(row: RowMapping) -> Act:
    kept: dict[str, Any] = dict(row)
    del kept["id"]
    kept["deed"] = Deed(kept["deed"])
    return Act(**kept)
