"""The buttons of a suggestion: Switch and Not now, for managers, for as long as it stands in the mod log."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self, cast

import discord
from discord import ui

from bot.command_tree import may_manage
from bot.failures import Refused, answering, known_server, say
from bot.policy import Mode
from bot.seal import SEAL, Seal
from bot.texts import Texts, mode_name, texts_in

if TYPE_CHECKING:  # it is built from what is here
    from bot.client import Signpost

Click = discord.Interaction[discord.Client]

_MODES = "observe|review|note"


@dataclass(frozen=True, slots=True)
class Step:
    """From one mode to another."""

    now: Mode
    then: Mode


class Answer(StrEnum):
    """What a manager answers to a suggestion."""

    SWITCH = "switch"
    LATER = "later"


_STYLES = {Answer.SWITCH: discord.ButtonStyle.primary, Answer.LATER: discord.ButtonStyle.secondary}


class SuggestionButton(
    ui.DynamicItem[ui.Button[Any]],
    template=rf"advice:(?P<answer>switch|later):(?P<now>{_MODES}):(?P<then>{_MODES}):{SEAL}",
):
    """Takes a suggested step, or puts it off.

    The id says which step it was: where the mode is another by now, nothing is changed. The seal covers it
    and the server.
    """

    def __init__(self, answer: Answer, step: Step, seal: str, label: str | None) -> None:
        custom_id = f"advice:{answer.value}:{step.now.value}:{step.then.value}:{seal}"
        super().__init__(ui.Button(label=label, style=_STYLES[answer], custom_id=custom_id))
        self.answer = answer
        self.step = step
        self.seal = seal

    @classmethod
    async def from_custom_id(cls, _click: Click, item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """Make the pressed button from its id alone."""
        label = item.label if isinstance(item, ui.Button) else None
        step = Step(Mode(match["now"]), Mode(match["then"]))
        return cls(Answer(match["answer"]), step, match["seal"], label)

    async def callback(self, interaction: Click) -> None:
        """Do what a manager answers; tell anyone else, in private, who can."""
        bot, texts = cast("Signpost", interaction.client), texts_in(interaction.locale)
        async with answering(interaction):
            guild = known_server(interaction)
            if not may_manage(interaction):
                raise Refused(texts("failure-managers-only"))
            if not bot.seal.holds(self.seal, guild.id, *_sealed(self.answer, self.step)):
                raise Refused(texts("advice-not-here"))
            await bot.in_flight.run(self._obey, interaction, bot, texts)

    async def _obey(self, interaction: Click, bot: "Signpost", texts: Texts) -> None:
        """Say at once that it is at work: Discord waits three seconds for an answer."""
        await interaction.response.defer()
        if await self._carry_out(interaction, bot):
            await self._show(interaction, bot.texts_of(interaction.guild_id or 0))
        else:
            await interaction.edit_original_response(view=None)
            mode = bot.suggestions.mode_of(interaction.guild_id or 0)
            await say(interaction, texts("advice-over", mode=mode_name(texts, mode)))

    async def _carry_out(self, interaction: Click, bot: "Signpost") -> bool:
        guild_id, at = interaction.guild_id or 0, interaction.created_at
        if self.answer is Answer.SWITCH:
            return await bot.suggestions.switch(guild_id, self.step, interaction.user.id, at)
        return await bot.suggestions.decline(guild_id, self.step, at)

    async def _show(self, interaction: Click, texts: Texts) -> None:
        """Put the answer below the suggestion, for everyone who reads the mod log."""
        by = interaction.user.mention
        if self.answer is Answer.SWITCH:
            said = texts("advice-switched", mode=mode_name(texts, self.step.then), by=by)
        else:
            said = texts("advice-declined", by=by)
        suggested = interaction.message.content if interaction.message else ""
        await interaction.edit_original_response(
            content=f"{suggested}\n{said}", view=None, allowed_mentions=discord.AllowedMentions.none()
        )


def suggestion_buttons(texts: Texts, seal: Seal, guild_id: int, step: Step) -> ui.View:
    """Make the buttons under a suggestion."""
    labels = {
        Answer.SWITCH: texts("advice-switch", mode=mode_name(texts, step.then)),
        Answer.LATER: texts("advice-later"),
    }
    view = ui.View(timeout=None)
    for answer, label in labels.items():
        view.add_item(SuggestionButton(answer, step, seal.on(guild_id, *_sealed(answer, step)), label))
    return view


def _sealed(answer: Answer, step: Step) -> tuple[str, ...]:
    return ("advice", answer.value, step.now.value, step.then.value)
