"""Closing lets work under way end, and takes on nothing new."""

import asyncio

from bot.in_flight import InFlight


async def test_closing_waits_for_work_under_way() -> None:
    in_flight, begun, may_end = InFlight(), asyncio.Event(), asyncio.Event()
    done: list[str] = []

    async def work(name: str) -> None:
        begun.set()
        await may_end.wait()
        done.append(name)

    under_way = asyncio.create_task(in_flight.run(work, "first"))
    await begun.wait()
    closing = asyncio.create_task(in_flight.drain(within=5))
    await asyncio.sleep(0)
    await in_flight.run(work, "too late")
    may_end.set()
    await asyncio.gather(closing, under_way)

    assert done == ["first"]


async def test_work_that_does_not_end_is_cancelled() -> None:
    in_flight, begun = InFlight(), asyncio.Event()

    async def work() -> None:
        begun.set()
        await asyncio.Event().wait()

    under_way = asyncio.create_task(in_flight.run(work))
    await begun.wait()
    await in_flight.drain(within=0.01)

    assert under_way.cancelled()
