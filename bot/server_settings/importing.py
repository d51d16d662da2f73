"""The buttons under what an import would change: Apply and Cancel.

The file stands on the same message and is read anew at the press, so a restart in between forgets nothing.
Invariant: what is applied is what was shown. The id carries a digest of the changes; where the file or the
settings give others by now, they are shown again.
"""

import re
from typing import TYPE_CHECKING, Any, Self, cast

import discord
from discord import ui

from bot.posts.fetch import FetchError
from bot.seal import SEAL
from bot.server_settings.exchange import MOST_BYTES, BadFileError, SettingsFile, read
from bot.server_settings.log_choice import LogTarget, too_public, unusable
from bot.server_settings.pages import view_of
from bot.server_settings.planning import Plan, plan, told
from bot.server_settings.presses import Click, pressed
from bot.server_settings.surroundings import around
from bot.store import ListFullError
from bot.store.exemptions import MOST_EXEMPT
from bot.texts import Texts, texts_in

if TYPE_CHECKING:  # it is built from what is here
    from bot.client import Signpost

_KIND = "import"
_KIB = 1024
NO_PINGS = discord.AllowedMentions.none()


class TooBigError(Exception):
    """A file has more than MOST_BYTES."""


async def file_in(bot: "Signpost", attachment: discord.Attachment) -> bytes:
    """Return a file that was given to import. Raises FetchError, and TooBigError."""
    if attachment.size > MOST_BYTES:
        raise TooBigError
    fetched = await bot.files.first(attachment, MOST_BYTES)
    if fetched.cut:
        raise TooBigError
    return fetched.data


async def proposal(
    bot: "Signpost", guild: discord.Guild, file: SettingsFile, texts: Texts
) -> tuple[Plan, str]:
    """Return what a file would change in a server, and what a manager is told of it.

    Raises BadFileError where the mod log of the file cannot be used here.
    """
    view = await view_of(bot, guild)
    planned = plan(file, view, guild.id)
    said = told(planned, view, texts)
    if log := _log_in(planned, guild, texts):
        if lacking := unusable(log, texts):
            raise BadFileError(lacking)
        said = f"{said}\n{texts('settings-log-public')}" if too_public(log) else said
    return planned, said


def _log_in(planned: Plan, guild: discord.Guild, texts: Texts) -> LogTarget | None:
    """Return the mod log that a plan chooses. Raises BadFileError for a channel that cannot be one."""
    chosen = cast("int | None", planned.changes.settings.get("mod_log"))
    if chosen is None:
        return None
    channel = guild.get_channel_or_thread(chosen)
    if not isinstance(channel, LogTarget):
        raise BadFileError(texts("settings-log-unusable", channel=f"<#{chosen}>"))
    return channel


class AnswerImport(
    ui.DynamicItem[ui.Button[Any]],
    template=rf"import:(?P<verb>apply|cancel):(?P<digest>[0-9a-f]{{16}}):{SEAL}",
):
    """Applies what an import proposes, or cancels it, for a manager. A second press changes nothing more."""

    def __init__(self, verb: str, digest: str, seal: str, label: str = "") -> None:
        style = discord.ButtonStyle.primary if verb == "apply" else discord.ButtonStyle.secondary
        custom_id = f"{_KIND}:{verb}:{digest}:{seal}"
        super().__init__(ui.Button(label=label or "…", style=style, custom_id=custom_id))
        self.verb = verb
        self.digest = digest
        self.seal = seal

    @classmethod
    async def from_custom_id(cls, _click: Click, _item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """Make the pressed button from its id alone."""
        return cls(match["verb"], match["digest"], match["seal"])

    async def callback(self, interaction: Click) -> None:
        """Do what the button says."""
        await pressed(interaction, self.seal, (_KIND, self.verb, self.digest), self._carry_out)

    async def _carry_out(self, interaction: Click, bot: "Signpost") -> None:
        texts, guild = texts_in(interaction.locale), interaction.guild
        if self.verb == "cancel" or guild is None:
            await _answer(interaction, texts("settings-import-cancelled"))
            return
        await interaction.response.defer()
        try:
            file = read(await _carried(interaction, bot), texts, around(bot, guild))
            planned, said = await proposal(bot, guild, file, texts)
            if not planned.changes:
                await _answer(interaction, texts("settings-import-nothing"))
            elif planned.changes.digest != self.digest:
                again = f"{texts('settings-import-changed-since')}\n{said}"
                view = import_buttons(bot, guild.id, planned, texts)
                await interaction.edit_original_response(content=again, view=view, allowed_mentions=NO_PINGS)
            else:
                await self._apply(interaction, bot, guild, planned, file)
        except (FetchError, TooBigError, LookupError):
            await _answer(interaction, texts("settings-import-gone"))
        except BadFileError as fault:
            await _answer(interaction, str(fault))
        except ListFullError:
            await _answer(interaction, texts("settings-import-full", most=MOST_EXEMPT))

    async def _apply(
        self, interaction: Click, bot: "Signpost", guild: discord.Guild, planned: Plan, file: SettingsFile
    ) -> None:
        texts = texts_in(interaction.locale)
        by, at = interaction.user.id, interaction.created_at
        if log := _log_in(planned, guild, texts):
            try:  # first: only what can be written to is a log
                await log.send(bot.texts_of(guild.id)("settings-log-starts"))
            except discord.HTTPException:
                raise BadFileError(texts("settings-log-unusable", channel=log.mention)) from None
        await bot.places.bring_in(guild.id, planned.changes, by, at, int(file.server.id))
        await _answer(interaction, texts("settings-import-done"))


def import_buttons(bot: "Signpost", guild_id: int, planned: Plan, texts: Texts) -> ui.View:
    """Make the buttons under a proposal."""
    view, digest = ui.View(timeout=None), planned.changes.digest
    labels = {"apply": texts("settings-import-apply"), "cancel": texts("settings-import-cancel")}
    for verb, label in labels.items():
        view.add_item(AnswerImport(verb, digest, bot.seal.on(guild_id, _KIND, verb, digest), label))
    return view


async def _carried(interaction: Click, bot: "Signpost") -> bytes:
    """Return the file that stands on the message. Raises FetchError, and LookupError where there is none."""
    attachments = interaction.message.attachments if interaction.message else []
    return await file_in(bot, attachments[0])


async def _answer(interaction: Click, said: str) -> None:
    """Put words in the place of the proposal and its buttons."""
    if not interaction.response.is_done():
        await interaction.response.edit_message(content=said, view=None, attachments=[])
        return
    await interaction.edit_original_response(
        content=said, view=None, attachments=[], allowed_mentions=NO_PINGS
    )


def too_big(texts: Texts) -> str:
    """Refuse a file above the bound."""
    return texts("settings-import-too-big", most=MOST_BYTES // _KIB)
