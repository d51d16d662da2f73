"""Stopping a scan: at once from a pause, and never before it was told to."""

import asyncio

import pytest

from bot.scan.pace import Halt, HaltError


async def test_a_pause_ends_as_soon_as_the_scan_is_told_to_stop() -> None:
    halt = Halt()
    resting = asyncio.create_task(halt.pause(3600))
    await asyncio.sleep(0)
    await asyncio.sleep(0)

    halt.ask()

    with pytest.raises(HaltError):
        await resting


async def test_a_stopped_scan_does_not_rest_again() -> None:
    halt = Halt()
    halt.ask()

    with pytest.raises(HaltError):
        await halt.pause(3600)
    with pytest.raises(HaltError):
        halt.check()


async def test_a_pause_that_nobody_ends_goes_over() -> None:
    halt = Halt()

    await halt.pause(0)

    halt.check()
