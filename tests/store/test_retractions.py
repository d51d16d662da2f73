"""What the store takes back: cases of deleted and cleaned posts, and notes that have to go."""

from datetime import timedelta

from sqlalchemy import Table, func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.posts import Post
from bot.store import (
    CaseState,
    ExpiredEntry,
    Gone,
    Ledger,
    OwnLists,
    Retractions,
    Ruling,
    SentNote,
    StandingNote,
)
from bot.store.retractions import MOST_TRIES
from bot.store.tables import fingerprints, notes

from .conftest import NOON, Make

NOTE = SentNote(40, ("samhsa",), "abc", NOON)
LATER = NOON + timedelta(minutes=5)
POST = Post.of_text("Kratom eases withdrawal, it is not addictive, and a hundred farmers cannot be wrong.")


async def count(engine: AsyncEngine, what: Table) -> int:
    """Count the rows of a table."""
    async with engine.connect() as connection:
        return (await connection.execute(select(func.count()).select_from(what))).scalar_one()


async def test_a_deleted_post_leaves_a_case_that_tells_nothing(
    engine: AsyncEngine, ledger: Ledger, retractions: Retractions, lists: OwnLists, new_case: Make
) -> None:
    case = await ledger.open(new_case(fingerprints=lists.select(POST)))
    assert case is not None
    await ledger.record_note(case, NOTE)

    gone = await retractions.messages_gone([30, 31])

    assert gone.notes == (StandingNote(40, case.id, 10, 20),)
    emptied = await ledger.get(case.id)
    assert emptied is not None
    assert (emptied.state, emptied.claims, emptied.score) == (CaseState.DELETED, (), 0.0)
    assert await count(engine, fingerprints) == 0
    assert await retractions.to_withdraw() == [*gone.notes]
    assert await retractions.messages_gone([30]) == Gone(notes=gone.notes), "a second time changes nothing"


async def test_a_notes_own_deletion_leaves_its_case_as_it_is(
    engine: AsyncEngine, ledger: Ledger, retractions: Retractions, new_case: Make
) -> None:
    case = await ledger.open(new_case())
    assert case is not None
    await ledger.record_note(case, NOTE)

    assert await retractions.messages_gone([40]) == Gone()

    kept = await ledger.get(case.id)
    assert kept is not None
    assert kept.state is CaseState.NOTED
    assert await count(engine, notes) == 0


async def test_a_case_whose_note_is_on_its_way_is_emptied_and_waits_for_a_look_at_the_channel(
    ledger: Ledger, retractions: Retractions, new_case: Make
) -> None:
    case = await ledger.open(new_case())
    assert case is not None

    await retractions.messages_gone([30])

    (left,) = await ledger.unfinished()
    assert (left.state, left.claims) == (CaseState.SENDING, ())


async def test_the_note_of_an_expired_case_goes_with_its_post(
    ledger: Ledger, retractions: Retractions, new_case: Make
) -> None:
    case = await ledger.open(new_case())
    assert case is not None
    await ledger.record_note(case, NOTE)
    await ledger.expire(NOON + timedelta(days=91), timedelta(days=90))

    gone = await retractions.messages_gone([30])

    assert gone == Gone(notes=(StandingNote(40, None, 10, 20),))
    await retractions.note_withdrawn(gone.notes[0])
    assert await retractions.to_withdraw() == []


async def test_the_entries_of_expired_cases_wait_for_their_turn_but_for_those_that_are_struck(
    ledger: Ledger, retractions: Retractions, new_case: Make
) -> None:
    for number in range(4):
        case = await ledger.open(new_case(30 + number, state=CaseState.OBSERVED))
        assert case is not None
        if number < 3:
            await ledger.entry_written(case.id, 50, 60 + number)
        if number == 0:
            await retractions.messages_gone([case.message_id])
            await retractions.struck(case.id)

    await ledger.expire(NOON + timedelta(days=91), timedelta(days=90))

    assert await retractions.expired_entries(10) == [ExpiredEntry(10, 50, 61), ExpiredEntry(10, 50, 62)]
    await retractions.expired_entry_tried(61, struck=False)
    assert await retractions.expired_entries(1) == [ExpiredEntry(10, 50, 62)]
    await retractions.expired_entry_tried(62, struck=True)
    assert await retractions.expired_entries(10) == [ExpiredEntry(10, 50, 61)]

    for _ in range(MOST_TRIES - 1):
        await retractions.expired_entry_tried(61, struck=False)

    assert await retractions.expired_entries(10) == []


async def test_the_next_silenced_post_inherits_the_note_and_the_others_wait_for_it(
    ledger: Ledger, retractions: Retractions, new_case: Make
) -> None:
    first = await ledger.open(new_case(entry_due=True))
    assert first is not None
    await ledger.record_note(first, NOTE)
    silenced = {"state": CaseState.SILENCED, "covered_by": first.id}
    second, third = await ledger.open(new_case(31, **silenced)), await ledger.open(new_case(32, **silenced))
    assert second is not None
    assert third is not None

    await retractions.messages_gone([30])

    heir, other = await ledger.get(second.id), await ledger.get(third.id)
    assert heir is not None
    assert other is not None
    assert (heir.state, heir.covered_by, heir.entry_due) == (CaseState.SENDING, None, True)
    assert (other.state, other.covered_by) == (CaseState.SILENCED, heir.id)


