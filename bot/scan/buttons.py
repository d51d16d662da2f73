"""The buttons of a scan: Start and Not now under its proposal, Cancel on its report, also after a restart."""

import logging
import re
import secrets
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self, cast

import discord
from discord import ui
from sqlalchemy.exc import SQLAlchemyError

from bot import words
from bot.command_tree import may_manage, may_moderate, say
from bot.faults import PASSING
from bot.scan import wording

if TYPE_CHECKING:  # they are built from what is here
    from bot.client import Signpost
    from bot.scan.scanner import Scanner

_log = logging.getLogger(__name__)

Click = discord.Interaction[discord.Client]


class Verb(StrEnum):
    """What a button does with its scan."""

    START = "start"
    DECLINE = "decline"
    CANCEL = "cancel"


_STYLES = {
    Verb.START: (wording.START, discord.ButtonStyle.primary),
    Verb.DECLINE: (wording.DECLINE, discord.ButtonStyle.secondary),
    Verb.CANCEL: (wording.CANCEL, discord.ButtonStyle.secondary),
}


class ScanButton(
    ui.DynamicItem[ui.Button[Any]], template=r"scan:(?P<scan>[0-9]{1,18}):(?P<verb>start|decline|cancel)"
):
    """Starts, declines or cancels a scan. Who may, and whose scan it is, is looked up at each press."""

    def __init__(self, scan_id: int, verb: Verb) -> None:
        label, style = _STYLES[verb]
        super().__init__(ui.Button(label=label, style=style, custom_id=f"scan:{scan_id}:{verb.value}"))
        self.scan_id = scan_id
        self.verb = verb

    @classmethod
    async def from_custom_id(cls, _click: Click, _item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """Make the pressed button from its id alone."""
        return cls(int(match["scan"]), Verb(match["verb"]))

    async def callback(self, interaction: Click) -> None:
        """Do what the button says for who may, and answer in private."""
        bot = cast("Signpost", interaction.client)
        refused = _refused(interaction, self.verb)
        try:
            if refused is not None:
                await say(interaction, refused)
            else:
                await bot.in_flight.run(self._obey, interaction, bot.scanner)
        except PASSING as error:
            _log.warning("a press on scan %d was not answered: %s", self.scan_id, error)

    async def _obey(self, interaction: Click, scanner: "Scanner") -> None:
        """Say at once that it is at work: Discord waits three seconds for an answer."""
        if self.verb is Verb.CANCEL:
            await interaction.response.defer(ephemeral=True, thinking=True)
        else:
            await interaction.response.defer()
        try:
            answer = await self._carry_out(interaction, scanner)
        except SQLAlchemyError:
            code = secrets.token_hex(3)
            _log.exception("press on a scan failed, code %s", code)
            answer = words.ruling_failed(code)
            await interaction.followup.send(answer, ephemeral=True)
        else:
            await interaction.edit_original_response(
                content=answer, view=None, allowed_mentions=discord.AllowedMentions.none()
            )

    async def _carry_out(self, interaction: Click, scanner: "Scanner") -> str:
        guild_id = interaction.guild_id or 0
        match self.verb:
            case Verb.START:
                return await scanner.start(self.scan_id, guild_id, interaction.id)
            case Verb.DECLINE:
                return await scanner.decline(self.scan_id, guild_id)
            case Verb.CANCEL:
                return await scanner.cancel(self.scan_id, guild_id, interaction.user.id)


def proposal_buttons(scan_id: int) -> ui.View:
    """Make the buttons under a proposal."""
    view = ui.View(timeout=None)
    for verb in (Verb.START, Verb.DECLINE):
        view.add_item(ScanButton(scan_id, verb))
    return view


def _refused(interaction: Click, verb: Verb) -> str | None:
    """Say who may press a button, to one who may not."""
    if verb is Verb.CANCEL:
        return None if may_moderate(interaction) else words.MODERATORS_ONLY
    return None if may_manage(interaction) else words.MANAGERS_ONLY
