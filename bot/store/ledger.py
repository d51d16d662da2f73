"""The ledger: opens a case, records its note, takes a ruling, remembers what a cool-down silenced."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    RowMapping,
    Select,
    and_,
    delete,
    func,
    literal,
    not_,
    or_,
    select,
    union_all,
    update,
)
from sqlalchemy import case as when
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.policy import Reason
from bot.recognition import Selection
from bot.store.cases import Case, CaseState, NewCase, RuledCase, Ruling, SentNote, SilencedPost
from bot.store.lists import OwnLists, packed
from bot.store.tables import cases, expired_entries, fingerprints, notes, pieces

REFUSALS_TOGETHER = timedelta(days=1)
"""Refused cases of a channel within this time share one mod-log entry."""

LAST_TRIES = timedelta(days=1)
"""Time beyond the retention in which a note that was never seen to arrive is still looked for."""


class Ledger:
    """Cases, notes and rulings. Holds ids, scores, claim ids and keyed fingerprints; never text, no author.

    Invariant: a case is stored before its note is sent, so a crash can delay a note but never double it.
    Invariant: a post has at most one case; the schema sees to it.
    """

    __slots__ = ("_engine", "_lists")

    def __init__(self, engine: AsyncEngine, lists: OwnLists) -> None:
        """Tell `lists` of each ruling, and when cases are gone."""
        self._engine = engine
        self._lists = lists

    async def open(self, case: NewCase) -> Case | None:
        """Store a case before anything is sent. None if this post already has one."""
        statement = insert(cases).values(stored(case)).on_conflict_do_nothing().returning(*cases.c)
        async with self._engine.begin() as connection:
            row = (await connection.execute(statement)).mappings().one_or_none()
            if row is not None:
                await keep_fingerprints(connection, row["id"], case.fingerprints)
                await keep_pieces(connection, row["id"], case)
        return None if row is None else as_case(row)

    async def of_post(self, message_id: int) -> Case | None:
        """Return the case of a post, if it has one."""
        return await self._one(cases.c.message_id == message_id)

    async def rule(
        self, case_id: int, guild_id: int, ruling: Ruling, by: int, at: datetime
    ) -> RuledCase | None:
        """Take a moderator's ruling, in place of an earlier one. by: the moderator's id.

        Returns the case as it stands then; None if this server has no such case, or no longer, or its post
        is gone. The same ruling again changes nothing: the first to give it stays its author. Who dismisses a
        case that waits for release ends its waiting; who confirms it publishes nothing.
        """
        over = cases.c.state.in_([CaseState.DELETED, CaseState.DELETED_FIRST])
        this = and_(cases.c.id == case_id, cases.c.guild_id == guild_id, not_(over))
        other = or_(cases.c.ruling.is_(None), cases.c.ruling != ruling)
        ruled: dict[str, Any] = {"ruling": ruling, "ruled_by": by, "ruled_at": at}
        if ruling is Ruling.DISMISSED:
            waits = cases.c.state == CaseState.WAITING
            ruled["state"] = when((waits, CaseState.UNRELEASED), else_=cases.c.state)
        async with self._engine.begin() as connection:
            new = (await connection.execute(update(cases).where(this, other).values(ruled))).rowcount > 0
            row = (await connection.execute(select(cases).where(this))).mappings().one_or_none()
        if new:
            self._lists.changed(guild_id)
        return None if row is None else RuledCase(as_case(row), new)

    async def covering(self, channel_id: int, topic: str, since: datetime) -> int | None:
        """Return the newest case in this channel whose note, sent or on its way since then, covers the topic.

        A note on its way counts: else ten posts in one second would get ten notes. So does one that waits
        for a moderator; one that was released is on its way since just now, however long it waited.
        """
        released = and_(cases.c.state == CaseState.SENDING, cases.c.waits_until.is_not(None))
        to_come = select(cases.c.id.label("case_id"), cases.c.opened_at.label("at")).where(
            cases.c.channel_id == channel_id,
            cases.c.topic == topic,
            cases.c.state.in_([CaseState.SENDING, CaseState.WAITING]),
            or_(cases.c.opened_at > since, released),
        )
        return await self._newest(union_all(_noted(channel_id, topic, since), to_come))

    async def noted_since(self, channel_id: int, topic: str, since: datetime) -> int | None:
        """Return the newest case in this channel whose note was sent since then, for a note that is late."""
        return await self._newest(_noted(channel_id, topic, since))

    async def standing_for(
        self, channel_id: int, topic: str, states: Collection[CaseState], after: int, before: int
    ) -> int | None:
        """Return the newest case in these states whose post lies between two others in this channel.

        after, before: message ids, which carry the time: what a scan finds is held against its own time.
        """
        statement = (
            select(cases.c.id)
            .where(
                cases.c.channel_id == channel_id,
                cases.c.topic == topic,
                cases.c.state.in_(states),
                cases.c.message_id > after,
                cases.c.message_id < before,
                cases.c.covered_by.is_(None),
                cases.c.ruling.is_distinct_from(Ruling.DISMISSED),
            )
            .order_by(cases.c.message_id.desc())
            .limit(1)
        )
        async with self._engine.connect() as connection:
            return (await connection.execute(statement)).scalar_one_or_none()

    async def _newest(self, found: Select[Any, Any] | CompoundSelect[Any, Any]) -> int | None:
        listed = found.subquery()
        statement = select(listed.c.case_id).order_by(listed.c.at.desc()).limit(1)
        async with self._engine.connect() as connection:
            return (await connection.execute(statement)).scalar_one_or_none()

    async def record_note(self, case: Case, note: SentNote) -> None:
        """Record that Discord accepted the case's note. Recording the same note again changes nothing."""
        row = {
            "note_id": note.note_id,
            "case_id": case.id,
            "guild_id": case.guild_id,
            "channel_id": case.channel_id,
            "message_id": case.message_id,
            "topic": case.topic,
            "resource_ids": list(note.resource_ids),
            "text_version": note.text_version,
            "sent_at": note.sent_at,
        }
        async with self._engine.begin() as connection:
            await connection.execute(insert(notes).values(row).on_conflict_do_nothing())
            await connection.execute(
                update(cases)
                .where(cases.c.id == case.id)
                .values(state=CaseState.NOTED, notes_sent=case.notes_sent + 1)
            )

    async def join_earlier_refusal(self, case: Case) -> int | None:
        """Count a refused case on the channel's earlier one, if the same trouble began within the last day.

        Returns the earlier case's id, so that a channel without permissions costs the log one entry a day.
        """
        earlier = (
            select(cases.c.id)
            .where(
                cases.c.channel_id == case.channel_id,
                cases.c.state == CaseState.REFUSED,
                cases.c.covered_by.is_(None),
                cases.c.id < case.id,
                cases.c.opened_at > case.opened_at - REFUSALS_TOGETHER,
            )
            .order_by(cases.c.id.desc())
            .limit(1)
        )
        async with self._engine.begin() as connection:
            found = (await connection.execute(earlier)).scalar_one_or_none()
            if found is not None:
                joined = {"covered_by": found, "entry_due": False}
                await connection.execute(update(cases).where(cases.c.id == case.id).values(joined))
        return found

    async def close(self, case: Case, state: CaseState, preferred: int | None = None) -> int | None:
        """End a case without a note.

        Unless the channel refused it, the next post that its note was to stand for is "sending" now: the id
        of that one's case is returned. preferred: the post to take rather than the next.
        """
        async with self._engine.begin() as connection:
            await connection.execute(update(cases).where(cases.c.id == case.id).values(state=state))
            return None if state is CaseState.REFUSED else await pass_on(connection, case, preferred)

    async def cover(self, case: Case, covering: int) -> None:
        """End a case without a note of its own: another note stands for it, and for what it covered."""
        silenced = {"state": CaseState.SILENCED, "reason": Reason.COOLING_DOWN.name, "entry_due": False}
        own_and_covered = or_(cases.c.id == case.id, cases.c.covered_by == case.id)
        async with self._engine.begin() as connection:
            await connection.execute(
                update(cases).where(own_and_covered).values(covered_by=covering, **silenced)
            )

    async def entry_written(self, case_id: int, channel_id: int, entry_id: int) -> None:
        """Remember which mod-log message is the case's entry."""
        await self._set(case_id, entry_due=False, entry_channel_id=channel_id, entry_id=entry_id)

    async def entry_dropped(self, case_id: int) -> None:
        """Give up on the case's mod-log entry: there is no log, or no way into it.

        One that stands and was to be rewritten holds what is no longer said, and is to be struck.
        """
        await self._set(case_id, entry_due=False, strike_due=cases.c.entry_id.is_not(None))

    async def note_to_go(self, case_id: int) -> bool:
        """Say whether a case's note stands and is to be withdrawn."""
        due = select(notes.c.note_id).where(notes.c.case_id == case_id, notes.c.withdrawal_due)
        async with self._engine.connect() as connection:
            return (await connection.execute(due)).first() is not None

    async def get(self, case_id: int) -> Case | None:
        """Return a case, or None once it has expired."""
        return await self._one(cases.c.id == case_id)

    async def posts_in(self, channel_id: int) -> list[int]:
        """Return the posts, by id, whose cases a deleted channel or thread takes along."""
        standing = and_(stands_in(channel_id), cases.c.state != CaseState.DELETED)
        async with self._engine.connect() as connection:
            return [*(await connection.execute(select(cases.c.message_id).where(standing))).scalars()]

    async def standing(self, since: datetime, most: int) -> list[Case]:
        """Return the newest cases whose post stands as far as is known, newest first."""
        over = [CaseState.DELETED, CaseState.DELETED_FIRST, CaseState.SENDING]
        statement = (
            select(cases)
            .where(cases.c.opened_at > since, cases.c.state.not_in(over))
            .order_by(cases.c.id.desc())
            .limit(most)
        )
        async with self._engine.connect() as connection:
            return [as_case(row) for row in (await connection.execute(statement)).mappings()]

    async def silenced_by(self, case_id: int, most: int) -> tuple[int, tuple[SilencedPost, ...]]:
        """Return how many posts the case's note stands for, and the first few of them."""
        covered = and_(cases.c.covered_by == case_id, cases.c.state != CaseState.DELETED)
        first = select(cases.c.channel_id, cases.c.message_id).where(covered).order_by(cases.c.id).limit(most)
        async with self._engine.connect() as connection:
            count = (
                await connection.execute(select(func.count()).select_from(cases).where(covered))
            ).scalar_one()
            rows = (await connection.execute(first)).all()
        return count, tuple(SilencedPost(row.channel_id, row.message_id) for row in rows)

    async def unfinished(self) -> list[Case]:
        """Return the cases that a crash may have left half done: a note on its way, or an entry due."""
        statement = (
            select(cases)
            .where(or_(cases.c.state == CaseState.SENDING, cases.c.entry_due))
            .order_by(cases.c.id)
        )
        async with self._engine.connect() as connection:
            return [as_case(row) for row in (await connection.execute(statement)).mappings()]

    async def expire(self, now: datetime, retention: timedelta) -> int:
        """Delete the cases opened longer ago than the retention, with their fingerprints and rulings.

        A note outlives its case; that of a dismissed one is still to be withdrawn. What their mod-log entries
        show is to be struck. A note on its way has LAST_TRIES more to arrive.
        """
        old = or_(
            and_(cases.c.opened_at < now - retention, cases.c.state != CaseState.SENDING),
            cases.c.opened_at < now - retention - LAST_TRIES,
        )
        async with self._engine.begin() as connection:
            dismissed = select(cases.c.id).where(old, cases.c.ruling == Ruling.DISMISSED)
            await connection.execute(
                update(notes).where(notes.c.case_id.in_(dismissed)).values(withdrawal_due=True)
            )
            await _leave_entries(connection, old)
            expired = (await connection.execute(delete(cases).where(old))).rowcount
        if expired:
            self._lists.changed()
        return expired

    async def _one(self, which: ColumnElement[bool]) -> Case | None:
        async with self._engine.connect() as connection:
            row = (await connection.execute(select(cases).where(which))).mappings().one_or_none()
        return None if row is None else as_case(row)

    async def _set(self, case_id: int, **values: object) -> None:
        async with self._engine.begin() as connection:
            await connection.execute(update(cases).where(cases.c.id == case_id).values(**values))


