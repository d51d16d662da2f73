"""How fast a scan goes: slow enough that a community does not feel it, and ready to stop at any post."""

import asyncio

PAGE = 100
"""Posts in one request; the most that Discord gives."""

PAUSE = 0.5
"""Seconds between two requests of a scan. Discord allows a bot 50 in a second; live notes need them."""

GIVE_WAY = 30.0
"""Seconds that a scan waits at most, before each post, for live work to end."""

RETRIES = (2.0, 10.0, 60.0, 300.0)
"""Seconds before each new try at what Discord could not answer; after the last a channel is left out."""

REPORT_EVERY = 5.0
"""Seconds between two edits of the report in the mod log."""

TRIES = 3
"""Times that a scan may break off for a reason nobody foresaw, in one run of the process, before it ends."""

AT_ONCE = 2
"""Scans that read at the same time in one process; others wait."""

WAIT = 10.0
"""Seconds after which a waiting scan looks again whether it may begin."""


class HaltError(Exception):
    """A scan was told to stop: it is cancelled, or the process closes."""


class Halt:
    """Tells one scan to stop. Its pauses end at once then; what it has begun with a post it finishes."""

    __slots__ = ("_asked", "_rest")

    def __init__(self) -> None:
        self._asked = False
        self._rest: asyncio.Task[None] | None = None

    def ask(self) -> None:
        """Tell the scan to stop."""
        self._asked = True
        if self._rest is not None:
            self._rest.cancel()

    def check(self) -> None:
        """Raise HaltError if the scan was told to stop."""
        if self._asked:
            raise HaltError

    async def pause(self, seconds: float) -> None:
        """Wait. Raises HaltError as soon as the scan is told to stop."""
        self.check()
        self._rest = asyncio.create_task(asyncio.sleep(seconds))
        try:
            await asyncio.wait({self._rest})
        finally:
            self._rest.cancel()
        self.check()
