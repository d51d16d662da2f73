"""A store in a file of its own, and cases to put in it."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.policy import Reason
from bot.store import CaseState, Ledger, NewCase, OwnLists, Retractions, open_store

from ..fresh_store import put_store

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)

Make = Callable[..., NewCase]


@pytest.fixture(autouse=True)
async def every_worker_ends() -> AsyncIterator[None]:
    """Wait for aiosqlite's threads, so that none speaks to a test's loop after the test."""
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        if "_connection_worker_thread" in thread.name:
            await asyncio.to_thread(thread.join, 10)


@pytest.fixture
def url(tmp_path: Path) -> str:
    """Name a database that does not exist yet."""
    return f"sqlite+aiosqlite:///{tmp_path / 'signpost.db'}"


@pytest.fixture
async def engine(url: str, tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """Open a new store."""
    await put_store(tmp_path / "signpost.db")
    engine = await open_store(url)
    yield engine
    await engine.dispose()


@pytest.fixture
def lists(engine: AsyncEngine) -> OwnLists:
    """Give the servers' own lists of a new store."""
    return OwnLists(engine, b"the installation's secret")


@pytest.fixture
def ledger(engine: AsyncEngine, lists: OwnLists) -> Ledger:
    """Give the ledger of a new store."""
    return Ledger(engine, lists)


@pytest.fixture
def retractions(engine: AsyncEngine, lists: OwnLists) -> Retractions:
    """Give what takes back from a new store."""
    return Retractions(engine, lists)


@pytest.fixture
def new_case() -> Make:
    """Make cases: a pitch in channel 20 of guild 10 at noon, but for what is said otherwise."""
    plain = NewCase(
        guild_id=10,
        channel_id=20,
        message_id=30,
        topic="kratom",
        score=0.9,
        claims=("not-addictive", "pain"),
        state=CaseState.SENDING,
        reason=Reason.PITCH,
        opened_at=NOON,
    )

    def make(message_id: int = 30, **changes: object) -> NewCase:
        return replace(plain, message_id=message_id, **changes)

    return make
