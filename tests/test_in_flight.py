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


async def test_who_gives_way_waits_for_live_work_to_end() -> None:
    in_flight, may_end = InFlight(), asyncio.Event()
    order: list[str] = []

    async def live() -> None:
        await may_end.wait()
        order.append("live")

    async def giving_way() -> None:
        await in_flight.calm(within=60)
        order.append("behind")

    first = asyncio.create_task(in_flight.run(live))
    await asyncio.sleep(0)
    assert in_flight.busy
    second = asyncio.create_task(in_flight.run_behind(giving_way))
    await asyncio.sleep(0)
    may_end.set()
    await asyncio.gather(first, second)

    assert order == ["live", "behind"]
    assert not in_flight.busy


async def test_who_gives_way_does_not_starve() -> None:
    in_flight = InFlight()

    async def endless_work() -> None:
        await asyncio.Event().wait()

    endless = asyncio.create_task(in_flight.run(endless_work))
    await asyncio.sleep(0)

    await in_flight.calm(within=0.001)

    assert in_flight.busy
    endless.cancel()


async def test_work_that_gives_way_keeps_nobody_waiting_and_is_waited_for_at_the_end() -> None:
    in_flight, told = InFlight(), asyncio.Event()
    in_flight.before_closing(told.set)

    async def until_told() -> None:
        await told.wait()

    under_way = asyncio.create_task(in_flight.run_behind(until_told))
    await asyncio.sleep(0)
    assert not in_flight.busy
    await in_flight.drain(within=5)

    assert under_way.done()
    assert not under_way.cancelled()
