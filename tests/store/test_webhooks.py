"""The webhooks that a server has read: chosen by id, within bounds, kept over a restart."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store import ListFullError, Webhooks
from bot.store.webhooks import MOST_WEBHOOKS

GUILD, NEIGHBOUR = 10, 11


async def reloaded(engine: AsyncEngine) -> Webhooks:
    """Read the choices anew, as after a restart."""
    webhooks = Webhooks(engine)
    await webhooks.load()
    return webhooks


async def test_no_webhook_is_read_at_first(engine: AsyncEngine) -> None:
    assert (await reloaded(engine)).of(GUILD) == frozenset()


async def test_a_choice_outlives_the_process_and_its_end_does_too(engine: AsyncEngine) -> None:
    webhooks = Webhooks(engine)
    for _ in range(2):
        await webhooks.set(GUILD, 7, read=True)
        await webhooks.set(GUILD, 8, read=True)
        await webhooks.set(GUILD, 7, read=False)

    for each in (webhooks, await reloaded(engine)):
        assert each.of(GUILD) == {8}
        assert each.of(NEIGHBOUR) == frozenset()


async def test_two_servers_may_choose_the_same_id(engine: AsyncEngine) -> None:
    webhooks = Webhooks(engine)
    await webhooks.set(GUILD, 7, read=True)
    await webhooks.set(NEIGHBOUR, 7, read=True)
    await webhooks.set(GUILD, 7, read=False)

    for each in (webhooks, await reloaded(engine)):
        assert each.of(GUILD) == frozenset()
        assert each.of(NEIGHBOUR) == {7}


async def test_one_more_than_there_may_be_is_refused(engine: AsyncEngine) -> None:
    webhooks = Webhooks(engine)
    for number in range(MOST_WEBHOOKS):
        await webhooks.set(GUILD, number, read=True)

    with pytest.raises(ListFullError):
        await webhooks.set(GUILD, MOST_WEBHOOKS, read=True)

    assert len((await reloaded(engine)).of(GUILD)) == MOST_WEBHOOKS
