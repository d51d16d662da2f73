"""Deleting a server's data: what a manager is asked, the button below it, and the form it opens."""

import logging
import re
import secrets
import unicodedata
from typing import TYPE_CHECKING, Any, Self, cast

import discord
from discord import ui

from bot.command_tree import AnyClick, may_manage, say
from bot.faults import PASSING
from bot.policy import Mode
from bot.texts import Texts, mode_name, texts_in

if TYPE_CHECKING:  # it is built from what is here
    from bot.client import Signpost

_log = logging.getLogger(__name__)

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
        texts = texts_in(interaction.locale)
        try:
            if may_manage(interaction):
                await interaction.response.send_modal(DeletionForm(texts))
            else:
                await say(interaction, texts("data-for-managers"))
        except PASSING as error:
            _log.warning("a press on the deletion of data was not answered: %s", error)


class DeletionForm(ui.Modal):
    """Deletes the server's data once its name is typed."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(title=texts("data-form-title"))
        self.name = ui.TextInput["DeletionForm"](max_length=LONGEST_NAME)
        self.add_item(
            ui.Label(text=texts("data-form-label"), description=texts("data-form-about"), component=self.name)
        )

    async def on_submit(self, interaction: AnyClick, /) -> None:
        """Check who asks and what was typed; answer in private."""
        texts, guild = texts_in(interaction.locale), interaction.guild
        if guild is None or not may_manage(interaction):
            await say(interaction, texts("data-for-managers"))
        elif not is_name(self.name.value, guild.name):
            await say(interaction, texts("data-wrong-name", name=discord.utils.escape_markdown(guild.name)))
        else:
            await interaction.response.defer(ephemeral=True, thinking=True)
            bot = cast("Signpost", interaction.client)
            await bot.in_flight.run_behind(_delete, bot, interaction, guild.id, texts)

    async def on_error(self, interaction: AnyClick, error: Exception, /) -> None:
        """Give what nobody foresaw a code that stands in the log beside it."""
        if isinstance(error, PASSING):
            _log.warning("the deletion of data was not answered: %s", error)
            return
        code = secrets.token_hex(3)
        _log.error("deletion of data failed, code %s", code, exc_info=error)
        await say(interaction, texts_in(interaction.locale)("data-failed", code=code))


async def _delete(bot: "Signpost", interaction: AnyClick, guild_id: int, texts: Texts) -> None:
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
