"""The ledger: a post has one case, a note covers its channel, and what is old goes while notes stay."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import StatementError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.policy import Reason
from bot.store import Case, CaseState, Copies, Ledger, NewCase, OwnLists, SentNote

from .conftest import NOON, Make

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


async def opened(ledger: Ledger, case: NewCase) -> Case:
    """Open a case that is new."""
    stored = await ledger.open(case)
    assert stored is not None
    return stored


def note(note_id: int = 40, minutes: int = 0) -> SentNote:
    """Make a note sent so many minutes after noon."""
    return SentNote(note_id, ("samhsa", "988"), "abc123", NOON + minutes * MINUTE)


async def count(engine: AsyncEngine, table: str) -> int:
    """Count a table's rows."""
    async with engine.connect() as connection:
        return (await connection.execute(text(f"SELECT count(*) FROM {table}"))).scalar_one()


async def test_a_case_is_stored_as_it_was_opened(ledger: Ledger, new_case: Make) -> None:
    case = await opened(ledger, new_case(entry_due=True))

    assert await ledger.get(case.id) == case
    assert (case.guild_id, case.channel_id, case.message_id) == (10, 20, 30)
    assert (case.topic, case.score, case.claims) == ("kratom", 0.9, ("not-addictive", "pain"))
    assert (case.state, case.reason, case.opened_at) == (CaseState.SENDING, Reason.PITCH, NOON)
    assert (case.notes_sent, case.covered_by, case.entry_due, case.entry_id) == (0, None, True, None)


async def test_a_post_has_one_case(ledger: Ledger, new_case: Make, engine: AsyncEngine) -> None:
    await opened(ledger, new_case())

    assert await ledger.open(new_case(score=0.6)) is None
    assert await count(engine, "cases") == 1


async def test_a_moment_without_a_zone_is_refused(ledger: Ledger, new_case: Make) -> None:
    with pytest.raises(StatementError, match="a moment without a time zone"):
        await ledger.open(new_case(opened_at=NOON.replace(tzinfo=None)))


async def test_the_nonce_fits_discords_limit(ledger: Ledger, new_case: Make) -> None:
    longest = await opened(ledger, new_case(message_id=2**63 - 1))

    assert longest.nonce == f"{2**63 - 1}:0"
    assert len(longest.nonce) <= 25


async def test_a_note_sent_covers_its_channel_and_topic(ledger: Ledger, new_case: Make) -> None:
    case = await opened(ledger, new_case())
    await ledger.record_note(case, note(minutes=1))

    assert await ledger.covering(20, "kratom", NOON) == case.id
    assert await ledger.covering(20, "kratom", NOON + MINUTE) is None
    assert await ledger.covering(21, "kratom", NOON) is None
    assert await ledger.covering(20, "other", NOON) is None


async def test_a_note_on_its_way_covers_too(ledger: Ledger, new_case: Make) -> None:
    case = await opened(ledger, new_case())

    assert await ledger.covering(20, "kratom", NOON - MINUTE) == case.id
    assert await ledger.covering(20, "kratom", NOON) is None


@pytest.mark.parametrize(
    "state", [CaseState.DELETED_FIRST, CaseState.REFUSED, CaseState.LAPSED, CaseState.OBSERVED]
)
async def test_what_ended_without_a_note_covers_nothing(
    ledger: Ledger, new_case: Make, state: CaseState
) -> None:
    case = await opened(ledger, new_case())
    await ledger.close(case, state)

    assert await ledger.covering(20, "kratom", NOON - DAY) is None


async def test_of_two_notes_the_newer_covers(ledger: Ledger, new_case: Make) -> None:
    first = await opened(ledger, new_case(30))
    second = await opened(ledger, new_case(31, opened_at=NOON + 31 * MINUTE))
    await ledger.record_note(second, note(41, minutes=31))
    await ledger.record_note(first, note(40, minutes=1))

    assert await ledger.covering(20, "kratom", NOON - DAY) == second.id


async def test_recording_a_note_ends_the_sending(ledger: Ledger, new_case: Make) -> None:
    case = await opened(ledger, new_case())
    await ledger.record_note(case, note())

    stored = await ledger.get(case.id)
    assert stored is not None
    assert (stored.state, stored.notes_sent) == (CaseState.NOTED, 1)
    assert stored.nonce == "30:1"


