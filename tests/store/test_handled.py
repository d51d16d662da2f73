"""Notes taken back by hand, and who did what with a case."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store import Act, Audit, Case, CaseState, Deed, Handled, Ledger, Retractions, Ruling

from .conftest import NOON, Make
from .test_ledger import MINUTE, note, opened

MO, MAX = 71, 72


@pytest.fixture
def handled(engine: AsyncEngine) -> Handled:
    """Give what was done by hand in a new store."""
    return Handled(engine, Audit(engine))


async def noted(ledger: Ledger, new_case: Make) -> Case:
    """Open a case whose note stands."""
    case = await opened(ledger, new_case())
    await ledger.record_note(case, note())
    return case


async def test_a_note_is_taken_back_once_and_by_whom_is_kept(
    ledger: Ledger, handled: Handled, new_case: Make
) -> None:
    case = await noted(ledger, new_case)

    recalled = await handled.withdraw(case.id, 10, MO, NOON)
    assert await handled.withdraw(case.id, 10, MAX, NOON + MINUTE) is None

    assert recalled is not None
    assert recalled.state is CaseState.RECALLED
    assert await ledger.note_to_go(case.id)
    assert await handled.deeds_on(case) == {Deed.WITHDRAWAL: MO}


async def test_another_server_takes_no_note_back(ledger: Ledger, handled: Handled, new_case: Make) -> None:
    case = await noted(ledger, new_case)

    assert await handled.withdraw(case.id, 11, MO, NOON) is None

    assert not await ledger.note_to_go(case.id)
    assert await handled.deeds_on(case) == {}


async def test_a_note_that_was_taken_back_is_kept_for_no_later_edit(
    ledger: Ledger, retractions: Retractions, handled: Handled, new_case: Make
) -> None:
    case = await noted(ledger, new_case)
    await handled.withdraw(case.id, 10, MO, NOON)

    assert not await retractions.keep_note(case.message_id)

    (standing,) = await retractions.to_withdraw(case.id)
    await retractions.note_withdrawn(standing)
    after = await ledger.get(case.id)
    assert after is not None
    assert (after.state, after.may_be_reopened) == (CaseState.RECALLED, False)


async def test_a_recalled_note_cools_nothing_down(ledger: Ledger, handled: Handled, new_case: Make) -> None:
    case = await noted(ledger, new_case)
    assert await ledger.covering(20, "kratom", NOON - MINUTE) == case.id

    await handled.withdraw(case.id, 10, MO, NOON)

    assert await ledger.covering(20, "kratom", NOON - MINUTE) is None


async def test_a_deletion_by_hand_keeps_the_claims_and_nothing_else(
    ledger: Ledger, retractions: Retractions, handled: Handled, new_case: Make
) -> None:
    case = await noted(ledger, new_case)
    await ledger.rule(case.id, 10, Ruling.CONFIRMED, MAX, NOON)

    await retractions.messages_gone([30], Act(10, NOON, MO, Deed.DELETION, str(case.id)))
    await retractions.messages_gone([30])

    after = await ledger.get(case.id)
    assert after is not None
    assert (after.state, after.claims, after.score) == (CaseState.DELETED, ("not-addictive", "pain"), 0.0)
    assert await handled.deeds_on(case) == {Deed.DELETION: MO}
