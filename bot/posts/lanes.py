"""Lanes: how many files are in hand at once, and how many may wait for it."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager


class CrowdedError(Exception):
    """The waiting line is full."""


class Lane:
    """Lets a few in at once and a limited number wait; whoever comes above that is turned away at once.

    Invariant: what is in hand is at most `at_once`, however many come.
    """

    def __init__(self, at_once: int, waiting: int) -> None:
        self._room = asyncio.Semaphore(at_once)
        self._places = at_once + waiting

    @asynccontextmanager
    async def place(self) -> AsyncGenerator[None]:
        """Wait for one's turn and hold it. Raises CrowdedError."""
        if not self._places:
            raise CrowdedError
        self._places -= 1
        try:
            async with self._room:
                yield
        finally:
            self._places += 1
