"""The work that is under way, so that closing can let it come to its end."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import ParamSpec

P = ParamSpec("P")


class InFlight:
    """Knows the tasks that hold a database connection or are about to send something.

    Invariant: once `drain` has begun, nothing new is taken on.
    """

    __slots__ = ("_closed", "_tasks")

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[object]] = set()
        self._closed = False

    async def run(self, work: Callable[P, Awaitable[None]], *args: P.args, **kwargs: P.kwargs) -> None:
        """Do a piece of work that closing waits for; nothing at all once closing has begun."""
        task = asyncio.current_task()
        if self._closed or task is None:
            return
        self._tasks.add(task)
        try:
            await work(*args, **kwargs)
        finally:
            self._tasks.discard(task)

    async def drain(self, within: float) -> None:
        """Wait until all work has ended, at most this many seconds, and cancel what has not."""
        self._closed = True
        waiting = self._tasks - {asyncio.current_task()}
        if not waiting:
            return
        _, late = await asyncio.wait(waiting, timeout=within)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late, timeout=within)
