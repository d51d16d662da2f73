"""The bot's side of the workshop: hands documents to the foreman's process and waits for what comes back."""

import asyncio
import logging
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from dataclasses import asdict
from itertools import count

from bot.posts.gently import joined
from bot.posts.plain import pieces
from bot.posts.post import WhyUnread
from bot.posts.workshop.frames import LIMIT, Words, receive, send
from bot.posts.workshop.workers import Job, Worked, environment

_log = logging.getLogger(__name__)

CLOSING_SECONDS = 2.0
"""Seconds in which the foreman ends by itself once it is told to."""

Answer = tuple[Words, bytes] | None
"""What the foreman says of a job; None when it is gone."""

_STOPPED = Worked("", WhyUnread.STOPPED)


class Foreman:
    """Has documents read in other processes, of which the first is started with the first document.

    Invariant: a document that breaks its worker, or the foreman itself, costs itself and what was in hand
    with it; the next one finds a new foreman.
    """

    def __init__(self) -> None:
        self._process: Process | None = None
        self._listening: asyncio.Task[None] | None = None
        self._numbers = count()
        self._waiting: dict[int, asyncio.Future[Answer]] = {}
        self._turn = asyncio.Lock()
        self._closed = False

    async def run(self, job: Job, data: bytes) -> Worked:
        """Have a document read. Raises nothing for one that cannot be."""
        number = next(self._numbers)
        try:
            # Shielded: half a frame would leave the rest of the talk without a meaning.
            answer = await asyncio.shield(self._ask(number, job, data))
            return await _worked(await asyncio.shield(answer))
        except OSError as error:
            _log.warning("a file was not read: no process to read it (%s)", type(error).__name__)
            return _STOPPED
        except asyncio.CancelledError:
            await asyncio.shield(self._drop(number))
            raise

    async def close(self) -> None:
        """End the foreman and with it all workers, and start none again."""
        self._closed = True
        process = self._process
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        with suppress(TimeoutError):
            async with asyncio.timeout(CLOSING_SECONDS):
                await process.wait()
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()

    async def _ask(self, number: int, job: Job, data: bytes) -> "asyncio.Future[Answer]":
        """Hand a job over; return what its answer will be. Raises OSError when nobody is there to take it."""
        async with self._turn:
            process = await self._present()
            answer = self._waiting[number] = asyncio.get_running_loop().create_future()
            if self._listening is None or self._listening.done():
                self._listening = asyncio.create_task(self._listen(process))
            if process.stdin is not None:
                await send(process.stdin, {"number": number, "job": asdict(job)}, data)
            return answer

    async def _drop(self, number: int) -> None:
        """Tell the foreman that nobody waits for a job any more."""
        async with self._turn:
            if number in self._waiting and self._process is not None and self._process.stdin is not None:
                with suppress(OSError):
                    await send(self._process.stdin, {"number": number, "job": None})

    async def _present(self) -> Process:
        """Return the foreman's process, a new one where there is none. Raises OSError."""
        if self._closed:
            raise ConnectionResetError
        if self._process is not None and self._process.returncode is not None:
            if self._listening is not None:
                await self._listening  # it tells those who wait, before another is there to be told of
            self._lose_process()
        if self._process is None:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot.posts.workshop"),
                stdin=PIPE,
                stdout=PIPE,
                stderr=DEVNULL,
                env=environment(),
                limit=LIMIT,
            )
        return self._process

    async def _listen(self, process: Process) -> None:
        """Give each answer to the one who waits for it, while anybody does; if the foreman goes, to all."""
        while self._waiting and process.stdout is not None:
            frame = await receive(process.stdout)
            if frame is None:
                break
            answer = self._waiting.pop(frame[0]["number"], None)
            if answer is not None:
                answer.set_result(frame)
        if self._waiting:
            self._lose_process()
            with suppress(ProcessLookupError):
                process.kill()  # what can no longer be understood may still be there
            for answer in self._waiting.values():
                answer.set_result(None)
            self._waiting.clear()

    def _lose_process(self) -> None:
        """Take note, once, that the foreman is gone with what it had in hand."""
        if self._process is not None and not self._closed:
            _log.warning("the process that reads files was lost: the next file starts another")
        self._process = None


async def _worked(answer: Answer) -> Worked:
    if answer is None:
        return _STOPPED
    words, data = answer
    text = await joined(pieces(data, "utf-8"))
    why = words["why"]
    return Worked(text, WhyUnread[why] if why else None, words["cut"])
