"""`/signpost wording`: the server's own line in its notes, and what they point to."""

import discord
from discord import app_commands
from discord.ext import commands

from bot import note_wording
from bot.client import Signpost
from bot.command_tree import Subcommand, for_managers
from bot.texts import spoken


class Wording(commands.Cog):
    """Opens the panel with the note, for members with Manage Server."""

    def __init__(self, bot: Signpost) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Put the command under /signpost, and its controls where presses are answered."""
        self.bot.add_dynamic_items(*note_wording.DYNAMIC_ITEMS)
        command: Subcommand = app_commands.Command(
            name=spoken("command-wording"),
            description=spoken("command-wording-about"),
            callback=self.wording,
        )
        self.bot.signpost.add_command(command)

    @for_managers
    async def wording(self, interaction: discord.Interaction[Signpost]) -> None:
        """Show, in private, the note as it stands."""
        await interaction.response.send_message(
            view=note_wording.opened(interaction),
            ephemeral=True,
            suppress_embeds=True,
            allowed_mentions=discord.AllowedMentions.none(),
        )

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[Signpost]) -> None:
        """Take the form with the line here, where it is found also if it was opened before a restart."""
        if note_wording.is_line(interaction):
            await note_wording.take_line(interaction)


async def setup(bot: Signpost) -> None:
    """Add the cog."""
    await bot.add_cog(Wording(bot))
