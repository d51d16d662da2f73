"""`/signpost scan`: judging the posts that were there before Signpost was."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Signpost
from bot.command_tree import Refused, Subcommand, for_managers
from bot.scan import MOST_POSTS, Span, SpanError
from bot.scan.buttons import proposal_buttons
from bot.texts import spoken, texts_in

Scanned = (
    discord.TextChannel | discord.ForumChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread
)


class History(commands.Cog):
    """Proposes scans, for members with Manage Server; what happens then is the scanner's."""

    def __init__(self, bot: Signpost) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Put the command under /signpost."""
        command: Subcommand = app_commands.Command(
            name=spoken("command-scan"), description=spoken("command-scan-about"), callback=self.scan
        )
        self.bot.signpost.add_command(command)

    @for_managers
    @app_commands.rename(
        channel=spoken("command-scan-channel"),
        since=spoken("command-scan-since"),
        last=spoken("command-scan-last"),
        notes=spoken("command-scan-notes"),
    )
    @app_commands.describe(
        channel=spoken("command-scan-channel-about"),
        since=spoken("command-scan-since-about"),
        last=spoken("command-scan-last-about"),
        notes=spoken("command-scan-notes-about"),
    )
    async def scan(
        self,
        interaction: discord.Interaction[Signpost],
        channel: Scanned | None = None,
        since: str | None = None,
        last: app_commands.Range[int, 1, MOST_POSTS] | None = None,
        notes: bool = False,
    ) -> None:
        """Say what a scan would read and how long it takes, and ask whether to start."""
        guild, texts, scanner = interaction.guild, texts_in(interaction.locale), self.bot.scanner
        if guild is None:
            raise Refused(texts_in(interaction.locale)("failure-channel-unseen"))
        try:
            span = Span.asked(since, last, interaction.created_at)
        except SpanError as error:
            raise Refused(error.said(texts)) from None
        await scanner.refuse(guild.id, texts)
        await interaction.response.defer(ephemeral=True, thinking=True)  # reckoning asks Discord
        proposal = await scanner.propose(guild, channel, span, texts, notes=notes, by=interaction.user.id)
        buttons = proposal_buttons(guild.id, proposal.scan_id, texts, self.bot.seal)
        await interaction.edit_original_response(content=proposal.text, view=buttons)


async def setup(bot: Signpost) -> None:
    """Add the cog."""
    await bot.add_cog(History(bot))
