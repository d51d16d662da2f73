"""How posts change and go: previews that come late, edits, pins, deletions one by one and in bulk."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import discord
import simcord

from .simulated import Simulated

POST_IS_GONE = "Invalid Form Body\nIn message_reference: Unknown message"
"""What Discord says of a reply to a post that was deleted, as discord.py puts it into words."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store keeps of a case. fingerprints: their bytes together."""

    message_id: int
    state: str
    score: float | None
    claims: tuple[str, ...]
    fingerprints: int

    @property
    def empty(self) -> bool:
        """Say whether nothing of the post's text can be told from it any more."""
        return not (self.score or self.claims or self.fingerprints)


class Changes(Simulated):
    """Each act ends when Signpost has come to rest, but for what is to happen in one moment."""

    # ---- posts that change

    async def show_preview(self, post: discord.Message, *embeds: Mapping[str, Any]) -> None:
        """Let Discord add a link's preview to a post: an update that is no edit of the writer's."""
        stored = self.env.backend.get_message(post.channel.id, post.id)
        stored.embeds = [dict(each) for each in embeds]
        await self.tell_update(post.channel.id, post.id)

    async def suppress_preview(self, post: discord.Message) -> None:
        """Take a post's previews away, as its writer or a moderator can; that is no edit either."""
        stored = self.env.backend.get_message(post.channel.id, post.id)
        stored.embeds = []
        stored.flags |= discord.MessageFlags(suppress_embeds=True).value
        await self.tell_update(post.channel.id, post.id)

    async def say_updated_again(self, post: discord.Message) -> None:
        """Let Discord deliver the last update of a post a second time."""
        await self.tell_update(post.channel.id, post.id)

    async def edit(self, post: discord.Message, text: str) -> None:
        """Let the member change a post's text, a second after all that went before."""
        self.env.backend.advance_clock(1)
        await self.member.edit(post, text)

    async def post_and_edit_at_once(
        self, channel: simcord.ChannelHandle, text: str, edited: str
    ) -> discord.Message:
        """Let the member post and correct it before Signpost has looked up."""
        backend = self.env.backend
        posted = backend.create_message(channel.id, self.member.id, text)
        backend.advance_clock(1)
        backend.edit_message(channel.id, posted.id, {"content": edited})
        await self.env.settle()
        return next(each for each in channel.history() if each.id == posted.id)

    async def open_thread_on(self, post: discord.Message) -> None:
        """Open a thread on a post: Discord tells of it with an update of the post, which is no edit."""
        backend = self.env.backend
        backend.create_thread(post.channel.id, "about this", self.member.id, message_id=post.id)
        stored = backend.get_message(post.channel.id, post.id)
        stored.flags |= discord.MessageFlags(has_thread=True).value
        await self.tell_update(post.channel.id, post.id)

    async def pin(self, post: discord.Message, by: simcord.MemberActor) -> None:
        """Pin a post: Discord tells of it with an update of the post, which is no edit."""
        await by.set_pinned(post, pinned=True)
        await self.tell_update(post.channel.id, post.id)

    async def publish(self, post: discord.Message) -> None:
        """Publish an announcement to the servers that follow its channel."""
        stored = self.env.backend.get_message(post.channel.id, post.id)
        stored.flags |= discord.MessageFlags(crossposted=True).value
        await self.tell_update(post.channel.id, post.id)

    # ---- posts that go

    async def clear(self, channel: simcord.ChannelHandle, message_ids: Iterable[int]) -> None:
        """Delete messages together, as a moderator's bot does."""
        self.env.backend.bulk_delete_messages(channel.id, message_ids)
        await self.env.settle()

    async def post_and_delete_at_once(self, channel: simcord.ChannelHandle, text: str) -> None:
        """Let the member post and think better of it before Signpost has looked up.

        Discord refuses a reply to a post that is gone, which the simulation would accept.
        """
        backend = self.env.backend
        posted = backend.create_message(channel.id, self.member.id, text)
        backend.delete_message(channel.id, posted.id)
        self.env.inject_error(
            "POST", f"/channels/{channel.id}/messages", status=400, code=50035, message=POST_IS_GONE
        )
        await self.env.settle()

    async def post_and_delete_as_the_note_appears(
        self, channel: simcord.ChannelHandle, text: str, *, together: bool = False
    ) -> None:
        """Let the member's post be deleted while Signpost waits for Discord's answer to its note.

        together: with everything in the channel, the note too, in bulk.
        """
        backend = self.env.backend
        posted = backend.create_message(channel.id, self.member.id, text)

        def delete() -> None:
            gone = list(backend.messages[channel.id]) if together else [posted.id]
            backend.bulk_delete_messages(channel.id, gone)

        self._as_signpost_writes(channel, delete)
        await self.env.settle()

    async def post_and_edit_as_the_note_appears(
        self, channel: simcord.ChannelHandle, text: str, edited: str
    ) -> None:
        """Let the member's post be edited while Signpost waits for Discord's answer to its note."""
        backend = self.env.backend
        posted = backend.create_message(channel.id, self.member.id, text)
        self._as_signpost_writes(
            channel, lambda: backend.edit_message(channel.id, posted.id, {"content": edited})
        )
        await self.env.settle()

    def delete_as_signpost_writes(self, channel: simcord.ChannelHandle, post: discord.Message) -> None:
        """Let a post be deleted in the moment in which Signpost's next message appears in a channel."""
        backend = self.env.backend
        self._as_signpost_writes(channel, lambda: backend.delete_message(post.channel.id, post.id))

    def edit_as_signpost_writes(
        self, channel: simcord.ChannelHandle, post: discord.Message, edited: str
    ) -> None:
        """Let a post be edited in the moment in which Signpost's next message appears in a channel."""
        backend = self.env.backend

        def edit() -> None:
            backend.advance_clock(1)
            backend.edit_message(post.channel.id, post.id, {"content": edited})

        self._as_signpost_writes(channel, edit)

    def as_an_entry_appears(self, act: Callable[[], object], after: int = 0) -> None:
        """Do something in the moment in which an entry appears in the mod log. after: so many others."""
        backend, seen = self.env.backend, 0

        def listen(event: str, payload: Mapping[str, Any]) -> None:
            nonlocal seen
            if event == "MESSAGE_CREATE" and "case:" in str(payload.get("components")):
                seen += 1
                if seen > after:
                    backend.subscribers.remove(listen)
                    act()

        backend.subscribers.append(listen)

    def break_editing(self, channel: simcord.ChannelHandle, message_id: int, status: int = 503) -> None:
        """Let a message's edits fail until `mend_sending`."""
        path = f"/channels/{channel.id}/messages/{message_id}"
        self.env.inject_error("PATCH", path, status=status, message="unavailable", times=None)

    def asked_to_edit(self, channel: simcord.ChannelHandle) -> int:
        """Count how often Signpost asked Discord to edit a message in a channel, refused or not."""
        path = f"/channels/{channel.id}/messages/"
        requests = self.env.http_requests
        return sum(each.method == "PATCH" and each.path.startswith(path) for each in requests)

    def break_reading_posts(self, channel: simcord.ChannelHandle, status: int) -> None:
        """Let every post of a channel that is asked for by itself fail until `mend_sending`."""
        for message_id in self.env.backend.messages[channel.id]:
            path = f"/channels/{channel.id}/messages/{message_id}"
            self.env.inject_error("GET", path, status=status, message="unavailable", times=None)

    # ---- what stays

    def kept(self) -> list[Kept]:
        """Return what the store keeps of its cases, oldest first."""
        query = (
            "SELECT message_id, state, score, claims, coalesce(length(hashes), 0) "
            "FROM cases LEFT JOIN fingerprints ON case_id = cases.id ORDER BY cases.id"
        )
        with closing(sqlite3.connect(self.database)) as connection:
            return [
                Kept(message_id, state, score, tuple(json.loads(claims or "null") or ()), bytes_kept)
                for message_id, state, score, claims, bytes_kept in connection.execute(query)
            ]

    def notes_kept(self) -> int:
        """Count the notes that the store believes to stand."""
        with closing(sqlite3.connect(self.database)) as connection:
            return connection.execute("SELECT count(*) FROM notes").fetchone()[0]

    def _as_signpost_writes(self, channel: simcord.ChannelHandle, act: Callable[[], object]) -> None:
        """Do something in the moment in which a message of Signpost's appears, before it is told so."""
        backend = self.env.backend

        def listen(event: str, payload: Mapping[str, Any]) -> None:
            ours = event == "MESSAGE_CREATE" and payload["author"]["id"] == str(backend.bot_user.id)
            if ours and payload["channel_id"] == str(channel.id):
                backend.subscribers.remove(listen)
                act()

        backend.subscribers.append(listen)

    def break_reading(self, channel: simcord.ChannelHandle, status: int, times: int | None = None) -> None:
        """Let the history of a channel fail, so many times or until `mend_sending`."""
        path = f"/channels/{channel.id}/messages"
        self.env.inject_error("GET", path, status=status, message="unavailable", times=times)

    def break_deleting(self, channel: simcord.ChannelHandle, message_id: int, status: int = 503) -> None:
        """Let a message's deletion fail until `mend_sending`."""
        path = f"/channels/{channel.id}/messages/{message_id}"
        self.env.inject_error("DELETE", path, status=status, message="unavailable", times=None)
