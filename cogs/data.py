"""`/signpost data`: what is kept of a server, handed out or deleted; and following servers that leave."""

import asyncio
import io
import logging

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Signpost
from bot.command_tree import Subcommand, for_managers
from bot.deletion import FORM, DeleteButton, proposal, proposal_button, take_name
from bot.export import TooLargeError, export_file, megabytes
from bot.faults import PASSING
from bot.forms import is_form
from bot.store import Act, Deed
from bot.texts import Texts, spoken, texts_in

_log = logging.getLogger(__name__)


class Data(commands.Cog):
    """Exports and deletes a server's data, for members with Manage Server, and follows its leaving."""

    def __init__(self, bot: Signpost) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Put the commands under /signpost data."""
        self.bot.add_dynamic_items(DeleteButton)
        group = app_commands.Group(
            name=spoken("command-data"), description=spoken("command-data-about"), parent=self.bot.signpost
        )
        commands_here: list[Subcommand] = [
            app_commands.Command(
                name=spoken("command-data-export"),
                description=spoken("command-data-export-about"),
                callback=self.export,
            ),
            app_commands.Command(
                name=spoken("command-data-delete"),
                description=spoken("command-data-delete-about"),
                callback=self.delete,
            ),
        ]
        for command in commands_here:
            group.add_command(command)

    @for_managers
    async def export(self, interaction: discord.Interaction[Signpost]) -> None:
        """Hand out all rows of the server as a file, in private."""
        await interaction.response.defer(ephemeral=True)
        texts = texts_in(interaction.locale)
        try:
            await self._hand_out(interaction, texts)
        except TooLargeError as error:
            most = megabytes(interaction.filesize_limit)
            said = texts("data-too-large", size=error.size, most=most)
            await interaction.edit_original_response(content=said)
        except PASSING as error:
            _log.warning("an export was not handed out: %s", error)
            await interaction.edit_original_response(content=texts("data-discord-silent"))

    async def _hand_out(self, interaction: discord.Interaction[Signpost], texts: Texts) -> None:
        guild_id, at = interaction.guild_id or 0, interaction.created_at
        tables = await self.bot.guild_data.export(guild_id)
        file = await asyncio.to_thread(export_file, tables, guild_id, at, interaction.filesize_limit)
        said = [texts("data-exported", rows=file.rows)]
        if file.packed:
            said.append(texts("data-exported-packed"))
        await interaction.edit_original_response(
            content="\n".join(said), attachments=[discord.File(io.BytesIO(file.content), file.name)]
        )
        await self.bot.audit.note(Act(guild_id, at, interaction.user.id, Deed.EXPORT, "data"))

    @for_managers
    async def delete(self, interaction: discord.Interaction[Signpost]) -> None:
        """Say what would go and what would stay, with a button that asks for the server's name."""
        texts, guild_id = texts_in(interaction.locale), interaction.guild_id or 0
        counts = await self.bot.guild_data.count(guild_id)
        entries = await self.bot.guild_data.count_entries(guild_id)
        said = proposal(texts, counts, entries, self.bot.settings.default_mode)
        await interaction.response.send_message(said, view=proposal_button(texts), ephemeral=True)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[Signpost]) -> None:
        """Take the typed name, also from a form that was opened before a restart."""
        if is_form(interaction, FORM):
            await take_name(interaction)

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Remember that a server removed Signpost. Discord's outages come as another event."""
        await self.bot.in_flight.run(self.bot.departures.left, guild.id, discord.utils.utcnow())

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Take up again what is kept of a server that has Signpost back."""
        await self.bot.in_flight.run(self.bot.departures.returned, guild.id)

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        """Do so too where Discord tells of the server as one that it had lost for a while."""
        await self.bot.in_flight.run(self.bot.departures.returned, guild.id)


async def setup(bot: Signpost) -> None:
    """Add the cog."""
    await bot.add_cog(Data(bot))
