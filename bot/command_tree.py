"""Chat commands: the one `/signpost` group, who may use what, and what is said when something fails."""

from typing import TYPE_CHECKING, Any, cast

import discord
from discord import app_commands
from discord.ext import commands

from bot.failures import AnyClick, Refused, answer_failure, known_server, say
from bot.faults import PASSING
from bot.texts import spoken, texts_in

if TYPE_CHECKING:  # it is built from what is here
    from bot.client import Signpost

__all__ = [
    "AnyClick",
    "Click",
    "Refused",
    "Subcommand",
    "Tree",
    "for_managers",
    "for_moderators",
    "group",
    "may_manage",
    "may_moderate",
    "say",
]

Click = discord.Interaction[commands.AutoShardedBot]
Subcommand = app_commands.Command[Any, ..., Any]

_GIVEN = discord.InteractionType.application_command
"""A command that was given; an option that is still being typed is of another type and cannot be answered."""


def group() -> app_commands.Group:
    """Make the `/signpost` group: shown to moderators, in servers only.

    Discord knows one default permission for a whole group, so it is the moderators'; what only managers may
    do is checked by `for_managers`.
    """
    return app_commands.Group(
        name=spoken("command-signpost"),
        description=spoken("command-signpost-about"),
        default_permissions=discord.Permissions(manage_messages=True),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    )


def may_moderate(interaction: AnyClick) -> bool:
    """Say whether a member may press what is for moderators: by Manage Messages there, or the chosen role."""
    return interaction.permissions.manage_messages or _has_moderator_role(interaction)


def may_manage(interaction: AnyClick) -> bool:
    """Say whether a member may press what is for those who run the server: they have Manage Server."""
    return interaction.permissions.manage_guild


def _has_moderator_role(interaction: AnyClick) -> bool:
    bot = cast("Signpost", interaction.client)
    role = bot.places.chosen(interaction.guild_id or 0).moderator_role
    return isinstance(interaction.user, discord.Member) and interaction.user.get_role(role or 0) is not None


async def _is_moderator(interaction: Click) -> bool:
    if may_moderate(interaction) or await _let_in_by_override(interaction):
        return True
    raise Refused(texts_in(interaction.locale)("failure-moderators-only"))


async def _is_manager(interaction: Click) -> bool:
    if may_manage(interaction):
        return True
    raise Refused(texts_in(interaction.locale)("failure-managers-only"))


for_moderators = app_commands.check(_is_moderator)
"""For members with Manage Messages, or whom the server let in under Integrations."""

for_managers = app_commands.check(_is_manager)
"""For members with Manage Server."""


async def _let_in_by_override(interaction: Click) -> bool:
    """Say whether the server set its own permissions for this command: then Discord has judged by them."""
    command_id = interaction.data.get("id") if interaction.data else None
    if interaction.guild is None or command_id is None:
        return False
    try:
        command = await interaction.client.tree.fetch_command(int(command_id))
        return bool((await command.fetch_permissions(interaction.guild)).permissions)
    except PASSING:  # NotFound: the server has no permissions of its own
        return False


class Tree(app_commands.CommandTree[commands.AutoShardedBot]):
    """The command tree; answers every failure in private, in words the member can act on."""

    async def interaction_check(self, interaction: Click, /) -> bool:
        """Let a command through where Discord has told of its server. Raises Refused."""
        if interaction.guild_id is not None and interaction.type is _GIVEN:
            known_server(interaction)
        return True

    async def on_error(self, interaction: Click, error: app_commands.AppCommandError, /) -> None:
        """Say what failed, and under which code it stands in the log."""
        is_wrapped = isinstance(error, app_commands.CommandInvokeError)
        await answer_failure(interaction, error.original if is_wrapped else error)
