"""How often an entry is edited: a flood of pastes must not become one of edits."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.in_flight import InFlight

REST = 5.0
"""Seconds between two edits of the same entry that nobody waits for."""

Work = Callable[[], Awaitable[None]]


class Pace:
    """Does work for a key at once, and what is asked for within the rest after it once more, together.

    Invariant: the last that is asked for is done, also where the process closes before the rest is over.
    """

    __slots__ = ("_again", "_busy", "_closing", "_in_flight", "_rests")

    def __init__(self, in_flight: InFlight) -> None:
        self._in_flight = in_flight
        self._busy: dict[int, asyncio.Task[None] | None] = {}
        self._again: set[int] = set()
        self._closing = False
        self._rests: set[asyncio.Task[None]] = set()
        in_flight.before_closing(self._hurry)

    async def keep(self, key: int, work: Work) -> None:
        """Do the work now; where it is being done or was done just now, once when the rest is over."""
        if key in self._busy:
            self._again.add(key)
            return
        self._busy[key] = None
        try:
            await work()
        finally:
            if self._closing:
                del self._busy[key]
            else:
                self._busy[key] = asyncio.create_task(self._in_flight.run_behind(self._rest, key, work))
        if self._closing:
            await self._once_more(key, work)

    async def _rest(self, key: int, work: Work) -> None:
        rest = asyncio.create_task(asyncio.sleep(REST))
        self._rests.add(rest)
        await asyncio.wait({rest})  # also over when `_hurry` cancels it
        self._rests.discard(rest)
        del self._busy[key]
        await self._once_more(key, work)

    async def _once_more(self, key: int, work: Work) -> None:
        if key in self._again:
            self._again.discard(key)
            await self.keep(key, work)

    def _hurry(self) -> None:
        self._closing = True
        for rest in [*self._rests]:
            rest.cancel()