def _noted(channel_id: int, topic: str, since: datetime) -> Select[Any, Any]:
    """Select the notes that cool a channel down; one that is about to be withdrawn does not."""
    standing = select(cases.c.id).where(cases.c.ruling.is_distinct_from(Ruling.DISMISSED))
    return select(notes.c.case_id, notes.c.sent_at.label("at")).where(
        notes.c.channel_id == channel_id,
        notes.c.topic == topic,
        notes.c.sent_at > since,
        notes.c.withdrawal_due.is_(False),
        notes.c.case_id.in_(standing),
    )


def stands_in(channel_id: int) -> ColumnElement[bool]:
    """Name the cases of a channel or thread, and of the threads and forum posts that hang in it."""
    return or_(cases.c.channel_id == channel_id, cases.c.parent_id == channel_id)


async def _leave_entries(connection: AsyncConnection, of: ColumnElement[bool]) -> None:
    """Note down the mod-log entries of cases that are about to go, but for those that are struck already."""
    struck = and_(cases.c.state.in_([CaseState.DELETED, CaseState.CLEANED]), cases.c.strike_due.is_(False))
    shown = select(
        cases.c.entry_id, cases.c.guild_id, cases.c.entry_channel_id, literal(0).label("tries")
    ).where(of, cases.c.entry_id.is_not(None), not_(struck))
    columns = ["entry_id", "guild_id", "channel_id", "tries"]
    await connection.execute(insert(expired_entries).from_select(columns, shown).on_conflict_do_nothing())


