"""The panel of `/signpost setup`: opened in private, and edited in place at each press."""

import asyncio
import logging
import secrets
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

import discord
from sqlalchemy.exc import SQLAlchemyError

from bot.command_tree import may_manage, say
from bot.faults import PASSING
from bot.policy import Mode
from bot.setup.changes import Changes
from bot.setup.controls import Click, Press, Verb
from bot.setup.layout import layout
from bot.setup.parts import Part
from bot.setup.server import ServerInSetup
from bot.texts import texts_in

if TYPE_CHECKING:  # it is built from what is here
    from bot.client import Signpost

_log = logging.getLogger(__name__)

_STANDS_IN = {
    Verb.LOG: Part.LOG,
    Verb.MODE: Part.LOG,
    Verb.EXEMPT_PLACES: Part.PLACES,
    Verb.OWN: Part.PLACES,
    Verb.OWN_LIST: Part.PLACES,
    Verb.EXEMPT_ROLES: Part.ROLES,
    Verb.MODERATORS: Part.ROLES,
    Verb.LANGUAGE: Part.LANGUAGE,
    Verb.COUNTRY: Part.LANGUAGE,
    Verb.CHECK: Part.CHECKS,
    Verb.SHOWN: Part.PREVIEW,
}
"""The part in which a control stands; the others name a part themselves."""

_OF_OWN = (Verb.OWN, Verb.OWN_LIST)
"""What has to do with one mode's list of channels."""


class SetupPanel:
    """Opens the panel and answers its controls.

    Invariant: what is shown is what holds when the press has been carried out, also on a panel that was left
    open for long. Presses in one server take turns.
    """

    __slots__ = ("_bot", "_turns")

    def __init__(self, bot: "Signpost") -> None:
        self._bot = bot
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def open(self, interaction: Click) -> None:
        """Show the panel to who asked, and to nobody else."""
        server = self._server_of(interaction)
        if server is None:
            await say(interaction, texts_in(interaction.locale)("failure-server-unknown"))
            return
        await interaction.response.send_message(
            view=layout(server, Part.LOG),
            ephemeral=True,
            suppress_embeds=True,
            allowed_mentions=discord.AllowedMentions.none(),
        )

    async def answer(self, interaction: Click, press: Press) -> None:
        """Carry a press out for who may, and show what holds then."""
        texts = texts_in(interaction.locale)
        server = self._server_of(interaction)
        try:
            if server is None:
                await say(interaction, texts("failure-server-unknown"))
            elif not may_manage(interaction):
                await say(interaction, texts("failure-managers-only"))
            else:
                await interaction.response.defer()  # Discord waits three seconds for an answer
                said = await self._carry_out(server, interaction, press)
                view = layout(server, _part_of(press), said, _own_mode_of(press))
                await interaction.edit_original_response(
                    view=view, allowed_mentions=discord.AllowedMentions.none()
                )
        except PASSING as error:
            _log.warning("a press on a set-up panel was not answered: %s", error)

    async def _carry_out(self, server: ServerInSetup, interaction: Click, press: Press) -> str:
        turn = self._turns.setdefault(server.guild.id, asyncio.Lock())
        try:
            async with turn:
                changes = Changes(server, interaction.user.id, interaction.created_at)
                return await changes.make(press)
        except PASSING as error:
            _log.warning("guild %d: set-up not changed: %s", server.guild.id, error)
            return server.texts("setup-discord-slow")
        except SQLAlchemyError:
            code = secrets.token_hex(3)
            _log.exception("set-up not changed, code %s", code)
            return server.texts("setup-failed", code=code)

    def _server_of(self, interaction: Click) -> ServerInSetup | None:
        """Return the server of an interaction; None where Discord has not told of it, or it has an outage."""
        guild = self._bot.get_guild(interaction.guild_id or 0)
        if guild is None or guild.unavailable:
            return None
        return ServerInSetup(self._bot, guild, texts_in(interaction.locale))


def _part_of(press: Press) -> Part:
    """Return the part to show after a press."""
    return _STANDS_IN.get(press.verb) or Part(press.first)


def _own_mode_of(press: Press) -> Mode | None:
    """Return the mode whose list of channels is open after a press."""
    if press.verb not in _OF_OWN:
        return None
    return Mode(press.about or press.first)
