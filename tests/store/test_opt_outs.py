"""Who opted out: kept by a keyed hash of its own, over a restart, in one server."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store import Exemptions, OptOuts
from bot.store.tables import exempt_members, opt_outs

GUILD, NEIGHBOUR, MEMBER = 10, 11, 123456789012345678
KEY = b"the installation's secret"


async def reloaded(engine: AsyncEngine, key: bytes = KEY) -> OptOuts:
    """Read the opt-outs anew, as after a restart."""
    out = OptOuts(engine, key)
    await out.load()
    return out


async def test_nobody_has_opted_out_at_first(engine: AsyncEngine) -> None:
    out = await reloaded(engine)

    assert MEMBER not in out.of(GUILD)
    assert out.count(GUILD) == 0


async def test_it_outlives_a_restart_and_holds_in_its_server(engine: AsyncEngine) -> None:
    await (await reloaded(engine)).set(GUILD, MEMBER, out=True)

    out = await reloaded(engine)
    assert MEMBER in out.of(GUILD)
    assert MEMBER not in out.of(NEIGHBOUR)
    assert MEMBER + 1 not in out.of(GUILD)


async def test_choosing_twice_changes_nothing(engine: AsyncEngine) -> None:
    out = await reloaded(engine)
    for choice, number in (True, 1), (True, 1), (False, 0), (False, 0):
        await out.set(GUILD, MEMBER, out=choice)
        assert out.count(GUILD) == (await reloaded(engine)).count(GUILD) == number


async def test_the_hash_is_the_lists_own(engine: AsyncEngine) -> None:
    exemptions = Exemptions(engine, KEY)
    await exemptions.set_member(GUILD, MEMBER, exempt=True)
    out = await reloaded(engine)
    await out.set(GUILD, MEMBER, out=True)
    await out.set(NEIGHBOUR, MEMBER, out=True)

    async with engine.connect() as connection:
        kept = [*(await connection.execute(select(opt_outs.c.hash))).scalars()]
        kept += (await connection.execute(select(exempt_members.c.hash))).scalars()
    assert len(set(kept)) == 3, "who is on two lists could be told"


async def test_without_the_secret_nobody_is_recognised(engine: AsyncEngine) -> None:
    await (await reloaded(engine)).set(GUILD, MEMBER, out=True)

    assert MEMBER not in (await reloaded(engine, b"another secret")).of(GUILD)
