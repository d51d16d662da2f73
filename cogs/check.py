"""`/signpost check` and "Check this post": what Signpost would do with a text or a post, without doing it."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Signpost
from bot.command_tree import Subcommand, for_moderators
from bot.desk.hand_buttons import place_of
from bot.desk.preview import Foreseen, Place
from bot.desk.preview_words import answer
from bot.texts import spoken, texts_in

LONGEST_TEXT = 6_000
"""Characters that Discord lets be typed into an option."""

Posted = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread
Text = app_commands.Range[str, 1, LONGEST_TEXT]


class Check(commands.Cog):
    """Tries texts and posts for moderators, on the way of a live post and without a trace."""

    def __init__(self, bot: Signpost) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Put the command under /signpost, and the other into the menu of each message."""
        command: Subcommand = app_commands.Command(
            name=spoken("command-check"), description=spoken("command-check-about"), callback=self.check
        )
        self.bot.signpost.add_command(command)
        menu = app_commands.ContextMenu(name=spoken("command-check-post"), callback=self.check_post)
        self.bot.tree.add_command(menu)

    @for_moderators
    @app_commands.rename(text=spoken("command-check-text"), channel=spoken("command-check-channel"))
    @app_commands.describe(
        text=spoken("command-check-text-about"), channel=spoken("command-check-channel-about")
    )
    async def check(
        self, interaction: discord.Interaction[Signpost], text: Text, channel: Posted | None = None
    ) -> None:
        """Say, in private, what would become of a text."""
        place = channel or place_of(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)  # a long text takes its time
        await self._answer(interaction, await self.bot.preview.of_text(text, place), place)

    @for_moderators
    @app_commands.default_permissions(manage_messages=True)
    @app_commands.guild_only()
    async def check_post(self, interaction: discord.Interaction[Signpost], post: discord.Message) -> None:
        """Say, in private, what would become of a post if it were written now, or which case it has."""
        place = place_of(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self._answer(interaction, await self.bot.preview.of_post(post, place), place)

    async def _answer(
        self, interaction: discord.Interaction[Signpost], foreseen: Foreseen, place: Place
    ) -> None:
        view = answer(texts_in(interaction.locale), foreseen, place.mention)
        await interaction.edit_original_response(view=view, allowed_mentions=discord.AllowedMentions.none())


async def setup(bot: Signpost) -> None:
    """Add the cog."""
    await bot.add_cog(Check(bot))
