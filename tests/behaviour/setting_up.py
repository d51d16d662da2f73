"""The set-up panel as a manager works it on a phone, and how Signpost comes into a server."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

import discord
import simcord
from simcord.backend.models import Overwrite
from simcord.backend.serializers import channel_payload, guild_create_payload
from simcord.enums import OverwriteType

from bot.setup.controls import Verb, control_id

from .community import Community
from .shown import components_of, text_of

BUTTON = 2


@dataclass
class Panel:
    """A panel on somebody's screen. Every press edits it in place. told: what was said beside it last."""

    by: simcord.MemberActor
    message: simcord.ResponseMessage
    told: str = ""

    @classmethod
    async def open(
        cls, community: Community, by: simcord.MemberActor | None = None, speaks: str = ""
    ) -> "Panel":
        """Give `/signpost setup`, as the manager if nobody is named. speaks: the locale of their client."""
        by = by or community.manager
        if speaks:
            community.speaks(by, speaks)
        asked = await by.slash(community.general, "signpost setup")
        assert asked.response is not None
        assert asked.response.ephemeral, "others can see the panel"
        return cls(by, asked.response)

    @property
    def text(self) -> str:
        return text_of(self.message)

    @property
    def parts(self) -> list[dict[str, Any]]:
        """All its components, nested ones too."""
        return components_of(self.message)

    @property
    def labels(self) -> list[str]:
        return [each["label"] for each in self.parts if each["type"] == BUTTON]

    @property
    def numbers(self) -> set[int]:
        """Return the numbers by which a client remembers what stands in its menus."""
        return {each["id"] for each in self.parts if each.get("custom_id")}

    async def choose(self, verb: Verb, *values: object, about: str = "") -> str:
        """Leave these values chosen in a menu; return what the panel, or a refusal, says then."""
        return self._seen(await self.by.select(self.message, values, custom_id=control_id(verb, about)))

    async def turn_to(self, part: str) -> str:
        return await self.choose(Verb.PART, part)

    async def press(self, label: str) -> str:
        return self._seen(await self.by.click(self.message, label=label))

    def chosen_in(self, verb: Verb, about: str = "") -> list[int]:
        """Return the ids that stand in a menu of channels or roles."""
        (menu,) = [each for each in self.parts if each.get("custom_id") == control_id(verb, about)]
        return [int(each["id"]) for each in menu.get("default_values", [])]

    def _seen(self, result: simcord.InteractionResult) -> str:
        response = result.response
        assert response is not None, "no answer"
        assert all(each.ephemeral for each in (response, *result.followups)), "others can see the answer"
        self.told = "\n".join(map(text_of, result.followups))
        if response.id == self.message.id:
            self.message = response
        return text_of(response)


async def hide_from_everyone(community: Community, channel: simcord.ChannelHandle) -> None:
    """Let only the manager and Signpost see a channel."""
    seen, hidden = (
        discord.PermissionOverwrite(view_channel=True),
        discord.PermissionOverwrite(view_channel=False),
    )
    everyone = Overwrite(community.guild.default_role.id, OverwriteType.ROLE, deny=hidden.pair()[1].value)
    manager = Overwrite(community.manager.id, OverwriteType.MEMBER, allow=seen.pair()[0].value)
    for overwrite in (everyone, manager):
        community.env.backend.set_overwrite(channel.id, overwrite)
    await community.refuse(channel, view_channel=True, send_messages=True)


async def tell_of_deletion(community: Community, channel: simcord.ChannelHandle) -> None:
    """Let Signpost hear that a channel is gone while it still stands on somebody's screen."""
    backend = community.env.backend
    backend.emit("CHANNEL_DELETE", dict(channel_payload(backend, backend.get_channel(channel.id))))
    await community.env.settle()


def break_store(community: Community) -> None:
    """Let the store refuse every change of a server's settings."""
    with closing(sqlite3.connect(community.database)) as connection, connection:
        connection.execute(
            "CREATE TRIGGER broken BEFORE INSERT ON guilds BEGIN SELECT RAISE(ABORT, 'broken'); END"
        )


@dataclass
class Arrival:
    """A server that invites Signpost. safety, updates: its channels for alerts and for Discord's news."""

    community: Community
    guild: simcord.GuildHandle
    channels: dict[str, simcord.ChannelHandle] = field(default_factory=dict)

    @classmethod
    async def prepare(cls, community: Community, *names: str, locale: str = "en-US") -> "Arrival":
        """Furnish a server with these channels, which Signpost has yet to join."""
        guild = community.env.create_guild("Lighthouse")
        arrival = cls(community, guild, {each: guild.create_text_channel(each) for each in names})
        community.env.backend.get_guild(guild.id).preferred_locale = locale
        await community.env.settle()
        await arrival.leave()
        return arrival

    async def leave(self) -> None:
        """Let the server remove Signpost."""
        self.community.env.backend.emit("GUILD_DELETE", {"id": str(self.guild.id)})
        await self.community.env.settle()

    async def invite(self, safety: str = "", updates: str = "") -> None:
        """Let Signpost join, as Discord tells of it: other than of a server that was out of reach."""
        payload = {
            **{name: value for name, value in self._payload().items() if name != "unavailable"},
            "safety_alerts_channel_id": str(self.channels[safety].id) if safety else None,
            "public_updates_channel_id": str(self.channels[updates].id) if updates else None,
        }
        self.community.env.backend.emit("GUILD_CREATE", payload)
        await self.community.env.settle()

    async def come_back_from_an_outage(self) -> None:
        """Let Discord lose the server and find it again."""
        backend = self.community.env.backend
        backend.emit("GUILD_DELETE", {"id": str(self.guild.id), "unavailable": True})
        backend.emit("GUILD_CREATE", {**self._payload(), "unavailable": False})
        await self.community.env.settle()

    def said_in(self, name: str) -> list[str]:
        """Return what Signpost said in a channel."""
        return [each.content for each in self.channels[name].history() if each.content]

    def said_anywhere(self) -> list[str]:
        return [each for name in self.channels for each in self.said_in(name)]

    def _payload(self) -> Mapping[str, Any]:
        backend = self.community.env.backend
        return dict(guild_create_payload(backend, backend.get_guild(self.guild.id)))
