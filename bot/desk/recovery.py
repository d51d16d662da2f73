"""After a crash, a restart or a fault of Discord's: finishes the cases that were left half done."""

import asyncio
import logging

import discord

from bot.desk.desk import Desk
from bot.faults import PASSING
from bot.posts.origin import channel_ids
from bot.store import Case, Places

_log = logging.getLogger(__name__)


class Recovery:
    """Goes through the unfinished cases; one failing case does not keep the others waiting.

    Invariant: only one round runs at a time, however often Discord says that the bot is ready.
    """

    __slots__ = ("_client", "_desk", "_places", "_round")

    def __init__(self, client: discord.Client, desk: Desk, places: Places) -> None:
        self._client = client
        self._desk = desk
        self._places = places
        self._round = asyncio.Lock()

    async def run(self) -> None:
        """Finish what can be finished now; what cannot stays for the next round."""
        if self._round.locked():
            return
        async with self._round:
            while await self._once_through():
                pass  # a post that was gone has handed its note over to the next one

    async def _once_through(self) -> bool:
        handed_over = False
        for case in await self._desk.unfinished():
            try:
                handed_over |= await self._finish(case)
            except PASSING as error:
                _log.warning("case %d stays unfinished: %s", case.id, error)
        return handed_over

    async def _finish(self, case: Case) -> bool:
        """Finish one case. Returns whether its note was handed over to another post."""
        message = await self._post_of(case)
        if message is None:
            return await self._desk.give_up(case)
        settings = self._places.at(case.guild_id, *channel_ids(message.channel))
        await self._desk.resume(message, case, settings)
        return False

    async def _post_of(self, case: Case) -> discord.Message | None:
        """Fetch the case's post again; None if it, its channel or the way to it is gone."""
        try:
            channel = self._client.get_channel(case.channel_id)
            channel = channel or await self._client.fetch_channel(case.channel_id)
            if not isinstance(channel, discord.abc.Messageable):
                return None
            return await channel.fetch_message(case.message_id)
        except (discord.NotFound, discord.Forbidden):
            return None
