"""Reading a case's post again, since its text was not stored: what it says now, and what that calls for."""

from dataclasses import dataclass, replace
from enum import Enum, auto

import discord

from bot.desk.desk import Desk
from bot.desk.judging import Judged, Judging
from bot.desk.retraction import Retraction
from bot.policy import Decision, PlaceSettings, Reason, Recent, decide, may_read
from bot.posts.origin import channel_ids
from bot.posts.writers import Writers
from bot.store import Case, Places, Ruling

_NO_PITCH = frozenset({Reason.NO_TOPIC, Reason.BELOW_THRESHOLD})


class Away(Enum):
    """Why there is no post to read."""

    GONE = auto()
    UNREACHABLE = auto()


@dataclass(frozen=True, slots=True)
class KeptOut:
    """A post that Signpost may no longer read; nothing of it was looked at."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Reread:
    """A post as Discord has it now, judged anew by the settings of its place. case: as it stood before."""

    message: discord.Message
    judged: Judged
    settings: PlaceSettings
    decision: Decision
    case: Case

    @property
    def edited(self) -> bool:
        """Whether it was edited since it was judged, or since its case was opened if it is no pitch now."""
        at = self.message.edited_at
        since = at is not None and at > self.case.opened_at
        return at != self.case.edited_at or (since and not self.is_pitch)

    @property
    def is_pitch(self) -> bool:
        """Whether it reads as a pitch, whatever is decided on it here."""
        return self.decision.reason not in _NO_PITCH

    @property
    def unread(self) -> bool:
        """Whether what makes it a pitch may be in a file that could not be read this time."""
        return any(file.why.passes for file in self.judged.post.unread)


class Reopening:
    """Fetches posts again. Closes the case of one that is gone, or that was edited into something else.

    The caller has the post in hand.
    """

    __slots__ = ("_client", "_desk", "_judging", "_places", "_retraction")

    def __init__(
        self, client: discord.Client, places: Places, judging: Judging, retraction: Retraction, desk: Desk
    ) -> None:
        self._client = client
        self._places = places
        self._judging = judging
        self._retraction = retraction
        self._desk = desk

    async def read(self, case: Case) -> Reread | KeptOut | Away:
        """Read the post of a case again. Raises what Discord raises where it cannot tell now."""
        try:
            message = await self._fetched(case)
        except discord.NotFound:
            await self._retraction.messages_gone([case.message_id])
            return Away.GONE
        except discord.Forbidden:
            return Away.UNREACHABLE
        if message is None:
            return Away.UNREACHABLE
        settings = self._places.at(case.guild_id, *channel_ids(message.channel))
        kept_out = may_read(await Writers().origin_of(message, settings), settings)
        if kept_out is not None:
            return KeptOut(kept_out)
        judged = await self._judging.again(message, case)
        decision = decide(judged.verdict, settings, Recent())
        read = Reread(message, judged, settings, decision, case)
        if read.edited and not read.is_pitch and not read.unread and not case.is_by_hand:
            await self._desk.take_back(case, message.edited_at)
        return read

    async def by_itself(self, read: Reread) -> Reread:
        """Judge a post that was read as if its own case were not confirmed: else it is a copy of itself.

        Raises what Discord raises where it cannot tell now.
        """
        if read.case.ruling is not Ruling.CONFIRMED:
            return read
        judged = await self._judging.but_for(read.case).again(read.message, read.case)
        return replace(read, judged=judged, decision=decide(judged.verdict, read.settings, Recent()))

    async def channel_of(self, case: Case) -> discord.abc.GuildChannel | discord.Thread | None:
        """Return the place of a case's post; None where the server is away. Raises what Discord raises."""
        guild = self._client.get_guild(case.guild_id)
        if guild is None or guild.unavailable:
            return None
        return guild.get_channel_or_thread(case.channel_id) or await guild.fetch_channel(case.channel_id)

    async def _fetched(self, case: Case) -> discord.Message | None:
        channel = await self.channel_of(case)
        if not isinstance(channel, discord.abc.Messageable):
            return None
        return await channel.fetch_message(case.message_id)
