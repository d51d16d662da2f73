"""Numbers of a server: posts read, and what can be counted in cases, notes and contests."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, delete, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.store.tables import cases, contests, notes, readings
from bot.store.track_record import CONFIRMED, DISMISSED, JUDGED_AT, OF_RECOGNITION

KEPT = timedelta(weeks=53)
"""Time that the counts of posts read are kept: a year and the week that began it."""


class Readings:
    """Posts read, by server and week. Counts only; they go with the server."""

    __slots__ = ("_engine",)

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def add(self, counted: Mapping[tuple[int, date], int]) -> None:
        """Add counts, by server and Monday, to those that are kept."""
        async with self._engine.begin() as connection:
            for (guild_id, week), posts in counted.items():
                row = insert(readings).values(guild_id=guild_id, week=week, posts=posts)
                more = {"posts": readings.c.posts + row.excluded.posts}
                await connection.execute(row.on_conflict_do_update(["guild_id", "week"], set_=more))

    async def expire(self, today: date) -> None:
        """Delete counts that are older than KEPT."""
        async with self._engine.begin() as connection:
            await connection.execute(delete(readings).where(readings.c.week < today - KEPT))


class Statistics:
    """Counts a server's rows by day; tells of nobody."""

    __slots__ = ("_engine",)

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def by_day(self, guild_id: int, since: datetime) -> dict[str, dict[date, int]]:
        """Count what bot.insights.Week counts, by its names and by day (UTC), from a moment on.

        Rulings are those that `track_record` takes for one.
        """
        here = and_(cases.c.guild_id == guild_id, cases.c.opened_at >= since)
        standing = (
            select(func.count()).where(notes.c.case_id == cases.c.id).correlate(cases).scalar_subquery()
        )
        async with self._engine.connect() as connection:
            sent = await _summed(connection, cases.c.opened_at, cases.c.notes_sent, here)
            stand = await _summed(connection, cases.c.opened_at, standing, here)
            return {
                "posts": await _posts(connection, guild_id, since),
                "cases": await _counted(connection, cases.c.opened_at, here),
                "notes": sent,
                "withdrawn": {day: number - stand.get(day, 0) for day, number in sent.items()},
                "confirmed": await _ruled(connection, guild_id, since, CONFIRMED),
                "dismissed": await _ruled(connection, guild_id, since, DISMISSED),
                "contests": await _counted(
                    connection, contests.c.at, and_(contests.c.guild_id == guild_id, contests.c.at >= since)
                ),
            }

    async def claims(self, guild_id: int, since: datetime) -> Counter[str]:
        """Count in how many cases each claim was found, by the claim's id."""
        here = and_(cases.c.guild_id == guild_id, cases.c.opened_at >= since)
        async with self._engine.connect() as connection:
            found = (await connection.execute(select(cases.c.claims).where(here))).scalars()
            return Counter(claim for claims in found for claim in set(claims))


async def _posts(connection: AsyncConnection, guild_id: int, since: datetime) -> dict[date, int]:
    first = since.date() - timedelta(days=since.weekday())
    here = and_(readings.c.guild_id == guild_id, readings.c.week >= first)
    rows = await connection.execute(select(readings.c.week, readings.c.posts).where(here))
    return {row.week: row.posts for row in rows}


async def _ruled(
    connection: AsyncConnection, guild_id: int, since: datetime, ruling: ColumnElement[bool]
) -> dict[date, int]:
    which = and_(cases.c.guild_id == guild_id, since <= JUDGED_AT, ruling, OF_RECOGNITION)
    return await _counted(connection, JUDGED_AT, which)


async def _counted(
    connection: AsyncConnection, at: ColumnElement[Any], which: ColumnElement[bool]
) -> dict[date, int]:
    return await _by_day(connection, select(func.date(at), func.count()).where(which).group_by(func.date(at)))


async def _summed(
    connection: AsyncConnection,
    at: ColumnElement[Any],
    number: ColumnElement[Any],
    which: ColumnElement[bool],
) -> dict[date, int]:
    summed = select(func.date(at), func.sum(number)).where(which).group_by(func.date(at))
    return await _by_day(connection, summed)


async def _by_day(connection: AsyncConnection, statement: Select[Any, Any]) -> dict[date, int]:
    rows = (await connection.execute(statement)).all()
    return {date.fromisoformat(str(day)): int(number) for day, number in rows}
