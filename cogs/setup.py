"""`/signpost setup`, and the greeting when Signpost joins a server."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Signpost
from bot.command_tree import Subcommand, for_managers
from bot.setup import Greeter
from bot.texts import spoken


class Setup(commands.Cog):
    """Opens the set-up panel, for members with Manage Server; greets a server once."""

    def __init__(self, bot: Signpost) -> None:
        self.bot = bot
        self._greeter = Greeter(bot)

    async def cog_load(self) -> None:
        """Put the command under /signpost."""
        command: Subcommand = app_commands.Command(
            name=spoken("command-setup"), description=spoken("command-setup-about"), callback=self.setup
        )
        self.bot.signpost.add_command(command)

    @for_managers
    async def setup(self, interaction: discord.Interaction[Signpost]) -> None:
        """Open the panel, in private."""
        await self.bot.setup_panel.open(interaction)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Greet a server that Signpost joins; discord.py tells apart one that was only out of reach."""
        await self.bot.in_flight.run(self._greeter.greet, guild)


async def setup(bot: Signpost) -> None:
    """Add the cog."""
    await bot.add_cog(Setup(bot))
