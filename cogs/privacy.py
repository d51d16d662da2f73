"""`/signpost-privacy`: what is kept of a member, opting out, and having one post removed."""

import logging

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Signpost
from bot.command_tree import Refused, Subcommand
from bot.desk import Outcome
from bot.faults import PASSING
from bot.posts.webhook_source import MessageLink, source_in
from bot.texts import Texts, members_texts_in, spoken

_log = logging.getLogger(__name__)


class Privacy(commands.Cog):
    """Answers each member about their own posts, in private and in their language.

    Invariant: an answer says nothing of others, not even whether a post is there that the asker cannot see.
    """

    def __init__(self, bot: Signpost) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Add the commands: a group of their own, since /signpost is shown to moderators alone."""
        group = app_commands.Group(
            name=spoken("command-signpost-privacy"),
            description=spoken("command-signpost-privacy-about"),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=False, private_channel=False
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        )
        commands_here: list[Subcommand] = [
            app_commands.Command(
                name=spoken("command-privacy-show"),
                description=spoken("command-privacy-show-about"),
                callback=self.show,
            ),
            app_commands.Command(
                name=spoken("command-privacy-opt-out"),
                description=spoken("command-privacy-opt-out-about"),
                callback=self.opt_out,
            ),
            app_commands.Command(
                name=spoken("command-privacy-opt-in"),
                description=spoken("command-privacy-opt-in-about"),
                callback=self.opt_in,
            ),
            app_commands.Command(
                name=spoken("command-privacy-delete"),
                description=spoken("command-privacy-delete-about"),
                callback=self.delete,
            ),
        ]
        for command in commands_here:
            group.add_command(command)
        self.bot.tree.add_command(group)

    async def show(self, interaction: discord.Interaction[Signpost]) -> None:
        """Say what is kept and what the member can do."""
        texts = members_texts_in(interaction.locale)
        is_out = self._is_out(interaction)
        parts = [
            texts("privacy-kept", days=self._days(interaction)),
            texts("privacy-can-do"),
            texts("privacy-limits"),
            texts("privacy-is-out" if is_out else "privacy-is-read"),
        ]
        await interaction.response.send_message("\n".join(parts), ephemeral=True)

    async def opt_out(self, interaction: discord.Interaction[Signpost]) -> None:
        """Let nothing of the member's be read here from now on."""
        await self.bot.opt_outs.set(interaction.guild_id or 0, interaction.user.id, out=True)
        texts = members_texts_in(interaction.locale)
        answer = texts("privacy-opted-out", days=self._days(interaction))
        await interaction.response.send_message(answer, ephemeral=True)

    async def opt_in(self, interaction: discord.Interaction[Signpost]) -> None:
        """Let the member's posts be read here again."""
        await self.bot.opt_outs.set(interaction.guild_id or 0, interaction.user.id, out=False)
        texts = members_texts_in(interaction.locale)
        await interaction.response.send_message(texts("privacy-opted-in"), ephemeral=True)

    @app_commands.rename(link=spoken("command-privacy-delete-link"))
    @app_commands.describe(link=spoken("command-privacy-delete-link-about"))
    async def delete(self, interaction: discord.Interaction[Signpost], link: str) -> None:
        """Remove what is kept of a post, once it is proven to be the asker's."""
        await interaction.response.defer(ephemeral=True)
        await self.bot.in_flight.run(self._delete, interaction, link)

    async def _delete(self, interaction: discord.Interaction[Signpost], link: str) -> None:
        texts = members_texts_in(interaction.locale)
        try:
            post = await self._own_post(interaction, link, texts)
            answer = await self._erase(post, texts, is_out=self._is_out(interaction))
        except Refused as refused:
            answer = str(refused)
        except PASSING as error:
            _log.warning("what is kept of a post was not deleted: %s", error)
            answer = texts("privacy-discord-silent")
        await interaction.edit_original_response(content=answer)

    async def _erase(self, post: discord.Message, texts: Texts, *, is_out: bool) -> str:
        outcome = await self.bot.erasure.of_post(post)
        if outcome is Outcome.NOTHING_KEPT:
            return texts("privacy-nothing-kept")
        said = texts("privacy-erased" if outcome is Outcome.DONE else "privacy-erased-in-part")
        return said if is_out else f"{said}\n{texts('privacy-read-again')}"

    async def _own_post(
        self, interaction: discord.Interaction[Signpost], text: str, texts: Texts
    ) -> discord.Message:
        """Fetch the post that a link leads to. Raises Refused where it is not shown to be the asker's."""
        link, guild, asker = source_in(text), interaction.guild, interaction.user
        if not isinstance(link, MessageLink):
            raise Refused(texts("privacy-no-link"))
        if guild is None or link.guild_id != guild.id:
            raise Refused(texts("privacy-other-server"))
        post = await _fetched(guild, link)
        if post is not None and post.webhook_id is None and post.author.id == asker.id:
            return post
        if post is None or not _can_see(post.channel, asker):
            raise Refused(texts("privacy-no-post"))
        raise Refused(texts("privacy-not-yours" if post.webhook_id is None else "privacy-by-webhook"))

    def _is_out(self, interaction: discord.Interaction[Signpost]) -> bool:
        return interaction.user.id in self.bot.opt_outs.of(interaction.guild_id or 0)

    def _days(self, interaction: discord.Interaction[Signpost]) -> int:
        """Return for how many days a case is kept here."""
        chosen = self.bot.places.chosen(interaction.guild_id or 0).retention_days
        return chosen or self.bot.settings.retention_days


async def _fetched(guild: discord.Guild, link: MessageLink) -> discord.Message | None:
    """Fetch a linked message; None where there is none to be seen. Raises what passes by itself."""
    try:
        channel = guild.get_channel_or_thread(link.channel_id)
        channel = channel or await guild.fetch_channel(link.channel_id)
        if isinstance(channel, discord.abc.Messageable):
            return await channel.fetch_message(link.message_id)
    except (discord.NotFound, discord.Forbidden, discord.InvalidData):  # the last: another server's channel
        return None
    return None


def _can_see(channel: object, asker: discord.User | discord.Member) -> bool:
    """Say whether a member is known to see a channel's posts; who is in a private thread is not known."""
    if not isinstance(asker, discord.Member):
        return False
    if isinstance(channel, discord.Thread) and (channel.is_private() or channel.parent is None):
        return False
    if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return False
    granted = channel.permissions_for(asker)
    return granted.view_channel and granted.read_message_history


async def setup(bot: Signpost) -> None:
    """Add the cog."""
    await bot.add_cog(Privacy(bot))
