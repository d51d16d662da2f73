"""Which messages a case is of, and that what is left of it stays due until it was judged."""

from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.posts import Post
from bot.recognition import Verdict
from bot.store import CasePieces, CaseState, Ledger, OwnLists, Retractions, Ruling
from bot.store.tables import pieces

from .conftest import NOON, Make

POST = Post.of_text("Kratom eases withdrawal, it is not addictive, and a hundred farmers cannot be wrong.")


async def test_a_case_knows_its_further_messages_each_once(
    engine: AsyncEngine, ledger: Ledger, lists: OwnLists, new_case: Make
) -> None:
    kept = CasePieces(engine, lists)
    case = await ledger.open(new_case(30, further=(32, 31)))
    assert case is not None

    await kept.add(30, 33)
    await kept.add(30, 33)
    await kept.add(99, 34)

    assert await kept.of(case.id) == (31, 32, 33)
    assert await kept.cases_of(30) == await kept.cases_of(33) == (case.id,)
    assert await kept.cases_of(34) == ()


async def test_a_message_that_gets_a_case_of_its_own_counts_on_no_other(
    engine: AsyncEngine, ledger: Ledger, lists: OwnLists, new_case: Make
) -> None:
    kept = CasePieces(engine, lists)
    former = await ledger.open(new_case(30, further=(31, 32)))
    own = await ledger.open(new_case(31, further=(32,)))
    assert former is not None
    assert own is not None

    assert await kept.of(former.id) == ()
    assert await kept.of(own.id) == (32,)


async def test_a_case_of_one_message_is_none_of_several(
    engine: AsyncEngine, ledger: Ledger, lists: OwnLists, retractions: Retractions, new_case: Make
) -> None:
    kept = CasePieces(engine, lists)
    await ledger.open(new_case())

    assert await kept.cases_of(30) == ()
    assert (await retractions.messages_gone([30])).bereft == ()


async def test_a_deleted_message_leaves_a_rest_that_is_due_until_it_was_judged(
    engine: AsyncEngine, ledger: Ledger, lists: OwnLists, retractions: Retractions, new_case: Make
) -> None:
    kept = CasePieces(engine, lists)
    case = await ledger.open(new_case(further=(31, 32), state=CaseState.OBSERVED))
    assert case is not None

    gone = await retractions.messages_gone([32])

    assert gone.bereft == (case.id,)
    assert await kept.of(case.id) == (31,)
    assert [due.id for due in await kept.due()] == [due.id for due in await kept.due([case.id])] == [case.id]
    assert await kept.due([]) == []
    await kept.judged(case.id)
    assert await kept.due() == []
    assert await kept.of(case.id) == (31,)


async def test_the_rest_of_a_case_whose_first_message_went_is_forgotten_once_it_was_judged(
    engine: AsyncEngine, ledger: Ledger, lists: OwnLists, retractions: Retractions, new_case: Make
) -> None:
    kept = CasePieces(engine, lists)
    case = await ledger.open(new_case(further=(31,), state=CaseState.OBSERVED))
    assert case is not None

    await retractions.messages_gone([30])
    (due,) = await kept.due()
    assert (due.state, due.judge_due) == (CaseState.DELETED, True)
    await kept.judged(case.id)

    assert await kept.of(case.id) == ()


async def test_a_deleted_channel_takes_the_further_messages_of_its_cases_along(
    engine: AsyncEngine, ledger: Ledger, lists: OwnLists, retractions: Retractions, new_case: Make
) -> None:
    kept = CasePieces(engine, lists)
    there = await ledger.open(new_case(30, further=(31,), state=CaseState.OBSERVED))
    in_its_thread = await ledger.open(new_case(40, channel_id=21, parent_id=20, further=(41,)))
    elsewhere = await ledger.open(new_case(50, channel_id=22, further=(51,)))
    assert there is not None
    assert in_its_thread is not None
    assert elsewhere is not None

    await retractions.channel_gone(20)

    assert await kept.of(there.id) == await kept.of(in_its_thread.id) == ()
    assert await kept.of(elsewhere.id) == (51,)


async def test_a_case_whose_note_is_on_its_way_waits_for_it(
    engine: AsyncEngine, ledger: Ledger, lists: OwnLists, retractions: Retractions, new_case: Make
) -> None:
    kept = CasePieces(engine, lists)
    case = await ledger.open(new_case(further=(31,)))
    assert case is not None

    await retractions.messages_gone([31])

    assert await kept.due() == []
    await ledger.close(case, CaseState.REFUSED)
    assert [due.id for due in await kept.due()] == [case.id]


async def test_an_amended_case_holds_what_is_left_and_its_entry_is_to_be_rewritten(
    engine: AsyncEngine, ledger: Ledger, lists: OwnLists, new_case: Make
) -> None:
    kept = CasePieces(engine, lists)
    case = await ledger.open(new_case(further=(31,), state=CaseState.OBSERVED))
    assert case is not None
    await ledger.entry_written(case.id, 50, 51)
    await ledger.rule(case.id, 10, Ruling.CONFIRMED, 71, NOON)
    confirmed = await ledger.get(case.id)
    assert confirmed is not None
    await kept.changed([case.id])

    amended = await kept.amend(confirmed, Verdict("kratom", 0.97), 2, lists.select(POST), NOON)

    says = {"score": 0.97, "claims": (), "pieces": 2, "edited_at": NOON, "entry_due": True}
    assert amended == replace(confirmed, **says)
    assert await kept.due() == []
    assert await lists.of(10), "the server's list does not know what a confirmed case says now"


async def test_further_messages_go_with_their_case(
    engine: AsyncEngine, ledger: Ledger, new_case: Make
) -> None:
    await ledger.open(new_case(further=(31, 32), state=CaseState.OBSERVED))

    await ledger.expire(NOON + (NOON - NOON.replace(year=2025)), NOON - NOON.replace(month=2))

    async with engine.connect() as connection:
        assert (await connection.execute(select(func.count()).select_from(pieces))).scalar_one() == 0
