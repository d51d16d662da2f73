"""Deleting a server's data: what a manager is asked, the button below it, and the form it opens."""

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.command_tree import AnyClick, Refused, may_manage
from bot.failures import answering, known_server
from bot.forms import typed
from bot.policy import Mode
from bot.texts import Texts, mode_name, texts_in

if TYPE_CHECKING:  # it is built from what is here
    from bot.client import Signpost

FORM, NAME = "data:delete:name", "name"
"""The custom ids of the form and of its field."""

LONGEST_NAME = 100
"""Characters that a server's name has at most."""


def is_name(typed: str, name: str) -> bool:
    """Say whether somebody typed this name, whatever the case, the spaces and the form of its letters."""
    return _plain(typed) == _plain(name)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def proposal(texts: Texts, counts: dict[str, int], entries: int, mode: Mode) -> str:
    """Say what goes and what stays. counts: rows by table. entries: that stand. mode: of a new server."""
    exempt = counts["exemptions"] + counts["exempt_members"]
    lines = [
        texts("data-delete-title"),
        texts("data-delete-copy"),
        texts("data-delete-goes"),
        texts(
            "data-delete-settings", channels=counts["channels"], exempt=exempt, webhooks=counts["webhooks"]
        ),
        texts("data-delete-cases", cases=counts["cases"]),
        texts("data-delete-records", acts=counts["audit"], scans=counts["scans"]),
        texts("data-delete-standing", notes=counts["notes"], entries=entries),
        texts("data-delete-stays"),
        texts("data-delete-opt-outs", number=counts["opt_outs"]),
        texts("data-delete-messages"),
        texts("data-delete-after", mode=mode_name(texts, mode), does=texts(f"mode-does-{mode.value}")),
    ]
    return "\n".join(lines)


def proposal_button(texts: Texts) -> ui.View:
    """Make the button below the proposal."""
    view = ui.View(timeout=None)
    view.add_item(DeleteButton(texts))
    return view


class DeleteButton(ui.DynamicItem[ui.Button[Any]], template=r"data:delete"):
    """Asks for the server's name. It means the server in which it is pressed, and names nothing stored."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(
            ui.Button(
                label=texts("data-delete-button"), style=discord.ButtonStyle.danger, custom_id="data:delete"
            )
        )

    @classmethod
    async def from_custom_id(cls, click: AnyClick, _item: ui.Item[Any], _match: re.Match[str], /) -> Self:
        """Make the pressed button from its id alone."""
        return cls(texts_in(click.locale))

    async def callback(self, interaction: AnyClick) -> None:
        """Open the form, for who may."""
        async with answering(interaction):
            _refuse_others(interaction)
            await interaction.response.send_modal(DeletionForm(texts_in(interaction.locale)))


class DeletionForm(ui.Modal):
    """Asks for the server's name. Its answer is not taken here: see `take_name`."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(title=texts("data-form-title"), custom_id=FORM, timeout=None)
        name: ui.TextInput[Self] = ui.TextInput(custom_id=NAME, max_length=LONGEST_NAME)
        self.add_item(
            ui.Label(text=texts("data-form-label"), description=texts("data-form-about"), component=name)
        )


async def take_name(interaction: "discord.Interaction[Signpost]") -> None:
    """Delete the server's data if its name was typed, by who may; answer in private."""
    async with answering(interaction):
        bot, texts = interaction.client, texts_in(interaction.locale)
        _refuse_others(interaction)
        guild = known_server(interaction)
        if not is_name(typed(interaction, NAME), guild.name):
            raise Refused(texts("data-wrong-name", name=discord.utils.escape_markdown(guild.name)))
        await interaction.response.defer(ephemeral=True, thinking=True)
        await bot.in_flight.run_behind(_delete, bot, interaction, guild.id, texts)


def _refuse_others(interaction: AnyClick) -> None:
    if not may_manage(interaction):
        raise Refused(texts_in(interaction.locale)("data-for-managers"))


async def _delete(
    bot: "Signpost", interaction: "discord.Interaction[Signpost]", guild_id: int, texts: Texts
) -> None:
    """Delete at once, say so, then take back what stands. Raises SQLAlchemyError, PASSING."""
    standing = await bot.forgetting.forget(guild_id, by=interaction.user.id)
    said = [texts("data-deleted")]
    notes, entries = len(standing.notes), len(standing.entries)
    if notes or entries:
        said.append(texts("data-deleted-taking-back", notes=notes, entries=entries))
    try:
        await interaction.edit_original_response(content="\n".join(said))
    finally:  # nobody else knows of it any more
        await bot.forgetting.take_back(standing)
