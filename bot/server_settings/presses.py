"""Presses on the buttons of settings and audit: who may press, whether a button is genuine, and faults."""

import logging
import secrets
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, cast

import discord
from sqlalchemy.exc import SQLAlchemyError

from bot.command_tree import may_manage, say
from bot.faults import PASSING
from bot.texts import texts_in

if TYPE_CHECKING:  # it is built from what is here
    from bot.client import Signpost

_log = logging.getLogger(__name__)

Click = discord.Interaction[discord.Client]
Carry = Callable[[Click, "Signpost"], Awaitable[None]]


async def pressed(interaction: Click, seal: str, parts: tuple[str | int, ...], carry_out: Carry) -> None:
    """Carry a press out if a manager made it on a button of this server's. parts: what the seal is on."""
    bot, texts = cast("Signpost", interaction.client), texts_in(interaction.locale)
    try:
        if not may_manage(interaction):
            await say(interaction, texts("failure-managers-only"))
        elif not bot.seal.holds(seal, interaction.guild_id or 0, *parts):
            await say(interaction, texts("settings-stale"))
        else:
            await bot.in_flight.run(carry_out, interaction, bot)
    except SQLAlchemyError:
        code = secrets.token_hex(3)
        _log.exception("a press on %s failed, code %s", parts[0], code)
        await say(interaction, texts("settings-failed", code=code))
    except PASSING as error:
        _log.warning("a press on %s was not answered: %s", parts[0], error)
