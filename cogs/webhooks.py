"""`/signpost webhooks`: which webhooks Signpost reads."""

from dataclasses import dataclass

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Signpost
from bot.command_tree import Refused, Subcommand, for_managers
from bot.failures import known_server
from bot.posts.origin import PLURALKIT, origin_of
from bot.posts.webhook_source import MessageLink, source_in
from bot.store import ListFullError
from bot.store.webhooks import MOST_WEBHOOKS
from bot.texts import Texts, spoken, texts_in
from bot.texts.webhooks import PLURALKIT as PLURALKITS_NAME
from bot.texts.webhooks import copies_are_read, webhooks_list

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
            name=spoken("command-webhooks"),
            description=spoken("command-webhooks-about"),
            callback=self.webhooks,
        )
        self.bot.signpost.add_command(command)

    @for_managers
    async def offer(
        self, interaction: discord.Interaction[Signpost], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Offer PluralKit by name, then the webhooks chosen already."""
        chosen = sorted(self.bot.webhooks.of(interaction.guild_id or 0))
        names = [PLURALKITS_NAME, *map(str, chosen)]
        fitting = [name for name in names if typed.strip().lower() in name.lower()]
        return [app_commands.Choice(name=name, value=name) for name in fitting[:MOST_OFFERED]]

    @for_managers
    @app_commands.rename(source=spoken("command-webhooks-source"), read=spoken("command-webhooks-read"))
    @app_commands.describe(
        source=spoken("command-webhooks-source-about"), read=spoken("command-webhooks-read-about")
    )
    @app_commands.autocomplete(source=offer)
    async def webhooks(
        self, interaction: discord.Interaction[Signpost], source: str | None = None, read: bool = True
    ) -> None:
        """Have a webhook read, or no longer; say, in private, what holds now."""
        await interaction.response.defer(ephemeral=True)
        answer = await self._change(texts_in(interaction.locale), interaction, source, read=read)
        await interaction.edit_original_response(content=answer)

    async def _change(
        self, texts: Texts, interaction: discord.Interaction[Signpost], source: str | None, *, read: bool
    ) -> str:
        guild = known_server(interaction)
        if source is not None:
            found = await self._found(texts, guild, source, read=read)
            said = await self._set(texts, interaction, found, read=read)
        elif read:
            said = ""
        else:
            raise Refused(texts("webhooks-needs-source"))
        here = self.bot.places.at(guild.id)
        listed = webhooks_list(texts, here.webhook_ids, pluralkit=here.reads_pluralkit)
        followed = texts("webhooks-followed-are-read")
        return "\n".join(filter(None, (said, listed, copies_are_read(texts, here), followed)))

    async def _set(
        self, texts: Texts, interaction: discord.Interaction[Signpost], found: Found, *, read: bool
    ) -> str:
        guild_id = interaction.guild_id or 0
        is_pluralkit = found.webhook_id == PLURALKIT
        name = PLURALKITS_NAME if is_pluralkit else texts("webhooks-name", id=str(found.webhook_id))
        if not read and not self._is_read(guild_id, found.webhook_id):
            return texts("webhooks-never", name=name)
        if is_pluralkit:
            by, at = interaction.user.id, interaction.created_at
            await self.bot.places.choose(guild_id, by, at, reads_pluralkit=read)
        else:
            await self._set_webhook(interaction, found.webhook_id, read=read)
        said = texts("webhooks-set" if read else "webhooks-ended", name=name)
        return said if found.checked else f"{said} {texts('webhooks-unchecked')}"

    async def _set_webhook(
        self, interaction: discord.Interaction[Signpost], webhook_id: int, *, read: bool
    ) -> None:
        try:
            await self.bot.webhooks.set(
                interaction.guild_id or 0,
                webhook_id,
                read=read,
                by=interaction.user.id,
                at=interaction.created_at,
            )
        except ListFullError:
            texts = texts_in(interaction.locale)
            raise Refused(texts("webhooks-full", most=MOST_WEBHOOKS)) from None

    def _is_read(self, guild_id: int, webhook_id: int) -> bool:
        here = self.bot.places.at(guild_id)
        return here.reads_pluralkit if webhook_id == PLURALKIT else webhook_id in here.webhook_ids

    async def _found(self, texts: Texts, guild: discord.Guild, source: str, *, read: bool) -> Found:
        """Find the webhook that a moderator named. Raises Refused, with what to do instead.

        read: whether it is to be read; one that is not may be gone, so its id is taken as it is.
        """
        if source.strip().lower() == PLURALKITS_NAME.lower():
            return Found(PLURALKIT)
        match source_in(source):
            case int(webhook_id) if webhook_id == PLURALKIT or not read:
                return Found(webhook_id)
            case int(webhook_id):
                return await _by_id(texts, guild, webhook_id)
            case MessageLink() as link if link.guild_id == guild.id:
                return Found(_webhook_of(texts, await self._linked(texts, guild, link)))
            case MessageLink():
                raise Refused(texts("webhooks-link-elsewhere"))
            case None:
                raise Refused(_instead(texts, texts("webhooks-unknown")))

    async def _linked(self, texts: Texts, guild: discord.Guild, link: MessageLink) -> discord.Message:
        try:
            channel = guild.get_channel_or_thread(link.channel_id)
            channel = channel or await guild.fetch_channel(link.channel_id)
            if isinstance(channel, discord.abc.Messageable):
                return await channel.fetch_message(link.message_id)
        except discord.InvalidData:  # a made-up link: the channel is another server's
            raise Refused(texts("webhooks-link-elsewhere")) from None
        except discord.NotFound:
            raise Refused(texts("webhooks-link-gone")) from None
        except discord.Forbidden:
            raise Refused(texts("webhooks-link-hidden")) from None
        raise Refused(texts("webhooks-link-gone"))


async def _by_id(texts: Texts, guild: discord.Guild, webhook_id: int) -> Found:
    """Check an id against what the server has, as far as Signpost may look. Raises Refused for another's."""
    _refuse_known(texts, guild, webhook_id)
    try:
        webhooks = await guild.webhooks()
    except discord.Forbidden:
        await _refuse_members(texts, guild, webhook_id)
        return Found(webhook_id, checked=False)
    webhook = next((each for each in webhooks if each.id == webhook_id), None)
    if webhook is None:
        raise Refused(texts("webhooks-none-has-that-id"))
    if webhook.type is discord.WebhookType.channel_follower:
        raise Refused(texts("webhooks-is-followed"))
    made_by_pluralkit = webhook.user is not None and webhook.user.id == PLURALKIT
    return Found(PLURALKIT if made_by_pluralkit else webhook_id)


def _refuse_known(texts: Texts, guild: discord.Guild, given_id: int) -> None:
    """Raise Refused for the id of anything else in the server that Signpost holds in memory."""
    if given_id == guild.id:
        raise Refused(_instead(texts, texts("webhooks-not-the-servers")))
    if guild.get_channel_or_thread(given_id) is not None:
        raise Refused(_instead(texts, texts("webhooks-not-a-channels")))
    if guild.get_role(given_id) is not None:
        raise Refused(_instead(texts, texts("webhooks-not-a-roles")))


async def _refuse_members(texts: Texts, guild: discord.Guild, given_id: int) -> None:
    try:
        member = await guild.fetch_member(given_id)
    except discord.NotFound:
        return
    raise Refused(_instead(texts, texts("webhooks-not-a-bots" if member.bot else "webhooks-not-a-members")))


def _instead(texts: Texts, refused: str) -> str:
    """Add how a webhook is named."""
    return f"{refused} {texts('webhooks-how-to-name')}"


def _webhook_of(texts: Texts, message: discord.Message) -> int:
    origin = origin_of(message)
    if origin.answers_a_command or (origin.by_bot and origin.webhook_id is None):
        raise Refused(texts("webhooks-link-by-bot"))
    if origin.webhook_id is None:
        raise Refused(texts("webhooks-link-by-member"))
    if origin.followed:
        raise Refused(texts("webhooks-link-followed"))
    return PLURALKIT if origin.by_pluralkit else origin.webhook_id


async def setup(bot: Signpost) -> None:
    """Add the cog."""
    await bot.add_cog(Hooks(bot))
