"""What the loopback Discord knows: servers, channels, members and messages. No network here."""

import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import IntEnum, IntFlag
from itertools import count
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

EPOCH = 1_420_070_400_000
"""First millisecond of 2015, from which Discord's ids count time."""


class Kind(IntEnum):
    """Channel types, numbered by Discord."""

    TEXT = 0
    VOICE = 2
    ANNOUNCEMENT = 5
    THREAD = 11
    PRIVATE_THREAD = 12
    STAGE = 13
    FORUM = 15
    MEDIA = 16


POSTS_ONLY = frozenset({Kind.FORUM, Kind.MEDIA})
"""Channels that hold posts, each a thread, and no messages of their own."""


class May(IntFlag):
    """The permissions that matter here, at Discord's bit positions."""

    ADMINISTER = 1 << 3
    MANAGE_GUILD = 1 << 5
    REACT = 1 << 6
    VIEW = 1 << 10
    SEND = 1 << 11
    MANAGE_MESSAGES = 1 << 13
    EMBED = 1 << 14
    ATTACH = 1 << 15
    HISTORY = 1 << 16
    MANAGE_THREADS = 1 << 34
    CREATE_THREADS = 1 << 35
    SEND_IN_THREADS = 1 << 38


MEMBER = May.VIEW | May.SEND | May.HISTORY | May.EMBED | May.ATTACH | May.REACT | May.SEND_IN_THREADS
MODERATOR = MEMBER | May.MANAGE_MESSAGES
MANAGER = MODERATOR | May.MANAGE_GUILD


NOTHING = May(0)


class Clock:
    """Real time, which a test can push forward."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time() + self._ahead

    def advance(self, seconds: float) -> None:
        """Let this much time pass at once."""
        self._ahead += seconds

    def stamp(self) -> str:
        """Now, in ISO 8601 as Discord writes it."""
        return datetime.fromtimestamp(self.now(), UTC).isoformat()


@dataclass
class Member:
    """A person (or bot) in one server, with a role of their own that carries the permissions."""

    id: int
    role: int
    name: str
    may: May
    bot: bool = False
    locale: str = "en-US"

    def user(self) -> Json:
        return {
            "id": str(self.id),
            "username": self.name,
            "discriminator": "0",
            "global_name": self.name.title(),
            "avatar": None,
            "bot": self.bot,
        }

    def payload(self) -> Json:
        return {
            "roles": [str(self.role)],
            "nick": None,
            "joined_at": "2024-01-01T00:00:00+00:00",
            "deaf": False,
            "mute": False,
            "flags": 0,
        }


@dataclass
class Channel:
    """A channel or thread with its messages, oldest first.

    denied: what the bot may not do here although the server grants it (a permission overwrite).
    archived_at: when a thread was archived, None while it is open.
    invited: who was added to a private thread; nobody else sees it without Manage Threads.
    tags: what a forum offers, or which of them a post has.
    """

    id: int
    guild: "Guild"
    name: str
    kind: Kind
    parent: "Channel | None" = None
    denied: May = NOTHING
    locked: bool = False
    archived_at: str | None = None
    invited: set[int] = field(default_factory=set[int])
    tags: dict[int, str] = field(default_factory=dict[int, str])
    messages: dict[int, Json] = field(default_factory=dict[int, Json])

    def payload(self) -> Json:
        if self.parent is not None:
            return self._thread(self.parent)
        overwrite = {"id": str(self.guild.me.role), "type": 0, "allow": "0", "deny": str(int(self.denied))}
        return {
            "id": str(self.id),
            "guild_id": str(self.guild.id),
            "type": int(self.kind),
            "name": self.name,
            "position": 0,
            "parent_id": None,
            "topic": None,
            "nsfw": False,
            "rate_limit_per_user": 0,
            "permission_overwrites": [overwrite] if self.denied else [],
            "last_message_id": str(max(self.messages)) if self.messages else None,
            **({"bitrate": 64_000, "user_limit": 0} if self.kind in {Kind.VOICE, Kind.STAGE} else {}),
            **(self._offered() if self.kind in POSTS_ONLY else {}),
        }

    def _offered(self) -> Json:
        more = {"moderated": False, "emoji_id": None, "emoji_name": None}
        tags = [{"id": str(tag), "name": name, **more} for tag, name in self.tags.items()]
        return {"available_tags": tags, "default_reaction_emoji": None}

    def _thread(self, parent: "Channel") -> Json:
        return {
            "id": str(self.id),
            "guild_id": str(self.guild.id),
            "type": int(self.kind),
            "name": self.name,
            "parent_id": str(parent.id),
            "owner_id": str(self.guild.owner.id),
            "message_count": len(self.messages),
            "member_count": 1,
            "total_message_sent": len(self.messages),
            "rate_limit_per_user": 0,
            "applied_tags": [str(tag) for tag in self.tags],
            "last_message_id": str(max(self.messages)) if self.messages else None,
            "thread_metadata": {
                "archived": self.archived_at is not None,
                "auto_archive_duration": 1440,
                "archive_timestamp": self.archived_at or "2024-01-01T00:00:00+00:00",
                "locked": self.locked,
            },
        }

    def granted(self, member: Member) -> May:
        """Say what a member may do here; overwrites concern the bot alone, a thread has its parent's."""
        if member.may & May.ADMINISTER:
            return ~NOTHING
        if member.id != self.guild.me.id:
            return member.may
        granted = member.may & ~(self.parent or self).denied
        if self.kind is not Kind.PRIVATE_THREAD or member.id in self.invited:
            return granted
        return granted if granted & May.MANAGE_THREADS else NOTHING

    @property
    def seen(self) -> bool:
        """Whether the bot may see this place: Discord tells it of no other."""
        return bool(self.granted(self.guild.me) & May.VIEW)


