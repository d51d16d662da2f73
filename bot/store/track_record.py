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


OF_RECOGNITION = and_(cases.c.reason != Reason.MODERATOR_SAYS.name, cases.c.counted_on.is_(None))
"""Cases whose rulings say how good recognition is: each that it found, once.

One that a moderator opened says nothing of it. Near copies that another case's entry counts were ruled with
that one, by the same press.
"""

_RELEASED = and_(
    cases.c.reason == Reason.REVIEWING.name,
    cases.c.notes_sent > 0,
    cases.c.state.in_([CaseState.NOTED, CaseState.DELETED]),
)
CONFIRMED = or_(cases.c.ruling == Ruling.CONFIRMED, and_(cases.c.ruling.is_(None), _RELEASED))
"""Who releases a note confirms the case, as long as nobody dismisses it or takes the note back."""

DISMISSED = cases.c.ruling == Ruling.DISMISSED

JUDGED_AT = func.coalesce(cases.c.ruled_at, cases.c.opened_at)
"""When a case was ruled; of one whose note was released, when it was opened."""


class TrackRecord:
    """Counts a server's rulings."""

    __slots__ = ("_engine",)

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def in_mode(self, guild_id: int) -> Record:
        """Count the newest cases that were judged since the server's mode was last changed."""
        changed = (
            select(func.max(audit.c.at))
            .where(audit.c.guild_id == guild_id, audit.c.deed == Deed.SETTING, audit.c.subject == "mode")
            .scalar_subquery()
        )
        newest = (
            select(cases.c.ruling)
            .where(
                cases.c.guild_id == guild_id,
                OF_RECOGNITION,
                or_(CONFIRMED, DISMISSED),
                or_(changed.is_(None), changed < JUDGED_AT),
            )
            .order_by(JUDGED_AT.desc())
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
