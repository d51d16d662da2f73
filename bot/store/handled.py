"""What moderators did by hand with a case's note or post, and who did: the audit remembers it."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import and_, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.audit import Act, Audit, Deed, keep_act
from bot.store.cases import Case, CaseState
from bot.store.ledger import as_case
from bot.store.tables import cases, notes

BY_HAND = (Deed.RELEASE, Deed.WITHDRAWAL, Deed.DELETION)
"""Deeds on a case that its entry shows, in the order in which they can come."""


class Handled:
    """Takes notes back by hand, and tells who did what with a case.

    Invariant: a note that was taken back by hand is not sent again for its post.
    """

    __slots__ = ("_audit", "_engine")

    def __init__(self, engine: AsyncEngine, audit: Audit) -> None:
        self._engine = engine
        self._audit = audit

    async def withdraw(self, case_id: int, guild_id: int, by: int, at: datetime) -> Case | None:
        """Take note that a moderator takes a case's note back, without a ruling. by: the moderator's id.

        Returns the case as it stands then; None if this server has no such case, or no note of it stands.
        """
        this = and_(cases.c.id == case_id, cases.c.guild_id == guild_id, cases.c.state == CaseState.NOTED)
        recalled = update(cases).where(this).values(state=CaseState.RECALLED).returning(*cases.c)
        async with self._engine.begin() as connection:
            row = (await connection.execute(recalled)).mappings().one_or_none()
            if row is None:
                return None
            due = update(notes).where(notes.c.case_id == case_id).values(withdrawal_due=True)
            await connection.execute(due)
            await keep_act(connection, Act(guild_id, at, by, Deed.WITHDRAWAL, str(case_id)))
        return as_case(row)

    async def note_stands(self, case_id: int) -> bool:
        """Say whether a case's note stands as far as is known."""
        async with self._engine.connect() as connection:
            mine = select(notes.c.note_id).where(notes.c.case_id == case_id)
            return (await connection.execute(mine)).first() is not None

    async def deeds_on(self, case: Case) -> Mapping[Deed, int]:
        """Return what was done with a case by hand, and by whom: moderators' ids by deed."""
        done: dict[Deed, int] = {}
        for deed in BY_HAND:
            act = (await self._audit.last_changes(case.guild_id, deed, [str(case.id)])).get(str(case.id))
            if act is not None and act.by is not None:
                done[deed] = act.by
        return done
