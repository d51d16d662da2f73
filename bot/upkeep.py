"""What is done again and again: deleting what has expired, finishing what a fault or a crash held up."""

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

import discord
from sqlalchemy.exc import SQLAlchemyError

if TYPE_CHECKING:  # it is built from what is here
    from bot.client import Signpost

_log = logging.getLogger(__name__)


class Upkeep:
    """Keeps what the store states of its retention, and brings half-done work to its end."""

    __slots__ = ("_bot",)

    def __init__(self, bot: "Signpost") -> None:
        self._bot = bot

    async def expire(self) -> None:
        """Delete what is kept no longer, and end what waited too long."""
        bot, now = self._bot, discord.utils.utcnow()
        bot.desk.rest(now)
        for case in await bot.waiting.expire(now):
            await bot.mod_log.refresh(case.id)
        for guild_id, days in bot.places.own_retentions().items():
            await self._expire_after(timedelta(days=days), guild_id)
        await self._expire_after(timedelta(days=bot.settings.retention_days))
        await bot.readings.flush()
        await bot.store.readings.expire(now.date())
        await bot.departures.finish(now)

    async def catch_up(self) -> None:
        """Finish what the last run, or a fault of Discord's, left half done."""
        bot = self._bot
        await bot.command_sync.offer()
        await bot.recovery.run()
        await bot.remains.judge()
        await bot.retraction.finish()
        await bot.scanner.resume()

    async def flush(self) -> None:
        """Write down what was counted, before closing."""
        try:
            await self._bot.readings.flush()
        except SQLAlchemyError as error:
            _log.warning("posts read since the last round are not counted: %s", error)

    async def _expire_after(self, retention: timedelta, guild_id: int | None = None) -> None:
        """Delete what is older than the retention, of one server or of all."""
        store, now = self._bot.store, discord.utils.utcnow()
        if expired := await store.ledger.expire(now, retention, guild_id):
            _log.info("%d cases expired", expired)
        await store.scans.expire(now, retention, guild_id)
        await store.audit.expire(guild_id, now - retention)
        await store.contests.expire(guild_id, now - retention)
