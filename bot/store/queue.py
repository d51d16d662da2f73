"""The queue: the cases that are open, page by page, and since when a channel cools down."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, String, and_, cast, func, or_, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.cases import Case, CaseState
from bot.store.ledger import as_case, stands_in
from bot.store.tables import cases, notes

_STANDING = (
    CaseState.SENDING,
    CaseState.NOTED,
    CaseState.OBSERVED,
    CaseState.REFUSED,
    CaseState.LAPSED,
)
"""Where a case stands that a ruling is still of use for; what another case stands for is ruled with that."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which open cases are asked for; None means all.

    channel_id: of a channel with its threads. claim: id of a claim family. since: when they were opened.
    """

    channel_id: int | None = None
    claim: str | None = None
    since: datetime | None = None


class Queue:
    """Shows a server's open cases: those that wait for release, then those that stand without a ruling.

    Reads only.
    """

    __slots__ = ("_engine",)

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def count(self, guild_id: int, wanted: Wanted) -> int:
        """Count a server's open cases."""
        statement = select(func.count()).select_from(cases).where(_open(guild_id, wanted))
        async with self._engine.connect() as connection:
            return (await connection.execute(statement)).scalar_one()

    async def listed(self, guild_id: int, wanted: Wanted, most: int, skip: int = 0) -> list[Case]:
        """Return open cases, those that wait first, then the newest. skip: how many of them were seen."""
        statement = (
            select(cases)
            .where(_open(guild_id, wanted))
            .order_by((cases.c.state == CaseState.WAITING).desc(), cases.c.id.desc())
            .limit(most)
            .offset(skip)
        )
        async with self._engine.connect() as connection:
            return [as_case(row) for row in (await connection.execute(statement)).mappings()]

    async def cooling_since(self, case_id: int) -> datetime | None:
        """Return when the note of a case was sent, or the case opened whose note is still to come."""
        statement = (
            select(func.coalesce(func.max(notes.c.sent_at), cases.c.opened_at))
            .select_from(cases.join(notes, notes.c.case_id == cases.c.id, isouter=True))
            .where(cases.c.id == case_id)
            .group_by(cases.c.id)
        )
        async with self._engine.connect() as connection:
            return (await connection.execute(statement)).scalar_one_or_none()


def _open(guild_id: int, wanted: Wanted) -> ColumnElement[bool]:
    unruled = and_(cases.c.state.in_(_STANDING), cases.c.ruling.is_(None))
    own = and_(cases.c.covered_by.is_(None), cases.c.counted_on.is_(None))
    which = [cases.c.guild_id == guild_id, or_(cases.c.state == CaseState.WAITING, unruled), own]
    if wanted.channel_id is not None:
        which.append(stands_in(wanted.channel_id))
    if wanted.claim is not None:
        which.append(cast(cases.c.claims, String).contains(f'"{wanted.claim}"', autoescape=True))
    if wanted.since is not None:
        which.append(cases.c.opened_at >= wanted.since)
    return and_(*which)
