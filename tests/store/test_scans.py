"""Stored scans: one runs in a server at a time, cursors outlive the process, ended ones are forgotten."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.policy import Reason
from bot.posts import WhyUnread
from bot.store import CaseState, Fault, Ledger, NewScan, Scan, ScanPlace, Scans, ScanState, Skip, Tally
from bot.store.tables import scans as table

from .conftest import NOON, Make

DAY = timedelta(days=1)
QUARTER = timedelta(days=90)
ASKED = NewScan(
    guild_id=10,
    channel_id=None,
    since=NOON - DAY,
    last=None,
    notes=False,
    reckoned=500,
    reckoned_most=900,
    asked_by=7,
    asked_at=NOON,
)


@pytest.fixture
def scans(engine: AsyncEngine) -> Scans:
    """Give the scans of a new store."""
    return Scans(engine)


async def running(scans: Scans, asked: NewScan = ASKED) -> Scan:
    """Start a scan."""
    scan = await scans.propose(asked)
    assert await scans.start(scan.id, 1000)
    return scan


async def test_a_scan_is_stored_as_it_was_asked_for(scans: Scans) -> None:
    scan = await scans.propose(ASKED)

    assert await scans.get(scan.id) == scan
    assert (scan.state, scan.since, scan.asked_by) == (ScanState.PROPOSED, NOON - DAY, 7)
    assert (scan.posts_read, scan.posts_found, scan.report_due) == (0, 0, False)


async def test_a_second_scan_of_a_server_does_not_start(scans: Scans) -> None:
    await running(scans)
    second = await scans.propose(ASKED)

    assert not await scans.start(second.id, 1001)
    await running(scans, replace(ASKED, guild_id=11))


async def test_the_schema_itself_refuses_a_second_one(scans: Scans, engine: AsyncEngine) -> None:
    await running(scans)
    second = await scans.propose(ASKED)

    with pytest.raises(IntegrityError):
        async with engine.begin() as connection:
            await connection.execute(
                update(table).where(table.c.id == second.id).values(state=ScanState.RUNNING)
            )


async def test_what_runs_or_ended_cannot_be_started_or_declined(scans: Scans) -> None:
    scan = await running(scans)

    assert not await scans.decline(scan.id)
    assert not await scans.start(scan.id, 1001)
    await scans.end(scan.id, ScanState.DONE, NOON)
    assert not await scans.start(scan.id, 1001)


async def test_a_declined_scan_leaves_nothing(scans: Scans) -> None:
    scan = await scans.propose(ASKED)

    assert await scans.decline(scan.id)
    assert await scans.get(scan.id) is None


async def test_a_scan_ends_once(scans: Scans) -> None:
    scan = await running(scans)

    assert await scans.end(scan.id, ScanState.CANCELLED, NOON, by=8)
    assert not await scans.end(scan.id, ScanState.FAILED, NOON, fault=Fault.LEFT)
    ended = await scans.get(scan.id)
    assert ended is not None
    assert (ended.state, ended.ended_by, ended.fault) == (ScanState.CANCELLED, 8, None)


async def test_an_end_that_nobody_was_told_is_unfinished(scans: Scans) -> None:
    scan = await running(scans)
    await scans.propose(ASKED)
    assert [each.id for each in await scans.unfinished()] == [scan.id]

    await scans.end(scan.id, ScanState.DONE, NOON)
    assert [each.id for each in await scans.unfinished()] == [scan.id]

    await scans.report_over(scan.id)
    assert await scans.unfinished() == []


async def test_cursors_and_counts_go_on_together(scans: Scans) -> None:
    scan = await running(scans)
    await scans.advance(scan.id, ScanPlace(20, 100), Tally(100, 1))
    await scans.advance(scan.id, ScanPlace(20, 150, finished=True), Tally(50))
    await scans.advance(scan.id, ScanPlace(21, 0, finished=True, skipped=Skip.OFF))

    assert await scans.places(scan.id) == {
        20: ScanPlace(20, 150, finished=True),
        21: ScanPlace(21, 0, finished=True, skipped=Skip.OFF),
    }
    counted = await scans.get(scan.id)
    assert counted is not None
    assert (counted.posts_read, counted.posts_found) == (150, 1)


async def test_what_was_not_read_is_counted_by_the_reason(scans: Scans) -> None:
    scan = await running(scans)
    await scans.advance(scan.id, ScanPlace(20, 100), Tally(100, unread={WhyUnread.GONE: 2}))
    more = Tally(1, unread={WhyUnread.GONE: 1}) + Tally(1, unread={WhyUnread.KEPT: 1, WhyUnread.GONE: 1})
    await scans.advance(scan.id, ScanPlace(20, 150), more)

    assert await scans.unread(scan.id) == {WhyUnread.GONE: 4, WhyUnread.KEPT: 1}


async def test_who_reads_on_learns_that_the_scan_was_cancelled(scans: Scans) -> None:
    scan = await running(scans)
    assert await scans.advance(scan.id, ScanPlace(20, 100), Tally(100))

    await scans.end(scan.id, ScanState.CANCELLED, NOON, by=8)

    assert not await scans.advance(scan.id, ScanPlace(20, 200), Tally(100))


async def test_old_scans_are_forgotten_with_their_cursors_and_running_ones_stay(scans: Scans) -> None:
    ended = await running(scans)
    await scans.advance(ended.id, ScanPlace(20, 100), Tally(1))
    await scans.end(ended.id, ScanState.DONE, NOON)
    still = await running(scans)
    await scans.propose(ASKED)
    young = await scans.propose(replace(ASKED, asked_at=NOON + DAY))

    assert await scans.expire(NOON + QUARTER, QUARTER) == 0
    assert await scans.expire(NOON + QUARTER + DAY / 2, QUARTER) == 2

    assert await scans.get(ended.id) is None
    assert await scans.places(ended.id) == {}
    assert await scans.get(still.id)
    assert await scans.get(young.id)


async def test_what_a_scan_found_gets_no_note_when_the_case_before_it_closes(
    ledger: Ledger, new_case: Make
) -> None:
    first = await ledger.open(new_case(30, entry_due=True))
    assert first is not None
    found = await ledger.open(
        new_case(31, state=CaseState.SILENCED, reason=Reason.SCANNED, covered_by=first.id)
    )
    assert found is not None

    await ledger.close(first, CaseState.DELETED_FIRST)

    after = await ledger.get(found.id)
    assert after is not None
    assert (after.state, after.reason, after.covered_by) == (CaseState.OBSERVED, Reason.SCANNED, None)
    assert after.entry_due, "no entry stands for it now"


async def test_a_live_post_is_next_before_what_a_scan_found(ledger: Ledger, new_case: Make) -> None:
    first = await ledger.open(new_case(30))
    assert first is not None
    covered = {"state": CaseState.SILENCED, "covered_by": first.id}
    found = await ledger.open(new_case(31, reason=Reason.SCANNED, **covered))
    live = await ledger.open(new_case(32, reason=Reason.COOLING_DOWN, **covered))
    assert found is not None
    assert live is not None

    await ledger.close(first, CaseState.DELETED_FIRST)

    heir, other = await ledger.get(live.id), await ledger.get(found.id)
    assert heir is not None
    assert other is not None
    assert (heir.state, other.covered_by) == (CaseState.SENDING, live.id)


STANDING = frozenset({CaseState.NOTED, CaseState.OBSERVED})


async def test_a_case_stands_for_the_posts_of_its_own_time(ledger: Ledger, new_case: Make) -> None:
    case = await ledger.open(new_case(500, state=CaseState.OBSERVED))
    assert case is not None

    assert await ledger.standing_for(20, "kratom", STANDING, 400, 600) == case.id
    assert await ledger.standing_for(20, "kratom", STANDING, 500, 600) is None
    assert await ledger.standing_for(20, "kratom", STANDING, 400, 500) is None
    assert await ledger.standing_for(21, "kratom", STANDING, 400, 600) is None
    assert await ledger.standing_for(20, "kratom", frozenset({CaseState.NOTED}), 400, 600) is None
