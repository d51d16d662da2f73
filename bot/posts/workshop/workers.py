"""A worker's process: started, fed, ended in time, and in words how it went."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from bot.posts.extract.outcome import Outcome
from bot.posts.post import WhyUnread

_WHY = {
    Outcome.ENCRYPTED: WhyUnread.ENCRYPTED,
    Outcome.DAMAGED: WhyUnread.DAMAGED,
    Outcome.SWOLLEN: WhyUnread.SWOLLEN,
    Outcome.UNABLE: WhyUnread.UNABLE,
}
AT_ONCE = 2
"""Workers that run at the same time."""

_MOST_BYTES = 4  # of a character in UTF-8
_PIECE = 64 * 1024
_KILLED, _OUT_OF_CPU = -9, -24


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker is to do, and what it may take for it.

    kind: of the document. characters: written at most. memory: bytes. seconds: wall time, and CPU time.
    most: pages of a PDF, or pixels of a picture.
    """

    kind: str
    characters: int
    memory: int
    seconds: float
    most: int


@dataclass(frozen=True, slots=True)
class Worked:
    """What came of a document: text, also of one that its worker broke down over.

    why: what kept it from being read to its end, None where nothing did. cut: there is more than was read.
    """

    text: str
    why: WhyUnread | None = None
    cut: bool = False


class Workers:
    """Runs a process for each document, so that a hostile one costs itself and nothing else.

    Invariant: no worker outlives its job, whether that ends, fails, is cancelled or takes too long, nor
    `close`.
    """

    def __init__(self) -> None:
        self._room = asyncio.Semaphore(AT_ONCE)
        self._running: set[Process] = set()
        self._closed = False

    async def run(self, job: Job, data: bytes) -> Worked:
        """Have a document read. Raises nothing for a document that breaks its worker."""
        async with self._room:
            return Worked("", WhyUnread.STOPPED) if self._closed else await self._run(job, data)

    async def _run(self, job: Job, data: bytes) -> Worked:
        try:
            process = await asyncio.create_subprocess_exec(
                *_command(job), stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=environment()
            )
        except OSError:  # the machine has no process or memory left to give
            return Worked("", WhyUnread.STOPPED)
        self._running.add(process)
        if self._closed:  # while it was being started
            _kill(process)
        written = bytearray()
        try:
            async with asyncio.timeout(job.seconds):
                await _converse(process, data, written, job.characters * _MOST_BYTES)
                status = await process.wait()
        except TimeoutError:
            status = _OUT_OF_CPU
        finally:
            self._running.discard(process)
            await _end(process)
        return _worked(bytes(written), status, closed=self._closed)

    def close(self) -> None:
        """End what is running and start nothing more."""
        self._closed = True
        for process in self._running:
            _kill(process)


def _command(job: Job) -> Sequence[str]:
    limits = (job.characters, job.memory, int(job.seconds) + 1, job.most)
    return (sys.executable, "-m", "bot.posts.extract", job.kind, *map(str, limits))


def environment() -> dict[str, str]:
    """Give a process its way to the modules and nothing else: neither token nor database are its business."""
    return {
        "PYTHONPATH": os.pathsep.join(path or os.curdir for path in sys.path),
        "ORT_DISABLE_TELEMETRY": "1",
        "OMP_NUM_THREADS": "1",
    }


async def _converse(process: Process, data: bytes, written: bytearray, most: int) -> None:
    """Hand the document over and collect what comes back, also what a worker wrote before it broke down."""
    await asyncio.gather(_feed(process, data), _collect(process, written, most))


async def _feed(process: Process, data: bytes) -> None:
    if process.stdin is None:
        return
    with suppress(ConnectionError):  # it ended early; its status says why
        for start in range(0, len(data), _PIECE):
            process.stdin.write(data[start : start + _PIECE])
            await process.stdin.drain()
        process.stdin.close()


async def _collect(process: Process, written: bytearray, most: int) -> None:
    while process.stdout is not None and (piece := await process.stdout.read(_PIECE)):
        written += piece[: most - len(written)]


async def _end(process: Process) -> None:
    """Kill a worker that still runs and wait until it is gone, even when this is cancelled meanwhile."""
    _kill(process)
    await asyncio.shield(process.wait())


def _kill(process: Process) -> None:
    with suppress(ProcessLookupError):
        process.kill()


def _worked(written: bytes, status: int, *, closed: bool) -> Worked:
    text = written.decode("utf-8", "replace")
    if status == Outcome.READ:
        return Worked(text)
    if status == Outcome.CUT:
        return Worked(text, cut=True)
    return Worked(text, WhyUnread.STOPPED if closed else _why(status), cut=True)


def _why(status: int) -> WhyUnread:
    if status == _OUT_OF_CPU:
        return WhyUnread.LABORIOUS
    if status == _KILLED:
        return WhyUnread.STOPPED
    return _WHY[Outcome(status)] if status in _WHY else WhyUnread.DAMAGED
