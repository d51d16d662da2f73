"""`/signpost exempt`: whom and what Signpost does not read."""

import logging
from collections.abc import Iterator

import discord
from discord import app_commands
from discord.ext import commands

from bot import words
from bot.client import Signpost
from bot.command_tree import Refused, Subcommand, for_managers
from bot.faults import PASSING
from bot.policy import Exempt, Origin, holding
from bot.posts.origin import category_id, channel_ids, role_ids
from bot.store import ExemptKind, ListFullError
from bot.store.exemptions import MOST_EXEMPT

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
        command: Subcommand = app_commands.Command(
            name="exempt", description=words.EXEMPT, callback=self.exempt
        )
        self.bot.signpost.add_command(command)

    @for_managers
    @app_commands.describe(
        role=words.EXEMPT_ROLE,
        channel=words.EXEMPT_CHANNEL,
        member=words.EXEMPT_MEMBER,
        exempt=words.EXEMPT_CHOICE,
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
        targets = [target for target in (role, channel, member) if target is not None]
        if role is not None and role.is_default():
            raise Refused(words.EVERYONE_EXEMPT)
        if not targets and not exempt:
            raise Refused(words.EXEMPT_NEEDS_ONE)
        if interaction.guild is None:
            raise Refused(words.NO_SERVER_CHANNEL)
        answer = await self._change(interaction, interaction.guild, targets, exempt=exempt)
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
        self,
        interaction: discord.Interaction[Signpost],
        guild: discord.Guild,
        targets: list[Target],
        *,
        exempt: bool,
    ) -> str:
        changed: list[Target] = []
        never: list[Target] = []
        refused: list[str] = []
        for target in targets:
            try:
                is_new = await self._set(interaction, target, exempt=exempt)
            except ListFullError:
                refused.append(words.exempt_full(target.mention, MOST_EXEMPT))
            else:
                (changed if exempt or is_new else never).append(target)
        here = self.bot.places.at(guild.id)
        ended = [] if exempt else [*changed, *never]
        lines = [
            words.exempt_changed([each.mention for each in changed], exempt=exempt) if changed else "",
            words.never_exempt(each.mention for each in never) if never else "",
            *refused,
            *(line for each in ended for line in _still(each, guild, here.exempt)),
            words.exempt_line(here.exempt) if here.exempt else words.NOTHING_EXEMPT,
            words.copies_line(here),
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


def _still(target: Target, guild: discord.Guild, exempt: Exempt) -> Iterator[str]:
    """Say what of a target stays unread although its own exemption ended."""
    yield words.still_exempt(target.mention, holding(_origin_within(target), exempt))
    if not isinstance(target, discord.Role | discord.Member | discord.User):
        channels = filter(None, map(guild.get_channel_or_thread, sorted(exempt.channels)))
        within = (each.id for each in channels if target.id in (*channel_ids(each)[1:], category_id(each)))
        yield words.still_exempt_within(target.mention, within)


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
