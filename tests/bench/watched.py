"""The child process of the scan bench: the real program, with its event loop's lateness written down.

BENCH_LATENESS: the file that gets it. BENCH_PAUSE: seconds between two pages of a scan.
SIGUSR1 begins the measurement, and ends it.
"""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from time import perf_counter, thread_time
from typing import ParamSpec
from unittest.mock import patch

from bot import run
from bot.scan import pace
from tests.wire import launch

P = ParamSpec("P")

TICK = 0.001
"""Seconds between two looks at the clock."""


async def _watch(late: list[tuple[float, float]]) -> None:
    """Note, in ms, how late the loop comes back, and how long it worked itself meanwhile.

    On a busy machine the first holds what other programs took as well.
    """
    while True:
        begun, worked = perf_counter(), thread_time()
        await asyncio.sleep(TICK)
        late.append(((perf_counter() - begun - TICK) * 1000, (thread_time() - worked) * 1000))


def _watched(work: Callable[P, Awaitable[None]]) -> Callable[P, Awaitable[None]]:
    async def both(*args: P.args, **kwargs: P.kwargs) -> None:
        late: list[tuple[float, float]] = []
        marks: list[int] = []

        def mark() -> None:
            marks.append(len(late))

        asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, mark)
        watching = asyncio.create_task(_watch(late))
        try:
            await work(*args, **kwargs)
        finally:
            watching.cancel()
            _write(late[marks[0] : marks[1]])

    return both


def _write(late: list[tuple[float, float]]) -> None:
    Path(os.environ["BENCH_LATENESS"]).write_text(json.dumps(late), encoding="utf-8")


def main() -> int:
    """Run the program as the wire tests do, watched."""
    pause = float(os.environ["BENCH_PAUSE"])
    connected = _watched(run._stay_connected)  # pyright: ignore[reportPrivateUsage]
    with patch.object(run, "_stay_connected", connected), patch.object(pace, "PAUSE", pause):
        return launch.main()


if __name__ == "__main__":
    sys.exit(main())
