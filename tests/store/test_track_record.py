"""What counts for a server's record, and from when on."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.advice import Record
from bot.policy import Reason
from bot.store import (
    Act,
    Audit,
    Case,
    CaseState,
    Deed,
    Ledger,
    NewCase,
    Retractions,
    Ruling,
    SentNote,
    TrackRecord,
    Waiting,
)
from bot.store.track_record import MOST_COUNTED

from .conftest import NOON, Make

MO = 71
MINUTE = timedelta(minutes=1)


@pytest.fixture
def record(engine: AsyncEngine) -> TrackRecord:
    """Give the record of a new store."""
    return TrackRecord(engine)


async def ruled(ledger: Ledger, new: NewCase, ruling: Ruling, at: datetime = NOON) -> None:
    """Open a case and have it ruled."""
    case = await ledger.open(new)
    assert case is not None
    await ledger.rule(case.id, new.guild_id, ruling, MO, at)


async def released(engine: AsyncEngine, ledger: Ledger, new: NewCase) -> Case:
    """Open a case that waits, have it released and its note sent."""
    waits = await ledger.open(new)
    assert waits is not None
    case = await Waiting(engine).release(waits.id, new.guild_id, MO, NOON)
    assert case is not None
    await ledger.record_note(case, SentNote(500 + case.id, ("samhsa",), "1", NOON))
    return case


async def test_rulings_of_this_server_count(record: TrackRecord, ledger: Ledger, new_case: Make) -> None:
    await ruled(ledger, new_case(30), Ruling.CONFIRMED)
    await ruled(ledger, new_case(31), Ruling.CONFIRMED)
    await ruled(ledger, new_case(32), Ruling.DISMISSED)
    await ruled(ledger, new_case(33, guild_id=11), Ruling.DISMISSED)
    await ledger.open(new_case(34))

    assert await record.in_mode(10) == Record(confirmed=2, dismissed=1)
    assert await record.in_mode(12) == Record()


async def test_a_case_that_a_moderator_opened_does_not_count(
    record: TrackRecord, ledger: Ledger, new_case: Make
) -> None:
    await ruled(ledger, new_case(reason=Reason.MODERATOR_SAYS), Ruling.CONFIRMED)

    assert await record.in_mode(10) == Record()


async def test_a_press_counts_once_however_many_copies_it_rules(
    record: TrackRecord, ledger: Ledger, new_case: Make
) -> None:
    await ruled(ledger, new_case(30), Ruling.DISMISSED)
    await ruled(ledger, new_case(31, channel_id=21, counted_on=1), Ruling.DISMISSED)

    assert await record.in_mode(10) == Record(dismissed=1)


async def test_who_releases_a_note_confirms_its_case(
    engine: AsyncEngine, record: TrackRecord, ledger: Ledger, new_case: Make
) -> None:
    waits = {"state": CaseState.WAITING, "reason": Reason.REVIEWING, "waits_until": NOON + MINUTE}
    await released(engine, ledger, new_case(30, **waits))
    await ledger.open(new_case(31, **waits))
    taken_back = await released(engine, ledger, new_case(32, **waits))
    await ledger.close(taken_back, CaseState.WITHDRAWN)
    dismissed = await released(engine, ledger, new_case(33, **waits))
    await ledger.rule(dismissed.id, 10, Ruling.DISMISSED, MO, NOON)

    assert await record.in_mode(10) == Record(confirmed=1, dismissed=1)


async def test_a_note_of_its_own_accord_confirms_nothing(
    record: TrackRecord, ledger: Ledger, new_case: Make
) -> None:
    case = await ledger.open(new_case())
    assert case is not None
    await ledger.record_note(case, SentNote(500, ("samhsa",), "1", NOON))

    assert await record.in_mode(10) == Record()


async def test_a_ruling_counts_also_once_its_post_is_deleted(
    record: TrackRecord, ledger: Ledger, retractions: Retractions, new_case: Make
) -> None:
    await ruled(ledger, new_case(), Ruling.DISMISSED)

    await retractions.messages_gone([30])

    assert await record.in_mode(10) == Record(dismissed=1)


async def test_only_rulings_since_the_mode_was_changed_count(
    engine: AsyncEngine, record: TrackRecord, ledger: Ledger, new_case: Make
) -> None:
    audit = Audit(engine)
    await ruled(ledger, new_case(30), Ruling.DISMISSED, NOON - MINUTE)
    await ruled(ledger, new_case(31), Ruling.CONFIRMED, NOON + MINUTE)

    await audit.note(Act(10, NOON, MO, Deed.SETTING, "mode", "note", "review"))
    await audit.note(Act(10, NOON + 2 * MINUTE, MO, Deed.SETTING, "cooldown", None, 60))
    await audit.note(Act(11, NOON + 2 * MINUTE, MO, Deed.SETTING, "mode", "note", "off"))

    assert await record.in_mode(10) == Record(confirmed=1)


async def test_only_the_newest_rulings_count(record: TrackRecord, ledger: Ledger, new_case: Make) -> None:
    await ruled(ledger, new_case(1), Ruling.DISMISSED)
    for number in range(2, MOST_COUNTED + 2):
        await ruled(ledger, new_case(number), Ruling.CONFIRMED, NOON + number * MINUTE)

    assert await record.in_mode(10) == Record(confirmed=MOST_COUNTED)
