"""What servers exempted: it outlives the process, has bounds, and knows members by keyed hashes alone."""

import asyncio
from dataclasses import astuple

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store import Exemptions, ExemptKind, ListFullError
from bot.store.exemptions import MOST_EXEMPT
from bot.store.tables import exempt_members, exemptions

GUILD, NEIGHBOUR, MEMBER = 10, 11, 123456789012345678
KEY = b"the installation's secret"


async def reloaded(engine: AsyncEngine, key: bytes = KEY) -> Exemptions:
    """Read the exemptions anew, as after a restart."""
    exempted = Exemptions(engine, key)
    await exempted.load()
    return exempted


@pytest.fixture
async def exempted(engine: AsyncEngine) -> Exemptions:
    """Give the exemptions of a new store."""
    return await reloaded(engine)


async def test_nothing_is_exempt_at_first(exempted: Exemptions) -> None:
    assert not exempted.of(GUILD)


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (ExemptKind.ROLE, "roles"),
        (ExemptKind.CHANNEL, "channels"),
        (ExemptKind.CATEGORY, "categories"),
    ],
)
async def test_an_exemption_outlives_the_process_and_its_end_does_too(
    engine: AsyncEngine, exempted: Exemptions, kind: ExemptKind, field: str
) -> None:
    await exempted.set(GUILD, kind, 20, exempt=True)
    await exempted.set(GUILD, kind, 21, exempt=True)
    await exempted.set(GUILD, kind, 20, exempt=False)

    for each in (exempted, await reloaded(engine)):
        assert getattr(each.of(GUILD), field) == {21}
        assert sum(len(ids) for ids in astuple(each.of(GUILD))[:3]) == 1
        assert not each.of(NEIGHBOUR)


async def test_a_member_is_known_again_and_in_this_server_only(
    engine: AsyncEngine, exempted: Exemptions
) -> None:
    await exempted.set_member(GUILD, MEMBER, exempt=True)

    for each in (exempted, await reloaded(engine)):
        members = each.of(GUILD).members
        assert MEMBER in members
        assert MEMBER + 1 not in members
        assert len(members) == 1
        assert MEMBER not in each.of(NEIGHBOUR).members


async def test_a_member_can_be_taken_off_again(engine: AsyncEngine, exempted: Exemptions) -> None:
    await exempted.set_member(GUILD, MEMBER, exempt=True)
    await exempted.set_member(GUILD, MEMBER, exempt=False)

    for each in (exempted, await reloaded(engine)):
        assert not each.of(GUILD)


async def test_one_member_in_two_servers_leaves_two_rows_that_do_not_match(
    engine: AsyncEngine, exempted: Exemptions
) -> None:
    await exempted.set_member(GUILD, MEMBER, exempt=True)
    await exempted.set_member(NEIGHBOUR, MEMBER, exempt=True)

    async with engine.connect() as connection:
        hashes = (await connection.execute(select(exempt_members.c.hash))).scalars().all()
    assert len({*hashes}) == 2
    assert {len(each) for each in hashes} == {16}


async def test_another_installation_cannot_tell_whom_a_row_means(
    engine: AsyncEngine, exempted: Exemptions
) -> None:
    await exempted.set_member(GUILD, MEMBER, exempt=True)

    assert MEMBER not in (await reloaded(engine, b"another secret")).of(GUILD).members


async def test_making_a_change_twice_is_harmless(engine: AsyncEngine, exempted: Exemptions) -> None:
    for _ in range(2):
        await exempted.set(GUILD, ExemptKind.ROLE, 20, exempt=True)
        await exempted.set_member(GUILD, MEMBER, exempt=True)
        await exempted.set(GUILD, ExemptKind.CHANNEL, 20, exempt=False)

    async with engine.connect() as connection:
        rows = [
            await connection.scalar(select(func.count()).select_from(table))
            for table in (exemptions, exempt_members)
        ]
    assert rows == [1, 1]


async def test_one_more_than_there_may_be_is_refused_and_changes_nothing(
    engine: AsyncEngine, exempted: Exemptions
) -> None:
    for number in range(MOST_EXEMPT):
        await exempted.set(GUILD, ExemptKind.ROLE, number, exempt=True)
        await exempted.set_member(GUILD, number, exempt=True)

    with pytest.raises(ListFullError):
        await exempted.set(GUILD, ExemptKind.ROLE, MOST_EXEMPT, exempt=True)
    with pytest.raises(ListFullError):
        await exempted.set_member(GUILD, MOST_EXEMPT, exempt=True)
    await exempted.set(GUILD, ExemptKind.ROLE, 0, exempt=True)
    await exempted.set(GUILD, ExemptKind.CHANNEL, 20, exempt=True)

    for each in (exempted, await reloaded(engine)):
        assert len(each.of(GUILD).roles) == len(each.of(GUILD).members) == MOST_EXEMPT
        assert MOST_EXEMPT not in each.of(GUILD).roles


async def test_changes_made_at_the_same_moment_all_hold(engine: AsyncEngine, exempted: Exemptions) -> None:
    await asyncio.gather(*(exempted.set(GUILD, ExemptKind.ROLE, each, exempt=True) for each in range(9)))

    for each in (exempted, await reloaded(engine)):
        assert each.of(GUILD).roles == frozenset(range(9))
