"""`/signpost settings export` and `import`: settings as a file, to keep or to copy to another server."""

import io
from typing import cast

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Signpost
from bot.command_tree import Subcommand, for_managers
from bot.failures import known_server
from bot.posts.fetch import FetchError
from bot.server_settings.exchange import BadFileError, NamedThing, read, written
from bot.server_settings.importing import NO_PINGS, TooBigError, file_in, import_buttons, proposal, too_big
from bot.server_settings.pages import view_of
from bot.server_settings.surroundings import around
from bot.store import Act, Deed
from bot.texts import spoken, texts_in

FILE_NAME = "signpost-settings.json"


class Exchange(commands.Cog):
    """Writes and reads settings files, for members with Manage Server."""

    def __init__(self, bot: Signpost) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Put the commands under /signpost settings, which stands already."""
        group = cast("app_commands.Group", self.bot.signpost.get_command("settings"))
        below: list[Subcommand] = [
            app_commands.Command(
                name=spoken("command-settings-export"),
                description=spoken("command-settings-export-about"),
                callback=self.export,
            ),
            app_commands.Command(
                name=spoken("command-settings-import"),
                description=spoken("command-settings-import-about"),
                callback=self.bring_in,
            ),
        ]
        for command in below:
            group.add_command(command)

    @for_managers
    async def export(self, interaction: discord.Interaction[Signpost]) -> None:
        """Give the settings as a file, in private."""
        await interaction.response.defer(ephemeral=True)
        texts, guild = texts_in(interaction.locale), known_server(interaction)
        view = await view_of(self.bot, guild)
        server = NamedThing(id=str(guild.id), name=guild.name[:100])
        data = written(server, view.chosen, view.modes, view.exempt, view.webhook_ids, view.around)
        said = texts("settings-exported")
        if members := len(view.exempt.members):
            said = f"{said}\n{texts('settings-exported-members', number=members)}"
        by, at = interaction.user.id, interaction.created_at
        await self.bot.audit.note(Act(guild.id, at, by, Deed.EXPORT, "settings"))
        await interaction.edit_original_response(
            content=said, attachments=[discord.File(io.BytesIO(data), FILE_NAME)]
        )

    @for_managers
    @app_commands.rename(file=spoken("command-settings-import-file"))
    @app_commands.describe(file=spoken("command-settings-import-file-about"))
    async def bring_in(self, interaction: discord.Interaction[Signpost], file: discord.Attachment) -> None:
        """Show what a file would change, and ask; nothing changes before."""
        await interaction.response.defer(ephemeral=True)
        texts, guild = texts_in(interaction.locale), known_server(interaction)
        try:
            data = await file_in(self.bot, file)
            found = read(data, texts, around(self.bot, guild))
            planned, said = await proposal(self.bot, guild, found, texts)
        except BadFileError as fault:
            said = str(fault)
        except TooBigError:
            said = too_big(texts)
        except FetchError:
            said = texts("settings-import-not-fetched")
        else:
            if planned.changes:
                await interaction.edit_original_response(
                    content=said,
                    attachments=[discord.File(io.BytesIO(data), FILE_NAME)],
                    view=import_buttons(self.bot, guild.id, planned, texts),
                    allowed_mentions=NO_PINGS,
                )
                return
        await interaction.edit_original_response(content=said, allowed_mentions=NO_PINGS)


async def setup(bot: Signpost) -> None:
    """Add the cog."""
    await bot.add_cog(Exchange(bot))
