"""Cases that wait for a moderator leave the waiting room once: released, dismissed or over."""

from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.policy import Reason
from bot.store import Act, Audit, Case, CaseState, Deed, Ledger, Ruling, Waiting

from .conftest import NOON, Make

MO, MAX = 71, 72
HOUR = timedelta(hours=1)


@pytest.fixture
def waiting(engine: AsyncEngine) -> Waiting:
    """Give the waiting room of a new store."""
    return Waiting(engine)


async def opened(ledger: Ledger, new_case: Make, message_id: int = 30, **changes: object) -> Case:
    """Open a case that waits until midnight."""
    waits = {"state": CaseState.WAITING, "reason": Reason.REVIEWING, "waits_until": NOON + 12 * HOUR}
    case = await ledger.open(new_case(message_id, **(waits | changes)))
    assert case is not None
    return case


async def test_a_released_note_is_on_its_way_and_the_audit_says_by_whom(
    engine: AsyncEngine, ledger: Ledger, waiting: Waiting, new_case: Make
) -> None:
    case = await opened(ledger, new_case)

    released = await waiting.release(case.id, 10, MO, NOON + HOUR)

    assert released is not None
    assert released.state is CaseState.SENDING
    assert await ledger.get(case.id) == released
    assert await Audit(engine).listed(10, 5) == [Act(10, NOON + HOUR, MO, Deed.RELEASE, "1")]


async def test_the_second_release_changes_nothing(
    engine: AsyncEngine, ledger: Ledger, waiting: Waiting, new_case: Make
) -> None:
    case = await opened(ledger, new_case)
    await waiting.release(case.id, 10, MO, NOON)

    assert await waiting.release(case.id, 10, MAX, NOON) is None
    assert await Audit(engine).count(10) == 1


@pytest.mark.parametrize(("case_id", "guild_id"), [(1, 11), (2, 10)])
async def test_a_case_of_another_server_or_none_is_not_released(
    ledger: Ledger, waiting: Waiting, new_case: Make, case_id: int, guild_id: int
) -> None:
    case = await opened(ledger, new_case)

    assert await waiting.release(case_id, guild_id, MO, NOON) is None
    assert await ledger.get(case.id) == case


async def test_a_case_waits_until_its_time_is_over(ledger: Ledger, waiting: Waiting, new_case: Make) -> None:
    early = await opened(ledger, new_case)
    late = await opened(ledger, new_case, 31, waits_until=NOON + 13 * HOUR)

    assert await waiting.expire(NOON + 11 * HOUR) == []
    (over,) = await waiting.expire(NOON + 12 * HOUR)

    assert (over.id, over.state, over.waits_until) == (early.id, CaseState.UNRELEASED, None)
    assert await ledger.get(late.id) == late
    assert await waiting.release(early.id, 10, MO, NOON + 12 * HOUR) is None


async def test_what_was_released_in_time_never_expires(
    ledger: Ledger, waiting: Waiting, new_case: Make
) -> None:
    case = await opened(ledger, new_case)
    await waiting.release(case.id, 10, MO, NOON)

    assert await waiting.expire(NOON + 24 * HOUR) == []


async def test_a_dismissal_ends_the_waiting(ledger: Ledger, waiting: Waiting, new_case: Make) -> None:
    case = await opened(ledger, new_case)

    ruled = await ledger.rule(case.id, 10, Ruling.DISMISSED, MO, NOON)

    assert ruled is not None
    assert ruled.case.state is CaseState.UNRELEASED
    assert await waiting.release(case.id, 10, MO, NOON) is None


async def test_a_confirmed_case_waits_on_and_can_be_released(
    ledger: Ledger, waiting: Waiting, new_case: Make
) -> None:
    case = await opened(ledger, new_case)

    ruled = await ledger.rule(case.id, 10, Ruling.CONFIRMED, MO, NOON)

    assert ruled is not None
    assert ruled.case.state is CaseState.WAITING
    assert await waiting.release(case.id, 10, MO, NOON) is not None


@pytest.mark.parametrize("ruling", list(Ruling))
async def test_ruling_a_case_that_does_not_wait_leaves_it_where_it_stands(
    ledger: Ledger, new_case: Make, ruling: Ruling
) -> None:
    case = await opened(ledger, new_case, state=CaseState.OBSERVED)

    ruled = await ledger.rule(case.id, 10, ruling, MO, NOON)

    assert ruled is not None
    assert ruled.case.state is CaseState.OBSERVED


async def test_a_note_that_was_held_up_can_wait_instead(
    ledger: Ledger, waiting: Waiting, new_case: Make
) -> None:
    case = await ledger.open(new_case())
    assert case is not None

    assert await waiting.begin(case, NOON + HOUR)
    assert not await waiting.begin(case, NOON + 2 * HOUR)

    (over,) = await waiting.expire(NOON + HOUR)
    assert (over.id, over.reason) == (case.id, Reason.REVIEWING)


async def test_what_waits_covers_the_topic_in_its_channel_for_the_cool_down(
    ledger: Ledger, new_case: Make
) -> None:
    case = await opened(ledger, new_case)

    assert await ledger.covering(20, "kratom", NOON - HOUR) == case.id
    assert await ledger.covering(20, "kratom", NOON) is None
    assert await ledger.covering(21, "kratom", NOON - HOUR) is None


async def test_a_note_on_its_way_covers_however_long_it_waited(
    ledger: Ledger, waiting: Waiting, new_case: Make
) -> None:
    case = await opened(ledger, new_case)
    await waiting.release(case.id, 10, MO, NOON + 11 * HOUR)

    assert await ledger.covering(20, "kratom", NOON + 10 * HOUR) == case.id


async def test_what_expired_covers_nothing(ledger: Ledger, waiting: Waiting, new_case: Make) -> None:
    await opened(ledger, new_case)
    await waiting.expire(NOON + 12 * HOUR)

    assert await ledger.covering(20, "kratom", NOON - HOUR) is None
