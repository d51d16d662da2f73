"""Near copies: a text that is posted in several channels has one mod-log entry, which counts the others."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import discord
from sqlalchemy import ColumnElement, and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.policy import Reason
from bot.recognition import is_near_copy
from bot.store.cases import Case, CaseState, SilencedPost
from bot.store.ledger import as_case
from bot.store.lists import OwnLists, unpacked
from bot.store.tables import cases, fingerprints

TOGETHER = timedelta(hours=1)
"""Time within which near copies share an entry."""

MOST_COMPARED = 50
"""Cases of the last hour that a text is held against; the oldest."""

_SHARE = frozenset({CaseState.NOTED, CaseState.OBSERVED})
"""States whose entries say the same of a copy: a case that waits for release needs buttons of its own."""

_NOT_COUNTED = frozenset({CaseState.DELETED, CaseState.CLEANED})


@dataclass(frozen=True, slots=True)
class Others:
    """The posts that an entry counts beside its own. channels: how many they stand in. first: a few.

    elsewhere: whether any stands in another channel than the entry's own post.
    """

    posts: int = 0
    channels: int = 0
    first: tuple[SilencedPost, ...] = ()
    elsewhere: bool = False


class Copies:
    """Knows which cases are near copies of an earlier one, whose entry counts them.

    Invariant: a case that is counted on another counts none itself.
    """

    __slots__ = ("_engine", "_lists")

    def __init__(self, engine: AsyncEngine, lists: OwnLists) -> None:
        """Tell `lists` of rulings that near copies share."""
        self._engine = engine
        self._lists = lists

    async def host_of(self, case_id: int) -> Case | None:
        """Return the case whose entry may count this one: a near copy, in another channel, within the hour.

        None as well where the case has an entry of its own already, or a note that another stands for.
        """
        async with self._engine.connect() as connection:
            own = await _one(connection, cases.c.id == case_id)
            if own is None or own.state not in _SHARE or not _may_be_counted(own):
                return None
            taken = select(fingerprints.c.hashes).where(fingerprints.c.case_id == case_id)
            hashes = (await connection.execute(taken)).scalar_one_or_none()
            near = select(cases.c.id, fingerprints.c.hashes).join(fingerprints).where(_beside(own))
            others = (await connection.execute(near.order_by(cases.c.id).limit(MOST_COMPARED))).all()
        if hashes is None or not others:
            return None
        found = await asyncio.to_thread(_first_copy, hashes, [each.hashes for each in others])
        if found is None:
            return None
        async with self._engine.connect() as connection:
            return await _one(connection, cases.c.id == others[found].id)

    async def count_on(self, case: Case, host: Case) -> int:
        """Count a case, and what it counted, on another's entry; return that other case's id."""
        async with self._engine.begin() as connection:
            now = select(func.coalesce(cases.c.counted_on, cases.c.id)).where(cases.c.id == host.id)
            counting = (await connection.execute(now)).scalar_one()
            joining = or_(cases.c.id == case.id, cases.c.counted_on == case.id)
            await connection.execute(
                update(cases).where(joining).values(counted_on=counting, entry_due=False)
            )
        return counting

    async def of(self, case_id: int) -> list[Case]:
        """Return the near copies that a case's entry counts and whose posts stand as far as is known."""
        mine = and_(cases.c.counted_on == case_id, cases.c.state.not_in(_NOT_COUNTED))
        async with self._engine.connect() as connection:
            rows = await connection.execute(select(cases).where(mine).order_by(cases.c.id))
            return [as_case(row) for row in rows.mappings()]

    async def rule_like(self, ruled: Case) -> list[Case]:
        """Give the near copies that a case's entry counts its ruling as well; return them as they are then.

        What one press on the entry says holds for all that the entry counts.
        """
        ruling = {"ruling": ruled.ruling, "ruled_by": ruled.ruled_by, "ruled_at": ruled.ruled_at}
        mine = and_(cases.c.counted_on == ruled.id, cases.c.state != CaseState.DELETED)
        other = or_(cases.c.ruling.is_(None), cases.c.ruling != ruled.ruling)
        async with self._engine.begin() as connection:
            changed = (await connection.execute(update(cases).where(mine, other).values(ruling))).rowcount
        if changed:
            self._lists.changed(ruled.guild_id)
        return await self.of(ruled.id)

    async def others(self, case: Case, most: int) -> Others:
        """Return the posts that an entry counts: near copies, and what notes cover. most: of `first`."""
        copies = select(cases.c.id).where(cases.c.counted_on == case.id)
        counted = and_(
            or_(
                cases.c.covered_by == case.id,
                cases.c.counted_on == case.id,
                cases.c.covered_by.in_(copies),
            ),
            cases.c.state.not_in(_NOT_COUNTED),
        )
        how_many = select(func.count(), func.count(cases.c.channel_id.distinct())).where(counted)
        first = select(cases.c.channel_id, cases.c.message_id).where(counted).order_by(cases.c.id).limit(most)
        there = select(cases.c.id).where(counted, cases.c.channel_id != case.channel_id).limit(1)
        async with self._engine.connect() as connection:
            posts, channels = (await connection.execute(how_many)).one()
            elsewhere = (await connection.execute(there)).first() is not None
            rows = (await connection.execute(first)).all()
        shown = tuple(SilencedPost(row.channel_id, row.message_id) for row in rows)
        return Others(posts, channels, shown, elsewhere)


async def pass_entry_on(connection: AsyncConnection, case: Case) -> None:
    """Let the first near copy have an entry of its own, which counts the others: this one's is struck.

    Without this, notes that stand elsewhere would have no entry with buttons.
    """
    standing = and_(cases.c.counted_on == case.id, cases.c.state.not_in(_NOT_COUNTED))
    first = select(cases.c.id).where(standing).order_by(cases.c.id).limit(1)
    heir = (await connection.execute(first)).scalar_one_or_none()
    if heir is None:
        return
    await connection.execute(update(cases).where(cases.c.counted_on == case.id).values(counted_on=heir))
    await connection.execute(update(cases).where(cases.c.id == heir).values(counted_on=None, entry_due=True))


def _may_be_counted(case: Case) -> bool:
    free = case.entry_id is None and case.covered_by is None and case.counted_on is None
    return free and case.reason is not Reason.SCANNED


def _beside(own: Case) -> ColumnElement[bool]:
    """Name the cases that may count this one if their texts are alike."""
    written = discord.utils.snowflake_time(own.message_id)
    earliest, latest = (discord.utils.time_snowflake(written + each) for each in (-TOGETHER, TOGETHER))
    return and_(
        cases.c.guild_id == own.guild_id,
        cases.c.topic == own.topic,
        cases.c.id < own.id,
        cases.c.channel_id != own.channel_id,
        cases.c.state == own.state,
        cases.c.reason != Reason.SCANNED.name,
        cases.c.message_id.between(earliest, latest),
        cases.c.covered_by.is_(None),
        cases.c.counted_on.is_(None),
        cases.c.strike_due.is_(False),
        or_(cases.c.entry_due, cases.c.entry_id.is_not(None)),
    )


async def _one(connection: AsyncConnection, which: ColumnElement[bool]) -> Case | None:
    row = (await connection.execute(select(cases).where(which))).mappings().one_or_none()
    return None if row is None else as_case(row)


def _first_copy(text: bytes, others: Sequence[bytes]) -> int | None:
    """Return the place of the first text that this one is a near copy of, or that is one of it."""
    own = unpacked(text)
    for place, each in enumerate(map(unpacked, others)):
        if is_near_copy(own, each) and is_near_copy(each, own):
            return place
    return None
