"""The buttons of a scan: Start and Not now under its proposal, Cancel on its report, also after a restart."""

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self, cast

import discord
from discord import ui

from bot.command_tree import may_manage, may_moderate
from bot.failures import Refused, answering
from bot.scan.press import Press
from bot.seal import SEAL, Seal
from bot.texts import Texts, texts_in

if TYPE_CHECKING:  # they are built from what is here
    from bot.client import Signpost
    from bot.scan.scanner import Scanner

Click = discord.Interaction[discord.Client]


class Verb(StrEnum):
    """What a button does with its scan."""

    START = "start"
    DECLINE = "decline"
    CANCEL = "cancel"


_SEALED = "scan"


class ScanButton(
    ui.DynamicItem[ui.Button[Any]],
    template=rf"scan:(?P<scan>[0-9]{{1,18}}):(?P<verb>start|decline|cancel):{SEAL}",
):
    """Starts, declines or cancels a scan. Who may, and whether the seal holds, is looked at at each press."""

    def __init__(self, scan_id: int, verb: Verb, seal: str, texts: Texts) -> None:
        style = discord.ButtonStyle.primary if verb is Verb.START else discord.ButtonStyle.secondary
        custom_id = f"scan:{scan_id}:{verb.value}:{seal}"
        super().__init__(
            ui.Button(label=texts(f"scan-button-{verb.value}"), style=style, custom_id=custom_id)
        )
        self.scan_id = scan_id
        self.verb = verb
        self.seal = seal

    @classmethod
    async def from_custom_id(cls, click: Click, _item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """Make the pressed button from its id alone."""
        return cls(int(match["scan"]), Verb(match["verb"]), match["seal"], texts_in(click.locale))

    async def callback(self, interaction: Click) -> None:
        """Do what the button says for who may, and answer in private."""
        bot = cast("Signpost", interaction.client)
        async with answering(interaction):
            self._refuse(interaction, bot.seal)
            await bot.in_flight.run(self._obey, interaction, bot.scanner)

    async def _obey(self, interaction: Click, scanner: "Scanner") -> None:
        """Say at once that it is at work: Discord waits three seconds for an answer."""
        if self.verb is Verb.CANCEL:
            await interaction.response.defer(ephemeral=True, thinking=True)
        else:
            await interaction.response.defer()
        await interaction.edit_original_response(
            content=await self._carry_out(interaction, scanner),
            view=None,
            allowed_mentions=discord.AllowedMentions.none(),
        )

    async def _carry_out(self, interaction: Click, scanner: "Scanner") -> str:
        press = Press(
            interaction.id,
            interaction.guild_id or 0,
            interaction.user.id,
            interaction.created_at,
            texts_in(interaction.locale),
        )
        match self.verb:
            case Verb.START:
                return await scanner.start(press, self.scan_id)
            case Verb.DECLINE:
                return await scanner.decline(press, self.scan_id)
            case Verb.CANCEL:
                return await scanner.cancel(press, self.scan_id)

    def _refuse(self, interaction: Click, seal: Seal) -> None:
        """Raise Refused for who may not press, and for a button that is made up or another server's."""
        texts = texts_in(interaction.locale)
        if not seal.holds(self.seal, interaction.guild_id or 0, _SEALED, self.scan_id, self.verb.value):
            raise Refused(texts("scan-over-already" if self.verb is Verb.CANCEL else "scan-no-longer"))
        if self.verb is Verb.CANCEL and not may_moderate(interaction):
            raise Refused(texts("failure-moderators-only"))
        if self.verb is not Verb.CANCEL and not may_manage(interaction):
            raise Refused(texts("failure-managers-only"))


def scan_button(guild_id: int, scan_id: int, verb: Verb, texts: Texts, seal: Seal) -> ScanButton:
    """Make a button of a scan of this server."""
    return ScanButton(scan_id, verb, seal.on(guild_id, _SEALED, scan_id, verb.value), texts)


def proposal_buttons(guild_id: int, scan_id: int, texts: Texts, seal: Seal) -> ui.View:
    """Make the buttons under a proposal."""
    view = ui.View(timeout=None)
    for verb in (Verb.START, Verb.DECLINE):
        view.add_item(scan_button(guild_id, scan_id, verb, texts, seal))
    return view
