"""How often moderators agreed with what was found."""

from typing import Any

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.advice import Record
from bot.policy import Reason
from bot.store.audit import Deed
from bot.store.cases import CaseState, Ruling
from bot.store.tables import audit, cases

MOST_COUNTED = 200
"""Newest judged cases of a server that count: what moderators saw long ago says less about today."""


class TrackRecord:
    """Counts a server's rulings. A case that a moderator opened says nothing of recognition."""

    __slots__ = ("_engine",)

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def in_mode(self, guild_id: int) -> Record:
        """Count the newest cases that were judged since the server's mode was last changed.

        Who releases a note confirms the case, as long as nobody dismisses it or takes the note back. Near
        copies that another case's entry counts were ruled with it, by the same press.
        """
        changed = (
            select(func.max(audit.c.at))
            .where(audit.c.guild_id == guild_id, audit.c.deed == Deed.SETTING, audit.c.subject == "mode")
            .scalar_subquery()
        )
        judged_at = func.coalesce(cases.c.ruled_at, cases.c.opened_at)
        newest = (
            select(cases.c.ruling)
            .where(
                cases.c.guild_id == guild_id,
                cases.c.reason != Reason.MODERATOR_SAYS.name,
                cases.c.counted_on.is_(None),
                or_(cases.c.ruling.is_not(None), _released),
                or_(changed.is_(None), judged_at > changed),
            )
            .order_by(judged_at.desc())
            .limit(MOST_COUNTED)
            .subquery()
        )
        dismissed = func.count().filter(newest.c.ruling == Ruling.DISMISSED)
        async with self._engine.connect() as connection:
            counted: Any = (
                await connection.execute(select(func.count(), dismissed).select_from(newest))
            ).one()
        judged, against = counted
        return Record(judged - against, against)


_released = and_(
    cases.c.reason == Reason.REVIEWING.name,
    cases.c.notes_sent > 0,
    cases.c.state.in_([CaseState.NOTED, CaseState.DELETED]),
)
