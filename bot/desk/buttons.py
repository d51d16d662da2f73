"""The buttons of a mod-log entry: Confirm and Dismiss, for moderators, for as long as the entry stands."""

import logging
import re
import secrets
from typing import TYPE_CHECKING, Any, Self, cast

import discord
from discord import ui
from sqlalchemy.exc import SQLAlchemyError

from bot import words
from bot.command_tree import may_moderate, say
from bot.faults import PASSING
from bot.store import Ruling

if TYPE_CHECKING:  # they are built from what is here
    from bot.client import Signpost
    from bot.desk.rulings import Rulings

_log = logging.getLogger(__name__)

Click = discord.Interaction[discord.Client]

_STYLES = {
    Ruling.CONFIRMED: (words.CONFIRM, discord.ButtonStyle.primary),
    Ruling.DISMISSED: (words.DISMISS, discord.ButtonStyle.secondary),
}


class RulingButton(
    ui.DynamicItem[ui.Button[Any]], template=r"case:(?P<case>[0-9]{1,18}):(?P<ruling>confirmed|dismissed)"
):
    """Rules a case. The id says which and how; who may, and whose case it is, is looked up at each press."""

    def __init__(self, case_id: int, ruling: Ruling) -> None:
        label, style = _STYLES[ruling]
        super().__init__(ui.Button(label=label, style=style, custom_id=_custom_id(case_id, ruling)))
        self.case_id = case_id
        self.ruling = ruling

    @classmethod
    async def from_custom_id(cls, _click: Click, _item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """Make the pressed button from its id alone."""
        return cls(int(match["case"]), Ruling(match["ruling"]))

    async def callback(self, interaction: Click) -> None:
        """Take the ruling of a moderator, and answer in private."""
        bot = cast("Signpost", interaction.client)
        try:
            if may_moderate(interaction):
                await bot.in_flight.run(self._rule, interaction, bot.rulings)
            else:
                await say(interaction, words.MODERATORS_ONLY)
        except PASSING as error:
            _log.warning("a press on case %d was not answered: %s", self.case_id, error)

    async def _rule(self, interaction: Click, rulings: "Rulings") -> None:
        """Say at once that it is at work: Discord waits three seconds for an answer."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        try:
            ruled = await rulings.take(
                self.case_id,
                interaction.guild_id or 0,
                self.ruling,
                interaction.user.id,
                interaction.created_at,
            )
        except SQLAlchemyError:
            code = secrets.token_hex(3)
            _log.exception("ruling failed, code %s", code)
            answer = words.ruling_failed(code)
        else:
            answer = words.NO_SUCH_CASE if ruled is None else ruled.answer
        await interaction.edit_original_response(
            content=answer, allowed_mentions=discord.AllowedMentions.none()
        )


def ruling_buttons(case_id: int) -> ui.ActionRow[ui.LayoutView]:
    """Make the row of buttons of a case's entry."""
    row: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
    for ruling in _STYLES:
        row.add_item(RulingButton(case_id, ruling))
    return row


def has_buttons_of(message: discord.Message, case_id: int) -> bool:
    """Say whether a message carries the buttons of a case, as its entry does."""
    wanted = {_custom_id(case_id, ruling) for ruling in _STYLES}
    shown = ui.LayoutView.from_message(message, timeout=None).walk_children()
    return any(isinstance(each, ui.Button) and each.custom_id in wanted for each in shown)


def _custom_id(case_id: int, ruling: Ruling) -> str:
    return f"case:{case_id}:{ruling.value}"
