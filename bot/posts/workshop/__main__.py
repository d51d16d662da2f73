"""The foreman: has workers read documents for the bot, which speaks to it over its standard streams.

    python -m bot.posts.workshop

Ends when its standard input ends, and with it every worker: so none outlives the bot, however that ends.
"""

import asyncio
import os
import signal
import sys
from contextlib import suppress
from typing import Any

from bot.posts.post import WhyUnread
from bot.posts.workshop.frames import LIMIT, Words, receive, send
from bot.posts.workshop.workers import Job, Worked, Workers

_NICENESS = 15


class _Desk:
    """Takes jobs in and hands out what came of them."""

    def __init__(self, answers: asyncio.StreamWriter) -> None:
        self._answers = answers
        self._turn = asyncio.Lock()
        self._workers = Workers()
        self._jobs: dict[int, asyncio.Task[None]] = {}

    def take(self, number: int, job: Words | None, data: bytes) -> None:
        """Begin a job, or drop it where there is none."""
        if job is not None:
            self._jobs[number] = asyncio.create_task(self._do(number, Job(**job), data))
        elif number in self._jobs:
            self._jobs[number].cancel()

    async def clear(self) -> None:
        """Drop everything and wait until the workers are gone."""
        self._workers.close()
        jobs = [*self._jobs.values()]
        for job in jobs:
            job.cancel()
        await asyncio.gather(*jobs, return_exceptions=True)

    async def _do(self, number: int, job: Job, data: bytes) -> None:
        try:
            try:
                worked = await self._workers.run(job, data)
            except (asyncio.CancelledError, OSError, MemoryError):
                # Dropped, or broken by the machine; answered all the same, so that nothing stays open.
                worked = Worked("", WhyUnread.STOPPED)
            words = {"number": number, "why": worked.why and worked.why.name, "cut": worked.cut}
            # Shielded: half a frame would leave the rest of the talk without a meaning.
            await asyncio.shield(self._answer(words, worked.text.encode("utf-8", "replace")))
        finally:
            del self._jobs[number]

    async def _answer(self, words: Words, text: bytes) -> None:
        async with self._turn:
            await send(self._answers, words, text)


async def main() -> None:
    """Serve until the bot is gone."""
    loop = asyncio.get_running_loop()
    asked = asyncio.StreamReader(LIMIT)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(asked), sys.stdin)
    flow: Any = asyncio.StreamReaderProtocol(asyncio.StreamReader())  # it alone knows when to wait
    out, _ = await loop.connect_write_pipe(lambda: flow, sys.stdout)
    desk = _Desk(asyncio.StreamWriter(out, flow, None, loop))
    while frame := await receive(asked):
        words, data = frame
        desk.take(words["number"], words["job"], data)
        await asyncio.sleep(0)  # a job dropped before it began could not say so
    await desk.clear()


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the bot's to take; it then ends this too
    with suppress(AttributeError, OSError):  # where the system knows no such thing
        os.nice(_NICENESS)
    with suppress(ConnectionError):
        asyncio.run(main())
