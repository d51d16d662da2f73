"""The scans of old posts: what was asked for, how far each is, and how it ended."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import RowMapping, and_, delete, or_, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.posts import WhyUnread
from bot.store.audit import Act, Deed, keep_act
from bot.store.tables import scan_places, scan_unread, scans


class ScanState(StrEnum):
    """Where a scan stands. Stored; never renamed once released."""

    PROPOSED = "proposed"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


class Fault(StrEnum):
    """Why a scan ended before its time. Shown to moderators; never renamed once released."""

    LOG_GONE = "the mod log is gone or I may not write there"
    LEFT = "Signpost is no longer in the server"
    CHANNEL_GONE = "the channel is gone or I cannot see it"
    UNFORESEEN = "something unforeseen went wrong, and it was not your doing"


class Skip(StrEnum):
    """Why a scan left a channel out. Shown to moderators; never renamed once released."""

    OFF = "Signpost is off there"
    EXEMPT = "exempt from being read"
    HIDDEN = "I lack View Channel"
    NO_HISTORY = "I lack Read Message History"
    GONE = "deleted meanwhile"
    REFUSED = "Discord refuses it to me"
    NO_ANSWER = "Discord did not answer"
    ARCHIVE_REFUSED = "only its archived threads: Discord refuses them to me"
    ARCHIVE_NO_ANSWER = "only its archived threads: Discord did not answer"


ARCHIVE_ALONE = frozenset({Skip.ARCHIVE_REFUSED, Skip.ARCHIVE_NO_ANSWER})
"""What leaves a channel's own posts and open threads in."""


@dataclass(frozen=True, slots=True)
class NewScan:
    """A scan about to be proposed. channel_id: None for the whole server. asked_by: id of the manager.

    since or last, never both: from this moment on, or so many posts of each channel. reckoned,
    reckoned_most: posts at least and at most; None where nobody can tell.
    """

    guild_id: int
    channel_id: int | None
    since: datetime | None
    last: int | None
    notes: bool
    reckoned: int
    reckoned_most: int | None
    asked_by: int
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Scan:
    """A stored scan. until_id: the press that started it; later posts are judged live.

    report_due: its end stands in no mod log yet. report_id: its message there. ended_by: who cancelled it.
    code: of a fault that nobody foresaw; it stands in the operator's log too.
    """

    id: int
    guild_id: int
    channel_id: int | None
    since: datetime | None
    last: int | None
    notes: bool
    reckoned: int
    reckoned_most: int | None
    state: ScanState
    asked_by: int
    asked_at: datetime
    until_id: int | None
    ended_at: datetime | None
    ended_by: int | None
    fault: Fault | None
    code: str | None
    posts_read: int
    posts_found: int
    report_due: bool
    report_channel_id: int | None
    report_id: int | None


@dataclass(frozen=True, slots=True)
class ScanPlace:
    """How far a scan is in a channel. cursor: id of the last message judged, 0 where none was.

    skipped: why it was left out, or with a cursor, why it was not read to its end.
    """

    channel_id: int
    cursor: int
    finished: bool = False
    skipped: Skip | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """What a scan counted. unread: posts with files that could not be read, by the reason."""

    read: int = 0
    found: int = 0
    unread: Mapping[WhyUnread, int] = field(default_factory=dict[WhyUnread, int])

    def __add__(self, more: "Tally") -> "Tally":
        """Count both together."""
        unread = Counter(self.unread) + Counter(more.unread)
        return Tally(self.read + more.read, self.found + more.found, unread)


