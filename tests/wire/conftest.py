"""Fixtures of the wire tests: an authority, a bare loopback with a raw client, and the real process."""

import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from .client import RawClient
from .loopback import Authority, Loopback
from .process import Wire
from .state import Channel, Member


@pytest.fixture(scope="session")
def authority() -> Authority:
    return Authority()


@pytest.fixture
async def loopback(authority: Authority) -> AsyncIterator[Loopback]:
    async with Loopback(authority) as running:
        yield running


@pytest.fixture
async def client(loopback: Loopback) -> AsyncIterator[RawClient]:
    async with RawClient(loopback) as raw:
        yield raw


@pytest.fixture
def channel(loopback: Loopback) -> Channel:
    return loopback.world.channel(loopback.world.guild("Here"), "general")


@pytest.fixture
def member(loopback: Loopback, channel: Channel) -> Member:
    return loopback.world.member(channel.guild, "member")


@pytest.fixture
async def wire(authority: Authority, tmp_path: Path) -> AsyncIterator[Wire]:
    """Give a community with the process not yet started, and show its output if the test fails."""
    async with Wire(authority, tmp_path) as running:
        yield running
        sys.stdout.write(running.output)
        assert not running.loopback.strange


@pytest.fixture
async def process(wire: Wire) -> Wire:
    """Give the same with the process logged in and ready."""
    await wire.start()
    return wire


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def standing(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Wire]:
    """Keep one process for all tests of a module: starting one takes two seconds."""
    async with Wire(authority, tmp_path_factory.mktemp("wire")) as running:
        await running.start(SIGNPOST_FETCH_SECONDS="0.7")
        yield running


@pytest.fixture
def answering(standing: Wire) -> Iterator[Wire]:
    """Give the module's process, and show what it wrote meanwhile if the test fails."""
    before = len(standing.output)
    standing.loopback.refusals.clear()
    yield standing
    sys.stdout.write(standing.output[before:])
    assert not standing.loopback.strange
