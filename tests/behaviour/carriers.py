"""How posts arrive: forwarded, with a link's preview, as a poll, by a webhook, a bot or Discord itself."""

import asyncio
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from copy import deepcopy
from typing import Any

import discord
import simcord
from simcord.backend.models import Message, Overwrite, Poll, PollAnswer
from simcord.enums import OverwriteType

from .simulated import Simulated

PLURALKIT = "466378653216014359"
"""The application id in what PluralKit posts through its webhooks."""

FORWARD = 1
"""Discord's kind of a reference to the message that is passed on; a reply's is 0."""

HAS_SNAPSHOT = 1 << 14


def embed(title: str = "", description: str = "", *fields: tuple[str, str], **more: object) -> dict[str, Any]:
    """Make an embed, as a link's preview or another bot's post carries it. fields: names and values."""
    return {
        "type": "article",
        "title": title,
        "description": description,
        "fields": [{"name": name, "value": value, "inline": False} for name, value in fields],
        **more,
    }


class Carriers(Simulated):
    """Each way ends when Signpost has come to rest."""

    async def forward(
        self,
        channel: simcord.ChannelHandle,
        text: str = "",
        *,
        embeds: Sequence[dict[str, Any]] = (),
        files: Sequence[tuple[str, bytes]] = (),
    ) -> discord.Message:
        """Let the member forward a post, with what it carries, from a channel that Signpost cannot see."""
        backend = self.env.backend
        elsewhere = self._hidden_channel()
        origin = backend.create_message(
            elsewhere.id,
            self.member.id,
            text,
            embeds=list(embeds),
            attachments=backend.store_attachments(elsewhere.id, files),
            broadcast=False,
        )
        reference = {"type": FORWARD, "channel_id": str(elsewhere.id), "message_id": str(origin.id)}
        forwarded = backend.create_message(channel.id, self.member.id, reference=reference)
        return await self._arrived(forwarded)

    async def forward_again(
        self, channel: simcord.ChannelHandle, forwarded: discord.Message
    ) -> discord.Message:
        """Let the member forward a forward.

        Discord's documented snapshot has no snapshots of its own: the second forward shows the first post.
        """
        backend = self.env.backend
        first = backend.get_message(forwarded.channel.id, forwarded.id)
        again = backend.prepare_message(channel.id, self.member.id, "forwarded below")
        again.content, again.snapshots = "", deepcopy(first.snapshots)
        again.flags |= HAS_SNAPSHOT
        again.reference = {
            "type": FORWARD,
            "channel_id": str(forwarded.channel.id),
            "message_id": str(forwarded.id),
            "guild_id": str(self.guild.id),
        }
        return await self._arrived(backend.commit_message(again))

    async def post_with_embed(
        self, channel: simcord.ChannelHandle, text: str, *embeds: dict[str, Any]
    ) -> discord.Message:
        """Post a link whose preview Discord had at hand: it stands in the post from the start."""
        posted = self.env.backend.create_message(channel.id, self.member.id, text, embeds=list(embeds))
        return await self._arrived(posted)

    def attach_unseen(self, channel: simcord.ChannelHandle, name: str, data: bytes) -> int:
        """Put a post with a file into a channel unseen by Signpost; return the post."""
        backend = self.env.backend
        attachments = backend.store_attachments(channel.id, [(name, data)])
        return backend.create_message(channel.id, self.member.id, attachments=attachments, broadcast=False).id

    async def poll(self, channel: simcord.ChannelHandle, question: str, *answers: str) -> discord.Message:
        """Let the member open a poll that runs for a day."""
        offered = [PollAnswer(number, text) for number, text in enumerate(answers, start=1)]
        backend = self.env.backend
        poll = Poll(question, offered, expiry=backend.iso_after(24 * 3600))
        return await self._arrived(backend.create_message(channel.id, self.member.id, poll=poll))

    async def end_poll(self, poll: discord.Message) -> None:
        """Let a poll run out: Discord updates it, which is no edit, and posts its result for the writer."""
        stored = self.env.backend.expire_poll(poll.channel.id, poll.id)
        assert stored.poll is not None, "no poll"
        channel = simcord.ChannelHandle(self.env, self.guild, self.env.backend.get_channel(poll.channel.id))
        said = [stored.poll.question, *(answer.text or "" for answer in stored.poll.answers)]
        result = embed("", "", *(("poll_text", each) for each in said), type="poll_result")
        await self.announcement(channel, discord.MessageType.poll_result, "", result)

    async def proxied(self, channel: simcord.ChannelHandle, text: str, *, once_judged: bool = False) -> int:
        """Let the member post, and PluralKit put its copy in the post's place; return the copy.

        once_judged: not before Signpost has opened a case on the post; else before it has looked up.
        """
        backend = self.env.backend
        typed = backend.create_message(channel.id, self.member.id, text)
        if once_judged:
            await self._case_opened(typed.id)
        backend.advance_clock(1)
        backend.delete_message(channel.id, typed.id)
        webhook = self.guild.create_webhook(channel, "PluralKit proxy")
        copy = backend.create_message(
            channel.id, webhook.id, text, webhook_id=webhook.id, author_name="River", broadcast=False
        )
        event = {**self.event_of(channel.id, copy.id), "application_id": PLURALKIT}
        backend.emit("MESSAGE_CREATE", event)
        await self.env.settle()
        return copy.id

    async def followed_announcement(self, channel: simcord.ChannelHandle, text: str) -> int:
        """Let a post of another server's announcement channel arrive, which this channel follows."""
        backend = self.env.backend
        webhook = self.guild.create_webhook(channel, "Lighthouse #news")
        copy = backend.prepare_message(channel.id, webhook.id, text, webhook_id=webhook.id)
        copy.flags |= discord.MessageFlags(is_crossposted=True).value
        origin = [backend.snowflake() for _ in range(3)]
        copy.reference = dict(zip(("guild_id", "channel_id", "message_id"), map(str, origin), strict=True))
        backend.commit_message(copy)
        await self.env.settle()
        return copy.id

    async def announcement(
        self, channel: simcord.ChannelHandle, kind: discord.MessageType, text: str, *embeds: dict[str, Any]
    ) -> None:
        """Let Discord post a message of its own, in the member's name, as it does for a join or a pin."""
        backend = self.env.backend
        own = backend.create_message(channel.id, self.member.id, text, embeds=list(embeds), broadcast=False)
        backend.emit("MESSAGE_CREATE", {**self.event_of(channel.id, own.id), "type": kind.value})
        await self.env.settle()

    async def by_signpost(self, channel: simcord.ChannelHandle, text: str) -> None:
        """Post a text under Signpost's own name."""
        self.env.backend.create_message(channel.id, self.env.backend.bot_user.id, text)
        await self.env.settle()

    async def by_another_bot(self, channel: simcord.ChannelHandle, text: str) -> None:
        """Post a text as another bot, in a file."""
        other = self.guild.add_member(self.env.create_user("relay", bot=True))
        await other.send(channel, attachments=[("message.txt", text.encode())])

    async def by_a_webhook(self, channel: simcord.ChannelHandle, text: str) -> None:
        """Post a text through a webhook, in a file."""
        webhook = self.guild.create_webhook(channel)
        await webhook.send(attachments=[("message.txt", text.encode())])

    async def _arrived(self, stored: Message) -> discord.Message:
        await self.env.settle()
        return next(
            each
            for each in simcord.ChannelHandle(
                self.env, self.guild, self.env.backend.get_channel(stored.channel_id)
            ).history()
            if each.id == stored.id
        )

    async def _case_opened(self, message_id: int) -> None:
        """Wait for a case; the simulation comes to rest only after its note. Raises TimeoutError."""
        query = "SELECT count(*) FROM cases WHERE message_id = ?"
        loop = asyncio.get_running_loop()
        end = loop.time() + self.env.settle_timeout
        with closing(sqlite3.connect(self.database)) as connection:
            while connection.execute(query, (message_id,)).fetchone() == (0,):
                if loop.time() > end:
                    raise TimeoutError
                # A file tells nobody that it changed, so it is asked again.
                await asyncio.sleep(0.01)

    def _hidden_channel(self) -> simcord.ChannelHandle:
        elsewhere = self.guild.create_text_channel("elsewhere")
        bot = self.env.backend.bot_user.id
        hidden = Overwrite(bot, OverwriteType.MEMBER, deny=discord.Permissions(view_channel=True).value)
        self.env.backend.set_overwrite(elsewhere.id, hidden)
        return elsewhere