def stored(case: NewCase) -> dict[str, Any]:
    """Write a case as its row holds it; its fingerprints and further messages have tables of their own."""
    values = asdict(case) | {"claims": list(case.claims), "reason": case.reason.name}
    del values["fingerprints"], values["further"]
    return values


async def keep_fingerprints(connection: AsyncConnection, case_id: int, selection: Selection) -> None:
    """Keep the fingerprints of a case in place of those it had."""
    await connection.execute(delete(fingerprints).where(fingerprints.c.case_id == case_id))
    if selection.values:
        kept = insert(fingerprints).values(case_id=case_id, hashes=packed(selection))
        await connection.execute(kept)


async def keep_pieces(connection: AsyncConnection, case_id: int, new: NewCase) -> None:
    """Count a case's further messages on it; none of its messages counts on another case any more."""
    own = pieces.c.message_id.in_((new.message_id, *new.further))
    await connection.execute(delete(pieces).where(own))
    rows = [{"case_id": case_id, "message_id": message_id} for message_id in new.further]
    if rows:
        await connection.execute(insert(pieces), rows)


def covered_by(case_id: int) -> ColumnElement[bool]:
    """Select the cases that wait behind another one's note."""
    return and_(cases.c.covered_by == case_id, cases.c.state == CaseState.SILENCED)


