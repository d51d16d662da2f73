"""Editing notes by REST alone, a few channels at a time, while the fleet runs on."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import groupby

import discord
from discord import ui
from sqlalchemy.exc import SQLAlchemyError

from bot.correction.anew import Anew
from bot.faults import PASSING, is_final
from bot.note import HELP, NoteText, help_view, note_view
from bot.store import OpenStore, ShownNote

CHANNELS_AT_ONCE = 3
"""Channels in which notes are edited at the same time: the fleet shares the bot's 50 requests a second."""

_GONE = frozenset({10003, 10008})
"""Discord's codes for a channel and a message that are not there."""

_ARCHIVED = 50083


class Outcome(Enum):
    """What became of a note."""

    CORRECTED = auto()
    GONE = auto()
    REFUSED = auto()
    FAILED = auto()


@dataclass(slots=True)
class Tally:
    """What became of the notes so far. refused: with Discord's reason. failed: to be tried again."""

    due: int = 0
    counts: Counter[Outcome] = field(default_factory=Counter[Outcome])
    refused: list[tuple[ShownNote, str]] = field(default_factory=list[tuple[ShownNote, str]])
    failed: list[ShownNote] = field(default_factory=list[ShownNote])

    @property
    def left(self) -> int:
        """Notes that still show what was withdrawn."""
        return self.due - self.counts[Outcome.CORRECTED] - self.counts[Outcome.GONE]


class Correcting:
    """Corrects the notes that are due, once each; what Discord held up is tried once more at the end.

    Invariant: a note's row is changed only after Discord took the edit, so that an end in between costs
    another edit and loses nothing.
    """

    __slots__ = ("_anew", "_client", "_done", "_locales", "_store", "_tally")

    def __init__(
        self,
        client: discord.Client,
        store: OpenStore,
        anew: Anew,
        tally: Tally,
        done: Callable[[], None],
    ) -> None:
        """client: logged in, without a gateway. tally: what is counted into, so that it outlives a Ctrl-C.

        done: called once a note is corrected, gone or given up.
        """
        self._client = client
        self._store = store
        self._anew = anew
        self._done = done
        self._locales: dict[int, str] = {}
        self._tally = tally

    async def correct(self, due: list[ShownNote]) -> None:
        """Correct these notes. Raises nothing of Discord's and of the database's: the tally has it."""
        self._tally.due = len(due)
        await self._round(due)
        again, self._tally.failed = self._tally.failed, []
        await self._round(again)
        self._tally.counts[Outcome.FAILED] = len(self._tally.failed)
        for _ in self._tally.failed:
            self._done()

    async def _round(self, notes: Iterable[ShownNote]) -> None:
        channels = iter([list(each) for _, each in groupby(notes, key=lambda note: note.channel_id)])
        async with asyncio.TaskGroup() as workers:
            for _ in range(CHANNELS_AT_ONCE):
                workers.create_task(self._work_off(channels))

    async def _work_off(self, channels: Iterator[list[ShownNote]]) -> None:
        for notes in channels:
            for note in notes:
                await self._correct(note)

    async def _correct(self, note: ShownNote) -> None:
        """Correct one note, and count what became of it."""
        tally = self._tally
        try:
            outcome = await self._try(note)
        except (*PASSING, SQLAlchemyError) as error:
            if not is_final(error):
                tally.failed.append(note)
                return
            tally.refused.append((note, str(getattr(error, "text", "")) or type(error).__name__))
            outcome = Outcome.REFUSED
        tally.counts[outcome] += 1
        self._done()

    async def _try(self, note: ShownNote) -> Outcome:
        try:
            text = await self._written(note)
            await self._edit(note, text)
        except discord.NotFound as error:
            if error.code not in _GONE:
                raise
            await self._store.retractions.messages_gone([note.note_id])
            return Outcome.GONE
        await self._store.corrections.corrected(note.note_id, text.resource_ids, text.text_version)
        return Outcome.CORRECTED

    async def _written(self, note: ShownNote) -> NoteText:
        chosen = self._store.places.chosen(note.guild_id)
        locale = "" if chosen.language else await self._locale(note.guild_id)
        body = await self._body(note) if self._anew.needs_words(note) else None
        return self._anew.written(note, body, chosen, locale)

    async def _body(self, note: ShownNote) -> str | None:
        """Read a note's words as they stand; None where Discord does not let it be read, only edited."""
        try:
            message = await self._channel(note).fetch_message(note.note_id)
        except discord.Forbidden:
            return None
        shown = ui.LayoutView.from_message(message, timeout=None).walk_children()
        return next((each.content for each in shown if isinstance(each, ui.TextDisplay)), None)

    async def _edit(self, note: ShownNote, text: NoteText) -> None:
        view = help_view(text) if note.topic == HELP else note_view(text)
        view.stop()  # else the client would keep each view, to answer presses that never come here
        try:
            await self._put(note, view)
        except discord.HTTPException as error:
            if error.code != _ARCHIVED:
                raise
            await self._put_into_archive(note, view)

    async def _put(self, note: ShownNote, view: ui.LayoutView) -> None:
        standing = self._channel(note).get_partial_message(note.note_id)
        await standing.edit(view=view, allowed_mentions=discord.AllowedMentions.none())

    async def _put_into_archive(self, note: ShownNote, view: ui.LayoutView) -> None:
        """Open an archived thread for the edit, and close it again where that is allowed."""
        thread = await self._client.fetch_channel(note.channel_id)
        if not isinstance(thread, discord.Thread):
            await self._put(note, view)
            return
        await thread.edit(archived=False)
        try:
            await self._put(note, view)
        finally:
            with suppress(*PASSING):  # it closes by itself in time
                await thread.edit(archived=True)

    def _channel(self, note: ShownNote) -> discord.PartialMessageable:
        return self._client.get_partial_messageable(note.channel_id, guild_id=note.guild_id)

    async def _locale(self, guild_id: int) -> str:
        """Return a server's own language, asked for once."""
        if guild_id not in self._locales:
            guild = await self._client.fetch_guild(guild_id, with_counts=False)
            self._locales[guild_id] = str(guild.preferred_locale)
        return self._locales[guild_id]
