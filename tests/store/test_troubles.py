"""Troubles are news once, and again when they come back."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store import Troubles


@pytest.fixture
def troubles(engine: AsyncEngine) -> Troubles:
    """Give the troubles of a new store."""
    return Troubles(engine)


async def test_the_same_trouble_is_news_once(troubles: Troubles, engine: AsyncEngine) -> None:
    assert await troubles.is_news(10, 20, "Send Messages")
    assert not await troubles.is_news(10, 20, "Send Messages")
    assert not await Troubles(engine).is_news(10, 20, "Send Messages")


async def test_another_trouble_or_channel_is_news(troubles: Troubles) -> None:
    await troubles.is_news(10, 20, "Send Messages")

    assert await troubles.is_news(10, 20, "Read Message History")
    assert await troubles.is_news(10, 21, "Send Messages")


async def test_trouble_that_comes_back_is_news_again(troubles: Troubles) -> None:
    await troubles.is_news(10, 20, "Send Messages")
    await troubles.over(20)

    assert await troubles.is_news(10, 20, "Send Messages")


async def test_the_end_of_what_never_was_is_harmless(troubles: Troubles) -> None:
    await troubles.over(20)

    assert await troubles.is_news(10, 20, "Send Messages")
