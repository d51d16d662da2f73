"""Presses on the buttons of settings and audit: who may press, and whether a button is genuine."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, cast

import discord

from bot.command_tree import may_manage
from bot.failures import Refused, answering, known_server
from bot.texts import texts_in

if TYPE_CHECKING:  # it is built from what is here
    from bot.client import Signpost

Click = discord.Interaction[discord.Client]
Carry = Callable[[Click, "Signpost"], Awaitable[None]]


async def pressed(interaction: Click, seal: str, parts: tuple[str | int, ...], carry_out: Carry) -> None:
    """Carry a press out if a manager made it on a button of this server's. parts: what the seal is on."""
    bot, texts = cast("Signpost", interaction.client), texts_in(interaction.locale)
    async with answering(interaction):
        guild = known_server(interaction)
        if not may_manage(interaction):
            raise Refused(texts("failure-managers-only"))
        if not bot.seal.holds(seal, guild.id, *parts):
            raise Refused(texts("settings-stale"))
        await bot.in_flight.run(carry_out, interaction, bot)
