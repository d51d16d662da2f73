"""What the operator withdrew from all servers: written by a command, read by every running bot."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.knowledge import Scope, Withdrawn
from bot.store.tables import withdrawals

LONGEST_REASON = 500
"""Characters of the operator's reason."""


@dataclass(frozen=True, slots=True)
class KeptBack:
    """One thing that is withdrawn. subject: id of a resource or topic, empty for all. reason: optional."""

    scope: Scope
    subject: str
    at: datetime
    reason: str | None = None


class Withdrawals:
    """Keeps what is withdrawn until it is restored. Holds nothing of any server, and nothing about people."""

    __slots__ = ("_engine",)

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def withdraw(self, kept_back: KeptBack) -> bool:
        """Withdraw something; False, and the first time and reason stay, where it was withdrawn before."""
        row = {
            "scope": kept_back.scope,
            "subject": kept_back.subject,
            "at": kept_back.at,
            "reason": kept_back.reason,
        }
        async with self._engine.begin() as connection:
            done = await connection.execute(insert(withdrawals).values(row).on_conflict_do_nothing())
        return done.rowcount > 0

    async def restore(self, scope: Scope, subject: str) -> bool:
        """Let something be shown again; False where it was not withdrawn."""
        this = and_(withdrawals.c.scope == scope, withdrawals.c.subject == subject)
        async with self._engine.begin() as connection:
            return (await connection.execute(delete(withdrawals).where(this))).rowcount > 0

    async def listed(self) -> list[KeptBack]:
        """Return all that is withdrawn, the first first."""
        statement = select(withdrawals).order_by(withdrawals.c.at, withdrawals.c.subject)
        async with self._engine.connect() as connection:
            rows = (await connection.execute(statement)).all()
        return [KeptBack(Scope(row.scope), row.subject, row.at, row.reason) for row in rows]

    async def now(self) -> Withdrawn:
        """Return what is withdrawn, as the knowledge is asked to do without it."""
        kept_back = await self.listed()
        return Withdrawn(
            resources=frozenset(each.subject for each in kept_back if each.scope is Scope.RESOURCE),
            topics=frozenset(each.subject for each in kept_back if each.scope is Scope.TOPIC),
            everything=any(each.scope is Scope.ALL for each in kept_back),
        )