async def pass_on(
    connection: AsyncConnection, case: Case, preferred: int | None = None, but: Collection[int] = ()
) -> int | None:
    """Let the next post that a case stood for get the note, now that this one has none; its case's id.

    Without this, a pitch would stay unanswered because of a note that is gone. The others wait for its note.
    What a scan found waits for none: where only such posts are left, the next has an entry of its own. Where
    a moderator was to release the note, the heir waits in its place and for as long; of a case that nobody
    released in time, nothing is inherited.
    preferred: the post to take rather than the next. but: cases that inherit nothing and stay with this one.
    """
    if case.reason is Reason.REVIEWING and case.waits_until is None:
        return None
    waiting = and_(covered_by(case.id), cases.c.id.not_in(but))
    found_by_scan = cases.c.reason == Reason.SCANNED.name
    order = (cases.c.message_id.is_distinct_from(preferred), found_by_scan, cases.c.id)
    first = select(cases.c.id, cases.c.reason).where(waiting).order_by(*order).limit(1)
    heir = (await connection.execute(first)).one_or_none()
    if heir is None:
        return None
    await connection.execute(update(cases).where(waiting, cases.c.id != heir.id).values(covered_by=heir.id))
    stands: dict[str, Any] = {"state": CaseState.SENDING, "reason": Reason.PITCH.name}
    if heir.reason == Reason.SCANNED.name:
        stands = {"state": CaseState.OBSERVED}
    elif case.reason is Reason.REVIEWING:
        stands = {
            "state": CaseState.WAITING,
            "reason": Reason.REVIEWING.name,
            "waits_until": case.waits_until,
        }
    entry_due = case.entry_due or case.entry_id is not None
    await connection.execute(
        update(cases).where(cases.c.id == heir.id).values(covered_by=None, entry_due=entry_due, **stands)
    )
    return heir.id


def as_case(row: RowMapping) -> Case:
    """Read a case from its row."""
    kept: dict[str, Any] = dict(row)
    kept["claims"] = tuple(kept["claims"])
    kept["state"] = CaseState(kept["state"])
    kept["reason"] = Reason[kept["reason"]]
    kept["ruling"] = Ruling(kept["ruling"]) if kept["ruling"] else None
    return Case(**kept)