async def test_posts_deleted_together_leave_no_heir(
    ledger: Ledger, retractions: Retractions, new_case: Make
) -> None:
    first = await ledger.open(new_case())
    assert first is not None
    await ledger.record_note(first, NOTE)
    await ledger.open(new_case(31, state=CaseState.SILENCED, covered_by=first.id))

    await retractions.messages_gone([30, 31])

    assert await ledger.unfinished() == []


async def test_a_cleaned_post_with_a_note_is_withdrawn_only_when_the_note_is(
    ledger: Ledger, retractions: Retractions, new_case: Make
) -> None:
    case = await ledger.open(new_case())
    assert case is not None
    await ledger.record_note(case, NOTE)
    noted = await ledger.get(case.id)
    assert noted is not None

    gone = await retractions.edited_clean(noted, LATER)

    standing = await ledger.get(case.id)
    assert standing is not None
    assert (standing.state, standing.edited_at) == (CaseState.NOTED, LATER)
    await retractions.note_withdrawn(gone.notes[0])
    withdrawn = await ledger.get(case.id)
    assert withdrawn is not None
    assert withdrawn.state is CaseState.WITHDRAWN


async def test_a_cleaned_post_without_a_note_is_cleaned_at_once_and_its_entry_to_be_struck(
    ledger: Ledger, retractions: Retractions, new_case: Make
) -> None:
    case = await ledger.open(new_case(state=CaseState.OBSERVED, entry_due=True))
    assert case is not None
    await ledger.entry_written(case.id, 50, 51)

    await retractions.edited_clean(case, LATER)

    cleaned = await ledger.get(case.id)
    assert cleaned is not None
    assert cleaned.state is CaseState.CLEANED
    assert await retractions.to_strike() == [case.id]
    await retractions.struck(case.id)
    assert await retractions.to_strike() == []


async def test_a_reopened_case_keeps_its_number_and_entry_and_says_what_the_post_says_now(
    engine: AsyncEngine, ledger: Ledger, retractions: Retractions, lists: OwnLists, new_case: Make
) -> None:
    case = await ledger.open(new_case(state=CaseState.OBSERVED))
    assert case is not None
    await ledger.entry_written(case.id, 50, 51)
    await retractions.edited_clean(case, LATER)

    anew = new_case(
        claims=("pain",), score=0.97, entry_due=True, fingerprints=lists.select(POST), edited_at=LATER
    )
    again = await retractions.reopen(case.id, anew)

    assert (again.id, again.entry_id, again.strike_due) == (case.id, 51, False)
    assert (again.state, again.claims, again.score) == (CaseState.SENDING, ("pain",), 0.97)
    assert await count(engine, fingerprints) == 1


async def test_a_deleted_channel_takes_its_notes_and_cases_and_no_others(
    engine: AsyncEngine, ledger: Ledger, retractions: Retractions, new_case: Make
) -> None:
    here, elsewhere = await ledger.open(new_case()), await ledger.open(new_case(31, channel_id=21))
    assert here is not None
    assert elsewhere is not None
    await ledger.record_note(here, NOTE)
    await ledger.record_note(elsewhere, SentNote(41, ("samhsa",), "abc", NOON))

    gone = await retractions.channel_gone(20)

    assert [case.id for case in gone.cases] == [here.id]
    assert gone.notes == ()
    assert await count(engine, notes) == 1


async def test_the_list_of_a_ruled_case_forgets_it_with_its_post(
    ledger: Ledger, retractions: Retractions, lists: OwnLists, new_case: Make
) -> None:
    case = await ledger.open(new_case(state=CaseState.OBSERVED, fingerprints=lists.select(POST)))
    assert case is not None
    await ledger.rule(case.id, 10, Ruling.CONFIRMED, 71, NOON)
    assert await lists.of(10)

    await retractions.messages_gone([30])

    assert not await lists.of(10)


async def test_a_case_that_is_reopened_without_an_entry_of_its_own_still_has_the_old_one_struck(
    ledger: Ledger, retractions: Retractions, new_case: Make
) -> None:
    case = await ledger.open(new_case(state=CaseState.OBSERVED))
    assert case is not None
    await ledger.entry_written(case.id, 50, 51)
    await retractions.edited_clean(case, LATER)

    await retractions.reopen(case.id, new_case(state=CaseState.SILENCED, entry_due=False))

    assert await retractions.to_strike() == [case.id]


async def test_a_dismissed_case_passes_no_note_on_to_near_copies(
    ledger: Ledger, retractions: Retractions, new_case: Make
) -> None:
    first = await ledger.open(new_case())
    assert first is not None
    await ledger.record_note(first, NOTE)
    await ledger.open(new_case(31, state=CaseState.SILENCED, covered_by=first.id))
    await ledger.rule(first.id, 10, Ruling.DISMISSED, 71, NOON)

    await retractions.messages_gone([30])

    assert await ledger.unfinished() == []
