"""`/signpost status`: what Signpost does here, and what it lacks."""

import discord
from discord import app_commands
from discord.ext import commands

from bot import status
from bot.client import Signpost
from bot.command_tree import Refused, Subcommand, for_moderators
from bot.texts import spoken, texts_in


class Status(commands.Cog):
    """Answers what is watched, what is missing and how to grant it."""

    def __init__(self, bot: Signpost) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Put the command under /signpost."""
        command: Subcommand = app_commands.Command(
            name=spoken("command-status"),
            description=spoken("command-status-about"),
            callback=self.status,
        )
        self.bot.signpost.add_command(command)

    @for_moderators
    async def status(self, interaction: discord.Interaction[Signpost]) -> None:
        """Show, in private, what holds in this channel and server."""
        texts, channel = texts_in(interaction.locale), interaction.channel
        if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
            raise Refused(texts("failure-channel-unseen"))
        guild_id = channel.guild.id
        report = status.report(
            texts,
            channel,
            self.bot.places,
            await self.bot.mod_log.found(guild_id),
            status.Abilities(
                self.bot.places.chosen(guild_id).kept_days(self.bot.settings.retention_days),
                reads_closely=self.bot.recogniser.reads_closely,
                pictures_per_day=self.bot.files.pictures_per_day,
            ),
            opted_out=self.bot.opt_outs.count(guild_id),
        )
        await interaction.response.send_message(report, ephemeral=True, suppress_embeds=True)


async def setup(bot: Signpost) -> None:
    """Add the cog."""
    await bot.add_cog(Status(bot))
