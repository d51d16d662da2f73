"""Forgetting a server: its rows, what is held of it in memory, and what stands of it in its channels."""

import logging

from bot.desk import Hands, ModLog, Withdrawal
from bot.insights.counting import ReadingCounter
from bot.scan import Scanner
from bot.store import GuildData, Places, Standing

_log = logging.getLogger(__name__)


class Forgetting:
    """Makes a server as new to Signpost as one that it never was in; doing so twice is harmless.

    Invariant: nobody has one of the server's posts in hand while its rows go.
    """

    __slots__ = ("_data", "_hands", "_mod_log", "_places", "_readings", "_scanner", "_withdrawal")

    def __init__(
        self,
        data: GuildData,
        places: Places,
        scanner: Scanner,
        hands: Hands,
        withdrawal: Withdrawal,
        mod_log: ModLog,
        readings: ReadingCounter,
    ) -> None:
        self._data = data
        self._places = places
        self._scanner = scanner
        self._hands = hands
        self._withdrawal = withdrawal
        self._mod_log = mod_log
        self._readings = readings

    async def forget(self, guild_id: int, by: int | None = None) -> Standing:
        """Delete a server's rows at once; return what stands in its channels, which nobody else knows now.

        by: id of the manager who wants it, None where Signpost left. Members' opt-outs stay: they are theirs.
        """
        await self._scanner.break_off(guild_id, by)
        posts = await self._data.posts(guild_id)
        async with self._hands.of(post for post in posts if self._hands.hold(post)):
            standing = await self._data.standing(guild_id)
            self._readings.forget(guild_id)
            await self._data.delete(guild_id)
            self._places.forget(guild_id)
        _log.info("guild %d: all data deleted", guild_id)
        return standing

    async def take_back(self, standing: Standing) -> None:
        """Withdraw notes and clear entries of a server whose rows are gone, as far as Discord lets it."""
        for note in standing.notes:
            await self._withdrawal.of(note)
        for shown in standing.entries:
            await self._mod_log.strike_expired(shown)
