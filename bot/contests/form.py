"""The form in which a member says what is wrong with a note.

Its answer is taken by its custom id (cogs/members), so that a restart while someone writes loses nothing.
"""

import re
from typing import TYPE_CHECKING, Self

import discord
from discord import ui

from bot.contests.contesting import LONGEST_LINE, Contest, Contested
from bot.contests.limit import MOST_A_DAY
from bot.failures import Refused, answering, known_server
from bot.forms import typed
from bot.seal import SEAL
from bot.texts import MEMBERS_LANGUAGES, Texts, members_texts_in

if TYPE_CHECKING:  # it is built from what is here
    from bot.client import Signpost

FORM = re.compile(rf"note:contested:(?P<note>[0-9]{{1,20}}):{SEAL}(?::(?P<language>[a-z]{{2}}))?")
"""The custom id of the form. language: the note's, which a form of an earlier version lacks."""

LINE = "line"
_SEALED = "contested"


class ContestForm(ui.Modal):
    """One line, which may stay empty. Its answer is not taken here: see `take_form`."""

    def __init__(self, note_id: int, seal: str, language: str, texts: Texts) -> None:
        custom_id = f"note:contested:{note_id}:{seal}:{language}"
        super().__init__(title=texts("contest-title"), custom_id=custom_id, timeout=None)
        line: ui.TextInput[Self] = ui.TextInput(custom_id=LINE, required=False, max_length=LONGEST_LINE)
        self.add_item(ui.Label(text=texts("contest-ask"), description=texts("contest-hint"), component=line))


async def open_form(interaction: "discord.Interaction[Signpost]", language: str) -> None:
    """Ask who pressed the button below a note what is wrong with it, or say why they are not asked.

    language: the note's, for who has Discord in one that members are not spoken to in.
    """
    async with answering(interaction):
        bot, texts = interaction.client, _texts_for(interaction, language)
        guild_id, note_id = known_server(interaction).id, interaction.message.id if interaction.message else 0
        refusal = await bot.contesting.refusal(guild_id, note_id, interaction.user.id, interaction.created_at)
        if refusal is not None:
            raise Refused(answer_of(refusal, texts))
        seal = bot.seal.on(guild_id, _SEALED, note_id)
        await interaction.response.send_modal(ContestForm(note_id, seal, language, texts))


async def take_form(interaction: "discord.Interaction[Signpost]", form: re.Match[str]) -> None:
    """Take a filled-in form, and answer in private. form: its custom id, as FORM matches it."""
    async with answering(interaction):
        bot, texts = interaction.client, _texts_for(interaction, form["language"])
        guild_id, note_id = known_server(interaction).id, int(form["note"])
        await interaction.response.defer(ephemeral=True, thinking=True)
        outcome = Contested.NOTE_GONE
        if bot.seal.holds(form["seal"], guild_id, _SEALED, note_id):
            line = typed(interaction, LINE)[:LONGEST_LINE]
            contest = Contest(guild_id, note_id, interaction.user.id, line, interaction.created_at)
            outcome = await bot.contesting.take(contest, bot.texts_of(guild_id))
        await interaction.edit_original_response(content=answer_of(outcome, texts))


def _texts_for(interaction: "discord.Interaction[Signpost]", language: str | None) -> Texts:
    """Speak a member's language, else the note's that they read."""
    speaks = str(interaction.locale)[:2] in MEMBERS_LANGUAGES
    return members_texts_in(interaction.locale if speaks else language or "")


def answer_of(outcome: Contested, texts: Texts) -> str:
    """Say to a member what became of their contest."""
    match outcome:
        case Contested.HANDED_ON:
            return texts("contest-handed-on")
        case Contested.COUNTED:
            return texts("contest-counted")
        case Contested.FAILED:
            return texts("contest-failed")
        case Contested.NOTE_GONE:
            return texts("contest-note-gone")
        case Contested.NOT_TAKEN_HERE:
            return texts("contest-not-taken-here")
        case Contested.ONCE:
            return texts("contest-once")
        case Contested.TODAY:
            return texts("contest-today", most=MOST_A_DAY)
