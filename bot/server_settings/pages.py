"""The buttons under a page of the settings; they work for every manager, also after a restart."""

import re
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.seal import SEAL
from bot.server_settings.listed import BY_NAME
from bot.server_settings.presses import Click, pressed
from bot.server_settings.shown import PAGES, View, page
from bot.server_settings.surroundings import around
from bot.store.audit import Deed
from bot.texts import Texts, texts_in

if TYPE_CHECKING:  # it is built from what is here
    from bot.client import Signpost

_KIND = "settings"


class TurnPage(ui.DynamicItem[ui.Button[Any]], template=rf"settings:(?P<page>[0-9]{{1,2}}):{SEAL}"):
    """Turns to a page of the settings, as they are when it is pressed."""

    def __init__(self, number: int, seal: str, label: str = "") -> None:
        super().__init__(ui.Button(label=label or "…", custom_id=f"{_KIND}:{number}:{seal}"))
        self.number = number
        self.seal = seal

    @classmethod
    async def from_custom_id(cls, _click: Click, _item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """Make the pressed button from its id alone."""
        return cls(int(match["page"]), match["seal"])

    async def callback(self, interaction: Click) -> None:
        """Show the page in place of the one that stood there."""
        await pressed(interaction, self.seal, (_KIND, self.number), self._turn)

    async def _turn(self, interaction: Click, bot: "Signpost") -> None:
        if interaction.guild is None:
            return
        texts = texts_in(interaction.locale)
        said = page(self.number, await view_of(bot, interaction.guild), texts)
        await interaction.response.edit_message(
            content=said,
            view=page_buttons(bot, interaction.guild.id, self.number, texts),
            allowed_mentions=discord.AllowedMentions.none(),
        )


def page_buttons(bot: "Signpost", guild_id: int, number: int, texts: Texts) -> ui.View:
    """Make the buttons under a page: to the one before and the one after."""
    view = ui.View(timeout=None)
    for there, label in (number - 1, texts("settings-newer")), (number + 1, texts("settings-older")):
        if 0 <= there < PAGES:
            view.add_item(TurnPage(there, bot.seal.on(guild_id, _KIND, there), label))
    return view


async def view_of(bot: "Signpost", guild: discord.Guild) -> View:
    """Gather what a server's settings are shown from."""
    places = bot.places
    return View(
        chosen=places.chosen(guild.id),
        last=await bot.audit.last_changes(guild.id, Deed.SETTING, [*BY_NAME]),
        around=around(bot, guild),
        modes=places.channel_modes(guild.id),
        exempt=bot.exemptions.of(guild.id),
        webhook_ids=bot.webhooks.of(guild.id),
        confirmed=places.server(guild.id).confirmed_at is not None,
    )
