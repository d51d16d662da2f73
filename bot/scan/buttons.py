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
from bot.scan.press import Press
from bot.seal import SEAL, Seal
from bot.texts import Texts, texts_in

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
        refused = self._refused(interaction, bot.seal)
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

    def _refused(self, interaction: Click, seal: Seal) -> str | None:
        """Say who may press a button, to one who may not; and refuse one that is another server's."""
        if not seal.holds(self.seal, interaction.guild_id or 0, _SEALED, self.scan_id, self.verb.value):
            return texts_in(interaction.locale)(
                "scan-over-already" if self.verb is Verb.CANCEL else "scan-no-longer"
            )
        if self.verb is Verb.CANCEL:
            return None if may_moderate(interaction) else words.MODERATORS_ONLY
        return None if may_manage(interaction) else words.MANAGERS_ONLY


def scan_button(guild_id: int, scan_id: int, verb: Verb, texts: Texts, seal: Seal) -> ScanButton:
    """Make a button of a scan of this server."""
    return ScanButton(scan_id, verb, seal.on(guild_id, _SEALED, scan_id, verb.value), texts)


def proposal_buttons(guild_id: int, scan_id: int, texts: Texts, seal: Seal) -> ui.View:
    """Make the buttons under a proposal."""
    view = ui.View(timeout=None)
    for verb in (Verb.START, Verb.DECLINE):
        view.add_item(scan_button(guild_id, scan_id, verb, texts, seal))
    return view
