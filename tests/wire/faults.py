"""Faults that a test switches on: routes that fail, stall, or lose their connection."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import web

CUT = 0
"""In place of a status: the connection is lost instead of an answer."""

Answer = Callable[[], Awaitable[web.StreamResponse]]


@dataclass
class Fault:
    """One fault of a route, for its next `times` requests.

    status: the error answered; None gives the work's own answer; CUT ends the connection without one.
    gate: holds the request until it is set.
    after: the fault comes once Discord has done its work, so that only the answer suffers.
    reached: how many requests have met it.
    """

    method: str
    path: re.Pattern[str]
    times: int
    status: int | None = None
    retry_after: float = 0.0
    gate: asyncio.Event | None = None
    after: bool = False
    reached: int = 0

    def release(self) -> None:
        """Let held requests go on, and no later one be held."""
        self.times = self.reached
        if self.gate is not None:
            self.gate.set()

    def meets(self, request: web.Request) -> bool:
        return (
            self.reached < self.times
            and request.method == self.method
            and self.path.fullmatch(request.path) is not None
        )


@dataclass
class Faults:
    """The faults in force. connections: how many of the next TCP connections are reset at once."""

    connections: int = 0
    _routes: list[Fault] = field(default_factory=list[Fault])

    def fail(
        self,
        method: str,
        path: str,
        status: int,
        *,
        times: int = 1,
        retry_after: float = 0.1,
        after: bool = False,
    ) -> Fault:
        """Answer with an error status, or CUT. path: a whole regular expression. retry_after: s, of a 429."""
        return self._add(Fault(method, re.compile(path), times, status, retry_after, after=after))

    def hold(self, method: str, path: str, *, after: bool = False, times: int = 1) -> Fault:
        """Keep requests waiting until the fault is released."""
        return self._add(Fault(method, re.compile(path), times, gate=asyncio.Event(), after=after))

    def release(self) -> None:
        """Release everything that is held."""
        for fault in self._routes:
            fault.release()

    def _add(self, fault: Fault) -> Fault:
        self._routes.append(fault)
        return fault

    async def meet(
        self, request: web.Request, work: Answer, changed: Callable[[], None]
    ) -> web.StreamResponse:
        """Let a request meet the first fault that concerns it, or do its work."""
        fault = next((one for one in self._routes if one.meets(request)), None)
        if fault is None:
            return await work()
        fault.reached += 1
        answer = await work() if fault.after else None
        changed()
        if fault.gate is not None:
            await fault.gate.wait()
        if fault.status == CUT and request.transport is not None:
            request.transport.abort()
        if fault.status is not None:
            return _failure(fault)
        return answer if answer is not None else await work()


def _failure(fault: Fault) -> web.Response:
    if fault.status != 429:
        return web.Response(status=fault.status or 500, text="upstream error")
    body = (
        f'{{"message": "You are being rate limited.", "retry_after": {fault.retry_after}, "global": false}}'
    )
    # Without Via discord.py takes a 429 for Cloudflare's ban and gives up at once.
    headers = {"Content-Type": "application/json", "Via": "1.1 google", "Retry-After": str(fault.retry_after)}
    return web.Response(status=429, body=body.encode(), headers=headers)
