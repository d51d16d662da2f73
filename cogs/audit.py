"""`/signpost audit`: who changed what setting, ruled what, and when."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.auditing.pages import Asked, audit_page
from bot.client import Signpost
from bot.command_tree import Subcommand, for_managers
from bot.failures import known_server
from bot.store import Deed
from bot.texts import spoken, texts_in

DEEDS = [
    app_commands.Choice(name=spoken(f"audit-deed-{deed.name.lower().replace('_', '-')}"), value=deed.name)
    for deed in Deed
]


class AuditCog(commands.Cog):
    """Shows the audit, to members with Manage Server."""

    def __init__(self, bot: Signpost) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Put the command under /signpost."""
        command: Subcommand = app_commands.Command(
            name=spoken("command-audit"), description=spoken("command-audit-about"), callback=self.audit
        )
        self.bot.signpost.add_command(command)

    @for_managers
    @app_commands.rename(by=spoken("command-audit-by"), deed=spoken("command-audit-deed"))
    @app_commands.describe(by=spoken("command-audit-by-about"), deed=spoken("command-audit-deed-about"))
    @app_commands.choices(deed=DEEDS)
    async def audit(
        self,
        interaction: discord.Interaction[Signpost],
        by: discord.User | None = None,
        deed: str | None = None,
    ) -> None:
        """Show, in private, the newest acts: all, one moderator's, or those of a kind."""
        texts = texts_in(interaction.locale)
        asked = Asked(by=by.id if by else None, deed=Deed[deed] if deed else None)
        said, view = await audit_page(self.bot, known_server(interaction), asked, texts)
        await interaction.response.send_message(said, view=view, ephemeral=True, suppress_embeds=True)


async def setup(bot: Signpost) -> None:
    """Add the cog."""
    await bot.add_cog(AuditCog(bot))
