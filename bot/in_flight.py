"""The work that is under way, so that closing can let it come to its end."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import ParamSpec

P = ParamSpec("P")


class InFlight:
    """Knows the tasks that hold a database connection or are about to send something.

    Invariant: once `drain` has begun, nothing new is taken on.
    """

    __slots__ = ("_before_closing", "_behind", "_calm", "_closed", "_tasks")

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[object]] = set()
        self._behind: set[asyncio.Task[object]] = set()
        self._calm = asyncio.Event()
        self._calm.set()
        self._closed = False
        self._before_closing: list[Callable[[], None]] = []

    @property
    def busy(self) -> bool:
        """Whether there is work that gives way to nothing: a live post, a press, a round of recovery."""
        return bool(self._tasks)

    async def calm(self, within: float) -> None:
        """Wait until nothing is busy, at most this many seconds: who gives way must not starve."""
        if not self.busy:
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                await self._calm.wait()

    async def run(self, work: Callable[P, Awaitable[object]], *args: P.args, **kwargs: P.kwargs) -> None:
        """Do a piece of work that closing waits for; nothing at all once closing has begun."""
        task = asyncio.current_task()
        if self._closed or task is None:
            return
        self._tasks.add(task)
        self._calm.clear()
        try:
            await work(*args, **kwargs)
        finally:
            self._tasks.discard(task)
            if not self._tasks:
                self._calm.set()

    async def run_behind(self, work: Callable[P, Awaitable[None]], *args: P.args, **kwargs: P.kwargs) -> None:
        """Do a piece of work that closing waits for and that itself gives way: nobody is busy with it."""
        task = asyncio.current_task()
        if self._closed or task is None:
            return
        self._behind.add(task)
        try:
            await work(*args, **kwargs)
        finally:
            self._behind.discard(task)

    def before_closing(self, call: Callable[[], None]) -> None:
        """Have this called once when closing begins, so that long work can come to an early end."""
        self._before_closing.append(call)

    async def drain(self, within: float) -> None:
        """Wait until all work has ended, at most this many seconds, and cancel what has not."""
        self._closed = True
        while self._before_closing:
            self._before_closing.pop()()
        waiting = (self._tasks | self._behind) - {asyncio.current_task()}
        if not waiting:
            return
        _, late = await asyncio.wait(waiting, timeout=within)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late, timeout=within)
