"""A server's data as a whole: every table filled for two servers, one of them handed out and deleted."""

import itertools
import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    LargeBinary,
    String,
    Table,
    func,
    insert,
    select,
)
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.types import TypeEngine

from bot.store import GuildData, OwnLists
from bot.store.keeping import Owner, keeping_of, rows_of
from bot.store.tables import UtcTime, fingerprints, metadata

GUILD, NEIGHBOUR = 1_456_000_000_000_000_001, 1_456_000_000_000_000_002
ROWS_EACH = 2

_numbers = itertools.count(7)


def value_for(column: Column[Any], guild_id: int, made: dict[str, list[Any]]) -> object:
    """Make up a value that nobody else has. made: keys of the rows made before, by table."""
    if column.name == "guild_id":
        return guild_id
    for key in column.foreign_keys:
        if key.column.table is column.table:
            return None
        return made[key.column.table.name][-1]
    return value_of(column.type, next(_numbers))


def value_of(kind: TypeEngine[Any], number: int) -> object:
    """Write a number as a type has it."""
    match kind:
        case JSON():
            return [number]
        case UtcTime():
            return datetime(2026, 3, 1, tzinfo=UTC)
        case Date():
            return date(2026, 3, 2 + number % 25)
        case LargeBinary():
            return number.to_bytes(16, "big")
        case Boolean():
            return False
        case Float():
            return 0.5
        case String():
            return f"v{number}"
        case _:
            return number


async def fill(engine: AsyncEngine, guild_id: int) -> None:
    """Put rows of a server into every table, one where a table has one for each server."""
    made: dict[str, list[Any]] = {}
    async with engine.begin() as connection:
        for table in metadata.sorted_tables:
            one_each = [column.name for column in table.primary_key] == ["guild_id"]
            for _ in range(1 if one_each else ROWS_EACH):
                values = {
                    column.name: value_for(column, guild_id, made)
                    for column in table.c
                    if column.name != "id"
                }
                values |= hanging_on(table, made)
                done = await connection.execute(insert(table).values(values))
                assert done.inserted_primary_key is not None
                made.setdefault(table.name, []).append(done.inserted_primary_key[0])


def hanging_on(table: Table, made: dict[str, list[Any]]) -> dict[str, object]:
    """Let each row that goes with another hang on one of its own."""
    so_far = len(made.get(table.name, []))
    heads = {key.parent.name: made[key.column.table.name] for key in table.foreign_keys if _goes_with(key)}
    return {name: keys[so_far % len(keys)] for name, keys in heads.items()}


def _goes_with(key: ForeignKey) -> bool:
    return key.ondelete == "CASCADE"


async def rows(engine: AsyncEngine, guild_id: int) -> dict[str, int]:
    """Count a server's rows by table."""
    found: dict[str, int] = {}
    async with engine.connect() as connection:
        for table in metadata.sorted_tables:
            theirs = rows_of(table, guild_id)
            if theirs is not None:
                counted = select(func.count()).select_from(table).where(theirs)
                found[table.name] = (await connection.execute(counted)).scalar_one()
    return found


@pytest.fixture
async def data(engine: AsyncEngine, lists: OwnLists) -> GuildData:
    """Give the data of two servers, with rows in every table."""
    await fill(engine, GUILD)
    await fill(engine, NEIGHBOUR)
    return GuildData(engine, lists)


async def test_every_table_is_filled(data: GuildData, engine: AsyncEngine) -> None:
    found = await rows(engine, GUILD)

    assert 0 not in found.values(), "the tests below would prove nothing"
    named = {each.name for each in metadata.sorted_tables if keeping_of(each)} - found.keys()
    assert named == {"installation", "withdrawals"}


async def test_the_export_shows_all_rows_of_one_server(data: GuildData, engine: AsyncEngine) -> None:
    shown = await data.export(GUILD)

    assert {name: len(of_table) for name, of_table in shown.items()} == await rows(engine, GUILD)
    said = json.dumps(shown)
    assert str(GUILD) in said
    assert str(NEIGHBOUR) not in said


async def test_the_export_shows_every_column_as_json_has_it(data: GuildData) -> None:
    shown = await data.export(GUILD)

    for table in metadata.sorted_tables:
        for row in shown.get(table.name, []):
            assert list(row) == [column.name for column in table.c]
    (guild,) = shown["guilds"]
    assert guild["guild_id"] == str(GUILD), "readers of JSON round what is above 2^53"
    assert guild["left_at"] == "2026-03-01T00:00:00+00:00"
    assert bytes.fromhex(str(shown["fingerprints"][0]["hashes"]))


async def test_deleting_leaves_none_of_it_and_all_of_the_other(data: GuildData, engine: AsyncEngine) -> None:
    before = await rows(engine, NEIGHBOUR)

    await data.delete(GUILD)

    kept = {name: number for name, number in (await rows(engine, GUILD)).items() if number}
    assert kept == {"opt_outs": ROWS_EACH}, "opt-outs are the members'"
    assert await rows(engine, NEIGHBOUR) == before
    async with engine.connect() as connection:
        left = (await connection.execute(select(func.count()).select_from(fingerprints))).scalar_one()
    assert left == ROWS_EACH, "rows that hang on none are left"


async def test_only_what_members_own_stays() -> None:
    assert [each.name for each in metadata.sorted_tables if _owner(each) is Owner.MEMBER] == ["opt_outs"]


def _owner(table: Table) -> Owner | None:
    keeping = keeping_of(table)
    return keeping.owner if keeping else None


async def test_deleting_twice_is_harmless(data: GuildData, engine: AsyncEngine) -> None:
    await data.delete(GUILD)
    await data.delete(GUILD)

    assert await data.servers() == {NEIGHBOUR}


async def test_the_installations_secret_is_neither_shown_nor_deleted(
    data: GuildData, engine: AsyncEngine
) -> None:
    assert "installation" not in await data.export(GUILD)
    await data.delete(GUILD)

    async with engine.connect() as connection:
        kept = await connection.execute(select(metadata.tables["installation"]))
        assert len(kept.all()) == 2 * ROWS_EACH


async def test_counting_is_what_the_export_shows(data: GuildData) -> None:
    shown = await data.export(GUILD)

    assert await data.count(GUILD) == {name: len(of_table) for name, of_table in shown.items()}


async def test_servers_are_known_by_any_of_their_rows(data: GuildData) -> None:
    assert await data.servers() == {GUILD, NEIGHBOUR}


async def test_what_stands_is_named_with_its_place(data: GuildData) -> None:
    standing = await data.standing(GUILD)

    assert len(standing.notes) == ROWS_EACH
    assert len(standing.entries) == 2 * ROWS_EACH, "of cases, and of expired ones"
    assert await data.count_entries(GUILD) == len(standing.entries)
    assert {each.guild_id for each in (*standing.notes, *standing.entries)} == {GUILD}
