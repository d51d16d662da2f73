"""`/signpost webhooks`: which webhooks Signpost reads."""

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Found:
    """The webhook that a moderator named. checked: it is known to be one, and of this server.

    webhook_id: PLURALKIT stands for all webhooks of PluralKit's.
    """

    webhook_id: int
    checked: bool = True


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
            said = await self._set(interaction, await self._found(guild, source, read=read), read=read)
        elif read:
            said = ""
        else:
            raise Refused(words.WEBHOOK_NEEDS_SOURCE)
        here = self.bot.places.at(guild.id)
        listed = words.webhooks_line(here.webhook_ids, pluralkit=here.reads_pluralkit)
        return "\n".join(
            line for line in (said, listed, words.copies_line(here), words.FOLLOWED_ARE_READ) if line
        )

    async def _set(self, interaction: discord.Interaction[Signpost], found: Found, *, read: bool) -> str:
        guild_id = interaction.guild_id or 0
        if not read and not self._is_read(guild_id, found.webhook_id):
            by_name = found.webhook_id == PLURALKIT
            return words.webhook_unread(words.PLURALKIT if by_name else words.webhook_name(found.webhook_id))
        if found.webhook_id == PLURALKIT:
            await self.bot.places.choose(
                guild_id, interaction.user.id, interaction.created_at, reads_pluralkit=read
            )
            return words.webhook_changed(words.PLURALKIT, read=read)
        try:
            await self.bot.webhooks.set(
                guild_id, found.webhook_id, read=read, by=interaction.user.id, at=interaction.created_at
            )
        except ListFullError:
            raise Refused(words.webhooks_full(MOST_WEBHOOKS)) from None
        said = words.webhook_changed(words.webhook_name(found.webhook_id), read=read)
        return said if found.checked else f"{said} {words.WEBHOOK_UNCHECKED}"

    def _is_read(self, guild_id: int, webhook_id: int) -> bool:
        here = self.bot.places.at(guild_id)
        return here.reads_pluralkit if webhook_id == PLURALKIT else webhook_id in here.webhook_ids

    async def _found(self, guild: discord.Guild, source: str, *, read: bool) -> Found:
        """Find the webhook that a moderator named. Raises Refused, with what to do instead.

        read: whether it is to be read; one that is not may be gone, so its id is taken as it is.
        """
        if source.strip().lower() == words.PLURALKIT.lower():
            return Found(PLURALKIT)
        match source_in(source):
            case int(webhook_id) if webhook_id == PLURALKIT or not read:
                return Found(webhook_id)
            case int(webhook_id):
                return await _by_id(guild, webhook_id)
            case MessageLink() as link if link.guild_id == guild.id:
                return Found(_webhook_of(await self._linked(guild, link)))
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


async def _by_id(guild: discord.Guild, webhook_id: int) -> Found:
    """Check an id against what the server has, as far as Signpost may look. Raises Refused for another's."""
    if whose := _known_as(guild, webhook_id):
        raise Refused(words.not_a_webhook(whose))
    try:
        webhooks = await guild.webhooks()
    except discord.Forbidden:
        await _refuse_members(guild, webhook_id)
        return Found(webhook_id, checked=False)
    webhook = next((each for each in webhooks if each.id == webhook_id), None)
    if webhook is None:
        raise Refused(words.NO_SUCH_WEBHOOK)
    if webhook.type is discord.WebhookType.channel_follower:
        raise Refused(words.WEBHOOK_FOLLOWS)
    made_by_pluralkit = webhook.user is not None and webhook.user.id == PLURALKIT
    return Found(PLURALKIT if made_by_pluralkit else webhook_id)


def _known_as(guild: discord.Guild, given_id: int) -> str | None:
    """Say whose id it is, if it is anything in the server that Signpost holds in memory."""
    if given_id == guild.id:
        return words.SERVERS
    if guild.get_channel_or_thread(given_id) is not None:
        return words.CHANNELS
    return words.ROLES if guild.get_role(given_id) is not None else None


async def _refuse_members(guild: discord.Guild, given_id: int) -> None:
    try:
        member = await guild.fetch_member(given_id)
    except discord.NotFound:
        return
    raise Refused(words.not_a_webhook(words.BOTS if member.bot else words.MEMBERS))


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
