"""`/signpost webhooks`: which webhooks Signpost reads."""

import discord
from discord import app_commands
from discord.ext import commands

from bot import words
from bot.client import Signpost
from bot.command_tree import Refused, Subcommand, for_managers
from bot.posts.origin import PLURALKIT, origin_of
from bot.posts.webhook_source import MessageLink, source_in
from bot.store import ListFullError
from bot.store.webhooks import MOST_WEBHOOKS

MOST_OFFERED = 25
"""Choices that Discord shows for an option."""


class Hooks(commands.Cog):
    """Chooses which webhooks are read, for members with Manage Server."""

    def __init__(self, bot: Signpost) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Put the command under /signpost."""
        command: Subcommand = app_commands.Command(
            name="webhooks", description=words.WEBHOOKS, callback=self.webhooks
        )
        self.bot.signpost.add_command(command)

    @for_managers
    async def offer(
        self, interaction: discord.Interaction[Signpost], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Offer PluralKit by name, then the webhooks chosen already."""
        chosen = sorted(self.bot.webhooks.of(interaction.guild_id or 0))
        names = [words.PLURALKIT, *map(str, chosen)]
        fitting = [name for name in names if typed.strip().lower() in name.lower()]
        return [app_commands.Choice(name=name, value=name) for name in fitting[:MOST_OFFERED]]

    @for_managers
    @app_commands.describe(source=words.WEBHOOK_SOURCE, read=words.WEBHOOK_CHOICE)
    @app_commands.autocomplete(source=offer)
    async def webhooks(
        self, interaction: discord.Interaction[Signpost], source: str | None = None, read: bool = True
    ) -> None:
        """Have a webhook read, or no longer; say, in private, what holds now."""
        await interaction.response.defer(ephemeral=True)
        try:
            answer = await self._change(interaction, source, read=read)
        except Refused as refused:
            answer = str(refused)
        await interaction.edit_original_response(content=answer)

    async def _change(
        self, interaction: discord.Interaction[Signpost], source: str | None, *, read: bool
    ) -> str:
        guild = interaction.guild
        if guild is None:
            raise Refused(words.NO_SERVER_CHANNEL)
        if source is not None:
            said = await self._set(guild.id, await self._found(guild, source), read=read)
        elif read:
            said = ""
        else:
            raise Refused(words.WEBHOOK_NEEDS_SOURCE)
        here = self.bot.places.at(guild.id)
        listed = words.webhooks_line(here.webhook_ids, pluralkit=here.reads_pluralkit)
        return "\n".join(
            line for line in (said, listed, words.copies_line(here), words.FOLLOWED_ARE_READ) if line
        )

    async def _set(self, guild_id: int, webhook_id: int, *, read: bool) -> str:
        """Take a choice. webhook_id: PLURALKIT stands for all webhooks of PluralKit's."""
        if webhook_id == PLURALKIT:
            await self.bot.places.set_pluralkit(guild_id, read=read)
            return words.webhook_changed(words.PLURALKIT, read=read)
        try:
            await self.bot.webhooks.set(guild_id, webhook_id, read=read)
        except ListFullError:
            raise Refused(words.webhooks_full(MOST_WEBHOOKS)) from None
        return words.webhook_changed(words.webhook_name(webhook_id), read=read)

    async def _found(self, guild: discord.Guild, source: str) -> int:
        """Return the id of the webhook that a moderator named. Raises Refused, with what to do instead."""
        if source.strip().lower() == words.PLURALKIT.lower():
            return PLURALKIT
        match source_in(source):
            case int(webhook_id):
                return webhook_id
            case MessageLink() as link if link.guild_id == guild.id:
                return _webhook_of(await self._linked(guild, link))
            case MessageLink():
                raise Refused(words.LINK_OF_ANOTHER_SERVER)
            case None:
                raise Refused(words.NO_SOURCE)

    async def _linked(self, guild: discord.Guild, link: MessageLink) -> discord.Message:
        try:
            channel = guild.get_channel_or_thread(link.channel_id)
            channel = channel or await guild.fetch_channel(link.channel_id)
            if isinstance(channel, discord.abc.Messageable):
                return await channel.fetch_message(link.message_id)
        except discord.InvalidData:  # a made-up link: the channel is another server's
            raise Refused(words.LINK_OF_ANOTHER_SERVER) from None
        except discord.NotFound:
            raise Refused(words.LINKED_MESSAGE_GONE) from None
        except discord.Forbidden:
            raise Refused(words.LINKED_MESSAGE_HIDDEN) from None
        raise Refused(words.LINKED_MESSAGE_GONE)


def _webhook_of(message: discord.Message) -> int:
    origin = origin_of(message)
    if origin.answers_a_command or (origin.by_bot and origin.webhook_id is None):
        raise Refused(words.LINKED_MESSAGE_BY_BOT)
    if origin.webhook_id is None:
        raise Refused(words.LINKED_MESSAGE_BY_MEMBER)
    if origin.followed:
        raise Refused(words.LINKED_MESSAGE_FOLLOWED)
    return PLURALKIT if origin.by_pluralkit else origin.webhook_id


async def setup(bot: Signpost) -> None:
    """Add the cog."""
    await bot.add_cog(Hooks(bot))
