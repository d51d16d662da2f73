"""What Signpost says when it joins a server: once, where the people who run it look, or nowhere."""

import asyncio
import logging
from typing import TYPE_CHECKING

import discord

from bot.faults import PASSING
from bot.permissions import missing_here
from bot.policy import Mode
from bot.texts import Texts, mode_name

if TYPE_CHECKING:  # it is built from what is here
    from bot.client import Signpost

_log = logging.getLogger(__name__)


def what_it_is(texts: Texts, mode: Mode, retention_days: int) -> str:
    """Say what Signpost does, that it answers in public, and what it keeps. mode: the one it starts in."""
    return texts(
        "greeting-what",
        mode=mode_name(texts, mode),
        does=texts(f"mode-does-{mode.value}"),
        days=retention_days,
    )


class Greeter:
    """Greets a server that Signpost joins.

    Invariant: that a server was greeted is stored before anything is sent, so a crash can silence a greeting
    but never repeat it.
    """

    __slots__ = ("_bot", "_turn")

    def __init__(self, bot: "Signpost") -> None:
        self._bot = bot
        self._turn = asyncio.Lock()

    async def greet(self, guild: discord.Guild) -> None:
        """Greet a server that has not been greeted, where it can be; never by direct message."""
        channel = _where(guild)
        places = self._bot.places
        async with self._turn:
            if channel is None or places.server(guild.id).greeted_at is not None:
                return
            await places.mark(guild.id, greeted_at=discord.utils.utcnow())
        texts = self._bot.texts_of(guild.id)
        what = what_it_is(texts, places.default.mode, self._bot.settings.retention_days)
        try:
            await channel.send(texts("greeting", what=what), suppress_embeds=True)
        except PASSING as error:
            _log.warning("guild %d was not greeted: %s", guild.id, error)


def _where(guild: discord.Guild) -> discord.TextChannel | None:
    """Return the channel for safety alerts, else for updates; None where neither can be written to."""
    both = (guild.safety_alerts_channel, guild.public_updates_channel)
    return next((each for each in both if each is not None and not missing_here(each)), None)
