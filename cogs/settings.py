"""`/signpost mode`, `/signpost log` and `/signpost settings`: what a server has set, shown and changed."""

from typing import cast

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Signpost
from bot.command_tree import Refused, Subcommand, for_managers
from bot.failures import known_server
from bot.note_wording.fitting import DECIDES_ON_WORDING, told_misfits
from bot.policy import Mode
from bot.server_settings.kinds import folded
from bot.server_settings.listed import SETTINGS, NotPossibleError, Setting, named
from bot.server_settings.log_choice import LogTarget, choose_log, unusable
from bot.server_settings.pages import page_buttons, view_of
from bot.server_settings.shown import described, page
from bot.server_settings.surroundings import around
from bot.texts import Texts, listed, mode_name, spoken, texts_in
from bot.texts.phrases import MOST_NAMED

Watched = (
    discord.TextChannel | discord.ForumChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread
)

FOLLOW_SERVER = "as the server"
"""The choice that takes a channel's own mode away."""

MODES = [*(app_commands.Choice(name=spoken(f"mode-{mode.value}"), value=mode.value) for mode in Mode)]
MODES.append(app_commands.Choice(name=spoken("command-mode-follow"), value=FOLLOW_SERVER))

MOST_OFFERED, LONGEST_OFFER = 25, 100
"""Choices that Discord shows for an option, and their characters."""


