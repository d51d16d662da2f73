"""After a crash, a restart or a fault of Discord's: finishes what was left, finds what was missed."""

import asyncio
import logging
from datetime import timedelta

import discord

from bot.desk.desk import Desk
from bot.desk.resumption import Resumption
from bot.faults import PASSING
from bot.policy import may_read
from bot.posts.origin import channel_ids
from bot.posts.writers import Writers
from bot.store import Case, Ledger, Places

_log = logging.getLogger(__name__)

LOOKS_BACK, MOST_LOOKED_AT = timedelta(days=7), 100
"""Age and number of cases whose post is looked at after a time without events."""


class Recovery:
    """Goes through the unfinished cases; one failing case does not keep the others waiting.

    Invariant: only one round runs at a time, however often Discord says that the bot is ready.
    Invariant: a case is finished with its post in hand, so that an edit or a deletion meets what it left.
    """

    __slots__ = ("_client", "_desk", "_ledger", "_places", "_resumption", "_round")

    def __init__(
        self, client: discord.Client, ledger: Ledger, resumption: Resumption, desk: Desk, places: Places
    ) -> None:
        self._client = client
        self._ledger = ledger
        self._resumption = resumption
        self._desk = desk
        self._places = places
        self._round = asyncio.Lock()

    async def run(self) -> None:
        """Finish what can be finished now; what cannot stays for the next round."""
        if self._round.locked():
            return
        async with self._round:
            writers = Writers()
            seen: set[int] = set()
            # Again until nothing is new: a post that is gone leaves its note to the next one.
            while cases := [case for case in await self._resumption.unfinished() if case.id not in seen]:
                for case in cases:
                    seen.add(case.id)
                    try:
                        await self._finish(case, writers)
                    except discord.Forbidden as error:
                        _log.warning("case %d cannot be finished: %s", case.id, error)
                        await self._shut_out(case, error)
                    except (*PASSING, discord.DiscordException) as error:
                        _log.warning("case %d stays unfinished: %s", case.id, error)

    async def find_missed(self) -> None:
        """Look at the newest cases' posts: one may have been deleted or edited while nobody listened."""
        since, writers = discord.utils.utcnow() - LOOKS_BACK, Writers()
        for case in await self._ledger.standing(since, MOST_LOOKED_AT):
            try:
                await self._look_at(case, writers)
            except (*PASSING, discord.DiscordException) as error:
                _log.warning("the post of case %d could not be looked at: %s", case.id, error)

    async def _look_at(self, case: Case, writers: Writers) -> None:
        """See whether a case's post is what it was. Raises what Discord raises where that cannot be told."""
        guild = self._client.get_guild(case.guild_id)
        if guild is None or guild.unavailable:
            return
        channel = await self._channel_of(guild, case)
        if channel is None:
            await self._desk.channel_deleted(case.channel_id)
            return
        try:
            message = await channel.fetch_message(case.message_id)
        except discord.NotFound:
            await self._desk.deleted([case.message_id])
            return
        settings = self._places.at(case.guild_id, *channel_ids(message.channel))
        if message.edited_at == case.edited_at:
            return
        if may_read(await writers.origin_of(message, settings), settings) is None:
            await self._desk.edited(message, settings)

    async def _finish(self, case: Case, writers: Writers) -> None:
        """Finish one case. Raises what Discord raises where it cannot be told now what became of the post."""
        guild = self._client.get_guild(case.guild_id)
        if guild is not None and guild.unavailable:
            return
        channel = await self._channel_of(guild, case)
        async with self._desk.hands.of([case.message_id]):
            as_it_stands = await self._ledger.get(case.id)
            if as_it_stands is not None and as_it_stands.unfinished:
                await self._finish_in_hand(as_it_stands, channel, writers)

    async def _finish_in_hand(
        self, case: Case, channel: discord.abc.Messageable | None, writers: Writers
    ) -> None:
        if channel is None:
            await self._resumption.give_up(case)
            return
        try:
            message = await channel.fetch_message(case.message_id)
        except discord.NotFound:
            await self._resumption.give_up(case, channel)
            return
        settings = self._places.at(case.guild_id, *channel_ids(message.channel))
        await self._resumption.resume(message, case, settings, writers)

    async def _shut_out(self, case: Case, error: discord.Forbidden) -> None:
        guild = self._client.get_guild(case.guild_id)
        channel = guild.get_channel_or_thread(case.channel_id) if guild else None
        await self._resumption.shut_out(case, channel, error)

    async def _channel_of(self, guild: discord.Guild | None, case: Case) -> discord.abc.Messageable | None:
        """Find the case's channel; None if it or the way to it is gone for good."""
        if guild is None:
            return None
        try:
            channel = guild.get_channel_or_thread(case.channel_id)
            channel = channel or await guild.fetch_channel(case.channel_id)
        except discord.NotFound:
            return None
        return channel if isinstance(channel, discord.abc.Messageable) else None
