"""The panel of `/signpost setup`: opened in private, and edited in place at each press."""

import asyncio
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

import discord

from bot.command_tree import may_manage
from bot.failures import Refused, answering, known_server
from bot.policy import Mode
from bot.setup.changes import Changes
from bot.setup.controls import Click, Press, Verb
from bot.setup.layout import layout
from bot.setup.parts import Part
from bot.setup.server import ServerInSetup
from bot.texts import texts_in

if TYPE_CHECKING:  # it is built from what is here
    from bot.client import Signpost

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
        """Show the panel to who asked, and to nobody else. Raises Refused for a server out of reach."""
        await interaction.response.send_message(
            view=layout(self._server_of(interaction), Part.LOG),
            ephemeral=True,
            suppress_embeds=True,
            allowed_mentions=discord.AllowedMentions.none(),
        )

    async def answer(self, interaction: Click, press: Press) -> None:
        """Carry a press out for who may, and show what holds then, also where it failed."""
        async with answering(interaction):
            server = self._server_of(interaction)
            if not may_manage(interaction):
                raise Refused(server.texts("failure-managers-only"))
            await interaction.response.defer()  # Discord waits three seconds for an answer
            said = ""
            try:
                said = await self._carry_out(server, interaction, press)
            finally:
                view = layout(server, _part_of(press), said, _own_mode_of(press))
                await interaction.edit_original_response(
                    view=view, allowed_mentions=discord.AllowedMentions.none()
                )

    async def _carry_out(self, server: ServerInSetup, interaction: Click, press: Press) -> str:
        turn = self._turns.setdefault(server.guild.id, asyncio.Lock())
        async with turn:
            return await Changes(server, interaction.user.id, interaction.created_at).make(press)

    def _server_of(self, interaction: Click) -> ServerInSetup:
        """Return the server of an interaction. Raises Refused."""
        return ServerInSetup(self._bot, known_server(interaction), texts_in(interaction.locale))


def _part_of(press: Press) -> Part:
    """Return the part to show after a press."""
    return _STANDS_IN.get(press.verb) or Part(press.first)


def _own_mode_of(press: Press) -> Mode | None:
    """Return the mode whose list of channels is open after a press."""
    if press.verb not in _OF_OWN:
        return None
    return Mode(press.about or press.first)
