"""Sending a case's note: exactly once, or not at all with a stored reason."""

import logging
from collections.abc import Collection
from http import HTTPStatus
from typing import Protocol

import discord
from discord import ui

from bot.desk.mod_log import ModLog
from bot.faults import PASSING, is_final
from bot.knowledge import Shelf
from bot.note import NoteText, Occasion, is_help, note_view, read_back
from bot.permissions import LOCKED, missing_here
from bot.posts.origin import channel_ids
from bot.store import Case, CaseState, Ledger, SentNote, Troubles

_log = logging.getLogger(__name__)

INVALID_FORM_BODY = 50035
"""Discord's code for a request with a wrong field; a reply to a deleted post names `message_reference`."""

SEARCH_DEPTH = 200
"""Messages after a post that are searched for a note of ours, after a crash."""


class Writes(Protocol):
    """Writes a server's note."""

    def __call__(self, guild_id: int, occasion: Occasion, channel_ids: Collection[int] = (), /) -> NoteText:
        """Write the note that answers an occasion. channel_ids: of where it will stand, nearest first."""
        ...


class Delivery:
    """Sends notes as replies that ping nobody and unfurl nothing.

    Invariant: a note is tried only for a case stored as "sending", with a nonce made of the post's id, so
    that Discord drops a second try within minutes, and `reconcile` finds the first after longer.
    """

    __slots__ = ("_knowledge", "_ledger", "_mod_log", "_note_for", "_troubles")

    def __init__(
        self, ledger: Ledger, troubles: Troubles, mod_log: ModLog, knowledge: Shelf, note_for: Writes
    ) -> None:
        self._ledger = ledger
        self._troubles = troubles
        self._mod_log = mod_log
        self._knowledge = knowledge
        self._note_for = note_for

    async def send(
        self, message: discord.Message | discord.PartialMessage, case: Case, occasion: Occasion
    ) -> CaseState:
        """Reply to the post with its note; return where the case stands now.

        occasion: what the post calls for, as it was judged last. The state stays "sending" after a fault of
        Discord's, to be tried again.
        """
        if self._knowledge.withdrawn.covers(case.topic):  # since it was decided on
            return await self._close(case, CaseState.LAPSED)
        channel = message.channel
        if await self.lacks_permission(channel):
            return await self._close(case, CaseState.REFUSED)
        text = self._note_for(case.guild_id, occasion, channel_ids(channel))
        try:
            sent = await message.reply(
                view=note_view(text),
                mention_author=False,
                allowed_mentions=discord.AllowedMentions.none(),
                suppress_embeds=True,
                nonce=case.nonce,
            )
        except discord.Forbidden as error:
            return await self._refused(case, channel, error)
        except discord.NotFound:
            return await self._close(case, CaseState.DELETED_FIRST)
        except PASSING as error:
            if _post_is_gone(error):
                return await self._close(case, CaseState.DELETED_FIRST)
            if isinstance(error, discord.HTTPException) and is_final(error):
                return await self._refused(case, channel, error)
            _log.warning("note of case %d not sent, to be tried again: %s", case.id, error)
            return CaseState.SENDING
        await self._ledger.record_note(
            case, SentNote(sent.id, text.resource_ids, text.text_version, sent.created_at)
        )
        await self._troubles.over(channel.id)
        return CaseState.NOTED

    async def lacks_permission(self, channel: discord.abc.Messageable | discord.abc.GuildChannel) -> bool:
        """Say whether a note cannot be written here, and tell the moderators if they do not know yet."""
        if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
            return False
        missing = missing_here(channel)
        if missing:
            await self._mod_log.tell_trouble(channel, ", ".join(missing))
        return bool(missing)

    async def tell_refusal(
        self, channel: discord.abc.Messageable | discord.abc.GuildChannel, error: discord.HTTPException
    ) -> None:
        """Tell the moderators what Discord refuses in a channel if they do not know yet."""
        if isinstance(channel, discord.Thread) and channel.locked:
            await self._mod_log.tell_trouble(channel, LOCKED)
        elif isinstance(channel, discord.abc.GuildChannel | discord.Thread):
            await self._mod_log.tell_trouble(channel, error.text)

    async def reconcile(self, channel: discord.abc.Messageable, case: Case) -> CaseState | None:
        """Look for the case's note after a crash and record it. None if there is none."""
        post = discord.Object(case.message_id)
        async for later in channel.history(after=post, limit=SEARCH_DEPTH, oldest_first=True):
            answers = later.reference is not None and later.reference.message_id == case.message_id
            is_ours = later.guild is not None and later.author.id == later.guild.me.id
            if answers and is_ours and not is_help(later):
                text = self._as_it_stands(later, case)
                await self._ledger.record_note(
                    case, SentNote(later.id, text.resource_ids, text.text_version, later.created_at)
                )
                return CaseState.NOTED
        return None

    def _as_it_stands(self, note: discord.Message, case: Case) -> NoteText:
        """Read a note that was found: which one it is, its words tell.

        The post is not judged anew for it, and the server's wording may have changed since it was sent.
        """
        shown = ui.LayoutView.from_message(note, timeout=None).walk_children()
        body = next((each.content for each in shown if isinstance(each, ui.TextDisplay)), None)
        where = channel_ids(note.channel)
        now = self._note_for(case.guild_id, Occasion(case.topic), where)
        if body is None:
            return now
        urgent = self._note_for(case.guild_id, Occasion(case.topic, crisis=True), where)
        return read_back(body, now, self._knowledge.whole, urgent.resource_ids)

    async def _refused(
        self, case: Case, channel: discord.abc.Messageable, error: discord.HTTPException
    ) -> CaseState:
        """Leave a case without its note, and tell the moderators why if they do not know yet."""
        _log.warning("note of case %d refused by Discord: %s", case.id, error)
        await self.tell_refusal(channel, error)
        return await self._close(case, CaseState.REFUSED)

    async def _close(self, case: Case, state: CaseState) -> CaseState:
        await self._ledger.close(case, state)
        return state


def _post_is_gone(error: Exception) -> bool:
    return (
        isinstance(error, discord.HTTPException)
        and error.status == HTTPStatus.BAD_REQUEST
        and error.code == INVALID_FORM_BODY
        and "message_reference" in error.text
    )