class Scans:
    """Proposes, starts and ends scans, and keeps their cursors. Holds ids and counts; no text, no author.

    Invariant: one scan runs in a server at a time; the schema sees to it.
    """

    __slots__ = ("_engine",)

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def propose(self, scan: NewScan) -> Scan:
        """Store a scan that waits for its start."""
        values = asdict(scan) | {"state": ScanState.PROPOSED}
        async with self._engine.begin() as connection:
            row = await connection.execute(insert(scans).values(values).returning(*scans.c))
            return _scan(row.mappings().one())

    async def get(self, scan_id: int) -> Scan | None:
        """Return a scan, or None once it has expired or was declined."""
        async with self._engine.connect() as connection:
            found = await connection.execute(select(scans).where(scans.c.id == scan_id))
            row = found.mappings().one_or_none()
        return None if row is None else _scan(row)

    async def running_in(self, guild_id: int) -> Scan | None:
        """Return the scan that runs in a server."""
        this = and_(scans.c.guild_id == guild_id, scans.c.state == ScanState.RUNNING)
        async with self._engine.connect() as connection:
            row = (await connection.execute(select(scans).where(this))).mappings().one_or_none()
        return None if row is None else _scan(row)

    async def start(self, scan_id: int, until_id: int, at: datetime | None = None) -> bool:
        """Start a proposed scan; False if it is not proposed any more or another runs in its server.

        at: when, None for now.
        """
        other = scans.alias()
        runs_there = select(other.c.id).where(
            other.c.guild_id == scans.c.guild_id, other.c.state == ScanState.RUNNING
        )
        proposed = and_(scans.c.id == scan_id, scans.c.state == ScanState.PROPOSED)
        started = {"state": ScanState.RUNNING, "until_id": until_id}
        async with self._engine.begin() as connection:
            statement = update(scans).where(proposed, ~runs_there.exists()).values(started)
            row = (await connection.execute(statement.returning(*scans.c))).mappings().one_or_none()
            if row is not None:
                await keep_act(connection, _act(_scan(row), at or datetime.now(UTC), row["asked_by"]))
            return row is not None

    async def decline(self, scan_id: int) -> bool:
        """Forget a proposed scan; False if it is not proposed any more."""
        proposed = and_(scans.c.id == scan_id, scans.c.state == ScanState.PROPOSED)
        async with self._engine.begin() as connection:
            return (await connection.execute(delete(scans).where(proposed))).rowcount > 0

    async def end(
        self,
        scan_id: int,
        state: ScanState,
        at: datetime,
        *,
        by: int | None = None,
        fault: Fault | None = None,
        code: str | None = None,
    ) -> bool:
        """End a running scan, whose report is due then; False if it had ended before."""
        running = and_(scans.c.id == scan_id, scans.c.state == ScanState.RUNNING)
        ended = {
            "state": state,
            "ended_at": at,
            "ended_by": by,
            "fault": fault.name if fault else None,
            "code": code,
            "report_due": True,
        }
        async with self._engine.begin() as connection:
            statement = update(scans).where(running).values(ended).returning(*scans.c)
            row = (await connection.execute(statement)).mappings().one_or_none()
            if row is not None and by is not None:
                await keep_act(connection, _act(_scan(row), at, by))
            return row is not None

    async def report_written(self, scan_id: int, channel_id: int, report_id: int) -> None:
        """Remember which mod-log message shows the scan."""
        await self._set(scan_id, report_channel_id=channel_id, report_id=report_id)

    async def report_over(self, scan_id: int) -> None:
        """Remember that nothing more is to be written of an ended scan."""
        await self._set(scan_id, report_due=False)

    async def unfinished(self) -> list[Scan]:
        """Return the scans that run, and those whose end nobody was told."""
        statement = (
            select(scans)
            .where(or_(scans.c.state == ScanState.RUNNING, scans.c.report_due))
            .order_by(scans.c.id)
        )
        async with self._engine.connect() as connection:
            return [_scan(row) for row in (await connection.execute(statement)).mappings()]

    async def places(self, scan_id: int) -> dict[int, ScanPlace]:
        """Return how far a scan is, by channel; a channel not yet begun is missing."""
        statement = select(
            scan_places.c.channel_id, scan_places.c.cursor, scan_places.c.finished, scan_places.c.skipped
        ).where(scan_places.c.scan_id == scan_id)
        async with self._engine.connect() as connection:
            rows = (await connection.execute(statement)).mappings().all()
        return {row["channel_id"]: _place(row) for row in rows}

    async def unread(self, scan_id: int) -> dict[WhyUnread, int]:
        """Return in how many posts files could not be read, by the reason."""
        statement = select(scan_unread.c.why, scan_unread.c.posts).where(scan_unread.c.scan_id == scan_id)
        async with self._engine.connect() as connection:
            return {WhyUnread[why]: posts for why, posts in await connection.execute(statement)}

    async def advance(self, scan_id: int, place: ScanPlace, since: Tally | None = None) -> bool:
        """Move a channel's cursor on, and count what was read since the last time.

        False if the scan has ended meanwhile.
        """
        since = since or Tally()
        moved = {"cursor": place.cursor, "finished": place.finished}
        moved |= {"skipped": place.skipped.name if place.skipped else None}
        statement = insert(scan_places).values(scan_id=scan_id, channel_id=place.channel_id, **moved)
        counted = {"posts_read": scans.c.posts_read + since.read}
        counted |= {"posts_found": scans.c.posts_found + since.found}
        unread = [{"scan_id": scan_id, "why": why.name, "posts": n} for why, n in since.unread.items()]
        async with self._engine.begin() as connection:
            await connection.execute(statement.on_conflict_do_update(["scan_id", "channel_id"], set_=moved))
            if unread:
                more = insert(scan_unread)
                added = {"posts": scan_unread.c.posts + more.excluded.posts}
                await connection.execute(more.on_conflict_do_update(["scan_id", "why"], set_=added), unread)
            counting = update(scans).where(scans.c.id == scan_id).values(counted).returning(scans.c.state)
            return (await connection.execute(counting)).scalar_one_or_none() == ScanState.RUNNING

    async def expire(self, now: datetime, retention: timedelta, guild_id: int | None = None) -> int:
        """Delete the scans asked for longer ago than the retention, with their cursors; running ones stay.

        guild_id: of one server, None for all.
        """
        old = and_(scans.c.asked_at < now - retention, scans.c.state != ScanState.RUNNING)
        if guild_id is not None:
            old = and_(old, scans.c.guild_id == guild_id)
        async with self._engine.begin() as connection:
            return (await connection.execute(delete(scans).where(old))).rowcount

    async def _set(self, scan_id: int, **values: object) -> None:
        async with self._engine.begin() as connection:
            await connection.execute(update(scans).where(scans.c.id == scan_id).values(**values))


def _act(scan: Scan, at: datetime, by: int) -> Act:
    """Say who started or cancelled a scan."""
    return Act(scan.guild_id, at, by, Deed.SCAN, str(scan.id), None, scan.state)


def _scan(row: RowMapping) -> Scan:
    stored: dict[str, Any] = dict(row)
    stored["state"] = ScanState(stored["state"])
    stored["fault"] = Fault[stored["fault"]] if stored["fault"] else None
    return Scan(**stored)


def _place(row: RowMapping) -> ScanPlace:
    skipped = Skip[row["skipped"]] if row["skipped"] else None
    return ScanPlace(row["channel_id"], row["cursor"], row["finished"], skipped)
