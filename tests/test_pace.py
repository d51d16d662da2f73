"""The pace of an entry's edits: the last that is asked for is done, whenever the process closes."""

import asyncio

from bot.desk.pace import Pace
from bot.in_flight import InFlight


async def test_what_was_asked_for_during_an_edit_is_done_though_closing_begins_in_it() -> None:
    in_flight, may_end = InFlight(), asyncio.Event()
    pace, edits = Pace(in_flight), 0

    async def edit() -> None:
        nonlocal edits
        edits += 1
        await may_end.wait()

    editing = asyncio.create_task(in_flight.run(pace.keep, 1, edit))
    await asyncio.sleep(0)
    await pace.keep(1, edit)
    closing = asyncio.create_task(in_flight.drain(within=60))
    await asyncio.sleep(0)
    may_end.set()
    await asyncio.gather(editing, closing)

    assert edits == 2
