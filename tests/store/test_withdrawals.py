"""What the operator withdrew, as the database keeps it."""

from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.knowledge import Scope, Withdrawn
from bot.store import KeptBack, Withdrawals

from .conftest import NOON

LINE = KeptBack(Scope.RESOURCE, "us-988", NOON, "nobody answers")


@pytest.fixture
def withdrawals(engine: AsyncEngine) -> Withdrawals:
    return Withdrawals(engine)


async def test_nothing_is_withdrawn_at_first(withdrawals: Withdrawals) -> None:
    assert await withdrawals.listed() == []
    assert not await withdrawals.now()


async def test_what_is_withdrawn_is_listed_with_its_reason(withdrawals: Withdrawals) -> None:
    later = KeptBack(Scope.TOPIC, "kratom", NOON + timedelta(hours=1))

    assert await withdrawals.withdraw(later)
    assert await withdrawals.withdraw(LINE)

    assert await withdrawals.listed() == [LINE, later]
    assert await withdrawals.now() == Withdrawn(frozenset({"us-988"}), frozenset({"kratom"}))


async def test_withdrawing_twice_keeps_the_first_time_and_reason(withdrawals: Withdrawals) -> None:
    await withdrawals.withdraw(LINE)

    again = KeptBack(Scope.RESOURCE, "us-988", NOON + timedelta(days=1), "another")

    assert not await withdrawals.withdraw(again)
    assert await withdrawals.listed() == [LINE]


async def test_restoring_ends_it_and_twice_is_harmless(withdrawals: Withdrawals) -> None:
    await withdrawals.withdraw(LINE)
    await withdrawals.withdraw(KeptBack(Scope.ALL, "", NOON))

    assert await withdrawals.restore(Scope.RESOURCE, "us-988")
    assert not await withdrawals.restore(Scope.RESOURCE, "us-988")

    assert await withdrawals.now() == Withdrawn(everything=True)
