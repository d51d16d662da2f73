"""Notes with help alone, which moderators sent: a row for each, so that it goes with its post."""

from sqlalchemy import and_, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.cases import HELP_TOPIC, SentNote
from bot.store.tables import notes


class HelpNotes:
    """Remembers where help was sent. No case, no fingerprint, no time that cools a channel down."""

    __slots__ = ("_engine",)

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def stands(self, message_id: int) -> bool:
        """Say whether help stands below a post."""
        below = and_(notes.c.message_id == message_id, notes.c.topic == HELP_TOPIC)
        async with self._engine.connect() as connection:
            return (
                await connection.execute(select(notes.c.note_id).where(below).limit(1))
            ).first() is not None

    async def record(self, note: SentNote, guild_id: int, channel_id: int, message_id: int) -> None:
        """Record that Discord accepted a note below a post. Recording it again changes nothing."""
        row = {
            "note_id": note.note_id,
            "case_id": None,
            "guild_id": guild_id,
            "channel_id": channel_id,
            "message_id": message_id,
            "topic": HELP_TOPIC,
            "resource_ids": list(note.resource_ids),
            "text_version": note.text_version,
            "sent_at": note.sent_at,
        }
        async with self._engine.begin() as connection:
            await connection.execute(insert(notes).values(row).on_conflict_do_nothing())
