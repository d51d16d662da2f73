"""Lanes: how many posts have files in hand at once, and how many may wait for it."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress


class CrowdedError(Exception):
    """The waiting line is full."""


class Lane:
    """Lets a few in at once and a limited number wait; the servers they come from take turns.

    Whoever comes to a full line is turned away at once, unless another server has more in it: then the last
    of that one has to leave. So a server alone may fill the line, and cannot keep another out by it.
    Invariant: what is in hand is at most `at_once`, and what waits at most `waiting`, however many come.
    """

    def __init__(self, at_once: int, waiting: int) -> None:
        self._room = at_once
        self._waiting = waiting
        self._lines: dict[int, deque[asyncio.Future[None]]] = {}  # by server, whose turn is next first

    @asynccontextmanager
    async def place(self, guild_id: int) -> AsyncGenerator[None]:
        """Wait for one's turn and hold it. Raises CrowdedError, also after having waited."""
        await self._turn(guild_id)
        try:
            yield
        finally:
            self._pass_on()

    async def _turn(self, guild_id: int) -> None:
        if self._room:
            self._room -= 1
            return
        self._make_way(guild_id)
        turn = asyncio.get_running_loop().create_future()
        self._lines.setdefault(guild_id, deque()).append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.cancelled():
                self._leave(guild_id, turn)
            elif turn.exception() is None:  # it came just as nobody waited for it any more
                self._pass_on()
            raise

    def _make_way(self, guild_id: int) -> None:
        """See that there is room in the line. Raises CrowdedError."""
        if sum(map(len, self._lines.values())) < self._waiting:
            return
        own = self._lines.get(guild_id, deque())
        longest = max((own, *self._lines.values()), key=len)
        if len(longest) <= len(own) + 1:
            raise CrowdedError
        last = longest.pop()
        if not last.done():
            last.set_exception(CrowdedError())

    def _leave(self, guild_id: int, turn: "asyncio.Future[None]") -> None:
        line = self._lines.get(guild_id, deque())
        with suppress(ValueError):
            line.remove(turn)
        if not line:
            self._lines.pop(guild_id, None)

    def _pass_on(self) -> None:
        """Give the place that has become free to the server whose turn it is."""
        while self._lines:
            guild_id, line = next(iter(self._lines.items()))
            turn = line.popleft()
            del self._lines[guild_id]
            if line:
                self._lines[guild_id] = line  # to the end
            if not turn.done():
                turn.set_result(None)
                return
        self._room += 1
