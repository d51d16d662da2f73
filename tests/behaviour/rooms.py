"""Where posts can stand: announcement, stage and media channels, threads of each kind, closed or slow."""

from collections.abc import Mapping, Sequence
from typing import Any

import discord
import simcord
from simcord.backend.serializers import channel_payload
from simcord.enums import ChannelType

from .simulated import Simulated

SIX_HOURS = 21_600
"""Seconds: the longest slowmode that Discord offers."""


class Rooms(Simulated):
    """Opens the places that a server may have beside its text channels."""

    async def news_channel(self) -> simcord.ChannelHandle:
        """Open an announcement channel."""
        return await self._opened(self.guild.create_news_channel("news"))

    async def stage(self) -> simcord.ChannelHandle:
        """Open a stage, which has a chat of its own."""
        return await self._opened(self.guild.create_stage_channel("open mic"))

    async def slow_channel(self) -> simcord.ChannelHandle:
        """Open a channel where a member may write once in six hours."""
        slow = self.guild.create_text_channel("slowly")
        self.env.backend.edit_channel(slow.id, {"rate_limit_per_user": SIX_HOURS})
        return await self._opened(slow)

    async def media_channel(self) -> simcord.ChannelHandle:
        """Open a media channel, which the simulation does not know: a forum with Discord's number for it."""
        backend = self.env.backend
        channel = backend.create_channel(
            self.guild.id, "pictures", type=discord.ChannelType.media.value, announce=False
        )
        handle = simcord.ChannelHandle(self.env, self.guild, channel)
        backend.emit("CHANNEL_CREATE", self._with_tags(handle))
        return await self._opened(handle)

    async def offer_tags(self, parent: simcord.ChannelHandle, *names: str) -> list[int]:
        """Let a forum or media channel offer tags; return them."""
        backend = self.env.backend
        tags = {backend.snowflake(): name for name in names}
        backend.get_channel(parent.id).available_tags = [
            {"id": str(tag), "name": name, "moderated": False, "emoji_id": None, "emoji_name": None}
            for tag, name in tags.items()
        ]
        backend.emit("CHANNEL_UPDATE", self._with_tags(parent))
        await self.env.settle()
        return list(tags)

    async def forum_post(
        self,
        title: str,
        text: str,
        parent: simcord.ChannelHandle | None = None,
        tags: Sequence[int] = (),
    ) -> simcord.ChannelHandle:
        """Open a post by the member in the forum, or in another forum or media channel.

        Its opening message has the post's own id, as Discord gives it.
        """
        backend = self.env.backend
        thread = backend.create_thread(
            (parent or self.forum).id, title, self.member.id, applied_tags=tags, broadcast=False
        )
        backend.announce_thread_create(thread)
        opening = backend.prepare_message(thread.id, self.member.id, text)
        opening.id = thread.id
        backend.commit_message(opening)
        return await self._opened(simcord.ChannelHandle(self.env, self.guild, thread))

    async def retitle(self, post: simcord.ChannelHandle, title: str) -> None:
        """Change a forum post's or thread's title, a second after all that went before."""
        self.env.backend.advance_clock(1)
        self.env.backend.edit_channel(post.id, {"name": title})
        await self.env.settle()

    async def retag(self, post: simcord.ChannelHandle, *tags: int) -> None:
        """Give a forum post these tags in place of those that it had."""
        self.env.backend.advance_clock(1)
        self.env.backend.edit_channel(post.id, {"applied_tags": list(tags)})
        await self.env.settle()

    async def wake(self, post: simcord.ChannelHandle, title: str) -> None:
        """Open an archived post again under another title, in one act."""
        self.env.backend.edit_channel(post.id, {"name": title}, thread_metadata={"archived": False})
        await self.env.settle()

    async def open_thread(self, parent: simcord.ChannelHandle, name: str) -> simcord.ChannelHandle:
        """Open a thread under a channel, by the member."""
        thread = self.env.backend.create_thread(parent.id, name, self.member.id)
        return await self._opened(simcord.ChannelHandle(self.env, self.guild, thread))

    async def private_thread(self, parent: simcord.ChannelHandle) -> simcord.ChannelHandle:
        """Open a private thread by the member, who adds Signpost to it."""
        backend = self.env.backend
        thread = backend.create_thread(
            parent.id, "between us", self.member.id, type=ChannelType.PRIVATE_THREAD, broadcast=False
        )
        thread.thread_members[backend.bot_user.id] = backend.now_iso()
        backend.announce_thread_create(thread)
        return await self._opened(simcord.ChannelHandle(self.env, self.guild, thread))

    async def close_thread(self, thread: simcord.ChannelHandle, *, lock: bool, archive: bool) -> None:
        """Lock a thread, archive it, or both."""
        changed = {"locked": lock, "archived": archive}
        self.env.backend.edit_channel(thread.id, {}, thread_metadata=changed)
        await self.env.settle()

    async def fall_asleep(self, thread: simcord.ChannelHandle) -> None:
        """Archive a thread; nothing in it can be edited meanwhile, which the simulation would allow."""
        backend = self.env.backend
        edits = f"/channels/{thread.id}/messages/*"
        await self.close_thread(thread, lock=False, archive=True)
        self.env.inject_error(
            "PATCH", edits, status=400, code=50083, message="Thread is archived", times=None
        )
        (refusal,) = [fault for fault in backend.faults if fault["path"] == edits]

        def listen(event: str, payload: Mapping[str, Any]) -> None:
            told = event == "THREAD_UPDATE" and payload["id"] == str(thread.id)
            if told and not payload["thread_metadata"]["archived"]:
                backend.subscribers.remove(listen)
                backend.faults.remove(refusal)

        backend.subscribers.append(listen)

    def sleeps(self, thread: simcord.ChannelHandle) -> bool:
        """Say whether a thread is archived."""
        state = self.env.backend.get_channel(thread.id).thread_metadata
        return state is not None and state.archived

    def refuse_opening(self, thread: simcord.ChannelHandle, status: int = 403) -> None:
        """Let the next change of a thread fail."""
        self.env.inject_error("PATCH", f"/channels/{thread.id}", status=status, message="no", times=1)

    def _with_tags(self, parent: simcord.ChannelHandle) -> dict[str, object]:
        """Describe a forum or media channel; the simulation leaves a media channel's tags out."""
        channel = self.env.backend.get_channel(parent.id)
        return {**channel_payload(self.env.backend, channel), "available_tags": channel.available_tags}

    async def _opened(self, channel: simcord.ChannelHandle) -> simcord.ChannelHandle:
        await self.env.settle()
        return channel
