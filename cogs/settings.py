"""`/signpost mode` and `/signpost log`: what Signpost does where, and where it reports."""

import discord
from discord import app_commands
from discord.ext import commands

from bot import words
from bot.client import Signpost
from bot.command_tree import Subcommand, for_managers
from bot.permissions import missing_here
from bot.policy import Mode

Watched = (
    discord.TextChannel | discord.ForumChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread
)
LogTarget = discord.TextChannel | discord.Thread

MODES = [*(app_commands.Choice(name=mode.value, value=mode.value) for mode in Mode)]
MODES.append(app_commands.Choice(name=words.FOLLOW_SERVER, value=words.FOLLOW_SERVER))


class SettingsCog(commands.Cog):
    """Sets modes and the mod log, for members with Manage Server."""

    def __init__(self, bot: Signpost) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Put the commands under /signpost."""
        commands_here: list[Subcommand] = [
            app_commands.Command(name="mode", description=words.MODE, callback=self.mode),
            app_commands.Command(name="log", description=words.LOG, callback=self.log),
        ]
        for command in commands_here:
            self.bot.signpost.add_command(command)

    @for_managers
    @app_commands.describe(mode=words.MODE_CHOICE, channel=words.MODE_CHANNEL)
    @app_commands.choices(mode=MODES)
    async def mode(
        self,
        interaction: discord.Interaction[Signpost],
        mode: str,
        channel: Watched | None = None,
    ) -> None:
        """Set the mode of the server, or of one channel."""
        answer = await self._set_mode(interaction, mode, channel)
        await interaction.response.send_message(answer, ephemeral=True)

    async def _set_mode(
        self, interaction: discord.Interaction[Signpost], mode: str, channel: Watched | None
    ) -> str:
        guild_id, by, at = interaction.guild_id or 0, interaction.user.id, interaction.created_at
        if mode == words.FOLLOW_SERVER:
            if channel is None:
                return words.FOLLOW_NEEDS_CHANNEL
            await self.bot.places.set_channel_mode(guild_id, channel.id, None, by, at)
            return words.mode_follows(channel.mention, self.bot.places.at(guild_id).mode)
        if channel is None:
            await self.bot.places.choose(guild_id, by, at, mode=Mode(mode))
            return "\n".join(
                [words.mode_set(Mode(mode), "this server"), *self._reservations(guild_id, Mode(mode))]
            )
        await self.bot.places.set_channel_mode(guild_id, channel.id, Mode(mode), by, at)
        return words.mode_set(Mode(mode), channel.mention)

    def _reservations(self, guild_id: int, mode: Mode) -> list[str]:
        """Say where a server's mode does not hold, and that nobody sees what is observed without a log."""
        own = self.bot.places.channel_modes(guild_id)
        lines = [words.own_modes_line((f"<#{each}>", own[each]) for each in own)] if own else []
        if mode is not Mode.OFF and not self.bot.mod_log.was_chosen(guild_id):
            lines.append(words.NO_LOG)
        return lines

    @for_managers
    @app_commands.describe(channel=words.LOG_CHANNEL)
    async def log(self, interaction: discord.Interaction[Signpost], channel: LogTarget) -> None:
        """Choose the mod log, once Signpost can write there."""
        if missing := missing_here(channel):
            await interaction.response.send_message(
                words.log_missing(channel.mention, missing), ephemeral=True
            )
            return
        await interaction.response.defer(ephemeral=True)
        await channel.send(words.LOG_STARTS)  # first, since only a log that can be written to is one
        await self.bot.places.choose(
            channel.guild.id, interaction.user.id, interaction.created_at, mod_log=channel.id
        )
        public = channel.permissions_for(channel.guild.default_role).view_channel
        await interaction.edit_original_response(content=words.log_set(channel.mention, public=public))


async def setup(bot: Signpost) -> None:
    """Add the cog."""
    await bot.add_cog(SettingsCog(bot))
