"""Lists that a server keeps as rows without a value: a row is there, or it is not."""

from collections.abc import Mapping

from sqlalchemy import Table, and_, delete
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.audit import Act, keep_act


class ListFullError(Exception):
    """A server has as many of this kind as it can have."""


async def keep_row(
    engine: AsyncEngine, table: Table, row: Mapping[str, object], *, kept: bool, act: Act | None = None
) -> None:
    """Let a row be there, or not be there, whichever it was before. row: all columns of the table.

    act: what the audit keeps of it.
    """
    async with engine.begin() as connection:
        if kept:
            await connection.execute(insert(table).values(**row).on_conflict_do_nothing())
        else:
            this = and_(*(table.c[column] == value for column, value in row.items()))
            await connection.execute(delete(table).where(this))
        if act is not None:
            await keep_act(connection, act)
