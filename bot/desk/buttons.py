"""The buttons of a case, for moderators: on its mod-log entry and wherever else a case is shown."""

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self, cast

import discord
from discord import ui

from bot.command_tree import may_moderate
from bot.desk.press import Answer, Press
from bot.failures import Refused, answering, known_server
from bot.seal import SEAL, Seal
from bot.store import CaseState, Ruling
from bot.texts import Texts, texts_in

if TYPE_CHECKING:  # it is built from what is here
    from bot.client import Signpost

Click = discord.Interaction[discord.Client]
Row = ui.ActionRow[ui.LayoutView]


class Verb(StrEnum):
    """What a button does with its case. Part of custom ids; never renamed once released."""

    CONFIRM = "confirm"
    DISMISS = "dismiss"
    WHY = "why"
    WITHDRAW = "withdraw"
    RELEASE = "release"
    DELETE = "delete"
    DELETE_NOW = "erase"


_STYLES = {
    Verb.CONFIRM: discord.ButtonStyle.primary,
    Verb.RELEASE: discord.ButtonStyle.success,
    Verb.DELETE_NOW: discord.ButtonStyle.danger,
}
_NO_DELETION = frozenset({CaseState.DELETED, CaseState.DELETED_FIRST, CaseState.CLEANED})


class CaseButton(
    ui.DynamicItem[ui.Button[Any]],
    template=rf"case:(?P<case>[0-9]{{1,18}}):(?P<verb>{'|'.join(Verb)}):{SEAL}",
):
    """Does something with a case, for whoever may moderate, for as long as its message stands.

    The seal covers case, verb and server: an id that was made up, or comes from another server, is refused.
    What holds of the case is looked up at each press, so that pressing twice is harmless.
    """

    def __init__(self, case_id: int, verb: Verb, seal: str, label: str | None) -> None:
        custom_id = f"case:{case_id}:{verb.value}:{seal}"
        style = _STYLES.get(verb, discord.ButtonStyle.secondary)
        super().__init__(ui.Button(label=label, style=style, custom_id=custom_id))
        self.case_id = case_id
        self.verb = verb
        self.seal = seal

    @classmethod
    async def from_custom_id(cls, _click: Click, item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """Make the pressed button from its id alone."""
        label = item.label if isinstance(item, ui.Button) else None
        return cls(int(match["case"]), Verb(match["verb"]), match["seal"], label)

    async def callback(self, interaction: Click) -> None:
        """Do what the button says for a moderator, and answer in private."""
        bot, texts = cast("Signpost", interaction.client), texts_in(interaction.locale)
        async with answering(interaction):
            server = known_server(interaction)
            if not may_moderate(interaction):
                raise Refused(texts("failure-moderators-only"))
            if not bot.seal.holds(self.seal, server.id, "case", self.case_id, self.verb):
                raise Refused(texts("case-unknown-button"))
            await bot.in_flight.run(self._obey, interaction, bot, texts)

    async def _obey(self, interaction: Click, bot: "Signpost", texts: Texts) -> None:
        """Say at once that it is at work: Discord waits three seconds for an answer."""
        if self.verb is Verb.DELETE_NOW:
            await interaction.response.defer()  # the question that it stands under becomes the answer
        else:
            await interaction.response.defer(ephemeral=True, thinking=True)
        answer = await self._carry_out(interaction, bot, texts)
        await interaction.edit_original_response(
            content=answer.text,
            view=self._question(bot, interaction, texts) if answer.asks else None,
            allowed_mentions=discord.AllowedMentions.none(),
        )

    async def _carry_out(self, interaction: Click, bot: "Signpost", texts: Texts) -> Answer:
        press = Press(
            self.case_id,
            interaction.guild_id or 0,
            cast("discord.Member", interaction.user),
            interaction.created_at,
            texts,
        )
        match self.verb:
            case Verb.CONFIRM:
                return await bot.presses.rule(press, Ruling.CONFIRMED)
            case Verb.DISMISS:
                return await bot.presses.rule(press, Ruling.DISMISSED)
            case Verb.WHY:
                return await bot.presses.explain(press)
            case Verb.WITHDRAW:
                return await bot.presses.withdraw(press)
            case Verb.RELEASE:
                return await bot.presses.release(press)
            case Verb.DELETE:
                return await bot.presses.ask_to_delete(press)
            case Verb.DELETE_NOW:
                return await bot.presses.delete(press)

    def _question(self, bot: "Signpost", interaction: Click, texts: Texts) -> ui.View:
        view = ui.View(timeout=None)
        view.add_item(_button(texts, bot.seal, interaction.guild_id or 0, self.case_id, Verb.DELETE_NOW))
        return view


def case_buttons(
    texts: Texts, seal: Seal, guild_id: int, case_id: int, state: CaseState, ruling: Ruling | None = None
) -> list[Row]:
    """Make the rows of buttons of a case: what can always be said of it, then what its state allows.

    texts: of those who will read the labels.
    """
    below: list[Verb] = []
    if state is CaseState.NOTED:
        below.append(Verb.WITHDRAW)
    if state is CaseState.WAITING and ruling is not Ruling.DISMISSED:
        below.append(Verb.RELEASE)
    if state not in _NO_DELETION:
        below.append(Verb.DELETE)
    rows = ([Verb.CONFIRM, Verb.DISMISS, Verb.WHY], below)
    return [_row([_button(texts, seal, guild_id, case_id, verb) for verb in row]) for row in rows if row]


def has_buttons_of(message: discord.Message, case_id: int) -> bool:
    """Say whether a message carries the buttons of a case, as its entry does."""
    shown = ui.LayoutView.from_message(message, timeout=None).walk_children()
    ids = [each.custom_id or "" for each in shown if isinstance(each, ui.Button)]
    return any(each.startswith(f"case:{case_id}:{Verb.CONFIRM}:") for each in ids)


def _button(texts: Texts, seal: Seal, guild_id: int, case_id: int, verb: Verb) -> CaseButton:
    return CaseButton(
        case_id, verb, seal.on(guild_id, "case", case_id, verb), texts(f"case-button-{verb.value}")
    )


def _row(buttons: list[CaseButton]) -> Row:
    row: Row = ui.ActionRow()
    for button in buttons:
        row.add_item(button)
    return row
