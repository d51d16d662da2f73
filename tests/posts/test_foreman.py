"""The process over the workers: what breaks, breaks there, and nothing of it is left behind."""

import asyncio
import os
import signal
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import TypeVar

import pytest

from bot.posts import WhyUnread
from bot.posts.limits import MIB
from bot.posts.workshop import foreman as foremen
from bot.posts.workshop.foreman import Foreman
from bot.posts.workshop.frames import receive
from bot.posts.workshop.workers import Job, Worked

T = TypeVar("T")

PAGE = b"<html><p>Kratom eases pain</p>"
ENDLESS = PAGE + b" " * 2**17 + b"<a " * 2**20
"""A page whose rest takes minutes."""

JOB = Job("html", characters=MIB, memory=512 * MIB, seconds=60, most=300)


@pytest.fixture
async def foreman() -> AsyncIterator[Foreman]:
    """Give a foreman that is sent home at the end."""
    hired = Foreman()
    yield hired
    await hired.close()


def children(process: int) -> set[int]:
    """List the processes that one has started; none if it is gone."""
    try:
        listed = Path(f"/proc/{process}/task/{process}/children").read_text()
    except FileNotFoundError:
        return set()
    return {int(number) for number in listed.split()}


def stands(process: int) -> bool:
    """Say whether a process is there and has not ended."""
    try:
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def confined(worker: int) -> bool:
    """Say whether a worker has put its limits on itself, which it does before it takes a document."""
    limits = Path(f"/proc/{worker}/limits").read_text().splitlines()
    return any(line.split()[:4] == ["Max", "cpu", "time", str(int(JOB.seconds) + 1)] for line in limits)


def waits_for_children() -> bool:
    """Say whether asyncio has a thread that has not yet told the loop of a child's end."""
    return any("waitpid" in thread.name for thread in threading.enumerate())


async def eventually(found: Callable[[], T]) -> T:
    """Ask until the answer is truthy, and give that. Raises TimeoutError."""
    async with asyncio.timeout(30):
        while True:
            if result := found():
                return result
            await asyncio.sleep(0.005)


async def busy(foreman: Foreman) -> tuple[asyncio.Task[Worked], int, int]:
    """Give an endless page to read; return the reading, the foreman's process and the worker's."""
    before = children(os.getpid())
    reading = asyncio.create_task(foreman.run(JOB, ENDLESS))
    (process,) = await eventually(lambda: children(os.getpid()) - before)
    (worker,) = await eventually(lambda: children(process))
    return reading, process, worker


async def test_documents_are_read_side_by_side(foreman: Foreman) -> None:
    pages = [b"<html>" + f"page {number} ".encode() * 20_000 for number in range(4)]

    read = await asyncio.gather(*(foreman.run(JOB, page) for page in pages))

    assert [worked.text.strip() for worked in read] == [
        page.removeprefix(b"<html>").decode().strip() for page in pages
    ]


async def test_a_reading_that_is_cancelled_ends_its_worker_and_no_other(foreman: Foreman) -> None:
    reading, process, _ = await busy(foreman)

    reading.cancel()

    with pytest.raises(asyncio.CancelledError):
        await reading
    await eventually(lambda: not children(process))
    assert (await foreman.run(JOB, PAGE)).text.strip() == "Kratom eases pain"
    assert process in children(os.getpid())


async def test_a_worker_gives_way_to_everything_else(foreman: Foreman) -> None:
    reading, _, worker = await busy(foreman)

    own = os.getpriority(os.PRIO_PROCESS, 0)
    assert os.getpriority(os.PRIO_PROCESS, worker) == min(own + 15, 19)

    reading.cancel()


async def test_a_foreman_that_is_killed_takes_its_workers_along_and_is_replaced(
    foreman: Foreman, caplog: pytest.LogCaptureFixture
) -> None:
    reading, process, worker = await busy(foreman)
    await eventually(lambda: confined(worker))

    os.kill(worker, signal.SIGSTOP)  # so that it cannot end by itself
    os.kill(process, signal.SIGKILL)

    assert await reading == Worked("", WhyUnread.STOPPED)
    await eventually(lambda: not stands(worker))
    assert (await foreman.run(JOB, PAGE)).text.strip() == "Kratom eases pain"
    (warning,) = [record for record in caplog.records if record.name.startswith("bot.")]
    assert "was lost" in warning.message


async def test_a_foreman_that_is_killed_while_idle_is_replaced(
    foreman: Foreman, caplog: pytest.LogCaptureFixture
) -> None:
    before = children(os.getpid())
    await foreman.run(JOB, PAGE)
    (process,) = children(os.getpid()) - before

    os.kill(process, signal.SIGKILL)
    await eventually(lambda: process not in children(os.getpid()) and not waits_for_children())

    assert (await foreman.run(JOB, PAGE)).text.strip() == "Kratom eases pain"
    (warning,) = [record for record in caplog.records if record.name.startswith("bot.")]
    assert "was lost" in warning.message


async def test_closing_leaves_nobody_and_starts_nobody() -> None:
    foreman = Foreman()
    reading, process, worker = await busy(foreman)

    await foreman.close()

    assert (await reading).why is WhyUnread.STOPPED
    assert process not in children(os.getpid())
    assert not stands(worker)
    assert await foreman.run(JOB, PAGE) == Worked("", WhyUnread.STOPPED)


async def test_closing_without_a_document_ever_read_is_harmless() -> None:
    foreman = Foreman()

    await foreman.close()
    await foreman.close()


async def test_a_machine_without_room_for_a_process_leaves_a_reason(
    foreman: Foreman, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused(*_: object, **__: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(asyncio, "create_subprocess_exec", refused)

    assert await foreman.run(JOB, PAGE) == Worked("", WhyUnread.STOPPED)


async def test_a_talk_that_breaks_or_makes_no_sense_is_over() -> None:
    broken, confused = asyncio.StreamReader(), asyncio.StreamReader()

    broken.set_exception(OSError(5, "Input/output error"))
    confused.feed_data(bytes([0, 0, 0, 5, 0, 0, 0, 0]) + b"hello")

    assert await receive(broken) is None
    assert await receive(confused) is None


async def test_a_foreman_that_cannot_be_understood_any_more_is_sent_home(
    foreman: Foreman, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def over(_: asyncio.StreamReader) -> None:
        return None

    before = children(os.getpid())
    with monkeypatch.context() as patched:
        patched.setattr(foremen, "receive", over)
        assert await foreman.run(JOB, ENDLESS) == Worked("", WhyUnread.STOPPED)

    await eventually(lambda: not any(stands(each) for each in children(os.getpid()) - before))
    assert (await foreman.run(JOB, PAGE)).text.strip() == "Kratom eases pain"