@dataclass
class Guild:
    """A server: its people and channels. `me` is the bot, `owner` somebody else."""

    id: int
    name: str
    me: Member
    owner: Member
    members: dict[int, Member] = field(default_factory=dict[int, Member])
    channels: dict[int, Channel] = field(default_factory=dict[int, Channel])

    def payload(self) -> Json:
        """Describe the server as GUILD_CREATE does."""
        places = list(self.channels.values())
        return {
            "id": str(self.id),
            "name": self.name,
            "owner_id": str(self.owner.id),
            "unavailable": False,
            "large": False,
            "member_count": len(self.members),
            "joined_at": "2024-01-01T00:00:00+00:00",
            "preferred_locale": "en-US",
            "features": ["COMMUNITY"],
            "system_channel_id": None,
            "roles": [self._role(self.id, "@everyone", NOTHING), *map(self._role_of, self.members.values())],
            "members": [{**member.payload(), "user": member.user()} for member in self.members.values()],
            "channels": [place.payload() for place in places if place.parent is None],
            "threads": [
                place.payload()
                for place in places
                if place.parent is not None and place.archived_at is None and place.seen
            ],
            **{name: [] for name in ("emojis", "stickers", "voice_states", "presences", "stage_instances")},
            **{name: [] for name in ("guild_scheduled_events", "soundboard_sounds")},
            **dict.fromkeys(("verification_level", "default_message_notifications", "mfa_level"), 0),
            **dict.fromkeys(("explicit_content_filter", "nsfw_level", "premium_tier"), 0),
            **dict.fromkeys(("system_channel_flags", "afk_timeout"), 0),
        }

    def _role_of(self, member: Member) -> Json:
        return self._role(member.role, member.name, member.may)

    def _role(self, role_id: int, name: str, may: May) -> Json:
        return {
            "id": str(role_id),
            "name": name,
            "permissions": str(int(may)),
            "position": 0 if role_id == self.id else 1,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "managed": False,
            "mentionable": False,
            "flags": 0,
        }


class World:
    """All servers the bot is in, and the making of ids and messages."""

    def __init__(self) -> None:
        self.clock = Clock()
        self._serial = count(1)
        self.me = Member(self.snowflake(), self.snowflake(), "signpost", MEMBER, bot=True)
        self.application = self.me.id
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}

    def snowflake(self) -> int:
        """Mint an id: Discord's milliseconds, then a serial number, so that later is always larger."""
        return int(self.clock.now() * 1000 - EPOCH) << 22 | next(self._serial) & 0x3FFFFF

    def guild(self, name: str) -> Guild:
        """Found a server with the bot and an owner in it."""
        me = replace(self.me, role=self.snowflake())
        owner = Member(self.snowflake(), self.snowflake(), "owner", May.ADMINISTER | MANAGER)
        guild = Guild(self.snowflake(), name, me, owner, {me.id: me, owner.id: owner})
        self.guilds[guild.id] = guild
        return guild

    def member(self, guild: Guild, name: str, may: May = MEMBER) -> Member:
        """Let somebody join."""
        member = Member(self.snowflake(), self.snowflake(), name, may)
        guild.members[member.id] = member
        return member

    def channel(
        self, guild: Guild, name: str, kind: Kind = Kind.TEXT, parent: Channel | None = None
    ) -> Channel:
        """Open a channel, or a thread where a parent is given."""
        channel = Channel(self.snowflake(), guild, name, kind, parent)
        guild.channels[channel.id] = self.channels[channel.id] = channel
        return channel

    def remove(self, channel: Channel) -> None:
        """Delete a channel or thread, and the threads under it."""
        for place in list(self.channels.values()):
            if place is channel or place.parent is channel:
                del self.channels[place.id], channel.guild.channels[place.id]

    def message(self, channel: Channel, author: Member, content: str = "", **more: object) -> Json:
        """Write a message into a channel. more: further fields of Discord's message object, as they are."""
        message: Json = {
            "id": str(self.snowflake()),
            "channel_id": str(channel.id),
            "author": author.user(),
            "content": content,
            "timestamp": self.clock.stamp(),
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "pinned": False,
            "type": 0,
            "flags": 0,
            **{name: [] for name in ("mentions", "mention_roles", "attachments", "embeds", "components")},
            **more,
        }
        channel.messages[int(message["id"])] = message
        return message

    def event(self, channel: Channel, message: Json) -> Json:
        """Clothe a message as its gateway event: with the server's id and the author's membership."""
        author = channel.guild.members.get(int(message["author"]["id"]))
        membership = {"member": author.payload()} if author is not None else {}
        return {**message, "guild_id": str(channel.guild.id), **membership}
