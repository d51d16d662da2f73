"""Cases that wait for a moderator: released, or ended unreleased when their time is over."""

from datetime import datetime

from sqlalchemy import and_, update
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.policy import Reason
from bot.store.audit import Act, Deed, keep_act
from bot.store.cases import Case, CaseState
from bot.store.ledger import as_case
from bot.store.tables import cases


class Waiting:
    """The waiting room of the ledger.

    Invariant: each case leaves it once: of a release, a dismissal and the end of its time, the first counts.
    """

    __slots__ = ("_engine",)

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def release(self, case_id: int, guild_id: int, by: int, at: datetime) -> Case | None:
        """Put a waiting case's note on its way, and keep who did. by: the moderator's id.

        Returns the case as it stands then, "sending"; None if this server has no such case, or it waits no
        longer. Its note is sent before or after a crash like any other.
        """
        this = and_(cases.c.id == case_id, cases.c.guild_id == guild_id, cases.c.state == CaseState.WAITING)
        released = update(cases).where(this).values(state=CaseState.SENDING).returning(*cases.c)
        async with self._engine.begin() as connection:
            row = (await connection.execute(released)).mappings().one_or_none()
            if row is not None:
                await keep_act(connection, Act(guild_id, at, by, Deed.RELEASE, str(case_id)))
        return None if row is None else as_case(row)

    async def begin(self, case: Case, until: datetime) -> bool:
        """Let a case wait whose note was on its way; False if it is not any more. until: its end."""
        held_up = and_(cases.c.id == case.id, cases.c.state == CaseState.SENDING)
        waits = {"state": CaseState.WAITING, "reason": Reason.REVIEWING.name, "waits_until": until}
        async with self._engine.begin() as connection:
            return (await connection.execute(update(cases).where(held_up).values(waits))).rowcount > 0

    async def expire(self, now: datetime) -> list[Case]:
        """End the cases whose time to be released is over; return them as they stand then.

        They have no time that they wait until any more: what they stood for inherits nothing.
        """
        over = and_(cases.c.state == CaseState.WAITING, cases.c.waits_until <= now)
        ended = {"state": CaseState.UNRELEASED, "waits_until": None}
        async with self._engine.begin() as connection:
            rows = await connection.execute(update(cases).where(over).values(ended).returning(*cases.c))
            return [as_case(row) for row in rows.mappings()]
