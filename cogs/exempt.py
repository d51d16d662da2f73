"""`/signpost exempt`: whom and what Signpost does not read."""

import logging
from collections.abc import Iterator

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Signpost
from bot.command_tree import Refused, Subcommand, for_managers
from bot.failures import known_server
from bot.faults import PASSING
from bot.policy import Exempt, Origin, holding
from bot.posts.origin import category_id, channel_ids, role_ids
from bot.store import ExemptKind, ListFullError
from bot.store.exemptions import MOST_EXEMPT
from bot.texts import Texts, spoken, texts_in
from bot.texts.exemptions import exempt_changed, exempt_list, still_exempt, still_exempt_within
from bot.texts.webhooks import copies_are_read

_log = logging.getLogger(__name__)

AnyChannel = app_commands.AppCommandChannel | app_commands.AppCommandThread
"""As Discord names it, so that an archived thread or a channel out of sight can be exempt too."""

Target = discord.Role | AnyChannel | discord.Member | discord.User


class Exempting(commands.Cog):
    """Exempts roles, channels, categories and members, for members with Manage Server."""

    def __init__(self, bot: Signpost) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Put the command under /signpost."""
        given: Subcommand = app_commands.Command(
            name=spoken("command-exempt"),
            description=spoken("command-exempt-about"),
            callback=self.exempt,
        )
        self.bot.signpost.add_command(given)

    @for_managers
    @app_commands.rename(
        role=spoken("command-exempt-role"),
        channel=spoken("command-exempt-channel"),
        member=spoken("command-exempt-member"),
        exempt=spoken("command-exempt-exempt"),
    )
    @app_commands.describe(
        role=spoken("command-exempt-role-about"),
        channel=spoken("command-exempt-channel-about"),
        member=spoken("command-exempt-member-about"),
        exempt=spoken("command-exempt-exempt-about"),
    )
    async def exempt(
        self,
        interaction: discord.Interaction[Signpost],
        role: discord.Role | None = None,
        channel: AnyChannel | None = None,
        member: discord.Member | discord.User | None = None,
        exempt: bool = True,
    ) -> None:
        """Exempt what was chosen, or no longer; say, in private, what holds now."""
        texts = texts_in(interaction.locale)
        targets = [target for target in (role, channel, member) if target is not None]
        if role is not None and role.is_default():
            raise Refused(texts("exempt-everyone"))
        if not targets and not exempt:
            raise Refused(texts("exempt-needs-one"))
        answer = await self._change(interaction, targets, exempt=exempt)
        await interaction.response.send_message(answer, ephemeral=True)

    @commands.Cog.listener()
    async def on_guild_role_delete(self, role: discord.Role) -> None:
        """Forget a role that is gone."""
        await self._forget(role.guild.id, ExemptKind.ROLE, role.id)

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Forget a channel or category that is gone."""
        await self._forget(channel.guild.id, _kind_of(channel), channel.id)

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, event: discord.RawThreadDeleteEvent) -> None:
        """Forget a thread that is gone."""
        await self._forget(event.guild_id, ExemptKind.CHANNEL, event.thread_id)

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Forget what was deleted while nobody listened."""
        for guild in self.bot.guilds:
            if not guild.unavailable:
                await self.bot.in_flight.run_behind(self._forget_gone, guild)

    async def _change(
        self, interaction: discord.Interaction[Signpost], targets: list[Target], *, exempt: bool
    ) -> str:
        texts, guild = texts_in(interaction.locale), known_server(interaction)
        changed: list[Target] = []
        never: list[Target] = []
        refused: list[str] = []
        for target in targets:
            try:
                is_new = await self._set(interaction, target, exempt=exempt)
            except ListFullError:
                refused.append(texts("exempt-full", what=target.mention, most=MOST_EXEMPT))
            else:
                (changed if exempt or is_new else never).append(target)
        here = self.bot.places.at(guild.id)
        ended = [] if exempt else [*changed, *never]
        lines = [
            exempt_changed(texts, [each.mention for each in changed], exempt=exempt) if changed else "",
            texts("exempt-never", what=", ".join(each.mention for each in never)) if never else "",
            *refused,
            *(line for each in ended for line in _still(texts, each, guild, here.exempt)),
            exempt_list(texts, here.exempt),
            copies_are_read(texts, here),
        ]
        return "\n".join(line for line in lines if line)

    async def _set(self, interaction: discord.Interaction[Signpost], target: Target, *, exempt: bool) -> bool:
        guild_id, by, at = interaction.guild_id or 0, interaction.user.id, interaction.created_at
        if isinstance(target, discord.Member | discord.User):
            return await self.bot.exemptions.set_member(guild_id, target.id, exempt=exempt, by=by, at=at)
        kind = ExemptKind.ROLE if isinstance(target, discord.Role) else _kind_of(target)
        return await self.bot.exemptions.set(guild_id, kind, target.id, exempt=exempt, by=by, at=at)

    async def _forget_gone(self, guild: discord.Guild) -> None:
        exempt = self.bot.exemptions.of(guild.id)
        for each in exempt.roles:
            if guild.get_role(each) is None:
                await self._forget(guild.id, ExemptKind.ROLE, each)
        for kind, ids in (ExemptKind.CHANNEL, exempt.channels), (ExemptKind.CATEGORY, exempt.categories):
            for each in ids:
                if await _is_gone(guild, each):
                    await self._forget(guild.id, kind, each)

    async def _forget(self, guild_id: int, kind: ExemptKind, gone_id: int) -> None:
        await self.bot.in_flight.run(self.bot.exemptions.set, guild_id, kind, gone_id, exempt=False)


async def _is_gone(guild: discord.Guild, channel_id: int) -> bool:
    """Say whether a channel or thread is gone for certain; Discord is asked, since a thread may be asleep."""
    if guild.get_channel_or_thread(channel_id) is not None:
        return False
    try:
        await guild.fetch_channel(channel_id)
    except discord.NotFound:
        return True
    except (*PASSING, discord.DiscordException) as error:
        _log.warning("whether exempt channel %d is gone could not be told: %s", channel_id, error)
    return False


def _still(texts: Texts, target: Target, guild: discord.Guild, exempt: Exempt) -> Iterator[str]:
    """Say what of a target stays unread although its own exemption ended."""
    yield still_exempt(texts, target.mention, holding(_origin_within(target), exempt))
    if not isinstance(target, discord.Role | discord.Member | discord.User):
        channels = filter(None, map(guild.get_channel_or_thread, sorted(exempt.channels)))
        within = (each.id for each in channels if target.id in (*channel_ids(each)[1:], category_id(each)))
        yield still_exempt_within(texts, target.mention, within)


def _origin_within(target: Target) -> Origin:
    """Say where a message of a target's, or in it, would come from, as far as the target tells."""
    if isinstance(target, discord.Member):
        return Origin(in_guild=True, author_id=target.id, role_ids=role_ids(target))
    if isinstance(target, app_commands.AppCommandChannel):
        return Origin(in_guild=True, channel_ids=(target.id,), category_id=target.category_id)
    if isinstance(target, app_commands.AppCommandThread):
        category = category_id(target.parent) if target.parent else None
        return Origin(in_guild=True, channel_ids=(target.id, target.parent_id), category_id=category)
    return Origin(in_guild=True)


def _kind_of(channel: AnyChannel | discord.abc.GuildChannel) -> ExemptKind:
    is_category = channel.type is discord.ChannelType.category
    return ExemptKind.CATEGORY if is_category else ExemptKind.CHANNEL


async def setup(bot: Signpost) -> None:
    """Add the cog."""
    await bot.add_cog(Exempting(bot))
