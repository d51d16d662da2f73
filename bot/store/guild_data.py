"""All that is kept of one server: shown, counted and deleted as a whole, table by table."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from sqlalchemy import ColumnElement, CompoundSelect, Table, delete, func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.cases import ExpiredEntry, StandingNote
from bot.store.keeping import Owner, keeping_of, rows_of, servers_in
from bot.store.lists import OwnLists
from bot.store.tables import cases, expired_entries, metadata, notes

Rows = list[dict[str, object]]

MOST_EXACT = 2**53
"""The highest number up to which every reader of JSON has each one exactly; ids are above it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in a server's channels of its cases: notes, and mod-log entries that still show them."""

    notes: tuple[StandingNote, ...]
    entries: tuple[ExpiredEntry, ...]


class GuildData:
    """Shows, counts and deletes a server's rows. Each table says whose it is, so that none is forgotten."""

    __slots__ = ("_engine", "_lists")

    def __init__(self, engine: AsyncEngine, lists: OwnLists) -> None:
        """Tell `lists` when a server's cases are gone."""
        self._engine = engine
        self._lists = lists

    async def export(self, guild_id: int) -> dict[str, Rows]:
        """Return a server's rows by table, also those that its members own, as JSON has them.

        Ids are text, since many readers of JSON would round them; bytes are hexadecimal, times ISO 8601. A
        table at a time: one after another has the database.
        """
        shown: dict[str, Rows] = {}
        for table, theirs in _with_rows(guild_id):
            async with self._engine.connect() as connection:
                rows = (await connection.execute(select(table).where(theirs))).mappings().all()
            shown[table.name] = [{column.name: _plain(row[column]) for column in table.c} for row in rows]
        return shown

    async def count(self, guild_id: int) -> dict[str, int]:
        """Count a server's rows by table, in one statement: it is asked while a manager waits."""
        counts = [
            select(func.count()).select_from(table).where(theirs).scalar_subquery().label(table.name)
            for table, theirs in _with_rows(guild_id)
        ]
        async with self._engine.connect() as connection:
            return dict((await connection.execute(select(*counts))).mappings().one())

    async def count_entries(self, guild_id: int) -> int:
        """Count the mod-log entries that stand of a server's cases."""
        statement = select(func.count()).select_from(_entries_of(guild_id).subquery())
        async with self._engine.connect() as connection:
            return (await connection.execute(statement)).scalar_one()

    async def standing(self, guild_id: int) -> Standing:
        """Return what stands in a server's channels, for it to be taken back once its rows are gone."""
        columns = (notes.c.note_id, notes.c.case_id, notes.c.guild_id, notes.c.channel_id)
        async with self._engine.connect() as connection:
            noted = await connection.execute(select(*columns).where(notes.c.guild_id == guild_id))
            written = await connection.execute(_entries_of(guild_id))
            return Standing(
                tuple(StandingNote(**row) for row in noted.mappings()),
                tuple(ExpiredEntry(**row) for row in written.mappings()),
            )

    async def posts(self, guild_id: int) -> list[int]:
        """Return the posts, by id, that a server's cases are of."""
        async with self._engine.connect() as connection:
            found = await connection.execute(select(cases.c.message_id).where(cases.c.guild_id == guild_id))
            return [*found.scalars()]

    async def delete(self, guild_id: int) -> None:
        """Delete a server's rows, but for those that its members own."""
        async with self._engine.begin() as connection:
            for table, theirs in _with_rows(guild_id, Owner.SERVER):
                await connection.execute(delete(table).where(theirs))
        self._lists.changed(guild_id)

    async def servers(self) -> set[int]:
        """Return the ids of all servers of which something is kept that they own."""
        found: set[int] = set()
        async with self._engine.connect() as connection:
            for table in _tables(Owner.SERVER):
                named = servers_in(table)
                if named is not None:
                    found.update(row.guild_id for row in await connection.execute(named.distinct()))
        return found


def _entries_of(guild_id: int) -> CompoundSelect[Any, Any, Any]:
    """Select the entries that stand: of cases, and those whose cases expired before they were struck."""
    shown = select(cases.c.guild_id, cases.c.entry_channel_id.label("channel_id"), cases.c.entry_id)
    left = select(expired_entries.c.guild_id, expired_entries.c.channel_id, expired_entries.c.entry_id)
    return shown.where(cases.c.guild_id == guild_id, cases.c.entry_id.is_not(None)).union(
        left.where(expired_entries.c.guild_id == guild_id)
    )


def _tables(*owners: Owner) -> Iterator[Table]:
    """Return the tables of these owners, such that rows which hang on others come before them."""
    for table in reversed(metadata.sorted_tables):
        keeping = keeping_of(table)
        if keeping is not None and keeping.owner in owners:
            yield table


def _with_rows(guild_id: int, *owners: Owner) -> Iterator[tuple[Table, ColumnElement[bool]]]:
    """Return a server's tables of these owners, or of all, each with what selects the server's rows."""
    for table in _tables(*(owners or Owner)):
        theirs = rows_of(table, guild_id)
        if theirs is not None:
            yield table, theirs


def _plain(value: object) -> object:
    """Write a value as JSON has it, also within a column that holds JSON itself."""
    match value:
        case bytes():
            return value.hex()
        case date():  # a moment is one too
            return value.isoformat()
        case int() if value > MOST_EXACT:
            return str(value)
        case dict():
            return {name: _plain(each) for name, each in cast("dict[str, object]", value).items()}
        case list():
            return [_plain(each) for each in cast("list[object]", value)]
        case _:
            return value
