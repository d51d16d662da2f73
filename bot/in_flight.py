"""The work that is under way, so that closing can let it come to its end."""

import asyncio
from collections.abc import Generator
from contextlib import contextmanager


class InFlight:
    """Knows the tasks that hold a database connection or are about to send something.

    Invariant: once `drain` has begun, nothing new is taken on.
    """

    __slots__ = ("_closed", "_tasks")

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[object]] = set()
        self._closed = False

    @property
    def closed(self) -> bool:
        """Whether nothing new is taken on."""
        return self._closed

    @contextmanager
    def track(self) -> Generator[None]:
        """Count the current task as under way; a block inside another one changes nothing."""
        task = asyncio.current_task()
        if task is None or task in self._tasks:
            yield
            return
        self._tasks.add(task)
        try:
            yield
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
