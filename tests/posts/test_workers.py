"""The process that takes a document apart: that it ends, and what it may see."""

import asyncio
import os
import signal
from pathlib import Path
from typing import Any, cast

import pytest

from bot.posts import WhyUnread
from bot.posts.limits import MIB
from bot.posts.workshop.workers import Job, Worked, Workers

PAGE = b"<html><p>Kratom eases pain</p>" + b" " * 2**17
ENDLESS = PAGE + b"<a " * 2**20
"""A page whose first words are read at once and whose rest takes minutes."""


def job(kind: str = "html") -> Job:
    """Describe a document's reading, with room for all of it."""
    return Job(kind, characters=MIB, memory=512 * MIB, seconds=60, most=300)


def children() -> set[int]:
    """List this process's children."""
    listed = Path(f"/proc/self/task/{os.getpid()}/children").read_text()
    return {int(number) for number in listed.split()}


async def started(before: set[int]) -> int:
    """Wait until a worker runs."""
    async with asyncio.timeout(30):
        while True:
            if new := children() - before:
                return new.pop()
            await asyncio.sleep(0.001)


async def test_a_worker_that_is_killed_leaves_a_reason() -> None:
    before = children()
    reading = asyncio.create_task(Workers().run(job(), ENDLESS))

    os.kill(await started(before), signal.SIGKILL)

    assert (await reading).why is WhyUnread.STOPPED


async def test_a_reading_that_is_cancelled_leaves_no_worker() -> None:
    before = children()
    reading = asyncio.create_task(Workers().run(job(), ENDLESS))
    await started(before)

    reading.cancel()

    with pytest.raises(asyncio.CancelledError):
        await reading
    assert children() == before


async def test_closing_leaves_no_worker_and_starts_none() -> None:
    before = children()
    workers = Workers()
    reading = asyncio.create_task(workers.run(job(), ENDLESS))
    await started(before)

    workers.close()

    assert (await reading).why is WhyUnread.STOPPED
    assert children() == before
    assert await workers.run(job(), PAGE) == Worked("", WhyUnread.STOPPED)


async def test_a_worker_sees_nothing_of_the_bots_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[dict[str, str]] = []
    start = asyncio.create_subprocess_exec

    async def noted(*command: str, env: dict[str, str], **pipes: int) -> asyncio.subprocess.Process:
        given.append(env)
        return await start(*command, env=env, **cast("Any", pipes))

    monkeypatch.setenv("SIGNPOST_TOKEN", "a-secret")
    monkeypatch.setattr(asyncio, "create_subprocess_exec", noted)

    assert (await Workers().run(job(), PAGE)).text.strip() == "Kratom eases pain"

    (environment,) = given
    assert "a-secret" not in environment.values()
    assert environment["ORT_DISABLE_TELEMETRY"] == "1"


async def test_a_machine_without_room_for_a_worker_leaves_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    async def refused(*_: object, **__: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(asyncio, "create_subprocess_exec", refused)

    assert await Workers().run(job(), PAGE) == Worked("", WhyUnread.STOPPED)
