"""What is done to a simulated server itself, and who posts there without being a member.

The second half of what tests need to know of the simulation; the first is in community.py.
"""

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import discord
import simcord
from simcord.backend import serializers
from simcord.backend.models import Message, User, Webhook
from simcord.backend.ops.base import BackendBase
from simcord.results import to_discord_message

from bot.posts.origin import PLURALKIT

if TYPE_CHECKING:  # at run time discord.py's types import each other in a circle
    from discord.types.message import Message as MessagePayload

IS_CROSSPOST = 1 << 1
"""Discord's flag for a copy that came by following an announcement channel."""


@dataclass(slots=True)
class ApplicationsMessage(Message):
    """A message that belongs to an application, as PluralKit's webhooks post it."""

    application_id: int = 0


_payload_of_any = serializers.message_payload


def _payload(backend: BackendBase, message: Message, *, for_user: int | None = None) -> "MessagePayload":
    """Say which application a message belongs to, which Discord does and the simulation does not."""
    payload = _payload_of_any(backend, message, for_user=for_user)
    if isinstance(message, ApplicationsMessage):
        payload["application_id"] = str(message.application_id)
    return payload


serializers.message_payload = _payload


@dataclass(slots=True)
class FollowersWebhook(Webhook):
    """The webhook that Discord makes where a channel follows an announcement channel."""


_webhook_payload_of_any = serializers.webhook_payload


def _webhook_payload(
    backend: BackendBase, webhook: Webhook, *, include_token: bool = True
) -> dict[str, object]:
    """Say what kind a webhook is, which Discord does and the simulation does not."""
    payload = _webhook_payload_of_any(backend, webhook, include_token=include_token)
    if isinstance(webhook, FollowersWebhook):
        payload["type"] = discord.WebhookType.channel_follower.value
    return payload


serializers.webhook_payload = _webhook_payload


class Server:
    """A server's roles, categories, webhooks and applications."""

    def __init__(self, env: simcord.Env, guild: simcord.GuildHandle) -> None:
        self._env = env
        self._guild = guild

    async def category(self, name: str) -> tuple[simcord.ChannelHandle, simcord.ChannelHandle]:
        """Make a category with one channel; return both."""
        category = self._guild.create_category(name)
        channel = self._guild.create_text_channel(f"{name}-talk", category=category)
        await self._env.settle()
        return category, channel

    async def move(self, channel: simcord.ChannelHandle, category: simcord.ChannelHandle) -> None:
        """Move a channel into a category."""
        self._env.backend.edit_channel(channel.id, {"parent_id": category.id})
        await self._env.settle()

    async def role_of(self, *members: simcord.MemberActor) -> simcord.RoleHandle:
        """Make a role and give it to members."""
        role = self._guild.create_role("staff")
        for member in members:
            await self.give(role, member)
        return role

    async def give(self, role: simcord.RoleHandle, member: simcord.MemberActor) -> None:
        """Give a member a role."""
        self._env.backend.add_member_role(self._guild.id, member.id, role.id)
        await self._env.settle()

    async def take(self, role: simcord.RoleHandle, member: simcord.MemberActor) -> None:
        """Take a role from a member."""
        self._env.backend.remove_member_role(self._guild.id, member.id, role.id)
        await self._env.settle()

    async def delete_role(self, role: simcord.RoleHandle) -> None:
        """Delete a role."""
        self._env.backend.delete_role(self._guild.id, role.id)
        await self._env.settle()

    async def have_an_outage(self) -> None:
        """Let Discord lose the server for a while."""
        self._env.backend.emit("GUILD_DELETE", {"id": str(self._guild.id), "unavailable": True})
        await self._env.settle()

    def webhook(self, channel: simcord.ChannelHandle) -> simcord.WebhookHandle:
        """Make a webhook that posts in a channel, of this server or a neighbour's."""
        return (channel.guild or self._guild).create_webhook(channel, "bridge")

    def pluralkits_webhook(self, channel: simcord.ChannelHandle) -> int:
        """Let PluralKit make its webhook in a channel; return its id."""
        backend = self._env.backend
        backend.users[PLURALKIT] = User(PLURALKIT, "PluralKit", bot=True)
        return backend.create_webhook(channel.id, "PluralKit Proxy Webhook", PLURALKIT).id

    def followers_webhook(self, channel: simcord.ChannelHandle) -> int:
        """Let a channel follow an announcement channel; return the webhook that brings its posts."""
        backend = self._env.backend
        made = backend.create_webhook(channel.id, "Lighthouse #news", backend.bot_user.id)
        values = {each.name: getattr(made, each.name) for each in fields(Webhook)}
        backend.webhooks[made.id] = FollowersWebhook(**values)
        return made.id

    def hide_webhooks(self) -> None:
        """Take Manage Webhooks from Signpost: it cannot see which the server has."""
        path = f"/guilds/{self._guild.id}/webhooks"
        self._env.inject_error("GET", path, status=403, code=50013, message="Missing Permissions", times=None)

    async def through(self, webhook: simcord.WebhookHandle, text: str, flags: int = 0) -> discord.Message:
        """Post a text through a webhook. flags: what Discord marks it with."""
        posted = self._env.backend.create_message(
            webhook.channel_id, webhook.id, text, webhook_id=webhook.id, flags=flags
        )
        await self._env.settle()
        return to_discord_message(self._env, posted)

    async def followed(self, channel: simcord.ChannelHandle, text: str) -> discord.Message:
        """Let an announcement of another server arrive, which this channel follows."""
        return await self.through(self.webhook(channel), text, IS_CROSSPOST)

    async def by_pluralkit(self, channel: simcord.ChannelHandle, text: str) -> discord.Message:
        """Post a text as PluralKit does for a member."""
        webhook = self.webhook(channel)
        return await self._by_application(PLURALKIT, channel, text, webhook.id)

    async def answer_of(
        self, application_id: int, channel: simcord.ChannelHandle, text: str
    ) -> discord.Message:
        """Post a text as a bot's answer to a command, which has its application's id as a webhook's."""
        return await self._by_application(application_id, channel, text, application_id)

    async def _by_application(
        self, application_id: int, channel: simcord.ChannelHandle, text: str, webhook_id: int
    ) -> discord.Message:
        backend = self._env.backend
        author = self.webhook(channel)
        prepared = backend.prepare_message(channel.id, author.id, text, webhook_id=webhook_id)
        values = {each.name: getattr(prepared, each.name) for each in fields(Message)}
        posted = backend.commit_message(ApplicationsMessage(**values, application_id=application_id))
        await self._env.settle()
        return to_discord_message(self._env, posted)
