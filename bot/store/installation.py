"""Facts about this installation that outlive the process."""

import secrets

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.tables import installation

_KEPT_AS = "secret"


class Installation:
    """Named values, such as which commands Discord was last given."""

    __slots__ = ("_engine",)

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def get(self, key: str) -> str | None:
        """Return a value, or None if it was never set."""
        async with self._engine.connect() as connection:
            found = await connection.execute(select(installation.c.value).where(installation.c.key == key))
            return found.scalar_one_or_none()

    async def secret(self) -> bytes:
        """Return this installation's secret, 32 bytes; made at the first start, never shown, never logged."""
        made = insert(installation).values(key=_KEPT_AS, value=secrets.token_hex(32))
        kept = select(installation.c.value).where(installation.c.key == _KEPT_AS)
        async with self._engine.begin() as connection:
            await connection.execute(made.on_conflict_do_nothing())
            return bytes.fromhex((await connection.execute(kept)).scalar_one())

    async def set(self, key: str, value: str) -> None:
        """Set a value."""
        statement = insert(installation).values(key=key, value=value)
        async with self._engine.begin() as connection:
            await connection.execute(statement.on_conflict_do_update(["key"], set_={"value": value}))
