"""Missing permissions that the moderators were told of, so that they are told once, not once a message."""

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.tables import troubles


class Troubles:
    """What was last said to be missing in a channel.

    Invariant: one row a channel; a trouble that is over leaves no row, so that its return is told again.
    """

    __slots__ = ("_engine",)

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def is_news(self, guild_id: int, channel_id: int, missing: str) -> bool:
        """Remember what is missing in a channel. True if the moderators have not been told of it."""
        row = {"channel_id": channel_id, "guild_id": guild_id, "missing": missing}
        async with self._engine.begin() as connection:
            told = select(troubles.c.missing).where(troubles.c.channel_id == channel_id)
            if (await connection.execute(told)).scalar_one_or_none() == missing:
                return False
            await connection.execute(
                insert(troubles).values(row).on_conflict_do_update(["channel_id"], set_={"missing": missing})
            )
            return True

    async def over(self, channel_id: int) -> None:
        """Forget a channel's trouble: something could be sent there again."""
        async with self._engine.begin() as connection:
            await connection.execute(delete(troubles).where(troubles.c.channel_id == channel_id))