class SettingsCog(commands.Cog):
    """Shows and changes settings, for members with Manage Server."""

    def __init__(self, bot: Signpost) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Put the commands under /signpost."""
        commands_here: list[Subcommand] = [
            app_commands.Command(
                name=spoken("command-mode"), description=spoken("command-mode-about"), callback=self.mode
            ),
            app_commands.Command(
                name=spoken("command-log"), description=spoken("command-log-about"), callback=self.log
            ),
        ]
        for command in commands_here:
            self.bot.signpost.add_command(command)
        group = app_commands.Group(
            name=spoken("command-settings"), description=spoken("command-settings-about")
        )
        self.bot.signpost.add_command(group)
        below: list[Subcommand] = [
            app_commands.Command(
                name=spoken("command-settings-show"),
                description=spoken("command-settings-show-about"),
                callback=self.show,
            ),
            app_commands.Command(
                name=spoken("command-settings-set"),
                description=spoken("command-settings-set-about"),
                callback=self.set,
            ),
        ]
        for command in below:
            group.add_command(command)

    @for_managers
    @app_commands.rename(mode=spoken("command-mode-mode"), channel=spoken("command-mode-channel"))
    @app_commands.describe(
        mode=spoken("command-mode-mode-about"), channel=spoken("command-mode-channel-about")
    )
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
        texts = texts_in(interaction.locale)
        guild_id, by, at = interaction.guild_id or 0, interaction.user.id, interaction.created_at
        if mode == FOLLOW_SERVER:
            if channel is None:
                return texts("settings-follow-needs-channel")
            await self.bot.places.set_channel_mode(guild_id, channel.id, None, by, at)
            holds = self.bot.places.at(guild_id).mode
            name, does = mode_name(texts, holds), texts(f"mode-does-{holds.value}")
            return texts("settings-mode-follows", channel=channel.mention, mode=name, does=does)
        chosen = Mode(mode)
        place = texts("this-server") if channel is None else channel.mention
        does = texts(f"mode-does-{chosen.value}")
        said = texts("settings-mode-set", place=place, mode=mode_name(texts, chosen), does=does)
        if channel is not None:
            await self.bot.places.set_channel_mode(guild_id, channel.id, chosen, by, at)
            return said
        await self.bot.places.choose(guild_id, by, at, mode=chosen)
        return "\n".join([said, *self._reservations(guild_id, chosen, texts)])

    def _reservations(self, guild_id: int, mode: Mode, texts: Texts) -> list[str]:
        """Say where a server's mode does not hold, and that nobody sees what is observed without a log."""
        own = [
            f"<#{each}> {mode_name(texts, its)}"
            for each, its in self.bot.places.channel_modes(guild_id).items()
        ]
        lines = [texts("own-modes", listed=listed(texts, own, MOST_NAMED))] if own else []
        if mode is not Mode.OFF and not self.bot.mod_log.was_chosen(guild_id):
            lines.append(texts("settings-no-log"))
        return lines

    @for_managers
    @app_commands.rename(channel=spoken("command-log-channel"))
    @app_commands.describe(channel=spoken("command-log-channel-about"))
    async def log(self, interaction: discord.Interaction[Signpost], channel: LogTarget) -> None:
        """Choose the mod log, once Signpost can write there."""
        await interaction.response.defer(ephemeral=True)
        await interaction.edit_original_response(content=await self._set_log(interaction, channel))

    async def _set_log(self, interaction: discord.Interaction[Signpost], channel: LogTarget) -> str:
        texts = texts_in(interaction.locale)
        if lacking := unusable(channel, texts):
            return lacking
        return await choose_log(self.bot, channel, interaction.user.id, interaction.created_at, texts)

    @for_managers
    async def offer_names(
        self, interaction: discord.Interaction[Signpost], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Offer the settings, by their names in the member's language."""
        texts = texts_in(interaction.locale)
        fitting = [each for each in SETTINGS if folded(typed) in folded(each.label(texts))]
        return [
            app_commands.Choice(name=each.label(texts), value=each.name) for each in fitting[:MOST_OFFERED]
        ]

    @for_managers
    async def offer_values(
        self, interaction: discord.Interaction[Signpost], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Offer what the chosen setting can be; anything else that fits can be typed."""
        setting = named(str(getattr(interaction.namespace, "name", "") or ""))
        if setting is None or interaction.guild is None:
            return []
        offered = setting.offered(texts_in(interaction.locale), around(self.bot, interaction.guild))
        fitting = [each for each in offered if folded(typed) in folded(each)]
        return [
            app_commands.Choice(name=each[:LONGEST_OFFER], value=each[:LONGEST_OFFER])
            for each in fitting[:MOST_OFFERED]
        ]

    @for_managers
    @app_commands.rename(name=spoken("command-settings-show-name"))
    @app_commands.describe(name=spoken("command-settings-show-name-about"))
    @app_commands.autocomplete(name=offer_names)
    async def show(self, interaction: discord.Interaction[Signpost], name: str | None = None) -> None:
        """Show one setting, or the first page of all."""
        texts, guild = texts_in(interaction.locale), known_server(interaction)
        view = await view_of(self.bot, guild)
        if name is not None:
            setting = _setting(name, texts)
            await interaction.response.send_message(
                described(setting, view, texts), ephemeral=True, suppress_embeds=True
            )
            return
        await interaction.response.send_message(
            page(0, view, texts), view=page_buttons(self.bot, guild.id, 0, texts), ephemeral=True
        )

    @for_managers
    @app_commands.rename(name=spoken("command-settings-set-name"), value=spoken("command-settings-set-value"))
    @app_commands.describe(
        name=spoken("command-settings-set-name-about"), value=spoken("command-settings-set-value-about")
    )
    @app_commands.autocomplete(name=offer_names, value=offer_values)
    async def set(self, interaction: discord.Interaction[Signpost], name: str, value: str) -> None:
        """Change one setting; say, in private, what it was and is."""
        await interaction.response.defer(ephemeral=True)
        try:
            answer = await self._set(interaction, name, value)
        except (Refused, NotPossibleError) as refused:
            answer = str(refused)
        await interaction.edit_original_response(
            content=answer, allowed_mentions=discord.AllowedMentions.none()
        )

    async def _set(self, interaction: discord.Interaction[Signpost], name: str, typed: str) -> str:
        texts, guild = texts_in(interaction.locale), known_server(interaction)
        setting, here = _setting(name, texts), around(self.bot, guild)
        value = setting.read(typed, texts, here)
        before = getattr(self.bot.places.chosen(guild.id), setting.name)
        label = setting.label(texts)
        if value == before:
            return texts("settings-unchanged", setting=label, value=setting.show(value, texts, here))
        said = texts(
            "settings-changed",
            setting=label,
            before=setting.show(before, texts, here),
            after=setting.show(value, texts, here),
        )
        if setting.name == "mod_log" and value is not None:
            channel = guild.get_channel_or_thread(cast("int", value))
            if not isinstance(channel, LogTarget):
                return texts("settings-log-unusable", channel=f"<#{value}>")
            lacking = unusable(channel, texts)
            return lacking or f"{said}\n{await self._set_log(interaction, channel)}"
        by, at = interaction.user.id, interaction.created_at
        await self.bot.places.choose(guild.id, by, at, **{setting.name: value})
        return "\n".join([said, *self._consequences(guild.id, setting.name, texts)])

    def _consequences(self, guild_id: int, name: str, texts: Texts) -> list[str]:
        """Say what else a manager should know once this setting has changed."""
        if name == "mode":
            return self._reservations(guild_id, self.bot.places.at(guild_id).mode, texts)
        if name in DECIDES_ON_WORDING:
            return told_misfits(texts, self.bot.places.chosen(guild_id), self.bot.locale_of(guild_id))
        return []


def _setting(name: str, texts: Texts) -> Setting:
    """Find the setting that a manager named. Raises Refused."""
    setting = named(name)
    if setting is None:
        raise Refused(texts("settings-unknown"))
    return setting


async def setup(bot: Signpost) -> None:
    """Add the cog."""
    await bot.add_cog(SettingsCog(bot))
