"""Harbour, a made-up community in a simulated Discord, with the real bot and a real database file in it."""

import tempfile
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import discord
import simcord
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

from bot.client import Signpost
from bot.demo.attachments import ReadFetch
from bot.settings import Settings

LONGEST_CONTENT = 2000
"""Characters a message holds; Discord's client turns a longer paste into a file."""

PATIENCE = 60.0
"""Seconds in which the bot must have done with a post, also on a busy machine."""

PASTED_FILE = "message.txt"

RECOVERY, GENERAL, MOD_LOG = "recovery", "general", "mod-log"

MEMBER, MODERATOR = "robin", "maya"
PEOPLE = {MEMBER: "Robin", MODERATOR: "Maya", "june": "June", "sol": "Sol", "theo": "Theo"}


class DemoError(Exception):
    """The demo cannot go on. The message is one line; status is the exit status."""

    def __init__(self, message: str, status: int = 1) -> None:
        super().__init__(message)
        self.status = status


class DemoSettings(Settings):
    """The settings as shipped: a visitor's own environment and `.env` change nothing in the demo."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take what the code gives, and nothing else."""
        del settings_cls, env_settings, dotenv_settings, file_secret_settings
        return (init_settings,)


@dataclass(frozen=True, slots=True)
class Community:
    """The server, its people and its bot. simcord allows one operation at a time: callers take turns.

    people: by the name in PEOPLE's keys. channels: by name; grows with fresh_channel.
    """

    env: simcord.Env
    guild: simcord.GuildHandle
    people: dict[str, simcord.MemberActor]
    channels: dict[str, simcord.ChannelHandle]

    @property
    def member(self) -> simcord.MemberActor:
        """The one who pastes."""
        return self.people[MEMBER]

    @property
    def moderator(self) -> simcord.MemberActor:
        """The one who reads the mod log."""
        return self.people[MODERATOR]

    @property
    def faults(self) -> list[BaseException]:
        """What the bot raised so far; nothing, if all is well."""
        return self.env.errors

    def fresh_channel(self, name: str, topic: str | None = None) -> simcord.ChannelHandle:
        """Add a channel in which no cool-down runs."""
        channel = self.guild.create_text_channel(name, topic=topic)
        self.channels[name] = channel
        return channel

    async def paste(
        self, author: simcord.MemberActor, channel: simcord.ChannelHandle, text: str
    ) -> discord.Message:
        """Post a text as Discord's client does: as a file when it is too long for a message.

        Returns once the bot has done with it. Raises DemoError for what Discord refuses.
        """
        trimmed = sendable(text)
        if len(trimmed) <= LONGEST_CONTENT:
            return await author.send(channel, trimmed)
        return await author.send(channel, attachments=[(PASTED_FILE, trimmed.encode())])

    def note_on(self, post: discord.Message, channel: simcord.ChannelHandle) -> discord.Message | None:
        """Return the bot's reply to a post, if it gave one."""
        for message in channel.history():
            reference = message.reference
            if message.author.bot and reference is not None and reference.message_id == post.id:
                return message
        return None


def sendable(text: str) -> str:
    """Return a text trimmed, as Discord's client sends it. Raises DemoError (status 2) if none is left."""
    if trimmed := text.strip():
        return trimmed
    raise DemoError("the text is empty, and Discord refuses empty messages", status=2)


@asynccontextmanager
async def open_community(start: datetime | None = None) -> AsyncGenerator[Community, None]:
    """Start the bot in a fresh community, with a database file that is removed at the end.

    start: what the simulated clock shows at first; None for simcord's fixed date, which makes two runs alike.
    """
    with tempfile.TemporaryDirectory(prefix="signpost-demo-", ignore_cleanup_errors=True) as folder:
        settings = DemoSettings(
            database_url=f"sqlite+aiosqlite:///{Path(folder) / 'signpost.db'}", shard_count=1
        )
        bot = Signpost(settings, fetch=ReadFetch())
        env = simcord.Env(bot, settle_timeout=PATIENCE)
        env.backend.bot_user.name = "Signpost"
        if start is not None:
            env.backend.advance_clock((start - env.now()).total_seconds())
        try:
            await env.start()
            # Nobody withdraws anything here, and what is due within PATIENCE is waited for at each step.
            bot.look_at_withdrawals.cancel()
            yield await _settle_in(env)
        finally:
            await bot.close()  # simcord leaves the database open
            await env.shutdown()


async def _settle_in(env: simcord.Env) -> Community:
    """Build the server and let the moderator choose the mod log, with the command a moderator uses."""
    guild = env.create_guild("Harbour", owner=env.create_user("iris", global_name="Iris"))
    moderators = guild.create_role(
        "Moderators", permissions=discord.Permissions(manage_messages=True, manage_guild=True)
    )
    people = {
        name: guild.add_member(
            env.create_user(name, global_name=shown), roles=[moderators] if name == MODERATOR else []
        )
        for name, shown in PEOPLE.items()
    }
    unseen = discord.PermissionOverwrite(view_channel=False)
    seen = discord.PermissionOverwrite(view_channel=True, send_messages=True)
    await env.settle()
    bot = guild.me
    if bot is None:
        raise DemoError("the bot did not arrive in its own demo")
    channels = {
        RECOVERY: guild.create_text_channel(RECOVERY, topic="One day at a time"),
        GENERAL: guild.create_text_channel(GENERAL, topic="Anything but the weather"),
        MOD_LOG: guild.create_text_channel(
            MOD_LOG,
            topic="For moderators only",
            overwrites={guild.default_role: unseen, moderators: seen, bot: seen},
        ),
    }
    await env.settle()
    await people[MODERATOR].slash(channels[MOD_LOG], "signpost log", channel=channels[MOD_LOG])
    return Community(env, guild, people, channels)
