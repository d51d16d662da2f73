"""The bot's side of the workshop: hands documents to the foreman's process and waits for what comes back."""

import asyncio
import logging
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from dataclasses import asdict
from itertools import count

from bot.posts.post import WhyUnread
from bot.posts.workshop.frames import LIMIT, Words, receive, send
from bot.posts.workshop.workers import Job, Worked, environment

_log = logging.getLogger(__name__)

CLOSING_SECONDS = 2.0
"""Seconds in which the foreman ends by itself once it is told to."""

_LONG = 64 * 1024  # bytes from which decoding is done in a thread
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
        self._waiting: dict[int, asyncio.Future[tuple[Words, bytes] | None]] = {}
        self._turn = asyncio.Lock()
        self._closed = False

    async def run(self, job: Job, data: bytes) -> Worked:
        """Have a document read. Raises nothing for one that cannot be."""
        number = next(self._numbers)
        answer = self._waiting[number] = asyncio.get_running_loop().create_future()
        try:
            # Shielded: half a frame would leave the rest of the talk without a meaning.
            await asyncio.shield(self._say({"number": number, "job": asdict(job)}, data))
            return await _worked(await answer)
        except OSError as error:
            _log.warning("a file was not read: no process to read it (%s)", type(error).__name__)
            return _STOPPED
        except asyncio.CancelledError:
            await asyncio.shield(self._drop(number))
            raise
        finally:
            del self._waiting[number]

    async def close(self) -> None:
        """End the foreman and with it all workers, and start none again."""
        self._closed = True
        process, listening = self._process, self._listening
        if process is None or listening is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        await asyncio.wait({listening}, timeout=CLOSING_SECONDS)
        with suppress(ProcessLookupError):
            process.kill()
        await listening

    async def _say(self, words: Words, data: bytes = b"") -> None:
        """Tell the foreman something. Raises OSError when there is none."""
        async with self._turn:
            process = self._process or await self._started()
            if process.stdin is not None:
                await send(process.stdin, words, data)

    async def _started(self) -> Process:
        if self._closed:
            raise ConnectionResetError
        process = self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot.posts.workshop"),
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            env=environment(),
            limit=LIMIT,
        )
        self._listening = asyncio.create_task(self._listen(process))
        return process

    async def _listen(self, process: Process) -> None:
        """Give every answer to the one who waits for it; once the foreman is gone, tell all who still do."""
        while process.stdout is not None and (frame := await receive(process.stdout)):
            answer = self._waiting.get(frame[0]["number"])
            if answer is not None and not answer.done():
                answer.set_result(frame)
        self._process = None
        for answer in self._waiting.values():
            if not answer.done():
                answer.set_result(None)
        await process.wait()

    async def _drop(self, number: int) -> None:
        if self._process is not None:
            with suppress(OSError):
                await self._say({"number": number, "job": None})


async def _worked(answer: tuple[Words, bytes] | None) -> Worked:
    if answer is None:
        return _STOPPED
    words, data = answer
    text = await asyncio.to_thread(data.decode) if len(data) > _LONG else data.decode()
    why = words["why"]
    return Worked(text, WhyUnread[why] if why else None, words["cut"])