async def test_recording_the_same_note_again_changes_nothing(
    ledger: Ledger, new_case: Make, engine: AsyncEngine
) -> None:
    case = await opened(ledger, new_case())
    await ledger.record_note(case, note())
    once = await ledger.get(case.id)
    await ledger.record_note(case, note())

    assert await ledger.get(case.id) == once
    assert await count(engine, "notes") == 1


async def test_unfinished_is_what_is_being_sent_or_lacks_its_entry(ledger: Ledger, new_case: Make) -> None:
    sending = await opened(ledger, new_case(30))
    due = await opened(ledger, new_case(31, state=CaseState.OBSERVED, entry_due=True))
    await opened(ledger, new_case(32, state=CaseState.OBSERVED))

    assert [case.id for case in await ledger.unfinished()] == [sending.id, due.id]


async def test_an_entry_that_is_written_or_given_up_is_no_longer_due(ledger: Ledger, new_case: Make) -> None:
    written = await opened(ledger, new_case(30, state=CaseState.NOTED, entry_due=True))
    dropped = await opened(ledger, new_case(31, state=CaseState.NOTED, entry_due=True))
    await ledger.entry_written(written.id, 50, 51)
    await ledger.entry_dropped(dropped.id)

    assert await ledger.unfinished() == []
    stored = await ledger.get(written.id)
    assert stored is not None
    assert (stored.entry_channel_id, stored.entry_id) == (50, 51)


async def test_refusals_of_a_day_join_the_first(ledger: Ledger, new_case: Make, engine: AsyncEngine) -> None:
    joined: list[int | None] = []
    for minute in range(3):
        refused = new_case(30 + minute, state=CaseState.REFUSED, opened_at=NOON + minute * MINUTE)
        joined.append(await ledger.join_earlier_refusal(await opened(ledger, refused)))

    assert joined == [None, 1, 1]
    first = await ledger.get(1)
    assert first is not None
    assert (await Copies(engine, OwnLists(engine, b"k")).others(first, most=5)).posts == 2


async def test_refusals_of_another_day_or_channel_stand_alone(ledger: Ledger, new_case: Make) -> None:
    await opened(ledger, new_case(30, state=CaseState.REFUSED))
    later = await opened(ledger, new_case(31, state=CaseState.REFUSED, opened_at=NOON + DAY + MINUTE))
    elsewhere = await opened(ledger, new_case(32, state=CaseState.REFUSED, channel_id=21))

    assert await ledger.join_earlier_refusal(later) is None
    assert await ledger.join_earlier_refusal(elsewhere) is None


async def test_old_cases_go_and_their_notes_stay(ledger: Ledger, new_case: Make, engine: AsyncEngine) -> None:
    old = await opened(ledger, new_case(30))
    await ledger.record_note(old, note())
    silenced = {"state": CaseState.SILENCED, "covered_by": old.id, "opened_at": NOON + DAY}
    younger = await opened(ledger, new_case(31, **silenced))

    expired = await ledger.expire(NOON + timedelta(days=90, minutes=1), timedelta(days=90))

    assert expired == 1
    assert await ledger.get(old.id) is None
    left = await ledger.get(younger.id)
    assert left is not None
    assert left.covered_by is None
    async with engine.connect() as connection:
        notes = (await connection.execute(text("SELECT note_id, case_id, message_id FROM notes"))).all()
    assert notes == [(40, None, 30)]


async def test_what_is_not_old_enough_or_being_sent_stays(ledger: Ledger, new_case: Make) -> None:
    sending = await opened(ledger, new_case(30))
    young = await opened(ledger, new_case(31, state=CaseState.OBSERVED, opened_at=NOON + DAY))

    assert await ledger.expire(NOON + timedelta(days=90, minutes=1), timedelta(days=90)) == 0
    assert await ledger.get(sending.id) is not None
    assert await ledger.get(young.id) is not None


async def test_a_note_that_never_arrived_is_given_up_a_day_later(ledger: Ledger, new_case: Make) -> None:
    await opened(ledger, new_case(30))

    assert await ledger.expire(NOON + 91 * DAY + MINUTE, 90 * DAY) == 1


async def test_a_note_whose_case_expired_covers_nothing_and_breaks_nothing(
    ledger: Ledger, new_case: Make
) -> None:
    case = await opened(ledger, new_case())
    await ledger.record_note(case, note())
    await ledger.expire(NOON + 2 * DAY, DAY)

    assert await ledger.covering(20, "kratom", NOON - DAY) is None
